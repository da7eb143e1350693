"""Counts the plan's targets and what was made, from stories, registers and agencies' reports. Writes nothing."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from door import run, today
from portal.content.library import is_corpus, read_library
from portal.language.words import Words, words
from portal.plan.ledger import Registers, open_registers
from portal.plan.reported import REPORTED_FOLDER
from portal.plan.tallies_out import present, quality_rows, tables, tallies_csv, tallies_tree
from portal.plan.targets import Result, Year
from portal.plan.targets_out import as_rows, targets_csv, targets_tree
from portal.reading.problems import as_text, in_order


def main(arguments: list[str] | None = None) -> int:
    """0 when counted (a body that has not reported is no error), 1 with problems in a file, 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    if not is_corpus(options.root):
        print(text.ui["check"]["no_content"].format(root=options.root), file=sys.stderr)
        return 2
    library = read_library(options.root, options.as_of)
    registers = open_registers(library, options.as_of)
    problems = in_order((*library.problems, *registers.problems))
    if problems:
        print(as_text(problems, options.lang))
        return 1
    if registers.plan is None:
        print(text.ui["kpi"]["no_plan"].format(root=options.root), file=sys.stderr)
        return 2
    year = options.year or registers.year_of(options.as_of)
    if options.explain:
        return _explain(registers.count(year, options.as_of), options.explain, text)
    what = "missing" if options.missing else "counts" if options.counts else "targets"
    PRINTERS[what, options.format](registers, year, options.as_of, text)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kpi.py", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="folder with content_vi/, content_en/, data/")
    parser.add_argument("--year", type=int, help="reporting year; the one of --as-of where left out")
    parser.add_argument("--as-of", type=date.fromisoformat, default=today(), help="count as it stood on this day")
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table")
    parser.add_argument("--counts", action="store_true", help="what was made: products and stories, instead of targets")
    parser.add_argument("--missing", action="store_true", help="the bodies that have sent nothing for the year")
    parser.add_argument("--explain", metavar="TARGET", help="what was counted for a target, what was left out, and why")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of what is printed")
    return parser.parse_args(arguments)


def _print_table(registers: Registers, year: int, as_of: date, text: Words) -> None:
    said, counted = text.ui["kpi"], registers.count(year, as_of)
    table = Table(title=said["title"].format(year=counted.year, day=counted.window.end.isoformat()), show_lines=True)
    for column in ("target", "value", "floor", "status", "coverage"):
        table.add_column(said[column])
    for row in as_rows(counted, text):
        table.add_row(*(row[name] for name in ("target", "value", "floor", "status", "coverage")))
    Console().print(table)
    for gaps, targets in _same_gaps(counted).items():
        names = ", ".join(registers.library.data.agencies[gap].called(text.lang) for gap in gaps)
        print(f"{', '.join(targets)}: {said['not_reported']} ({len(gaps)}): {names}")


def _same_gaps(counted: Year) -> dict[tuple[str, ...], list[str]]:
    """The bodies that have not reported, with the targets they are missing in: each list once."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, figure in counted.figures.items():
        if figure.gaps:
            found.setdefault(figure.gaps, []).append(name)
    return found


def _print_csv(registers: Registers, year: int, as_of: date, text: Words) -> None:
    print(targets_csv(registers.count(year, as_of), text), end="")


def _print_json(registers: Registers, year: int, as_of: date, _: Words) -> None:
    _dump(targets_tree(registers.count(year, as_of)))


def _print_counts(registers: Registers, year: int, as_of: date, text: Words) -> None:
    tallies, plan, said = registers.tally(year, as_of), registers.plan, text.ui["tallies"]
    assert plan
    print(f"{said['products']}: {tallies.products}")
    for table in map(present, tables(tallies, plan, registers.library.data.agencies, text)):
        print(f"\n{table.title}")
        for label, count in table.rows:
            print(f"{count:>7}  {label}")
    print(f"\n{said['quality_title']}")
    for label, figure in quality_rows(tallies, text):
        print(f"  {label}: {figure}")


def _print_counts_csv(registers: Registers, year: int, as_of: date, _: Words) -> None:
    print(tallies_csv(registers.tally(year, as_of)), end="")


def _print_counts_json(registers: Registers, year: int, as_of: date, _: Words) -> None:
    _dump(tallies_tree(registers.tally(year, as_of)))


def _print_missing(registers: Registers, year: int, as_of: date, text: Words) -> None:
    """A list an issue can carry: each body, and the file its report goes into."""
    missing = registers.missing(year, as_of)
    print(text.ui["kpi"]["missing"].format(count=len(missing), year=year) + "\n")
    for agency in missing:
        print(f"- {agency.called(text.lang)}: `{REPORTED_FOLDER}/{year}/{agency.id}.yml`")


def _print_missing_csv(registers: Registers, year: int, as_of: date, text: Words) -> None:
    print("id,name")
    for agency in registers.missing(year, as_of):
        print(f'{agency.id},"{agency.called(text.lang)}"')


def _print_missing_json(registers: Registers, year: int, as_of: date, _: Words) -> None:
    _dump([agency.id for agency in registers.missing(year, as_of)])


def _dump(tree: Any) -> None:
    print(json.dumps(tree, ensure_ascii=False, indent=2))


PRINTERS = {
    ("targets", "table"): _print_table,
    ("targets", "csv"): _print_csv,
    ("targets", "json"): _print_json,
    ("counts", "table"): _print_counts,
    ("counts", "csv"): _print_counts_csv,
    ("counts", "json"): _print_counts_json,
    ("missing", "table"): _print_missing,
    ("missing", "csv"): _print_missing_csv,
    ("missing", "json"): _print_missing_json,
}


def _explain(counted: Year, name: str, text: Words) -> int:
    said = text.ui["kpi"]
    figure: Result | None = counted.figures.get(name)
    if figure is None:
        print(said["no_target"].format(name=name, names=", ".join(counted.figures)), file=sys.stderr)
        return 2
    print(f"{name}: {figure.target.formula[text.lang]}")
    print(f"{said['counted']} ({len(figure.counted)}): {', '.join(figure.counted) or '–'}")
    for left_out, reason in figure.left_out:
        print(f"{said['left_out']}: {left_out}: {said['reasons'][reason]}")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
