"""The page as the form shows it while it is written has the words and the parts of the page that the site makes."""

from itertools import zip_longest
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import MADE_UP
from form_script import in_node
from portal.reading.documents import split_front
from portal.reading.markdown.rendered import read_html
from portal.reading.markdown.text import text_of

Tokens = list[tuple[Any, ...]]
KEPT = frozenset(
    ("href", "src", "alt", "class", "scope", "data-label", "start", "align", "title", "data-figure", "lang")
)
TREE = """
    const { inlineOf } = await take("inline"), { partsOf } = await take("blocks");
    const tokens = [];
    const VOID = ["br", "hr", "img"];
    const words = (text) => tokens.push(["text", text]);
    const within = (tag, attrs, inside) => {
      tokens.push(["<", tag, attrs]);
      inside();
      if (!VOID.includes(tag)) tokens.push([">", tag]);
    };
    const inline = (one) => {
      if (typeof one === "string") words(one);
      else within(one.tag, one.attrs, () => one.inside.forEach(inline));
    };
    const part = (one) => {
      within(one.tag, one.attrs, () => {
        if (one.tag === "code") words(one.text);
        else inlineOf(one.text).forEach(inline);
        one.nodes.forEach(part);
      });
      inlineOf(one.tail).forEach(inline);
    };
    partsOf(value).forEach(part);
    return tokens;
"""
TEXTS = [
    "Một đoạn.\n\nHai đoạn,\nhai dòng.  \nXuống dòng.",
    "## Mục {#ten}\nĐoạn **đậm**, *nghiêng*, ***cả hai*** [1, 2].\n\n### Mục con ###\n\nChữ",
    "Tên\n---\n\nChữ\n\n- - -\n\nChữ",
    "- a\n- b\n    - c\n        - d\n- e\n\n1. x\n2. y",
    "- a\n\n- b\n\n    đoạn hai\n\n- c\nchữ tiếp",
    "3. ba\n4. bốn\n    1. một",
    "> Lời [1]\n> hai\n\n> ba\n\nsau",
    "Trước\n> Lời\n\n> - a\n> - b",
    "| A | B |\n| --- | :-: |\n| 1 | [x](y.md) |\n| 2 |",
    "A | B\n--- | ---:\n1 \\| 2 | `a|b`",
    "Từ\n:   Nghĩa [1]\n\nTừ hai\n:   Nghĩa\n\n    thêm",
    '!!! note "Tên"\n    Chữ\n\n    - a\n    - b\n\nsau',
    "!!! warning\n    Chữ",
    "Chữ\n\n[figure: ngheo-da-chieu]\n\nsau",
    "`mã *x*` và ``a`b`` và \\*không\\* &amp; &lt;x&gt; &#273;",
    "a_b_c _x_ __y__ **a *b* c** 2*3*4 * * a",
    "<https://a.vn/?a=1&b=2> <a@b.vn>",
    '![hình **đậm**](../x.png "tên") [x](a(b).md "tên") [y](<c d.md>)',
    '<q lang="en">Lời *hai*</q> và <span lang="en">x</span>',
    "[1](y) [01] [1][2] [ 1 ] [^1] [1]: x",
    "**a** ** b** **c",
    "    mã\n    hai\n\nsau",
    "- a\n\n1. b",
    "Chữ\n- a\n- b",
    "- một **đậm** [1]\n- hai [x](y.md)\n\nĐoạn `mã`\n\n\n\nĐoạn",
]
PIECES = st.sampled_from(
    "chữ |**|*|_|[1]|[x](y.md)|\n|\n\n|- |1. |    |> |## || a | b ||| --- | --- ||`|:   |!!! note|\\*|Từ\n".split("|")
)


def drawn(texts: list[str]) -> list[Tokens]:
    """What the form draws of each text."""
    return [_same(tokens) for tokens in in_node(TREE, texts)]


def _same(tokens: Any) -> Tokens:
    """Tokens that a reader could tell apart: blanks are one, only attributes that show, words beside words together."""
    found: Tokens = []
    for sign, name, *more in tokens:
        attributes = tuple(sorted((n, v) for n, v in dict(more[0] if more else {}).items() if n in KEPT))
        if sign == "text" and found and found[-1][0] == "text":
            found[-1] = ("text", found[-1][1] + name)
        elif sign == "text":
            found.append(("text", name))
        else:
            found.append((sign, name, attributes) if sign == "<" else (sign, name))
    words = [(one[0], " ".join(one[1].split())) if one[0] == "text" else one for one in found]
    return [one for one in words if one[1]]


def differences(texts: list[str]) -> list[tuple[str, Any, Any]]:
    """(text, what the site has, what the form has) at the first place where they differ."""
    found = []
    for text, form in zip(texts, drawn(texts), strict=True):
        site = _same(read_html(text_of(text).html).tokens)
        first = next((pair for pair in zip_longest(site, form) if pair[0] != pair[1]), None)
        found += [(text, *first)] if first else []
    return found


def test_a_table_of_texts_is_drawn_as_the_site_draws_it() -> None:
    assert differences(TEXTS) == []


def test_every_text_of_the_small_site_is_drawn_as_the_site_draws_it() -> None:
    files = sorted((MADE_UP / "content_vi").rglob("*.md")) + sorted((MADE_UP / "content_en").rglob("*.md"))
    texts = [split_front(file.read_text("utf-8"))[1] for file in files]
    assert len(texts) > 50
    assert differences(texts) == []


@pytest.mark.parametrize("text", ["<script>x</script>", "[x](javascript:a)", "<img src=x onerror=y>"])
def test_nothing_that_runs_becomes_a_part_of_the_page(text: str) -> None:
    tags = {one[1] for one in drawn([text])[0] if one[0] == "<"}
    assert tags <= {"p", "a"}


@settings(max_examples=3, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=14).map("".join), min_size=60, max_size=60))
def test_no_text_stops_the_form(texts: list[str]) -> None:
    assert len(drawn(texts)) == len(texts)
