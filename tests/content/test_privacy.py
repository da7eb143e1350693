"""A net for privacy: forty details of persons are refused, forty public numbers and figures are not."""

from pathlib import Path

import pytest

from conftest import MADE_UP, SECOND, TODAY, Corpus
from makers import SMALL_PLAN
from persons import IN_TEXTS, PUBLIC
from portal.content.desk.people import named_people
from portal.content.library import open_library
from portal.content.rules.privacy.texts import personal_lines
from portal.language.words import words
from portal.plan.corpus import open_corpus, problems_of

NET = ("private-", "personal-", "file-")
SOURCE = '[{title: "Trang liên hệ", publisher: "Cơ quan", url: "https://example.org/van-ban", accessed: 2026-01-15}]'
NUMBERS = f"""- number: "0215 3825 678"
  what: {{vi: "Đường dây nóng thử", en: "A hotline of the tests"}}
  sources: {SOURCE}
- number: "1800 599 920"
  what: {{vi: "Số miễn phí thử", en: "A free number of the tests"}}
  sources: {SOURCE}
"""
FIELDS = (
    {"title": '"Chuyện của chị Lò Thị Mai"'},
    {"kind": "achievement # gọi 0912 345 678"},
    {"date": "2026-11-20 # chị Lò Thị Mai kể"},
    {"description": '"Một mô tả đủ dài về việc gọi 0912 345 678 để người đọc biết thêm."'},
    {"summary": '["Gọi 0912 345 678."]'},
    {"places": '["Bản của ông Giàng A Súa"]'},
    {"sources": SOURCE.replace("Trang liên hệ", "CCCD 011093001234")},
    {"people": '[{name: "Lò Văn Panh", why: consent, note: "CCCD 011093001234"}]'},
)


def told(corpus: Corpus) -> list[tuple[str, int, str]]:
    found = problems_of(open_corpus(corpus.root, TODAY))
    return [(one.path, one.line, one.code) for one in found if one.code.startswith(NET)]


def test_the_tables_are_as_long_as_the_bar_asks() -> None:
    assert len(IN_TEXTS) + len(FIELDS) >= 40
    assert len(PUBLIC) >= 40


@pytest.mark.parametrize("text", IN_TEXTS)
def test_what_a_text_says_of_a_person_is_refused(corpus: Corpus, text: str) -> None:
    corpus.story(body=f"Một dòng.\n\n{text}\n")
    found = told(corpus)
    assert found
    assert {line for _, line, _ in found} <= set(range(11, 14))


@pytest.mark.parametrize("fields", FIELDS, ids=lambda fields: next(iter(fields)))
def test_what_a_front_matter_says_of_a_person_is_refused(corpus: Corpus, fields: dict[str, str]) -> None:
    corpus.story(**fields)
    assert told(corpus)


@pytest.mark.parametrize("text", PUBLIC)
def test_public_numbers_documents_and_figures_pass(corpus: Corpus, text: str) -> None:
    corpus.write("data/public_numbers.yml", NUMBERS)
    corpus.story(body=f"{text}\n")
    corpus.english(body=f"{text}\n")
    corpus.write("data/glossary.yml", f"# {' '.join(text.split())}\n[]\n")
    assert told(corpus) == []


def test_a_number_off_the_list_is_refused_beside_those_on_it(corpus: Corpus) -> None:
    corpus.write("data/public_numbers.yml", NUMBERS)
    corpus.story(body="0215 3825 678 hoặc 0215 3825 679\n")
    (problem,) = problems_of(open_corpus(corpus.root, TODAY))
    assert problem.code == "private-phone"
    for lang in ("vi", "en"):
        assert "0215" in problem.message(lang)
        assert "3825" not in problem.message(lang)
        assert "data/public_numbers.yml" in problem.message(lang)


def test_an_english_page_is_looked_at_too(corpus: Corpus) -> None:
    corpus.story()
    corpus.english(body="Call 0912 345 678.\n")
    assert told(corpus) == [("content_en/thanh-tuu/2026/bai.md", 5, "private-phone")]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("data/laws.yml", "- id: mot\n  title: {vi: Một, en: One}\n  phone: 0912345678\n", 3),
        ("data/laws.yml", "# Hỏi chị Lò Thị Mai\n[]\n", 1),
        ("data/laws.yml", "- id: mot\n  title: {vi: Một, en: One}\n  owner: Nguyễn Thu Hà\n", 3),
        ("data/glossary.yml", "- 0912 345 678\n- +84 912 345 679\n", 1),
        ("data/agencies.yml", '- id: co-quan\n  lien_he: ["panh@gmail.com"]\n', 2),
        ("data/people.csv", "ten,so\nmot,011093001234\n", 2),
        ("data/owner.yml", "approved: false\naddress: {vi: CCCD 011093001234, en: }\n", 2),
    ],
)
def test_what_a_data_file_says_of_a_person_is_refused(corpus: Corpus, path: str, text: str, line: int) -> None:
    corpus.write(path, text)
    assert (path, line) in [(path, line) for path, line, _ in told(corpus)]


def test_the_register_and_reports_are_looked_at_by_the_same_net(corpus: Corpus) -> None:
    corpus.write("data/plan.yml", SMALL_PLAN)
    head = "id,date,title,agency,theme,formats,channels,languages,audiences,places,quantity,url"
    row = "1,2026-01-05,Quà cho em L.T.M. 13 tuổi bản Na Ư bị xâm hại,co-quan,1,leaflet,print,vi,children,,,"
    corpus.write("data/products/2026.csv", f"{head}\n{row}\n")
    assert [code for _, _, code in told(corpus)] == ["personal-plight"]


