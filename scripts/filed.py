"""Writes into data/plan.yml the day on which a year's report was sent: work done after it counts in the next year."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import sys
from datetime import date

from door import OPTIONS, parser_of, refused, run, today
from doorway.counting import opened_ledger
from portal.content.known.reference import with_known
from portal.language.words import Words, words
from portal.language.written import written_day
from portal.plan.filing import NotWritable, counted_from, problems_in, with_filed, year_to_report
from portal.plan.ledger import Ledger
from portal.plan.plan import PATH
from portal.reading.fields import Context
from portal.reading.problems import as_text, in_order
from doorway.placing.put import NotPut, put_file


def main(arguments: list[str] | None = None) -> int:
    """0 when the day is written, or is written already; 1 with problems in a file, before or because of it; 2 when
    called wrongly. What is refused changes nothing."""
    options = _options(arguments)
    text = words(options.lang)
    ledger = opened_ledger(options.root, text)
    return ledger if isinstance(ledger, int) else _file(ledger, options, text)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("filed.py", __doc__, "root", "year", "lang")
    parser.add_argument("--day", **{**OPTIONS["as-of"](), "help": "the day it was sent: 2026-11-28; today if left out"})
    parser.add_argument("--replace", action="store_true", help="correct a day that is written already")
    return parser.parse_args(arguments)


def _file(ledger: Ledger, options: argparse.Namespace, text: Words) -> int:
    year = options.year or year_to_report(ledger, options.day)
    known = ledger.plan.filed.get(year)
    if known == options.day:
        print(text.say("filed.already", year=year, day=written_day(known, text)))
        return 0
    if known and not options.replace:
        return refused(text.say("filed.other_day", year=year, day=written_day(known, text)))
    return _write(ledger, year, options, text)


def _write(ledger: Ledger, year: int, options: argparse.Namespace, text: Words) -> int:
    path = ledger.library.root / PATH
    try:
        before = path.read_bytes().decode("utf-8")
        changed = with_filed(before, year, options.day)
    except (NotWritable, OSError, UnicodeDecodeError):
        return refused(text.say("filed.by_hand", path=PATH, year=year, day=options.day.isoformat()), 1)
    problems = problems_in(changed, with_known(Context(today()), ledger.library.data))
    if problems:
        print(as_text(in_order(problems), text.lang))
        return refused(text.say("filed.nothing", path=PATH), 1)
    try:
        put_file(path, changed.encode())
    except NotPut as why:
        return refused(why.said(text))
    print(_meaning(ledger, year, options.day, text))
    again = opened_ledger(ledger.library.root, text)
    return refused(text.say("filed.now_wrong", path=PATH), 1) if isinstance(again, int) else 0


def _meaning(ledger: Ledger, year: int, day: date, text: Words) -> str:
    """What filing on that day means for the days around it."""
    first = written_day(counted_from(ledger.plan, year, day), text)
    sentence = "meaning" if ledger.plan.covers(year + 1) else "meaning_last"
    said = text.say("filed.done", path=PATH, year=year, day=written_day(day, text))
    return f"{said} {text.say(f'filed.{sentence}', first=first, next=year + 1)}"


if __name__ == "__main__":
    sys.exit(run(main))
