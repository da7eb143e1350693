"""What docs/ may hold: everything in it is published, so only what is known to be harmless may stand there."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from portal.language.folding import fold
from portal.language.made_files import ASSETS, is_made_there
from portal.language.tags import is_known_tag
from portal.reading.documents import OFFICE, Document
from portal.reading.files import guarded_problems, is_link, leads_inside, unreadable
from portal.reading.problems import Problem

FOLDER: Final = "docs"
MOST_BYTES: Final = 20 * 1024 * 1024
"""Of one file: a printed book as PDF; a reader on a phone pays for more."""
MOST_NAME: Final = 100
WORKSHOPS: Final[Mapping[str, frozenset[str]]] = {
    "assets": frozenset((".css", ".js")),
    "identity": frozenset((".css",)),
    "scripts": frozenset((".js", ".json", ".mjs", ".ts")),
    "styles": frozenset((".css",)),
}
"""Folders of the portal's own style and scripts, and the endings that stand in these alone."""
_FOR_CODE: Final = tuple(f"{FOLDER}/{name}/" for name in WORKSHOPS if name != ASSETS)
_CODE: Final = frozenset[str]().union(*WORKSHOPS.values())

_IN_DOCS: Final[Mapping[str, str]] = {
    ".md": "page-in-docs",
    ".markdown": "page-in-docs",
    **dict.fromkeys(OFFICE, "office-in-docs"),
    **dict.fromkeys((".bmp", ".gif", ".heic", ".heif", ".jfif", ".tif", ".tiff"), "picture-form"),
}
"""What people lay into docs/ that belongs elsewhere or is to be saved otherwise, by its ending."""
_NAME = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_SVG = "{http://www.w3.org/2000/svg}"
_SVG_TAGS: Final = frozenset(
    "circle clipPath defs desc ellipse g line linearGradient mask path polygon polyline radialGradient rect stop svg "
    "symbol text title tspan use".split()
)
_SVG_HEAD = re.compile(rb"""<\?xml version=["']1\.0["'](?: encoding=["']utf-8["'])?\s*\?>""", re.IGNORECASE)
_SVG_COMMENT = re.compile(rb"<!--.*?-->|(<!--).*", re.DOTALL)
"""A comment; one that nobody closes is met once, with all that follows, and its beginning stays to be found."""
_SVG_REACHES = re.compile(r"url\((?!#)|javascript:|data:|@import|\\", re.IGNORECASE)
"""What a value reaches out by; a backslash writes the same letters so that nobody finds them."""
_SVG_FUNCTION = re.compile(r"(?<![a-zA-Z-])([a-zA-Z-]+)\(")
_SVG_FUNCTIONS: Final = frozenset(
    "hsl hsla matrix rgb rgba rotate scale scaleX scaleY skewX skewY translate translateX translateY url".split()
)
_SVG_WORDS: Final = frozenset(("aria-label", "id"))
MOST_USES: Final = 100
"""Of one drawing: shapes that are used in shapes that are used grow without end."""


def published_problems(root: Path, documents: Mapping[tuple[str, str], Document]) -> Iterator[Problem]:
    """What may not be published of docs/."""
    folder = root / FOLDER
    if is_link(folder):
        yield _problem(folder, root, "link-of-system")
    elif os.path.lexists(folder):
        pages = {document.place.removesuffix("/index") for document in documents.values()}
        files, blocked = _walk(folder)
        yield from (unreadable(_shown(Path(error.filename), root), error) for error in blocked)
        for path in files:
            yield from guarded_problems(_shown(path, root), _of_file(path, root, pages))


def _walk(folder: Path) -> tuple[list[Path], list[OSError]]:
    """Every file and every symbolic link below a folder, and why others could not be looked into; no link is
    followed."""
    found, blocked = list[Path](), list[OSError]()
    for place, folders, names in os.walk(folder, onerror=blocked.append):
        links = [name for name in folders if is_link(Path(place, name))]
        found += [Path(place, name) for name in (*names, *links)]
    return sorted(found), blocked


def _of_file(path: Path, root: Path, pages: Iterable[str]) -> Iterator[Problem]:
    place = path.relative_to(root / FOLDER)
    if path.is_symlink():
        yield _problem(path, root, "link-of-system")
        return
    bad = next((part for part in place.parts if not _NAME.fullmatch(part) or _RESERVED.fullmatch(part)), "")
    is_spelt = path.suffix in ENDINGS or path.suffix.lower() not in ENDINGS
    if bad or not is_spelt or len(place.as_posix()) > MOST_NAME:
        name = bad or place.name
        yield _problem(path, root, "published-name", name=_printable(name), most=MOST_NAME, instead=_meant(name))
    if _is_taken(place, pages):
        yield _problem(path, root, "published-taken")
    elif not is_spelt:
        return
    elif path.suffix in ENDINGS and not path.is_file():
        yield _problem(path, root, "not-a-file")
    elif path.suffix not in ENDINGS:
        code = _IN_DOCS.get(path.suffix.lower(), "published-ending")
        yield _problem(path, root, code, ending=path.suffix or path.name, endings=sorted(set(ENDINGS) - _CODE))
    else:
        yield from _of_content(path, root, place)


def published_bytes(root: Path, file: Path) -> bytes | None:
    """The bytes of a file below docs/; None of what leads elsewhere, is no plain file, too large or closed to us: that
    is told of the folder, and whoever reads on only leaves it out."""
    try:
        if leads_inside(root, file) and file.is_file() and file.stat().st_size <= MOST_BYTES:
            return file.read_bytes()
    except OSError:
        pass
    return None


