"""Tables in the encodings Excel saves: read where they can be read, and never guessed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.reading.tables.old_encodings import old_text

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SHAPES = "aăâeêioôơuưy"
WORDS = [f"{before}{unicodedata.normalize('NFC', v + t)}{after}" for v in SHAPES for t in TONES for before, after in
         (("", ""), ("đ", "n"), ("Th", "ng"), ("qu", ""))]  # fmt: skip
SENTENCE = "Sở Giáo dục và Đào tạo; 'Tờ rơi'; quyền trẻ em; Mường Nhé; 20/11/2026"


def as_windows_writes(text: str) -> bytes:
    """Letters with their shape in one byte, the tone behind them in another."""
    made = ""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(c for c in parts if c in TONES and c)
        made += unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES or not c)) + tones
    return made.encode("cp1258")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20))
def test_every_vietnamese_word_reads_back_from_the_code_page(words: list[str]) -> None:
    text = " ".join(["đ", *words])
    assert old_text(as_windows_writes(text)) == text


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=50), st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_every_text_reads_back_from_utf_16(text: str, encoding: str) -> None:
    assert old_text(("\ufeff" + text).encode(encoding)) == text


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode("cp1258", "replace"),
        "Tê r¬i cña tØnh §iÖn Biªn".encode("latin-1"),  # TCVN3
        "Tôø rôi cuûa tænh Ñieän Bieân".encode("latin-1"),  # VNI
        "Größe".encode("latin-1"),
        b"\xff\xfea",
        b"\x81\x8d",
    ],
)
def test_what_may_be_another_encoding_or_has_lost_letters_is_not_guessed(data: bytes) -> None:
    assert old_text(data) is None


def test_utf_8_is_none_of_them() -> None:
    assert old_text(SENTENCE.encode()) is None
    assert old_text(b"id;date") is None


def test_a_question_and_an_address_lose_no_letter() -> None:
    text = "Bạn biết gì? https://dienbien.gov.vn/tin?id=5&trang=2; Vì sao? Là ai?"
    assert old_text(as_windows_writes(text)) == text
