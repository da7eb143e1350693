"""When stories, pages of steps, lessons, units and exhibitions are to be read again, and which nobody read in time."""

from dataclasses import dataclass
from datetime import date

from portal.content.front_matter import StoryFront
from portal.content.fronts.exhibitions import Exhibition
from portal.content.fronts.steps import Steps
from portal.content.fronts.taught import Taught
from portal.content.library import Library
from portal.content.stories import Story
from portal.language.locales import ORIGINAL
from portal.language.written import months_later


@dataclass(frozen=True)
class Overdue:
    """A page that should have been read again by `due`."""

    page: Story
    due: date


def review_due(front: StoryFront | Steps | Taught | Exhibition) -> date:
    """The day by which a page is to be read again: steps count from the day on which their laws were read."""
    read = front.checked if isinstance(front, Steps) else front.reviewed or front.published or front.date
    return months_later(read, front.review_months)


def overdue(library: Library, today: date) -> tuple[Overdue, ...]:
    """Pages whose day has passed, the longest overdue first."""
    pages = library.newest(ORIGINAL)
    late = (
        Overdue(page, review_due(page.front))
        for page in pages
        if isinstance(page.front, StoryFront | Steps | Taught | Exhibition)
    )
    return tuple(sorted((one for one in late if one.due < today), key=lambda one: (one.due, one.page.place)))
