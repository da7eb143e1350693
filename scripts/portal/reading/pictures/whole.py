"""Whether bytes are one whole still picture that can be shown, and how large it is when held upright."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps
from PIL.ImageFile import ImageFile

FORMS: Final[Mapping[str, tuple[str, ...]]] = {
    ".avif": ("AVIF",),
    ".jpeg": ("JPEG", "MPO"),
    ".jpg": ("JPEG", "MPO"),
    ".png": ("PNG",),
    ".webp": ("WEBP",),
}
"""What a file of an ending has to be, by Pillow's names; MPO is a JPEG of a telephone with a second one behind it."""
MOST_PIXELS: Final = 50_000_000
"""Of one picture. Telephones take 12 to 50 million; unpacked, this is 200 MB, and what claims more may be a bomb."""
_MODES: Final = frozenset(("1", "L", "LA", "P", "PA", "RGB", "RGBA"))
_ORIENTATION: Final = 0x0112
_ON_ITS_SIDE: Final = frozenset((5, 6, 7, 8))
_EIGHTH: Final = 8


@dataclass(frozen=True)
class PictureSeen:
    """What a look at a picture gave: `fault` is the code of what is wrong, "" if nothing, with the `values` of its
    sentence; else `width` and `height`, in pixels, as it is held, and whether any of it lets through what is behind."""

    fault: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    width: int = 0
    height: int = 0
    has_alpha: bool = False


def seen_picture(data: bytes, ending: str) -> PictureSeen:
    """A look at the bytes of a file of this ending, one of FORMS. Nothing they can be makes it raise."""
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=FORMS[ending]) as picture:
            warnings.simplefilter("ignore")
            return _unshown(picture) or _whole(picture)
    except Image.DecompressionBombError:
        return PictureSeen("picture-pixels", {"most": MOST_PIXELS // 1_000_000})
    except Exception:  # whatever a decoder raises, an editor is told that the file is not whole
        return PictureSeen("picture-broken")


def size_upright(picture: Image.Image) -> tuple[int, int]:
    """(width, height) of a picture as it is held, in pixels."""
    width, height = picture.size
    return (height, width) if picture.getexif().get(_ORIENTATION) in _ON_ITS_SIDE else (width, height)


def lets_through(picture: Image.Image) -> bool:
    """Whether a picture has anything that is not opaque."""
    return "A" in picture.mode or "transparency" in picture.info


def upright(picture: Image.Image) -> Image.Image:
    """A picture turned as it is held."""
    return ImageOps.exif_transpose(picture)


def _unshown(picture: ImageFile) -> PictureSeen | None:
    """Why a picture is none for a page, as far as its head tells."""
    width, height = picture.size
    if width * height > MOST_PIXELS:
        return PictureSeen("picture-pixels", {"most": MOST_PIXELS // 1_000_000})
    if picture.format != "MPO" and getattr(picture, "is_animated", False):
        return PictureSeen("picture-moves")
    if picture.mode not in _MODES:
        return PictureSeen("picture-colours", {"value": picture.mode})
    return None


def _whole(picture: ImageFile) -> PictureSeen:
    """Read to its end: a JPEG at an eighth of its size, which reads every byte and unpacks few."""
    (width, height), has_alpha = size_upright(picture), lets_through(picture)
    picture.draft(picture.mode, (max(1, picture.width // _EIGHTH), max(1, picture.height // _EIGHTH)))
    picture.load()
    return PictureSeen(width=width, height=height, has_alpha=has_alpha)
