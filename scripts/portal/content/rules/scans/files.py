"""The file of a scan: it is there, opens, does nothing by itself, hides nothing, and has the pages its text has."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from portal.content.fronts.scans import SCAN_ENDING, scan_of, scan_path
from portal.content.rules.house.docs_folder import ENDINGS, FOLDER
from portal.content.rules.recordings.files import media_bytes
from portal.content.rules.scans.told import ScanStory
from portal.reading.files import files_below
from portal.reading.media.scanned_pdf import ScannedPdf, scanned_pdf
from portal.reading.metadata.pdf_pages import has_words, kept_pages
from portal.reading.problems import Problem

MOST_OF_A_SCAN: Final = 10_000_000
"""Bytes: half of what docs/ takes of any file. A reader pays for each megabyte, and git keeps each for ever."""

_ACTS: Final = {
    "script": "scan-script",
    "start": "scan-start",
    "form": "scan-form",
    "attachment": "scan-attachment",
    "note": "scan-note",
}
"""How it is told what a file holds beside its pages."""


def scan_file_problems(root: Path, one: ScanStory) -> Iterator[Problem]:
    """What is wrong with the file of a page, told where the page says its kind."""
    path = scan_path(one.story.place)
    data, value = media_bytes(root, path), f"{FOLDER}/{path}"
    if data is None:
        yield one.told(("kind",), "scan-file-missing", value=value)
    if not data or ENDINGS[SCAN_ENDING](data):
        return  # what is too large, or no PDF by its first bytes, others tell
    found = scanned_pdf(data)
    if found is None:
        yield one.told(("kind",), "scan-broken", value=value)
    elif found.is_locked:
        yield one.told(("kind",), "scan-locked", value=value)
    else:
        yield from _of_file(one, value, found)
        yield from _bare_pages(root, one, value, data)


def _of_file(one: ScanStory, value: str, found: ScannedPdf) -> Iterator[Problem]:
    for act in found.acts:
        yield one.told(("kind",), _ACTS[act], value=value)
    if found.has_earlier:
        yield one.told(("kind",), "scan-earlier", value=value)
    if found.size > MOST_OF_A_SCAN:
        values = {"size": found.size // 1000, "most": MOST_OF_A_SCAN // 1000}
        yield one.told(("kind",), "scan-heavy", value=value, **values)
    if one.front.text and len(one.front.text) != found.pages:
        yield one.told(("text",), "scan-pages", value=value, count=len(one.front.text), pages=found.pages)


def _bare_pages(root: Path, one: ScanStory, value: str, data: bytes) -> Iterator[Problem]:
    """Pages that are pictures alone among others that have their words; where none has, that is told of any PDF."""
    read = kept_pages(root, data)
    bare = [number for number, text in enumerate(read.texts, 1) if not has_words(text)]
    if bare and not read.is_scanned:
        yield one.told(("kind",), "scan-bare", value=value, pages=", ".join(map(str, bare)))


def lost_scan_problems(root: Path, places: Collection[str]) -> Iterator[Problem]:
    """Files in the folder of scans that belong to no digitised document: what was taken back must not be found any
    more. `places` are those of such documents."""
    for file in files_below(root, FOLDER)[0]:
        path = file.relative_to(root / FOLDER).as_posix()
        place = scan_of(path)
        if place and place not in places:
            yield Problem(f"{FOLDER}/{path}", 1, "", "scan-of-nobody", {"value": place})
        elif place and not path.endswith(SCAN_ENDING):
            yield Problem(f"{FOLDER}/{path}", 1, "", "scan-not-pdf", {"value": f"{FOLDER}/{scan_path(place)}"})
