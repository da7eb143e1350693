"""The pages that quizzes belong to and name as sources are there, with the sources they count."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from portal.content.known.quizzes import QUIZZES_FOLDER, QuizSource
from portal.content.known.reference import ReferenceData
from portal.content.stories import Story
from portal.language.places import HELP, document_of_place, is_made
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location


def quiz_page_problems(data: ReferenceData, places: Collection[str], stories: Iterable[Story]) -> Iterator[Problem]:
    """A problem for each page nobody wrote and the portal does not make, and for each number its sources do not have.
    A page with a problem of its own is among the `places` alone: how many sources it has nobody knows."""
    if not data.quizzes:
        return
    counts = {story.place: len(story.front.references) for story in stories}
    for name, quiz in data.quizzes.items():
        path, reading = f"{QUIZZES_FOLDER}/{name}.yml", data.quiz_lines[name]
        if not place_is_there(quiz.about, data, places):
            yield Problem(path, reading.line(("about",)), "about", "home-nowhere", places_near(quiz.about, places))
        for at, one in enumerate(quiz.questions):
            for field, code, values in missing_page(one.source, data, places, counts):
                place: Location = ("questions", at, "source", field)
                yield Problem(path, reading.line(place), f"questions.{at}.source.{field}", code, values)


def missing_page(
    source: QuizSource, data: ReferenceData, places: Collection[str], counts: Mapping[str, int]
) -> Iterator[tuple[str, str, dict[str, object]]]:
    """(field, code, values) of a page that is not there, or of a source that it does not have."""
    if source.page is None:
        return
    if not place_is_there(source.page, data, places):
        yield "page", "home-nowhere", places_near(source.page, places)
    elif source.number and source.number > counts.get(source.page, source.number):
        count = counts[source.page]
        yield "number", "quiz-source-number", {"value": source.number, "page": source.page, "count": count}


def place_is_there(place: str, data: ReferenceData, places: Collection[str]) -> bool:
    """Whether somebody wrote the page of a place, or the portal makes it."""
    document = document_of_place(place)
    return place in places or (document in data.documents if document else is_made(place))


def places_near(place: str, places: Collection[str]) -> dict[str, object]:
    """What a problem says of a place that is not there."""
    return {"value": place, "choices": get_close_matches(place, sorted(places), n=1, cutoff=0.6) or [HELP]}
