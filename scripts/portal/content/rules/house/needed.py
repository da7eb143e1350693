"""The pages a whole site cannot do without: the frame and the home page lead there, whoever wrote them; its names."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from portal.content.kinds import PlainPage
from portal.content.known.house.portal import PORTAL_PATH
from portal.content.known.reference import ReferenceData
from portal.content.stories import Story
from portal.language.locales import ORIGINAL
from portal.language.places import NEEDED, front_of, section_of
from portal.language.vocabulary import SECTIONS
from portal.reading.problems import Problem

_LINK_BELOW: Final = re.compile(r"\]\((?!\.\./|[a-z]+:|/|#)[^)\s]+\.md")


def needed_missing(places: Collection[str]) -> tuple[str, ...]:
    """The pages any portal needs that are not among `places`: while more than half are, this is no whole site yet, and
    what it leads to is not asked for one by one."""
    return tuple(place for place in NEEDED if place not in places)


def is_whole_site(places: Collection[str]) -> bool:
    """Whether at least half of what any portal needs is there."""
    return 2 * len(needed_missing(places)) <= len(NEEDED)


def front_problems(stories: Collection[Story]) -> Iterator[Problem]:
    """A front of a section that leads to none of its pages: no list of them, and no link in its text."""
    originals = [one for one in stories if one.lang == one.original]
    filled = {section_of(one.place) for one in originals if one.place != front_of(section_of(one.place))}
    fronts = {front_of(name) for name in SECTIONS if name in filled}
    for story in originals:
        front = story.front
        leads = not isinstance(front, PlainPage) or front.shows or _LINK_BELOW.search(story.document.body)
        if story.place in fronts and not leads:
            yield Problem(story.document.path, 1, "shows", "front-leads-nowhere", {"name": section_of(story.place)})


def needed_problems(
    places: Collection[str], data: ReferenceData | None = None, waiting: Iterable[Story] = ()
) -> Iterator[Problem]:
    """A problem for each page that is led to and is in no language, told where it should stand, or that is `waiting`;
    and for a portal that says nowhere what it is called.

    `places` are those that exist, `data` what data/ knows. Only a whole site is asked: one that has at least half of
    what any portal needs."""
    missing = list(needed_missing(places))
    if not is_whole_site(places):
        return
    if data and data.portal and data.portal.plan.page not in places:
        missing.append(data.portal.plan.page)
    led_to = (*NEEDED, *([data.portal.plan.page] if data and data.portal else []))
    for story in (one for one in waiting if one.place in led_to and one.lang == one.original):
        line = story.document.line(("publish_after",))
        yield Problem(story.document.path, line, "publish_after", "needed-page-waits", {"name": story.place})
    for place in missing:
        yield Problem(f"content_{ORIGINAL}/{place}.md", 1, "", "needed-page-missing", {"name": place})
    if data and data.portal is None and PORTAL_PATH not in {problem.path for problem in data.problems}:
        yield Problem(PORTAL_PATH, 1, "", "data-file-missing", {"path": PORTAL_PATH})
