"""Where what builds made is kept, a folder for each corpus."""

import contextlib
import shutil
from pathlib import Path
from typing import Final

from portal.reading.keeping.kept import CACHE, made_of

FOLDER: Final = "built"
WHOSE: Final = "root.txt"
"""In each folder of what is kept: the path of the corpus it was kept for."""


def kept_of(house: Path, corpus: Path) -> Path:
    """Where the pages of a corpus are kept: two corpora, or two sites of one, do not take each other's place."""
    return house / CACHE / FOLDER / made_of(str(corpus.resolve()).encode())[:16]


def forget_gone(house: Path, corpus: Path) -> None:
    """Take away what is kept of corpora that are no longer there, such as copies made to try something. Each folder
    says whose it is; of a `.cache/` that cannot be written to nothing goes."""
    with contextlib.suppress(OSError, ValueError):
        kept_of(house, corpus).mkdir(parents=True, exist_ok=True)
        (kept_of(house, corpus) / WHOSE).write_bytes(str(corpus.resolve()).encode())
        for whose in (house / CACHE / FOLDER).glob(f"*/{WHOSE}"):
            if not Path(whose.read_text("utf-8")).is_dir():
                shutil.rmtree(whose.parent, ignore_errors=True)
