"""Sixty slips and more in forms that were filled in: each told by its sheet and its cell, and nothing else told."""

import io
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from conftest import Corpus
from filler import FilledForm, fill
from forms_desk import YEAR, blank_forms, data_of, plan_corpus, receive

BODIES = (
    "so-gddt",
    "so-y-te",
    "so-tu-phap",
    "hoi-lhpn",
    "bao-dien-bien-phu",
    "xa-na-hy",
    "xa-tua-chua",
    "cong-an-tinh",
)
SEED = 7
MISTAKES: tuple[tuple[str, object, str], ...] = (
    ("document.number", None, "trống"),
    ("document.number", date(2026, 11, 12), "bảng tính đã tự đổi"),
    ("document.date", "31/2/2026", "không phải một ngày có thật"),
    ("document.date", "20/11", "chưa đủ ngày"),
    ("products.had", "có thể", "có thể"),
    ("products.had", "Không có", "đã điền"),
    ("products[1].date", "31/11/2025", "không phải một ngày có thật"),
    ("products[1].date", "11/23/2025", "viết tháng trước ngày"),
    ("products[1].date", "15/3/26", "hai chữ số"),
    ("products[1].date", "tháng 3", "chưa đủ ngày"),
    ("products[1].date", 39000, "số mà bảng tính giữ"),
    ("products[1].date", date(2025, 11, 30), "ngoài"),
    ("products[1].date", date(2027, 1, 5), "ngoài"),
    ("products[1].date", None, "trống"),
    ("products[1].title", None, "trống"),
    ("products[1].title", "Tặng quà em Lò Thị Mai", "tên người"),
    ("products[1].title", "Tin về công dân có CCCD 011093001234", "giấy tờ"),
    ("products[1].title", "Tờ rơi (hỏi 0912 345 678)", "số điện thoại"),
    ("products[1].title", "Hỏi đáp qua phapluat.muongnhe@gmail.com", "thư riêng"),
    ("products[1].title", "Tờ\u200brơi", "U+200B"),
    ("products[1].title", "#REF!", "lỗi công thức"),
    ("products[1].title", "=A1&B1", "công thức chưa được tính"),
    ("products[1].theme", "6. Chủ đề khác", "có phải bạn muốn viết"),
    ("products[1].theme", None, "trống"),
    ("products[1].theme", 9, "có phải bạn muốn viết"),
    ("products[1].formats", "Tơ rơi", "Tờ rơi"),
    ("products[1].formats", "Tờ rơi; Áp phic", "Áp phích"),
    ("products[1].channels", "Fabook", "Facebook"),
    ("products[1].channels", None, "trống"),
    ("products[1].languages", "tiếng Mong", "tiếng Mông"),
    ("products[1].languages", "vn", "tiếng Việt"),
    ("products[1].audiences", "Người dăn", "Người dân"),
    ("products[1].places", "!!!", "tên một nơi"),
    ("products[1].quantity", "5.000 tờ", "'tờ'"),
    ("products[1].quantity", "5,000", "có thể là"),
    ("products[1].quantity", 2.5, "phần lẻ"),
    ("products[1].quantity", -3, "0 trở lên"),
    ("products[1].quantity", "nhiều", "không phải một con số"),
    ("products[1].quantity", date(2026, 5, 3), "không phải một con số"),
    ("products[1].quantity", True, "không phải một con số"),
    ("products[1].quantity", 912345678, "số điện thoại"),
    ("products[1].url", "example.org/x", "https://"),
    ("products[1].url", "https://", "https://"),
    ("trainings.had", "Không có", "đã điền"),
    ("trainings[1].date", "5/13/2026", "viết tháng trước ngày"),
    ("trainings[1].date", date(2025, 3, 1), "ngoài"),
    ("trainings[1].title", None, "trống"),
    ("trainings[1].title", "Tập huấn do ông Giàng A Súa trình bày", "tên người"),
    ("trainings[1].people", "ba mươi", "không phải một con số"),
    ("trainings[1].people", "12,5", "phần lẻ"),
    ("people.human_rights.in_post", "mười", "không phải một con số"),
    ("people.human_rights.in_post", -1, "0 trở lên"),
    ("people.human_rights.trained", 99_999, "nhiều hơn"),
    ("people.human_rights.trained", None, "trống"),
    ("spokesperson.designated", "Có lẽ", "Đã có"),
    ("spokesperson.disclosures", "vài lần", "không phải một con số"),
    ("spokesperson.telephone", 912345678, "số di động"),
    ("spokesperson.email", "vanphong.so@gmail.com", "thư riêng"),
    ("spokesperson.role", "Bà Lò Thị Mai, Chánh Văn phòng", "tên người"),
    ("misinformation.handled", 5_000, "nhiều hơn"),
    ("misinformation.detected", None, "trống"),
    ("central_publications.received", 3.5, "phần lẻ"),
    ("budget[1].vnd", "450 triệu", "450000000"),
    ("budget[1].vnd", "1.5", "có thể là"),
    ("budget[1].vnd", None, "trống"),
    ("budget[1].source", None, "trống"),
    ("note", "Liên hệ 0215 3825 678", "số điện thoại"),
    ("note", "Chuyển vào tài khoản 3713000123456", "số tài khoản"),
)


