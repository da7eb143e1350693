"""Numbers to be drawn: data/figures/<id>.yml, one file a figure, whose name is its id."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Final

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator, model_validator

from portal.content.known.communes import COMMUNES_PATH
from portal.content.sources import Source
from portal.content.strict import Both, Label, Strict, same_in_both
from portal.reading.fields import Slug, problem
from portal.reading.files import files_named
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Reading

FIGURES_FOLDER: Final = "data/figures"


class Column(Both):
    """What a figure's values are of: a year, a group, a place. `place` is the id of a commune or ward
    (data/communes.yml) where the column is one: then it stands on the map too."""

    place: Slug | None = None


class Origin(Strict):
    """Where some values of a series come from, where it is not the figure's own source: `columns` are counted from 1.
    `derived` says in words how the portal worked them out; what a source gives has none."""

    columns: list[int] = Field(min_length=1)
    source: Source | None = None
    derived: Both | None = None


class Series(Strict):
    """One row of a figure; a value nobody has is empty. `target` is what was aimed at, in the figure's unit."""

    name: Label
    values: list[float | None]
    target: float | None = None
    origins: list[Origin] = []

    def origin(self, index: int) -> Origin | None:
        """What is said of the origin of the value at `index`, counted from 0; None where nothing is."""
        return next((origin for origin in self.origins if index + 1 in origin.columns), None)


class Figure(Strict):
    """Numbers to be drawn, with their source. `finding` is what they show, in a sentence; `title` what they are of.
    `values` of each series are in the order of `columns`; `target_name` says whose targets those of the series are."""

    id: Slug
    finding: Both
    title: Label
    unit: Label
    columns: list[Annotated[Column, BeforeValidator(same_in_both)]] = Field(min_length=1)
    series: list[Series] = Field(min_length=1)
    target_name: Both | None = None
    note: Both | None = None
    source: Source

    @field_validator("series")
    @classmethod
    def _as_wide_as_columns(cls, value: list[Series], info: ValidationInfo) -> list[Series]:
        width = len(info.data.get("columns", []))
        for series in value:
            if width and len(series.values) != width:
                raise problem("figure-width", name=series.name.vi, values=len(series.values), columns=width)
            _columns_there_once(series, width)
        return value

    @model_validator(mode="after")
    def _targets_are_named(self) -> "Figure":
        if any(series.target is not None for series in self.series) and self.target_name is None:
            raise problem("figure-target-unnamed")
        return self

    def values_by_place(self) -> dict[str, float | None]:
        """The first series' value of each column that is a commune or ward, by its id."""
        values = self.series[0].values
        return {column.place: values[index] for index, column in enumerate(self.columns) if column.place}

    def source_of(self, series: Series, index: int) -> Source:
        """Where the value at `index` of a series comes from: its own source, or the figure's."""
        origin = series.origin(index)
        return (origin.source if origin else None) or self.source

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of the figure, each once, its own first."""
        others = [origin.source for series in self.series for origin in series.origins if origin.source]
        return tuple({source.mark: source for source in (self.source, *others)}.values())


def _columns_there_once(series: Series, width: int) -> None:
    named = [column for origin in series.origins for column in origin.columns]
    for column in named:
        if width and not (1 <= column <= width and named.count(column) == 1):
            raise problem("figure-origin-column", name=series.name.vi, value=column, columns=width)


def figure_files(root: Path) -> list[Path]:
    """The files of all figures below `root`."""
    return files_named(root / FIGURES_FOLDER, "*.yml")


def place_problems(figure: Figure, communes: Collection[str], reading: Reading, path: str) -> Iterator[Problem]:
    """Columns that stand for a commune nobody knows."""
    for index, column in enumerate(figure.columns):
        if column.place and column.place not in communes:
            choices = get_close_matches(column.place, communes, n=1, cutoff=0.6) or [COMMUNES_PATH]
            line = reading.line(("columns", index, "place"))
            values = {"path": path, "value": column.place, "choices": choices}
            yield Problem(path, line, "place", "unknown-commune", values)
