"""A text is read once: what the value holds is what the page shows, for any text and in time."""

import sys
import time
from collections.abc import Callable

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from conftest import ROOT
from portal.content.rules.refused_words import praise, unquoted
from portal.language.letters import strange_letters
from portal.reading.markdown.markup import EXTENSIONS, OWN_MARKS, SETTINGS, PortalMarkdown, convert
from portal.reading.markdown.rendered import read_clean_html, read_html
from portal.reading.markdown.sanitiser import sanitise
from portal.reading.markdown.text import text_of
from portal.reading.source_lines import SourceLines, without_code

PIECES = st.sampled_from(
    """## Mục
### Hai {#ma}
# Một
- một
  - hai
    - ba
1. bốn
> lời
| a | b |
| - | - |
| 1 | 2 | 3 |
Chữ [1, 3].
[1][2]
[01]
[x](a.md)
[n]: d.md
[n]
![h](p.png)
`mã [9]`
```
~~~
    thụt
!!! note "Ý"
    lời
**đậm**
*n
<b>x</b>
<div>
</div>
<p>
<i>
&amp; &lt;
a<b
<!-- c -->
<![x]>
{: .cite #y }
Từ
:   nghĩa
---
===
[figure: f]
[^1]
<q>x</q>
<https://a.b/c>
<a@b.c>
<span lang=en>x
<a href='x'>y</a>""".split("\n")
)
TEXTS = st.lists(PIECES, max_size=14).flatmap(
    lambda pieces: st.lists(st.sampled_from(["\n", "\n\n", " "]), min_size=len(pieces), max_size=len(pieces)).map(
        lambda gaps: "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True))
    )
)
EXAMPLES = (
    "Chữ [1].\n\n## Mục **đậm** & hơn {#ma}\n\n- một\n    - hai\n\n| A | B |\n| - | -: |\n| 1 | 2 | 3 |\n",
    '```html\n<script>[x](y.md)</script>\n```\n\n~~~\n[9]\n~~~\n\n[figure: f]\n\n!!! note "Ý"\n    Lời [2].\n',
    'Từ\n:   Nghĩa\n\n<q lang="en">x</q> <https://a.b/> [x](https://a.b){: title="y" }\n\n1. a\n2. b\n',
)


@pytest.fixture(scope="module")
def shown() -> Callable[[str], str]:
    """What MkDocs makes of a text and the portal's hook leaves of it."""
    sys.path.insert(0, str(ROOT / "scripts"))
    import hooks

    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "docs_dir": str(ROOT / "docs"), "plugins": []})
    assert config.validate() == ([], [])
    config = hooks.on_config(config)

    def show(body: str) -> str:
        file = File("bai.md", config.docs_dir, config.site_dir, True)
        page = Page(None, file, config)
        page.markdown, page.meta = "\n" + body, {}
        page.render(config, Files([file]))
        return sanitise(page.content or "")

    return show


@pytest.mark.parametrize("body", EXAMPLES)
def test_the_page_shows_exactly_the_text_that_was_checked(shown: Callable[[str], str], body: str) -> None:
    assert shown(body) == text_of(body).html


@settings(max_examples=150, deadline=None)
@given(body=TEXTS)
def test_whatever_the_text_the_page_shows_what_was_checked(shown: Callable[[str], str], body: str) -> None:
    text = text_of(body)
    if not text.faults:
        assert shown(body) == text.html


@settings(max_examples=150, deadline=None)
@given(body=TEXTS)
def test_both_readers_of_html_find_the_same_and_the_quick_converter_changes_nothing(body: str) -> None:
    if text_of(body).faults:
        return
    slow = markdown.Markdown(extensions=[*EXTENSIONS, PortalMarkdown()], extension_configs=dict(SETTINGS))
    slow.treeprocessors.register(markdown.treeprocessors.InlineProcessor(slow), "inline", 20)
    made = convert(body)
    assert made == slow.convert(body)
    if OWN_MARKS.sub("", made) == sanitise(made):
        assert read_clean_html(made) == read_html(made)


