"""Writes the checked rows of the register as Parquet, a file a year, for questions nobody foresaw."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import re
import sys
from importlib.util import find_spec
from pathlib import Path

from door import ROOT, parser_of, refused, run
from doorway.counting import opened_ledger
from portal.language.words import Words, words
from portal.plan.ledger import Ledger
from portal.reading.keeping.kept import CACHE
from doorway.placing.put import NotPut
from doorway.placing.rooms import own_room
from doorway.placing.whole_folder import put_folder


def main(arguments: list[str] | None = None) -> int:
    """0 when written, 1 with problems in a file or a folder that is not ours (nothing is written then), 2 when called
    wrongly or without the package that writes Parquet."""
    options = _options(arguments)
    text = words(options.lang)
    if find_spec("pyarrow") is None:
        return refused(text.say("register_parquet.no_pyarrow"))
    ledger = opened_ledger(options.root, text)
    return ledger if isinstance(ledger, int) else _write(ledger, options.out, text)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("register_parquet.py", __doc__, "root", "lang")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "dist" / "register", help="folder of the files; written anew"
    )
    return parser.parse_args(arguments)


def _write(ledger: Ledger, out: Path, text: Words) -> int:
    """The files in a room of their own, then all at once where they belong."""
    from portal.plan.register.parquet_rows import write_rows  # needs pyarrow, which not everyone has

    counts: dict[int, int] = {}
    with own_room(ROOT / CACHE) as room:
        new = room / "register"
        new.mkdir()
        for year in ledger.register.years:
            rows = ledger.rows(ledger.plan.full_window(year))
            counts[year] = write_rows(rows, new / f"{year}.parquet")
        try:
            put_folder(new, out, _is_ours)
        except NotPut as why:
            return refused(why.said(text), 1)
    for year, count in counts.items():
        print(text.say("register_parquet.written", file=out / f"{year}.parquet", count=count))
    if not counts:
        print(text.say("register_parquet.no_rows"))
    return 0


def _is_ours(folder: Path) -> bool:
    """Whether a folder holds nothing but what was written here before."""
    return all(re.fullmatch(r"[0-9]{4}\.parquet", file.name) for file in folder.iterdir())


if __name__ == "__main__":
    sys.exit(run(main))
