"""Numbers to be drawn: data/figures/<id>.yml, one file a figure, whose name is its id."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import Field, ValidationInfo, field_validator

from portal.content.front_matter import Both, Label, Source, Strict
from portal.reading.fields import SLUG, Slug, problem
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Reading

FIGURES_FOLDER: Final = "data/figures"


class Series(Strict):
    """One row of a figure; a value nobody has is empty."""

    name: Label
    values: list[float | None]


class Figure(Strict):
    """Numbers to be drawn, with their source. `values` of each series are in the order of `columns`."""

    id: Slug
    title: Label
    unit: Label
    columns: list[Label] = Field(min_length=1)
    series: list[Series] = Field(min_length=1)
    note: Both | None = None
    source: Source

    @field_validator("series")
    @classmethod
    def _as_wide_as_columns(cls, value: list[Series], info: ValidationInfo) -> list[Series]:
        width = len(info.data.get("columns", []))
        for series in value:
            if width and len(series.values) != width:
                raise problem("figure-width", name=series.name.vi, values=len(series.values), columns=width)
        return value


def figure_files(root: Path) -> list[Path]:
    """The files of all figures below `root`."""
    return sorted((root / FIGURES_FOLDER).glob("*.yml"))


def with_id(file: Path, path: str, reading: Reading) -> tuple[Any, list[Problem]]:
    """What a file says with its name as the figure's id: an address of the site is made from it, and a second one
    in the file could lead out of the site."""
    if not isinstance(reading.value, Mapping):
        return reading.value, []
    found = [Problem(path, reading.line(("id",)), "id", "figure-own-id")] if "id" in reading.value else []
    if not re.fullmatch(SLUG, file.stem):
        found.append(Problem(path, 1, "", "figure-name", {"name": file.name}))
    return {**reading.value, "id": "hinh" if found else file.stem}, found
