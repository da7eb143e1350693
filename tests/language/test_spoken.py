"""What stands in a text as a figure, a day or an abbreviation is said as people say it, and is timed by syllables."""

import pytest

from portal.language.locales import LANGUAGES
from portal.language.spoken.forms import spoken_parts, spoken_text
from portal.language.spoken.numerals import said_whole, said_year
from portal.language.spoken.pace import breaths, most_in_a_breath, seconds_to_say, syllables_in
from portal.language.words import words

CALLED = ("111", "113")
THOUSAND_REST = "thousand two hundred and sixty-five"


def said(text: str, lang: str, **say: str) -> str:
    parts = spoken_parts(text, lang, say, CALLED)
    assert "".join(one.written for one in parts) == text
    return spoken_text(parts)


def unknown(text: str, lang: str) -> list[str]:
    return [one.written for one in spoken_parts(text, lang, {}, CALLED) if one.spoken is None]


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (0, "không", "zero"),
        (5, "năm", "five"),
        (10, "mười", "ten"),
        (15, "mười lăm", "fifteen"),
        (20, "hai mươi", "twenty"),
        (21, "hai mươi mốt", "twenty-one"),
        (24, "hai mươi tư", "twenty-four"),
        (55, "năm mươi lăm", "fifty-five"),
        (105, "một trăm linh năm", "one hundred and five"),
        (115, "một trăm mười lăm", "one hundred and fifteen"),
        (300, "ba trăm", "three hundred"),
        (1000, "một nghìn", "one thousand"),
        (1009, "một nghìn không trăm linh chín", "one thousand and nine"),
        (2016, "hai nghìn không trăm mười sáu", "two thousand and sixteen"),
        (18_000, "mười tám nghìn", "eighteen thousand"),
        (207_265, "hai trăm linh bảy nghìn hai trăm sáu mươi lăm", f"two hundred and seven {THOUSAND_REST}"),
        (1_000_000, "một triệu", "one million"),
        (3_000_000_000, "ba tỷ", "three billion"),
    ],
)  # fmt: skip
def test_a_number_is_said_as_each_language_says_it(number: int, vietnamese: str, english: str) -> None:
    assert [said_whole(number, words(lang)) for lang in LANGUAGES] == [vietnamese, english]


@pytest.mark.parametrize(
    ("year", "english"),
    [(1990, "nineteen ninety"), (2000, "two thousand"), (2005, "two thousand and five"), (2026, "twenty twenty-six")],
)
def test_an_english_year_is_said_by_its_halves(year: int, english: str) -> None:
    assert said_year(year, words("en")) == english


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Điều 16", "Điều mười sáu"),
        ("Điều 16, 18.", "Điều mười sáu, mười tám."),
        ("ngày 28/2/1990", "ngày hai mươi tám tháng hai năm một nghìn chín trăm chín mươi"),
        ("ngày 2/9", "ngày mùng hai tháng chín"),
        ("tháng 9/2022", "tháng chín năm hai nghìn không trăm hai mươi hai"),
        ("92,86 % hộ", "chín mươi hai phẩy tám mươi sáu phần trăm hộ"),
        ("0,05%", "không phẩy không năm phần trăm"),
        ("18.000 hộ", "mười tám nghìn hộ"),
        ("Gọi 111.", "Gọi một, một, một."),
        ("111 hộ", "một, một, một hộ"),
        ("112 hộ", "một trăm mười hai hộ"),
        ("UBND xã và LHQ", "Ủy ban nhân dân xã và Liên hợp quốc"),
        ("Công ước CRC.", "Công ước Công ước về quyền trẻ em."),
        ("mã 0456", "mã không, bốn, năm, sáu"),
    ],
)
def test_vietnamese_is_said_as_people_say_it(written: str, spoken: str) -> None:
    assert said(written, "vi") == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Article 16.", "Article sixteen."),
        ("on 28 February 1990,", "on the twenty-eighth of February nineteen ninety,"),
        ("on 2 September.", "on the second of September."),
        ("since 2026", "since twenty twenty-six"),
        ("92.86% of them", "ninety-two point eight six per cent of them"),
        ("18,000 households", "eighteen thousand households"),
        ("Call 111.", "Call one, one, one."),
        ("the UN", "the United Nations"),
        ("Mông and Thái", "Mong and Tie"),
    ],
)
def test_english_is_said_as_people_say_it(written: str, spoken: str) -> None:
    assert said(written, "en") == spoken


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["(a)", "a – a", "a/a", "a [1]", "136/2025/QH15", "XVI", "7h30", "WHO", "§ 3", "_a_"])
def test_what_nobody_knows_how_to_say_is_told_by_its_place(lang: str, text: str) -> None:
    assert unknown(text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("ở Ghana", "vi", ["Ghana"]),
        ("in Phình Giàng", "en", ["Phình", "Giàng"]),
        ("31/2/2026", "vi", ["31/2/2026"]),
        ("31 February", "en", ["31 February"]),
    ],
)
def test_a_name_of_another_language_and_a_day_there_is_not_are_told(text: str, lang: str, found: list[str]) -> None:
    assert unknown(text, lang) == found


