"""Events beside the day it is: what was held has been, what is planned is to come."""

from collections.abc import Iterator
from datetime import date

from portal.content.kinds import Event
from portal.content.stories import Story
from portal.reading.problems import Problem


def calendar_problems(story: Story, today: date) -> Iterator[Problem]:
    """A problem where an event of a day to come was held; a doubt where one that is past is still planned: the page was
    right when it was written."""
    event = story.front
    if not isinstance(event, Event) or story.lang != story.original:
        return
    if event.state == "held" and event.starts > today:
        yield _problem(story, "event-not-yet", event.starts)
    if event.state == "planned" and event.last_day < today:
        yield _problem(story, "event-past", event.last_day)


def _problem(story: Story, code: str, day: date) -> Problem:
    return Problem(story.document.path, story.document.line(("state",)), "state", code, {"day": day.isoformat()})
