"""What officers lay into data/: each way of writing it is understood, or told in one sentence with what to write."""

import shutil
import unicodedata
from datetime import date
from typing import NamedTuple

import pytest

from conftest import PLAN_3112, Corpus
from portal.content.library import open_library
from portal.language.folding import fold
from portal.plan.ledger import Registers, open_registers
from portal.plan.plan import Window
from portal.plan.register.products import Product

TODAY = date(2026, 11, 28)
ALWAYS = Window(date.min, date.max)
HEAD = "id;date;title;agency;theme;formats;channels;languages;audiences;places;quantity;url"
HEAD_VI = "Mã;Ngày;Tên sản phẩm;Cơ quan;Chủ đề;Hình thức;Kênh;Ngôn ngữ;Đối tượng;Địa bàn;Số lượng;Liên kết"
ROW = "A1;20/11/2026;Tờ rơi quyền trẻ em;so-gddt;1;leaflet;print;vi;children;;500;"
REPORT = """document: {number: 98/BC-SGDDT, date: 2026-11-20}
people:
  human_rights: {in_post: 4, trained: 3}
budget:
  - {source: "Ngân sách tỉnh", vnd: 450000000}
trainings:
  - {date: 2026-03-01, title: "Tập huấn", people: 1200}
"""


@pytest.fixture
def desk(corpus: Corpus) -> Corpus:
    """A corpus with the plan and the bodies of the province."""
    shutil.copytree(PLAN_3112 / "data", corpus.root / "data", dirs_exist_ok=True)
    return corpus


def read(desk: Corpus) -> Registers:
    return open_registers(open_library(desk.root, TODAY), TODAY)


def rows(registers: Registers) -> list[Product]:
    assert registers.ledger
    return list(registers.ledger.rows(ALWAYS))


def told(registers: Registers) -> list[str]:
    return [p.code for p in registers.problems]


def changed(column: str, text: str, row: str = ROW) -> str:
    cells = dict(zip(HEAD.split(";"), row.split(";"), strict=True))
    return ";".join({**cells, column: text}.values())


def one(column: str, text: str) -> str:
    """A register of one row: ROW, but for one of its cells."""
    return f"{HEAD}\n{changed(column, text)}\n"


class Read(NamedTuple):
    """A product as it must be read: by default the one of ROW."""

    day: date = date(2026, 11, 20)
    title: str = "Tờ rơi quyền trẻ em"
    agency: str = "so-gddt"
    theme: int | None = 1
    formats: tuple[str, ...] = ("leaflet",)
    channels: tuple[str, ...] = ("print",)
    languages: tuple[str, ...] = ("vi",)
    audiences: tuple[str, ...] = ("children",)
    quantity: int | None = 500


def as_read(p: Product) -> Read:
    return Read(p.date, p.title, p.agency, p.theme, p.formats, p.channels, p.languages, p.audiences, p.quantity)


