"""Packs a week's loudspeaker kit for communes: scripts, reading cards, the log of broadcasts, one ZIP each."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import sys
from difflib import get_close_matches
from pathlib import Path

from door import parser_of, refused, run, today
from doorway.counting import opened_ledger
from doorway.ours import put_beside
from portal.content.known.agencies import Agency
from portal.content.loudspeaker.scripts import scripts_of
from portal.language.locales import ORIGINAL
from portal.language.words import Words, words
from portal.plan.ledger import Ledger
from portal.plan.loudspeaker.kit import kit_name, kit_of
from portal.plan.loudspeaker.week import Week, week_after, week_named
from doorway.placing.put import NotPut


def main(arguments: list[str] | None = None) -> int:
    """0 when packed, 1 with problems in a file and where a file that somebody has changed was kept, 2 when called
    wrongly or where no page has a script."""
    options = _options(arguments)
    text = words(options.lang)
    week = week_named(options.week) if options.week else week_after(today())
    if week is None:
        return refused(text.say("broadcasts.not_a_week", value=options.week))
    ledger = opened_ledger(options.root, text)
    if isinstance(ledger, int):
        return ledger
    if not next(scripts_of(ledger.library, ORIGINAL), None):
        return refused(text.say("broadcasts.no_scripts"))
    bodies = _bodies(ledger, options.agency, text)
    return bodies if isinstance(bodies, int) else _put(ledger, bodies, week, options.out, text)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("loudspeaker.py", __doc__, "root", "lang")
    parser.add_argument("--week", default="", help="week to pack for, as 2026-W49; the next one where left out")
    parser.add_argument("--agency", action="append", default=[], metavar="ID", help="only this body; may be repeated")
    parser.add_argument("--out", type=Path, default=Path("dist/loa"), help="folder to write into")
    return parser.parse_args(arguments)


def _bodies(ledger: Ledger, named: list[str], text: Words) -> list[Agency] | int:
    """Those named, else every commune and ward of data/communes.yml; or what the door returns, said."""
    data = ledger.library.data
    asked = list(dict.fromkeys(named or (name for name in data.communes if name in data.agencies)))
    for name in asked:
        if name not in data.agencies:
            choices = ", ".join(get_close_matches(name, data.agencies, n=3, cutoff=0.5) or list(data.agencies)[:3])
            return refused(text.say("broadcasts.nobody", value=name, choices=choices))
    return [data.agencies[name] for name in asked]


def _put(ledger: Ledger, bodies: list[Agency], week: Week, out: Path, text: Words) -> int:
    kits = {kit_name(body, week): kit_of(ledger.library, body, week, text) for body in bodies}
    try:
        put = put_beside(out, kits)
    except NotPut as why:
        return refused(text.say("report.cannot_write", why=why.said(text)))
    print(text.say("broadcasts.made", count=len(put.names), week=week.name, out=out))
    for name, beside in put.kept.items():
        refused(text.say("forms.kept", file=out / name, beside=beside))
    return 1 if put.kept else 0


if __name__ == "__main__":
    sys.exit(run(main))
