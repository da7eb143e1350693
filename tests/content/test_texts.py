"""What can be wrong in a text, alone."""

from datetime import date

import pytest

from conftest import ROOT, Corpus
from portal.content.library import open_library
from portal.content.rules.html import FRAME_ID_FAMILIES, FRAME_IDS

START = 9  # the line of a test story on which its text starts


def told(corpus: Corpus, body: str) -> list[tuple[int, str]]:
    corpus.story(body=body)
    corpus.story("thanh-tuu/index", kind="theme", title='"Chủ đề thử"', body="## Lao động\n\nChữ [1].\n")
    corpus.write("docs/duong.png", b"\x89PNG\r\n\x1a\n")
    return [(p.line - START, p.code) for p in open_library(corpus.root, date(2026, 11, 23)).problems]


@pytest.mark.parametrize(
    "body",
    [
        "Chữ [1] và [1].\n",
        "[bài](../index.md) và [chỗ](../index.md#lao-dong) và [nguồn](#nguon-1)\n",
        "[bài\ntrên hai dòng](../index.md) và [tên][b]\n\n[b]:\n  ../index.md\n",
        "## Một\n\n### Hai\n\n## Ba\n\n[tới](#hai)\n",
        "| A | B |\n| --- | --- |\n| x | y |\n",
        "| A | B |\n| --- | --- |\n| một \\| hai | y |\n| thiếu ô |\n",
        "Một từ\n:   Lời giải [1]\n",
        '<q lang="en">a quotation</q> <https://example.org/> <a@example.org>\n',
        "1 < 2 và 3 > 2; a<b\n",
        "`<script>` và ``[x](y.md)`` và `[9]` và `# x`\n",
        "[ngoài](https://example.org/a#b) [thư](mailto:a@example.org) [gọi](tel:111)\n",
        "Chữ\n\n---\n\nChữ\n",
        "[1](../index.md)\n",
        "Chữ.\n\n[9]: https://example.org/\n",
        "- một\n- hai\n\n    - ba\n\n1. bốn\n2. năm\n",
        "- một,\n  viết tiếp\n- hai\n",
        '!!! note "Lưu ý"\n    Nội dung.\n',
        "## Một mục {#ten-rieng}\n\n[tới](#ten-rieng)\n",
        "\\#Tag ở đầu dòng và **chữ đậm** và *chữ nghiêng*\n",
        "Điều 5 (1) và khoản (2). Năm\n2026. Chữ.\n",
        "Москва và Αθήνα là tên riêng; 5 µm; α\n",
        "<details><summary>Mở</summary>Chữ</details>\n",
    ],
)
def test_good_texts_pass(corpus: Corpus, body: str) -> None:
    assert told(corpus, body) == []


