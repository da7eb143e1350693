"""What may have happened to a form on its way, what takes the place of what, and what is never overwritten."""

import hashlib
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import yaml
from docx import Document
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from conftest import Corpus, run
from filler import FilledForm, fill
from forms_desk import YEAR, blank_forms, data_of, plan_corpus, receive

BODY, OTHER = "so-gddt", "so-y-te"
REPORT, REGISTER, LOG = (
    f"data/reported/{YEAR}/{BODY}.yml",
    f"data/products/{YEAR}-{BODY}.csv",
    f"data/received/{YEAR}.csv",
)


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return blank_forms(tmp_path_factory.mktemp("blank"), BODY, OTHER)


@pytest.fixture(scope="module")
def form(blank: dict[str, bytes]) -> FilledForm:
    return fill(blank[BODY], BODY, 3, full=True)


@pytest.fixture
def desk(tmp_path: Path) -> Corpus:
    return plan_corpus(tmp_path)


def changed(data: bytes, change: Callable[[Workbook], object]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_another_note(form: FilledForm) -> bytes:
    """The form sent a second time: its note says something else."""
    sheet, cell = form.cells["note"]
    return changed(form.data, lambda book: setattr(book[sheet][cell], "value", "Sửa"))


def taken(desk: Corpus, data: bytes, name: str = "bieu.xlsx", *arguments: str) -> tuple[int, str]:
    return receive(desk, desk.write(name, data), *arguments)


def sheets(book: Workbook) -> list[Worksheet]:
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def rename(book: Workbook) -> None:
    for number, sheet in enumerate(sheets(book)):
        sheet.title = f"Trang {number}"


def reorder(book: Workbook) -> None:
    book._sheets.reverse()


def rows_above(book: Workbook) -> None:
    for sheet in sheets(book)[1:]:
        loosen(sheet)
        sheet.insert_rows(1, 3)


def column_before(book: Workbook) -> None:
    for sheet in sheets(book)[1:]:
        loosen(sheet)
        sheet.insert_cols(2)


def without_keys(book: Workbook) -> None:
    """As when somebody copies what is seen into new sheets: the hidden column is not among it."""
    for sheet in sheets(book)[1:]:
        loosen(sheet)
        sheet.delete_cols(1)


def without_looks(book: Workbook) -> None:
    """Values copied into sheets without merged cells, lists, protection."""
    for sheet in sheets(book)[1:]:
        loosen(sheet)
        sheet.protection.sheet = False
        sheet.data_validations.dataValidation = []
        sheet.conditional_formatting = type(sheet.conditional_formatting)()


def turned_columns(book: Workbook) -> None:
    """The first two columns of the register change places, heads and all."""
    sheet = book["2. Sản phẩm"]
    for row in range(7, 108):
        one, other = sheet.cell(row, 3), sheet.cell(row, 4)
        one.value, other.value = other.value, one.value
        one.number_format, other.number_format = other.number_format, one.number_format


def loosen(sheet: Worksheet) -> None:
    for cells in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(cells))


