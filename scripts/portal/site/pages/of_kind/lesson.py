"""What a lesson shows: for whom and what for, the course minute by minute, its cards, questions, what to take home."""

from dataclasses import dataclass

from portal.content.fronts.lessons import Lesson, LessonCard, LessonQuestion
from portal.content.stories import Story
from portal.language.places import document_place
from portal.site.blocks.listed.publications import ProductView, printed_of
from portal.site.documents.linking import lines_of
from portal.site.links import thread_view, way_to_part
from portal.site.pages.of_kind.course import TaughtView, taught_view
from portal.site.spot import Spot
from portal.site.values import Link


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
    """A lesson. `convention` leads to the page that explains it, None where there is none; `downloads` are its
    products, none where nothing was printed."""

    convention: Link | None
    pupils: str
    taught: TaughtView
    cards: tuple[CardView, ...]
    questions: tuple[QuestionView, ...]
    downloads: tuple[ProductView, ...]


def lesson_view(spot: Spot, story: Story, front: Lesson) -> LessonView:
    """A lesson in the words of its frame."""
    return LessonView(
        convention=_about(spot, front.convention),
        pupils=front.pupils,
        taught=taught_view(spot, story, front),
        cards=tuple(_card(spot, front, card) for card in front.cards),
        questions=tuple(_question(spot, story, front, one) for one in front.questions),
        downloads=printed_of(spot, story.lang, story.place),
    )


def _about(spot: Spot, code: str) -> Link | None:
    thread = thread_view(spot, code)
    return Link(f"{thread.short} ({thread.sign})", thread.href) if thread.href else None


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
