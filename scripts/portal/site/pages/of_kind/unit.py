"""What a unit of the training course shows: for whom, the course, what to know, cases for practice, its test."""

from dataclasses import dataclass

from portal.content.fronts.lessons import Lesson
from portal.content.fronts.taught import Taught
from portal.content.fronts.units import Unit, UnitCase
from portal.content.stories import Story
from portal.site.blocks.listed.publications import ProductView, printed_of
from portal.site.documents.linking import lines_of
from portal.site.pages.of_kind.course import TaughtView, taught_view
from portal.site.pages.of_kind.lesson import LessonView, lesson_view
from portal.site.quizzes.told import answer_source
from portal.site.spot import Spot
from portal.site.units import learners_said, unit_test_link, units_of
from portal.site.values import Link


@dataclass(frozen=True)
class UnitPointView:
    """One thing to know: its heading, its sentences as HTML."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class CaseView:
    """A case: `mark` counts it, the answer is HTML; `law` is what answers it, `page` leads on."""

    mark: str
    title: str
    situation: str
    questions: tuple[str, ...]
    answer: str
    law: Link
    page: Link | None


@dataclass(frozen=True)
class UnitView:
    """A unit. `test` leads to its questions, None where no quiz belongs to it; `downloads` are its products; `others`
    are all units, this one among them."""

    learners: str
    taught: TaughtView
    points: tuple[UnitPointView, ...]
    cases: tuple[CaseView, ...]
    test: Link | None
    downloads: tuple[ProductView, ...]
    others: tuple[Link, ...]


def lesson_or_unit(spot: Spot, story: Story, front: Taught) -> "LessonView | UnitView":
    """A lesson or a unit. Raises TypeError for what is neither."""
    if isinstance(front, Unit):
        return unit_view(spot, story, front)
    if isinstance(front, Lesson):
        return lesson_view(spot, story, front)
    raise TypeError("a kind that is taught has a view")


def unit_view(spot: Spot, story: Story, front: Unit) -> UnitView:
    """A unit in the words of its frame."""
    return UnitView(
        learners=learners_said(front, spot.words),
        taught=taught_view(spot, story, front),
        points=tuple(UnitPointView(one.title, lines_of(spot, story, one.lines)) for one in front.points),
        cases=tuple(_case(spot, story, *one) for one in enumerate(front.cases, 1)),
        test=unit_test_link(spot, spot.place),
        downloads=printed_of(spot, story.lang, story.place),
        others=spot.links(story.place for story, _ in units_of(spot)),
    )


def _case(spot: Spot, story: Story, number: int, one: UnitCase) -> CaseView:
    said = lines_of(spot, story, [one.situation, *one.questions, one.answer])
    return CaseView(
        mark=spot.words.say("unit.case", number=number),
        title=one.title,
        situation=said[0],
        questions=said[1:-1],
        answer=said[-1],
        law=answer_source(spot, one.law),
        page=next(iter(spot.links([one.page])), None),
    )
