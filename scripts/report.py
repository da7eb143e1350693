"""Writes the report on the plan for one year: the paper that is signed, its annexes, the desk's own sheet."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from door import opened_ledger, parser_of, refused, run, year_asked
from ours import PutBeside, put_beside
from portal.language.vocabulary import REPORT_KINDS
from portal.language.words import Words, words
from portal.plan.ledger import Ledger
from portal.plan.office import BrokenLayout
from portal.plan.report.files.named import report_files_of
from portal.plan.report.make import make_report
from portal.plan.report.sentences import folder_of
from portal.plan.report.values import Report
from put import NotPut


def main(arguments: list[str] | None = None) -> int:
    """0 when written; 1 with problems in a file (nothing is written then), or where a file that somebody changed was
    kept and the new one stands beside it; 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    with Console(stderr=True).status(text.say("report.reading")):
        ledger = opened_ledger(options.root, text)
    return ledger if isinstance(ledger, int) else _write(ledger, options, text)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("report.py", __doc__, "root", "year", "as-of", "lang")
    parser.add_argument("--kind", choices=REPORT_KINDS, default="annual", help="interim and final compare the years")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into; made where it is not there")
    parser.add_argument("--draft", action="store_true", help="mark as a draft; implied while anything is missing")
    return parser.parse_args(arguments)


def _write(ledger: Ledger, options: argparse.Namespace, text: Words) -> int:
    year = year_asked(ledger, options, text)
    if year is None:
        return 2
    texts = ledger.texts.get((year, options.kind), {})
    report = make_report(ledger, year, options.as_of, options.kind, options.draft, text, texts)
    try:
        put = put_beside(options.out, report_files_of(report, text))
    except BrokenLayout as error:
        return refused(text.say("report.layout_broken", layout=error.layout, reason=error.reason))
    except NotPut as why:
        return refused(text.say("report.cannot_write", why=why.said(text)))
    return _said(report, put, options.out, text)


def _said(report: Report, put: PutBeside, out: Path, text: Words) -> int:
    """Say what was written, why it is a draft, and what was kept as somebody left it."""
    print(text.say("report.done", files=", ".join(put.names), out=out))
    for why in report.why_draft:
        print(why)
    for name, beside in put.kept.items():
        folder = folder_of(report.year, report.kind)
        refused(text.say("report_files.kept", file=out / name, beside=beside, texts=folder))
    return 1 if put.kept else 0


if __name__ == "__main__":
    sys.exit(run(main))
