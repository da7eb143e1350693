"""The files a publication offers: each is there to be taken, below docs/."""

from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath

from portal.content.kinds import Publication
from portal.content.rules.links import PICTURES_FOLDER, has_file
from portal.content.stories import Story
from portal.reading.problems import Problem


def file_problems(root: Path, story: Story) -> Iterator[Problem]:
    """A problem for each file of a publication that nobody could open, or that is there although the publication was
    taken back; told once, where its facts stand."""
    if not isinstance(story.front, Publication) or story.lang != story.original:
        return
    for number, one in enumerate(story.front.files):
        code = _wrong(root, one.path) if story.withdrawn is None else _still_there(root, one.path)
        if code:
            line, name = story.document.line(("files", number, "path")), f"files[{number + 1}].path"
            values = {"value": one.path, "place": f"docs/{one.path.removeprefix('/').removeprefix('docs/')}"}
            yield Problem(story.document.path, line, name, code, values)


def _wrong(root: Path, path: str) -> str:
    """The code of why nobody could take a file; "" if anybody can. A picture of texts is published in sizes alone."""
    if not has_file(root, path) or normpath(path) != path:
        return "file-offered"
    return "picture-offered" if path.startswith(f"{PICTURES_FOLDER}/") else ""


def _still_there(root: Path, path: str) -> str:
    """The code of a file that outlived what it was offered by; "" where it is gone."""
    return "file-of-withdrawn" if has_file(root, path) and normpath(path) == path else ""
