"""Makes the kit of a contest: questions drawn by a seed, a key, rules to fill in, a marking sheet without names."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import sys
from difflib import get_close_matches
from pathlib import Path

from door import parser_of, refused, run, today
from doorway.ours import put_beside
from doorway.placing.put import NotPut
from portal.content.library import is_corpus, read_library
from portal.language.words import Words, words
from portal.plan.ledger import open_registers
from portal.reading.problems import as_text, to_mend
from portal.site.contest.draw import drawn_paper
from portal.site.contest.kit import LONGEST_SEED, MOST_PEOPLE, USUAL_COUNT, USUAL_PEOPLE, contest_kit
from portal.site.site import Settings, Site

EVERY = "all"


def main(arguments: list[str] | None = None) -> int:
    """0 when made, 1 with problems in a file and where a file that somebody has filled in was kept, 2 when called
    wrongly or where there is no quiz."""
    options = _options(arguments)
    text = words(options.lang)
    if not is_corpus(options.root):
        return refused(text.say("check.no_content", root=options.root))
    library = read_library(options.root, today())
    wrong = to_mend(library.problems)
    if wrong:
        print(as_text(wrong, text.lang))
        return 1
    site = Site(open_registers(library, today()), Settings("", ""), today())
    quizzes = _quizzes(site, options.quiz, text)
    seed = " ".join(options.seed.split())
    why = quizzes if isinstance(quizzes, str) else _why_not(site, quizzes, seed, options, text)
    if isinstance(quizzes, str) or why:
        return refused(why)
    return _put(site, quizzes, seed, options, text)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("contest.py", __doc__, "root", "lang")
    parser.add_argument("--quiz", action="append", default=[], metavar="ID", help=f"which; repeated, or {EVERY}")
    parser.add_argument("--count", default="", help=f"how many questions; {USUAL_COUNT} where left out")
    parser.add_argument("--seed", default="", help="letters or digits that draw them; the same seed, the same paper")
    parser.add_argument("--people", default="", help=f"how many take part; {USUAL_PEOPLE} where left out")
    parser.add_argument("--out", type=Path, default=Path("dist/thi"), help="folder to write into")
    return parser.parse_args(arguments)


def _quizzes(site: Site, named: list[str], text: Words) -> tuple[str, ...] | str:
    """The quizzes to draw from; or why there is none."""
    known = site.library.data.quizzes
    asked = [name for one in named for name in one.replace(",", " ").split()]
    if not known:
        return text.say("contest.no_quizzes")
    if not asked:
        return text.say("contest.which", choices=", ".join((*known, EVERY)))
    for name in asked:
        if name not in known and name != EVERY:
            near = get_close_matches(name, known, n=3, cutoff=0.5) or list(known)[:3]
            return text.say("contest.unknown", value=name, choices=", ".join(near))
    return tuple(known) if EVERY in asked else tuple(dict.fromkeys(asked))


def _why_not(site: Site, quizzes: tuple[str, ...], seed: str, options: argparse.Namespace, text: Words) -> str:
    """What is wrong in what was asked for; "" where nothing is."""
    has = sum(len(site.library.data.quizzes[name].questions) for name in quizzes)
    if not seed:
        return text.say("contest.no_seed")
    if len(seed) > LONGEST_SEED:
        return text.say("contest.seed_long", length=len(seed), most=LONGEST_SEED)
    if not 1 <= _number(options.count, min(USUAL_COUNT, has)) <= has:
        return text.say("contest.too_many", quiz=", ".join(quizzes), count=has, value=options.count)
    if not 1 <= _number(options.people, USUAL_PEOPLE) <= MOST_PEOPLE:
        return text.say("contest.people_many", value=options.people, most=MOST_PEOPLE)
    return ""


def _number(said: str, usual: int) -> int:
    """A number as it was given, 0 for what is none, the usual one where nothing was."""
    plain = said.strip()
    return usual if not plain else int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 9 else 0


def _put(site: Site, quizzes: tuple[str, ...], seed: str, options: argparse.Namespace, text: Words) -> int:
    count = _number(options.count, USUAL_COUNT)
    drawn = drawn_paper(site, text.lang, quizzes, seed, count)
    try:
        put = put_beside(options.out, contest_kit(drawn, _number(options.people, USUAL_PEOPLE), text))
    except NotPut as why:
        return refused(text.say("report.cannot_write", why=why.said(text)))
    print(text.say("contest.made", count=len(put.names), quiz=drawn.name, out=options.out))
    for name, beside in put.kept.items():
        refused(text.say("forms.kept", file=options.out / name, beside=beside))
    return 1 if put.kept else 0


if __name__ == "__main__":
    sys.exit(run(main))
