"""Facts with a number that more than one page states: data/facts.yml, one entry a subject, a number for each time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import Field, model_validator

from portal.content.known.figures import Figure
from portal.content.known.glossary import Forms
from portal.content.sources import Source
from portal.content.strict import Both, Label, Strict
from portal.language.words import Words
from portal.language.written import written_number
from portal.reading.fields import Slug, YesNo, problem

FACTS_PATH: Final = "data/facts.yml"


class FactNumber(Strict):
    """The number of a subject at one time. `derived` says in words how the portal worked it out; what a source gives
    has none."""

    when: Label
    value: float
    source: Source | None = None
    derived: Both | None = None


class Fact(Strict):
    """What is counted, and the numbers: its own `values`, or those of the row `series` (counted from 1) of a figure,
    where each column is a time. `words` are all in a sentence about it, `a|b` one of two; with one of `unless` it is
    about something else. `others` are numbers for the same that sources give too, and that pages tell as theirs."""

    id: Slug
    what: Both
    percent: YesNo = False
    figure: Slug | None = None
    series: int = Field(default=1, ge=1)
    values: list[FactNumber] = []
    words: Forms = Forms()
    unless: Forms = Forms()
    others: list[float] = []

    @model_validator(mode="after")
    def _has_one_place_for_numbers(self) -> "Fact":
        if (self.figure is None) != bool(self.values):
            raise problem("fact-numbers", name=self.id)
        return self


@dataclass(frozen=True)
class StatedNumber:
    """A number as a text may take it: of which fact, when, how much, who says so; `derived` says in words how the
    portal worked it out."""

    fact: Fact
    when: Both
    value: float
    source: Source | None = None
    derived: Both | None = None

    @property
    def mark(self) -> str:
        """How a text asks for it."""
        return f"[fact: {self.fact.id} {self.when.vi}]"

    def written(self, text: Words) -> str:
        """The number as the language of `text` writes it: 30,83 % and 143.650; 30.83% and 143,650."""
        if self.fact.percent:
            return text.say("percent", number=written_number(self.value, text))
        return written_number(self.value, text, grouped=True)


def numbers_of(fact: Fact, figures: Mapping[str, Figure]) -> Iterator[StatedNumber]:
    """Every number of a fact; none where its figure, or the row of it, is not there."""
    for one in fact.values:
        yield StatedNumber(fact, one.when, one.value, one.source, one.derived)
    figure = figures.get(fact.figure or "")
    if figure:
        yield from _of_rows(fact, figure)


def _of_rows(fact: Fact, figure: Figure) -> Iterator[StatedNumber]:
    """The numbers of the row of a figure that a fact names."""
    for series in figure.series[fact.series - 1 : fact.series]:
        for index, (column, value) in enumerate(zip(figure.columns, series.values, strict=True)):
            if value is not None:
                origin = series.origin(index)
                yield StatedNumber(
                    fact, column, value, figure.source_of(series, index), origin.derived if origin else None
                )
