"""The files a publication offers: each is there to be taken, below docs/."""

from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath

from portal.content.kinds import Publication
from portal.content.rules.links import has_file
from portal.content.stories import Story
from portal.reading.problems import Problem


def file_problems(root: Path, story: Story) -> Iterator[Problem]:
    """A problem for each file of a publication that nobody could open; told once, where its facts stand."""
    if not isinstance(story.front, Publication) or story.lang != story.original:
        return
    for number, one in enumerate(story.front.files):
        if not has_file(root, one.path) or normpath(one.path) != one.path:
            place = ("files", number, "path")
            values = {"value": one.path, "place": f"docs/{one.path.removeprefix('/').removeprefix('docs/')}"}
            yield Problem(
                story.document.path, story.document.line(place), f"files[{number + 1}].path", "file-offered", values
            )
