"""The standard for rebuttals: every rule alone and with another, in both languages; the good pass."""

import itertools
import random
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from conftest import Corpus
from makers import BODY, CORRECTION, GOOD, Front, evidence, rebuttal_file
from portal.content.library import open_library
from portal.content.rules.refused_words import MOTIVES, THREATS, refused, threats, unquoted
from portal.content.rules.standard import FACTS, PARTS, WORDS
from portal.language.locales import LANGUAGES
from portal.language.words import words

TODAY = date(2026, 11, 23)
PLACE = "phan-bac/2026/bai"


def put(front: Front, *place: str | int, value: Any) -> None:
    inner: Any = front
    for step in place[:-1]:
        inner = inner.setdefault(step, {}) if isinstance(inner, dict) else inner[step]
    inner[place[-1]] = value


def drop(front: Front, *place: str | int) -> None:
    inner: Any = front
    for step in place[:-1]:
        inner = inner[step]
    inner.pop(place[-1], None)


def put_each(values: dict[str, Any]) -> "Break":
    """Breaks a rule that takes several fields to break; fields are named with dots."""

    def put_all(front: Front) -> None:
        for name, value in values.items():
            put(front, *name.split("."), value=value)

    return put_all


Break = Callable[[Front], str | None]
"""Breaks one rule in a front matter; a text it returns is added to the body."""
BREAKS: dict[str, Break] = {
    "claim-gets-no-verdict": lambda f: put(f, "claim", "nature", value="recommendation"),
    "un-body-only-date-or-status": lambda f: put(f, "claim", "claimant_type", value="un_body"),
    "archive-unsaid": lambda f: drop(f, "claim", "archive"),
    "archive-twice": lambda f: put(f, "claim", "archive_url", value="https://archive.example.org/x"),
    "claim-day-unsaid": lambda f: drop(f, "claim", "date"),
    "claimant-private": put_each({"claim.claimant_type": "online", "claim.claimant": "Một người"}),
    "link-to-profile": put_each({"claim.claimant_type": "unknown", "claim.url": "https://www.facebook.com/mot.nguoi"}),
    "handle-in-claim": lambda f: put(f, "claim", "where", value="Trang của @mot_nguoi"),
    "context-unsaid": lambda f: put(f, "verdict", value="missing_context"),
    "unknowns-unsaid": lambda f: put(f, "verdict", value="unproven"),
    "false-needs-two": lambda f: f["evidence"].pop(),
    "false-needs-primary": lambda f: put(f, "evidence", 0, "carries", value="report"),
    "false-needs-other": lambda f: put(f, "claim", "criticises", value=["Nơi", "Nơi hai"]),
    "evidence-untyped": lambda f: drop(f, "evidence", 0, "type"),
    "evidence-without-place": lambda f: drop(f, "evidence", 0, "locator"),
    "evidence-not-cited": lambda f: f["evidence"].append(evidence(title="Văn bản ba")),
    "reply-unsaid": lambda f: drop(f, "right_of_reply"),
    "reply-without-day": lambda f: put(f, "right_of_reply", value={"asked": True}),
    "reply-without-asking": lambda f: put(f, "right_of_reply", value={"asked": False, "date": "2026-01-10"}),
    "roles-same": lambda f: put(f, "roles", value={"author": "co-quan", "reviewer": "co-quan"}),
    "roles-not-in-order": lambda f: put(f, "roles", value={"reviewer": "co-quan"}),
    "correction-before-date": put_each(
        {"corrections": [{"date": "2026-01-02", **CORRECTION}], "updated": "2026-02-02"}
    ),
    "correction-not-updated": lambda f: put(f, "corrections", value=[{"date": "2026-02-01", **CORRECTION}]),
    "true-part-empty": lambda f: put(f, "true_part", value="Không có."),
    "refused-word": lambda _: "Đây là luận điệu của họ.",
    "threat": lambda _: "Người này sẽ bị xử lý.",
}
APART = [  # rules that speak of the same place in two ways, so that one page cannot break both
    {"archive-unsaid", "archive-twice"},
    {"reply-unsaid", "reply-without-day", "reply-without-asking"},
    {"roles-same", "roles-not-in-order"},
    {"correction-before-date", "correction-not-updated"},
    {"context-unsaid", "unknowns-unsaid", "false-needs-two", "false-needs-primary", "false-needs-other"},
    {"claim-gets-no-verdict", "un-body-only-date-or-status", "claimant-private", "link-to-profile"},
    {"evidence-untyped", "evidence-without-place", "evidence-not-cited", "false-needs-two", "false-needs-primary"},
]


