"""Writes the report on the plan for one year: DOCX to send, XLSX with every table, Markdown to read and compare."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from door import opened_ledger, parser_of, refused, run, year_asked
from portal.language.vocabulary import REPORT_KINDS
from portal.language.words import Words, words
from portal.plan.ledger import Ledger
from portal.plan.report.files import LAYOUT, WRITERS, BrokenLayout
from portal.plan.report.make import make_report
from portal.plan.report.values import Report
from put import NotPut, put_files


def main(arguments: list[str] | None = None) -> int:
    """0 when written, 1 with problems in a file (nothing is written then), 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    with Console(stderr=True).status(text.say("report.reading")):
        ledger = opened_ledger(options.root, text)
    return ledger if isinstance(ledger, int) else _write(ledger, options, text)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("report.py", __doc__, "root", "year", "as-of", "lang")
    parser.add_argument("--kind", choices=REPORT_KINDS, default="annual", help="interim and final compare the years")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into; made where it is not there")
    parser.add_argument("--draft", action="store_true", help="mark as a draft; implied while a target has no figure")
    return parser.parse_args(arguments)


def _write(ledger: Ledger, options: argparse.Namespace, text: Words) -> int:
    year = year_asked(ledger, options, text)
    if year is None:
        return 2
    report = make_report(ledger, year, options.as_of, options.kind, options.draft, text)
    try:
        names = _put(report, options.out, text)
    except BrokenLayout as error:
        return refused(text.say("report.layout_broken", layout=LAYOUT, reason=error))
    except NotPut as why:
        return refused(text.say("report.cannot_write", why=why.said(text)))
    print(text.say("report.done", files=", ".join(names), out=options.out))
    for reason in report.why_draft:
        print(reason)
    return 0


def _put(report: Report, out: Path, text: Words) -> list[str]:
    """All files or none."""
    name = f"bao-cao-{report.year}-{report.kind}.{text.lang}"
    made = {out / f"{name}.{end}": write(report, text) for end, write in WRITERS.items()}
    put_files(made)
    return [path.name for path in made]


if __name__ == "__main__":
    sys.exit(run(main))