BAD = [
    ("# Một\n", 0, "heading-first"),
    ("Chữ.\n\nMột\n====\n", 2, "heading-first"),
    ("Chữ.\n\n<h1>Một</h1>\n", 2, "heading-first"),
    ("### Một\n", 0, "heading-skips"),
    ("## Một\n\n#### Hai\n", 2, "heading-skips"),
    ("## Một\n\n<h4>Hai</h4>\n", 2, "heading-skips"),
    ("[x](khong.md)\n", 0, "link-broken"),
    ("Chữ\n[x](../khong/index.md 'lời')\n", 1, "link-broken"),
    ("Chữ [x\ny](khong.md)\n", 1, "link-broken"),
    ("[x][y]\n\n[y]:\n  khong.md\n", 3, "link-broken"),
    ("[x](../../../data/agencies.yml)\n", 0, "link-broken"),
    ("[x](../../cong uoc/crc.md)\n", 0, "link-broken"),
    ("[x](../index.md#lao-ong)\n", 0, "anchor-broken"),
    ("[x](#khong)\n", 0, "anchor-broken"),
    ("[x](/thanh-tuu/)\n", 0, "link-absolute"),
    ("[x](\\thanh-tuu)\n", 0, "link-absolute"),
    ("[x](//example.org/)\n", 0, "link-no-scheme"),
    ("[x](../index.md){: href=//example.org }\n", 0, "link-no-scheme"),
    ("![x](//example.org/a.png)\n", 0, "link-no-scheme"),
    ("[x](//[)\n", 0, "link-unread"),
    ("[x](http://[)\n", 0, "link-unread"),
    ("[x](https://)\n", 0, "link-unread"),
    ("[x](https://.)\n", 0, "link-unread"),
    ("[x](https://example..vn/)\n", 0, "link-unread"),
    ("[x](mailto:)\n", 0, "link-unread"),
    ("Chữ\n\n[x]()\n", 2, "link-empty"),
    ("Chữ [x](<>)\n", 0, "link-empty"),
    ('Chữ\n\n<a href="../index.md">x</a>\n', 2, "link-in-html"),
    ('<img src="../../duong.png" alt="x">\n', 0, "link-in-html"),
    ("![](../../duong.png)\n", 0, "picture-without-text"),
    ("![ ](../../duong.png)\n", 0, "picture-without-text"),
    ("![hình](khong-co.png)\n", 0, "file-broken"),
    ("![hình](../index.md)\n", 0, "picture-no-picture"),
    ("![x](https://example.org/a.png)\n", 0, "picture-outside"),
    ("![x][y]\n\n[y]: https://example.org/a.png\n", 2, "picture-outside"),
    ("![x](../../duong.png){: src=https://example.org/a.png }\n", 0, "picture-outside"),
    ('Chữ <img src="https://example.org/a.png" alt="x">\n', 0, "picture-outside"),
    ("Chữ <script>x</script>\n", 0, "html-tag"),
    ("<style>p {}</style>\n", 0, "html-tag"),
    ("<form></form>\n", 0, "html-tag"),
    ("<svg></svg>\n", 0, "html-tag"),
    ("- a\n\n<iframe></iframe>\n", 2, "html-tag"),
    ("Chữ\n\n<p\nonclick='x()'>y</p>\n", 2, "html-attribute"),
    ('<p style="color:red">x</p>\n', 0, "html-attribute"),
    ("[x](../index.md){: onmouseover=x }\n", 0, "html-attribute"),
    ("## Mục {: onclick=x }\n", 0, "html-attribute"),
    ("[x](../index.md){: data-written=x }\n", 0, "html-attribute"),
    ("Chữ <!-- ẩn --> chữ\n", 0, "html-comment"),
    ("Chữ\n\n<!-- ẩn -->\n", 2, "html-comment"),
    ("<?php echo 1 ?>\n", 0, "html-comment"),
    ("<![CDATA[x]]>\n", 0, "html-comment"),
    ("Chữ\n\nMột <b>hai <i>ba</b> bốn</i>\n", 2, "html-changed"),
    ("<p>chữ\n", 0, "html-changed"),
    ("chữ</b>\n", 0, "html-changed"),
    ("Chữ <![foo]> chữ\n", 0, "html-unread"),
    ("Chữ <![endif]> chữ\n", 0, "html-unread"),
    ("Chữ\n\nDán `<![foo]>` trong mã\n", 2, "html-unread"),
    ("Chữ\n\n<div>\n<![foo]>\n</div>\n", 3, "html-unread"),
    ("<![hình](a.png)>\n", 0, "html-unread"),
    ("Xem <![h\nình](a.png)>.\n", 0, "html-unread"),
    ("Nếu a<b\n`mã [9]`\n<![x]>\n", 2, "html-unread"),
    ("[x](javascript:y)\n", 0, "link-scheme"),
    ("[x](JavaScript:y)\n", 0, "link-scheme"),
    ("[x](java\tscript:y)\n", 0, "link-scheme"),
    ("[x](&#106;avascript:y)\n", 0, "link-scheme"),
    ("Chữ [x\ny](javascript:z)\n", 1, "link-scheme"),
    ("[x](data:text/html,y)\n", 0, "link-scheme"),
    ('<a href=" javascript:y">x</a>\n', 0, "link-scheme"),
    ('<q cite="javascript:y">x</q>\n', 0, "link-scheme"),
    ("[x][y]\n\n[y]: vbscript:z\n", 2, "link-scheme"),
    ("Chữ [2].\n", 0, "source-number"),
    ("Chữ [0].\n", 0, "source-number"),
    ("Chữ [1, 7].\n", 0, "source-number"),
    ("Có bốn điều [7]:\n", 0, "source-number"),
    ("`[7]` là mã.\n\nChữ [7].\n", 2, "source-number"),
    ("[figure: khong-co]\n", 0, "unknown-figure"),
    ('Chữ\n\n<div data-figure="khong-co"></div>\n', 2, "unknown-figure"),
    ("Tỉnh đã làm:\n- mở lớp\n- in sách\n", 1, "list-unread"),
    ("Tỉnh đã làm:\n* mở lớp\n", 1, "list-unread"),
    ("Tỉnh đã làm:\n1. mở lớp\n2. in sách\n", 1, "list-unread"),
    ("• mở lớp\n• in sách\n", 1, "list-unread"),
    ("a) mở lớp\nb) in sách\n", 1, "list-unread"),
    ("> Ông nói:\n> - một\n", 1, "list-unread"),
    ("- mở lớp\n  - ở xã\n- in sách\n", 1, "list-indent"),
    ("1. mở lớp\n   - ở xã\n", 1, "list-indent"),
    ("- mở lớp\n    - ở xã\n      - ở bản\n", 2, "list-indent"),
    ("- mở lớp\n\n  đoạn của mục\n", 2, "list-indent"),
    ("Số liệu:\n| A | B |\n| - | - |\n", 1, "table-unread"),
    ("| A | B |\n| 1 | 2 |\n", 0, "table-unread"),
    ("| A | B |\n| --- |\n| 1 | 2 |\n", 0, "table-unread"),
    ("| A | B |\n| - | - |\n| 1 | 2 | ba |\n", 2, "table-cells"),
    ("A | B\n- | -\n1 | 2 | ba\n", 2, "table-cells"),
    ("Chữ[^1].\n", 0, "note-number"),
    ("Chữ.\n\n[^1]: số liệu của tỉnh\n", 2, "note-number"),
    ("Chữ.\n\n[^1]: so-lieu\n", 2, "note-number"),
    ("!!! note “Lưu ý”\n    Nội dung.\n", 0, "note-unread"),
    ("!!! note 'Lưu ý'\n    Nội dung.\n", 0, "note-unread"),
    ('??? note "Lưu ý"\n    Nội dung.\n', 0, "note-unread"),
    ('Chữ\n\n!!! note "Lưu ý"\nNội dung.\n', 2, "note-empty"),
    ('!!! note "Lưu ý"\n\nNội dung.\n', 0, "note-empty"),
    ("#QuyenConNguoi là thẻ\n", 0, "hashtag"),
    ("  ## Một mục\n", 0, "heading-unread"),
    ("Chữ [1][1].\n", 0, "marks-together"),
    ("Chữ [1-2].\n", 0, "mark-unread"),
    ("Chữ [1; 2].\n", 0, "mark-unread"),
    ("Chữ [ 1 ].\n", 0, "mark-unread"),
    ("Chữ ［1］.\n", 0, "mark-unread"),
    ("Chữ [01].\n", 0, "mark-unread"),
    ("Chữ [1a].\n", 0, "mark-unread"),
    ("Chữ [nguồn 1].\n", 0, "mark-unread"),
    ("Chữ (nguồn 1).\n", 0, "mark-unread"),
    ("Theo (1) thì có.\n", 0, "mark-unread"),
    ("[Figure: ngheo]\n", 0, "figure-unread"),
    ("[hình: ngheo]\n", 0, "figure-unread"),
    ("Xem [figure: ngheo] ở đây\n", 0, "figure-unread"),
    ("```\nmã không đóng\n", 0, "fence-unread"),
    ("Chữ\n\n  ~~~\n  mã\n  ~~~\n", 2, "fence-unread"),
    ("```html\n<script>\n# a\n[figure: khong-co]\n```\n", 0, "code-block"),
    ("~~~\n[9] [x](khong.md) [^1]\n  - a\n~~~\n", 0, "code-block"),
    ("    <script> [x](khong.md) thụt bốn cách là mã\n", 0, "code-block"),
    ("Chữ\n\n    Bốn dấu cách\n", 2, "code-block"),
    ("- mục\n\n        tám dấu cách\n", 2, "code-block"),
    ("Một **chữ đậm\n", 0, "bold-unread"),
    ("Một ** chữ ** đậm\n", 0, "bold-unread"),
    ("[bài] (../index.md)\n", 0, "link-unread-text"),
    ("[bài][khong]\n", 0, "link-unread-text"),
    ("[[bài]]\n", 0, "link-unread-text"),
    ("## Nội dung\n", 0, "anchor-taken"),
    ("## Nguồn 1\n", 0, "anchor-taken"),
    ("## Một {#thuc-don}\n", 0, "anchor-taken"),
    ('<span id="speechSynthesis">x</span>\n', 0, "anchor-form"),
    ("## Một {#a}\n\n## Hai {#a}\n", 2, "anchor-twice"),
    ("[x](../index.md){: .unseen }\n", 0, "class-unknown"),
    ('<p class="verdict false">x</p>\n', 0, "class-unknown"),
    ("Mọi quy\u200bền\n", 0, "yaml-character"),
    ("Chữ\n\nMọi\u00ad quyền\n", 2, "yaml-character"),
    ("Mọi \u202equyền\u202c\n", 0, "yaml-character"),
    ("Mọi\u2028quyền\n", 0, "yaml-character"),
    ("Mọi \x08quyền\n", 0, "yaml-character"),
    ("`mã\u200b`\n", 0, "yaml-character"),
    ("Mọi \ufffd quyền\n", 0, "letter-lost"),
    ("Mọi \ue001 quyền\n", 0, "letter-lost"),
    ("Ðiện Biên\n", 0, "letter-alike"),
    ("Hội đồng xа họp\n", 0, "letter-foreign"),
]


