"""Which pages wait for the day on which they are to be published."""

from dataclasses import dataclass
from datetime import date

from portal.content.library import Library


@dataclass(frozen=True)
class WaitingPage:
    """A file that waits, and the day it waits for."""

    path: str
    day: date


def waiting_pages(library: Library) -> tuple[WaitingPage, ...]:
    """The files with the facts of every page that waits, the next to come first."""
    originals = (story for story in library.waiting.values() if story.lang == story.original)
    found = (WaitingPage(one.document.path, one.front.publish_after) for one in originals if one.front.publish_after)
    return tuple(sorted(found, key=lambda one: (one.day, one.path)))
