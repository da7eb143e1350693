"""Where what builds made is kept, a folder for each corpus, and how who builds nothing takes it."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from portal.content.kept_looks import KeptLooks
from portal.reading.keeping.kept import CACHE, made_of
from portal.reading.keeping.kept_values import KeptValues, work_kept
from portal.reading.markdown.kept_texts import texts_kept

FOLDER: Final = "built"
WHOSE: Final = "root.txt"
"""In each folder of what is kept: the path of the corpus it was kept for."""
TEXTS: Final = "texts"
WORK: Final = "work"
LOOKS: Final = "looks"
"""Files in it that are not of pages: texts as they were read, what was worked out of them, looks without a fault."""


def kept_of(house: Path, corpus: Path) -> Path:
    """Where the pages of a corpus are kept: two corpora, or two sites of one, do not take each other's place."""
    return house / CACHE / FOLDER / made_of(str(corpus.resolve()).encode())[:16]


@contextlib.contextmanager
def taken_from_builds(house: Path, corpus: Path) -> Iterator[KeptLooks | None]:
    """Inside, what builds of the corpus kept is taken, and what is new is added; the looks they kept. None, and nothing
    is kept, where no build of it kept anything."""
    folder = kept_of(house, corpus)
    if not folder.is_dir():
        yield None
        return
    texts, work, looks = (KeptValues(folder / name) for name in (TEXTS, WORK, LOOKS))
    with texts_kept(texts), work_kept(work):
        yield KeptLooks(looks)
    for values in (texts, work, looks):
        values.add()


def forget_gone(house: Path, corpus: Path) -> None:
    """Take away what is kept of corpora that are no longer there, such as copies made to try something. Each folder
    says whose it is; of a `.cache/` that cannot be written to nothing goes."""
    with contextlib.suppress(OSError, ValueError):
        kept_of(house, corpus).mkdir(parents=True, exist_ok=True)
        (kept_of(house, corpus) / WHOSE).write_bytes(str(corpus.resolve()).encode())
        for whose in (house / CACHE / FOLDER).glob(f"*/{WHOSE}"):
            if not Path(whose.read_text("utf-8")).is_dir():
                shutil.rmtree(whose.parent, ignore_errors=True)