@pytest.mark.parametrize(
    "change", [rename, reorder, rows_above, column_before, without_keys, without_looks, turned_columns]
)
def test_a_form_that_was_moved_about_says_the_same(
    desk: Corpus, form: FilledForm, change: Callable[[Workbook], None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = plan_corpus(tmp_path_factory.mktemp("other"))
    assert taken(other, form.data)[0] == 0
    code, said = taken(desk, changed(form.data, change), "a.b (chốt).csv")
    assert code == 0, said
    assert data_of(desk)[REGISTER] == data_of(other)[REGISTER]
    assert data_of(desk)[REPORT].split(b"\n")[1:] == data_of(other)[REPORT].split(b"\n")[1:]


def test_rows_of_the_register_go_on_below_those_that_are_drawn(desk: Corpus, form: FilledForm) -> None:
    def more(book: Workbook) -> None:
        sheet = book["2. Sản phẩm"]
        for row in range(108, 160):
            for column in range(3, 13):
                sheet.cell(row, column).value = sheet.cell(8, column).value
            sheet.cell(row, 4).value = f"Sản phẩm thêm {row}"

    code, said = taken(desk, changed(form.data, more))
    assert code == 0, said
    assert data_of(desk)[REGISTER].count(b"\n") == 1 + len(form.products or []) + 52


def test_the_english_form_says_the_same(tmp_path: Path) -> None:
    """Filled in by a person who reads its English labels."""
    (data,) = blank_forms(tmp_path / "en", BODY, lang="en").values()

    def write(book: Workbook) -> None:
        book["1. Body"]["C12"].value = "12/BC"
        book["1. Body"]["C13"].value = "20/11/2026"
        sheet = book["2. Products"]
        sheet["D6"].value = "Yes"
        for cell, value in zip(
            "CDEFGHI", ("5/3/2026", "A leaflet", "3", "Leaflet; Video", "Zalo", "English", "Residents"), strict=True
        ):
            sheet[f"{cell}8"].value = value
        book["4. Other work"]["C6"].value = "Not yet"
        book["3. People and training"]["C14"].value = "None"

    (tmp_path / "desk").mkdir()
    desk = plan_corpus(tmp_path / "desk")
    code, said = receive(desk, desk.write("form.xlsx", changed(data, write)), lang="en")
    assert code == 0, said
    assert "Communication products: 1" in said
    found = data_of(desk)
    assert b"1,2026-03-05,A leaflet,so-gddt,3,leaflet|video,zalo,en,residents,,," in found[REGISTER]
    assert b"designated: false" in found[REPORT]
    assert b"trainings: []" in found[REPORT]


def no_marks(book: Workbook) -> None:
    del book["_bieu"]


def another_body(book: Workbook) -> None:
    book["_bieu"]["B1"].value = "so-khong-co"


def another_year(book: Workbook) -> None:
    book["_bieu"]["B2"].value = 2062


def handed_on(book: Workbook) -> None:
    book["1. Đơn vị"]["C6"].value = "Sở Y tế"


def sheet_gone(book: Workbook) -> None:
    del book["3. Người và tập huấn"]


def row_gone(book: Workbook) -> None:
    sheet = book["4. Việc khác"]
    loosen(sheet)
    sheet.delete_rows(13)


def sheet_more(book: Workbook) -> None:
    book.create_sheet("Danh sách")["B3"] = 120


def sheet_twice(book: Workbook) -> None:
    book.copy_worksheet(book["4. Việc khác"]).title = "bản sao"


def cell_beside(book: Workbook) -> None:
    book["2. Sản phẩm"]["P9"].value = "thêm 300 tờ"


def column_of_names(book: Workbook) -> None:
    sheet = book["3. Người và tập huấn"]
    head = next(row for row in range(1, 60) if sheet.cell(row, 1).value == "trainings.rows")
    sheet.cell(head, 6).value = "Họ và tên"
    sheet.cell(head + 1, 6).value = "Quàng Văn Inh"


def head_gone(book: Workbook) -> None:
    book["2. Sản phẩm"]["E7"].value = None


def with_names_of_persons(book: Workbook) -> None:
    book["Hướng dẫn"]["D20"].value = "Người lập biểu: Lường Minh Tuấn"


def phone_as_number(book: Workbook) -> None:
    book["2. Sản phẩm"]["P9"].value = 912345678


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (no_marks, ["bieu.xlsx: không có trang ẩn '_bieu'"]),
        (another_body, ["trang '_bieu', ô B1: trang ẩn ghi mã cơ quan 'so-khong-co'"]),
        (another_year, ["trang '_bieu', ô B2: trang ẩn ghi năm '2062'"]),
        (handed_on, ["trang '1. Đơn vị', ô C6: ô ghi 'Sở Y tế' nhưng biểu này được tạo cho Sở Giáo dục và Đào tạo"]),
        (sheet_gone, ["bieu.xlsx: không thấy phần 'Lớp tập huấn"]),
        (row_gone, ["trang '4. Việc khác', ô B12: phần này không còn dòng 'Số vụ phát hiện'"]),
        (sheet_more, ["trang 'Danh sách', ô B3: trang này không phải của biểu"]),
        (sheet_twice, ["trang 'bản sao', ô B5: phần 'Cơ chế phát ngôn"]),
        (cell_beside, ["trang '2. Sản phẩm', ô P9: ô này nằm ngoài các ô của biểu"]),
        (
            column_of_names,
            [
                "trang '3. Người và tập huấn', ô F15: cột 'Họ và tên' hỏi về từng người",
                "trang '3. Người và tập huấn', ô F16: có tên người (Quàn…)",
            ],
        ),
        (head_gone, ["trang '2. Sản phẩm', ô E7: không thấy tên cột 'Chủ đề'"]),
        (with_names_of_persons, ["trang 'Hướng dẫn', ô D20: có tên người (Lườn…)"]),
        (phone_as_number, ["trang '2. Sản phẩm', ô P9: có số điện thoại (0912…)"]),
    ],
)
def test_what_was_done_to_a_form_is_told_and_nothing_of_it_is_taken(
    desk: Corpus, form: FilledForm, change: Callable[[Workbook], None], expected: list[str]
) -> None:
    before = data_of(desk)
    code, said = taken(desk, changed(form.data, change))
    assert code == 1
    for sentence in expected:
        assert sentence in said
    assert data_of(desk) == before
    assert "Quàng Văn Inh" not in said


