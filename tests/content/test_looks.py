"""A second look finds what a first one would: whatever changed, and whatever it reaches in other texts."""

import random
from pathlib import Path

import pytest

from conftest import TODAY, Corpus
from portal.content.library import Library, check_texts, read_library
from portal.content.looks import Looks
from portal.plan.corpus import BESIDE_TEXTS, digest_of
from portal.reading.problems import Problem

PLACES = ("thanh-tuu/2026/mot", "thanh-tuu/2026/hai", "thanh-tuu/2026/ba")
BODIES = (
    "Chữ [1].\n",
    "## Phần một\n\nChữ [1].\n",
    "## Phần hai\n\n[a](mot.md#phan-mot) [1]\n",
    "[a](hai.md#phan-hai) và [b](ba.md#nguon-2) [1]\n",
    "[a](../../tai-lieu/co.pdf) [2]\n",
    "![x](http://) [c](http://[) [1]\n",
    "[figure: mot]\n\n[1]\n",
)


def looked(corpus: Corpus, looks: Looks) -> tuple[Problem, ...]:
    beside = digest_of(corpus.root, BESIDE_TEXTS)
    return check_texts(read_library(corpus.root, TODAY), looks, beside).problems


def change(corpus: Corpus, chance: random.Random) -> None:
    """One of the things an editor does."""
    place, act = chance.choice(PLACES), chance.randrange(6)
    file, pdf = corpus.root / f"content_vi/{place}.md", corpus.root / "docs/tai-lieu/co.pdf"
    if act < 3:
        corpus.story(place, body=chance.choice(BODIES))
    elif act == 3:
        corpus.story(place, body=chance.choice(BODIES), sources=chance.choice(["[]", ""]))
    elif act == 4:
        file.unlink(missing_ok=True)
    elif pdf.exists():
        pdf.unlink()
    else:
        corpus.write("docs/tai-lieu/co.pdf", b"%PDF-1.4\n%%EOF\n")


@pytest.mark.parametrize("seed", range(5))
def test_a_second_look_finds_what_a_first_one_would(corpus: Corpus, seed: int) -> None:
    chance, looks = random.Random(seed), Looks()
    for place in PLACES:
        corpus.story(place)
    for _ in range(12):
        change(corpus, chance)
        assert looked(corpus, looks) == looked(corpus, Looks())


def test_only_what_changed_is_looked_at_again(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def noted(document: object, library: Library, *_: object) -> list[Problem]:
        seen.append(Path(str(getattr(document, "path", ""))).stem)
        return []

    monkeypatch.setattr("portal.content.library._look_at", noted)
    looks = Looks()
    corpus.story(PLACES[0], body="## Phần một\n\nChữ [1].\n")
    corpus.story(PLACES[1], body="[a](mot.md#phan-mot) [1]\n")
    corpus.story(PLACES[2])
    for body, again in (("## Phần một\n\nChữ khác [1].\n", ["mot"]), ("## Phần khác\n\nChữ [1].\n", ["hai", "mot"])):
        looked(corpus, looks)
        seen.clear()
        corpus.story(PLACES[0], body=body)
        looked(corpus, looks)
        assert sorted(seen) == again


def test_a_look_that_fails_is_the_problem_of_its_file() -> None:
    def fails() -> tuple[Problem, ...]:
        raise KeyError("x")

    found = Looks().of("content_vi/a.md", 1, fails)
    assert [(one.path, one.code) for one in found] == [("content_vi/a.md", "could-not-be-read")]
