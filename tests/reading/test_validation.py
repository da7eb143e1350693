"""What pydantic says, as the portal's own problems."""

import pytest

from conftest import TODAY
from portal.content.fronts import Source
from portal.content.kinds import PlainPage
from portal.content.rebuttals import Rebuttal
from portal.language.vocabulary import CONVENTIONS, VERDICTS
from portal.reading.fields import Context
from portal.reading.validation import choices_at, fields_at, validate
from portal.reading.yaml_reader import Location, read_yaml


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
        (1, "missing-field"),
        (4, "unknown-field"),
    ]
