"""The sizes and forms a picture is published in, each made by Pillow: turned upright, in sRGB, without metadata.

The file an editor puts into docs/hinh/ is never published itself."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final

import PIL
from PIL import Image, ImageCms, features

from portal.content.rules.links import PICTURES_FOLDER
from portal.reading.files import files_below
from portal.reading.keeping.kept import made_of
from portal.reading.pictures.whole import FORMS, lets_through, seen_picture, upright

LONGEST: Final = 1600
"""Pixels of the longer side: the widest column is 720, and a dense screen asks for twice as many."""
PICTURE_WIDTHS: Final = (480, 800, 1200, 1600)
"""Pixels a phone, a dense phone, a desk and a dense desk ask for; the picture's own width stands for what is wider."""
_PLAIN_WIDTH: Final = 800
"""Of the file for browsers that know no newer form, for feeds, and for who reads without a network."""
_MARK_LETTERS: Final = 8
_FORM_OF: Final[Mapping[str, str]] = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}
_SETTINGS: Final[Mapping[str, Mapping[str, object]]] = {
    "avif": {"quality": 52, "speed": 6, "max_threads": 1},
    "webp": {"quality": 80, "method": 5},
    "jpg": {"quality": 80, "optimize": True, "progressive": True},
    "png": {"optimize": True},
}
"""How hard each form packs: sizes of a screenshot and of a photograph were compared by eye. One thread, so that the
same picture gives the same bytes on any machine."""


@dataclass(frozen=True)
class MadeSize:
    """One file made of a picture: its path in the site, its width and height in pixels, its form by its ending."""

    path: str
    width: int
    height: int
    form: str


@dataclass(frozen=True)
class MadePicture:
    """A picture of docs/hinh/ by its `path` in docs/, and the files made of it, narrow ones first. `plain` is the one
    every browser can show, the same as the others in what it shows."""

    path: str
    file: Path = field(repr=False)
    sizes: tuple[MadeSize, ...]
    plain: MadeSize

    @property
    def widest(self) -> MadeSize:
        return self.sizes[-1]


def made_pictures(root: Path) -> Mapping[str, MadePicture]:
    """Every picture of docs/hinh/ below `root` that can be made smaller, by its path in docs/. What is no whole
    picture is left out: it was told."""
    found = {}
    for file in files_below(root, f"docs/{PICTURES_FOLDER}")[0] if (root / "docs" / PICTURES_FOLDER).is_dir() else ():
        path = file.relative_to(root / "docs").as_posix()
        if is_made_smaller(path) and (made := _picture(path, file)):
            found[path] = made
    return found


def is_made_smaller(path: str) -> bool:
    """Whether a file of docs/, by its path there, is published in other sizes only: pictures of texts, no drawings."""
    return path.startswith(f"{PICTURES_FOLDER}/") and PurePosixPath(path).suffix in FORMS


def _picture(path: str, file: Path) -> MadePicture | None:
    data = file.read_bytes()
    seen = seen_picture(data, file.suffix)
    if seen.fault:
        return None
    scale = min(1.0, LONGEST / max(seen.width, seen.height))
    whole = (max(1, round(seen.width * scale)), max(1, round(seen.height * scale)))
    widths = (*(width for width in PICTURE_WIDTHS if width < whole[0]), whole[0])
    stem = f"{path.removesuffix(file.suffix)}-{made_of(path.encode(), data)[:_MARK_LETTERS]}"

    def size(width: int, form: str) -> MadeSize:
        height = max(1, round(whole[1] * width / whole[0]))
        return MadeSize(f"{stem}-{width}.{form}", width, height, form)

    sizes = tuple(size(width, form) for width in widths for form in ("avif", "webp"))
    plain = max((width for width in widths if width <= _PLAIN_WIDTH), default=widths[0])
    return MadePicture(path, file, sizes, size(plain, "png" if seen.has_alpha else "jpg"))


def picture_key(picture: MadePicture) -> str:
    """A name for what every file of a picture is made of: its bytes, this code, and the programs that pack."""
    packers = repr(
        [PIL.__version__, *(features.version(name) for name in ("avif", "webp", "jpg", "zlib", "littlecms2"))]
    )
    return made_of(picture.file.read_bytes(), packers.encode(), Path(__file__).read_bytes())


def sizes_of(picture: MadePicture) -> Iterator[tuple[MadeSize, Callable[[], bytes]]]:
    """(size, what makes its bytes) of every file of a picture."""
    for size in (*picture.sizes, picture.plain):
        yield size, partial(_packed, picture.file, size)


def _packed(file: Path, size: MadeSize) -> bytes:
    picture, out = _opened(file), BytesIO()
    small = picture.resize((size.width, size.height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    small.save(out, _FORM_OF[size.form], **_SETTINGS[size.form])
    return out.getvalue()


@lru_cache(maxsize=1)
def _opened(file: Path) -> Image.Image:
    """A picture as it is held, in sRGB, twice as large as what is made of it at most: unpacked once for all of that."""
    with Image.open(file) as picture:
        picture.draft("RGB", (2 * LONGEST, 2 * LONGEST))
        plain = _in_srgb(upright(picture))
    plain.thumbnail((2 * LONGEST, 2 * LONGEST), Image.Resampling.LANCZOS)
    plain.info.clear()
    return plain


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The same colours as browsers take a picture without a profile to have; a profile that cannot be read is left."""
    profile = picture.info.get("icc_profile")
    plain = picture.convert("RGBA" if lets_through(picture) else "RGB")
    if not profile or picture.mode not in ("RGB", "RGBA"):
        return plain
    with contextlib.suppress(ImageCms.PyCMSError, OSError):
        srgb = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(plain, ImageCms.ImageCmsProfile(BytesIO(profile)), srgb)
        return turned or plain
    return plain
