"""Who is named and declared: counted for editors and for whoever answers for the portal, and shown on no page."""

from collections.abc import Mapping

from portal.content.library import Library
from portal.language.folding import fold
from portal.language.vocabulary import REASONS_TO_NAME


def named_people(library: Library) -> Mapping[str, int]:
    """How many people pages and data files name, by why they may: {"office": 2, "consent": 0}."""
    on_pages = [one for story in library.whole.stories.values() for one in story.front.people]
    declared = {(fold(one.name), one.why) for one in (*on_pages, *library.data.people.values())}
    return {reason: sum(why == reason for _, why in declared) for reason in REASONS_TO_NAME}