@pytest.mark.parametrize("name", ["danh-sach.docx", "cong-van.pdf", "trong.xlsx"])
def test_what_is_no_form_is_told_in_one_sentence(desk: Corpus, name: str) -> None:
    data = {"danh-sach.docx": b"PK\x03\x04", "cong-van.pdf": b"%PDF-1.7", "trong.xlsx": b""}[name]
    code, said = taken(desk, data, name)
    assert code == 1
    assert said.startswith(f"{desk.root / name}: ")
    assert said.count("\n") == 1


def test_a_form_nobody_filled_in_is_no_report(desk: Corpus, blank: dict[str, bytes]) -> None:
    code, said = taken(desk, blank[BODY])
    assert code == 1
    assert "chưa điền ô nào" in said


def test_a_form_with_a_document_and_no_answer_is_told_so_in_one_sentence(desk: Corpus, blank: dict[str, bytes]) -> None:
    def only_document(book: Workbook) -> None:
        book["1. Đơn vị"]["C12"].value = "12/BC-SGDĐT"
        book["1. Đơn vị"]["C13"].value = date(2026, 11, 10)

    code, said = taken(desk, changed(blank[BODY], only_document), "bieu.xlsx", "--lang", "vi")
    assert (code, said.count("\n")) == (1, 1), said
    assert "chưa trả lời mục nào" in said
    assert "[]" not in said

    def also_wrong(book: Workbook) -> None:
        only_document(book)
        book["2. Sản phẩm"]["D6"].value = "Có"

    code, said = taken(desk, changed(blank[BODY], also_wrong), "bieu.xlsx")
    assert (code, "không có dòng nào" in said, "chưa trả lời mục nào" in said) == (1, True, False)


