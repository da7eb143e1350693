"""The front of quizzes: each by the section of the page it belongs to, and what is known of contests."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from portal.content.kinds import Event
from portal.content.known.quizzes import Quiz
from portal.language.places import CONTACT, quiz_place, section_of
from portal.language.vocabulary import LISTED, WITH_MADE
from portal.site.links import event_state
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class QuizEntry:
    """A quiz in the list: how many questions, for whom ("" for everybody), the page it belongs to."""

    link: Link
    amount: str
    fits: str
    belongs: Link | None


@dataclass(frozen=True)
class QuizGroup:
    """The quizzes on pages of one section."""

    title: str
    entries: tuple[QuizEntry, ...]


@dataclass(frozen=True)
class QuizzesBlock:
    """Every quiz, in groups; the contests that have a page; where to write to, None without such a page."""

    groups: tuple[QuizGroup, ...]
    contests: tuple[Link, ...]
    contact: Link | None


def quizzes_block(spot: Spot) -> QuizzesBlock:
    """The quizzes by section, then by title."""
    return QuizzesBlock(tuple(_groups(spot)), tuple(_contests(spot)), next(iter(spot.links((CONTACT,))), None))


def _groups(spot: Spot) -> Iterator[QuizGroup]:
    lang = spot.words.lang
    every = sorted(spot.library.data.quizzes.values(), key=lambda quiz: (quiz.title[lang], quiz.id))
    for section in WITH_MADE:
        entries = tuple(_entry(spot, quiz) for quiz in every if section_of(quiz.about) == section)
        if entries:
            yield QuizGroup(spot.words.label("sections", section), entries)
    others = tuple(_entry(spot, quiz) for quiz in every if section_of(quiz.about) not in WITH_MADE)
    if others:
        yield QuizGroup(spot.words.say("quizzes.others"), others)


def _entry(spot: Spot, quiz: Quiz) -> QuizEntry:
    text = spot.words
    return QuizEntry(
        link=Link(quiz.title[text.lang], spot.to(quiz_place(quiz.id))),
        amount=text.say("quizzes.amount", count=len(quiz.questions)),
        fits=", ".join(text.label("groups", name) for name in quiz.groups),
        belongs=next(iter(spot.links((quiz.about,))), None),
    )


def _contests(spot: Spot) -> Iterator[Link]:
    """The contests among events, each with how it stands."""
    for story in spot.library.newest(spot.lang, LISTED[1]):
        if isinstance(story.front, Event) and story.front.event_type == "contest":
            yield replace(spot.link(story.place), note=event_state(story.front, spot.words))
