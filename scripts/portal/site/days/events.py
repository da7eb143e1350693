"""Events in the order people look for them; what was held and will be as pages and calendars tell it."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from portal.content.kinds import Event
from portal.content.stories import Story
from portal.language.places import front_of
from portal.plan.happenings import SECTION, DatedEvent, happenings
from portal.site.addresses import address
from portal.site.site import Site

DAYS: Final = "days"
"""The calendar of days that make no event: the United Nations' and the plan's."""
_FILES: Final = {
    "": "moi-su-kien",
    "training": "tap-huan",
    "workshop": "hoi-thao",
    "contest": "cuoc-thi",
    "exhibition": "trien-lam",
    "press_briefing": "hop-bao",
    "award": "giai-thuong",
    "campaign": "luu-dong",
    DAYS: "ngay-trong-nam",
}
"""What the file of a calendar is called, by the kind of its events, "" for all."""


def in_two(stories: Iterable[Story], day: date) -> tuple[tuple[Story, ...], tuple[Story, ...]]:
    """(coming, past) of the events among some stories as of `day`: coming ones from the soonest, past ones from the
    latest. An event that has begun is coming until its last day is over."""
    dated = [(story.front, story) for story in stories if isinstance(story.front, Event)]
    coming = sorted((f.starts, story.place, story) for f, story in dated if f.last_day >= day)
    past = sorted((-f.starts.toordinal(), story.place, story) for f, story in dated if f.last_day < day)
    return tuple(story for *_, story in coming), tuple(story for *_, story in past)


def happenings_of(site: Site, lang: str) -> tuple[DatedEvent, ...]:
    """Every event that readers of a language are told of, by its first day."""
    ledger = site.registers.ledger
    return happenings(site.library, lang, ledger.reports if ledger else {})


def calendar_path(lang: str, name: str) -> str:
    """Where the calendar of a kind stands, "" for all events: "en/su-kien/lich/tap-huan.ics"."""
    return f"{address(lang, front_of(SECTION))}lich/{_FILES[name]}.ics"