@dataclass(frozen=True)
class Planted:
    """One slip: the body in whose form it is, the cell, what the sentence about it says."""

    body: str
    sheet: str
    cell: str
    said: str


def planted_in(filled: dict[str, FilledForm]) -> tuple[dict[str, bytes], list[Planted]]:
    """Each slip in a form that has its cell and none in the same cell, row or pair yet."""
    books = {body: openpyxl.load_workbook(io.BytesIO(form.data)) for body, form in filled.items()}
    planted: list[Planted] = []
    taken = set[tuple[str, str]]()
    for number, (what, value, said) in enumerate(MISTAKES):
        bodies = sorted(filled)[number % len(filled) :] + sorted(filled)
        places = ((body, key) for body in bodies for key in rows_like(what, filled[body]))
        body, key = next((body, key) for body, key in places if (body, group_of(key)) not in taken)
        taken.add((body, group_of(key)))
        sheet, cell = filled[body].cells[key]
        books[body][sheet][cell].value = value
        if isinstance(value, int | float):
            books[body][sheet][cell].number_format = "General"
        planted.append(Planted(body, sheet, cell, said))
    return {body: saved(book) for body, book in books.items()}, planted


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rows_like(what: str, form: FilledForm) -> list[str]:
    """The same cell in any row of the list that was filled: products[1].date, products[2].date …"""
    pattern = re.escape(what).replace(r"\[1\]", r"\[\d+\]")
    return [key for key in form.cells if re.fullmatch(pattern, key)]


def group_of(key: str) -> str:
    """What may hold one slip only, so that none hides another: a cell of the register, a pair of numbers, a row."""
    return key if key.startswith("products[") else key.rpartition(".")[0] or key


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FilledForm]:
    blank = blank_forms(tmp_path_factory.mktemp("blank"), *BODIES)
    return {body: fill(form, body, SEED, full=True) for body, form in blank.items()}


@pytest.fixture(scope="module")
def told(filled: dict[str, FilledForm], tmp_path_factory: pytest.TempPathFactory) -> tuple[Corpus, list[Planted], str]:
    corpus = plan_corpus(tmp_path_factory.mktemp("slips"))
    books, planted = planted_in(filled)
    for body, data in books.items():
        corpus.write(f"data/received/{YEAR}/{body}.xlsx", data)
    code, said = receive(corpus)
    assert code == 1
    return corpus, planted, said


def test_there_are_more_than_sixty_slips_in_forms_that_are_right_without_them(
    filled: dict[str, FilledForm], tmp_path: Path
) -> None:
    assert len(MISTAKES) >= 60
    corpus = plan_corpus(tmp_path)
    files = [corpus.write(f"{body}.xlsx", form.data) for body, form in filled.items()]
    code, said = receive(corpus, *files, "--dry-run")
    assert code == 0, said


def test_every_slip_is_told_by_its_sheet_and_cell_and_nothing_else_is(told: tuple[Corpus, list[Planted], str]) -> None:
    _, planted, said = told
    places = re.findall(r"^data/received/2026/(\S+)\.xlsx, trang '([^']+)', ô ([A-Z]+\d+): ", said, re.M)
    assert sorted(set(places)) == sorted({(one.body, one.sheet, one.cell) for one in planted})
    assert len(said.splitlines()) == len(places)


def test_every_sentence_says_what_is_wrong_there(told: tuple[Corpus, list[Planted], str]) -> None:
    _, planted, said = told
    for one in planted:
        start = f"data/received/2026/{one.body}.xlsx, trang '{one.sheet}', ô {one.cell}: "
        lines = [line for line in said.splitlines() if line.startswith(start)]
        assert any(one.said in line for line in lines), (one, lines)


def test_nothing_is_written_of_forms_that_are_wrong(told: tuple[Corpus, list[Planted], str]) -> None:
    corpus, *_ = told
    assert not [path for path in data_of(corpus) if path.startswith(("data/reported", "data/products"))]
    assert f"data/received/{YEAR}.csv" not in data_of(corpus)
