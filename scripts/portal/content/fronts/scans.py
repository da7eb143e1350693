"""A digitised document: a paper that was scanned, the text of each of its pages, who may publish it and why."""

import re
from collections.abc import Iterator
from typing import Annotated, Final, Literal

from pydantic import AfterValidator

from portal.content.front_matter import Front
from portal.content.publishing import PublicDay
from portal.language.vocabulary import SCANS
from portal.reading.fields import AgencyId, Asked, KnownDay, LanguageTag, Said, Text, problem
from portal.reading.pictures.said import PictureLicence

READINGS: Final = ("unchecked", "checked")
"""Whether the text is as a program read it, or a person compared it with the paper."""
SCAN_ENDING: Final = ".pdf"
MOST_ON_A_SHEET: Final = 20_000
"""Letters of one page: a newspaper's has some twelve thousand."""
_IN_A_ROW: Final = 0.75
"""Of the longest line of a page: a shorter one ends where its writer ended it, not where the paper did."""
_LISTED: Final = re.compile(r"(?:[-+*•–—]|\(?[^\W_]{1,3}[.)])\s")

ScanReading = Literal[*READINGS]  # type: ignore[valid-type]


def _of_a_sheet(value: str) -> str:
    """What stands on a page: of any length that a page has, its lines kept."""
    if len(value) > MOST_ON_A_SHEET:
        raise problem("text-too-long", length=len(value), least=1, most=MOST_ON_A_SHEET)
    return value.strip()


SheetText = Annotated[str, AfterValidator(_of_a_sheet), Asked("long")]


class Scan(Front):
    """A paper that was scanned. Its file stands in docs/ under the page's own place: docs/tu-lieu/ke-hoach.pdf; how
    many pages it has and what it weighs are read from it. `text` is what stands on each page, in the order people read
    it: most write it below the head, a heading a page ("## Trang 1"), where nothing is Markdown. `issued` is the day on
    the paper, `redacted` what was struck out before scanning, `scanned_by` and `checked_by` are roles, not names."""

    sections = (SCANS,)
    template = "scan.html"

    kind: Literal["scan"]
    date: PublicDay
    agency: AgencyId
    issuer: Annotated[Text, Said()]
    number: Text | None = None
    issued: KnownDay
    written_in: LanguageTag
    rights_holder: Annotated[Text, Said()]
    rights_ground: Annotated[Text, Said()]
    licence: PictureLicence
    redacted: Annotated[Text, Said()]
    ocr: ScanReading
    scanned_by: Annotated[Text | None, Said()] = None
    checked_by: Annotated[Text | None, Said()] = None
    text: list[SheetText] = []

    @property
    def is_signed_for(self) -> bool:
        """Whether it says who scanned the paper and who looked through file and text."""
        return bool(self.scanned_by and self.checked_by)


def scan_path(place: str) -> str:
    """Where the file of the page at a place stands below docs/, and in the site."""
    return f"{place}{SCAN_ENDING}"


def scan_of(path: str) -> str:
    """The place of the page that a file below docs/ belongs to; "" for one that is not in the folder of scans."""
    return path.rpartition(".")[0] or path if path.startswith(f"{SCANS}/") else ""


def paragraphs_on(sheet: str) -> Iterator[tuple[str, ...]]:
    """The paragraphs of a page, each as the lines that stay lines: what the paper's edge broke is one line again, so
    that it reads on a phone, and aloud."""
    rows = [" ".join(row.split()) for row in sheet.split("\n")]
    long = max(map(len, rows)) * _IN_A_ROW
    lines, is_open = list[str](), False
    for row in (*rows, ""):
        if not row and lines:
            yield tuple(lines)
            lines = []
        elif row and lines and is_open and not _LISTED.match(row):
            lines[-1] += f" {row}"
        elif row:
            lines.append(row)
        is_open = len(row) >= long
