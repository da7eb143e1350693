"""One table of foldings for both who fold: Python for the index and the anchors, the search page for what is typed."""

import json
import unicodedata
from typing import Any

import pytest

from conftest import ROOT
from node import node
from portal.language.folding import fold

TABLE: dict[str, list[dict[str, Any]]] = json.loads((ROOT / "tests/corpora/foldings.json").read_text("utf-8"))
FOLDINGS = ROOT / "docs/scripts/search/folding.js"
MARKED = "".join(chr(n) for n in range(0x250) if chr(n).isalpha()) + "".join(chr(n) for n in range(0x1E00, 0x1F00))


def in_javascript(call: str, values: list[str]) -> list[Any]:
    """What the search page's own script makes of each value."""
    asked = f"import {{ fold, split }} from {json.dumps(FOLDINGS.as_uri())};"
    asked += f"console.log(JSON.stringify({json.dumps(values)}.map((value) => {call}(value))))"
    done = node("--input-type=module", "--eval", asked)
    assert done.returncode == 0, done.stderr
    made: list[Any] = json.loads(done.stdout)
    return made


@pytest.mark.parametrize("row", TABLE["folded"], ids=lambda row: row["shows"])
def test_python_folds_as_the_table_says(row: dict[str, str]) -> None:
    assert fold(row["text"]) == row["folded"]


def test_javascript_folds_as_the_table_says() -> None:
    made = in_javascript("fold", [row["text"] for row in TABLE["folded"]])
    assert made == [row["folded"] for row in TABLE["folded"]]


def test_javascript_parts_words_as_the_table_says() -> None:
    made = in_javascript("split", [row["word"] for row in TABLE["parted"]])
    assert made == [row["syllables"] for row in TABLE["parted"]]


def test_both_fold_every_latin_letter_and_every_mark_alike() -> None:
    marks = [chr(n) for n in range(0x10000) if unicodedata.category(chr(n)) in ("Mn", "Mc", "Me")]
    texts = [*MARKED, *unicodedata.normalize("NFD", MARKED), *(f"a{mark}b" for mark in marks)]
    assert in_javascript("fold", texts) == [fold(text) for text in texts]


def test_folding_twice_changes_nothing() -> None:
    for text in MARKED:
        assert fold(fold(text)) == fold(text)
