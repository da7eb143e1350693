"""The slides of a lesson: what each says, where title, text and picture stand; PDF and PPTX are made of the same."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Final

from portal.content.easy import bare
from portal.content.lessons import Lesson, LessonStep
from portal.content.stories import Story
from portal.language.words import Words
from portal.site.publications.said import CarriedLines
from portal.site.site import Site

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


def lesson_slides(site: Site, story: Story, front: Lesson, carried: CarriedLines) -> tuple[SlideView, ...]:
    """Every slide of a lesson, numbered, without pictures yet."""
    text = site.words(story.lang)
    facts = site.library.data.conventions.get(front.convention)
    short = facts.short[story.lang] if facts else front.convention.upper()
    slides = (
        _opening(front, short, carried, text),
        SlideView(0, text.say("slides.aims"), _bare(front.aims), "", "aims", numbered=1, note=_bare(front.prepare)),
        *_steps(front, text),
        *_cards(front, short, text),
        *_questions(front, text),
        *_sources(front, text),
        _about(carried, text),
    )
    return tuple(replace(one, number=number) for number, one in enumerate(slides, 1))


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


def _opening(front: Lesson, short: str, carried: CarriedLines, text: Words) -> SlideView:
    minutes = text.say("lesson.minutes", count=sum(step.minutes for step in front.course))
    lines = (front.pupils, f"{short} · {minutes}", carried.draft)
    return SlideView(1, front.title, tuple(filter(None, lines)), "title", "pupils", drawing=front.convention)


def _steps(front: Lesson, text: Words) -> Iterator[SlideView]:
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


def _sources(front: Lesson, text: Words) -> Iterator[SlideView]:
    said = [text.say("slides.source", title=one.title, publisher=one.publisher) for one in front.references]
    shares = _shared(len(said), _SOURCES_ON_A_SLIDE)
    for number, (start, end) in enumerate(shares, 1):
        title, lines = _part(text, "slides.sources", number, len(shares)), tuple(said[start:end])
        yield SlideView(0, title, lines, "", f"sources.{start}", numbered=start + 1)


def _about(carried: CarriedLines, text: Words) -> SlideView:
    read = f"{carried.read_on}: {carried.shown}"
    lines = (carried.draft, text.say("slides.proposal"), carried.portal, read, *carried.lines)
    return SlideView(0, text.say("slides.about"), tuple(filter(None, lines)), "", "", is_code=True)


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
