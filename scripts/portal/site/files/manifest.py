"""The list of a publication's files with the SHA-256 of each, as `sha256sum -c` reads it; what such a list may say."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

MANIFEST: Final = "manifest-sha256.txt"
"""In a site and in a copy of it: every file that stands there but this one (and, in a site, the copy's)."""
COPY_MANIFEST: Final = "manifest-usb-sha256.txt"
"""In a site alone: the list that its copy for USB sticks, whose pages have other links, carries as MANIFEST."""
PUBLICATION: Final = "publication.json"
"""Which version, commit and day the files are of."""
MANIFESTS: Final = frozenset({MANIFEST, COPY_MANIFEST})
MOST_LINES: Final = 200_000
_LINE: Final = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)")
_OUTSIDE: Final = re.compile(r"^(?:[A-Za-z]:|/)|(?:^|/)(?:\.{1,2}|)(?:/|$)|[\x00-\x1f\x7f\\]")


@dataclass(frozen=True)
class BadLine:
    """A line of a list that cannot be used; `why` names a sentence of the words `verify.bad_lines`."""

    number: int
    why: str


def manifest_text(sums: Mapping[str, str]) -> str:
    """The list of some files by their paths, each with its SHA-256 in hexadecimal, in the order of paths."""
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums))


def read_manifest(data: bytes) -> tuple[Mapping[str, str], tuple[BadLine, ...]]:
    """The SHA-256 by path that a list says, and every line that cannot be used. What editors of text add, a mark in
    front and other ends of lines, is no fault."""
    try:
        lines = [line.removesuffix("\r") for line in data.decode("utf-8-sig").split("\n")]
    except UnicodeDecodeError:
        return {}, (BadLine(1, "not_text"),)
    if len(lines) > MOST_LINES:
        return {}, (BadLine(MOST_LINES + 1, "too_many"),)
    sums: dict[str, str] = {}
    bad = []
    for number, line in enumerate(lines, 1):
        found = _LINE.fullmatch(line)
        why = _why_not(found[2], sums) if found else "" if not line.strip() else "not_a_sum"
        if why:
            bad.append(BadLine(number, why))
        elif found:
            sums[found[2]] = found[1].lower()
    return sums, tuple(bad) if sums or bad else (BadLine(1, "empty"),)


def _why_not(path: str, sums: Mapping[str, str]) -> str:
    """Why a path of a list is not followed; "" for one that is."""
    return "outside" if _OUTSIDE.search(path) else "twice" if path in sums else ""


@dataclass(frozen=True)
class Verified:
    """What became of the files of a list in a copy. `unread` says of each file that is there and could not be read why
    not, as a word of `verify.unread`; `extra` is None where nobody can say what else is there."""

    same: tuple[str, ...]
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    unread: Mapping[str, str]
    extra: tuple[str, ...] | None

    @property
    def is_whole(self) -> bool:
        """Whether every file is there and the same, and nothing else is."""
        return not (self.changed or self.missing or self.unread or self.extra)


@dataclass(frozen=True)
class FoundFile:
    """A file of a copy as it was found: its SHA-256, or why there is none."""

    sha256: str = ""
    why: str = ""


NOT_THERE: Final = FoundFile(why="missing")


def verified(sums: Mapping[str, str], found: Mapping[str, FoundFile], there: Iterable[str] | None) -> Verified:
    """The files of a list beside what was found of each; `there` names every file of the copy, where that is known."""
    same = tuple(path for path in sums if found[path].sha256 == sums[path])
    changed = tuple(path for path in sums if found[path].sha256 not in ("", sums[path]))
    missing = tuple(path for path in sums if found[path] == NOT_THERE)
    unread = {path: found[path].why for path in sums if found[path].why and found[path] != NOT_THERE}
    extra = None if there is None else tuple(sorted(set(there) - set(sums) - MANIFESTS))
    return Verified(same, changed, missing, unread, extra)
