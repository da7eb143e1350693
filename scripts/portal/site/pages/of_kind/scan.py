"""What a digitised document shows: its file, page by page in the browser's own viewer, its text, who answers for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.fronts.scans import Scan, paragraphs_on, scan_path
from portal.content.stories import Story
from portal.language.words import Words
from portal.language.written import written_day, written_size
from portal.reading.media.scanned_pdf import ScannedPdf, scanned_pdf
from portal.site.pages.agency import agency_of
from portal.site.site import Site
from portal.site.spot import Spot


@dataclass(frozen=True)
class PaperPage:
    """A page of the paper: its number and name, its paragraphs as lines, its address in the file; "" where that has no
    such page."""

    number: int
    title: str
    paragraphs: tuple[tuple[str, ...], ...]
    href: str


@dataclass(frozen=True)
class ScanFact:
    """Something known of the paper; `is_missing` where nobody has said it yet, which is then said."""

    label: str
    value: str
    is_missing: bool


@dataclass(frozen=True)
class ScanView:
    """A digitised document: `lang` is the paper's, `file` opens it, "" where it is not there, with its pages and what
    it weighs in `about`; `first` are what a reader asks first of it; `several` pages are worth a list; `unchecked`
    warns of a text nobody compared, "" else."""

    lang: str
    file: str
    about: str
    first: tuple[ScanFact, ...]
    facts: tuple[ScanFact, ...]
    sheets: tuple[PaperPage, ...]
    several: bool
    unchecked: str


def scan_view(spot: Spot, story: Story, front: Scan) -> ScanView:
    """A digitised document in the words of its frame."""
    text, found = spot.words, file_of_scan(spot.site, story.place)
    file = spot.root + scan_path(story.place) if found else ""
    return ScanView(
        lang=front.written_in,
        file=file,
        about=file_told(found, text) if found else "",
        first=tuple(_first(spot, front)),
        facts=tuple(_facts(spot, story, front)),
        sheets=tuple(_sheets(text, front, file, found.pages if found else 0)),
        several=len(front.text) > 1,
        unchecked=text.say("scans.unchecked") if front.ocr == "unchecked" else "",
    )


def file_of_scan(site: Site, place: str) -> ScannedPdf | None:
    """What the file of a page says of itself; None where there is none that opens."""
    data = site.dress.assets.get(scan_path(place))
    return scanned_pdf(data) if data else None


def file_told(found: ScannedPdf, text: Words) -> str:
    """Its form, its pages, what it weighs."""
    return text.say("scans.weighs", count=found.pages, size=written_size(found.size, text))


def issued_told(front: Scan, text: Words) -> str:
    """The day on the paper, or that nobody knows it."""
    return written_day(front.issued, text) if front.issued else text.say("scans.day_unknown")


def _first(spot: Spot, front: Scan) -> Iterator[ScanFact]:
    yield from _rows(
        spot.words,
        {
            "issuer": front.issuer,
            "number": front.number or spot.words.say("scans.no_number"),
            "issued": issued_told(front, spot.words),
            "written_in": spot.words.language_name(front.written_in),
        },
    )


def _facts(spot: Spot, story: Story, front: Scan) -> Iterator[ScanFact]:
    text = spot.words
    yield from _rows(
        text,
        {
            "rights_holder": front.rights_holder,
            "rights_ground": front.rights_ground,
            "licence": text.label("picture_licences", front.licence),
            "redacted": front.redacted,
            "ocr": text.label("scan_readings", front.ocr),
            "scanned_by": front.scanned_by,
            "checked_by": front.checked_by,
            "agency": agency_of(spot, story),
        },
    )


def _rows(text: Words, said: dict[str, str | None]) -> Iterator[ScanFact]:
    for name, value in said.items():
        yield ScanFact(text.say(f"scans.facts.{name}"), value or text.say("scans.not_said"), not value)


def _sheets(text: Words, front: Scan, file: str, pages: int) -> Iterator[PaperPage]:
    for number, sheet in enumerate(front.text, 1):
        title = text.say("scans.sheet", number=number)
        href = f"{file}#page={number}" if number <= pages else ""
        yield PaperPage(number, title, tuple(paragraphs_on(sheet)), href)