def test_an_owner_may_give_its_own_number_mail_and_names(corpus: Corpus) -> None:
    owner = (MADE_UP.parent / "owner-approved.yml").read_text("utf-8")
    given = owner.replace('telephone: "000"', 'telephone: "0912 345 678"')
    corpus.write("data/owner.yml", given)
    corpus.story(body="Gọi +84 912 345 678.\n")
    assert given != owner
    assert told(corpus) == []


PANH = '[{name: "Lò Văn Panh", why: consent, note: "Giấy đồng ý ngày 2/1/2026, cơ quan giữ"}]'
STORY_OF_PANH = "Anh Lò Văn Panh, 54 tuổi, bản Huổi Lếch, thuộc hộ nghèo.\n"


def test_who_consented_may_be_named_on_that_page_in_both_languages(corpus: Corpus) -> None:
    corpus.story(people=PANH, body=STORY_OF_PANH)
    corpus.english(body="Mr Lo Van Panh, aged 54, of Huoi Lech village, is poor.\n")
    assert told(corpus) == []


def test_consent_for_one_page_holds_for_no_other(corpus: Corpus) -> None:
    corpus.story(people=PANH, body=STORY_OF_PANH)
    corpus.story("thanh-tuu/2026/khac", title='"Một bài khác"', body="Anh Lò Văn Panh.\n")
    assert [path for path, _, _ in told(corpus)] == ["content_vi/thanh-tuu/2026/khac.md"]


def test_consent_opens_the_net_for_no_number(corpus: Corpus) -> None:
    corpus.story(people=PANH, body="Anh Lò Văn Panh, CCCD 011093001234, 0912 345 678.\n")
    assert [code for _, _, code in told(corpus)] == ["private-identity", "private-phone"]


def test_another_of_that_family_is_not_meant(corpus: Corpus) -> None:
    corpus.story(people=PANH, body="Anh Lò Văn Inh.\n")
    assert [code for _, _, code in told(corpus)] == ["private-name"]


@pytest.mark.parametrize(
    ("people", "code"),
    [
        ('[{name: "Lò Văn Panh", why: consent}]', "missing-field-in"),
        ('[{name: "Lò Văn Panh", why: known, note: "x"}]', "not-a-choice"),
        ('[{name: "Lò Văn Panh", as: office, why: office, note: "x"}]', "field-strange"),
        ('[{name: "", why: office, note: "x"}]', "empty-text"),
    ],
)
def test_a_declaration_says_who_why_and_by_what(corpus: Corpus, people: str, code: str) -> None:
    corpus.story(people=people)
    assert code in [problem.code for problem in open_library(corpus.root, TODAY).problems]


def test_people_of_data_files_stand_in_a_file_of_their_own_and_in_no_page(corpus: Corpus) -> None:
    corpus.write("data/people.yml", '- {name: "Lò Thị Mai", why: office, note: "Chủ tịch xã năm 2026"}\n')
    corpus.write("data/laws.yml", "# Bà Lò Thị Mai\n[]\n")
    assert told(corpus) == []
    corpus.story(body="Bà Lò Thị Mai.\n")
    assert [path for path, _, _ in told(corpus)] == ["content_vi/thanh-tuu/2026/bai.md"]


@pytest.mark.parametrize("number", ["12", "gọi 111", "111 (miễn phí)", "0215/3825678x"])
def test_a_public_number_is_a_number(corpus: Corpus, number: str) -> None:
    corpus.write("data/public_numbers.yml", NUMBERS.replace("0215 3825 678", number))
    (problem,) = open_library(corpus.root, TODAY).problems
    assert (problem.path, problem.line, problem.code) == ("data/public_numbers.yml", 1, "not-a-public-number")


def test_a_public_number_has_a_source(corpus: Corpus) -> None:
    corpus.write("data/public_numbers.yml", '- number: "111"\n  what: {vi: Một, en: One}\n  sources: []\n')
    assert [one.code for one in open_library(corpus.root, TODAY).problems] == ["empty-list"]


def test_a_headline_and_a_translator_may_name_somebody(corpus: Corpus) -> None:
    corpus.story(sources=SOURCE.replace("Trang liên hệ", "Chuyện bà Lò Thị Mai"))
    corpus.english(translator='"Lò Thị Mai"')
    assert told(corpus) == []


def test_whoever_is_declared_is_counted_once_and_shown_nowhere(corpus: Corpus) -> None:
    both = '[{name: "Lò Thị Mai", why: office, note: "Chủ tịch xã"}, {name: "Lò Văn Panh", why: consent, note: "x"}]'
    corpus.story(people=both)
    corpus.english()
    corpus.story("thanh-tuu/2026/khac", title='"Một bài khác"', people=PANH)
    counts = named_people(open_library(corpus.root, TODAY))
    assert counts == {"office": 1, "consent": 1}
    assert "1" in words("vi").say("check.people", **counts)


@pytest.mark.parametrize("root", [MADE_UP, SECOND], ids=lambda root: root.name)
def test_corpora_that_are_right_pass(root: Path) -> None:
    assert [p for p in problems_of(open_corpus(root, TODAY)) if p.code.startswith(NET)] == []


def test_a_line_is_that_of_the_file_whatever_is_gone_from_the_text() -> None:
    text = "a\u200b\n\n**b** &amp; c\nd\n\nGọi 0912 345 678\n"
    assert [line for line, _ in personal_lines(text, in_paragraphs=True)] == [5]
