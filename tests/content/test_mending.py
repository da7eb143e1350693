"""What `check --fix` mends: a table of before and after, each mark in each place, and what it leaves alone."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import MADE_UP, STORY, TODAY, Corpus, written
from mends import BODIES, LEFT
from portal.content.library import open_library
from portal.content.mending import mended_pages, mended_text
from portal.reading.markdown.text import text_of


def page(body: str = "Chữ [1].\n", **fields: str) -> str:
    return written({**STORY, **fields}, body)


def mended(text: str) -> str:
    return mended_text(text)[0]


MORE_BODIES = [
    ("Tá»‰nh Äiá»‡n BiÃªn có nÆ°á»›c.\n", "Tỉnh Điện Biên có nước.\n"),
]
"""What only --fix mends, and not the form as one pastes."""


@pytest.mark.parametrize(("before", "after"), [*BODIES, *MORE_BODIES])
def test_a_text_is_mended_in_these_places_and_nowhere_else(before: str, after: str) -> None:
    assert mended(page(before)) == page(after)


FRONTS = [
    ("title:\u00a0Một bài\u202fthử", "title: Một bài thử"),
    ("title: “Một bài: thử”", 'title: "Một bài: thử"'),
    ("title: “Báo “Điện Biên Phủ” viết”  ", 'title: "Báo “Điện Biên Phủ” viết"  '),
    ('title: "Một bài thử”', 'title: "Một bài thử"'),
    ("title: ‘Một bài thử’", 'title: "Một bài thử"'),
    ("summary:\n  - “Một: hai”", 'summary:\n  - "Một: hai"'),
    ("x: [{title: “A, b”, url: “https://a.vn/”}]", 'x: [{title: "A, b", url: "https://a.vn/"}]'),
    ("x:\n  - url: https://a.vn/?utm_id=3", "x:\n  - url: https://a.vn/"),
    ("kind\u200b: news", "kind: news"),
    ("title: Nước sạch: đã có gì", 'title: "Nước sạch: đã có gì"'),
    ("title: x\nkind:news", "title: x\nkind: news"),
    ("title: x\nkind：news", "title: x\nkind: news"),
    ('title: "Báo "Điện Biên Phủ" viết"', 'title: "Báo “Điện Biên Phủ” viết"'),
    ("title: [Ảnh] Nước sạch\nkind:news", 'title: "[Ảnh] Nước sạch"\nkind: news'),
    ('title: "Ðiện Biên"', 'title: "Điện Biên"'),
]


@pytest.mark.parametrize(("before", "after"), FRONTS)
def test_a_front_matter_is_mended_in_these_places_and_nowhere_else(before: str, after: str) -> None:
    assert mended(f"---\n{before}\n---\nChữ.\n") == f"---\n{after}\n---\nChữ.\n"


def test_the_mark_at_the_start_of_a_file_goes() -> None:
    assert mended(f"\ufeff\ufeff{page()}") == page()


MORE_LEFT = [
    "Ná»n kinh táº¿ mất một chữ.\n",
]


@pytest.mark.parametrize("body", [*LEFT, *MORE_LEFT])
def test_what_needs_a_person_or_is_right_stays_to_the_byte(body: str) -> None:
    assert mended_text(page(body)) == (page(body), ())


@pytest.mark.parametrize(
    "line",
    [
        "articles: {crc: [01]}",
        "title: “A” và “B”",
        "title: “Một “hai” ba",
        "title: |\n  “A”",
        'x: ["a, “b”, c"]',
        'title: “A "b" c”',
    ],
)
def test_quotation_marks_that_are_words_own_stay(line: str) -> None:
    assert mended_text(f"---\n{line}\n---\n")[1] == ()


MARKS = {
    "zero width": ("quy\u200bền", "quyền"),
    "soft hyphen": ("quy\u00adền", "quyền"),
    "direction": ("quy\u202eền", "quyền"),
    "mark of bytes": ("quy\ufeffền", "quyền"),
    "pieces": (unicodedata.normalize("NFD", "quyền"), "quyền"),
    "eth": ("Ðiệnðất", "Điệnđất"),
    "capital with a hook": ("Ɖiện", "Điện"),
}
PLACES = {
    "title": lambda word: page(title=f'"Bài thử về {word}"'),
    "description": lambda word: page(description=f'"Một mô tả đủ dài để người đọc biết về {word} ở đây là gì."'),
    "summary": lambda word: page(summary=f'["Ý về {word}"]'),
    "source": lambda word: page(sources=STORY["sources"].replace("Văn bản", word)),
    "address of a source": lambda word: page(sources=STORY["sources"].replace("org/", f"org/{word}")),
    "text": lambda word: page(f"Có {word} [1].\n"),
    "heading": lambda word: page(f"## Về {word}\n\nChữ [1].\n"),
    "list": lambda word: page(f"- có {word} [1]\n- hai\n"),
    "table": lambda word: page(f"| A | B |\n| --- | --- |\n| {word} | x [1] |\n"),
    "link": lambda word: page(f"[{word}](https://example.org/{word}) [1]\n"),
    "quotation": lambda word: page(f"> Lời “về {word}” [1].\n"),
}


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("place", PLACES)
def test_each_mark_is_told_in_each_place_and_after_mending_is_not(corpus: Corpus, mark: str, place: str) -> None:
    spoilt, right = MARKS[mark]
    file = corpus.write("content_vi/thanh-tuu/2026/bai.md", PLACES[place](spoilt))
    assert open_library(corpus.root, TODAY).problems != ()
    file.write_text(mended(PLACES[place](spoilt)), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == PLACES[place](right)
    assert open_library(corpus.root, TODAY).problems == ()


@pytest.mark.parametrize("before", [before for before, _ in [*BODIES, *MORE_BODIES]])
def test_what_is_mended_was_told_and_is_told_no_more(corpus: Corpus, before: str) -> None:
    sources = STORY["sources"].removesuffix("]") + ", " + STORY["sources"].removeprefix("[")
    file = corpus.write("content_vi/thanh-tuu/2026/bai.md", page(before + "\nChữ [1, 2].\n", sources=sources))
    told = {problem.code for problem in open_library(corpus.root, TODAY).problems}
    mends = {"yaml-character", "not-nfc", "letter-alike", "letter-lost", "link-tracking", "mark-unread", "list-unread"}
    mends |= {"code-block", "blank-after-mark", "address-bare", "text-mojibake", "marks-together"}
    assert told & mends
    file.write_bytes(mended(file.read_bytes().decode()).encode())
    assert {problem.code for problem in open_library(corpus.root, TODAY).problems} & mends == set()


def test_pages_that_check_has_nothing_to_say_of_are_left_alone() -> None:
    library = open_library(MADE_UP, TODAY)
    assert library.problems == ()
    assert list(mended_pages(MADE_UP, library.data.locales.values())) == []


FIELDS_LEFT = [
    "title: Kế hoạch #3112",
    'title: "chưa đóng',
    "sources: title: x: y: z",
    "x: [1, 2",
    "kind: news\n\tx: 1",
]


@pytest.mark.parametrize("rows", FIELDS_LEFT)
def test_a_row_that_may_mean_two_things_is_left_to_a_person(rows: str) -> None:
    assert mended_text(f"---\n{rows}\n---\nChữ.\n")[1] == ()


def test_each_place_of_a_row_is_one_and_an_address_is_no_two() -> None:
    _, mends = mended_text(page("Chữ [01] và nhiều chữ nữa ở giữa [02], xem https://a.vn/rat/dai/va/dai.\n"))
    assert [mend.kind for mend in mends] == ["source_mark", "source_mark", "address"]


PIECES = st.sampled_from(
    '\n|\n\n|• |– |- |1. |    |\t|Đã làm:|một hai ba|Ð|\u200b|\u00a0|“|”|"|`|```\n|'
    "https://a.vn/?utm_a=1&b=2 |[01]|[1][2]|[nguồn 1]|1) a\n2) b\n|Tá»‰nh |kind:x\n|> |"
    "## |e\u0302\u0301|: |title: |---\n|\r\n|\u2028|§i Biªn s¹ch |!!! note|<q>|**|\uf0b7|\ufeff|{|,".split("|")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_mending_twice_changes_no_more_than_once(body: str) -> None:
    once = mended(page(body))
    assert mended_text(once) == (once, ())
    once = mended(body)
    assert mended_text(once) == (once, ())


CLEAN = st.sampled_from(
    [*"Chữ [1].|- một\n- hai|1. một\n2. hai|## Mục|> Lời.|một – hai|“Lời”".split("|"), "| A |\n| --- |\n| x |", "`mã`"]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(CLEAN, max_size=6).map("\n\n".join))
def test_a_text_without_a_fault_shows_the_same_after_mending(body: str) -> None:
    assert text_of(mended(page(body)).partition("---\n")[2].partition("---\n")[2]).html == text_of(body).html


def test_a_file_that_leads_elsewhere_or_is_no_text_is_not_touched(
    corpus: Corpus, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "a.md"
    outside.write_text(page("Ð\n"), encoding="utf-8")
    Path(corpus.root / "content_vi/a.md").symlink_to(outside)
    corpus.write("content_vi/b.md", b"---\n\xff\n")
    library = open_library(corpus.root, TODAY)
    assert list(mended_pages(corpus.root, library.data.locales.values())) == []


def test_marks_in_a_row_are_joined_and_what_a_link_follows_stays() -> None:
    head = "---\ntitle: A\n---\n"
    assert mended_text(f"{head}Là 90 % [1][1]. Còn [2][3].\n")[0] == f"{head}Là 90 % [1]. Còn [2, 3].\n"
    assert mended_text(f"{head}[1][1](a.md)\n")[0] == f"{head}[1][1](a.md)\n"
