"""What lessons and units are held to alike: marks of sources that are there, the same course in both languages."""

from collections.abc import Collection, Iterator, Mapping

from portal.content.fronts.easy import cited_in
from portal.content.fronts.taught import TAUGHT_LINES
from portal.content.rules.steps import link_in
from portal.content.rules.telling import front_texts
from portal.content.stories import Story
from portal.content.strict import Strict
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted


def mark_problems(story: Story, fields: Collection[str]) -> Iterator[Problem]:
    """Marks of sources that are not there, and links, which these fields cannot show."""
    known, raw = len(story.front.references), story.document.front or {}
    for place, text in front_texts({name: raw[name] for name in fields if name in raw}):
        if link_in(text):
            yield in_front(story, place, "link-in-line")
            continue
        for number in cited_in(text):
            if not 1 <= number <= known:
                yield in_front(story, place, "source-number", number=number, most=known)


def differing_problems(story: Story, original: Story | None, alike: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Where a translation teaches otherwise than its original: `alike` are the values that have to be the same, by the
    list they stand in."""
    if original is None or original is story or type(original.front) is not type(story.front):
        return
    for name in (*TAUGHT_LINES, *alike):
        first, own = getattr(original.front, name), getattr(story.front, name)
        if len(first) != len(own):
            yield in_front(story, (name,), "lesson-differs", count=len(own), most=len(first))
            continue
        for index, (theirs, mine) in enumerate(zip(first, own, strict=True)):
            for key in alike.get(name, ()):
                yield from _other(story, (name, index, key), getattr(theirs, key), getattr(mine, key))


def _other(story: Story, place: Location, should: object, value: object) -> Iterator[Problem]:
    if isinstance(should, list) and isinstance(value, list):
        if len(should) != len(value):
            yield in_front(story, place, "lesson-differs", count=len(value), most=len(should))
    elif should != value:
        yield in_front(story, place, "lesson-other", value=_written(value), should=_written(should))


def _written(value: object) -> str:
    """A value as its file has it: of several fields, what they say."""
    if isinstance(value, Strict):
        return ", ".join(map(str, value.model_dump(exclude_none=True).values()))
    return "–" if value is None else str(value)


def in_front(story: Story, place: Location, code: str, **values: object) -> Problem:
    """A problem at a place of a page's head."""
    return Problem(story.document.path, story.document.line(place), dotted(place), code, values)
