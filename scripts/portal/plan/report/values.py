"""What a report is made of, as values: lines, tables, the frame around them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from portal.language.words import Words
from portal.language.written import written_number

Cell = str | int


@dataclass(frozen=True)
class Line:
    """A heading, a sentence, or a place an officer has to fill in."""

    shape: Literal["heading", "subheading", "sentence", "blank"]
    text: str


@dataclass(frozen=True)
class Table:
    """A table under its title; `id` names its sheet. Every row is as wide as the head."""

    id: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shape: Literal["table"] = "table"


Part = Line | Table


@dataclass(frozen=True)
class Frame:
    """What stands around the text: who writes to whom. What the owner has not given is marked."""

    parent: str
    owner: str
    number: str
    place_day: str
    authority: str
    signatory_title: str
    signatory: str
    recipients: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """The report of one year in one language. `undecided` are the targets nothing can be said of yet; `draft` while
    there is one, or the caller says so."""

    kind: str
    year: int
    as_of: date
    draft: bool
    undecided: tuple[str, ...]
    subject: str
    frame: Frame
    blocks: tuple[Part, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))


def shown(cell: Cell, text: Words) -> str:
    """A cell as people read it: 1.234.567 in Vietnamese, 1,234,567 in English."""
    return written_number(cell, text, grouped=True) if isinstance(cell, int) else cell


def widths(rows: Iterable[tuple[Cell, ...]]) -> tuple[int, ...]:
    """The longest text of each column, for sheets."""
    return tuple(max(len(str(cell)) for cell in column) for column in zip(*rows, strict=True))
