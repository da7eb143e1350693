"""What a lesson shows: for whom and what for, the course minute by minute, its cards, questions, what to take home."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.lessons import Lesson, LessonCard, LessonQuestion
from portal.content.stories import Story
from portal.content.taught import Taught
from portal.language.places import document_place
from portal.site.blocks.listed.publications import ProductView, product_view
from portal.site.documents.linking import lines_of
from portal.site.links import thread_view, way_to_part
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class CourseStep:
    """A step of the course: `minutes` as people say them, its two texts as HTML; `start` and `length` in minutes are
    where it stands in the drawn course."""

    number: int
    title: str
    minutes: str
    start: int
    length: int
    teacher: str
    pupils: str


@dataclass(frozen=True)
class CardView:
    """A card: its article's number as a link, its title and words, the name of its drawing; "" without one."""

    article: Link
    title: str
    words: str
    drawing: str


@dataclass(frozen=True)
class QuestionView:
    """A question, its answer as HTML, the article it rests on."""

    question: str
    answer: str
    article: Link | None


@dataclass(frozen=True)
class LessonView:
    """A lesson. `convention` leads to the page that explains it, None where there is none; `aims` and `prepare` are
    HTML, a line each; `timeline` says the drawn course in words, `long` is its length in minutes; `downloads` are its
    products, none where nothing was printed."""

    convention: Link | None
    pupils: str
    minutes: str
    aims: tuple[str, ...]
    prepare: tuple[str, ...]
    course: tuple[CourseStep, ...]
    long: int
    timeline: str
    cards: tuple[CardView, ...]
    questions: tuple[QuestionView, ...]
    downloads: tuple[ProductView, ...]


def lesson_view(spot: Spot, story: Story, front: Lesson) -> LessonView:
    """A lesson in the words of its frame."""
    course, text = course_steps(spot, story, front), spot.words
    return LessonView(
        convention=_about(spot, front.convention),
        pupils=front.pupils,
        minutes=text.say("lesson.minutes", count=front.length),
        aims=lines_of(spot, story, front.aims),
        prepare=lines_of(spot, story, front.prepare),
        course=course,
        long=front.length,
        timeline=timeline_said(spot, course),
        cards=tuple(_card(spot, front, card) for card in front.cards),
        questions=tuple(_question(spot, story, front, one) for one in front.questions),
        downloads=downloads_of(spot, story),
    )


def downloads_of(spot: Spot, story: Story) -> tuple[ProductView, ...]:
    """What was printed of a lesson, in the language of its text."""
    some = (one for one in spot.site.products if (one.lang, one.place) == (story.lang, story.place))
    return tuple(product_view(spot, one) for one in some)


def _about(spot: Spot, code: str) -> Link | None:
    thread = thread_view(spot, code)
    return Link(f"{thread.short} ({thread.sign})", thread.href) if thread.href else None


def timeline_said(spot: Spot, course: tuple[CourseStep, ...]) -> str:
    """The drawn course in words."""
    said = (
        spot.words.say("lesson.timeline_step", start=one.start, end=one.start + one.length, title=one.title)
        for one in course
    )
    return spot.words.say("lesson.timeline", count=sum(one.length for one in course), steps=", ".join(said))


def course_steps(spot: Spot, story: Story, front: Taught) -> tuple[CourseStep, ...]:
    """The steps of a course in the words of its frame."""
    return tuple(_course(spot, story, front))


def _course(spot: Spot, story: Story, front: Taught) -> Iterator[CourseStep]:
    teacher = lines_of(spot, story, [step.teacher for step in front.course])
    pupils = lines_of(spot, story, [step.pupils for step in front.course])
    start = 0
    for number, step in enumerate(front.course):
        minutes = f"{start}–{start + step.minutes}"
        yield CourseStep(number + 1, step.title, minutes, start, step.minutes, teacher[number], pupils[number])
        start += step.minutes


def _card(spot: Spot, front: Lesson, card: LessonCard) -> CardView:
    return CardView(_article(spot, front, card.article), card.title, card.words, card.drawing or "")


def _question(spot: Spot, story: Story, front: Lesson, one: LessonQuestion) -> QuestionView:
    article = _article(spot, front, one.article) if one.article else None
    return QuestionView(one.question, lines_of(spot, story, [one.answer])[0], article)


def _article(spot: Spot, front: Lesson, number: int) -> Link:
    """The way to an article where it is told, in the words of the frame; no link where it is not."""
    part = f"dieu-{number}"
    href = way_to_part(spot, front.convention, part) if spot.has(document_place(front.convention)) else ""
    return Link(spot.words.say("lesson.article", number=number), href)
