"""What the preview answers to an address: a page, a file of the site, or the nearest pages there are."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Final

from portal.language.locales import ORIGINAL
from portal.language.places import SEARCH
from portal.language.words import Words, words
from portal.reading.problems import Problem, in_order
from portal.site.addresses import MARKDOWN
from portal.site.dress.assets import preview_files
from portal.site.dress.bundles import WORKER
from portal.site.files.output import LLMS, ROBOTS, SITEMAP
from portal.site.plain.beside import is_offered, markdown_of
from preview.desk import View
from preview.house import failure
from preview.panel import OWN_FOLDER, Note, own_page, with_panel
from preview.reading import Key, Reading

HTML: Final = "text/html; charset=utf-8"
TYPES: Final = {
    ".avif": "image/avif", ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".html": HTML,
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8", ".jsonld": "application/ld+json",
    ".md": "text/markdown; charset=utf-8", ".mp3": "audio/mpeg", ".mp4": "video/mp4", ".opus": "audio/ogg",
    ".pdf": "application/pdf", ".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8", ".webp": "image/webp", ".xml": "application/xml; charset=utf-8",
}  # fmt: skip
"""Said here, as what Windows says of an ending depends on what was installed there."""
NEAREST: Final = 5


@dataclass(frozen=True)
class Answer:
    """`location` is where the page really stands, "" where it is here."""

    status: int
    type: str
    body: bytes
    location: str = ""


def answered(view: View, path: str, house: Path, lang: str) -> Answer:
    """What stands at the path of an address, which begins with "/"; `lang` speaks while there is no page. Never
    raises: a browser that is not answered says something in words of its own."""
    try:
        return _answered(view, path, house, lang)
    except Exception as error:
        text, note = words(lang), Note(failed=(failure(error, path, house),))
        return Answer(500, HTML, own_page(text.say("preview.no_page"), (), view, note, text).encode())


def _answered(view: View, path: str, house: Path, lang: str) -> Answer:
    asked = path.removeprefix("/")
    if path.startswith(OWN_FOLDER) or asked == WORKER:
        own = preview_files(house).get(path.removeprefix(OWN_FOLDER).removeprefix("/"))
        return Answer(404, HTML, b"") if own is None else Answer(200, _type(asked), own)
    if any(asked in one.addresses for one in view.readings):
        return _page(view, asked, house)
    if any(f"{asked}/" in one.addresses for one in view.readings):
        return Answer(302, HTML, b"", f"/{asked}/")
    return _file(view, asked) or _nothing(view, asked, lang)


def _page(view: View, asked: str, house: Path) -> Answer:
    """The page of an address in the first reading that can make it; a page of our own where none can."""
    failed: list[Problem] = []
    text = words(ORIGINAL)
    for reading in (one for one in view.readings if asked in one.addresses):
        key = reading.addresses[asked]
        text = _words(reading, key[0])
        try:
            html = reading.html(*key)
        except Exception as error:
            failed.append(failure(error, reading.files_of(key[1])[0], house))
            continue
        note = Note(reading.files_of(key[1]), tuple(_said(reading, key, view, bool(failed), text)), _new(failed, view))
        return Answer(200, HTML, with_panel(html, view, note, text).encode("utf-8", "xmlcharrefreplace"))
    note = Note(failed=_new(failed, view))
    return Answer(500, HTML, own_page(text.say("preview.no_page"), (), view, note, text).encode())


def _new(failed: list[Problem], view: View) -> tuple[Problem, ...]:
    return in_order(one for one in failed if one not in view.problems)


def _said(reading: Reading, key: Key, view: View, is_older: bool, text: Words) -> Iterator[str]:
    """Sentences about a page itself."""
    broken = reading.broken(*key)
    if broken:
        wrong = {one.path for one in view.problems}
        path = next((one for one in reading.files_of(broken.place) if one in wrong), broken.path)
        yield text.say("preview.is_kept" if reading.is_kept(broken) else "preview.is_bare", path=path)
    elif is_older:
        yield text.say("preview.is_older")
    if key[1] == SEARCH:
        yield text.say("preview.no_search")


def _file(view: View, asked: str) -> Answer | None:
    """A file of the site that is no page."""
    for reading in view.readings:
        with contextlib.suppress(Exception):  # why it cannot be made is told by the check
            held = _bytes(reading, asked)
            if held is not None:
                return Answer(200, _type(asked), held)
    return None


def _bytes(reading: Reading, asked: str) -> bytes | None:
    held = reading.build.site.dress.assets.get(asked) or _markdown(reading, asked)
    if held is not None:
        return held
    build = reading.build
    of_all_pages = asked.rpartition("/")[2] in (ROBOTS, SITEMAP, LLMS)
    output = (build.table if of_all_pages else build.beside_pages).files.get(asked)
    return b"".join(output.parts()) if output else None


def _markdown(reading: Reading, asked: str) -> bytes | None:
    """The text that stands beside a page which offers one."""
    page = reading.addresses.get(asked.removesuffix(MARKDOWN)) if asked.endswith(MARKDOWN) else None
    html = reading.html(*page) if page else ""
    return markdown_of(html).encode() if is_offered(html) else None


def _type(path: str) -> str:
    return TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")


def _nothing(view: View, asked: str, lang: str) -> Answer:
    """That there is no such page, and those whose addresses are most like it."""
    known = view.readings[0] if view.readings else None
    first = asked.partition("/")[0]
    if known:
        lang = first if first in known.library.data.locales else ORIGINAL
    text = _words(known, lang) if known else words(lang)
    title = text.say("preview.no_page" if known is None else "preview.not_there")
    page = own_page(title, _nearest(known, asked, lang) if known else (), view, Note(), text)
    return Answer(404 if known else 500, HTML, page.encode())


def _nearest(reading: Reading, asked: str, lang: str) -> Iterator[tuple[str, str]]:
    """(link, title) of the pages of a language whose addresses, or their last parts, are most like what was asked."""
    here = {address: key for address, key in reading.addresses.items() if key[0] == lang}
    last = {address.rstrip("/").rpartition("/")[2]: address for address in here}
    close = get_close_matches(f"{asked.rstrip('/')}/", here, NEAREST, 0.6)
    close += [last[name] for name in get_close_matches(asked.rstrip("/").rpartition("/")[2], last, NEAREST, 0.6)]
    for address in list(dict.fromkeys((*close, min(here, key=len))))[:NEAREST]:
        story = reading.build.site.library.read_in(*here[address])
        yield f"/{address}", unescape(story.front.title) if story else here[address][1]


def _words(reading: Reading, lang: str) -> Words:
    return reading.build.site.words(lang)
