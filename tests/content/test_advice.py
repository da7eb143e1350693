"""Advice on plain language: what is told, what instead, and where it keeps silent."""

import pytest

from conftest import TODAY, Corpus
from portal.content.advice.advice import Advice, advice_on
from portal.content.advice.spelling import nearby
from portal.content.library import read_library
from portal.language.words import words

WORDS = {
    "vi": "một câu về được đồng bào trường học của người dân có và trong tỉnh này ngành nghề".split(),
    "en": "one sentence on the people of this province and their government receive schools with website".split(),
}
DICTIONARIES = {lang: frozenset(known).__contains__ for lang, known in WORDS.items()}
GLOSSARY = """\
- id: tro-giup
  term: {vi: "Trung tâm Trợ giúp pháp lý", en: "legal aid centre"}
  also: {en: ["Laws on Complaints"]}
  definition: {vi: "Nơi giúp.", en: "A place that helps."}
  source: {title: "Luật", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-01-15}
- id: bao-cao
  term: {vi: "báo cáo quốc gia", en: "State report"}
  also: {vi: ["báo cáo đầu tiên"]}
  definition: {vi: "Báo cáo.", en: "A report."}
  source: {title: "Luật", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-01-15}
"""


def advised(corpus: Corpus, plan: str = "", with_dictionaries: bool = False) -> Advice:
    return advice_on(read_library(corpus.root, TODAY), plan, DICTIONARIES if with_dictionaries else {})


def said(corpus: Corpus, plan: str = "", with_dictionaries: bool = False) -> list[tuple[str, int, str]]:
    """(code, line, message in English), without the story's own title and description."""
    told = advised(corpus, plan, with_dictionaries).told
    return [(one.code, one.line, one.message("en")) for one in told if not one.field]


def test_a_long_sentence_is_told_with_its_line_and_a_quotation_is_not_ours_to_split(corpus: Corpus) -> None:
    long = " ".join(["chữ"] * 36)
    corpus.story(body=f"Ngắn [1].\n\nĐây là {long}.\n\nHọ nói “{long}”.\n")
    assert said(corpus) == [
        ("advice-sentence", 11, "the sentence 'Đây là chữ chữ chữ chữ …' has 38 words; better several of less than 35")
    ]


def test_a_list_of_names_is_no_long_sentence(corpus: Corpus) -> None:
    corpus.story(body=f"Các xã {'Mường Nhé, ' * 20}Sín Thầu [1].\n")
    assert said(corpus) == []


def test_an_english_page_of_long_words_is_told_and_measured(corpus: Corpus) -> None:
    corpus.story()
    corpus.english(body="Institutional considerations regarding implementation go on [1].\n\n" * 20)
    assert [one[0] for one in said(corpus)] == ["advice-long-words"]
    page = next(one for one in advised(corpus).pages if one.lang == "en")
    assert (page.sentences, page.average, page.longest, page.ease) == (20, 6, 6, "easy")
    assert page.long_words == pytest.approx(3 / 6, abs=0.2)


@pytest.mark.parametrize(("length", "ease"), [(10, "easy"), (22, "fair"), (30, "hard")])
def test_a_page_is_easy_fair_or_hard_by_its_sentences(corpus: Corpus, length: int, ease: str) -> None:
    corpus.story(body=f"{' '.join(['Chữ'] + ['chữ'] * (length - 1))}.\n\n" * 3)
    assert [one.ease for one in advised(corpus).pages] == [ease]


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("sức khoẻ của dân", "khỏe"),
        ("Thuỷ lợi cho bản", None),  # with a capital it may be a name
        ("tóan học", "toán"),
        ("người đựơc giúp", "được"),
        ("Uỷ ban", None),
    ],
)
def test_a_tone_mark_is_placed_as_the_plan_does(corpus: Corpus, text: str, now: str | None) -> None:
    corpus.story(body=f"Ở đây có {text} [1].\n")
    told = said(corpus, plan="Hòa bình và sức khỏe")
    assert [one[2].split("better ")[1] for one in told if one[0] == "advice-tone-mark"] == ([f"'{now}'"] if now else [])


def test_the_plan_decides_and_not_the_page(corpus: Corpus) -> None:
    corpus.story(body="Có hòa bình và sức khỏe [1].\n")
    assert said(corpus, plan="hoà bình") == [
        ("advice-tone-mark", 9, "'hòa': the portal places tone marks otherwise; better 'hoà'"),
        ("advice-tone-mark", 9, "'khỏe': the portal places tone marks otherwise; better 'khoẻ'"),
    ]
    assert said(corpus) == [], "where the plan has no such word, most of the pages decide"


def test_i_or_y_is_as_most_pages_write_it(corpus: Corpus) -> None:
    corpus.story(body="Có lý do, một kỳ, một lí do khác và ông Kì [1].\n")
    assert said(corpus) == [("advice-i-or-y", 9, "'lí do': other pages write 'lý do'; better the same here")]


