"""Checks every page and data file and says what to mend, in the editor's language. Changes none without --fix."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from door import counted_up_to, parser_of, print_for_program, processes, refused, run, today
from doorway.builds.kept_builds import taken_from_builds
from mend import mend, offers
from portal.content.desk.address import site_address_problems
from portal.content.desk.people import named_people
from portal.content.desk.release import release_problems
from portal.content.desk.reviews import overdue
from portal.content.desk.second_readers import second_reader_problems
from portal.content.desk.waiting import waiting_pages
from portal.content.library import Library, Watch, is_corpus
from portal.content.looks import Looks
from portal.content.rules.house.needed import is_whole_site, needed_missing
from portal.language.locales import ORIGINAL
from portal.language.words import words
from portal.language.written import written_day
from portal.plan.corpus import open_corpus
from portal.plan.filing import filing_problems
from portal.reading.annotations import as_github
from portal.reading.characters import on_one_line
from portal.reading.fields import Context
from portal.reading.problems import Problem, as_json, as_text, in_order, to_mend
from portal.reading.shares import PROCESSES
from portal.site.gate import gate_problems
from pull import add_change_options, change_comment, overdue_issue

ROOT = Path(__file__).parent.parent
Hear = Callable[[str, str], object]
MARKDOWN = "markdown"
PRINTERS = {"text": as_text, "github": as_github, "json": as_json}


def main(arguments: list[str] | None = None, looks: Looks | None = None, hear: Hear | None = None) -> int:
    """0 without problems (there may be doubts), 1 with, 2 when called wrongly. `looks` may know from before where
    nothing is wrong; `hear` is told what is said on the two channels."""
    options = _options(arguments)
    text = words(options.lang)
    if not is_corpus(options.root):
        return refused(text.say("check.no_content", root=options.root))
    if options.dry_run and not options.fix:
        return refused(text.say("mend.dry_run_alone"))
    if options.fix:
        mended = mend(options.root, text, options.dry_run)
        if mended or options.dry_run:
            return mended
    if looks is not None:
        return _checked(options, looks, hear)
    with taken_from_builds(ROOT, options.root) as kept:
        return _checked(options, kept, hear)


def _checked(options: argparse.Namespace, looks: Looks | None, hear: Hear | None) -> int:
    PROCESSES.set(processes())
    registers = open_corpus(options.root, today(), _progress(words(options.lang).say("check.reading")), looks)
    library = registers.library
    if options.overdue:
        return _overdue(library, options)
    address = os.environ.get("SITE_URL", "")
    asked = [*release_problems(library), *site_address_problems(options.root, address)] if options.release else []
    asked += filing_problems(registers.ledger, today()) if options.release and registers.ledger else []
    asked += second_reader_problems(library, Context(today())) if options.facts else []
    problems = in_order((*gate_problems(registers, today(), counted_up_to(today())), *asked))
    said = _told(problems, library, options)
    _print(options.format, *said)
    hear(*said) if hear else None
    return 1 if to_mend(problems) else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("check.py", __doc__, "root", "lang")
    parser.add_argument(
        "--format", choices=sorted((*PRINTERS, MARKDOWN)), default="text", help="markdown: a comment or issue"
    )
    parser.add_argument("--release", action="store_true", help="also ask for what the owner has still to give")
    parser.add_argument("--facts", action="store_true", help="also whether sentences compared with sources still stand")
    parser.add_argument("--overdue", action="store_true", help="list the stories nobody read again in time, and stop")
    parser.add_argument("--fix", action="store_true", help="first mend what can be mended without judgement")
    parser.add_argument("--dry-run", action="store_true", help="with --fix: show what would be mended, and stop")
    add_change_options(parser)
    return parser.parse_args(arguments)


def _overdue(library: Library, options: argparse.Namespace) -> int:
    """A list for editors: it is work to do, not a mistake."""
    late, text = overdue(library, today()), words(options.lang)
    if options.format == MARKDOWN:
        print(overdue_issue(late, options), end="")
        return 0
    for one in late:
        print(f"{on_one_line(one.page.document.path)}: {text.say('check.was_due', day=one.due.isoformat())}")
    print(text.say("check.overdue", count=len(late)), file=sys.stderr)
    return 0


def _progress(label: str) -> Watch:
    """A bar for who looks on. What draws it is loaded for them alone: it takes a tenth of a check's time."""

    def show(files: Iterable[Path]) -> Iterable[Path]:
        if not sys.stderr.isatty():
            return files
        from rich.progress import track

        from doorway.drawing import Drawing

        return track(list(files), description=label, console=Drawing(stderr=True), transient=True)

    return show


def _print(form: str, out: str, err: str) -> None:
    if form == MARKDOWN:
        print(out, end="")
    elif out:
        say = print if form == "text" else print_for_program
        say(out)
    print(err, end="\n" * bool(err), file=sys.stderr)


def _told(problems: tuple[Problem, ...], library: Library, options: argparse.Namespace) -> tuple[str, str]:
    """What is said of the problems on the two channels."""
    if options.format == MARKDOWN:
        offered = offers(library, problems, words(options.lang))
        return change_comment(problems, library, options), "\n".join(offered)
    text, form, wrong = words(options.lang), options.format, len(to_mend(problems))
    out = PRINTERS[form](problems, options.lang) if problems or form == "json" else ""
    said = text.say("check.some" if wrong else "check.none", problems=wrong, pages=len(library.stories))
    doubts = len(problems) - wrong
    lines = [" ".join((said, *([text.say("check.doubts", count=doubts)] if doubts else [])))]
    for waiting in waiting_pages(library):
        day = written_day(waiting.day, text)
        lines.append(text.say("scheduled.told", path=waiting.path, day=day))
    places = {place for one, place in library.documents if one == ORIGINAL}
    if not is_whole_site(places):
        lines.append(text.say("check.no_whole_site", places=", ".join(needed_missing(places))))
    named = named_people(library)
    if any(named.values()):
        lines.append(text.say("check.people", **named))
    return out, "\n".join((*lines, *offers(library, problems, text)))


if __name__ == "__main__":
    sys.exit(run(main))
