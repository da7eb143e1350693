"""The layers of a convention's text, and the pages that put two conventions side by side."""

from itertools import combinations

import pytest

from conftest import MADE_UP, Corpus, Site, portal_of
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.site.blocks.un.conventions import ConventionsBlock
from portal.site.finishing.layers import LayerNames, layered
from portal.site.pages.make import page_at

NAMES = LayerNames("Ủy ban", "Điện Biên", "Liên kết tới dòng")
SAID = '<h2 id="a">Ủy ban nói gì?</h2>\n<p>Mở đầu.</p>'
CITE = '<span class="cite">[<a href="#nguon-1">1</a>]</span>'
HERE = f'<h2 id="b">Nghĩa gì ở Điện\u00a0Biên?</h2>\n<p>Câu một {CITE}. Câu hai.</p>'
OTHER = '<h2 id="c">Điều nào?</h2>\n<p>Chữ.</p>'


def test_what_the_committee_said_stands_open_and_all_else_is_folded_under_headings_that_keep_their_addresses() -> None:
    layers = layered(f"<p>Đầu.</p>{OTHER}{SAID}{HERE}", NAMES)
    assert layers.said.startswith('<h2 id="a">')
    assert "<details" not in layers.said
    assert layers.folded.startswith("<p>Đầu.</p>")
    assert layers.folded.count("<details") == 2
    for anchor in ("b", "c"):
        assert f'<summary><h2 id="{anchor}">' in layers.folded


def test_each_row_entry_and_paragraph_of_what_was_said_has_an_address_and_a_link_to_it() -> None:
    rows = "<table><thead><tr><th>Ghi nhận</th></tr></thead><tbody><tr><td>x</td><td>y</td></tr></tbody></table>"
    said = layered(f"{SAID}{rows}<ul><li>z</li></ul>", NAMES).said
    for number, tag in enumerate(("p", "tr", "li"), 1):
        assert f'<{tag} id="lhq-{number}" data-row>' in said
        assert f'href="#lhq-{number}" aria-label="Liên kết tới dòng {number}"' in said
    assert said.count("data-row") == 3  # the head of the table is no row


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("Người dân. " + "Từ " * 40 + "hết. Câu sau.", "Người dân. " + "Từ " * 40 + "hết."),
        ("Cả đoạn ngắn. Hết.", "Cả đoạn ngắn. Hết."),
    ],
)
def test_the_front_tells_what_it_means_here_in_the_first_sentences_that_say_something(text: str, begun: str) -> None:
    layers = layered(f'<h2 id="b">Ở Điện Biên</h2><p>{text}</p>', NAMES)
    assert (layers.here, layers.here_href) == (begun, "#b")


@pytest.mark.parametrize("html", ["", "<p>Không có mục.</p>", OTHER])
def test_a_text_without_such_sections_has_neither(html: str) -> None:
    layers = layered(html, NAMES)
    assert (layers.said, layers.here, layers.here_href) == ("", "", "")


def test_a_portal_that_names_no_province_says_nothing_of_here() -> None:
    assert layered(HERE, LayerNames("Ủy ban", "", "Liên kết")).here == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_two_conventions_have_a_page_that_the_comparison_and_each_other_lead_to(site: Site, lang: str) -> None:
    root = "" if lang == "vi" else f"{lang}/"
    made = {f"{root}cong-uoc/so-sanh/{one}-{other}/" for one, other in combinations(vocabulary.CONVENTIONS, 2)}
    assert made <= set(site.pages)
    comparison = site.pages[f"{root}cong-uoc/so-sanh/"]
    for address in made:
        assert f'href="{address.rsplit("/", 2)[1]}/"' in comparison
        assert "data-searched" not in site.pages[address]


def test_without_a_page_that_compares_all_there_are_no_pairs(corpus: Corpus) -> None:
    corpus.story()
    with pytest.raises(KeyError):
        page_at(portal_of(corpus), "vi", "cong-uoc/so-sanh/crc-cat")


def test_the_comparison_says_since_when_each_convention_binds_viet_nam(corpus: Corpus) -> None:
    corpus.write("data/conventions.yml", (MADE_UP / "data/conventions.yml").read_bytes())
    corpus.story("cong-uoc/so-sanh", kind="page", date="", agency="", sources="", shows="conventions")
    block = page_at(portal_of(corpus), "vi", "cong-uoc/so-sanh").block
    assert isinstance(block, ConventionsBlock)
    dates = block.tables[0]
    column = dates.heads.index("Có hiệu lực với Việt Nam")
    told = {row.thread.code: row.cells[column].value for row in dates.rows}
    assert (told["crc"], told["cat"]) == ("1/12/2005", "1/12/2007")
