"""Terms in texts."""

from datetime import date

import pytest

from conftest import Corpus
from portal.content.known.glossary import Term
from portal.content.known.reference import read_reference_data
from portal.reading.fields import Context
from portal.site.finishing.terms import link_terms

GLOSSARY = """- id: cong-uoc
  term: {vi: "công ước", en: "convention"}
  also: {en: ["conventions"]}
  definition: {vi: "Lời cam kết.", en: "A promise."}
  source: {title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-01-15}
- id: uy-ban
  term: {vi: "ủy ban công ước", en: "treaty body"}
  definition: {vi: "Nhóm chuyên gia.", en: "Experts."}
  source: {title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-01-15}
"""


@pytest.fixture
def terms(corpus: Corpus) -> list[Term]:
    corpus.write("data/glossary.yml", GLOSSARY)
    data = read_reference_data(corpus.root, Context(date(2026, 11, 23)))
    assert data.problems == ()
    return list(data.glossary.values())


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>Một công ước và công ước.</p>", '<p>Một <a class="term" href="t/#cong-uoc">công ước</a> và công ước.</p>'),
        ("<p>Công ước này</p>", '<p><a class="term" href="t/#cong-uoc">Công ước</a> này</p>'),
        ("<p>ủy ban công ước</p>", '<p><a class="term" href="t/#uy-ban">ủy ban công ước</a></p>'),
        ("<h2>Công ước</h2><p>x</p>", "<h2>Công ước</h2><p>x</p>"),
        ('<p><a href="x">công ước</a></p>', '<p><a href="x">công ước</a></p>'),
        ("<blockquote><p>công ước</p></blockquote>", "<blockquote><p>công ước</p></blockquote>"),
        ('<p title="công ước">x</p>', '<p title="công ước">x</p>'),
        ("<p>công ướcx</p>", "<p>công ướcx</p>"),
    ],
)
def test_a_term_is_linked_at_its_first_use_and_only_where_a_link_belongs(
    terms: list[Term], html: str, linked: str
) -> None:
    assert link_terms(html, terms, "vi", "t/") == linked


def test_other_forms_of_a_term_are_the_same_term(terms: list[Term]) -> None:
    html = link_terms("<p>Conventions, a convention, a treaty body.</p>", terms, "en", "t/")
    assert html.count("<a ") == 2
    assert '<a class="term" href="t/#cong-uoc">Conventions</a>' in html


def test_without_a_glossary_a_text_stays_as_it_is() -> None:
    assert link_terms("<p>công ước</p>", [], "vi", "t/") == "<p>công ước</p>"


def test_a_broken_entry_is_told_with_its_line(corpus: Corpus) -> None:
    corpus.write("data/glossary.yml", GLOSSARY.replace("id: uy-ban", "id: Ủy ban"))
    problems = read_reference_data(corpus.root, Context(date(2026, 11, 23))).problems
    assert [(p.path, p.line, p.code) for p in problems] == [("data/glossary.yml", 6, "not-an-id")]


@pytest.mark.parametrize("written", ["gıới", "gİới", "GIỚI", "Giới"])
def test_a_term_in_turkish_letters_or_capitals_never_stops_the_page(corpus: Corpus, written: str) -> None:
    corpus.write("data/glossary.yml", GLOSSARY.replace("công ước", "giới"))
    data = read_reference_data(corpus.root, Context(date(2026, 11, 23)))
    assert "#cong-uoc" in link_terms(f"<p>Bình đẳng {written} ở xã</p>", data.glossary.values(), "vi", "g/")


def test_a_term_may_itself_be_written_in_turkish_letters(corpus: Corpus) -> None:
    corpus.write("data/glossary.yml", GLOSSARY.replace("công ước", "gıới"))
    data = read_reference_data(corpus.root, Context(date(2026, 11, 23)))
    assert "#cong-uoc" in link_terms("<p>Bình đẳng giới ở xã</p>", data.glossary.values(), "vi", "g/")
