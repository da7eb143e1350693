"""Everything that was changed of what the portal had published, newest first: corrections, and pages taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.content.front_matter import StoryFront
from portal.content.library import Library
from portal.content.stories import Story
from portal.content.strict import Both
from portal.language.locales import LANGUAGES
from portal.language.vocabulary import RETRACTION
from portal.language.words import words


@dataclass(frozen=True)
class Change:
    """What was changed of a published page, when and why; `kind` is a correction's, or RETRACTION."""

    date: date
    kind: str
    what: Both
    why: Both


@dataclass(frozen=True)
class Corrected:
    """One change and the story it was made in."""

    story: Story
    made: Change


def changes_of(front: StoryFront) -> tuple[Change, ...]:
    """The changes of one page, the newest first."""
    return tuple(sorted(_changes(front), key=lambda one: one.date, reverse=True))


def _changes(front: StoryFront) -> Iterator[Change]:
    if front.withdrawn:
        what = Both(**{lang: words(lang).say("withdrawal.what") for lang in LANGUAGES})
        yield Change(front.withdrawn.date, RETRACTION, what, front.withdrawn.why)
    yield from (Change(one.date, one.kind, one.what, one.why) for one in front.corrections)


def corrections(library: Library, lang: str) -> tuple[Corrected, ...]:
    """Every change of every story, the newest first."""
    text = library.data.locales[lang].words
    found = [
        Corrected(story, made)
        for story in library.told(lang)
        if isinstance(story.front, StoryFront)
        for made in changes_of(story.front)
    ]
    return tuple(sorted(found, key=lambda one: (-one.made.date.toordinal(), one.story.place, one.made.what[text])))
