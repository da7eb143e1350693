"""The front of what is here for schools: each lesson with its convention, for whom it is, what can be taken home."""

from dataclasses import dataclass

from portal.content.fronts.lessons import Lesson
from portal.language import vocabulary
from portal.site.blocks.listed.publications import ProductView, printed_of
from portal.site.links import thread_view
from portal.site.spot import Spot
from portal.site.values import Link, ThreadView


@dataclass(frozen=True)
class LessonEntry:
    """A lesson in the list: the thread of its convention, the name of its drawing, its description, for whom it is and
    how long, its files."""

    thread: ThreadView
    drawing: str
    link: Link
    description: str
    facts: str
    files: tuple[ProductView, ...]


@dataclass(frozen=True)
class LessonsBlock:
    """The lessons in the order of the conventions, how many; `empty` says that there is none."""

    count: str
    lessons: tuple[LessonEntry, ...]
    empty: str


def lessons_block(spot: Spot) -> LessonsBlock:
    """Every lesson there is."""
    found = (lesson_about(spot, code) for code in vocabulary.CONVENTIONS)
    lessons = tuple(_entry(spot, place, front) for place, front in filter(None, found))
    text = spot.words
    count = text.say("lesson.lessons", count=len(lessons)) if lessons else ""
    return LessonsBlock(count, lessons, "" if lessons else text.say("lesson.none"))


def lesson_about(spot: Spot, code: str) -> tuple[str, Lesson] | None:
    """The place of the lesson about a convention, and its front; None where there is none."""
    story = spot.library.read_in(spot.lang, f"{vocabulary.SCHOOL}/{code}")
    return (story.place, story.front) if story and isinstance(story.front, Lesson) else None


def _entry(spot: Spot, place: str, front: Lesson) -> LessonEntry:
    text, lang = spot.words, spot.link(place).lang or spot.words.lang
    facts = f"{front.pupils} · {text.say('lesson.minutes', count=front.length)}"
    files = printed_of(spot, lang, place)
    code = front.convention
    return LessonEntry(thread_view(spot, code), code, spot.link(place), front.description, facts, files)
