"""The slides of a lesson or a unit: what each says, where its parts stand; PDF and PPTX are made of the same."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Final

from portal.content.fronts.easy import bare
from portal.content.fronts.lessons import Lesson
from portal.content.fronts.taught import LessonStep, Taught
from portal.content.fronts.units import Unit
from portal.content.stories import Story
from portal.language.drawing_names import SCHOOL_DRAWING
from portal.language.words import Words
from portal.site.publications.said import CarriedLines
from portal.site.site import Site
from portal.site.units import learners_said

_ON_A_SLIDE: Final = 3
"""So many questions, or answers, a slide; sources are shorter."""
_SOURCES_ON_A_SLIDE: Final = 5


@dataclass(frozen=True)
class SlideRoom:
    """Where something stands on a slide, in millimetres."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class SlideView:
    """A slide. `kicker` stands above its lines, `numbered` is the number of its first line where they are numbered, 0
    where they are not; `drawing` names the picture, `picture` is its data address; `note` is what the teacher reads,
    `foot` the picture of what stands below. `title_field` and `text_field` are those of the page; letters are in
    points: 0 until they are tried."""

    number: int
    title: str
    lines: tuple[str, ...]
    title_field: str
    text_field: str
    kicker: str = ""
    numbered: int = 0
    drawing: str = ""
    picture: str = ""
    picture_label: str = ""
    is_code: bool = False
    note: tuple[str, ...] = ()
    foot: str = ""
    title_size: float = 0
    size: float = 0

    @property
    def title_room(self) -> SlideRoom:
        return SlideRoom(20, 42, 176, 62) if self.is_opening else SlideRoom(20, 17, 298, 27)

    @property
    def text_room(self) -> SlideRoom:
        if self.is_opening:
            return SlideRoom(20, 108, 176, 58)
        return SlideRoom(20, 50, 298 if not self.picture else 204 if self.is_code else 152, 118)

    @property
    def picture_room(self) -> SlideRoom:
        if self.is_code:
            return SlideRoom(248, 62, 70, 70)
        return SlideRoom(204, 50, 114, 71.7) if self.is_opening else SlideRoom(180, 56, 138, 86.8)

    @property
    def is_opening(self) -> bool:
        """Whether it opens the lesson."""
        return self.number == 1


def slides_of(site: Site, story: Story, front: Taught, carried: CarriedLines) -> tuple[SlideView, ...]:
    """Every slide of a lesson or a unit, numbered, without pictures yet."""
    text = site.words(story.lang)
    aims = text.say("unit.slide_aims" if isinstance(front, Unit) else "slides.aims")
    slides = (
        _opening(site, front, carried, text),
        SlideView(0, aims, _bare(front.aims), "", "aims", numbered=1, note=_bare(front.prepare)),
        *_steps(front, text),
        *_content(site, front, text),
        *_sources(front, text),
        _about(front, carried, text),
    )
    return tuple(replace(one, number=number) for number, one in enumerate(slides, 1))


def _content(site: Site, front: Taught, text: Words) -> Iterator[SlideView]:
    if isinstance(front, Lesson):
        yield from _cards(front, _short(site, front, text), text)
        yield from _questions(front, text)
    if isinstance(front, Unit):
        yield from _points(front, text)
        yield from _cases(front, text)


def placed_slides(
    slides: Sequence[SlideView], scene: Callable[[str], str], text: Words, code: str, foot: Callable[[int], str]
) -> tuple[SlideView, ...]:
    """The slides with their pictures: `scene` gives a drawing by its name, `foot` what stands below by the slide's
    number, `code` leads to the page."""

    def placed(bare_one: SlideView) -> SlideView:
        one = replace(bare_one, foot=foot(bare_one.number))
        if one.is_code:
            return replace(one, picture=code, picture_label=text.say("print_code"))
        if not one.drawing:
            return one
        return replace(one, picture=scene(one.drawing), picture_label=text.label("drawings", one.drawing))

    return tuple(map(placed, slides))


def _opening(site: Site, front: Taught, carried: CarriedLines, text: Words) -> SlideView:
    minutes = text.say("lesson.minutes", count=front.length)
    lines, drawing, field = [minutes, carried.draft], SCHOOL_DRAWING, ""
    if isinstance(front, Lesson):
        lines = [front.pupils, f"{_short(site, front, text)} · {minutes}", carried.draft]
        drawing, field = front.convention, "pupils"
    if isinstance(front, Unit):
        lines, drawing = [learners_said(front, text), *lines], front.drawing
    return SlideView(1, front.title, tuple(filter(None, lines)), "title", field, drawing=drawing)


