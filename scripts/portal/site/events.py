"""Events in the order people look for them: what is coming first, the soonest at the top; then what is past."""

from collections.abc import Iterable
from datetime import date

from portal.content.kinds import Event
from portal.content.stories import Story


def in_two(stories: Iterable[Story], day: date) -> tuple[tuple[Story, ...], tuple[Story, ...]]:
    """(coming, past) of the events among some stories as of `day`: coming ones from the soonest, past ones from the
    latest. An event that has begun is coming until its last day is over."""
    dated = [(story.front, story) for story in stories if isinstance(story.front, Event)]
    coming = sorted((f.starts, story.place, story) for f, story in dated if f.last_day >= day)
    past = sorted((-f.starts.toordinal(), story.place, story) for f, story in dated if f.last_day < day)
    return tuple(story for *_, story in coming), tuple(story for *_, story in past)
