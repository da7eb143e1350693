"""What pydantic says, as the portal's own problems."""

from datetime import time

import pytest
from pydantic import AnyUrl, BaseModel

from conftest import TODAY
from portal.content.fronts.rebuttals import Rebuttal
from portal.content.kinds import PlainPage
from portal.content.sources import Source
from portal.language.locales import LANGUAGES
from portal.language.vocabulary import CONVENTIONS, VERDICTS
from portal.reading.fields import Context
from portal.reading.validation import choices_at, fields_at, validate
from portal.reading.yaml_reader import Location, read_yaml


class Odd(BaseModel):
    """Fields of which pydantic complains in words that the portal has no sentence for."""

    address: AnyUrl
    moment: time


def test_what_pydantic_says_in_words_of_its_own_gets_a_general_sentence() -> None:
    reading = read_yaml("address: x\nmoment: y\n", "a.yml", 1, 1000)
    _, problems = validate(Odd, reading.value, Context(TODAY), reading, "a.yml")
    assert [(p.line, p.field, p.code) for p in problems] == [
        (1, "address", "not-understood"),
        (2, "moment", "not-understood"),
    ]
    assert all(p.message(lang) for p in problems for lang in LANGUAGES)


@pytest.mark.parametrize(
    ("place", "field"),
    [(("sources", 0), "accessed"), (("evidence", 3), "locator"), (("claim",), "claimant_type"), ((), "true_part")],
)
def test_the_fields_of_every_place_are_known(place: Location, field: str) -> None:
    assert field in fields_at(Rebuttal, place)


@pytest.mark.parametrize(
    ("place", "choices"),
    [(("verdict",), VERDICTS), (("conventions", 0), CONVENTIONS), (("articles", "crx"), CONVENTIONS)],
)
def test_the_choices_of_every_place_are_known(place: Location, choices: tuple[str, ...]) -> None:
    assert tuple(choices_at(Rebuttal, place)) == choices


def test_a_place_that_is_nowhere_has_no_fields() -> None:
    assert fields_at(PlainPage, ("nowhere",)) == []
    assert choices_at(PlainPage, ("nowhere",)) == []


def test_all_problems_of_one_value_come_at_once_each_on_its_line() -> None:
    reading = read_yaml("title: 1\npublisher: ''\nurl: x\nacessed: 2026-01-01\n", "a.yml", 1, 1000)
    _, problems = validate(Source, reading.value, Context(TODAY), reading, "a.yml")
    assert [(p.line, p.code) for p in problems] == [
        (1, "not-text"),
        (2, "empty-text"),
        (3, "not-a-url"),
        (4, "unknown-field"),
    ]
