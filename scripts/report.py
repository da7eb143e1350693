"""Writes the report on the plan for one year: the paper that is signed, its annexes, the desk's own sheet."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import os
import sys
from datetime import date
from pathlib import Path


from door import parser_of, refused, run
from doorway.drawing import Drawing
from doorway.counting import opened_ledger, year_asked
from doorway.ours import PutBeside, put_beside
from portal.language.locales import ORIGINAL
from portal.language.vocabulary import REPORT_KINDS
from portal.language.words import Words, words
from portal.language.written import written_day
from portal.plan.as_known import corrected_since, known_on
from portal.plan.bodies.office import BrokenLayout
from portal.plan.ledger import Ledger
from portal.plan.report.files.named import report_files_of
from portal.plan.report.make import make_report
from portal.plan.report.officer.asking import asking_files
from portal.plan.report.officer.sentences import folder_of, reviewed_until
from portal.plan.report.values import Report
from doorway.placing.put import NotPut, put_files


def main(arguments: list[str] | None = None) -> int:
    """0 when written; 1 with problems in a file (nothing is written then), or where a file that somebody changed was
    kept and the new one stands beside it; 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    with Drawing(stderr=True).status(text.say("report.reading")):
        ledger = opened_ledger(options.root, text)
    return ledger if isinstance(ledger, int) else _write(ledger, options, text)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("report.py", __doc__, "root", "year", "as-of", "lang")
    parser.add_argument("--kind", choices=REPORT_KINDS, default="annual", help="interim and final compare the years")
    parser.add_argument("--out", type=Path, help="folder to write into; made where it is not there")
    parser.add_argument("--draft", action="store_true", help="mark as a draft; implied while anything is missing")
    parser.add_argument("--texts", action="store_true", help="make a file for each of the officer's texts, and stop")
    options = parser.parse_args(arguments)
    if not (options.out or options.texts):
        parser.error("--out")
    return options


def _write(ledger: Ledger, options: argparse.Namespace, text: Words) -> int:
    known = known_on(ledger, options.as_of)
    options.year = options.year or reviewed_until(known.plan, options.kind)
    year = year_asked(known, options, text)
    if year is None:
        return 2
    if options.texts:
        return _ask(ledger, year, options.kind, text)
    texts = known.texts.get((year, options.kind), {})
    report = make_report(known, year, options.as_of, options.kind, options.draft, text, texts)
    try:
        put = put_beside(options.out, report_files_of(report, text))
    except BrokenLayout as error:
        return refused(text.say("report.layout_broken", layout=error.layout, reason=error.reason))
    except NotPut as why:
        return refused(text.say("report.cannot_write", why=why.said(text)))
    _say_corrected(ledger, options.as_of, text)
    return _said(report, put, options.out, text)


def _ask(ledger: Ledger, year: int, kind: str, text: Words) -> int:
    """Make the files that are not there for the officer's sentences; what is there is nobody's but the officer's."""
    root, folder = ledger.library.root, folder_of(year, kind)
    asking = asking_files(ledger.plan, year, kind, words(ORIGINAL))
    new = {root / path: data for path, data in asking.items() if not os.path.lexists(root / path)}
    try:
        put_files(new)
    except NotPut as why:
        return refused(why.said(text))
    print(text.say("report_files.asking", count=len(new), kept=len(asking) - len(new), folder=folder))
    return 0


def _say_corrected(ledger: Ledger, as_of: date, text: Words) -> None:
    """Say whose figures of that day can no longer be had: a later form took their place."""
    for one in corrected_since(ledger, as_of):
        body, day = ledger.library.data.agencies[one.agency].called(text.lang), written_day(one.day, text)
        refused(text.say("report_files.corrected", body=body, year=one.year, day=day))


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
