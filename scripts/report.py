"""Writes the report on the plan for one year: DOCX to send, XLSX with every table, Markdown to read and compare."""

import argparse
import sys
import tempfile
from datetime import date
from pathlib import Path

from rich.console import Console

from door import run, today
from portal.content.library import is_corpus, read_library
from portal.language.vocabulary import REPORT_KINDS
from portal.language.words import Words, words
from portal.plan.ledger import Ledger, open_ledger
from portal.plan.report.files import LAYOUT, WRITERS, BrokenLayout
from portal.plan.report.make import make_report
from portal.plan.report.values import Report
from portal.reading.problems import as_text, in_order


def main(arguments: list[str] | None = None) -> int:
    """0 when written, 1 with problems in a file (nothing is written then), 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    if not is_corpus(options.root):
        return _refuse(text.ui["check"]["no_content"].format(root=options.root))
    with Console(stderr=True).status(text.ui["report"]["reading"]):
        library = read_library(options.root, options.as_of)
        ledger, told = open_ledger(library, options.as_of)
    problems = in_order((*library.problems, *told))
    if problems:
        print(as_text(problems, options.lang))
        return 1
    if ledger is None:
        return _refuse(text.say("kpi.no_plan", root=options.root))
    return _write(ledger, options, text)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="report.py", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="folder with content_vi/, content_en/, data/")
    parser.add_argument("--year", type=int, help="reporting year; the one of --as-of where left out")
    parser.add_argument("--kind", choices=REPORT_KINDS, default="annual", help="interim and final compare the years")
    parser.add_argument("--as-of", type=date.fromisoformat, default=today(), help="count as it stood on this day")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into; made where it is not there")
    parser.add_argument("--draft", action="store_true", help="mark as a draft; implied while a target has no figure")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the report")
    return parser.parse_args(arguments)


def _write(ledger: Ledger, options: argparse.Namespace, text: Words) -> int:
    years, year = ledger.plan.years, options.year or ledger.year_of(options.as_of)
    try:
        report = make_report(ledger, year, options.as_of, options.kind, options.draft, text)
    except ValueError:
        return _refuse(text.say("report.not_a_year", year=year, first=years.first, last=years.last))
    try:
        names = _put(report, options.out, text)
    except BrokenLayout as error:
        return _refuse(text.say("report.layout_broken", layout=LAYOUT, reason=error))
    except OSError as error:
        return _refuse(text.say("report.cannot_write", out=options.out, reason=error.strerror))
    print(text.say("report.done", files=", ".join(names), out=options.out))
    if report.undecided:
        print(text.say("report.is_draft", targets=", ".join(report.undecided)))
    return 0


def _put(report: Report, out: Path, text: Words) -> list[str]:
    """All files or none: written beside each other in a folder of their own, then moved into place."""
    made = {
        f"bao-cao-{report.year}-{report.kind}.{text.lang}.{end}": write(report, text) for end, write in WRITERS.items()
    }
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".") as folder:
        for name, content in made.items():
            Path(folder, name).write_bytes(content)
        for name in made:
            Path(folder, name).replace(out / name)
    return list(made)


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(run(main))