def _short(site: Site, front: Lesson, text: Words) -> str:
    facts = site.library.data.conventions.get(front.convention)
    return facts.short[text.lang] if facts else front.convention.upper()


def _steps(front: Taught, text: Words) -> Iterator[SlideView]:
    ends = accumulate(step.minutes for step in front.course)
    for index, (step, end) in enumerate(zip(front.course, ends, strict=True)):
        yield SlideView(
            number=0,
            title=step.title,
            lines=_bare([step.pupils]),
            title_field=f"course.{index}.title",
            text_field=f"course.{index}.pupils",
            kicker=_minutes(step, end, text),
            note=_bare([step.teacher]),
        )


def _minutes(step: LessonStep, end: int, text: Words) -> str:
    return text.say("slides.step", start=end - step.minutes, end=end, minutes=step.minutes)


def _cards(front: Lesson, short: str, text: Words) -> Iterator[SlideView]:
    for index, card in enumerate(front.cards):
        article = text.say("lesson.article", number=card.article)
        yield SlideView(
            number=0,
            title=text.say("slides.card_title", article=article, title=card.title),
            lines=(card.words,),
            title_field=f"cards.{index}.title",
            text_field=f"cards.{index}.words",
            kicker=text.say("slides.card", number=index + 1, count=len(front.cards), name=short),
            drawing=card.drawing or "",
        )


def _questions(front: Lesson, text: Words) -> Iterator[SlideView]:
    """All questions first, so that a class may try before it sees an answer."""
    for name, field in (("questions", "question"), ("answers", "answer")):
        said = [bare(getattr(one, field)) for one in front.questions]
        answers = [bare(one.answer) for one in front.questions]
        shares = _shared(len(said), _ON_A_SLIDE)
        for number, (start, end) in enumerate(shares, 1):
            yield SlideView(
                number=0,
                title=_part(text, f"slides.{name}", number, len(shares)),
                lines=tuple(said[start:end]),
                title_field="",
                text_field=f"questions.{start}.{field}",
                numbered=start + 1,
                note=tuple(answers[start:end]) if field == "question" else (),
            )


def _points(front: Unit, text: Words) -> Iterator[SlideView]:
    for index, one in enumerate(front.points):
        yield SlideView(
            number=0,
            title=one.title,
            lines=_bare(one.lines),
            title_field=f"points.{index}.title",
            text_field=f"points.{index}.lines",
            kicker=text.say("unit.slide_point", number=index + 1, count=len(front.points)),
        )


def _cases(front: Unit, text: Words) -> Iterator[SlideView]:
    """Each case with its questions, then what answers it: a class talks before it sees that."""
    for index, one in enumerate(front.cases):
        kicker = text.say("unit.slide_case", number=index + 1, count=len(front.cases))
        asked, answer = _bare([one.situation, *one.questions]), _bare([one.answer])
        title, field = f"cases.{index}.title", f"cases.{index}"
        yield SlideView(0, one.title, asked, title, f"{field}.situation", kicker, note=answer)
        yield SlideView(0, text.say("unit.slide_answer", title=one.title), answer, title, f"{field}.answer", kicker)


def _sources(front: Taught, text: Words) -> Iterator[SlideView]:
    said = [text.say("slides.source", title=one.title, publisher=one.publisher) for one in front.references]
    shares = _shared(len(said), _SOURCES_ON_A_SLIDE)
    for number, (start, end) in enumerate(shares, 1):
        title, lines = _part(text, "slides.sources", number, len(shares)), tuple(said[start:end])
        yield SlideView(0, title, lines, "", f"sources.{start}", numbered=start + 1)


def _about(front: Taught, carried: CarriedLines, text: Words) -> SlideView:
    names = ("unit.slide_about", "unit.proposal") if isinstance(front, Unit) else ("slides.about", "slides.proposal")
    title, proposal = map(text.say, names)
    read = f"{carried.read_on}: {carried.shown}"
    lines = (carried.draft, proposal, carried.portal, read, *carried.lines)
    return SlideView(0, title, tuple(filter(None, lines)), "", "", is_code=True)


def _part(text: Words, name: str, number: int, count: int) -> str:
    title = text.say(name)
    return title if count == 1 else text.say("slides.part", title=title, number=number, count=count)


def _shared(count: int, most: int) -> list[tuple[int, int]]:
    """Where each share of so many things begins and ends: of like size, none larger than `most`."""
    shares = max(1, -(-count // most))
    edges = [round(count * one / shares) for one in range(shares + 1)]
    return [(start, end) for start, end in pairwise(edges) if end > start]


def _bare(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(bare, lines))
