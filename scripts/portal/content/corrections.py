"""Everything that was corrected on the portal, newest first."""

from dataclasses import dataclass

from portal.content.fronts import Correction, Story
from portal.content.library import Library
from portal.content.stories import Story as Page

PAGE = "gioi-thieu/dinh-chinh"


@dataclass(frozen=True)
class Corrected:
    """One correction and the story it was made in."""

    story: Page
    made: Correction


def corrections(library: Library, lang: str) -> tuple[Corrected, ...]:
    """Every correction of every story, the newest first."""
    found = [
        Corrected(story, made)
        for story in library.newest(lang)
        if isinstance(story.front, Story)
        for made in story.front.corrections
    ]
    return tuple(sorted(found, key=lambda one: (-one.made.date.toordinal(), one.story.place, one.made.what[lang])))
