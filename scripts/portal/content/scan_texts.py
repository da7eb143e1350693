"""The text of a scanned paper, which stands below the head of its page: read as a field, before anyone reads on.

It is what the paper says, not what we say: no rule for our own prose goes over it, no mend touches it, nothing in it is
Markdown, and pages in other languages take it from there as they take every fact."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from portal.content.rules.telling import tell
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.reading.documents import Document, split_front
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location

PAPER_FIELD: Final = "text"
"""The field of a page that is what the paper says."""
_SHEET: Final = re.compile(r"##[ \t]+[^\W\d_]+[ \t]+(\d{1,4})[ \t]*")
"""How a page of the paper is headed, in any language: "## Trang 1", "## Page 1"."""
_NEARLY: Final = re.compile(
    r"(?:#{1,6}|\*\*)[ \t]{0,3}([^\W\d_]{1,20})[ \t]{0,3}(?:số|no|number)?[.:/–-]?[ \t]{0,3}(\d{1,4})[.:/–-]?(?:\*\*)?",
    re.IGNORECASE,
)
"""A heading that lacks little: another level, no blank, a colon, bold."""
_KIND: Final = re.compile(r"^kind:[ \t]*[\"']?scan[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)


@dataclass(frozen=True)
class _Sheet:
    """A page of the paper: its number and words as written, its heading's line from 0."""

    number: int
    line: int
    text: str


def with_scan_text(document: Document, problems: list[Problem]) -> Document:
    """The document with the pages of its paper as its field `text`; any other as it is. What stands before the first
    page stays, and pages out of order are added to `problems`."""
    front = document.front
    if front is None or front.get("kind") != "scan":
        return document
    sheets = _sheets(document.body)
    problems += _nearly_headings(document)
    if not sheets:
        return document
    if PAPER_FIELD in front:
        problems.append(tell(document, sheets[0].line, "scan-text-twice", field=PAPER_FIELD))
        return document
    problems += _order(document, sheets)
    own = "\n".join(document.body.split("\n")[: sheets[0].line])
    first = document.body_line + 1
    lines: dict[Location, int] = {(PAPER_FIELD,): first + sheets[0].line - 1}
    lines |= {(PAPER_FIELD, index): first + one.line for index, one in enumerate(sheets)}
    said = {**front, PAPER_FIELD: [one.text for one in sheets]}
    return replace(document, front=said, body=own, lines={**document.lines, **lines})


def lines_before_paper(text: str) -> int | None:
    """How many lines of a file are ours, where the text of a paper follows; None where none does."""
    front, body, begins = split_front(text)
    if front is None or not _KIND.search(front):
        return None
    sheets = _sheets(body)
    return begins - 1 + sheets[0].line if sheets else None


def _sheets(body: str) -> list[_Sheet]:
    rows = body.split("\n")
    heads = [(number, found) for number, row in enumerate(rows) if (found := _SHEET.fullmatch(row.rstrip()))]
    ends = (*(number for number, _ in heads), len(rows))[1:]
    return [
        _Sheet(int(found[1]), number, "\n".join(rows[number + 1 : end]))
        for (number, found), end in zip(heads, ends, strict=True)
    ]


def _nearly_headings(document: Document) -> Iterator[Problem]:
    """Lines that somebody meant as the heading of a page: what follows would be of the page before. A line of the paper
    that looks like one is left alone behind a blank."""
    called = {words(lang).say("scans.sheet", number="").strip().casefold() for lang in LANGUAGES}
    for number, row in enumerate(map(str.rstrip, document.body.split("\n"))):
        found = _NEARLY.fullmatch(row)
        if found and found[1].casefold() in called and not _SHEET.fullmatch(row):
            yield tell(document, number, "scan-page-heading", value=row, should=f"## {found[1]} {found[2]}")


def _order(document: Document, sheets: list[_Sheet]) -> Iterator[Problem]:
    """Pages are counted from 1 and none is left out, so that the text stands beside its picture."""
    for index, one in enumerate(sheets, 1):
        if one.number != index:
            yield tell(document, one.line, "scan-page-order", value=one.number, should=index)
            return