UNDERSTOOD: dict[str, tuple[str | bytes, Read]] = {
    "as Excel writes it": (f"\ufeff{HEAD}\r\n{ROW}\r\n", Read()),
    "Vietnamese heads": (f"{HEAD_VI}\n{ROW}\n", Read()),
    "heads of another office": (
        "STT;Ngày đăng;Tên ấn phẩm;Đơn vị thực hiện;Chủ đề số;Loại hình;Kênh truyền thông;Thứ tiếng;"
        f"Dành cho ai;Địa điểm;Số lượng (bản);Đường dẫn\n{ROW}\n",
        Read(),
    ),
    "a column that counts beside one of ids": (f"STT;{HEAD_VI}\n1;{ROW}\n", Read()),
    "heads without marks": (f"{fold(HEAD_VI).upper()}\n{ROW}\n", Read()),
    "heads on two lines": (f'"Mã\nsố";"Ngày\ntháng"{HEAD[len("id;date") :]}\n{ROW}\n', Read()),
    "Vietnamese words": (
        f"{HEAD}\n1;20/11/2026;Tờ rơi quyền trẻ em;Sở Giáo dục và Đào tạo;Chủ đề 1;Tờ rơi;Bản in;Tiếng Việt;Trẻ em;;"
        "500;\n",
        Read(),
    ),
    "words in capitals without marks": (
        f"{HEAD}\n1;20/11/2026;Tờ rơi quyền trẻ em;SO GIAO DUC VA DAO TAO;1;TO ROI;BAN IN;TIENG VIET;TRE EM;;500;\n",
        Read(),
    ),
    "a suggestion taken whole": (one("formats", "Tờ rơi (leaflet)").replace(";vi;", ";vi (tiếng Việt);"), Read()),
    "English words": (
        f"{HEAD}\n1;20/11/2026;Tờ rơi quyền trẻ em;Department of Education and Training;1;Leaflet;print;Vietnamese;"
        "Children;;500;\n",
        Read(),
    ),
    "a commune by its place": (one("agency", "UBND xã Mường Nhé"), Read(agency="xa-muong-nhe")),
    "a body's short form": (one("agency", "Sở GD-ĐT"), Read()),
    "a theme by a roman number": (one("theme", "III"), Read(theme=3)),
    "a theme by its name": (one("theme", "Thông tin và trả lời"), Read(theme=4)),
    "a theme by number and name": (one("theme", "5. Việt Nam với thế giới"), Read(theme=5)),
    "a slash between": (one("formats", "leaflet/poster"), Read(formats=("leaflet", "poster"))),
    "a comma between": (one("languages", "vi, en"), Read(languages=("vi", "en"))),
    "a semicolon between": (
        one("formats", "@").replace("@", '"Tờ rơi; Áp phích"'),
        Read(formats=("leaflet", "poster")),
    ),
    "a new line between": (
        one("channels", "@").replace("@", '"- Bản in\n- Zalo"'),
        Read(channels=("print", "zalo")),
    ),
    "a language in capitals": (one("languages", "VI"), Read()),
    "a people's language by its name": (one("languages", "tiếng Mông"), Read(languages=("hmn",))),
    "the same written as it is said": (
        one("languages", "Việt/H’Mông"),
        Read(languages=("vi", "hmn")),
    ),
    "a day with points": (one("date", "20.11.2026"), Read()),
    "a day with hyphens": (one("date", "20-11-2026"), Read()),
    "a day with an hour": (one("date", "20/11/2026 00:00"), Read()),
    "thousands with a point": (one("quantity", "5.000"), Read(quantity=5000)),
    "thousands with a space": (one("quantity", "5\u00a0000"), Read(quantity=5000)),
    "no number": (one("quantity", "-"), Read(quantity=None)),
    "an apostrophe": (one("date", chr(39) + "20/11/2026"), Read()),
    "no-break spaces": (one("agency", "so-gddt\u00a0").replace("quyền", "quyền\u00a0"), Read()),
    "letters in pieces": (unicodedata.normalize("NFD", f"{HEAD_VI}\n{ROW}\n"), Read()),
    "titles above": (f"SỔ SẢN PHẨM NĂM 2026;;;;;;;;;;;\n\nĐơn vị: Sở Y tế;;;;;;;;;;;\n{HEAD}\n{ROW}\n", Read()),
    "a title that needs no separator": (f"Sổ sản phẩm, năm 2026\n{HEAD}\n{ROW}\n", Read()),
    "totals below": (f"{HEAD}\n{ROW}\nTổng cộng;;;;;;;;;;500;\n", Read()),
    "a total in another column": (f"{HEAD}\n{ROW}\n;;TỔNG SỐ: 1;;;;;;;;500;\n", Read()),
    "numbered columns": (f"{HEAD}\n(1);(2);(3);(4);(5);(6);(7);(8);(9);(10);(11);(12)\n{ROW}\n", Read()),
    "the head again on page two": (f"{HEAD_VI}\n{ROW}\n{HEAD_VI}\n", Read()),
    "empty rows and columns": (f"{HEAD};;\n{ROW};;\n;;;;;;;;;;;;;\n\n", Read()),
    "an empty column within": (
        f"{HEAD.replace('title;', ';title;')}\n{ROW.replace('Tờ rơi q', ';Tờ rơi q')}\n",
        Read(),
    ),
    "sep=;": (f"sep=;\n{HEAD}\n{ROW}\n", Read()),
    "Unicode text": (f"{HEAD}\r\n{ROW}\r\n".replace(";", "\t").encode("utf-16"), Read()),
    "UTF-16 of another machine": (("\ufeff" + f"{HEAD}\n{ROW}\n").encode("utf-16-be"), Read()),
}


