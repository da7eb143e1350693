"""Counts the plan's targets and what was made, from stories, registers and agencies' reports. Writes nothing."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

from rich.table import Table

from door import parser_of, print_for_program, refused, run
from doorway.drawing import Drawing
from doorway.counting import opened_ledger, year_asked
from portal.language.words import Words, words
from portal.plan.as_known import known_on
from portal.plan.bodies.reported import REPORTED_FOLDER
from portal.plan.explained import explained
from portal.plan.ledger import Ledger
from portal.plan.open_data.plan_tables import TALLY_FIELDS, TARGET_FIELDS, tally_records, target_records
from portal.plan.open_data.tables import OpenField, OpenRecord, plain_csv
from portal.plan.published import tallies_tree, targets_tree
from portal.plan.tables import present, products_said, quality_rows, tables, target_rows
from portal.plan.targets import Year
from portal.reading.tables.csv_writer import csv_of


def main(arguments: list[str] | None = None) -> int:
    """0 when counted (a body that has not reported is no error), 1 with problems in a file, 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    ledger = opened_ledger(options.root, text)
    if isinstance(ledger, int):
        return ledger
    ledger = known_on(ledger, options.as_of)
    year = year_asked(ledger, options, text)
    if year is None:
        return 2
    if options.explain:
        return _explain(ledger, ledger.count(year, options.as_of), options.explain, text)
    what = "missing" if options.missing else "counts" if options.counts else "targets"
    PRINTERS[what, options.format](ledger, year, options.as_of, text)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("kpi.py", __doc__, "root", "year", "as-of", "lang")
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table")
    parser.add_argument("--counts", action="store_true", help="what was made: products and stories, instead of targets")
    parser.add_argument("--missing", action="store_true", help="the bodies that have sent nothing for the year")
    parser.add_argument("--explain", metavar="TARGET", help="what was counted for a target, what was left out, and why")
    return parser.parse_args(arguments)


def _print_table(ledger: Ledger, year: int, as_of: date, text: Words) -> None:
    counted, number = ledger.count(year, as_of), ledger.plan.number
    title = text.say("kpi.title", number=number, year=counted.year, day=counted.window.end.isoformat())
    table = Table(title=title, show_lines=True)
    for column in ("target", "value", "floor", "status", "coverage"):
        table.add_column(text.say(f"kpi.{column}"))
    rows = target_rows(counted, text)
    for row in rows:
        table.add_row(row.id, row.result, row.floor, row.status_text, row.coverage)
    Drawing().print(table)
    for row in rows:
        if row.portal:
            print(f"{row.id}: {text.say('progress.portal', share=row.portal)}")
    for (why, gaps), targets in _same_gaps(counted).items():
        names = ", ".join(ledger.library.data.agencies[gap].called(text.lang) for gap in gaps)
        print(f"{', '.join(targets)}: {text.say(f'kpi.{why}')} ({len(gaps)}): {names}")


def _same_gaps(counted: Year) -> dict[tuple[str, tuple[str, ...]], list[str]]:
    """(what they have not done, the bodies that have not), with the targets they are missing in: each list once."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for name, figure in counted.figures.items():
        if figure.gaps:
            why = "not_entered" if figure.target.counted else "not_reported"
            found.setdefault((why, figure.gaps), []).append(name)
    return found


def _print_csv(ledger: Ledger, year: int, as_of: date, _: Words) -> None:
    """The rows of the published table; for a pipe, so without the mark by which Excel knows its letters."""
    _as_csv(TARGET_FIELDS, target_records(ledger.count(year, as_of)))


def _as_csv(fields: Iterable[OpenField], rows: Iterable[OpenRecord]) -> None:
    print_for_program(csv_of([[one.name for one in fields]]) + plain_csv(rows), end="")


def _print_json(ledger: Ledger, year: int, as_of: date, _: Words) -> None:
    _dump(targets_tree(ledger.count(year, as_of)))


def _print_counts(ledger: Ledger, year: int, as_of: date, text: Words) -> None:
    tallies = ledger.tally(year, as_of)
    print(products_said(tallies, text))
    for table in map(present, tables(tallies, ledger.plan, ledger.library.data.agencies, text)):
        print(f"\n{table.title}")
        for label, count in table.rows:
            print(f"{count:>7}  {label}")
    print(f"\n{text.say('tallies.quality_title')}")
    for label, figure in quality_rows(tallies, text):
        print(f"  {label}: {figure}")


def _print_counts_csv(ledger: Ledger, year: int, as_of: date, _: Words) -> None:
    _as_csv(TALLY_FIELDS, tally_records(ledger.tally(year, as_of)))


def _print_counts_json(ledger: Ledger, year: int, as_of: date, _: Words) -> None:
    _dump(tallies_tree(ledger.tally(year, as_of)))


def _print_missing(ledger: Ledger, year: int, as_of: date, text: Words) -> None:
    """A list an issue can carry: each body, and the file its report goes into."""
    missing = ledger.missing(year, as_of)
    print(text.say("kpi.missing", count=len(missing), year=year) + "\n")
    for agency in missing:
        print(f"- {agency.called(text.lang)}: `{REPORTED_FOLDER}/{year}/{agency.id}.yml`")


def _print_missing_csv(ledger: Ledger, year: int, as_of: date, text: Words) -> None:
    rows = ((agency.id, agency.called(text.lang)) for agency in ledger.missing(year, as_of))
    print_for_program(csv_of((("id", "name"), *rows)), end="")


def _print_missing_json(ledger: Ledger, year: int, as_of: date, _: Words) -> None:
    _dump([agency.id for agency in ledger.missing(year, as_of)])


def _dump(tree: Any) -> None:
    print_for_program(json.dumps(tree, ensure_ascii=False, indent=2))


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


def _explain(ledger: Ledger, counted: Year, name: str, text: Words) -> int:
    if name not in counted.figures:
        return refused(text.say("kpi.no_target", name=name, names=", ".join(counted.figures)))
    print(f"{name}: {counted.figures[name].target.formula[text.lang]}")
    found = explained(ledger, counted, name)
    print(f"{text.say('kpi.counted')} ({found.count}): ", end="" if found.count else "–")
    for number, one in enumerate(found.counted):
        print(f", {one}" if number else one, end="")
    print()
    for left_out, reason in found.left_out:
        print(f"{text.say('kpi.left_out')}: {left_out}: {text.say(f'kpi.reasons.{reason}')}")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