@settings(max_examples=100, deadline=None)
@given(body=st.text(max_size=300))
def test_any_text_is_read_without_an_error(body: str) -> None:
    text = text_of(body)
    assert not (text.html and text.faults)
    assert len(without_code(body)) == len(body)
    assert all(0 <= link.line <= body.count("\n") for link in text.links)


def test_headings_have_the_anchor_of_the_page_and_words_without_marks() -> None:
    text = text_of(
        "## **Gọi** ngay 111\n\nA\n\n## Hỏi ở đâu?\n\nB\n\n## Hỏi ở đâu?\n\n## Có & mã {#ma}\n\nHai\n---\n\n"
        "```\n## Mã\n```\n"
    )
    assert [(one.level, one.title, one.anchor, one.line) for one in text.headings] == [
        (2, "Gọi ngay 111", "goi-ngay-111", 0),
        (2, "Hỏi ở đâu?", "hoi-o-dau", 4),
        (2, "Hỏi ở đâu?", "hoi-o-dau_1", 8),
        (2, "Có & mã", "ma", 10),
        (2, "Hai", "hai", 12),
    ]
    assert {one.anchor for one in text.headings} == text.anchors


def test_links_and_pictures_of_every_form_are_found_with_their_line() -> None:
    text = text_of(
        "[a](a.md) `[mã](ma.md)`\n\n[b\nb][n] ![c](c.png)\n\n<a href='d.md'>d</a> <https://e.example/> [1]\n\n"
        "[n]:\n  b.md\n"
    )
    found = [(one.target, one.line, one.picture, one.written) for one in text.links]
    assert found == [
        ("a.md", 0, False, True),
        ("b.md", 8, False, True),
        ("c.png", 3, True, True),
        ("d.md", 5, False, False),
        ("https://e.example/", 5, False, True),
    ]
    assert [(mark.number, mark.line) for mark in text.marks] == [("1", 5)]


def test_a_text_is_derived_once() -> None:
    body = "Một đoạn chỉ có ở đây.\n"
    assert text_of(body) is text_of("".join(list(body)))


def _seconds(work: Callable[[str], object], text: str) -> float:
    """The least CPU time of three goes."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work(text)
        best = min(best, time.process_time() - start)
    return best


def _every_rule(body: str) -> object:
    from portal.content.rules.silent import silent_problems
    from portal.reading.documents import Document

    text = text_of.__wrapped__(body)
    document = Document("x.md", "vi", "thanh-tuu/2026/x", {}, {}, body, 1)
    return [*silent_problems(document, text), text.links, text.marks, text.headings]


PUMPS = [
    "[x](",
    "`a",
    "` `` ",
    "“",
    "{ onx=",
    "<q ",
    "<a ",
    "<!--",
    "[",
    "[1, ",
    " ",
    "- a\n",
    "| a ",
    "> ",
    "(1) ",
    "**a ",
    "](",
]


@pytest.mark.parametrize("pump", PUMPS)
@pytest.mark.parametrize(
    "work",
    [without_code, unquoted, lambda t: list(praise(t, "vi")), lambda t: list(strange_letters(t)), _every_rule],
    ids=["code", "quotations", "praise", "letters", "rules"],
)
def test_twice_the_text_takes_no_more_than_three_times_as_long(work: Callable[[str], object], pump: str) -> None:
    """In lines that are short enough to be read; 0.05 s is what a busy machine may add."""
    once = "\n".join([pump.replace("\n", "") * (600 // len(pump))] * 10) + "\n"
    assert _seconds(work, once * 2) < 3 * _seconds(work, once) + 0.05


def test_lines_are_looked_up_again_where_a_piece_stands_twice() -> None:
    lines = SourceLines("a x.md\n\nb ax.md x.md\n")
    assert [lines.of_target("x.md"), lines.of_target("x.md"), lines.of_target("x.md")] == [0, 2, 2]
    assert SourceLines("Một **hai** ba\n\nbốn").of_words("bốn") == 2
