"""Messages an official can act on: each slip is told once, on its own line, with what to write instead.

The rows are what people really wrote, the findings' sixteen first, then their kind. Each is laid into one good page,
or one good file of data, and the whole corpus is checked: there is one message, and it says the right value."""

import re
from pathlib import Path

import pytest

from conftest import ROOT, TODAY, Corpus
from portal.content.desk.facts import uncited_problems
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.plan.corpus import open_corpus, problems_of
from portal.reading.problems import Problem, in_order

PAGE = """\
---
title: "Nước sạch ở nông thôn năm 2024"
description: "Tỷ lệ hộ dân nông thôn dùng nước hợp vệ sinh năm 2024, và những bản còn thiếu nước mùa khô."
kind: achievement
date: 2026-11-20
agency: so-gddt
summary:
  - "Năm 2024, phần lớn hộ dân nông thôn dùng nước hợp vệ sinh."
sources:
  - title: "Báo cáo kết quả nước sạch nông thôn năm 2024"
    publisher: "Sở Mẫu"
    url: "https://example.org/bao-cao"
    accessed: 2026-11-20
    not_compared: true
groups: [everyone]
product:
  formats: [article]
  channels: [portal]
  languages: [vi]
  audiences: [everyone]
---
## Đã có gì

Năm 2024, phần lớn hộ dân có nước sạch [1].
"""
PLACE = "content_vi/thanh-tuu/2026/nuoc-sach.md"
HEAD = "id,date,title,agency,theme,formats,channels,languages,audiences,places,quantity,url\n"
ROW = "1,2026-03-01,Tờ rơi một,so-gddt,1,leaflet,print,vi,residents,,500,\n"
KIND, AGENCY, GROUPS = "kind: achievement", "agency: so-gddt", "groups: [everyone]"
TITLE, DATE = 'title: "Nước sạch ở nông thôn năm 2024"', "date: 2026-11-20"
SUMMARY = '  - "Năm 2024, phần lớn hộ dân nông thôn dùng nước hợp vệ sinh."'
URL = '"https://example.org/bao-cao"'

