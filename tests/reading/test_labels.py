"""Words of closed lists, by what people call them."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.language.folding import fold
from portal.reading.cells import Unclear
from portal.reading.labels import Labels, LanguageLabels, parted

CALLED = {
    "leaflet": ("Tờ rơi", "Leaflet"),
    "poster": ("Áp phích", "Poster"),
    "culture": ("Sở Văn hóa, Thể thao và Du lịch",),
    "other": ("Khác / nơi khác",),
    "na-tau": ("Nà Tấu",),
    "na-tau-khac": ("Na Tấu",),
    "nowhere": (),
}
LABELS = Labels(CALLED)
TONGUES = LanguageLabels(
    {"vi": ("tiếng Việt", "Việt"), "hmn": ("tiếng Mông",), "blt": ("tiếng Thái Đen",), "twh": ("tiếng Thái Trắng",)}
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("leaflet", "leaflet"), ("LEAFLET", "leaflet"), ("Tờ rơi", "leaflet"), ("TỜ RƠI", "leaflet"),
        ("to roi", "leaflet"),
        ("tờ\u00a0rơi ", "leaflet"), ("Tờ  rơi.", "leaflet"), (unicodedata.normalize("NFD", "Tờ rơi"), "leaflet"),
        ("Sở Văn hoá, Thể thao và Du lịch", "culture"), ("so van hoa the thao va du lich", "culture"),
        ("Nà Tấu", "na-tau"), ("Na Tấu", "na-tau-khac"), ("na-tau-khac", "na-tau-khac"), ("nowhere", "nowhere"),
    ],
)  # fmt: skip
def test_a_word_is_known_by_its_id_and_by_its_labels(text: str, name: str) -> None:
    assert LABELS.one(text) == name


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("Tơ rơi", ["Tờ rơi"]),
        ("leafet", ["Tờ rơi"]),
        ("Áp phich", ["Áp phích"]),
        ("Sở Văn hóa", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("zzz", [labels[0] if labels else name for name, labels in CALLED.items()]),
    ],
)
def test_a_word_nobody_knows_is_told_with_the_nearest(text: str, choices: list[str]) -> None:
    assert LABELS.one(text) == Unclear("unknown-word", {"value": text, "choices": choices})


def test_a_name_that_two_have_is_not_guessed() -> None:
    alike = Labels({"a": ("Na Tấu",), "b": ("Nà Tấu",)})
    assert alike.one("na tau") == Unclear("unknown-word", {"value": "na tau", "choices": ["Na Tấu", "Nà Tấu"]})


def test_of_a_long_list_the_nearest_are_offered_with_their_ids() -> None:
    many = Labels({f"so-{n}": (f"Sở số {n}",) for n in range(40)}, "unknown-agency", ids=True)
    found = many.one("một cơ quan nào đó")
    assert isinstance(found, Unclear)
    assert len(found.values["choices"]) == 3
    assert all("(so-" in one for one in found.values["choices"])


@pytest.mark.parametrize("sign", ["|", ",", ";", "/", "\n", " | ", " , ", "\n\n", "; \n"])
def test_several_words_are_parted_by_any_usual_sign(sign: str) -> None:
    assert LABELS.several(sign.join(["Tờ rơi", "poster", "to roi"])) == ("leaflet", "poster")


def test_a_label_that_holds_a_separator_is_one_word() -> None:
    assert LABELS.several("Tờ rơi, Sở Văn hóa, Thể thao và Du lịch, Khác / nơi khác") == ("leaflet", "culture", "other")


def test_bullets_and_empty_parts_are_no_words() -> None:
    assert LABELS.several("- Tờ rơi\n• Áp phích\n;") == ("leaflet", "poster")
    assert LABELS.several(" ; ") == Unclear("empty-list", {})
    assert LABELS.several("Tờ rơi; Tơ rơi") == Unclear("unknown-word", {"value": "Tơ rơi", "choices": ["Tờ rơi"]})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vi", ("vi",)), ("VI", ("vi",)), ("zh-hans", ("zh-Hans",)), ("Tiếng Mông", ("hmn",)),
        ("mong", "not-a-language"),
        ("vi, en", ("vi", "en")), ("vn", "not-a-language"), ("th", "not-a-language"), ("mn", "not-a-language"),
        ("eng", "not-a-language"), ("vie", "not-a-language"), ("xx", "not-a-language"),
    ],
)  # fmt: skip
def test_a_language_is_known_by_name_and_by_tag(text: str, found: Any) -> None:
    named = TONGUES.several(text)
    assert (named.code if isinstance(named, Unclear) else named) == found


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("vn", ["vi (tiếng Việt)"]),
        ("Tiếng Thái", ["tiếng Thái Đen", "tiếng Thái Trắng"]),
        ("mn", ["hmn (tiếng Mông)", "mn-MN"]),
    ],
)
def test_a_language_that_could_be_another_is_asked_back(text: str, choices: list[str]) -> None:
    assert TONGUES.one(text) == Unclear("not-a-language", {"value": text, "choices": choices})


def test_places_are_parted_like_words() -> None:
    assert parted("Mường Nhé; Nậm Pồ\nTuần Giáo, Mường Nhé") == ("Mường Nhé", "Nậm Pồ", "Tuần Giáo")


@given(
    st.sampled_from([(name, label) for name, labels in CALLED.items() for label in labels]),
    st.booleans(),
    st.booleans(),
)
def test_case_and_missing_marks_never_change_a_word_only_one_has(said: tuple[str, str], up: bool, bare: bool) -> None:
    name, label = said
    text = fold(label) if bare else label
    found = LABELS.one(text.upper() if up else text)
    assert found == name or (bare and name.startswith("na-tau"))


@given(st.text(max_size=40))
def test_no_text_makes_labels_raise(text: str) -> None:
    assert isinstance(LABELS.several(text), tuple | Unclear)
    assert isinstance(TONGUES.several(text), tuple | Unclear)
