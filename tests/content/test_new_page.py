"""What a new file holds before anybody has written: every field of its kind, few of them in use."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import scan_maker
import sounds
from conftest import TODAY, Corpus
from makers import GOOD
from portal.content.asking.blank_fields import ASKED_BY_RULE
from portal.content.asking.kinds import page_kinds
from portal.content.asking.new_page import NewPage, is_slug, place_for, slug_from, tidy_title
from portal.content.asking.values import PageField, PageKind
from portal.content.kinds import KINDS
from portal.content.known.reference import ReferenceData
from portal.content.library import open_library
from portal.language.locales import LANGUAGES
from portal.reading.problems import to_mend

KINDS_ASKED = {one.name: one for one in page_kinds(ReferenceData())}
TITLES = {"vi": 'Kế hoạch #3112: "nước sạch" và dấu \\ ở đâu', "en": "Plan: what 'clean water' means"}
DAY = date(2026, 3, 1)
TEXTS = {"vi": "Một câu có nguồn [1].\n", "en": "A sentence with its source [1].\n"}
DESCRIPTION = "Một mô tả đủ dài để người đọc biết trang này nói về điều gì."
IN_ENGLISH = {
    DESCRIPTION: "A description that is long enough to say what this page is about.",
    "Chữ": "Text",
    "Chữ [1]": "Text [1]",
}
"""The same texts as a translator writes them."""


LESSON: dict[str, Any] = {
    "convention": "crc",
    "aims": ["Chữ [1]", "Chữ"],
    "course": [{"minutes": 45, "title": "Chữ", "teacher": "Chữ", "pupils": "Chữ"}],
    "cards": [{"article": one, "title": "Chữ", "words": "Chữ"} for one in range(1, 9)],
    "questions": [{"question": "Chữ", "answer": "Chữ"} for _ in range(6)],
}
"""What the rules of a lesson ask for."""
UNIT: dict[str, Any] = {
    "aims": ["Chữ [1]", "Chữ"],
    "course": [{"minutes": 60, "title": "Chữ", "teacher": "Chữ", "pupils": "Chữ"}],
    "points": [{"title": "Chữ", "lines": ["Chữ", "Chữ"]} for _ in range(4)],
    "cases": [
        {
            **dict.fromkeys(("title", "situation", "answer"), "Chữ"),
            "questions": ["Chữ"],
            "law": {"page": "tap-huan/bai"},
            "page": "tap-huan/bai",
        }
        for _ in range(2)
    ],
}
"""What the rules of a unit ask for."""
QUIZ: dict[str, Any] = {
    "title": TITLES,
    "about": "tap-huan/bai",
    "questions": [
        {
            "id": f"cau-{number}",
            **dict.fromkeys(("question", "because"), TITLES),
            "choices": [{"vi": one, "en": one} for one in "ab"],
            "right": 1,
            "source": {"page": "tap-huan/bai"},
        }
        for number in range(6)
    ],
}
"""Its test."""


def a_new(name: str, place: str = "thanh-tuu/2026/bai", **more: Any) -> dict[str, str]:
    """path → text of the files of a page."""
    return NewPage(KINDS_ASKED[name], place, TITLES, DAY, **more).files()


def put_in_use(text: str) -> dict[str, Any]:
    """The head of a file when its author has taken the # away from every field."""
    head = text.split("---")[1]
    while found := re.sub(r"(?m)^((?:  )*)# (?!#)", r"\1", head):
        if found == head:
            break
        head = found
    tree: dict[str, Any] = yaml.safe_load(head)
    return tree


def keys_below(tree: dict[str, Any], before: str = "") -> set[str]:
    found = set[str]()
    for key, value in tree.items():
        inner = value[0] if isinstance(value, list) and value else value
        found.add(f"{before}{key}")
        if isinstance(inner, dict) and set(inner) != set(LANGUAGES):
            found |= keys_below(inner, f"{before}{key}.")
    return found


@pytest.mark.parametrize("name", KINDS)
def test_a_new_file_has_every_field_of_its_kind_at_every_depth_and_no_other(name: str) -> None:
    original, translated = a_new(name, agency="co-quan").values()
    asked = [place for place, _ in KINDS_ASKED[name].walk()]
    assert keys_below(put_in_use(original)) == {"kind", *asked}
    said = {one.key for one in KINDS_ASKED[name].fields if one.is_said}
    assert {place.split(".")[0] for place in keys_below(put_in_use(translated))} == said