SLIPS: list[tuple[str, str, int, str]] = [
    # the findings' own
    (KIND, "kind:\u00a0achievement", 4, "U+00A0"),
    (KIND, "kind:achievement", 4, "kind: achievement"),
    (KIND, "kind： achievement", 4, "U+FF1A"),
    (KIND, "kind：achievement", 4, "kind: achievement"),
    ("    publisher", "  \u00a0 publisher", 11, "U+00A0"),
    (TITLE, 'title: "Báo "Điện Biên" viết về nước"', 2, 'title: "Báo “Điện Biên” viết về nước"'),
    (TITLE, "title: “Nước sạch: đã có gì”", 2, '"Nước sạch: đã có gì"'),
    (TITLE, "title: “Nước sạch ở nông thôn”", 2, '"Nước sạch ở nông thôn"'),
    (KIND, "kind: achie\u200bvement", 4, "U+200B"),
    (KIND, "ki\u200bnd: achievement", 4, "ki<U+200B>nd"),
    (KIND, "kind: achivement", 4, "achievement ("),
    (KIND, "kind: thành tựu", 4, "achievement ("),
    (KIND, "kind: Achievement", 4, "achievement ("),
    (AGENCY, "agency: Sở Giáo dục và Đào tạo", 6, "so-gddt ("),
    (URL, "www.dienbien.gov.vn", 12, "https://www.dienbien.gov.vn"),
    # choices: another case, no marks, another word, a list, nothing
    (KIND, "kind: Thành tựu", 4, "achievement ("),
    (KIND, "kind: THANH TUU", 4, "achievement ("),
    (KIND, "kind: Kết quả", 4, "achievement ("),
    (KIND, "kind: [achievement]", 4, "achievement ("),
    (KIND, "kind:", 4, "achievement ("),
    (KIND, "loại: achievement", 4, "kind"),
    (KIND, "Kind: achievement", 4, "kind"),
    (GROUPS, "groups: [tre em]", 15, "children ("),
    (GROUPS, "groups: Trẻ em, Phụ nữ", 15, "[children, women]"),
    (GROUPS, "groups: everyone", 15, "[everyone]"),
    (GROUPS, "groups: [childern]", 15, "children ("),
    (GROUPS, "groups: [children，women]", 15, "children, women"),
    (GROUPS, "conventions: [CRC]", 15, "crc ("),
    (GROUPS, "conventions: [Công ước về quyền trẻ em]", 15, "crc ("),
    ("formats: [article]", "formats: [Bài viết]", 17, "article ("),
    ("formats: [article]", "formats:[article]", 17, "formats: [article]"),
    ("audiences: [everyone]", "audiences: [Người dân]", 20, "residents ("),
    ("languages: [vi]", "languages: [Tiếng Việt]", 19, "vi"),
    ("languages: [vi]", "languages: tiếng Việt và tiếng H'Mông", 19, "[vi, hmn]"),
    # ids
    (AGENCY, "agency: So-GDDT", 6, "so-gddt ("),
    (AGENCY, "agency: Sở GD&ĐT", 6, "so-gddt ("),
    (AGENCY, "agency: so giao duc va dao tao", 6, "so-gddt ("),
    (AGENCY, "agency: [so-gddt]", 6, "so-gddt"),
    (AGENCY, "agency: UBND xã Mường Nhé", 6, "xa-muong-nhe ("),
    (GROUPS, "laws: [Luật Trẻ em]", 15, "luat-tre-em"),
    # fields
    (TITLE, TITLE.replace("title", "tiêu đề"), 2, "title"),
    (TITLE, TITLE.replace("title", "titel"), 2, "title"),
    ("sources:", "nguồn:", 9, "sources"),
    ("    publisher:", "    publsher:", 11, "publisher"),
    # YAML
    (TITLE, "title: Nước sạch: đã có gì", 2, 'title: "Nước sạch: đã có gì"'),
    (TITLE, "title: [Ảnh] Nước sạch", 2, 'title: "[Ảnh] Nước sạch"'),
    (TITLE, "title: - Nước sạch cho bản", 2, 'title: "- Nước sạch cho bản"'),
    (TITLE, "title: % hộ có nước sạch", 2, 'title: "% hộ có nước sạch"'),
    (TITLE, "title: *Nước* cho bản", 2, 'title: "*Nước* cho bản"'),
    (TITLE, "title: 'Báo 'Điện Biên' viết'", 2, "title: \"Báo 'Điện Biên' viết\""),
    (TITLE, TITLE[:-1], 2, ""),
    (GROUPS, "groups: [everyone", 15, "["),
    (KIND, "kind achievement", 4, "'kind achievement'"),
    (KIND, "  kind: achievement", 4, ""),
    ("    publisher", "\tpublisher", 11, "Tab"),
    ('"Sở Mẫu"', '"C:\\Users"', 11, "\\"),
    (SUMMARY, "  - Năm 2024: có nước", 8, '"Năm 2024: có nước"'),
    (SUMMARY, "  – Năm 2024 có nước", 7, "U+2013"),
    (SUMMARY, "  -Năm 2024 có nước", 7, "'- '"),
    (KIND, "<<<<<<< HEAD\nkind: achievement\n=======\nkind: news\n>>>>>>> x", 4, "<<<<<<<"),
    ("---\ntitle", "—\ntitle", 1, "U+2014"),
    ("---\ntitle", "\n---\ntitle", 1, "---"),
    # days, addresses, yes and no
    (DATE, "date: 14:30", 5, "'14:30'"),
    (DATE, "date: 20261120", 5, "20/11/2026"),
    (DATE, "date: 11/20/2026", 5, "20/11/2026"),
    (DATE, "date: 20/11/26", 5, "20/11/2026"),
    (DATE, "date: 31/11/2026", 5, "31/11/2026"),
    ("accessed: 2026-11-20", "accessed: chưa đọc", 13, "not_recorded"),
    (URL, "htps:/example.org/a", 12, "https://example.org/a"),
    ("not_compared: true", "not_compared: rồi nhé", 14, "true"),
    ("not_compared: true", "not_compared:", 14, "true"),
    # the text
    ("sạch [1].", "sạch [1], [a](www.example.org).", 24, "https://"),
    ("sạch [1].", "sạch [1], [a](dienbien.gov.vn/x).", 24, "https://"),
    ("sạch [1].", "sạch [1], [a](nuoc-sach-ban.md).", 24, "nuoc-sach-bac.md"),
]
UNDERSTOOD = (
    (DATE, "date: 20-11-2026"),
    (DATE, "date: 2026/11/20"),
    (DATE, "date: Thứ sáu, ngày 20 tháng 11 năm 2026"),
    (DATE, "date: 20 November 2026"),
    ("not_compared: true", "not_compared: có"),
    ("not_compared: true", "not_compared: không"),
)


