"""When a story is to be read again, and which ones nobody read in time."""

from dataclasses import dataclass
from datetime import date

from portal.content.front_matter import StoryFront
from portal.content.library import Library
from portal.content.stories import Story
from portal.language.locales import ORIGINAL
from portal.language.written import months_later


@dataclass(frozen=True)
class Overdue:
    """A story that should have been read again by `due`."""

    page: Story
    due: date


def review_due(front: StoryFront) -> date:
    """The day by which a story is to be read again."""
    return months_later(front.reviewed or front.published or front.date, front.review_months)


def overdue(library: Library, today: date) -> tuple[Overdue, ...]:
    """Stories whose day has passed, the longest overdue first."""
    stories = (page for page in library.newest(ORIGINAL) if isinstance(page.front, StoryFront))
    late = (Overdue(page, review_due(page.front)) for page in stories if isinstance(page.front, StoryFront))
    return tuple(sorted((one for one in late if one.due < today), key=lambda one: (one.due, one.page.place)))
