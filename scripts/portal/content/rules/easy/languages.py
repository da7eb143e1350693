"""An easy version beside its original: as many parts, the same drawings, the same sources."""

from collections.abc import Iterator

from portal.content.fronts.easy import Easy, EasyPart
from portal.content.rules.easy.told import EasyStory
from portal.content.stories import Story
from portal.reading.problems import Problem


def language_problems(one: EasyStory, original: Story | None) -> Iterator[Problem]:
    """Where a translation has other parts than its original."""
    if original is None or original is one.story or not isinstance(original.front, Easy):
        return
    first, mine = original.front.parts, one.front.parts
    if len(first) != len(mine):
        yield one.told(("parts",), "easy-parts-differ", count=len(mine), most=len(first))
        return
    for number, (theirs, own) in enumerate(zip(first, mine, strict=True)):
        yield from _part(one, number, theirs, own)


def _part(one: EasyStory, number: int, first: EasyPart, own: EasyPart) -> Iterator[Problem]:
    if first.picture != own.picture:
        yield one.told(("parts", number, "picture"), "easy-picture-differs", value=own.picture, should=first.picture)
    if first.cited != own.cited:
        should = ", ".join(map(str, sorted(first.cited))) or "–"
        value = ", ".join(map(str, sorted(own.cited))) or "–"
        yield one.told(("parts", number, "lines"), "easy-sources-differ", value=value, should=should)