@pytest.fixture
def desk(corpus: Corpus) -> Corpus:
    for name in ("agencies", "plan", "owner"):
        corpus.write(f"data/{name}.yml", (ROOT / f"tests/corpora/plan-3112/data/{name}.yml").read_bytes())
    corpus.write("data/laws.yml", '- id: luat-tre-em\n  title: {vi: "Luật Trẻ em năm 2016", en: "Law on Children"}\n')
    corpus.write(PLACE.replace("nuoc-sach", "nuoc-sach-bac"), PAGE.replace("Nước sạch ở nông thôn", "Nước ở bản Bắc"))
    return corpus


def told(root: Path) -> tuple[Problem, ...]:
    registers = open_corpus(root, TODAY)
    return in_order((*problems_of(registers), *uncited_problems(registers.library)))


@pytest.mark.parametrize(("good", "slip", "line", "says"), SLIPS, ids=[slip[:40] for _, slip, _, _ in SLIPS])
def test_a_slip_is_told_once_on_its_line_with_what_to_write(
    desk: Corpus, good: str, slip: str, line: int, says: str
) -> None:
    assert good in PAGE
    desk.write(PLACE, PAGE.replace(good, slip, 1))
    (problem,) = told(desk.root)
    assert (problem.path, problem.line) == (PLACE, line)
    for lang in LANGUAGES:
        assert says in problem.message(lang)
        assert len(problem.message(lang)) < 900


@pytest.mark.parametrize(("good", "other"), UNDERSTOOD)
def test_what_can_only_be_meant_one_way_is_understood(desk: Corpus, good: str, other: str) -> None:
    desk.write(PLACE, PAGE.replace(good, other, 1))
    assert told(desk.root) == ()


def test_several_slips_of_yaml_are_told_at_once(desk: Corpus) -> None:
    slips = {KIND: "kind：achievement", DATE: "date:2026-11-20", TITLE: 'title: "Báo "Điện Biên" viết về nước"'}
    text = PAGE
    for good, slip in slips.items():
        text = text.replace(good, slip, 1)
    desk.write(PLACE, text)
    assert [problem.line for problem in told(desk.root)] == [2, 4, 5]


TRANSLATION = """\
---
title: "Clean water in 2024"
description: "Clean water in villages in 2024, and what is missing there in the dry season."
summary:
  - "Most have water."
---
Most have water [1].
"""


def test_a_translation_under_another_name_is_asked_which_page_it_translates(desk: Corpus) -> None:
    desk.write(PLACE, PAGE)
    path = "content_en/thanh-tuu/2026/clean-water.md"
    desk.write(path, TRANSLATION)
    (problem,) = told(desk.root)
    assert (problem.path, problem.code) == (path, "translation-of")
    assert all(PLACE in problem.message(lang) for lang in LANGUAGES)


