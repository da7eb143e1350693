"""Views all around: their pictures are there, declared, and twice as wide as high."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

from portal.content.fronts.exhibitions import Exhibition, Panorama
from portal.content.rules.house.docs_folder import FOLDER, published_bytes
from portal.content.rules.links import PICTURES_FOLDER, has_file
from portal.content.stories import Story
from portal.reading.pictures.whole import FORMS, seen_picture
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted

_SVG_START: Final = re.compile(rb"<svg\b[^<>]*")
_SVG_WIDTH: Final = re.compile(rb"\swidth=\"(\d{1,6})\"")
_SVG_HEIGHT: Final = re.compile(rb"\sheight=\"(\d{1,6})\"")


def panorama_of(story: Story) -> Panorama | None:
    """The view all around of a story; None where it has none."""
    return story.front.panorama if isinstance(story.front, Exhibition) else None


def around_problems(root: Path, story: Story) -> Iterator[Problem]:
    """What is wrong with the pictures of a view."""
    view = panorama_of(story)
    if view is None or story.lang != story.original:
        return
    entries = {one.file for one in story.front.pictures}
    for name, file in (("picture", view.picture), ("still", view.still)):
        place = ("panorama", name)
        if not has_file(root, f"{PICTURES_FOLDER}/{file}"):
            yield _told(story, place, "panorama-nowhere", file=file)
        elif file not in entries:
            yield _told(story, place, "picture-undeclared", file=file, path=story.document.path)
        elif name == "picture":
            data = published_bytes(root, root / FOLDER / PICTURES_FOLDER / file)
            size = _size(file, data) if data else None
            if size and size[0] != 2 * size[1]:
                yield _told(story, place, "panorama-shape", file=file, width=size[0], height=size[1])


def _size(file: str, data: bytes) -> tuple[int, int] | None:
    """(width, height) of a picture; (0, 1) of a drawing that does not say them, None of what is told elsewhere."""
    if (ending := PurePath(file).suffix) in FORMS:
        seen = seen_picture(data, ending)
        return None if seen.fault else (seen.width, seen.height)
    start = _SVG_START.search(data)
    width, height = (one.search(start[0]) if start else None for one in (_SVG_WIDTH, _SVG_HEIGHT))
    return (int(width[1]), int(height[1])) if width and height else (0, 1)


def _told(story: Story, place: Location, code: str, **values: object) -> Problem:
    return Problem(story.document.path, story.document.line(place), dotted(place), code, values)
