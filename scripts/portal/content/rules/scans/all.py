"""All that can be wrong with digitised documents, over every story and docs/."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from portal.content.front_matter import NamedPerson
from portal.content.fronts.scans import Scan, scan_path
from portal.content.rules.house.docs_folder import FOLDER
from portal.content.rules.scans.files import lost_scan_problems, scan_file_problems
from portal.content.rules.scans.told import ScanStory
from portal.content.stories import Story
from portal.reading.documents import Document
from portal.reading.problems import Problem


def scan_problems(
    root: Path, stories: Mapping[tuple[str, str], Story], documents: Mapping[tuple[str, str], Document]
) -> Iterator[Problem]:
    """What is wrong with digitised documents, each told in the file that holds its facts. `stories` with those that
    wait; a page with other problems stands in `documents` alone, and its file is not nobody's for that."""
    for story in stories.values():
        if isinstance(story.front, Scan) and story.lang == story.original:
            one = ScanStory(story, story.front)
            yield from _text_problems(one)
            yield from scan_file_problems(root, one)
    yield from lost_scan_problems(root, {place for (_, place), one in documents.items() if _may_be_scan(one)})


def _may_be_scan(document: Document) -> bool:
    """Whether a file is a digitised document's, or says so little that nobody knows."""
    return document.front is None or document.front.get("kind", "scan") == "scan"


def people_in_files(stories: Iterable[Story]) -> dict[str, tuple[NamedPerson, ...]]:
    """For the path of each scan those whom its page names: its signers stand on the paper as on the page."""
    scans = (story for story in stories if isinstance(story.front, Scan) and story.lang == story.original)
    return {f"{FOLDER}/{scan_path(story.place)}": tuple(story.front.people) for story in scans}


def _text_problems(one: ScanStory) -> Iterator[Problem]:
    if not one.front.text:
        yield one.told(("kind",), "scan-no-text")
    for index, sheet in enumerate(one.front.text):
        if not sheet:
            yield one.told(("text", index), "scan-page-empty", page=index + 1)
    if one.front.ocr == "checked" and not one.front.checked_by:
        yield one.told(("ocr",), "scan-checked-by-nobody")