def in_1258(text: str) -> bytes:
    """A text as Windows writes it: letters with their shape, tones as letters of their own."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    parts = unicodedata.normalize("NFD", text)
    made, at = "", 0
    while at < len(parts):
        end = at + 1
        while end < len(parts) and unicodedata.combining(parts[end]):
            end += 1
        marks = parts[at:end]
        shape = unicodedata.normalize("NFC", "".join(c for c in marks if c not in tones))
        made += shape + "".join(c for c in marks if c in tones)
        at = end
    return made.encode("cp1258")


UNDERSTOOD["the code page of Vietnamese Windows"] = (
    in_1258(f"{HEAD_VI}\r\n{ROW.replace('so-gddt', 'Sở Giáo dục và Đào tạo')}\r\n"),
    Read(),
)


@pytest.mark.parametrize("way", UNDERSTOOD)
def test_a_row_is_understood_however_it_was_written(desk: Corpus, way: str) -> None:
    text, expected = UNDERSTOOD[way]
    desk.write("data/products/2026.csv", text)
    found = read(desk)
    assert [p.message("en") for p in found.problems] == []
    assert [as_read(product) for product in rows(found)] == [expected]


@pytest.mark.parametrize(
    ("column", "text", "code", "instead"),
    [
        ("date", "31/11/2026", "not-a-day", "23/11/2026"),
        ("date", "20/11/26", "day-without-century", "20/11/2026"),
        ("date", "11/20/2026", "day-month-first", "20/11/2026"),
        ("date", "Tháng 11", "day-not-whole", "23/11/2026"),
        ("date", "46346", "day-as-serial", "20/11/2026"),
        ("date", "20/11/2025", "day-outside-window", "2025-12-01"),
        ("date", "30/11/2026", "day-in-future", "2026-11-30"),
        ("quantity", "5,000", "number-two-readings", "5000"),
        ("quantity", "5.0", "number-two-readings", "5000"),
        ("quantity", "5000 tờ", "number-with-words", "5000"),
        ("quantity", "5 nghìn", "number-with-words", "5000"),
        ("quantity", "1,5", "number-not-whole", "450.000"),
        ("quantity", "khoảng 500", "number-not-understood", "450.000"),
        ("languages", "vn", "not-a-language", "vi"),
        ("languages", "vie", "not-a-language", "vi"),
        ("languages", "mn", "not-a-language", "hmn"),
        ("languages", "th", "not-a-language", "blt"),
        ("languages", "hm", "not-a-language", "hmn"),
        ("languages", "eng", "not-a-language", "en"),
        ("languages", "Tiếng Thái", "not-a-language", "tiếng Thái Trắng"),
        ("languages", "tiếng dân tộc", "not-a-language", "tiếng Mông"),
        ("theme", "6", "unknown-word", "5. Việt Nam với thế giới"),
        ("theme", "VI", "unknown-word", "1. Công ước quốc tế"),
        ("formats", "leafet", "unknown-word", "Tờ rơi (leaflet)"),
        ("formats", "Tơ rơi", "unknown-word", "Tờ rơi (leaflet)"),
        ("formats", "Tờ rơi, Tơ gấp", "unknown-word", "'Tơ gấp'"),
        ("agency", "Sở Giáo dục", "unknown-agency", "Sở Giáo dục và Đào tạo (so-gddt)"),
        ("agency", "so-gdt", "unknown-agency", "Sở Giáo dục và Đào tạo (so-gddt)"),
        ("agency", "cac-so-nganh", "row-of-many", "cac-so-nganh"),
        ("agency", "Ủy ban nhân dân 45 xã, phường", "row-of-many", "ubnd-cap-xa"),
        ("agency", "so-gddt, Tỉnh Đoàn TNCS Hồ Chí Minh", "row-of-several", "Sở Giáo dục và Đào tạo"),
        ("agency", "so-gddt\nso-y-te", "row-of-several", "Sở Y tế"),
        ("agency", "ubnd-cap-huyen", "row-of-no-body", "2026-11-20"),
        ("agency", "Sở Thông tin và Truyền thông", "row-of-no-body", "2026-11-20"),
        ("url", "dienbien.gov.vn/a", "not-a-url", "https://"),
    ],
)
def test_a_cell_that_misleads_is_told_once_with_what_to_write(
    desk: Corpus, column: str, text: str, code: str, instead: str
) -> None:
    cell = f'"{text}"' if ";" in text or "\n" in text else text
    desk.write("data/products/2026.csv", one(column, cell))
    found = read(desk)
    (problem,) = found.problems
    assert (problem.path, problem.line, problem.field, problem.code) == ("data/products/2026.csv", 2, column, code)
    assert instead in problem.message("vi")
    assert instead in problem.message("en")
    assert rows(found) == []


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        (f"{HEAD}\n{ROW.replace('rơi q', 'rơi; q')}\n", 2, "row-shifted"),
        (f"{HEAD}\n{ROW};thừa\n", 2, "register-width"),
        (f"{HEAD};\n{ROW};thừa\n", 2, "column-unnamed"),
        (f"{HEAD}\n{ROW}\n;;Người lập biểu;;;;;;;;;\n", 3, "row-fragment"),
        (f"{HEAD}\nQuý I;;;;;;;;;;;\n{ROW}\n", 2, "row-fragment"),
        (one("title", ""), 2, "empty-cell"),
        (f"{HEAD};Ghi chú\n{ROW};\n", 1, "unknown-column"),
        (f"{HEAD};Đường link\n{ROW};\n", 1, "column-twice"),
        ("Sổ sản phẩm\n\n", 1, "missing-columns"),
        (f"{HEAD}\n{ROW}\n".encode("cp1258", "replace"), 2, "code-page"),
        (f"{HEAD}\n{ROW.replace('Tờ rơi', 'Tê r¬i')}\n".encode("latin-1", "replace"), 2, "code-page"),
        (f"{HEAD}\n{ROW.replace('Tờ rơi', 'Tôø rôi')}\n".encode("latin-1", "replace"), 2, "code-page"),
        (f"{HEAD}\n{ROW}\n".encode("utf-16-le"), 1, "utf-16"),
        (b"PK\x03\x04" + bytes(60), 1, "office-file"),
        (b"\xd0\xcf\x11\xe0" + bytes(60), 1, "office-file"),
    ],
)
def test_a_table_that_misleads_is_told_once(desk: Corpus, text: str | bytes, line: int, code: str) -> None:
    desk.write("data/products/2026.csv", text)
    assert [(p.line, p.code) for p in read(desk).problems] == [(line, code)]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("data/products/2026.xlsx", "office-not-read"),
        ("data/products/2026.CSV", "read-by-nobody"),
        ("data/products/2026 Sở GDĐT.csv", "register-name"),
        ("data/products/so-gddt-2026.csv", "register-name"),
        ("data/products/2026/so-gddt.csv", "read-by-nobody"),
        ("data/products/2062.csv", "year-outside-plan"),
        ("data/reported/so-gddt.yml", "read-by-nobody"),
        ("data/reported/nam-2026/so-gddt.yml", "not-a-year-folder"),
        ("data/reported/2062/so-gddt.yml", "year-outside-plan"),
        ("data/reported/2026/so-gddt.yaml", "read-by-nobody"),
        ("data/reported/2026/so-gddt.docx", "office-not-read"),
        ("data/reported/2026/so-gddt.XLSX", "office-not-read"),
    ],
)
def test_a_file_in_the_wrong_place_is_told_in_one_sentence(desk: Corpus, path: str, code: str) -> None:
    desk.write(path, f"{HEAD}\n{ROW}\n" if "products" in path else REPORT)
    found = read(desk)
    assert [(p.path, p.code) for p in found.problems] == [(path, code)]
    assert rows(found) == []


@pytest.mark.parametrize(
    ("change", "told_of"),
    [
        (("4, trained", "4 trained"), (3, "", "yaml-comma")),
        (("450000000", "450,000"), (5, "budget[1].000", "yaml-number-comma")),
        (("450000000", "450 triệu"), (5, "budget[1].vnd", "number-with-words")),
        (("450000000", "450.5"), (5, "budget[1].vnd", "number-two-readings")),
        (("1200", "1.2"), (7, "trainings[1].people", "number-two-readings")),
        (("1200", '"1,2"'), (7, "trainings[1].people", "number-not-whole")),
        (("2026-03-01", "2025-03-01"), (7, "trainings[1].date", "day-outside-report")),
        (("2026-03-01", "03/21/2026"), (7, "trainings[1].date", "day-month-first")),
        (("2026-11-20", "2025-11-20"), (1, "document.date", "document-outside-year")),
        (("98/BC-SGDDT", "98"), (1, "document.number", "not-text")),
    ],
)
def test_a_slip_in_a_report_is_told_with_its_line(
    desk: Corpus, change: tuple[str, str], told_of: tuple[int, str, str]
) -> None:
    desk.write("data/reported/2026/so-gddt.yml", REPORT.replace(*change))
    assert told_of in [(p.line, p.field, p.code) for p in read(desk).problems]


@pytest.mark.parametrize(
    "change",
    [
        ("450000000", "450.000.000"),
        ("450000000", '"450 000 000"'),
        ("450000000", "450.000.000 đồng"),
        ("1200", "1.200"),
        ("2026-03-01", "01/03/2026"),
        ("2026-11-20", "20.11.2026"),
    ],
)
def test_a_report_is_understood_however_it_was_written(desk: Corpus, change: tuple[str, str]) -> None:
    desk.write("data/reported/2026/so-gddt.yml", REPORT.replace(*change))
    found = read(desk)
    assert found.problems == ()
    assert found.ledger
    report = found.ledger.reports[2026]["so-gddt"]
    assert report.budget
    assert report.trainings
    (line,), (held,) = report.budget, report.trainings
    assert (line.vnd, held.people, held.date) == (450_000_000, 1200, date(2026, 3, 1))
    assert report.document
    assert report.document.date == date(2026, 11, 20)


@pytest.mark.parametrize(
    "text", ["{}\n", "", "# chưa ghi\n", "people: {}\n", "document: {number: 1/BC, date: 2026-11-20}\n"]
)
def test_a_report_that_says_nothing_is_none_but_of_a_body_that_says_what_it_made(desk: Corpus, text: str) -> None:
    desk.write("data/reported/2026/so-gddt.yml", text)
    found = read(desk)
    assert told(found) == ["report-says-nothing"]
    assert found.ledger
    assert found.ledger.reports == {}
    desk.write("data/products/2026-so-gddt.csv", f"{HEAD}\n")
    assert told(read(desk)) == []


@pytest.mark.parametrize(
    "text", ["trainings: []\n", "note: Không phát sinh\n", "people: {human_rights: {in_post: 0, trained: 0}}\n"]
)
def test_a_report_that_says_none_says_something(desk: Corpus, text: str) -> None:
    desk.write("data/reported/2026/so-gddt.yml", text)
    assert told(read(desk)) == []


def test_one_document_is_the_report_of_one_body(desk: Corpus) -> None:
    desk.write("data/reported/2026/so-gddt.yml", REPORT)
    desk.write(
        "data/reported/2026/so-y-te.yml",
        REPORT.replace("98/BC-SGDDT", "98 / BC-SGDĐT").replace("trained: 3", "trained: 4"),
    )
    (problem,) = read(desk).problems
    assert (problem.path, problem.line, problem.code) == ("data/reported/2026/so-y-te.yml", 1, "document-of-two")
    assert "data/reported/2026/so-gddt.yml" in problem.message("vi")


@pytest.mark.parametrize(("trained", "codes"), [(4, []), (3, ["document-of-two"])])
def test_communes_may_share_a_number_on_a_day_but_not_the_whole_report(
    desk: Corpus, trained: int, codes: list[str]
) -> None:
    one = REPORT.replace("98/BC-SGDDT", "12/BC-UBND")
    desk.write("data/reported/2026/xa-muong-nhe.yml", one)
    desk.write("data/reported/2026/xa-na-hy.yml", one.replace("trained: 3", f"trained: {trained}"))
    assert told(read(desk)) == codes
