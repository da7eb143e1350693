"""A file as it lies on disk."""

import unicodedata

import pytest

from conftest import Corpus, written
from portal.reading.documents import read_document

GOOD = written({"title": "Bài"}, "Chữ.\n")


def codes(corpus: Corpus, path: str, text: str | bytes) -> list[tuple[int, str]]:
    file = corpus.write(path, text)
    return [(p.line, p.code) for p in read_document(corpus.root, file).problems]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Hoa.md", "file-name"),
        ("co dau cach.md", "file-name"),
        ("tiếng.md", "file-name"),
        ("a_b.md", "file-name"),
        ("-a.md", "file-name"),
        ("a--b.md", "file-name"),
        ("a.markdown", "file-name"),
        ("con.md", "file-name-reserved"),
        ("lpt1.md", "file-name-reserved"),
        (f"{'a' * 99}.md", "file-name-long"),
    ],
)
def test_a_name_that_some_machine_or_link_cannot_take_is_a_problem(corpus: Corpus, name: str, code: str) -> None:
    assert codes(corpus, f"content_vi/thanh-tuu/{name}", GOOD) == [(1, code)]


@pytest.mark.parametrize("name", ["a.md", "a-1.md", "2026/nuoc-sach.md", "index.md"])
def test_good_names_pass(corpus: Corpus, name: str) -> None:
    assert codes(corpus, f"content_vi/thanh-tuu/{name}", GOOD) == []


def test_text_that_is_not_utf8_is_told_with_its_line(corpus: Corpus) -> None:
    assert codes(corpus, "content_vi/a.md", b"---\ntitle: a\n---\n\xe9\n") == [(4, "code-page")]


def test_letters_in_pieces_are_told_once_and_read_as_whole_letters(corpus: Corpus) -> None:
    file = corpus.write("content_vi/a.md", unicodedata.normalize("NFD", GOOD.replace("Chữ", "Điện Biên")))
    document = read_document(corpus.root, file)
    assert [(p.line, p.code) for p in document.problems] == [(2, "not-nfc")]
    assert document.body == "Điện Biên.\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chữ.\n", "front-matter-missing"),
        ("", "front-matter-missing"),
        ("---\ntitle: a\n", "front-matter-open"),
        ("---\n- a\n---\n", "front-matter-missing"),
        ("---\n---\n", "front-matter-missing"),
    ],
)
def test_a_file_without_whole_front_matter_says_so(corpus: Corpus, text: str, code: str) -> None:
    assert [code for _, code in codes(corpus, "content_vi/a.md", text)] == [code]


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(corpus: Corpus) -> None:
    file = corpus.write("content_vi/a.md", b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    document = read_document(corpus.root, file)
    assert document.problems == ()
    assert document.front == {"title": "Bài"}
    assert (document.body, document.body_line) == ("Chữ.\n", 4)


def test_front_matter_that_is_too_large_is_refused(corpus: Corpus) -> None:
    text = written({"title": "a", "places": "[" + ", ".join(["a"] * 40_000) + "]"}, "")
    assert codes(corpus, "content_vi/a.md", text) == [(2, "too-large")]


def test_a_document_knows_its_language_place_and_section(corpus: Corpus) -> None:
    file = corpus.write("content_en/thanh-tuu/2026/nuoc-sach.md", GOOD)
    document = read_document(corpus.root, file)
    assert (document.lang, document.place, document.section, document.slug) == (
        "en",
        "thanh-tuu/2026/nuoc-sach",
        "thanh-tuu",
        "nuoc-sach",
    )
