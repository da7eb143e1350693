"""Where a tone mark stands in a Vietnamese syllable, and what can be one."""

import pytest

from portal.language.syllables import is_syllable, placed, placing_of


@pytest.mark.parametrize(
    ("written", "old", "new"),
    [
        ("hoà", "hòa", "hoà"), ("thúy", "thúy", "thuý"), ("khoẻ", "khỏe", "khoẻ"), ("Uỷ", "Ủy", "Uỷ"),
        ("tóan", "toán", "toán"), ("gỉam", "giảm", "giảm"), ("đựơc", "được", "được"), ("cuả", "của", "của"),
        ("qúy", "quý", "quý"), ("gìa", "già", "già"), ("giưã", "giữa", "giữa"), ("khủyu", "khuỷu", "khuỷu"),
        ("quốc", "quốc", "quốc"), ("hoàng", "hoàng", "hoàng"), ("gì", "gì", "gì"), ("mía", "mía", "mía"),
        ("tiếng", "tiếng", "tiếng"), ("rượu", "rượu", "rượu"), ("café", "café", "café"), ("Mai", "Mai", "Mai"),
    ],
)  # fmt: skip
def test_a_mark_is_moved_where_it_belongs_and_no_letter_changes(written: str, old: str, new: str) -> None:
    assert (placed(written, "old"), placed(written, "new")) == (old, new)


@pytest.mark.parametrize("word", ["quyền", "nghiêng", "giếng", "khuya", "xoong", "ỷ", "gin", "Thuở"])
def test_what_can_be_a_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["đuợcc", "tiêpp", "strong", "bàt", "z", "", "hoaà", "gr"])
def test_what_cannot_be_one(word: str) -> None:
    assert not is_syllable(word)


def test_most_words_say_how_a_text_places_its_marks() -> None:
    assert placing_of("Hòa bình, sức khỏe, thuỷ lợi") == "old"
    assert placing_of("Hoà bình, sức khoẻ, thủy lợi") == "new"
    assert placing_of("toán, quý, hòa, hoà") is None
