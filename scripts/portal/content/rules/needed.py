"""The pages a whole site cannot do without: the frame and the home page lead there, whoever wrote them or did not."""

from collections.abc import Collection, Iterator

from portal.language.locales import ORIGINAL
from portal.language.places import NEEDED
from portal.reading.problems import Problem


def needed_problems(places: Collection[str]) -> Iterator[Problem]:
    """A problem for each page that is led to and is in no language, told where it should stand.

    `places` are those that exist. Only a whole site is asked: one that has at least half of what is needed."""
    missing = [place for place in NEEDED if place not in places]
    if 2 * len(missing) <= len(NEEDED):
        for place in missing:
            yield Problem(f"content_{ORIGINAL}/{place}.md", 1, "", "needed-page-missing", {"name": place})
