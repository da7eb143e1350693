"""A page that was taken back may say which to read instead: one that is there, and stands."""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from portal.content.stories import Story
from portal.reading.problems import Problem


def instead_problems(stories: Iterable[Story], today: date) -> Iterator[Problem]:
    """A problem for each `instead` that leads to no page, to one that waits, or to one taken back itself."""
    every = tuple(stories)
    standing = {story.place for story in every if not story.withdrawn and not story.front.waits(today)}
    for story in every:
        gone = story.withdrawn
        if gone and gone.instead and gone.instead not in standing and story.lang == story.original:
            values = {"value": gone.instead, "choices": _meant(gone.instead, standing) or "thanh-tuu/2026/ten-bai"}
            line = story.document.line(("withdrawn", "instead"))
            yield Problem(story.document.path, line, "withdrawn.instead", "instead-nowhere", values)


def _meant(value: str, places: Iterable[str]) -> list[str]:
    """The place whose last part is most like that of what was written."""
    by_name = {place.rpartition("/")[2]: place for place in sorted(places)}
    name = value.strip("/").removesuffix(".md").rpartition("/")[2]
    return [by_name[found] for found in get_close_matches(name, by_name, n=1, cutoff=0.7)]
