"""make forms: what it writes, for whom, and what it never writes over."""

import io
import shutil
from pathlib import Path

import openpyxl
import pytest

from conftest import PLAN_3112, Corpus, run
from doorway.ours import WRITTEN

DAY = "2026-11-23"
FEW = """- {id: so-mot, kind: administrative, name: {vi: Sở Một, en: Department One}}
- {id: hoi-mot, kind: organisation, name: {vi: Hội Một, en: Union One}}
- {id: cac-so, kind: collective, name: {vi: Các sở, en: Departments}}
- {id: so-cu, kind: former, name: {vi: Sở Cũ, en: Old Department}}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Corpus:
    """The plan with two bodies that report, and two that do not."""
    made = Corpus(tmp_path / "desk")
    plan = (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0]
    made.write("data/plan.yml", plan)
    made.write("data/agencies.yml", FEW)
    (made.root / "content_vi").mkdir()
    return made


def forms(desk: Corpus, out: Path, *more: str) -> tuple[int, str, str]:
    done = run("scripts/forms.py", "--root", str(desk.root), "--out", str(out), "--as-of", DAY, *more)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()} - {WRITTEN} if folder.exists() else set()


ALL = {
    "bieu-2026-so-mot.xlsx",
    "thu-2026-so-mot.docx",
    "bieu-2026-hoi-mot.xlsx",
    "thu-2026-hoi-mot.docx",
    "danh-sach-gui-2026.csv",
    "danh-sach-gui-2026.xlsx",
}


def test_every_body_that_reports_gets_a_form_and_a_letter_and_stands_in_the_list(desk: Corpus, tmp_path: Path) -> None:
    code, said, _ = forms(desk, tmp_path / "bieu")
    assert (code, names(tmp_path / "bieu")) == (0, ALL)
    assert said.startswith("Đã viết 6 tệp cho 2 cơ quan")
    assert "Sở Một" in (tmp_path / "bieu/danh-sach-gui-2026.csv").read_text("utf-8-sig")


def test_the_same_again_changes_no_byte(desk: Corpus, tmp_path: Path) -> None:
    forms(desk, tmp_path / "one")
    forms(desk, tmp_path / "two")
    forms(desk, tmp_path / "two")
    for name in ALL:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_one_body_alone_gets_its_form_and_the_list_of_all_stays(desk: Corpus, tmp_path: Path) -> None:
    code, _, _ = forms(desk, tmp_path / "bieu", "--agency", "hoi-mot", "--agency", "hoi-mot")
    assert (code, names(tmp_path / "bieu")) == (0, {"bieu-2026-hoi-mot.xlsx", "thu-2026-hoi-mot.docx"})


@pytest.mark.parametrize("name", ["so-mott", "cac-so", "so-cu"])
def test_a_body_that_does_not_report_is_told_with_those_that_do(desk: Corpus, tmp_path: Path, name: str) -> None:
    code, _, told = forms(desk, tmp_path / "bieu", "--agency", name, "--agency", "so-mot")
    assert (code, names(tmp_path / "bieu")) == (2, set())
    assert f"'{name}' không phải cơ quan phải báo cáo năm 2026" in told
    assert "so-mot" in told


def test_an_excused_body_is_sent_nothing(desk: Corpus, tmp_path: Path) -> None:
    plan = desk.root / "data/plan.yml"
    text = plan.read_text("utf-8").replace("excused: {}", 'excused: {2026: {hoi-mot: "Lý do"}}')
    assert "hoi-mot" in text
    plan.write_text(text, "utf-8")
    code, _, _ = forms(desk, tmp_path / "bieu")
    assert (code, names(tmp_path / "bieu")) == (0, {name for name in ALL if "hoi-mot" not in name})


def test_a_form_that_somebody_has_filled_in_is_never_written_over(desk: Corpus, tmp_path: Path) -> None:
    out = tmp_path / "bieu"
    forms(desk, out)
    filled = out / "bieu-2026-so-mot.xlsx"
    book = openpyxl.load_workbook(filled)
    book.worksheets[1]["C12"] = "7/BC"
    book.save(filled)
    kept = filled.read_bytes()
    for _ in range(2):
        code, _, told = forms(desk, out)
        assert (code, filled.read_bytes()) == (1, kept)
        assert "bieu-2026-so-mot (2).xlsx" in told
    assert names(out) == ALL | {"bieu-2026-so-mot (2).xlsx"}


def test_nothing_is_written_while_something_is_wrong_in_the_data(desk: Corpus, tmp_path: Path) -> None:
    desk.write("data/reported/2025/so-mot.yml", "trainings: nhiều\n")
    code, said, _ = forms(desk, tmp_path / "bieu")
    assert (code, names(tmp_path / "bieu")) == (1, set())
    assert said.startswith("data/reported/2025/so-mot.yml:1: ")


def test_a_year_outside_the_plan_has_no_forms(desk: Corpus, tmp_path: Path) -> None:
    code, _, told = forms(desk, tmp_path / "bieu", "--year", "2031")
    assert (code, names(tmp_path / "bieu")) == (2, set())
    assert "2024–2028" in told


def test_a_file_in_the_way_is_told_and_nothing_is_written(desk: Corpus, tmp_path: Path) -> None:
    (tmp_path / "bieu").write_text("mine")
    code, _, told = forms(desk, tmp_path / "bieu")
    assert (code, (tmp_path / "bieu").read_text()) == (2, "mine")
    assert "--out" in told


def test_a_plan_without_a_day_and_an_owner_without_a_name_are_marked_as_missing(desk: Corpus, tmp_path: Path) -> None:
    plan = desk.root / "data/plan.yml"
    lines = [line for line in plan.read_text("utf-8").splitlines() if not line.startswith("reports_due")]
    plan.write_text("\n".join(lines), "utf-8")
    forms(desk, tmp_path / "bieu")
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "bieu/bieu-2026-so-mot.xlsx").read_bytes()))
    guide = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert "[chưa có: hạn gửi]" in guide
    assert any("[chưa có: tên cơ quan nhận báo cáo]" in said for said in guide)


def test_forms_in_english_stand_beside_the_vietnamese_ones(desk: Corpus, tmp_path: Path) -> None:
    forms(desk, tmp_path / "bieu")
    code, said, _ = forms(desk, tmp_path / "bieu", "--lang", "en", "--agency", "so-mot")
    assert (code, said.split()[0]) == (0, "Wrote")
    assert names(tmp_path / "bieu") == ALL | {"bieu-2026-so-mot.en.xlsx", "thu-2026-so-mot.en.docx"}
    book = openpyxl.load_workbook(tmp_path / "bieu/bieu-2026-so-mot.en.xlsx")
    assert book.sheetnames[:2] == ["How to fill in", "1. Body"]


def test_a_body_whose_id_is_no_name_for_a_file_still_gets_one_in_the_folder(desk: Corpus, tmp_path: Path) -> None:
    shutil.rmtree(desk.root / "data", ignore_errors=False)
    plan = (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0]
    desk.write("data/plan.yml", plan)
    desk.write("data/agencies.yml", '- {id: "../x", kind: press, name: {vi: Báo, en: Paper}}\n')
    forms(desk, tmp_path / "bieu")
    assert "bieu-2026-x.xlsx" in names(tmp_path / "bieu")
    assert sorted(tmp_path.iterdir()) == [tmp_path / "bieu", tmp_path / "desk"]
