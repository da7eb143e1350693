"""Places as pages write them: each writing has a list page of its own, so that one place must have one."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from portal.content.known.reference import ReferenceData
from portal.content.stories import Story
from portal.language.folding import fold
from portal.reading.problems import Problem

_UNIT: Final = re.compile(r"^(?:xa|phuong|thi tran|thi xa|thanh pho|tinh|huyen)[ -]+(?=\S)")


def place_problems(stories: Iterable[Story], data: ReferenceData) -> Iterator[Problem]:
    """A problem for each place that is a commune's, the province's or an earlier page's but for its marks, its
    capitals or the word before it."""
    known = {_key(name): name for name in _names(data)}
    for story in sorted(stories, key=lambda one: one.place):
        if story.lang != story.original:
            continue
        for number, place in enumerate(story.front.places):
            meant = known.setdefault(_key(place), place)
            if meant != place:
                line = story.document.line(("places", number))
                values = {"value": place, "meant": meant}
                yield Problem(story.document.path, line, f"places[{number + 1}]", "place-written", values)


def _names(data: ReferenceData) -> Iterator[str]:
    if data.portal:
        yield re.sub(r"^(?:Tỉnh|Thành phố) ", "", data.portal.province[next(iter(data.locales))])
    yield from (commune.name for commune in data.communes.values())


def _key(place: str) -> str:
    """What two writings of one place share: "Mường Nhè", "xã Mường Nhé" and "xa-muong-nhe"."""
    said = " ".join(fold(place).split())
    bare = _UNIT.sub("", said)
    return " ".join(bare.replace("-", " ").split()) or said
