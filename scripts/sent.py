"""Says who has sent its report for a year, who not, who late. Writes nothing but the workbook it is asked for."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import json
import sys
from pathlib import Path

from rich.table import Table as RichTable

from door import parser_of, print_for_program, refused, run
from doorway.drawing import Drawing
from doorway.counting import opened_ledger, year_asked
from doorway.ours import put_beside
from portal.language.words import Words, words
from portal.plan.bodies.sent import Sendings, sendings
from portal.plan.bodies.sent_tables import sent_sentences, sent_table, sent_tree, state_rows
from portal.plan.ledger import Ledger
from portal.plan.list_workbook import list_workbook
from portal.reading.tables.csv_writer import csv_of
from doorway.placing.put import NotPut


def main(arguments: list[str] | None = None) -> int:
    """0 when told (a body that has not sent is no error), 1 with problems in a file, 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    ledger = opened_ledger(options.root, text)
    if isinstance(ledger, int):
        return ledger
    year = year_asked(ledger, options, text)
    if year is None:
        return 2
    found = sendings(ledger, year, options.as_of)
    if options.out:
        return _put(found, options.out, text)
    PRINTERS[options.format](found, ledger, text)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("sent.py", __doc__, "root", "year", "as-of", "lang")
    parser.add_argument("--format", choices=tuple(PRINTERS), default="table", help="issue: a text with its title first")
    parser.add_argument("--out", type=Path, help="folder to write the list into as a workbook (XLSX)")
    return parser.parse_args(arguments)


def _print_table(found: Sendings, ledger: Ledger, text: Words) -> None:
    told = sent_table(found, text)
    drawn = RichTable(*told.head, title=told.title)
    for row in told.rows:
        drawn.add_row(*map(str, row))
    Drawing().print(drawn)
    for sentence in sent_sentences(found, ledger.plan, text):
        print(sentence)


def _print_issue(found: Sendings, ledger: Ledger, text: Words) -> None:
    """Its title in the first line, the rest as Markdown; the same text as long as nothing changes."""
    told = sent_table(found, text)
    print(told.title)
    for sentence in sent_sentences(found, ledger.plan, text):
        print(f"\n{sentence}")
    print()
    for state, count in state_rows(found, text):
        print(f"- {state}: {count}")
    for row in (told.head, ("---",) * len(told.head), *told.rows) if told.rows else ():
        print("| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |")


def _print_csv(found: Sendings, _: Ledger, text: Words) -> None:
    table = sent_table(found, text)
    print_for_program(csv_of((table.head, *table.rows)), end="")


def _print_json(found: Sendings, _: Ledger, __: Words) -> None:
    print_for_program(json.dumps(sent_tree(found), ensure_ascii=False, indent=2))


PRINTERS = {"table": _print_table, "issue": _print_issue, "csv": _print_csv, "json": _print_json}


def _put(found: Sendings, out: Path, text: Words) -> int:
    table = sent_table(found, text)
    name = f"ai-da-gui-{found.year}.{text.lang}.xlsx"
    try:
        put = put_beside(out, {name: list_workbook((table.head, *table.rows), found.as_of)})
    except NotPut as why:
        return refused(text.say("report.cannot_write", why=why.said(text)))
    print(text.say("report.done", files=", ".join(put.names), out=out))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