UNREADABLE = {
    "utf-16": PAGE.encode("utf-16"),
    "conflict": PAGE.replace("## Đã", "<<<<<<< HEAD\n## Đã").encode(),
    "no colon": PAGE.replace(KIND, "kind achievement").encode(),
    "kind": PAGE.replace(KIND, "kind: xyz").encode(),
    "no head": "## Đã có gì\n\nChữ.\n".encode(),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_page_that_cannot_be_read_is_told_and_not_the_links_to_it(desk: Corpus, name: str) -> None:
    desk.write(PLACE, UNREADABLE[name])
    beside = PLACE.replace("nuoc-sach", "nuoc-sach-bac")
    text = (desk.root / beside).read_text("utf-8")
    desk.write(beside, text.replace("[1].", "[1], [a](nuoc-sach.md), [b](nuoc-sach.md#da-co-gi)."))
    assert [problem.path for problem in told(desk.root)] == [PLACE]


@pytest.mark.parametrize("name", ["nuoc-sach.MD", "Nước sạch.md", "nuoc-sach.md.txt", "Nuoc-Sach.md"])
def test_a_page_with_a_bad_name_is_told_the_good_one_and_nothing_leads_to_it_in_vain(desk: Corpus, name: str) -> None:
    path = PLACE.replace("nuoc-sach.md", name)
    desk.write(path, PAGE)
    desk.write(PLACE.replace("content_vi", "content_en"), TRANSLATION)
    beside = PLACE.replace("nuoc-sach", "nuoc-sach-bac")
    desk.write(beside, (desk.root / beside).read_text("utf-8").replace("[1].", "[1], [a](nuoc-sach.md)."))
    (problem,) = told(desk.root)
    assert problem.path == path
    assert all("thanh-tuu/2026/nuoc-sach.md" in problem.message(lang) for lang in LANGUAGES)


REGISTER = "data/products/2026.csv"
REPORT = "data/reported/2026/so-gddt.yml"
DOCUMENT = "document: {number: 12/BC-SGDDT, date: 2026-11-20}\n"
IN_DATA: list[tuple[str, str, int, str]] = [
    (REGISTER, HEAD + ROW + "2,,Tổng cộng: 1 sản phẩm,,,,,,,,500,\n", 3, ""),
    (REGISTER, HEAD + ROW + "Tổng cộng toàn tỉnh,,,,,,,,,,500,\n", 3, ""),
    (REGISTER, HEAD + ROW + ",,,,,,,,,,500,\n", 3, ""),
    (REGISTER, HEAD + "<<<<<<< HEAD\n" + ROW + "=======\n" + ROW + ">>>>>>> x\n", 2, "<<<<<<<"),
    (REGISTER, HEAD + ROW.replace("Tờ rơi một", "TØnh §iÖn Biªn ®· cã n−íc s¹ch"), 2, "TCVN3"),
    (REGISTER, HEAD + ROW + ROW.replace("1,2026", "2,2026", 1).replace("Tờ rơi một", "Gọi 0912 345 678"), 3, "0912"),
    (REGISTER, HEAD + ROW.replace("so-gddt", "Sở Giáo dục"), 2, "so-gddt"),
    ("data/products/2026-so-gddt.csv", HEAD + ROW.replace("so-gddt", "so-y-te"), 2, "so-y-te"),
    ("data/products/2026-sgddt.csv", HEAD + ROW, 1, "2026-so-gddt.csv"),
    (REPORT, DOCUMENT + "exhibitions: không có\n", 2, "[]"),
    (REPORT, DOCUMENT + "exhibitions:\u00a0[]\n", 2, "U+00A0"),
    (REPORT, DOCUMENT + "triển lãm: []\n", 2, "exhibitions"),
    (REPORT, DOCUMENT + "spokesperson: {designated: rồi nhé}\n", 2, "true"),
    (REPORT, DOCUMENT + "budget:\n  - {source: Tỉnh, vnd: 450 triệu}\n", 3, "450000000"),
    (
        REPORT,
        DOCUMENT + "trainings:\n" + "  - {date: 2026-03-01, title: Tập huấn một, people: 30}\n" * 2,
        4,
        "Tập huấn một",
    ),
    ("data/reported/2026/So-GDDT.yml", DOCUMENT + "exhibitions: []\n", 1, "so-gddt ("),
    ("data/reported/nam-2026/so-gddt.yml", DOCUMENT + "exhibitions: []\n", 1, "data/reported/2026/"),
    ("data/laws.yml", "- id: luat-a\n  titel: {vi: A, en: B}\n", 2, "title"),
]


@pytest.mark.parametrize(("path", "text", "line", "says"), IN_DATA)
def test_a_slip_in_data_is_told_once_too(desk: Corpus, path: str, text: str, line: int, says: str) -> None:
    desk.write(path, text)
    (problem,) = told(desk.root)
    assert (problem.path, problem.line) == (path, line)
    assert all(says in problem.message(lang) for lang in LANGUAGES)


def test_a_body_whose_entry_is_wrong_is_told_there_alone(desk: Corpus) -> None:
    bodies = (desk.root / "data/agencies.yml").read_text("utf-8")
    desk.write("data/agencies.yml", re.sub(r"(- id: so-gddt\n  kind: )\w+", r"\1adminstrative", bodies))
    desk.write(PLACE, PAGE)
    desk.write(REGISTER, HEAD + ROW)
    desk.write(REPORT, DOCUMENT + "exhibitions: []\n")
    (problem,) = told(desk.root)
    assert problem.path == "data/agencies.yml"
    assert all("administrative (" in problem.message(lang) for lang in LANGUAGES)


def test_a_list_of_ids_is_never_told_whole(desk: Corpus) -> None:
    desk.write(PLACE, PAGE.replace(AGENCY, "agency: Công ty Không Có"))
    (problem,) = told(desk.root)
    assert all("data/agencies.yml" in problem.message(lang) for lang in LANGUAGES)
    assert all(len(problem.message(lang)) < 200 for lang in LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_passes_on_what_yaml_says_in_english(lang: str) -> None:
    assert not [code for code, said in words(lang).problems.items() if code.startswith("yaml") and "{reason}" in said]
