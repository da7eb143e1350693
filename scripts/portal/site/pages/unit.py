"""What a unit of the training course shows: for whom, the course, what to know, cases for practice, its test."""

from dataclasses import dataclass

from portal.content.lessons import Lesson
from portal.content.stories import Story
from portal.content.taught import Taught
from portal.content.units import Unit, UnitCase
from portal.site.blocks.listed.publications import ProductView
from portal.site.documents.linking import lines_of
from portal.site.pages.lesson import (
    CourseStep,
    LessonView,
    course_steps,
    downloads_of,
    lesson_view,
    timeline_said,
)
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
    """A unit. `aims` and `prepare` are HTML, a line each; `timeline` says the drawn course in words, `long` is its
    length in minutes; `test` leads to its questions, None where no quiz belongs to it; `downloads` are its products;
    `others` are all units, this one among them."""

    learners: str
    minutes: str
    aims: tuple[str, ...]
    prepare: tuple[str, ...]
    course: tuple[CourseStep, ...]
    long: int
    timeline: str
    points: tuple[UnitPointView, ...]
    cases: tuple[CaseView, ...]
    test: Link | None
    downloads: tuple[ProductView, ...]
    others: tuple[Link, ...]


def taught_view(spot: Spot, story: Story, front: Taught) -> "LessonView | UnitView":
    """A lesson or a unit. Raises TypeError for what is neither."""
    if isinstance(front, Unit):
        return unit_view(spot, story, front)
    if isinstance(front, Lesson):
        return lesson_view(spot, story, front)
    raise TypeError("a kind that is taught has a view")


def unit_view(spot: Spot, story: Story, front: Unit) -> UnitView:
    """A unit in the words of its frame."""
    course = course_steps(spot, story, front)
    return UnitView(
        learners=learners_said(front, spot.words),
        minutes=spot.words.say("lesson.minutes", count=front.length),
        aims=lines_of(spot, story, front.aims),
        prepare=lines_of(spot, story, front.prepare),
        course=course,
        long=front.length,
        timeline=timeline_said(spot, course),
        points=tuple(UnitPointView(one.title, lines_of(spot, story, one.lines)) for one in front.points),
        cases=tuple(_case(spot, story, *one) for one in enumerate(front.cases, 1)),
        test=unit_test_link(spot, spot.place),
        downloads=downloads_of(spot, story),
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
