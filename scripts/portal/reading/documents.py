"""A document: one Markdown file as it lies on disk, its front matter read and its text left as it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from portal.language.folding import slugify
from portal.language.letters import code_point
from portal.language.locales import folder_code
from portal.reading.files import read_text
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, Reading, read_yaml

MAX_FRONT_MATTER = 64 * 1024
MAX_FILE = 2 * 1024 * 1024
MAX_NAME = 100

OFFICE: Final = frozenset(".doc .docx .odp .ods .odt .ppt .pptx .rtf .xls .xlsx".split())
PICTURE_OR_OFFICE: Final[Mapping[str, str]] = {
    **dict.fromkeys(".avif .bmp .gif .heic .jpeg .jpg .png .svg .tif .tiff .webp".split(), "picture-in-content"),
    **dict.fromkeys(OFFICE, "office-in-content"),
    ".pdf": "pdf-in-content",
}
"""What people lay beside their text, by its ending, and the problem it is there."""

_COMMENT = re.compile(r"(?:^|[ \t])#")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DASHES = re.compile(r"[-–—−‐‑_=*]{1,10}(?: ?[-–—−‐‑_=*]){0,9}")
_FEW = 3
_ENDING = re.compile(r"\.(?:md|markdown|txt)(?:\.txt|\.doc)?$", re.IGNORECASE)
RESERVED_NAMES: Final = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}


@dataclass(frozen=True)
class Document:
    """`path` is relative to the root (content_vi/cong-uoc/crc.md), `place` the same without language folder and
    ending (cong-uoc/crc), named as it should be where its name is bad: that is told, and nothing for it. `body_line`
    is the line of the file on which `body` starts; `comments` are the lines and words of those in its front matter,
    which are as public as the rest; `stated` are the numbers that it takes from data/, as written there."""

    path: str
    lang: str
    place: str
    front: Mapping[str, Any] | None
    lines: Mapping[Location, int]
    body: str
    body_line: int
    problems: tuple[Problem, ...] = field(default=(), repr=False)
    comments: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    stated: tuple[str, ...] = ()

    @property
    def section(self) -> str:
        """The first folder, or "" for a page at the top."""
        return self.place.split("/")[0] if "/" in self.place else ""

    @property
    def slug(self) -> str:
        return self.place.rsplit("/", 1)[-1]

    def line(self, location: Location) -> int:
        """The line of a front-matter place, or of the nearest one around it; 1 for what is not there."""
        return Reading(lines=dict(self.lines)).line(location)


def read_document(root: Path, path: Path) -> Document:
    """Read one file below `root`. Never raises for what is in the file: that becomes problems."""
    relative = path.relative_to(root).as_posix()
    folder, _, rest = relative.partition("/")
    lang, place = folder_code(folder), good_place(rest)
    strange = PICTURE_OR_OFFICE.get(path.suffix.lower())
    if strange:  # no text: where it lies is what is wrong, and nothing in it
        return Document(relative, lang, place, None, {}, "", 1, (Problem(relative, 1, "", strange),))
    problems = list(_name_problems(relative, rest))
    read = read_text(root, path, MAX_FILE)
    problems += read.problems
    text = read.text
    if text is None:
        return Document(relative, lang, place, None, {}, "", 1, tuple(problems))
    front, body, body_line = split_front(text)
    if front is None:
        problems.append(_without_front(relative, text))
        return Document(relative, lang, place, None, {}, text, 1, tuple(problems))
    reading = read_yaml(front, relative, 2, MAX_FRONT_MATTER)
    problems += reading.problems
    values = _mapping(reading, relative, problems)
    said = tuple(_comments(front))
    return Document(relative, lang, place, values, reading.lines, body, body_line, tuple(problems), said)


def _comments(front: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(front.split("\n"), 2):
        found = _COMMENT.search(line) if "#" in line else None
        if found and line.count('"', 0, found.start()) % 2 == 0 and line.count("'", 0, found.start()) % 2 == 0:
            yield number, line[found.end() :]


def _without_front(path: str, text: str) -> Problem:
    """Why a file has no front matter: nothing stands for it, it is not closed, or its dashes are others."""
    lines = text.split("\n")
    opened = lines[0].rstrip() == "---"
    said = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    dashes = [one for one in said if _DASHES.fullmatch(one[1]) and one[1] != "---"]
    if dashes and (opened or dashes[0] == said[0]):
        line, value = dashes[0]
        return Problem(path, line, "", "front-matter-dashes", {"value": value, "character": code_point(value[0])})
    if not opened and any(value == "---" for _, value in said[:_FEW]):
        line = next(number for number, value in said if value == "---")
        return Problem(path, 1, "", "front-matter-late", {"first": line})
    return Problem(path, 1, "", "front-matter-open" if opened else "front-matter-missing")


def _mapping(reading: Reading, path: str, problems: list[Problem]) -> Mapping[str, Any] | None:
    if isinstance(reading.value, dict):
        return reading.value
    if not reading.problems:
        problems.append(Problem(path, 2, "", "front-matter-missing"))
    return None


def _name_problems(path: str, rest: str) -> list[Problem]:
    parts = PurePosixPath(rest).with_suffix("").parts
    codes = []
    if not rest.endswith(".md") or not all(_NAME.fullmatch(p) for p in parts):
        codes.append("file-name")
    if any(p in RESERVED_NAMES for p in parts):
        codes.append("file-name-reserved")
    if len(rest) > MAX_NAME:
        codes.append("file-name-long")
    name = rest.rsplit("/", 1)[-1]
    values = {"name": name, "most": MAX_NAME, "now": f"{good_place(rest)}.md"}
    return [Problem(path, 1, "", code, values) for code in codes]


def good_place(place: str) -> str:
    """A place as it can be written: "thanh-tuu/Nước sạch" is thanh-tuu/nuoc-sach."""
    plain = _ENDING.sub("", place)
    return "/".join(slugify(part) or "bai" for part in plain.split("/"))


def split_front(text: str) -> tuple[str | None, str, int]:
    """(front matter, body, line of the body's first line); (None, text, 1) where there is no closed front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, text, 1
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return None, text, 1
