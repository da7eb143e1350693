"""The rows of one file of the register, one after another: each becomes a product, or is told and left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.plan.register.product_rows import REGISTER_COLUMNS, RegisterCells, understood_row
from portal.plan.register.product_rules import RowRules
from portal.plan.register.products import Product
from portal.reading.problems import Problem
from portal.reading.tables.csv_reader import CsvTable
from portal.reading.tables.lines import TextSource
from portal.reading.tables.records import Record


@dataclass(frozen=True)
class RegisterFile:
    """A file of the register of a year."""

    source: TextSource
    year: int


@dataclass(frozen=True)
class RowReading:
    """What rows are read by: what their cells mean, and what a row may not be."""

    cells: RegisterCells
    rules: RowRules

    def rows(self, file: RegisterFile) -> "RegisterRows":
        """The rows of a file from its beginning."""
        return RegisterRows(file, self)


class RegisterRows:
    """One file of the register, to be gone through once; what is wrong goes into `telling` on the way."""

    def __init__(self, file: RegisterFile, reading: RowReading) -> None:
        self.table, self.year = CsvTable(file.source, REGISTER_COLUMNS), file.year
        self.rules, self.cells = reading.rules, reading.cells
        self.path, self.telling = file.source.path, self.table.telling

    def __iter__(self) -> Iterator[Product]:
        """Every row that is right by itself."""
        for batch in self.table:
            for record in batch:
                if product := self.product(record):
                    yield product

    def product(self, record: Record) -> Product | None:
        """A row as a product; None, and told, where a cell is not understood or the row cannot be what it says."""
        row = self.table.row(record)
        if row is None:
            return None
        entry = understood_row(row.cells, self.cells)
        if entry.unclear:
            for column, found in entry.unclear:
                values = {"value": row.cells.get(column, ""), **found.values}
                self.telling.add(Problem(self.path, row.line, column, found.code, values))
            return None
        product = product_of(entry.values, self.year, self.path, row.line)
        told = list(self.rules.told(product, self.year))
        for problem in told:
            self.telling.add(problem)
        return None if told else product


def product_of(values: Mapping[str, object], year: int, path: str, line: int) -> Product:
    """A row of the register of `year` whose cells were all understood, as a product. Bodies number their own rows, each
    from 1: the year and the body are part of the id."""
    made: dict[str, object] = {**values, "id": f"{year}/{values['agency']}/{values['id']}"}
    return Product(**made, path=path, line=line)  # type: ignore[arg-type]  # each column has its type from its reader
