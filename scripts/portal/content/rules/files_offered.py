"""The files a publication offers: each is there to be taken, below docs/."""

from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath

from portal.content.kinds import Publication
from portal.content.rules.links import has_file
from portal.content.stories import Story
from portal.reading.problems import Problem


def file_problems(root: Path, story: Story) -> Iterator[Problem]:
    """A problem for each file of a publication that nobody could open, or that is there although the publication was
    taken back; told once, where its facts stand."""
    if not isinstance(story.front, Publication) or story.lang != story.original:
        return
    for number, one in enumerate(story.front.files):
        is_there = has_file(root, one.path) and normpath(one.path) == one.path
        if is_there == (story.withdrawn is not None):
            code = "file-of-withdrawn" if is_there else "file-offered"
            line = story.document.line(("files", number, "path"))
            values = {"value": one.path, "place": f"docs/{one.path.removeprefix('/').removeprefix('docs/')}"}
            yield Problem(story.document.path, line, f"files[{number + 1}].path", code, values)
