"""Rows of a year that say what others say: suspected by their marks, then found by reading the suspects' texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from portal.plan.register.addresses import address_key
from portal.plan.register.joint import Joint
from portal.plan.register.marks import RowMarks, mark, twice
from portal.plan.register.product_rules import RowsEntered, id_said, twin_key
from portal.plan.register.products import Product
from portal.plan.register.rows import RegisterFile, RowReading
from portal.reading.problems import Problem, Telling

MOST_SUSPECTED: Final = 100_000
"""Marks that are looked into: a file that was laid in twice has millions."""


@dataclass(frozen=True)
class Twins:
    """The rows that their body entered before, left out of every figure, and the problems that tell them; what several
    bodies entered, which counts for each."""

    rows: tuple[Product, ...] = ()
    problems: tuple[Problem, ...] = ()
    joint: tuple[Joint, ...] = ()


def find_twins(files: Sequence[RegisterFile], marks: Sequence[RowMarks], read: RowReading) -> Twins:
    """The rows among the files of one year that say what others say, in the order of the files; `marks` are theirs."""
    kinds = ((one.ids for one in marks), (one.twins for one in marks), (one.addresses for one in marks))
    suspected = [twice(every, MOST_SUSPECTED) for every in kinds]
    if not any(suspected):
        return Twins()
    entered, found, problems = RowsEntered(), list[Product](), list[Problem]()
    for file in files:
        telling = Telling(file.source.path)
        for row in _suspects(file, suspected, read):
            told = list(entered.told(row))
            for problem in told:
                telling.add(problem)
            found += [row] if told else []
            if not told:
                entered.add(row)
        problems += telling.problems
    return Twins(tuple(found), tuple(problems), entered.joint)


def _suspects(file: RegisterFile, suspected: Sequence[set[int]], read: RowReading) -> Iterator[Product]:
    names, twins, addresses = suspected
    for row in read.rows(file):
        key = address_key(row.url) if addresses else ""
        if mark(id_said(row.id)) in names or mark(twin_key(row)) in twins or (key and mark(key) in addresses):
            yield row