@pytest.mark.parametrize("said_of_products", ["Có", "Không có"])
def test_a_form_that_only_speaks_of_products_is_a_report(
    desk: Corpus, blank: dict[str, bytes], form: FilledForm, said_of_products: str
) -> None:
    filled = openpyxl.load_workbook(io.BytesIO(form.data))["2. Sản phẩm"]

    def only_products(book: Workbook) -> None:
        book["2. Sản phẩm"]["D6"].value = said_of_products
        for row in filled.iter_rows(min_row=8, max_row=9, min_col=3) if said_of_products == "Có" else ():
            for cell in row:
                book["2. Sản phẩm"][cell.coordinate].value = cell.value

    code, said = taken(desk, changed(blank[BODY], only_products))
    assert code == 0, said
    assert {REPORT, REGISTER, LOG} <= set(data_of(desk))
    assert run("scripts/check.py", "--root", str(desk.root)).stdout.count("data/") == 0


def test_a_corrected_form_takes_the_place_of_the_first_and_the_log_keeps_both(desk: Corpus, form: FilledForm) -> None:
    assert taken(desk, form.data, "mot.xlsx", "--day", "2026-11-10")[0] == 0

    def correct(book: Workbook) -> None:
        book["3. Người và tập huấn"]["C7"].value = 0

    code, said = taken(desk, changed(form.data, correct), "hai.xlsx", "--day", "2026-11-20")
    assert code == 0
    assert "thay biểu trước" in said
    assert b"trained: 0" in data_of(desk)[REPORT]
    lines = data_of(desk)[LOG].decode("utf-8-sig").splitlines()
    first, second = (line.split(",") for line in lines[1:])
    assert (first[0], second[0]) == ("2026-11-10", "2026-11-20")
    assert (first[4], second[4]) == ("", first[2])
    assert run("scripts/check.py", "--root", str(desk.root)).stdout.count("data/re") == 0
    before = data_of(desk)
    assert taken(desk, form.data, "mot.xlsx")[0] == 0  # the first one once more is known, and brings nothing back
    assert data_of(desk) == before


def test_products_that_a_corrected_form_says_nothing_of_any_more_go(desk: Corpus, form: FilledForm) -> None:
    assert taken(desk, form.data, "mot.xlsx")[0] == 0
    assert REGISTER in data_of(desk)

    def correct(book: Workbook) -> None:
        sheet = book["2. Sản phẩm"]
        sheet["D6"].value = None
        for row in sheet.iter_rows(min_row=8, min_col=3):
            for cell in row:
                cell.value = None

    assert taken(desk, changed(form.data, correct), "hai.xlsx")[0] == 0
    assert REGISTER not in data_of(desk)


def test_none_said_of_products_is_a_register_without_rows_and_not_no_register(desk: Corpus, form: FilledForm) -> None:
    def none(book: Workbook) -> None:
        sheet = book["2. Sản phẩm"]
        sheet["D6"].value = "Không có"
        for row in sheet.iter_rows(min_row=8, min_col=3):
            for cell in row:
                cell.value = None

    code, said = taken(desk, changed(form.data, none))
    assert code == 0, said
    assert "Sản phẩm truyền thông: không có" in said
    assert data_of(desk)[REGISTER].count(b"\n") == 1
    assert run("scripts/check.py", "--root", str(desk.root)).stdout.count("data/") == 0


@pytest.mark.parametrize("path", [REPORT, REGISTER])
def test_a_file_somebody_wrote_by_hand_is_never_overwritten(desk: Corpus, form: FilledForm, path: str) -> None:
    hand = "trainings: []\n" if path == REPORT else "id,date,title,agency,theme,formats,channels,languages,audiences\n"
    desk.write(path, hand)
    before = data_of(desk)
    code, said = taken(desk, form.data)
    assert code == 1
    assert f"{path} đã có và không phải do make receive ghi" in said
    assert data_of(desk) == before


@pytest.mark.parametrize("path", [REPORT, REGISTER])
def test_a_file_somebody_changed_since_is_never_overwritten(desk: Corpus, form: FilledForm, path: str) -> None:
    assert taken(desk, form.data, "mot.xlsx")[0] == 0
    desk.write(path, data_of(desk)[path] + b"\n")
    before = data_of(desk)
    code, said = taken(desk, with_another_note(form), "hai.xlsx")
    assert code == 1
    assert f"{path} đã được sửa tay" in said
    assert data_of(desk) == before


