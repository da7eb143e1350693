"""What units of the training course rest on is there: the law that answers a case, the page that helps, the test."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from portal.content.fronts.units import UNIT_QUESTIONS, Unit, UnitCase
from portal.content.known.quizzes import QUIZZES_FOLDER, missing_part, quizzes_of_places
from portal.content.known.reference import ReferenceData
from portal.content.rules.house.quizzes import missing_page, place_is_there, places_near, quiz_page_problems
from portal.content.rules.taught.taught import in_front
from portal.content.stories import Story
from portal.reading.problems import Problem


def question_problems(data: ReferenceData, places: Collection[str], stories: Iterable[Story]) -> Iterator[Problem]:
    """What is wrong with the grounds of quizzes, and of units whose tests they are."""
    every = tuple(stories)
    yield from quiz_page_problems(data, places, every)
    yield from unit_ground_problems(data, places, every)


def unit_ground_problems(data: ReferenceData, places: Collection[str], every: tuple[Story, ...]) -> Iterator[Problem]:
    """A problem for each law and page of a case that nobody can read here, and for each unit without a whole test."""
    units = tuple((story, story.front) for story in every if isinstance(story.front, Unit))
    counts = {story.place: len(story.front.references) for story in every} if units else {}
    tests = quizzes_of_places(data.quizzes)
    for story, front in units:
        for at, case in enumerate(front.cases):
            for name, code, values in _of_case(case, data, places, counts):
                yield in_front(story, ("cases", at, *name.split(".")), code, **values)
        questions = sum(len(quiz.questions) for quiz in tests.get(story.place, ()))
        if story.lang == story.original and questions < UNIT_QUESTIONS:
            values = {"count": questions, "least": UNIT_QUESTIONS, "folder": QUIZZES_FOLDER, "about": story.place}
            yield in_front(story, (), "unit-test", **values)


def _of_case(
    case: UnitCase, data: ReferenceData, places: Collection[str], counts: Mapping[str, int]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(field, code, values) of what a case leads to and is not there."""
    found = missing_part(case.law, data.documents, data.documents) if data.documents else ()
    for name, code, values in (*found, *missing_page(case.law, data, places, counts)):
        yield f"law.{name}", code, values
    if not place_is_there(case.page, data, places):
        yield "page", "home-nowhere", places_near(case.page, places)