def test_terms_are_written_as_in_the_glossary(corpus: Corpus) -> None:
    corpus.write("data/glossary.yml", GLOSSARY)
    corpus.story(
        body="Một trung tâm trợ giúp pháp lý [1].\n\nTrung tâm Trợ giúp pháp lý, Báo cáo quốc gia.\n\n"
        "Bản state report này (State report) và “state report”.\n"
    )
    corpus.english(
        body="A state report, the State report [1]. Legal-aid centre. A Legal Aid Centre. No laws on complaints.\n"
    )
    assert [(code, line, text.split(";")[0]) for code, line, text in said(corpus)] == [
        ("advice-term", 5, "'state report': the glossary writes 'State report'"),
        ("advice-term", 9, "'trung tâm trợ giúp pháp lý': the glossary writes 'Trung tâm Trợ giúp pháp lý'"),
        ("advice-term-english", 13, "'state report' is English"),
    ]


@pytest.mark.parametrize(
    ("lang", "text", "word", "choice"),
    [
        ("vi", "Một đuợc câu", "đuợc", "được"),
        ("vi", "Nghành nghề", "Nghành", "ngành"),
        ("vi", "câu nghành của dân", "nghành", "ngành"),
        ("en", "One sentence on the goverment", "goverment", "government"),
        ("en", "Their people recieve schools", "recieve", "receive"),
    ],
)
def test_a_word_no_dictionary_has_is_told_with_what_it_may_be(
    corpus: Corpus, lang: str, text: str, word: str, choice: str
) -> None:
    corpus.story(body=f"{text} [1].\n" if lang == "vi" else "Một câu [1].\n")
    if lang == "en":
        corpus.english(body=f"{text} [1].\n")
    told = [one for one in said(corpus, with_dictionaries=True) if one[0] == "advice-spelling"]
    assert [one[2].split(";")[0] for one in told] == [f"'{word}' is in no dictionary"]
    assert f"meant to be: {choice}" in told[0][2]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Xyzk và bà Qwrt ở Strng",
        "Họ nói “đuợcc zzkq” và <q lang='en'>zzkq</q>",
        "*zzkq bbkq* của dân, `zzkq`",
        "[một câu](https://zzkq.vn/bbkq), zzkq@bbkq.vn, zzkq.vn, A/zzkq/57",
        "> zzkq bbkq",
        "Các website trong tỉnh",
        "NĐ-CP, UNICEF, THPT",
        "Và từmới của dân",
    ],
)
def test_names_codes_quotations_addresses_and_accepted_words_are_left_alone(corpus: Corpus, text: str) -> None:
    corpus.write("data/accepted_words.yml", '- {word: "từmới", why: "từ của bài thử"}\n- {word: "ở", why: "có"}\n'
                 '- {word: "ông", why: "có"}\n- {word: "bà", why: "có"}\n- {word: "họ", why: "có"}\n'
                 '- {word: "nói", why: "có"}\n- {word: "các", why: "có"}\n')  # fmt: skip
    corpus.story(body=f"{text}\n\nMột câu [1].\n")
    assert said(corpus, with_dictionaries=True) == []


def test_a_name_known_from_elsewhere_may_begin_a_sentence(corpus: Corpus) -> None:
    corpus.story(body="Strng của người dân. Một câu về Strng [1].\n")
    assert said(corpus, with_dictionaries=True) == []


def test_without_a_dictionary_only_what_cannot_be_a_syllable_is_told(corpus: Corpus) -> None:
    corpus.story(body="Một nghềệ của đuợcc dân, website [1].\n")
    corpus.english(body="Recieve the goverment [1].\n")
    assert [(code, text.split("'")[1]) for code, _, text in said(corpus)] == [
        ("advice-spelling-unknown", "nghềệ"),
        ("advice-spelling-unknown", "đuợcc"),
    ]


def test_fields_are_told_at_their_own_lines_and_claims_of_others_are_not_looked_at(corpus: Corpus) -> None:
    corpus.story(title='"Một bài về sức khoẻ của dân"')
    told = [one for one in advised(corpus, "sức khỏe").told if one.code == "advice-tone-mark"]
    assert [(one.line, one.field) for one in told] == [(2, "title")]


def test_what_is_one_slip_away_comes_first_where_only_marks_differ() -> None:
    known = frozenset({"được", "đước", "đuốc", "buộc"}).__contains__
    assert nearby("đuợc", known, "vi") == ("được", "đuốc")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_kind_of_advice_has_a_name_and_a_sentence(lang: str) -> None:
    text = words(lang)
    assert {code for code in text.problems if code.startswith("advice-")} == set(text.family("advice.kind_names"))
