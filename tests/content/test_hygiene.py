"""What Word, Excel and haste leave in a text: told once each, and never told of what only looks like it."""

import pytest

from conftest import STORY, TODAY, Corpus
from portal.content.library import open_library

START = 9  # the line of a test story on which its text starts


def told(corpus: Corpus, body: str, **fields: str) -> list[tuple[int, str]]:
    corpus.story(body=body, **fields)
    return [(problem.line - START, problem.code) for problem in open_library(corpus.root, TODAY).problems]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("**Đã có gì**\n\nChữ.\n", "heading-bold"),
        ("__Đã có gì__:\n\nChữ.\n", "heading-bold"),
        ("***1. Đã có gì***\nChữ.\n", "heading-bold"),
        ("Xã\tSố hộ\nSín Thầu\t800\n", "table-tabs"),
        ("TØnh §iÖn Biªn ®· cã n−íc s¹ch.\n", "text-old-font"),
        ("Quyền ®îc häc tËp cña trÎ em, ph¸t triÓn kinh tÕ\n", "text-old-font"),
        ("Tænh Ñieän Bieân ñaõ coù nöôùc saïch.\n", "text-old-font"),
        ("Tá»‰nh có nước.\n", "text-mojibake"),
        ("NÆ°á»›c sáº¡ch.\n", "text-mojibake"),
        ("TIẾP CẬN NƯỚC SẠCH Ở VÙNG CAO\n", "capitals"),
        ("## KẾT QUẢ ĐÃ ĐẠT ĐƯỢC\n", "capitals"),
        ("Tỷ lệ là 92.86%.\n", "decimal-sign"),
        ("Có 1.5 triệu người.\n", "decimal-sign"),
        ("TODO viết tiếp.\n", "note-to-self"),
        ("Chữ [cần kiểm tra lại].\n", "note-to-self"),
        ("Có [CẦN BỔ SUNG] hộ.\n", "note-to-self"),
        ("Có ??? hộ.\n", "note-to-self"),
        ("##\u00a0Mục\n", "blank-after-mark"),
        ("[x](https://a.vn/?fbclid=1)\n", "link-tracking"),
        ("Xem https://a.vn/b hoặc trang chủ.\n", "address-bare"),
        ("Xem www.a.vn.\n", "address-bare"),
        ("Là 88 % [1][1].\n", "marks-together"),
        ("Là 88 %¹.\n", "mark-unread"),
        ("Theo báo cáo².\n", "mark-unread"),
        ("Là 88 % (1).\n", "mark-unread"),
    ],
)
def test_each_is_told_once_by_its_line(corpus: Corpus, body: str, code: str) -> None:
    assert told(corpus, body) == [(0, code)]
    assert told(corpus, f"Chữ.\n\n{body}") == [(2, code)]


@pytest.mark.parametrize(
    "body",
    [
        "**Không ai bị bỏ lại.**\n",
        "Chữ\n**đậm**\n",
        "| **A** | B |\n| --- | --- |\n| x | y |\n",
        "- **Một**: hai\n",
        "Các công ước ICCPR, ICESCR, CEDAW, ICERD, CRC, CRPD, CAT.\n",
        "UBND tỉnh, HĐND tỉnh và MTTQ.\n",
        "Có 1.200 hộ, 92,86 %, mục 1.5, ngày 1.12.2026, km² và 5 m³, 10⁶.\n",
        'Điều 5 (1) và khoản (2). <q lang="en">92.86% of 1.5 million</q>\n',
        "Café, naïve, Müller, São Paulo, años, où; “XÔ”, XÃ”, «Điện Biên», §5, © 2026, 5 µm.\n",
        "Địa chỉ <https://a.vn/?id=92.86%20x> và [tên](https://a.vn/?source=x)\n",
        "[thêm](https://a.vn/) và [sửa][b]\n\n[b]: https://a.vn/\n",
        "-\tmột\n-\thai\n",
        "<https://a.vn/>, [https://a.vn/b](https://a.vn/b), `https://a.vn/`, a@www.vn và tệp /www.x\n",
    ],
)
def test_what_only_looks_like_it_is_not_told(corpus: Corpus, body: str) -> None:
    assert told(corpus, body) == []


def test_the_english_text_counts_with_points(corpus: Corpus) -> None:
    corpus.story(body="Là 92,86% của 1.200 người; 1,5 triệu [1].\n")
    file = corpus.english(body="It is 92,86 % of 1,200 people; 1,5 million.\n\nIt is 92.86%.\n")
    problems = open_library(corpus.root, TODAY).problems
    assert [(p.path, p.code) for p in problems] == [(file.relative_to(corpus.root).as_posix(), "decimal-sign")]


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"title": '"QUYỀN CỦA TRẺ EM VÙNG CAO"'}, "capitals", "title"),
        ({"title": '"Tá»‰nh Điện Biên hôm nay"'}, "text-mojibake", "title"),
        ({"summary": '["Tỷ lệ là 92.86 %"]'}, "decimal-sign", "summary[1]"),
        ({"sources": STORY["sources"].replace("Văn bản", "[cần kiểm tra]")}, "note-to-self", "sources[1].title"),
        ({"sources": STORY["sources"].replace("org/", "org/?gclid=1")}, "link-tracking", "sources[1].url"),
    ],
)
def test_fields_are_looked_at_too(corpus: Corpus, fields: dict[str, str], code: str, field: str) -> None:
    corpus.story(**fields)
    assert [(p.code, p.field) for p in open_library(corpus.root, TODAY).problems] == [(code, field)]


def test_a_source_s_title_is_as_its_publisher_wrote_it(corpus: Corpus) -> None:
    title = "BÁO CÁO KẾT QUẢ NĂM 2025: 92.86 %"
    assert told(corpus, "Chữ.\n", sources=STORY["sources"].replace("Văn bản", title)) == []


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("title: “Một bài: thử”\n", "front-quotes"),
        ("kind:\u00a0news\n", "front-blank"),
        ("sources:\n\u00a0\u00a0- title: x\n", "front-blank"),
    ],
)
def test_a_blank_or_a_mark_of_word_is_the_only_thing_told_of_its_line(corpus: Corpus, head: str, code: str) -> None:
    corpus.write("content_vi/thanh-tuu/2026/bai.md", f"---\n{head}---\nChữ.\n")
    line = 3 if head.startswith("sources") else 2
    found = [
        p.code
        for p in open_library(corpus.root, TODAY).problems
        if p.line == line and p.code.startswith(("front", "yaml"))
    ]
    assert found == [code]


@pytest.mark.parametrize("path", ["content_vi/thanh-tuu/2026/bai.md", "data/laws.yml"])
def test_two_changes_to_one_place_are_told_alone(corpus: Corpus, path: str) -> None:
    corpus.story()
    text = (corpus.root / path).read_text(encoding="utf-8")
    corpus.write(path, f"{text}<<<<<<< HEAD\n# a\n=======\n# b\n>>>>>>> b\n")
    found = open_library(corpus.root, TODAY).problems
    assert [(p.path, p.line, p.code) for p in found] == [(path, text.count("\n") + 1, "merge-conflict")]