@pytest.mark.parametrize("name", KINDS)
def test_a_new_file_explains_each_field_by_its_vietnamese_name_and_help(name: str) -> None:
    original = re.sub(r"\n *##   +", " ", next(iter(a_new(name).values())))
    for _, one in KINDS_ASKED[name].walk():
        assert f"{one.label['vi']}: {one.help['vi']}" in re.sub(r"\s+", " ", original)


@pytest.mark.parametrize("name", KINDS)
def test_before_anybody_writes_only_what_must_be_there_is_in_use(name: str) -> None:
    tree = yaml.safe_load(next(iter(a_new(name).values())).split("---")[1])
    required = {one.key for one in KINDS_ASKED[name].fields if one.required}
    assert set(tree) == required | {"kind", "title"} | ({"date"} if KINDS_ASKED[name].is_story else set())
    assert tree["title"] == TITLES["vi"]
    assert tree.get("date") in (None, DAY)


def filled(one: PageField) -> Any:
    """A value for a field, of the kind it is asked for."""
    samples = {
        "text": "Chữ",
        "long": DESCRIPTION,
        "day": DAY,
        "address": "https://dienbien.gov.vn/a",
        "language": "vi",
    }
    if one.control == "rows":
        in_use = [part for part in one.fields if part.required or part.words in ASKED_BY_RULE]
        return [{part.key: filled(part) for part in in_use}]
    if one.control == "group":
        return {part.key: filled(part) for part in one.fields if part.required}
    if one.choices:
        return [one.choices[0].value] if one.control == "choices" else one.choices[0].value
    if one.control == "texts":
        return [samples[one.each]]
    return {**samples, "yes_no": False, "whole": 4, "choice": "co-quan", "place": "Na Hy"}[one.control]


def translated(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: translated(one) for key, one in value.items()}
    return [translated(one) for one in value] if isinstance(value, list) else IN_ENGLISH.get(value, value)


def as_written(name: str) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """Where a page of a kind stands, and what its author writes into both heads: what must be there."""
    kind = KINDS_ASKED[name]
    section = next(one for one in kind.sections if one)
    slug = {"convention": "crc", "easy": "bai-de-doc", "lesson": "crc"}.get(name, "bai")
    place = place_for(Path("/nowhere"), kind, section, slug, DAY)
    head = {one.key: filled(one) for one in kind.fields if one.required}
    head |= {"conventions": ["crc"], "discreet": False} if name == "convention" else {}
    if name == "rebuttal":  # what its rules ask for besides is written as a good answer writes it
        head |= {key: GOOD[key] for key in ("claim", "verdict", "evidence", "right_of_reply")}
    head |= {"legal_basis": ["[1]"]} if name == "steps" else {}
    head |= {"parts": [{"picture": "crc", "heading": "Chữ", "lines": ["Chữ [1]"]}]} if name == "easy" else {}
    head |= {"records": "tro-giup/bai"} if name == "recording" else {}
    head |= {"lesson": LESSON, "unit": UNIT}.get(name, {})
    head |= {"panels": [{"title": "Chữ", "text": "Chữ", "large": "Chữ"} for _ in "abc"]} if name == "exhibition" else {}
    said = {one.key: translated(head[one.key]) for one in kind.fields if one.required and one.is_said}
    return place, head | {"title": TITLES["vi"]}, said | {"title": TITLES["en"]}


@pytest.mark.parametrize("name", KINDS)
def test_a_new_page_passes_when_its_author_has_filled_it_in(corpus: Corpus, name: str) -> None:
    place, original, translated = as_written(name)
    files = NewPage(KINDS_ASKED[name], place, TITLES, DAY, "co-quan").files()
    for (path, text), head in zip(files.items(), (original, translated), strict=True):
        body = TEXTS[path.split("/")[0][-2:]] if KINDS_ASKED[name].is_story else "Chữ.\n"
        body += "Và nguồn hai [2].\n" if name == "rebuttal" else ""
        body += "\n## Trang 1\n\nChữ.\n" if name == "scan" and path.startswith("content_vi") else ""
        corpus.write(path, with_values(text, head) + body)
    if name == "easy":  # it stands beside its full page
        corpus.story(place.removesuffix("-de-doc"), kind="policy")
    if name == "recording":  # it says a page, and has files of its own
        corpus.story("tro-giup/bai", kind="page", agency="", sources="")
        sounds.put(corpus.root, place, 3)
    if name == "unit":
        corpus.write("data/quizzes/bai.yml", json.dumps(QUIZ, ensure_ascii=False))
    if name == "scan":
        scan_maker.put_scan(corpus.root, place, "Chữ")
    library = open_library(corpus.root, TODAY)
    assert [(p.path, p.line, p.message("en")) for p in to_mend(library.problems)] == []
    written = [story for story in library.stories.values() if story.place == place]
    assert {(story.lang, story.front.title) for story in written} == set(TITLES.items())


