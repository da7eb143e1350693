"""What the index is written in: lines of text that a script of any browser reads, and numbers in printable letters."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from portal.site.search.impacts import PLACE, Postings, TermEntry

DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
"""64 letters of which none has to be escaped: five bits of a number each, and whether more follow."""
SHARD_BYTES: Final = 3200
"""What a shard weighs packed, about. A query asks for one for each of its words, seldom for two."""


@lru_cache(maxsize=1 << 16)
def number(value: int) -> str:
    """A number that is not negative, its lowest five bits first."""
    said = ""
    while value >= 32:
        said, value = said + DIGITS[32 + value % 32], value // 32
    return said + DIGITS[value]


def postings(found: Postings) -> str:
    """For each passage how many lie between it and the one before, and its impact, as one number."""
    said, start = [], 0
    for place in found:
        said.append(number(place - start))
        start = (place // PLACE + 1) * PLACE
    return "".join(said)


def line(entry: TermEntry) -> str:
    """A term on one line: its key, in how many passages it stands, then each form ("" where it is the key)."""
    key = entry.key
    forms = [f"{'' if form == key else form}:{postings(found)}" for form, found in entry.forms]
    return "|".join((key, number(entry.passages), *forms))


def shards(lines: Iterable[str]) -> Iterator[Sequence[str]]:
    """Lines in their order in parts of about the same weight."""
    part: list[str] = []
    weight = 0.0
    for one in lines:
        part.append(one)
        weight += len(one.encode()) * _PACKED
        if weight >= SHARD_BYTES:
            yield part
            part, weight = [], 0.0
    if part:
        yield part


def value(known: object) -> bytes:
    """What a file of the index tells, as JSON."""
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def script(name: str, mark: str, said: bytes) -> bytes:
    """A file of the index: a call that hands its value over, so that it loads where a page is opened as a file too."""
    return f"portalSearch({json.dumps(name)},{json.dumps(mark)},".encode() + said + b");\n"


def packed(content: bytes) -> int:
    """What a file weighs on its way."""
    return len(gzip.compress(content, 9, mtime=0))


_PACKED: Final = 0.5
