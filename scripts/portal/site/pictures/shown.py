"""Pictures and files in a text as a page shows them: pictures in sizes, with who made them; files with what they weigh.

Both read HTML that the sanitiser wrote: every attribute in double quotes."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from posixpath import join, normpath, splitext
from typing import Final
from urllib.parse import unquote, urlsplit

from portal.content.front_matter import PictureEntry
from portal.content.rules.links import PICTURES_FOLDER
from portal.language.words import Words
from portal.language.written import written_size
from portal.site.addresses import relative
from portal.site.pictures.made import MadePicture, MadeSize

COLUMN: Final = 712
"""Pixels of the widest column a text has; on a phone it is the screen but for its margins."""
TALLEST: Final = 640
"""Pixels a picture may take of a page's height: one that stands upright is shown narrower."""
LICENCE_URLS: Final[Mapping[str, str]] = {
    "cc_by": "https://creativecommons.org/licenses/by/4.0/",
    "cc_by_sa": "https://creativecommons.org/licenses/by-sa/4.0/",
    "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
_MARGIN: Final = 16
_TYPES: Final[Mapping[str, str]] = {"avif": "image/avif", "webp": "image/webp"}
_ATTRIBUTES: Final = r'((?: [a-z-]+="[^"]*")*)'
_PICTURE: Final = re.compile(rf"<p>\s*<img{_ATTRIBUTES}>\s*</p>|<img{_ATTRIBUTES}>")
_LINK: Final = re.compile(rf"<a{_ATTRIBUTES}>(.*?)</a>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r' ([a-z-]+)="([^"]*)"')


@dataclass(frozen=True)
class PictureSource:
    """The files of one form: `type` as browsers name it, `srcset` with the width of each."""

    type: str
    srcset: str


@dataclass(frozen=True)
class PictureView:
    """A picture of a text. `width` and `height`, as large as it is shown at most, are 0 for a drawing that does not say
    how large it is; `caption` is what the text says below it, "" where it says nothing. `stands_alone` is one in a
    paragraph of its own. `lang` is the language of the words below where that is not the text's."""

    alt: str
    src: str
    sources: tuple[PictureSource, ...]
    sizes: str
    width: int
    height: int
    caption: str
    credit: str
    seen: str
    licence: str
    licence_url: str
    stands_alone: bool
    lang: str | None


@dataclass(frozen=True)
class TextOfPage:
    """Where a text stands and what it speaks: its `address` in the site, its language, the words of its frame."""

    address: str
    lang: str
    words: Words

    def goal(self, target: str) -> str:
        """Where a link leads, as a path in the site; "" for one that leads out of it."""
        try:
            parts = urlsplit(unescape(target))
        except ValueError:
            return ""
        inside = parts.path and not parts.scheme and not parts.netloc
        return normpath(join("/" + self.address, unquote(parts.path))).lstrip("/") if inside else ""


def with_pictures(
    html: str,
    page: TextOfPage,
    entries: Iterable[PictureEntry],
    made: Mapping[str, MadePicture],
    draw: Callable[[PictureView], str],
) -> str:
    """The HTML with every picture that has an entry drawn in its sizes."""
    known = {f"{PICTURES_FOLDER}/{one.file}": one for one in entries}

    def drawn(found: re.Match[str]) -> str:
        alone = found[1] is not None
        said = dict(_ATTRIBUTE.findall(found[1] if alone else found[2]))
        entry = known.get(page.goal(said.get("src", "")))
        return draw(_view(said, entry, made, page, alone)).strip() if entry else found[0]

    return _PICTURE.sub(drawn, html)


def _view(
    said: Mapping[str, str],
    entry: PictureEntry,
    made: Mapping[str, MadePicture],
    page: TextOfPage,
    alone: bool,
) -> PictureView:
    text, path = page.words, f"{PICTURES_FOLDER}/{entry.file}"
    picture = made.get(path)
    width, height = _shown_size(picture.widest) if picture else (0, 0)
    caption = unescape(said.get("title", "")).strip()
    return PictureView(
        alt=unescape(said.get("alt", "")),
        src=relative(page.address, picture.plain.path if picture else path),
        sources=_sources(picture, page.address) if picture else (),
        sizes=_widths_shown(min(COLUMN, width)),
        width=width,
        height=height,
        caption=caption if caption.endswith((".", "?", "!", "…")) or not caption else f"{caption}.",
        credit=text.say("picture.credit", maker=entry.maker[text.lang].rstrip(".")),
        seen=text.say(f"picture.seen.{entry.people}"),
        licence=text.label("picture_licences", entry.licence),
        licence_url=LICENCE_URLS.get(entry.licence, ""),
        stands_alone=alone,
        lang=text.lang if text.lang != page.lang else None,
    )


def _shown_size(widest: MadeSize) -> tuple[int, int]:
    """(width, height) at most on a page, in pixels: the picture's own shape, no taller than a screen."""
    scale = min(1.0, TALLEST / widest.height)
    return max(1, round(widest.width * scale)), max(1, round(widest.height * scale))


def _widths_shown(most: int) -> str:
    """How wide a picture is on which screen, for a browser that chooses a file before it has laid out the page."""
    return f"(min-width: {most + 2 * _MARGIN}px) {most}px, calc(100vw - {2 * _MARGIN}px)"


def _sources(picture: MadePicture, here: str) -> tuple[PictureSource, ...]:
    def named(size: MadeSize) -> str:
        return f"{relative(here, size.path)} {size.width}w"

    of_form = {form: [named(size) for size in picture.sizes if size.form == form] for form in _TYPES}
    return tuple(PictureSource(_TYPES[form], ", ".join(names)) for form, names in of_form.items())


def with_weights(html: str, page: TextOfPage, files: Mapping[str, bytes]) -> str:
    """The HTML with the form and the size of each file of docs/ at the end of every link to it."""

    def weighed(found: re.Match[str]) -> str:
        goal = page.goal(dict(_ATTRIBUTE.findall(found[1])).get("href", ""))
        if goal not in files:
            return found[0]
        weight = weight_of(goal, len(files[goal]), page.words, unescape(found[2]))
        return f"<a{found[1]}>{found[2]}{escape(weight and f' {weight}')}</a>"

    return _LINK.sub(weighed, html)


def weight_of(path: str, size: int, text: Words, words: str = "") -> str:
    """What a file of so many bytes is and weighs: "(PDF, 1,2 MB)". What the `words` of its link say is not said again:
    the form, or all of it ("" then)."""
    form, shown = form_named(path), written_size(size, text)
    if shown in words:
        return ""
    is_named = re.search(rf"\b{re.escape(form)}\b", words)
    return text.say("picture.weight_alone" if is_named else "picture.weight", form=form, size=shown)


def form_named(path: str) -> str:
    """What a file is, as readers know it by its ending: PDF."""
    return splitext(path)[1].removeprefix(".").upper()