def test_a_checkout_with_other_line_ends_is_no_change(desk: Corpus, form: FilledForm) -> None:
    assert taken(desk, form.data, "mot.xlsx")[0] == 0
    for path in (REPORT, REGISTER):
        desk.write(path, data_of(desk)[path].replace(b"\n", b"\r\n"))
    other = with_another_note(form)
    assert taken(desk, other, "hai.xlsx")[0] == 0


def test_two_forms_of_one_body_at_once_are_told_as_nobody_knows_which_is_later(desk: Corpus, form: FilledForm) -> None:
    one = desk.write("mot.xlsx", form.data)
    two = desk.write("hai.xlsx", with_another_note(form))
    before = data_of(desk)
    code, said = receive(desk, one, two)
    assert code == 1
    assert said.count("còn biểu khác của cùng cơ quan") == 2
    assert data_of(desk) == before
    assert receive(desk, one, one)[0] == 0  # the same file named twice is one form


def test_a_wrong_form_keeps_no_right_one_out(desk: Corpus, blank: dict[str, bytes], form: FilledForm) -> None:
    wrong = changed(form.data, another_year)
    code, said = receive(
        desk, desk.write("sai.xlsx", wrong), desk.write("dung.xlsx", fill(blank[OTHER], OTHER, 3).data)
    )
    assert code == 1
    assert "2062" in said
    assert f"data/reported/{YEAR}/{OTHER}.yml" in data_of(desk)
    assert REPORT not in data_of(desk)


def test_a_trial_writes_nothing_and_says_the_same(desk: Corpus, form: FilledForm) -> None:
    before = data_of(desk)
    trial = taken(desk, form.data, "bieu.xlsx", "--dry-run")
    assert data_of(desk) == before
    assert taken(desk, form.data) == trial


def test_what_check_would_refuse_of_all_reports_together_keeps_a_form_out(desk: Corpus, form: FilledForm) -> None:
    """The same document with which another body has reported already."""
    document = form.report["document"]
    desk.write(f"data/reported/{YEAR}/{OTHER}.yml", yaml.safe_dump({"document": document}))
    before = data_of(desk)
    code, said = taken(desk, form.data)
    assert code == 1
    assert f"data/reported/{YEAR}/{OTHER}.yml" in said
    assert data_of(desk) == before


def test_a_product_that_another_body_entered_is_told_and_taken_in(desk: Corpus, form: FilledForm) -> None:
    assert form.products
    one = form.products[0]
    words = "leaflet,print,vi,everyone"
    desk.write(
        f"data/products/{YEAR}-{OTHER}.csv",
        "id,date,title,agency,theme,formats,channels,languages,audiences,places\n"
        + f'7,{one["date"]},"{one["title"]}",{OTHER},1,{words},{"|".join(one["places"])}\n',
    )
    code, said = taken(desk, form.data)
    assert code == 0
    assert "trang '2. Sản phẩm', ô D8: Cần xem lại: " in said
    assert f"data/products/{YEAR}-{OTHER}.csv:2" in said
    assert REPORT in data_of(desk)


