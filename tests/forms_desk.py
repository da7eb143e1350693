"""What several test files do at the officer's desk: a corpus of the plan, the forms of its bodies, `receive`."""

import shutil
from pathlib import Path

from conftest import PLAN_3112, Corpus, run

YEAR = 2026


def plan_corpus(root: Path) -> Corpus:
    """The plan with its bodies, and nothing reported yet."""
    shutil.copytree(PLAN_3112 / "data", root / "data")
    (root / "content_vi").mkdir()
    return Corpus(root)


def blank_forms(folder: Path, *agencies: str, lang: str = "vi") -> dict[str, bytes]:
    """body → its form, as `make forms` writes it; of all bodies where none is named."""
    corpus = plan_corpus(folder / "corpus")
    chosen = [word for agency in agencies for word in ("--agency", agency)]
    where = ("--root", str(corpus.root), "--year", str(YEAR), "--out", str(folder / "bieu"), "--lang", lang)
    done = run("scripts/forms.py", *where, *chosen)
    assert done.returncode == 0, done.stdout + done.stderr
    files = [file for file in sorted((folder / "bieu").glob("*.xlsx")) if str(YEAR) in file.name.split("-")[1]]
    return {file.stem.split("-", 2)[2]: file.read_bytes() for file in files}


def receive(corpus: Corpus, *arguments: object, lang: str = "vi") -> tuple[int, str]:
    """(what the door returns, what it prints)."""
    done = run("scripts/receive.py", "--root", str(corpus.root), "--lang", lang, *map(str, arguments))
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def data_of(corpus: Corpus) -> dict[str, bytes]:
    """Every file below data/ by its path."""
    files = [file for file in sorted((corpus.root / "data").rglob("*")) if file.is_file()]
    return {file.relative_to(corpus.root).as_posix(): file.read_bytes() for file in files}