def broken(*codes: str) -> tuple[Front, str]:
    """A rebuttal that breaks these rules, and its text."""
    front, body = deepcopy(GOOD), BODY
    for code in codes:
        said = BREAKS[code](front)
        body += f"\n{said}\n" if isinstance(said, str) else ""
    return front, body if len(front["evidence"]) > 1 else body.replace(" và nguồn nữa [2]", "")


def told(corpus: Corpus, front: Front, body: str) -> list[tuple[str, int, str, str]]:
    """(code, line, Vietnamese, English) of every problem."""
    corpus.write(f"content_vi/{PLACE}.md", rebuttal_file(front, body))
    problems = open_library(corpus.root, TODAY).problems
    return [(p.code, p.line, p.message("vi"), p.message("en")) for p in problems]


PAIRS = [p for p in itertools.combinations(BREAKS, 2) if not any(set(p) <= apart for apart in APART)]
DRAWN = random.Random(3112).sample(PAIRS, 60 - len(BREAKS))


def test_a_good_rebuttal_passes(corpus: Corpus) -> None:
    assert told(corpus, GOOD, BODY) == []


def test_every_rule_is_broken_by_one_of_these_pages() -> None:
    assert set(BREAKS) == {*FACTS, *WORDS}
    assert len(BREAKS) + len(DRAWN) == 60


LINES = {  # how the line begins that each rule points at; a part that is missing is told where the file begins
    "claim-gets-no-verdict": "  nature: recommendation",
    "un-body-only-date-or-status": "claim:",
    "archive-unsaid": "claim:",
    "archive-twice": "  archive: not_known",
    "claim-day-unsaid": "claim:",
    "claimant-private": "  claimant: Một người",
    "link-to-profile": "  url: https://www.facebook.com/mot.nguoi",
    "handle-in-claim": "  where: Trang của @mot_nguoi",
    "context-unsaid": "verdict: missing_context",
    "unknowns-unsaid": "verdict: unproven",
    "false-needs-two": "evidence:",
    "false-needs-primary": "evidence:",
    "false-needs-other": "evidence:",
    "evidence-untyped": "- title: Văn bản",
    "evidence-without-place": "- title: Văn bản",
    "evidence-not-cited": "- title: Văn bản ba",
    "reply-unsaid": "title:",
    "reply-without-day": "right_of_reply:",
    "reply-without-asking": "  asked: false",
    "roles-same": "roles:",
    "roles-not-in-order": "roles:",
    "correction-before-date": "- date: 2026-01-02",
    "correction-not-updated": "corrections:",
    "true-part-empty": "true_part: Không có.",
    "refused-word": "Đây là luận điệu của họ.",
    "threat": "Người này sẽ bị xử lý.",
}


@pytest.mark.parametrize("codes", [*((code,) for code in BREAKS), *DRAWN], ids="+".join)
def test_sixty_broken_rebuttals_are_refused_with_the_right_code_and_line_in_both_languages(
    corpus: Corpus, codes: tuple[str, ...]
) -> None:
    front, body = broken(*codes)
    found, lines = told(corpus, front, body), rebuttal_file(front, body).splitlines()
    assert {code for code, *_ in found} == set(codes)
    for code, line, vietnamese, english in found:
        assert lines[line - 1].startswith(LINES[code]), (code, line)
        assert "; " in vietnamese
        assert "; " in english


