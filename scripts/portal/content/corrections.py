"""Everything that was corrected on the portal, newest first."""

from dataclasses import dataclass

from portal.content.front_matter import Correction, StoryFront
from portal.content.library import Library
from portal.content.stories import Story


@dataclass(frozen=True)
class Corrected:
    """One correction and the story it was made in."""

    story: Story
    made: Correction


def corrections(library: Library, lang: str) -> tuple[Corrected, ...]:
    """Every correction of every story, the newest first."""
    text = library.data.locales[lang].words
    found = [
        Corrected(story, made)
        for story in library.newest(lang)
        if isinstance(story.front, StoryFront)
        for made in story.front.corrections
    ]
    return tuple(sorted(found, key=lambda one: (-one.made.date.toordinal(), one.story.place, one.made.what[text])))
