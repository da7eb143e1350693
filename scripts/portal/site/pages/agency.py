"""The body that answers for a page, by its name."""

from portal.content.stories import Story
from portal.site.spot import Spot


def agency_of(spot: Spot, story: Story) -> str | None:
    """The name of the body that answers for a story; None where data/ does not know it."""
    agency = spot.library.data.agencies.get(story.front.agency or "")
    return agency.called(spot.words.lang) if agency else None
