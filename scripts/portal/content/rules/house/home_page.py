"""What data/ names is there: pages, numbers, values, findings; so are the pages that show a UN document."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from portal.content.known.figures import FIGURES_FOLDER
from portal.content.known.house.home import HOME_PATH, HomeFigure, HomePage
from portal.content.known.law.recommendations import RECOMMENDATIONS_FOLDER, every_recommendation
from portal.content.known.people import NUMBERS_PATH
from portal.content.known.reference import ReferenceData
from portal.content.rules.house.claims_received import received_problems
from portal.content.rules.house.needed import is_whole_site
from portal.content.rules.house.search_hints import hint_problems
from portal.content.rules.house.units import question_problems
from portal.content.stories import Story
from portal.language.places import HELP
from portal.reading.problems import Problem

NOWHERE: Final = frozenset({"home-nowhere", "search-nowhere"})
MANY: Final = 9
"""More places without a page are no slips of one hand: the pages are not there yet."""


def named_problems(data: ReferenceData, places: Collection[str], stories: Iterable[Story]) -> Iterator[Problem]:
    """The problems of what data/ names. While the pages are no whole site, as with a body that counts alone, it is not
    told line by line how many of them data/ leads to in vain."""
    found = (*chosen_problems(data, places), *question_problems(data, places, stories))
    in_vain = sum(one.code in NOWHERE for one in found)
    untold = NOWHERE if in_vain > MANY and not is_whole_site(places) else frozenset[str]()
    return (one for one in found if one.code not in untold)


def chosen_problems(data: ReferenceData, places: Collection[str]) -> Iterator[Problem]:
    """The problems of what editors chose for the whole portal: for the home page, for the search;
    and of what the owner counted of the claims that came in."""
    yield from hint_problems(data, places)
    yield from home_problems(data, places)
    yield from received_problems(data)
    yield from _unshown(data, places)


def _unshown(data: ReferenceData, places: Collection[str]) -> Iterator[Problem]:
    """A problem for each UN document that is to be shown on a page nobody wrote."""
    for name, document in data.recommendations.items():
        if document.page and document.page not in places:
            choices = get_close_matches(document.page, sorted(places), n=1, cutoff=0.6) or [HELP]
            path, line = f"{RECOMMENDATIONS_FOLDER}/{name}.yml", data.shown_lines.get(name, 1)
            yield Problem(path, line, "page", "home-nowhere", {"value": document.page, "choices": choices})


def home_problems(data: ReferenceData, places: Collection[str]) -> Iterator[Problem]:
    """A problem for each tile, figure and reader without a page, for a number that no body gives to everybody, a value
    that no figure has, a finding that nobody wrote down."""
    home = data.home
    if home is None:
        return
    yield from (_nowhere(data, field, place, places) for field, place in _led(home) if place not in places)
    for field, name, path, known in _named(data, home):
        if name not in known and name not in data.unread.get(path, ()):
            yield _problem(data, field, "home-unknown", value=name, path=path)
    for at, one in enumerate(home.figures):
        if one.figure in data.figures and not _has_value(data, one):
            yield _problem(data, f"figures.{at}.column", "home-no-value", value=one.column, figure=one.figure)


def _named(data: ReferenceData, home: HomePage) -> Iterator[tuple[str, str, str, Collection[str]]]:
    """(field, id, the file it is looked for in, the ids there are) of every number, figure and finding."""
    numbers, said = data.numbers.keys(), {one.id for _, one in every_recommendation(data.recommendations)}
    strange = {problem.path.removeprefix(f"{FIGURES_FOLDER}/").removesuffix(".yml") for problem in data.problems}
    figures = {*data.figures, *strange}  # a figure with a problem of its own is there all the same
    yield from ((f"calls.{at}.number", one.number, NUMBERS_PATH, numbers) for at, one in enumerate(home.calls))
    yield from ((f"figures.{at}.figure", one.figure, FIGURES_FOLDER, figures) for at, one in enumerate(home.figures))
    yield from ((f"findings.{at}", one, RECOMMENDATIONS_FOLDER, said) for at, one in enumerate(home.findings))


def _led(home: HomePage) -> Iterator[tuple[str, str]]:
    """(field, place) of every place the home page leads to because of the file."""
    yield from ((f"tiles.{at}.place", tile.place) for at, tile in enumerate(home.tiles))
    yield from ((f"figures.{at}.place", figure.place) for at, figure in enumerate(home.figures))
    yield from ((f"readers.{at}", place) for at, place in enumerate(home.readers))


def _has_value(data: ReferenceData, one: HomeFigure) -> bool:
    series = data.figures[one.figure].series[one.series - 1 : one.series]
    return any(value is not None for each in series for value in each.values[one.column - 1 : one.column])


def _nowhere(data: ReferenceData, field: str, place: str, places: Iterable[str]) -> Problem:
    choices = get_close_matches(place, sorted(places), n=1, cutoff=0.6) or [HELP]
    return _problem(data, field, "home-nowhere", value=place, choices=choices)


def _problem(data: ReferenceData, field: str, code: str, **values: object) -> Problem:
    return Problem(HOME_PATH, data.home_lines.get(field, 1), field, code, values)
