"""A portal's own look: every colour there, what is read stands out from its ground, a flower that can be drawn."""

import time

import pytest

from conftest import ROOT, SECOND, TODAY, Corpus, run
from portal.content.known.house.colours import CARD, DARK, NAMES, contrast, read_colours
from portal.content.known.house.colours import ROOT as LIGHT
from portal.content.known.house.identity import COLOURS, FLOWER, IDENTITY, IDENTITY_FILES, read_flower, read_identity
from portal.content.library import open_library

OWN = {name: (SECOND / IDENTITY / name).read_text("utf-8") for name in IDENTITY_FILES}


def told(corpus: Corpus, name: str, text: str) -> list[tuple[int, str, str]]:
    corpus.write(f"{IDENTITY}/{name}", text)
    problems = open_library(corpus.root, TODAY).problems
    assert {problem.path for problem in problems} <= {f"{IDENTITY}/{name}"}
    return [(problem.line, problem.field, problem.code) for problem in problems]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize("name", IDENTITY_FILES)
def test_an_identity_as_it_should_be_has_no_problem(corpus: Corpus, name: str) -> None:
    assert told(corpus, name, OWN[name]) == []


@pytest.mark.parametrize(
    ("written", "instead", "field", "code"),
    [
        ("--leaf: #1c6a3c;", "--leaf: green;", "", "colour-strange"),
        ("--leaf: #1c6a3c;", "--leaf: #1c6a3;", "", "colour-strange"),
        ("--leaf: #1c6a3c;", "--leaf: #1c6a3c", "", "colour-strange"),
        ("--leaf: #1c6a3c;", "--leaf: url(https://a.example/);", "", "colour-strange"),
        ("--leaf: #1c6a3c;", "--leaf: #1c6a3c; } body { display: none;", "", "colour-strange"),
        ("--leaf: #1c6a3c;", "--leaf: #1c6a3c; --laef: #1c6a3c;", "laef", "colour-unknown"),
        ("--leaf: #1c6a3c;", "--leaf: var(--laef);", "leaf", "colour-nowhere"),
        ("--leaf: #1c6a3c;", "--leaf: var(--leaf);", "leaf", "colour-nowhere"),
        ("--leaf: #1c6a3c;", "--leaf: #8f9b9a;", "leaf", "colour-contrast"),
        ("--leaf: #86d9a5;", "--leaf: #1c6a3c;", "leaf", "colour-contrast"),
        ("--notice: #ffe9c7;", "--notice: #0a3d39;", "notice", "colour-contrast"),
        ("--on-indigo: #071d1b;", "--on-indigo: #fff;", "on-indigo", "colour-contrast"),
    ],
)
def test_what_is_wrong_with_a_colour_is_told_on_its_line(
    corpus: Corpus, written: str, instead: str, field: str, code: str
) -> None:
    assert OWN[COLOURS].count(written) == 1
    found = told(corpus, COLOURS, OWN[COLOURS].replace(written, instead))
    assert (line_of(OWN[COLOURS], written), field, code) in found


@pytest.mark.parametrize("part", NAMES)
def test_a_missing_colour_is_told_by_its_name(corpus: Corpus, part: str) -> None:
    head, mark, tail = OWN[COLOURS].partition(f"{part} {{")
    name = NAMES[part][-1]
    at = tail.index(f"--{name}:")
    text = head + mark + tail[:at] + tail[tail.index(";", at) + 1 :]
    corpus.write(f"{IDENTITY}/{COLOURS}", text)
    done = run("scripts/check.py", "--root", str(corpus.root), "--lang", "en")
    assert f"{IDENTITY}/{COLOURS}:1: part {part} lacks colours; add --{name}\n" in done.stdout


@pytest.mark.parametrize(
    "text", ["", "{", "}", ":root {", "/*", ":root { @card {", "@ground dark { --paper: #fff; }", "é"]
)
def test_a_file_of_colours_that_is_none_is_told_and_never_raises(corpus: Corpus, text: str) -> None:
    assert {code for _, _, code in told(corpus, COLOURS, text)} >= {"colour-missing"}


def test_colours_stand_apart_as_wcag_reckons_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.542, abs=0.001)


def test_a_colour_is_found_through_those_it_leads_to() -> None:
    colours = read_colours(":root {\n--night: #abc; --ink: var(--night);\n}\n@ground dark { --night: #000; }\n@card {}")
    assert (colours.value(LIGHT, "ink"), colours.value(DARK, "ink")) == ("#aabbcc", "#000000")
    assert (colours.value(CARD, "ink"), colours.value(LIGHT, "none")) == (None, None)


@pytest.mark.parametrize(
    "change",
    [
        ('id="petal"', 'id="petals"'),
        ('id="heart"', 'id="core"'),
        ('r="4"', 'r="wide"'),
        ("M0-4C-16-10", "M0-4c-16-10"),
        ("M0-4C-16-10", "M0-4L3 3C-16-10"),
        ("16-10 0-4z", "16-10z"),
        ("M0-10V-40", "M0-10V-40&quot;"),
        ("<circle", "<circle>"),
    ],
)
def test_a_flower_that_cannot_be_drawn_is_told(corpus: Corpus, change: tuple[str, str]) -> None:
    assert OWN[FLOWER].count(change[0]) == 1
    assert (1, "", "identity-flower") in told(corpus, FLOWER, OWN[FLOWER].replace(*change))


def test_a_file_too_many_is_told(corpus: Corpus) -> None:
    assert told(corpus, "logo.svg", OWN["mark.svg"]) == [(1, "", "identity-file")]


@pytest.mark.parametrize(("name", "text"), [(COLOURS, ":root {" + "--a: #fff;" * 40_000), (FLOWER, "1" * 400_000)])
def test_a_file_without_an_end_is_told_at_once(corpus: Corpus, name: str, text: str) -> None:
    began = time.monotonic()
    assert (1, "", "too-large") in told(corpus, name, text)
    assert time.monotonic() - began < 5


def test_digits_without_an_end_do_not_keep_the_reader_waiting() -> None:
    began = time.monotonic()
    assert read_flower(OWN[FLOWER].replace("M0-4C", "M0-4C" + "1" * 30_000)) is None
    assert time.monotonic() - began < 5


def test_a_corpus_s_own_files_go_before_the_house_s_one_by_one(corpus: Corpus) -> None:
    corpus.write(f"{IDENTITY}/mark.svg", "<svg/>")
    found = read_identity(corpus.root, ROOT)
    assert found.mark == "<svg/>"
    assert found.flower == read_identity(corpus.root / "none", ROOT).flower