def test_words_are_looked_at_in_the_translation_too(corpus: Corpus) -> None:
    corpus.english(
        PLACE, "A smear, and “a smear” in quotation [1] [2].\n", finding='"One sentence."', true_part="None."
    )
    corpus.write(f"content_vi/{PLACE}.md", rebuttal_file(GOOD, BODY))
    found = open_library(corpus.root, TODAY).problems
    assert [(p.path, p.code) for p in found] == [
        (f"content_en/{PLACE}.md", "true-part-empty"),
        (f"content_en/{PLACE}.md", "refused-word"),
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_refused_word_is_found_outside_quotation_and_allowed_inside(lang: str) -> None:
    for search, listed in ((refused, MOTIVES), (threats, THREATS)):
        for word in listed[lang]:
            assert [found for _, found in search(f"x\n{word} y", lang)] == [word]
            assert list(search(f"“{word}” <q>{word}</q>\n> {word}\n", lang)) == []


def test_quotations_are_blanked_line_by_line() -> None:
    assert unquoted("a\n“b\nc”\nd").split("\n")[3] == "d"


def test_an_answer_that_was_taken_back_leaves_its_page_without_its_text(corpus: Corpus) -> None:
    taken = {**GOOD, "withdrawn": {"date": "2026-02-01", "why": CORRECTION["why"]}}
    assert told(corpus, taken, "") == []
    story = open_library(corpus.root, TODAY).story("vi", PLACE)
    assert story
    assert story.withdrawn
    assert story.document.body == ""


def test_a_retraction_among_the_corrections_is_sent_to_the_one_place_for_it(corpus: Corpus) -> None:
    taken = {**GOOD, "updated": "2026-02-02"}
    taken["corrections"] = [{"date": "2026-02-01", **CORRECTION, "kind": "retraction"}]
    assert [code for code, *_ in told(corpus, taken, BODY)] == ["retraction-is-withdrawn"]


def test_the_standard_page_explains_every_rule_and_no_other() -> None:
    for lang in LANGUAGES:
        said = words(lang).ui["standard"]
        assert tuple(said["points"]) == tuple(range(1, 12))
        assert list(said["rules"]) == [code for codes in PARTS.values() for code in codes]
    assert {code for codes in PARTS.values() for code in codes} == {*FACTS, *WORDS}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("nature", ["a"]),
        ("nature", {"a": "b"}),
        ("nature", 5),
        ("claimant_type", ["online"]),
        ("claimant_type", {"a": "b"}),
        ("url", "http://["),
        ("url", ["x"]),
        ("url", 5),
        ("criticises", 5),
        ("criticises", [["a"]]),
        ("text", ["a"]),
        ("where", {"a": 1}),
        ("archive", [1]),
    ],
)
def test_a_claim_of_the_wrong_shape_is_told_and_never_stops_the_check(corpus: Corpus, name: str, value: object) -> None:
    claim = {**GOOD["claim"], "claimant_type": "online", "claimant": "x", name: value}
    assert told(corpus, {**GOOD, "claim": claim}, BODY)


@pytest.mark.parametrize(
    "name", ["summary", "evidence", "right_of_reply", "roles", "corrections", "verdict", "finding"]
)
@pytest.mark.parametrize("value", [5, True, "x", ["a"], [["a"]], {"a": "b"}, {"a": ["b"]}, [{"a": 1}], None])
def test_a_rebuttal_of_the_wrong_shape_never_stops_the_check(corpus: Corpus, name: str, value: object) -> None:
    told(corpus, {**GOOD, name: value}, BODY)


def test_a_number_of_five_thousand_digits_is_no_mark_and_no_traceback(corpus: Corpus) -> None:
    body = BODY + "\n[" + "9" * 3000 + "]\n\n[" + "9" * 3000 + "]\n"
    assert told(corpus, GOOD, body) == []
    assert [code for code, *_ in told(corpus, GOOD, f"{BODY}\n[{'9' * 5000}]\n")] == ["line-long"]


@pytest.mark.parametrize(
    "body", ["Mã: `[1]` và `[2]`.\n", "[1](https://example.org/) [2](https://example.org/)\n", "```\n[1] [2]\n```\n"]
)
def test_a_mark_that_no_reader_sees_cites_nothing(corpus: Corpus, body: str) -> None:
    codes = [code for code, *_ in told(corpus, GOOD, body)]
    assert [code for code in codes if code != "code-block"] == ["evidence-not-cited", "evidence-not-cited"]
