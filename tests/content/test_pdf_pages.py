"""What stands on the pages of a PDF: details of persons are refused, public numbers are not, what cannot be read is
said."""

import time

import pytest

from conftest import TODAY, Corpus
from pdf_maker import pdf_with
from portal.content.library import open_library
from portal.reading.metadata.pdf_pages import MOST_PAGES, pdf_pages
from portal.reading.problems import Problem

ABOUT_SOMEBODY = (
    "Số CCCD 011093001234.",
    "Gọi 0912 345 678 để hỏi.",
    "Gọi 0912 345\n678 buổi tối.",
    "Danh sách\nChị Lò Thị Mai nhận quà.",
    "Nguyễn\nMinh Tuấn ký nhận",
    "Thư về lovanpanh1993@gmail.com.",
    "Tài khoản 8900205123456 Agribank.",
    "Em L.T.M., 13 tuổi, ở bản Na Ư,\nbị xâm hại.",
    "Giàng Thị Súa",
)
ABOUT_NOBODY = (
    "Kế hoạch số 3112/KH-UBND ngày 12/7/2024\ncủa Ủy ban nhân dân tỉnh Điện Biên",
    "Công an 113, cứu hỏa 114, cấp cứu 115",
    "Chi 815.000.000 đồng; 36 110 000 123 456 đồng",
    "Tổng 0 1.200 1.100\n2019 2020 2021",
    "vanphong@dienbien.gov.vn",
    "Trường Tiểu học Võ Thị Sáu",
    "Bà con bản Huổi Lếch thoát nghèo.",
)


def told(corpus: Corpus, data: bytes) -> list[Problem]:
    corpus.write("docs/tai-lieu/to-roi.pdf", data)
    return list(open_library(corpus.root, TODAY).problems)


@pytest.mark.parametrize("text", ABOUT_SOMEBODY)
def test_what_a_page_says_of_a_person_is_refused_and_the_page_named(corpus: Corpus, text: str) -> None:
    (problem, *_) = told(corpus, pdf_with("Một trang bìa.", text))
    assert (problem.code, problem.is_doubt) == ("pdf-personal", False)
    assert "trang 2 " in problem.message("vi")
    assert "page 2 " in problem.message("en")


@pytest.mark.parametrize("text", ABOUT_NOBODY)
def test_public_numbers_documents_and_figures_on_a_page_pass(corpus: Corpus, text: str) -> None:
    assert told(corpus, pdf_with(text)) == []


def test_who_may_be_named_in_data_may_be_named_on_a_page(corpus: Corpus) -> None:
    corpus.write("data/people.yml", '- {name: "Lò Thị Mai", why: office, note: "Chủ tịch xã năm 2026"}\n')
    assert told(corpus, pdf_with("Bà Lò Thị Mai nói với báo chí.")) == []


def test_a_scan_is_a_doubt_and_not_a_mistake(corpus: Corpus) -> None:
    (problem,) = told(corpus, pdf_with("", ""))
    assert (problem.code, problem.is_doubt) == ("pdf-scanned", True)


TORN = "C ng hòa xã h i ch  nghĩa Vi t Nam ộ ộ ủ ệ\nĐ c l p T  do H nh phúc ộ ậ ự ạ"


def test_letters_torn_out_of_their_words_are_a_doubt(corpus: Corpus) -> None:
    """As LibreOffice exports a font that lacks them."""
    assert [one.code for one in told(corpus, pdf_with(TORN))] == ["pdf-unread"]


def test_what_is_broken_is_a_doubt_and_never_an_error(corpus: Corpus) -> None:
    whole = pdf_with("Một trang.", "Hai trang.")
    for data in (whole[: len(whole) // 2], whole.replace(b"/Kids[5 0 R", b"/Kids[2 0 R"), whole.replace(b"Tj", b"(")):
        assert {one.code for one in told(corpus, data)} <= {"pdf-unread", "pdf-scanned"}
    assert [one.code for one in told(corpus, whole[:150])] == ["pdf-unread"]


def test_a_book_is_read_up_to_its_limit_and_the_rest_is_said() -> None:
    read = pdf_pages(pdf_with(*["Một trang sách."] * (MOST_PAGES + 1)))
    assert (len(read.texts), read.is_unread) == (MOST_PAGES, True)


def test_a_file_of_some_size_is_read_once(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf_with("Gọi 0912 345 678.", *["Một trang sách."] * 150)
    first = told(corpus, data)
    monkeypatch.setattr("pypdf.PdfReader", None)
    assert told(corpus, data) == first != []


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n/Type /Page " + b"<<" * 200_000,
        b"%PDF-1.7\n/Type /Page " + b"[" * 200_000,
        pdf_with("a").replace(b"/Kids[5 0 R]", b"/Kids[" + b"5 0 R " * 50_000 + b"]"),
        pdf_with("a").replace(b"/Contents 6 0 R", b"/Contents 5 0 R"),
        pdf_with("a").replace(b"Tj", b"q " * 100_000),
    ],
    ids=["dictionaries", "lists", "one page many times", "a page in itself", "states"],
)
def test_pages_made_to_hang_take_little_time(data: bytes) -> None:
    started = time.process_time()
    pdf_pages(data)
    assert time.process_time() - started < 8
