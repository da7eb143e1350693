"""Words for leaflets, posters, banners: what fits is taken, what does not is told at its place, in every language."""

import pytest

from conftest import TODAY, Corpus
from portal.content.library import open_library
from portal.content.printed import (
    MOST_IN_A_HEADLINE,
    MOST_IN_A_PANEL,
    MOST_IN_A_PANEL_HEADING,
    MOST_IN_A_POSTER_LINE,
    MOST_ON_A_BANNER,
    MOST_ROWS_OF_A_PANEL,
    PANELS,
)

SOURCE = '[{title: "Luật", publisher: "Nơi", url: "https://dienbien.gov.vn/luat", accessed: 2026-01-10}]'
NUMBERS = "".join(
    f'- number: "{one}"\n  what: {{vi: "Trẻ em", en: "Children"}}\n  sources: {SOURCE}\n' for one in (111, 113)
)
TEXT = "Chờ 12 ngày, trả 5.000 đồng [1].\n"


def poster(headline: str = "Câu lớn", lines: str = '"Một", "Hai"', call: str = "") -> str:
    return f'{{headline: "{headline}", lines: [{lines}]{f", call: {call}" if call else ""}}}'


def leaflet(*texts: str, heading: str = "Ô") -> str:
    panels = [*texts, *["Chữ."] * (PANELS[0] - len(texts))]
    return "{panels: [" + ", ".join(f'{{heading: "{heading}", text: "{text}"}}' for text in panels) + "]}"


def told(corpus: Corpus, **fields: str) -> list[tuple[str, str]]:
    corpus.write("data/public_numbers.yml", NUMBERS)
    corpus.story(body=TEXT, **fields)
    return [(one.field, one.code) for one in open_library(corpus.root, TODAY).problems]


def test_words_that_say_what_the_page_says_pass(corpus: Corpus) -> None:
    said = {"banner": '"Chờ 12 ngày, hoặc gọi 113."', "poster": poster(call='"111"')}
    assert told(corpus, **said, leaflet=leaflet(r"Chờ 12 ngày.\n- Một ý.\n- Trả 5.000 đồng.")) == []


def test_what_just_fits_passes(corpus: Corpus) -> None:
    four = ", ".join(f'"{"a" * MOST_IN_A_POSTER_LINE}"' for _ in range(4))
    rows = r"\n".join(["a"] * MOST_ROWS_OF_A_PANEL)
    panels = leaflet("a" * MOST_IN_A_PANEL, rows, "a", "a", "a", "a", heading="a" * MOST_IN_A_PANEL_HEADING)
    assert (
        told(corpus, banner="a" * MOST_ON_A_BANNER, poster=poster("a" * MOST_IN_A_HEADLINE, four), leaflet=panels) == []
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"banner": "a" * (MOST_ON_A_BANNER + 1)}, ("banner", "print-length")),
        ({"banner": r'"Một\nhai"'}, ("banner", "print-one-line")),
        ({"banner": '"Chờ 13 ngày."'}, ("banner", "print-number")),
        ({"banner": '"Chờ 12 ngày [1]."'}, ("banner", "print-markup")),
        ({"poster": poster("a" * (MOST_IN_A_HEADLINE + 1))}, ("poster.headline", "print-length")),
        ({"poster": poster(lines='"Một"')}, ("poster.lines", "print-count")),
        ({"poster": poster(lines='"1", "2", "3", "4", "5"')}, ("poster.lines", "print-count")),
        (
            {"poster": poster(lines=f'"Một", "{"a" * (MOST_IN_A_POSTER_LINE + 1)}"')},
            ("poster.lines[2]", "print-length"),
        ),
        ({"poster": poster(lines='"Một", "Xem [trang](a.md)"')}, ("poster.lines[2]", "print-markup")),
        ({"poster": poster(call='"19001"')}, ("poster.call", "number-to-call")),
        ({"poster": '{headline: "Câu", lines: ["Một", "Hai"], colour: red}'}, ("poster.colour", "field-strange")),
        ({"leaflet": '{panels: [{heading: "Ô", text: "Chữ."}]}'}, ("leaflet.panels", "print-count")),
        ({"leaflet": leaflet(*["Chữ."] * 7)}, ("leaflet.panels", "print-count")),
        ({"leaflet": leaflet("a" * (MOST_IN_A_PANEL + 1))}, ("leaflet.panels[1].text", "print-length")),
        ({"leaflet": leaflet("Chữ.", r"a\n" * (MOST_ROWS_OF_A_PANEL + 1))}, ("leaflet.panels[2].text", "print-rows")),
        ({"leaflet": leaflet("Chữ **đậm**.")}, ("leaflet.panels[1].text", "print-markup")),
        ({"leaflet": leaflet("Chữ.", r"Một.\n* Hai.")}, ("leaflet.panels[2].text", "print-markup")),
        (
            {"leaflet": leaflet(heading="a" * (MOST_IN_A_PANEL_HEADING + 1))},
            ("leaflet.panels[1].heading", "print-length"),
        ),
    ],
)
def test_what_does_not_fit_or_is_not_of_the_page_is_told(
    corpus: Corpus, fields: dict[str, str], expected: tuple[str, str]
) -> None:
    assert told(corpus, **fields)[:1] == [expected]


def test_a_translation_is_held_to_the_same_and_calls_the_same_number(corpus: Corpus) -> None:
    assert told(corpus, poster=poster(call='"111"')) == []
    corpus.english(banner='"Wait for 13 days."', poster=poster("Headline", '"One", "Two"', '"113"'))
    found = [(one.path, one.field, one.code) for one in open_library(corpus.root, TODAY).problems]
    path = "content_en/thanh-tuu/2026/bai.md"
    assert found == [(path, "banner", "print-number"), (path, "poster.call", "print-call")]


def test_an_answer_to_a_claim_imputes_no_motive_in_print_either(corpus: Corpus) -> None:
    corpus.story("phan-bac/2026/bai", kind="rebuttal", banner='"Đây là luận điệu xuyên tạc."')
    found = [(one.field, one.code) for one in open_library(corpus.root, TODAY).problems]
    assert ("banner", "refused-word") in found


def test_a_page_that_was_taken_back_is_not_looked_at(corpus: Corpus) -> None:
    back = '{date: 2026-01-20, why: {vi: "Sai", en: "Wrong"}}'
    assert told(corpus, banner='"Chờ 13 ngày."', withdrawn=back) == []
