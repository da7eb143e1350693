"""The pages a whole site cannot do without: the frame and the home page lead there, whoever wrote them; its names."""

from collections.abc import Collection, Iterable, Iterator

from portal.content.known.portal import PORTAL_PATH
from portal.content.known.reference import ReferenceData
from portal.content.stories import Story
from portal.language.locales import ORIGINAL
from portal.language.places import NEEDED
from portal.reading.problems import Problem


def needed_problems(
    places: Collection[str], data: ReferenceData | None = None, waiting: Iterable[Story] = ()
) -> Iterator[Problem]:
    """A problem for each page that is led to and is in no language, told where it should stand, or that is `waiting`;
    and for a portal that says nowhere what it is called.

    `places` are those that exist, `data` what data/ knows. Only a whole site is asked: one that has at least half of
    what any portal needs."""
    missing = [place for place in NEEDED if place not in places]
    if 2 * len(missing) > len(NEEDED):
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