def test_a_page_says_how_its_own_names_are_said_and_that_goes_first() -> None:
    assert said("Ghana, và số 111", "vi", **{"Ghana": "ga na", "số 111": "số ba con một"}) == "ga na, và số ba con một"


def test_a_language_without_words_of_its_own_says_its_letters_and_asks_for_the_rest() -> None:
    assert unknown("Koj hu 111", "hmn") == ["111"]


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [
        ("Bà con hãy gọi một, một, một", "vi", 7),
        ("ga-na", "vi", 2),
        ("Children have the right to education", "en", 10),
        ("People called at the whole table", "en", 8),
        ("created", "en", 3),
    ],
)
def test_syllables_are_counted(text: str, lang: str, count: int) -> None:
    assert syllables_in(text, lang) == count


MEASURED = [
    (
        "vi",
        "Kính thưa bà con. Nhà nào có con chưa có giấy khai sinh, xin nghe cho kỹ. Trẻ em có quyền được "
        "khai sinh, và có quyền được học. Luật dặn cha mẹ đi đăng ký trong sáu mươi ngày, từ khi sinh. "
        "Đã muộn, vẫn nên đi.",
        22.6,
    ),
    (
        "vi",
        "Mang gì? Bà con mang giấy chứng sinh, và giấy tờ cho biết mình là ai. Không có giấy chứng sinh, "
        "thì nhờ người làm chứng viết xác nhận. Không có người làm chứng, thì viết giấy cam đoan.",
        18.8,
    ),
    (
        "en",
        "What does it cost? In time, it costs nothing. Poor households and persons with disabilities pay "
        "nothing, even when late. For others, when late, there may be a fee.",
        14.5,
    ),
    (
        "en",
        "Everyone who sees the abuse of a child has the duty to report it. Call one, one, one. This is "
        "the national child protection helpline. It works twenty-four hours every day, and callers pay "
        "nothing. Children can call themselves.",
        19.5,
    ),
]  # fmt: skip
"""Texts as they are said, and how many seconds espeak-ng 1.51 took (vi at -s 106, en-gb at -s 127)."""


@pytest.mark.parametrize(("lang", "text", "seconds"), MEASURED)
def test_the_time_that_is_claimed_is_the_time_a_voice_took_within_a_tenth(lang: str, text: str, seconds: float) -> None:
    assert abs(seconds_to_say(text, lang) - seconds) <= seconds / 10


@pytest.mark.parametrize(("lang", "text", "seconds"), MEASURED)
def test_a_minute_has_120_to_140_words(lang: str, text: str, seconds: float) -> None:
    assert 120 <= 60 * len(text.split()) / seconds_to_say(text, lang) <= 140


def test_a_breath_ends_with_a_sentence_and_at_commas_that_lie_apart() -> None:
    parts = spoken_parts("Xin nhắc lại số ấy, là 111. Cha mẹ nói: “Tôi cần giúp.” Cảm ơn bà con.", "vi", {}, CALLED)
    assert [(one.written, one.is_end) for one in breaths(parts, "vi")] == [
        ("Xin nhắc lại số ấy, ", False),
        ("là 111. ", True),
        ("Cha mẹ nói: “Tôi cần giúp.” ", True),
        ("Cảm ơn bà con.", True),
    ]
    assert most_in_a_breath("vi") == 22
