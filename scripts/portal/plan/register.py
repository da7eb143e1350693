"""The register of products, read file by file as Excel writes it, and row by row: each is taken in, or told."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from portal.content.known.agencies import Agency
from portal.plan.plan import Plan
from portal.plan.product_rows import REGISTER_COLUMNS, RegisterCells, understood_row
from portal.plan.product_rules import Entered, RowRules, titles_of
from portal.plan.products import PRODUCTS_FOLDER, Product, Register, register_files
from portal.reading.csv_reader import Row, read_table
from portal.reading.files import guarded
from portal.reading.problems import Problem

_NAME = re.compile(r"([0-9]{4})(-[a-z0-9-]+)?")  # a year, or a year and whose part it is: 2026-so-gddt


def read_register(
    root: Path,
    plan: Plan,
    agencies: Mapping[str, Agency | None],
    portal: Iterable[Product] = (),
    today: date = date.max,
    places: Collection[str] = (),
) -> Register:
    """Every data/products/<year>.csv or <year>-<part>.csv below `root`, beside the portal's own products and the
    `places` of its pages. Rows with problems are left out and told; nothing is raised."""
    rules = RowRules(plan, agencies, today, titles_of(portal))
    reader = _RegisterReader(root, RegisterCells(agencies, today, frozenset(places)), rules)
    for file in register_files(root):
        path = f"{PRODUCTS_FOLDER}/{file.name}"
        guarded(path, reader.problems, partial(reader.read, file, path))
    return Register(tuple(reader.products), tuple(reader.problems))


class _RegisterReader:
    """Gathers products and problems over all files."""

    def __init__(self, root: Path, cells: RegisterCells, rules: RowRules) -> None:
        self.root, self.cells, self.rules, self.entered = root, cells, rules, Entered()
        self.products: list[Product] = []
        self.problems: list[Problem] = []

    def read(self, file: Path, path: str) -> None:
        named = _NAME.fullmatch(file.stem)
        if not named:
            self.problems.append(Problem(path, 1, "", "register-name", {"name": file.name}))
            return
        year = int(named[1])
        if not self.rules.plan.covers(year):
            self.problems.append(self.rules.plan.outside(path, year))
            return
        rows, problems = read_table(self.root, file, REGISTER_COLUMNS)
        self.problems += problems
        for row in rows:
            self.row(path, row, year)

    def row(self, path: str, row: Row, year: int) -> None:
        """Take a row in, or tell what is wrong in it: its cells first, then what only the whole register shows."""
        entry = understood_row(row.cells, self.cells)
        if entry.unclear:
            self.problems += [
                Problem(path, row.line, column, found.code, {"value": row.cells.get(column, ""), **found.values})
                for column, found in entry.unclear
            ]
            return
        product = product_of(entry.values, year, path, row.line)
        told = list(self.rules.told(product, year))
        twins = list(self.entered.told(product))
        self.problems += [*told, *twins]
        if not told and not twins:
            self.entered.add(product)
            self.products.append(product)


def product_of(values: Mapping[str, object], year: int, path: str, line: int) -> Product:
    """A row of the register of `year` whose cells were all understood, as a product. Bodies number their own rows, each
    from 1: the year and the body are part of the id."""
    made: dict[str, object] = {**values, "id": f"{year}/{values['agency']}/{values['id']}"}
    return Product(**made, path=path, line=line)  # type: ignore[arg-type]  # each column has its type from its reader
