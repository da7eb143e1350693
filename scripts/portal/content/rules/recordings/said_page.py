"""A recording beside the page it says: that page is there, and said nothing new since."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from portal.content.fronts.recordings import Recording
from portal.content.rules.recordings.told import RecordingStory
from portal.content.stories import Story
from portal.language.places import scripted_place
from portal.reading.problems import Problem

_EXAMPLE: Final = "tro-giup/khai-sinh"


def page_problems(one: RecordingStory, stories: Mapping[tuple[str, str], Story]) -> Iterator[Problem]:
    """What is wrong with the page that is said to be recorded."""
    front, lang = one.front, one.story.original
    page = stories.get((lang, front.page))
    if page is None or page.withdrawn or isinstance(page.front, Recording):
        places = sorted(place for _, place in stories if not place.startswith(f"{one.story.section}/"))
        near = get_close_matches(front.page, places, n=3, cutoff=0.6) or [_EXAMPLE]
        yield one.told("records", "recording-of-nothing", value=front.records, choices=near)
    elif scripted_place(front.records) and getattr(page.front, "radio", None) is None:
        yield one.told("records", "recording-of-no-script", value=front.records, page=page.place)
    else:
        yield from _days(one, page)


def _days(one: RecordingStory, page: Story) -> Iterator[Problem]:
    mine, newer, waits = one.front.changed, page.front.changed, page.front.publish_after
    if waits and waits != one.front.publish_after:
        yield one.told("publish_after", "recording-before-page", value=page.place, date=waits.isoformat())
    elif mine and newer and mine < newer:
        values = {"value": page.place, "date": newer.isoformat(), "before": mine.isoformat()}
        yield one.told("records", "recording-older", **values)
