"""Writes the form each body fills in for a year (XLSX), the letter with it (DOCX), and the list to send by."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import sys
from difflib import get_close_matches
from pathlib import Path

from rich.progress import track

from door import parser_of, refused, run
from doorway.drawing import Drawing
from doorway.counting import opened_ledger, year_asked
from doorway.ours import PutBeside, put_beside
from portal.content.known.agencies import Agency
from portal.language.words import Words, words
from portal.plan.bodies.office import BrokenLayout
from portal.plan.forms.earlier import earlier_than
from portal.plan.forms.letter import letter_of
from portal.plan.forms.sending import form_name, letter_name, sending_files
from portal.plan.forms.workbook import form_of
from portal.plan.ledger import Ledger
from doorway.placing.put import NotPut


def main(arguments: list[str] | None = None) -> int:
    """0 when written, 1 with problems in a file (nothing is written then) and where a file that somebody has changed
    was kept, 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    with Drawing(stderr=True).status(text.say("report.reading")):
        ledger = opened_ledger(options.root, text)
    return ledger if isinstance(ledger, int) else _write(ledger, options, text)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("forms.py", __doc__, "root", "year", "as-of", "lang")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into; made where it is not there")
    parser.add_argument("--agency", action="append", default=[], metavar="ID", help="only this body; may be repeated")
    return parser.parse_args(arguments)


def _write(ledger: Ledger, options: argparse.Namespace, text: Words) -> int:
    year = year_asked(ledger, options, text)
    if year is None:
        return 2
    bodies = {agency.id: agency for agency in ledger.due(year, options.as_of)}
    unknown = [name for name in options.agency if name not in bodies]
    if unknown:
        return _not_due(unknown, bodies, year, text)
    excused = {agency.id for agency, _ in ledger.excused(year, options.as_of)}
    asked = [bodies[name] for name in dict.fromkeys(options.agency)]
    chosen = asked or [body for body in bodies.values() if body.id not in excused]
    try:
        made = _made(ledger, tuple(chosen), year, text)
        made |= {} if asked else sending_files(ledger, tuple(chosen), year, text)
        put = put_beside(options.out, made)
    except BrokenLayout as error:
        return refused(text.say("report.layout_broken", layout=error.layout, reason=error.reason))
    except NotPut as why:
        return refused(text.say("report.cannot_write", why=why.said(text)))
    return _said(put, options.out, len(chosen), text)


def _not_due(unknown: list[str], bodies: dict[str, Agency], year: int, text: Words) -> int:
    for name in unknown:
        meant = get_close_matches(name, bodies, n=3, cutoff=0.6) or list(bodies)
        refused(text.say("forms.not_due", body=name, year=year, bodies=", ".join(meant)))
    return 2


def _made(ledger: Ledger, agencies: tuple[Agency, ...], year: int, text: Words) -> dict[str, bytes]:
    """name → bytes of every body's form and letter."""
    earlier, made = earlier_than(ledger, year), dict[str, bytes]()
    progress = Drawing(stderr=True)
    for agency in track(agencies, text.say("forms.making"), console=progress, disable=not progress.is_terminal):
        form = form_name(agency, year, text)
        made[form] = form_of(ledger, agency, year, text, earlier)
        made[letter_name(agency, year, text)] = letter_of(ledger, agency, year, form, text)
    return made


def _said(put: PutBeside, out: Path, bodies: int, text: Words) -> int:
    """Say how much was written, and what was kept as somebody left it."""
    print(text.say("forms.done", bodies=bodies, files=len(put.names), out=out))
    for name, beside in put.kept.items():
        refused(text.say("forms.kept", file=out / name, beside=beside))
    return 1 if put.kept else 0


if __name__ == "__main__":
    sys.exit(run(main))