@pytest.mark.parametrize(("body", "line", "code"), BAD)
def test_bad_texts_are_told_on_their_line(corpus: Corpus, body: str, line: int, code: str) -> None:
    found = told(corpus, body)
    assert (line, code) in found
    assert {place for place, _ in found} == {line} or code == "anchor-twice"


def test_a_picture_from_elsewhere_without_words_has_two_faults(corpus: Corpus) -> None:
    assert told(corpus, "![](https://example.org/a.png)\n") == [(0, "picture-outside"), (0, "picture-without-text")]


@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
def test_what_stands_in_a_fence_is_code_for_the_check_as_on_the_page_and_told_as_such(
    corpus: Corpus, fence: str
) -> None:
    inside = '[x](khong.md) <iframe src="https://a.example"></iframe> [9]\n# Mục\n[figure: khong-co]'
    assert told(corpus, f"Chữ.\n\n{fence}\n{inside}\n{fence}\n") == [(2, "code-block")]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("chữ " * 25_001, "text-long"),
        ("chữ " * 1_001, "line-long"),
        ("## a\n\n" * 301, "headings-many"),
        ("```\n" * 202, "fences-many"),
        ("> " * 21 + "x", "quotes-nested"),
        ("[ " * 41, "brackets-open"),
        ("[x]( " * 41, "brackets-open"),
        ("<a \n" * 41, "brackets-open"),
    ],
)
def test_too_much_of_anything_is_told_and_the_text_left_unread(corpus: Corpus, body: str, code: str) -> None:
    assert [found for _, found in told(corpus, body)] == [code]


def test_every_id_of_the_frame_is_kept_from_texts() -> None:
    """Templates write ids as they are, or with a blank: then its family is named."""
    import re

    for template in (ROOT / "overrides").rglob("*.html"):
        for one in re.findall(r'\bid="([^"]*)"', template.read_text("utf-8")):
            plain = "{" not in one
            assert not plain or one in FRAME_IDS, (template.name, one)
    for one in ("nguon-1", "viec-iv-1a", "viec-iv-3a-b", "ten-k2a", "k4", "loc-kind", "su-kien-crc", "phan-bo-2"):
        assert FRAME_ID_FAMILIES.fullmatch(one), one
    for one in ("viec-o-xa", "theo-dao", "ten-goi", "hinh-thuc"):
        assert not FRAME_ID_FAMILIES.fullmatch(one), one
