"""A net for privacy: forty details of persons are refused, forty public numbers and figures are not."""

from pathlib import Path

import pytest

from conftest import MADE_UP, SECOND, TODAY, Corpus
from makers import SMALL_PLAN
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
IN_TEXTS = (
    "Anh Lò Văn Panh ở bản Huổi Lếch.",
    "Số CCCD 011093001234.",
    "Số CCCD\u00a0011\u00a0093\u00a0001\u00a0234.",
    "Căn cước: ０１１０９３００１２３４.",
    "Giấy CMND 040.123.456 của chị ấy.",
    "Her passport B1234567 was kept.",
    "Identity card no. 012 345 678 901.",
    "Gọi 0912345678.",
    "Gọi 0912 345 678.",
    "Gọi 0912.345.678 hoặc nhắn tin.",
    "Gọi 0912\u2013345\u2013678.",
    "ĐT.0912345678",
    "Gọi (091) 234 5678.",
    "Gọi ０９１２ ３４５ ６７８.",
    "Gọi +84 912 345 678.",
    "Call +84-912-345-678 or 0084 912 345 678.",
    "Gọi 0912\u00a0345\u00a0678.",
    "Gọi 0912\u200b345678.",
    "Gọi **0912** 345 678.",
    "Gọi 0912 345\n678 buổi tối.",
    "Gọi 0912345678/0987654321.",
    "[Gọi](tel:0912345678)",
    "[Gọi](tel:+84912345678)",
    "[Zalo](https://zalo.me/0912345678)",
    "| Ai | Số |\n| --- | --- |\n| Trạm | 0388123456 |",
    "| Tên | Tuổi |\n| --- | --- |\n| Nguyễn Thu Hà | 54 |",
    "- 0912 345 678\n- 0912 345 679",
    "Thư: lovanpanh1993@gmail.com.",
    "Write to panh [at] gmail [dot] com.",
    "Thư: panh&#64;yahoo.com.vn",
    "Tài khoản 8900205123456 Agribank.",
    "STK: 1234 5678 9012",
    "Bank account number 36110000123456.",
    "Bà Giàng Thị Súa, 54 tuổi, bản Huổi Lếch 2, bị HIV.",
    "Cháu Mẩy, 12 tuổi, ở bản Nậm Pồ, bị mù.",
    "Em L.T.M., 13 tuổi, bản Na Ư, bị xâm hại.",
    "Lường Minh Tuấn (54 tuổi, xã Sín Thầu) thuộc hộ nghèo.",
    "Hoàng Minh Tuấn ở bản Huổi Lếch, năm nay 54 tuổi, bị ung thư.",
    "Trong bản Na Ư có Vũ Thu Hà đã 31 tuổi và thuộc hộ nghèo.",
    "Phạm Quang Minh, người xã Sín Thầu, bị bắt khi 19 tuổi.",
    "Hoang Minh Tuan of Huoi Lech village is 54 years old and lives in poverty.",
    "Mr Panh, aged 54, of Huoi Lech village, was convicted.",
    "Mua A Dua, 31 years old, Na U village, lives in poverty.",
    "Lo Thi Mai came to the market.",
    "Hôm qua Nguyễn Minh Tuấn đến trạm xá.",
    "Theo Lường Quang Hải, bản có ba giếng.",
    "Giàng Mí Pó và Sùng Mai Chi cùng đi học.",
    "The well was dug by Tòng Minh Đức in 2024.",
    "![Chị Lò Thị Mai bên bể nước](../../../pictures/be.jpg)",
)
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
PUBLIC = (
    "Gọi **111**, không mất tiền.",
    "Công an 113, cứu hỏa 114, cấp cứu 115.",
    "Đường dây nóng 0215 3825 678.",
    "Đường dây nóng (0215) 3.825.678.",
    "Hotline +84 215 3825 678.",
    "[Gọi](tel:+842153825678)",
    "Số miễn phí 1800 599 920; tổng đài 1900 9095.",
    "Kế hoạch số 3112/KH-UBND ngày 12/7/2024.",
    "Luật số 15/2023/QH15, Nghị quyết 27-NQ/TW.",
    "Số 0123/2026/NQ-HĐND.",
    "Văn bản A/HRC/57/6, CCPR/C/VNM/CO/4.",
    "Chi 815.000.000 đồng, 84.912.345.678 đồng.",
    "Chi 84 912 345 678 đồng; 36 110 000 123 456 đồng.",
    "USD 1,234,567,890.12 in 2025.",
    "Ngân hàng Thế giới, 2019-2024; World Bank 2021–2025.",
    "World Bank (https://documents.worldbank.org/a/123456789012).",
    "Tài khoản Facebook có 12.000.000 người theo dõi.",
    "Từ 03.05.2026 đến 05.05.2026; 05-09-2026 - 07-09-2026.",
    "03 - 05 - 2026 - 10 giờ",
    "Tọa độ 21.389123, 103.016945.",
    "Mã xã 03127, 03130, 03133.",
    "Mã số thuế 0312345678; MST: 0302123456.",
    "ISBN 978-604-0-12345-6, ISBN 0804712345, ISSN 0866-7349.",
    "Điều 3.1.2.4.5.6.7.8, mục 0.1.2",
    "| 0 | 30 | 45 | 12 | 10 | 9 |\n| --- | --- | --- | --- | --- | --- |\n| 0 | 1 | 2 | 3 | 4 | 5 |",
    "Các số 0 30 45 12 10 9 8 7 6.",
    "0,912345678 và 0.912345678.",
    "[Tin](https://example.org/tin-20260912345678.html)",
    "Mã tệp fdb779e6a4a121c3024b4a72e72833a448a2b62d.",
    "vanphong@dienbien.gov.vn",
    "Chủ tịch Hồ Chí Minh; Trường Tiểu học Võ Thị Sáu.",
    "Thủ tướng Phạm Minh Chính.",
    "Phố Trần Đăng Ninh, đường Nguyễn Hữu Thọ, Trường THPT Lê Quý Đôn.",
    "Thơ Nguyễn Trãi; Ngô Quyền Street leads to Lê Lợi Primary School.",
    "Vua Lê Thánh Tông; tượng Trần Hưng Đạo; quỹ Nguyễn Thái Bình.",
    "Hạng Nhất, Hạng Nhì toàn tỉnh; Lê Văn là đường.",
    "Người từ 16 tuổi ở xã Mường Nhé thuộc hộ nghèo được giúp.",
    "Children aged 6 to 14 in Sín Thầu commune live in poverty.",
    "Bà con bản Huổi Lếch thoát nghèo.",
    "Trường Hoàng Văn Thụ ở xã Mường Nhé nhận 54 em 15 tuổi thuộc hộ nghèo.",
    "Mùa Xuân Mới về bản Huổi Lếch: trẻ 6 tuổi hộ nghèo được giúp.",
    "Từ Mường Nhé Mới đến xã Sín Thầu, người trên 60 tuổi thuộc hộ nghèo được giúp.",
    "Phố Hoàng Quốc Việt, phường Mường Thanh: 12 người trên 80 tuổi bị khuyết tật.",
    "Ha Giang Province and Na U village: children under 6 years old live in poverty.",
    "Dân số 633.000 người, 92,86 %.",
    "UPR 2024: 320 recommendations, 271 accepted.",
    "Năm 2019 2020 2021 2022 2023.",
    "10:30 ngày 20/11/2026, số 12/BC-UBND.",
    "DOI 10.1000/0912345678; CRC/C/15/Add.200",
    "Trợ giúp 0 vụ năm 2019, 20 vụ năm 2020.",
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
