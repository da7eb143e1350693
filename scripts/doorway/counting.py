"""The ledger opened at a door, and the year it counts; who cannot be given one is told why."""

import argparse
from pathlib import Path

from door import refused, today
from portal.content.library import is_corpus, read_library
from portal.language.words import Words
from portal.plan.filing import year_to_report
from portal.plan.ledger import Ledger, open_ledger
from portal.reading.problems import as_text, in_order, to_mend


def opened_ledger(root: Path, text: Words) -> Ledger | int:
    """The ledger of a corpus as it is today, to count from; or what the door returns because there is none, said: 1
    with problems in a file, 2 where there is no corpus or no plan. Texts are not looked into: counting needs none. That
    there are doubts is said, and where they are told one by one."""
    if not is_corpus(root):
        return refused(text.say("check.no_content", root=root))
    library = read_library(root, today())
    ledger, told = open_ledger(library, today())
    problems = in_order((*library.problems, *told))
    wrong = to_mend(problems)
    if wrong:
        print(as_text(wrong, text.lang))
        return 1
    if problems:
        refused(text.say("doubt.some", count=len(problems)))
    return refused(text.say("kpi.no_plan", root=root)) if ledger is None else ledger


def year_asked(ledger: Ledger, options: argparse.Namespace, text: Words) -> int | None:
    """The reporting year that was asked for; else the oldest that has ended and was not filed, which is said, or that
    of the day. None, and said, where the plan has no such year."""
    year, years = options.year or year_to_report(ledger, options.as_of), ledger.plan.years
    if ledger.plan.covers(year):
        if not options.year and year != ledger.year_of(options.as_of):
            refused(text.say("filed.year_stays", year=year))
        return year
    refused(text.say("report.not_a_year", year=year, first=years.first, last=years.last))
    return None