def test_one_product_in_the_forms_of_two_bodies_is_told_of_a_cell_of_each_other(
    desk: Corpus, blank: dict[str, bytes], form: FilledForm
) -> None:
    def write(book: Workbook) -> None:
        theirs, ours = openpyxl.load_workbook(io.BytesIO(form.data))["2. Sản phẩm"], book["2. Sản phẩm"]
        for column in range(3, 13):
            ours.cell(8, column).value = theirs.cell(8, column).value

    data = changed(fill(blank[OTHER], OTHER, 3, full=True).data, write)
    code, said = receive(desk, desk.write("mot.xlsx", form.data), desk.write("hai.xlsx", data))
    assert code == 0
    assert said.count("Cần xem lại") == 1
    assert "mot.xlsx, trang '2. Sản phẩm', ô D8: Cần xem lại: " in said
    assert "hai.xlsx!D8" in said
    assert {REPORT, f"data/reported/{YEAR}/{OTHER}.yml"} <= data_of(desk).keys()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("khong-co.xlsx",), "không có tệp khong-co.xlsx"),
        ((), "Không có tệp nào để nhận"),
        (("--day", "2099-01-01"), "2099-01-01"),
        (("--day", "20/11/2026"), "2026-11-30"),
    ],
)
def test_a_wrong_call_is_told_and_changes_nothing(desk: Corpus, arguments: tuple[str, ...], said: str) -> None:
    before = data_of(desk)
    done = run("scripts/receive.py", "--root", str(desk.root), *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert data_of(desk) == before


def test_a_broken_log_is_told_before_anything_is_taken_in(desk: Corpus, form: FilledForm) -> None:
    desk.write(LOG, "day,agency,sha256,form\n2026-11-02,so-gddt,abc,1\n")
    before = data_of(desk)
    code, said = taken(desk, form.data)
    assert code == 1
    assert f"{LOG}:2: " in said
    assert data_of(desk) == before


def test_a_folder_is_taken_in_with_everything_in_it(desk: Corpus, form: FilledForm) -> None:
    desk.write("thu/a/bieu.xlsx", form.data)
    code, said = receive(desk, desk.root / "thu")
    assert code == 0, said
    assert REPORT in data_of(desk)


def receipt_text(file: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(file)).paragraphs)


def test_a_receipt_says_what_came_part_by_part_and_until_when_it_may_be_corrected(
    desk: Corpus, blank: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("out")

    def write(book: Workbook) -> None:
        book["1. Đơn vị"]["C12"].value = "45/BC-SGDĐT"
        book["1. Đơn vị"]["C13"].value = "19/11/2026"
        for row in range(1, 60):
            if book["3. Người và tập huấn"].cell(row, 1).value == "trainings.had":
                book["3. Người và tập huấn"].cell(row, 3).value = "Không có"

    data = changed(blank[BODY], write)
    assert taken(desk, data, "bieu.xlsx", "--day", "2026-11-20", "--out", str(out))[0] == 0
    (file,) = out.glob("*.docx")
    assert file.name == f"phieu-nhan-{YEAR}-{BODY}-2026-11-20.docx"
    said = receipt_text(file)
    assert "đã nhận ngày 20/11/2026 biểu số liệu năm 2026 của Sở Giáo dục và Đào tạo" in said
    assert "Văn bản gửi kèm: 45/BC-SGDĐT" in said
    assert "- Lớp tập huấn, hội thảo, tọa đàm đã tổ chức: không có." in said
    assert "- Chưa báo cáo: Sản phẩm truyền thông, " in said
    assert hashlib.sha256(data).hexdigest() in said
    assert "trước ngày 30/11/2026" in said
    assert "[chưa có: tên cơ quan nhận báo cáo]" in said  # the owner has given no name, and none is made up
    before = file.read_bytes()
    assert taken(desk, data, "bieu.xlsx", "--out", str(out))[0] == 0  # known: no second receipt
    assert [one.read_bytes() for one in out.glob("*.docx")] == [before]


def test_a_receipt_for_a_late_form_promises_no_day_that_has_gone(
    desk: Corpus, form: FilledForm, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("out")
    plan = (desk.root / "data/plan.yml").read_text("utf-8")
    assert "reports_due: 11-30" in plan
    desk.write("data/plan.yml", plan.replace("reports_due: 11-30", "reports_due: 11-15"))
    assert taken(desk, form.data, "bieu.xlsx", "--day", "2026-11-20", "--out", str(out))[0] == 0
    (file,) = out.glob("*.docx")
    assert "sớm nhất có thể" in receipt_text(file)
