"""The words of both languages, and the sentences editors read."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from conftest import ROOT
from portal.content.kinds import KINDS
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.language.words import PORTAL_NAMES, MissingWord, joined, words, words_files

FAMILIES = {
    "sections": vocabulary.WITH_MADE,
    "kinds": KINDS,
    "groups": vocabulary.GROUPS,
    "verdicts": vocabulary.VERDICTS,
    "claimant_types": vocabulary.CLAIMANT_TYPES,
    "source_types": vocabulary.SOURCE_TYPES,
    "event_types": vocabulary.EVENT_TYPES,
    "event_states": vocabulary.EVENT_STATES,
    "statuses": vocabulary.STATUSES,
    "formats": vocabulary.FORMATS,
    "channels": vocabulary.CHANNELS,
    "audiences": vocabulary.AUDIENCES,
    "correction_kinds": (*vocabulary.CORRECTION_KINDS, vocabulary.RETRACTION),
}


def leaves(tree: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, f"{place}.{key}")
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from leaves(value, f"{place}[{index}]")
    else:
        yield place, tree


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_words_with_the_same_blanks() -> None:
    one, other = dict(leaves(words("vi").ui)), dict(leaves(words("en").ui))
    assert set(one) == set(other)
    dates = ".date_format"  # each language writes days in its own way
    assert {p: blanks(t) for p, t in one.items() if p != dates} == {
        p: blanks(t) for p, t in other.items() if p != dates
    }


def test_both_languages_have_a_sentence_for_the_same_problems_with_the_same_blanks() -> None:
    one, other = words("vi").problems, words("en").problems
    assert {code: blanks(s) for code, s in one.items()} == {code: blanks(s) for code, s in other.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_says_what_is_wrong_and_what_to_write_instead(lang: str) -> None:
    for code, sentence in words(lang).problems.items():
        assert "; " in sentence, code


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_fixed_word_has_a_label(lang: str, family: str) -> None:
    assert tuple(words(lang).ui[family]) == FAMILIES[family]


OF_A_PROVINCE = re.compile(
    r"(tỉnh|thành phố) [A-ZĐÀ-Ỹ]|[A-ZĐÀ-Ỹ]\w* Province\b|(Kế hoạch|Plan)( số| No\.?)? \d|\d+/KH-"
)
"""How a sentence names a province or its plan."""


def test_a_word_that_two_files_say_is_refused_by_its_place() -> None:
    with pytest.raises(ValueError, match=r"ui\.day"):
        joined({"ui": {"day": "ngày", "year": "năm"}}, {"ui": {"day": "Ngày"}})
    assert joined({"ui": {"day": "ngày"}}, {"ui": {"year": "năm"}}) == {"ui": {"day": "ngày", "year": "năm"}}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_names_a_province_or_a_plan(lang: str) -> None:
    """A portal's names stand in its data/portal.yml; here they are blanks."""
    found = [place for place, text in leaves(words(lang).ui) if OF_A_PROVINCE.search(str(text))]
    found += [code for code, text in words(lang).problems.items() if OF_A_PROVINCE.search(text)]
    assert found == []
    assert "Điện Biên" not in "".join(file.read_text("utf-8") for file in words_files(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_portal_s_names_take_the_place_of_any_portal_s(lang: str) -> None:
    named = words(lang).named({"plan": "Plan {12}", "site_name": "Mine"})
    assert named.say("home_progress.title") == words(lang).say("home_progress.title").replace(
        "{portal_plan}", "Plan {12}"
    )
    assert (named.say("site_name"), named.say("province")) == ("Mine", words(lang).say("province"))
    assert not [place for place, text in leaves(named.ui) if "{portal_" in str(text)]


def test_a_word_that_names_the_portal_has_no_other_blank() -> None:
    """So a name with a brace in it is never taken for a blank."""
    naming = {place: blanks(text) for place, text in leaves(words("vi").ui) if "{portal_" in str(text)}
    assert naming
    assert all(found <= {f"portal_{name}" for name in PORTAL_NAMES} for found in naming.values())


def codes_in(path: Path) -> set[str]:
    """Every text in a module that is written like a problem's code and used as one."""
    texts = {
        n.value
        for n in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }
    return {text for text in texts if text in words("en").problems}


def test_every_sentence_is_used_by_some_rule_and_every_rule_has_a_sentence() -> None:
    rooms = [file for room in ("portal", "preview", "doorway") for file in (ROOT / "scripts" / room).rglob("*.py")]
    used = set[str]().union(*map(codes_in, rooms))
    assert used == set(words("en").problems)


def test_templates_ask_only_for_words_that_exist() -> None:
    known = set(words("vi").ui)
    for template in (ROOT / "overrides").rglob("*.html"):
        asked = set(re.findall(r"\bt\.([a-z_]+)", template.read_text("utf-8")))
        assert asked <= known, template.name


def test_every_word_is_used() -> None:
    texts = [p.read_text("utf-8") for p in (ROOT / "overrides").rglob("*.html")]
    texts += [p.read_text("utf-8") for p in (ROOT / "scripts").rglob("*.py")]
    everything = "\n".join(texts)
    unused = [name for name in words("vi").ui if not re.search(rf"\b{name}\b", everything)]
    assert unused == []


def test_a_family_of_words_is_asked_for_by_its_path_and_missing_ones_are_told() -> None:
    said = words("en")
    assert next(iter(said.family("owner"))) == "name"
    assert said.language_name("vi") == "Vietnamese"
    assert said.language_name("xyz") == "xyz"
    for path in ("nothing", "owner.nothing", "site_name"):
        with pytest.raises(MissingWord):
            said.family(path)
    with pytest.raises(MissingWord):
        said.label("verdicts", "nothing")
