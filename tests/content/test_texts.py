"""What can be wrong in a text, alone."""

from datetime import date

import pytest

from conftest import Corpus
from portal.content.library import open_library

START = 9  # the line of a test story on which its text starts


def told(corpus: Corpus, body: str) -> list[tuple[int, str]]:
    corpus.story(body=body)
    corpus.story("thanh-tuu/index", kind="theme", title='"Chủ đề thử"', body="## Lao động\n\nChữ [1].\n")
    return [(p.line - START, p.code) for p in open_library(corpus.root, date(2026, 11, 23)).problems]


@pytest.mark.parametrize(
    "body",
    [
        "Chữ [1] và [1].\n",
        "[bài](../index.md) và [chỗ](../index.md#lao-dong) và [nguồn](#nguon-1)\n",
        "## Một\n\n### Hai\n\n## Ba\n\n[tới](#hai)\n",
        "| A | B |\n| --- | --- |\n| x | y |\n",
        "Một từ\n:   Lời giải [1]\n",
        '<q lang="en">a quotation</q> <https://example.org/> <a@example.org>\n',
        "1 < 2 và 3 > 2; a<b\n",
        "`<script>` và ``[x](y.md)``\n",
        "```html\n<script>\n# a\n```\n",
        "~~~\n[9]\n~~~\n",
        "[ngoài](https://example.org/a#b) [thư](mailto:a@example.org) [gọi](tel:111)\n",
        "Chữ\n\n---\n\nChữ\n",
        "![một con đường](https://example.org/a.png)\n",
        "[1](../index.md)\n",
        "Chữ.\n\n[9]: https://example.org/\n",
    ],
)
def test_good_texts_pass(corpus: Corpus, body: str) -> None:
    assert told(corpus, body) == []


@pytest.mark.parametrize(
    ("body", "line", "code"),
    [
        ("# Một\n", 0, "heading-first"),
        ("Chữ.\n\nMột\n====\n", 2, "heading-first"),
        ("### Một\n", 0, "heading-skips"),
        ("## Một\n\n#### Hai\n", 2, "heading-skips"),
        ("[x](khong.md)\n", 0, "link-broken"),
        ("Chữ\n[x](../khong/index.md 'lời')\n", 1, "link-broken"),
        ("[x](../../../data/agencies.yml)\n", 0, "link-broken"),
        ("[x](../index.md#lao-ong)\n", 0, "anchor-broken"),
        ("[x](#khong)\n", 0, "anchor-broken"),
        ("[x](/thanh-tuu/)\n", 0, "link-absolute"),
        ("![](https://example.org/a.png)\n", 0, "picture-without-text"),
        ("![ ](https://example.org/a.png)\n", 0, "picture-without-text"),
        ('<img src="https://example.org/a.png">\n', 0, "picture-without-text"),
        ("![hình](khong-co.png)\n", 0, "link-broken"),
        ("Chữ <script>x</script>\n", 0, "html-tag"),
        ("<style>p {}</style>\n", 0, "html-tag"),
        ("<form></form>\n", 0, "html-tag"),
        ("<svg></svg>\n", 0, "html-tag"),
        ("Chữ\n\n<p\nonclick='x()'>y</p>\n", 2, "html-attribute"),
        ('<p style="color:red">x</p>\n', 0, "html-attribute"),
        ("[x](../index.md){: onmouseover=x }\n", 0, "html-attribute"),
        ("[x](javascript:y)\n", 0, "link-scheme"),
        ("[x](JavaScript:y)\n", 0, "link-scheme"),
        ("[x](data:text/html,y)\n", 0, "link-scheme"),
        ('<a href=" javascript:y">x</a>\n', 0, "link-scheme"),
        ("[x][y]\n\n[y]: vbscript:z\n", 2, "link-scheme"),
        ("Chữ [2].\n", 0, "source-number"),
        ("Chữ [0].\n", 0, "source-number"),
        ("Chữ [1, 7].\n", 0, "source-number"),
        ("Có bốn điều [7]:\n", 0, "source-number"),
        ("[figure: khong-co]\n", 0, "unknown-figure"),
    ],
)
def test_bad_texts_are_told_on_their_line(corpus: Corpus, body: str, line: int, code: str) -> None:
    assert told(corpus, body) == [(line, code)]
