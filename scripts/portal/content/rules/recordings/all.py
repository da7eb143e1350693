"""All that can be wrong with recordings, over every story and docs/."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from portal.content.fronts.recordings import Recording
from portal.content.rules.recordings.files import file_set_problems, nobodys_problems
from portal.content.rules.recordings.people import people_problems
from portal.content.rules.recordings.said_page import page_problems
from portal.content.rules.recordings.told import RecordingStory
from portal.content.stories import Story
from portal.reading.documents import Document
from portal.reading.problems import Problem


def recording_problems(
    root: Path, stories: Mapping[tuple[str, str], Story], documents: Mapping[tuple[str, str], Document]
) -> Iterator[Problem]:
    """What is wrong with recordings, each told in the file that holds its facts. `stories` with those that wait; a
    page with other problems stands in `documents` alone, and its files are not nobody's for that."""
    for story in stories.values():
        if isinstance(story.front, Recording) and story.lang == story.original:
            one = RecordingStory(story, story.front)
            yield from people_problems(one)
            yield from page_problems(one, stories)
            yield from file_set_problems(root, one)
    yield from nobodys_problems(root, {place for _, place in documents})
