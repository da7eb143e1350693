"""The page of a story that was taken back: a notice at its address, and nothing of what it said."""

from dataclasses import dataclass
from typing import Final

from portal.content.front_matter import Withdrawal
from portal.content.stories import Story
from portal.language.places import CORRECTIONS
from portal.site.pages.agency import agency_of
from portal.site.spot import Spot
from portal.site.values import Day, FactRow, Link, day_view

WITHDRAWN_TEMPLATE: Final = "withdrawn.html"


@dataclass(frozen=True)
class WithdrawnView:
    """When a story was taken back and why; the body that answers for it, None where nobody knows; `instead` is the page
    to read, None where none is named; `corrections` leads to every change on the portal."""

    day: Day
    why: str
    agency: FactRow | None
    instead: Link | None
    corrections: str


def withdrawn_view(spot: Spot, story: Story, gone: Withdrawal) -> WithdrawnView:
    """The notice of a story that was taken back."""
    text, agency = spot.words, agency_of(spot, story)
    label = "agency" if spot.site.approved else "agency_proposed"
    instead = spot.links([gone.instead] if gone.instead else [])
    return WithdrawnView(
        day=day_view(gone.date, text),
        why=gone.why[text.lang],
        agency=FactRow(text.say(f"withdrawal.{label}"), agency) if agency else None,
        instead=instead[0] if instead else None,
        corrections=spot.from_root(CORRECTIONS),
    )
