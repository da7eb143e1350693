"""What lessons and units share: how long they take, what for, what to bring, the course minute by minute."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.fronts.taught import Taught
from portal.content.stories import Story
from portal.site.documents.linking import lines_of
from portal.site.spot import Spot


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
class TaughtView:
    """`aims` and `prepare` are HTML, a line each; `timeline` says the drawn course in words, `long` is its length in
    minutes."""

    minutes: str
    aims: tuple[str, ...]
    prepare: tuple[str, ...]
    course: tuple[CourseStep, ...]
    long: int
    timeline: str


def taught_view(spot: Spot, story: Story, front: Taught) -> TaughtView:
    """What is taught, in the words of its frame."""
    course = tuple(_course(spot, story, front))
    return TaughtView(
        minutes=spot.words.say("lesson.minutes", count=front.length),
        aims=lines_of(spot, story, front.aims),
        prepare=lines_of(spot, story, front.prepare),
        course=course,
        long=front.length,
        timeline=_timeline(spot, course),
    )


def _course(spot: Spot, story: Story, front: Taught) -> Iterator[CourseStep]:
    teacher = lines_of(spot, story, [step.teacher for step in front.course])
    pupils = lines_of(spot, story, [step.pupils for step in front.course])
    start = 0
    for number, step in enumerate(front.course):
        minutes = f"{start}–{start + step.minutes}"
        yield CourseStep(number + 1, step.title, minutes, start, step.minutes, teacher[number], pupils[number])
        start += step.minutes


def _timeline(spot: Spot, course: tuple[CourseStep, ...]) -> str:
    """The drawn course in words."""
    said = (
        spot.words.say("lesson.timeline_step", start=one.start, end=one.start + one.length, title=one.title)
        for one in course
    )
    return spot.words.say("lesson.timeline", count=sum(one.length for one in course), steps=", ".join(said))
