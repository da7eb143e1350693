"""What a report is made of, as values: lines and tables, the three papers they stand in, the frame around a paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from portal.language.words import Words
from portal.language.written import written_number

Cell = str | int
PaperId = Literal["paper", "annexes", "officer"]
Shape = Literal[
    "to", "heading", "subheading", "sentence", "point", "blank", "annex", "annex_title", "annex_of", "closing"
]


@dataclass(frozen=True)
class Line:
    """One line of text by what it is. `to`: whom the paper is sent to; `heading` and `subheading`: of a part and of
    what is in it; `sentence`: a paragraph; `point`: one thing of a list, without its dash; `blank`: a place an officer
    has to fill in; `annex`, `annex_title`, `annex_of`: the number of an annex, which begins a page, what it shows, and
    of which paper it is; `closing`: the last sentence, with its sign of the end."""

    shape: Shape
    text: str


@dataclass(frozen=True)
class Table:
    """A table under its title. `id` names it for programs, `sheet` its sheet for people: both are there once in a
    report. Every row is as wide as the head."""

    id: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sheet: str = ""
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
class Paper:
    """One paper of a report: `paper`, which is signed; `annexes`, its tables; `officer`, what only the desk needs, and
    which has no frame."""

    id: PaperId
    title: str
    subject: str
    frame: Frame | None
    blocks: tuple[Part, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True)
class Report:
    """The report of one year in one language, as three papers. `why_draft` says in words, one reason a line, why it
    cannot be signed yet; with none it is no draft."""

    kind: str
    year: int
    as_of: date
    why_draft: tuple[str, ...]
    papers: tuple[Paper, ...]

    @property
    def draft(self) -> bool:
        return bool(self.why_draft)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table of every paper."""
        return tuple(table for paper in self.papers for table in paper.tables)

    def paper(self, name: PaperId) -> Paper:
        """One of the three."""
        return next(paper for paper in self.papers if paper.id == name)


def shown(cell: Cell, text: Words) -> str:
    """A cell as people read it: 1.234.567 in Vietnamese, 1,234,567 in English."""
    return written_number(cell, text, grouped=True) if isinstance(cell, int) else cell


def widths(rows: Iterable[tuple[Cell, ...]]) -> tuple[int, ...]:
    """The longest text of each column, for sheets."""
    return tuple(max(len(str(cell)) for cell in column) for column in zip(*rows, strict=True))