def with_values(text: str, head: dict[str, Any]) -> str:
    """The file with its fields replaced by what the author writes; every comment stays."""
    written = text
    for key, value in head.items():
        said = yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=1000)
        live = re.compile(rf"(?m)^{key}:.*\n(?:  .*\n)*")
        if live.search(written):
            written = live.sub(said.replace("\\", r"\\"), written, count=1)
        else:  # a field that was not in use is taken into it
            written = written.replace(f"\n# {key}:", f"\n{said}# {key}:", 1)
    return written


@pytest.mark.parametrize("name", KINDS)
def test_what_check_says_of_a_new_file_stands_on_the_row_of_its_field(corpus: Corpus, name: str) -> None:
    place, _, _ = as_written(name)
    files = NewPage(KINDS_ASKED[name], place, TITLES, DAY, "co-quan").files()
    for path, text in files.items():
        corpus.write(path, text)
    told = [one for one in open_library(corpus.root, TODAY).problems if one.field]
    assert told
    for problem in told:
        row = files[problem.path].split("\n")[problem.line - 1]
        last = re.sub(r"\[\d+\]", "", problem.field.rpartition(".")[2])
        asked_by_a_rule = f"# {last}:" in files[problem.path]  # told where it would stand
        is_entry = problem.field.endswith("]") and row.lstrip().startswith("- ")
        assert asked_by_a_rule or is_entry or re.match(rf"\s*(- )?{last}:", row), (problem, row)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Nước sạch về bản", "nuoc-sach-ve-ban"),
        ("Điện: «có» hay không?", "dien-co-hay-khong"),
        ("Con", "bai-con"),
        ("NUL", "bai-nul"),
        ("Index", "bai-index"),
        ("???", ""),
        (" ".join(["rất"] * 40), "-".join(["rat"] * 15)),
        ("a" * 90, "a" * 60),
    ],
)
def test_a_file_is_named_by_its_title_at_a_word_s_end(title: str, slug: str) -> None:
    assert slug_from(title) == slug
    assert is_slug(slug) == bool(slug)


@pytest.mark.parametrize("name", ["con", "../x", "a b", "Ạ", "", "-a", "A"])
def test_what_no_disk_or_address_takes_is_no_name(name: str) -> None:
    assert not is_slug(name)


def test_a_title_is_one_line_of_whole_letters() -> None:
    assert tidy_title("  Kê\u0301 hoạch\n\tmới\u200b\u00a0ở bản ") == "Kế hoạch mới ở bản"


def kind_named(name: str) -> PageKind:
    return KINDS_ASKED[name]


def test_a_story_goes_where_those_of_its_section_are(corpus: Corpus) -> None:
    corpus.write("content_vi/cong-uoc/crc.md", "")
    corpus.write("content_vi/thanh-tuu/2025/x.md", "")
    corpus.write("content_vi/thanh-tuu/trang.md", "")
    corpus.write("content_en/su-kien/index.md", "")
    places = [
        place_for(corpus.root, kind_named(kind), section, "bai", DAY)
        for kind, section in [
            *(("policy", "cong-uoc"), ("news", "thanh-tuu"), ("event", "su-kien"), ("news", "doi-ngoai")),
            *(("page", "thanh-tuu"), ("page", ""), ("theme", "thanh-tuu")),
        ]
    ]
    assert places == [
        *("cong-uoc/bai", "thanh-tuu/2026/bai", "su-kien/2026/bai", "doi-ngoai/2026/bai"),
        *("thanh-tuu/bai", "bai", "thanh-tuu/index"),
    ]