def _meant(name: str) -> str:
    """A name as it can be published: no marks, no blanks, an ending in small letters."""
    return re.sub(r"[^a-z0-9.]+", "-", fold(_printable(name))).strip("-.") or "ten-tep"


def _is_taken(place: Path, pages: Iterable[str]) -> bool:
    """Whether a page or an output of the portal has this path. The folders of sections may hold files beside pages."""
    name = place.as_posix()
    return (
        is_made_there(name)
        or is_known_tag(place.parts[0])  # a language's pages stand there, or may one day
        or place.name == "index.html"
        or place.suffix in (".atom", ".xml")
        or name in pages
    )


def _of_content(path: Path, root: Path, place: Path) -> Iterator[Problem]:
    size = path.stat().st_size
    if size > MOST_BYTES:
        yield _problem(path, root, "too-large", size=size // 1024, most=MOST_BYTES // 1024)
        return
    if path.suffix in _CODE and path.suffix not in WORKSHOPS.get(place.parts[0], ()):
        yield _problem(
            path, root, "published-code", folders=[f"{FOLDER}/{name}/" for name in WORKSHOPS if name != ASSETS]
        )
        return
    wrong = ENDINGS[path.suffix](path.read_bytes())
    if wrong:
        yield _problem(path, root, wrong, ending=path.suffix)


def _printable(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _problem(path: Path, root: Path, code: str, **values: object) -> Problem:
    return Problem(_shown(path, root), 1, "", code, values)


def _shown(path: Path, root: Path) -> str:
    return _printable(path.relative_to(root).as_posix())


def _starting(*beginnings: bytes, at: int = 0) -> Callable[[bytes], str]:
    """A check that a file begins (from its byte `at`) as its ending says."""
    return lambda data: "" if data[at:].startswith(beginnings) else "published-not-as-named"


def _webp(data: bytes) -> str:
    return "" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else "published-not-as-named"


def _text(data: bytes, prose: bool = True) -> str:
    """Readable text without controls; in `prose`, nothing that a browser could take for a page."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "not-utf8"
    controls = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
    return "published-not-as-named" if controls or (prose and re.match(r"\s*<[!a-zA-Z?]", text)) else ""


def _captions(data: bytes) -> str:
    """The text of captions, which says of itself that it is one."""
    return _text(data) or ("" if data.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT") else "published-not-as-named")


def _svg(data: bytes) -> str:
    """A drawing and nothing else: known shapes, no script, no handler, no style sheet, nothing from elsewhere."""
    if _text(data, prose=False):
        return "published-not-as-named"
    if b"<!" in _SVG_COMMENT.sub(rb"\1", data) or b"<?" in _SVG_HEAD.sub(b"", data, count=1):
        return "published-svg"
    try:
        tree = ElementTree.fromstring(data)  # no DOCTYPE is left, and so no entity that grows
    except (ElementTree.ParseError, ValueError, LookupError):
        return "published-not-as-named"
    is_drawing = tree.tag == f"{_SVG}svg" and all(_is_drawing(element) for element in tree.iter())
    uses = sum(1 for _ in tree.iter(f"{_SVG}use"))
    return "" if is_drawing and uses <= MOST_USES and not _grows(tree) else "published-svg"


def _grows(tree: ElementTree.Element) -> bool:
    """Whether a group that may be used again itself uses others twice or more: ten such are ten thousand million."""
    used = {use.get("href", use.get(_XLINK_HREF, "")).strip().removeprefix("#") for use in tree.iter(f"{_SVG}use")}
    again = (element for element in tree.iter() if element.get("id") in used)
    return any(sum(1 for _ in element.iter(f"{_SVG}use")) > 1 for element in again)


def _is_drawing(element: ElementTree.Element) -> bool:
    if not isinstance(element.tag, str) or element.tag.removeprefix(_SVG) not in _SVG_TAGS:
        return False
    return all(
        not name.rpartition("}")[2].lower().startswith("on")
        and not (name.rpartition("}")[2] == "href" and not value.strip().startswith("#"))
        and not _SVG_REACHES.search(value)
        and (name in _SVG_WORDS or _SVG_FUNCTIONS.issuperset(_SVG_FUNCTION.findall(value)))
        for name, value in element.attrib.items()
    )


ENDINGS: Final[Mapping[str, Callable[[bytes], str]]] = {
    ".avif": _starting(b"ftypavif", b"ftypavis", b"ftypmif1", at=4),
    ".css": _text,
    ".csv": _text,
    ".jpeg": _starting(b"\xff\xd8\xff"),
    ".jpg": _starting(b"\xff\xd8\xff"),
    ".js": _text,
    ".json": _text,
    ".mjs": _text,
    ".mp3": _starting(b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa"),
    ".mp4": _starting(b"ftyp", at=4),
    ".opus": _starting(b"OggS"),
    ".pdf": _starting(b"%PDF-"),
    ".png": _starting(b"\x89PNG\r\n\x1a\n"),
    ".svg": _svg,
    ".ts": _text,
    ".vtt": _captions,
    ".webp": _webp,
    ".woff2": _starting(b"wOF2"),
}
"""What may be published: an ending, and the code of what is wrong with bytes that are not so ("" if nothing)."""
