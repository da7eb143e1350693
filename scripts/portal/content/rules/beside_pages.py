"""What lies in docs/ beside a page: what it gives away of people, and what is wrong with recordings and scans."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from portal.content.known.reference import ReferenceData
from portal.content.rules.privacy.published import published_privacy
from portal.content.rules.recordings.all import recording_problems
from portal.content.rules.scans.all import people_in_files, scan_problems
from portal.content.stories import Story
from portal.reading.documents import Document
from portal.reading.problems import Problem


def beside_pages_problems(
    root: Path,
    stories: Mapping[tuple[str, str], Story],
    documents: Mapping[tuple[str, str], Document],
    data: ReferenceData,
) -> Iterator[Problem]:
    """The problems of such files, over all stories with those that wait."""
    yield from published_privacy(root, data, people_in_files(stories.values()))
    yield from recording_problems(root, stories, documents)
    yield from scan_problems(root, stories, documents)
