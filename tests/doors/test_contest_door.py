"""The kit of a contest: the same seed gives the same paper; nobody's name anywhere; nothing made up, nothing lost."""

import io
import re
import shutil
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from conftest import MADE_UP, Corpus, run
from doorway.ours import WRITTEN
from portal.language.words import words
from portal.site.contest.marking import HEAD_ROW
from sheet_formulas import worked_out

PAPER, KEY, RULES, MARKS, SLIPS = (
    f"{name}-tre-em-mau-3-mot.{form}"
    for name, form in (
        ("de-thi", "docx"),
        ("dap-an", "docx"),
        ("the-le", "docx"),
        ("cham-diem", "xlsx"),
        ("phieu-rut-ma", "docx"),
    )
)
QUIZZES = sorted(file.stem for file in (MADE_UP / "data/quizzes").glob("*.yml"))
FIRST = HEAD_ROW + 3
"""The row of the first code, as a spreadsheet counts; the key stands above it."""


@pytest.fixture
def province(tmp_path: Path) -> Corpus:
    for name in ("content_vi", "content_en", "data"):
        shutil.copytree(MADE_UP / name, tmp_path / "corpus" / name)
    return Corpus(tmp_path / "corpus")


def made(out: Path, *options: str, quiz: str = "tre-em-mau", seed: str = "mot", code: int = 0) -> dict[str, bytes]:
    where = ("--root", str(MADE_UP), "--out", str(out), "--quiz", quiz, "--seed", seed)
    done = run("scripts/contest.py", *where, *options)
    assert done.returncode == code, done.stdout + done.stderr
    return {file.name: file.read_bytes() for file in out.iterdir() if file.name != WRITTEN}


def text_of(docx: bytes) -> str:
    document = Document(io.BytesIO(docx))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_order(tmp_path: Path) -> None:
    one = made(tmp_path / "a")
    assert set(one) == {PAPER, KEY, RULES, MARKS, SLIPS}
    assert one == made(tmp_path / "b")
    orders = set()
    for number in range(4):
        kit = made(tmp_path / f"so-{number}", seed=str(number))
        paper = next(data for name, data in kit.items() if name.startswith("de-thi"))
        orders.add(tuple(re.findall(r"^Câu \d\. (.*)$", text_of(paper), re.M)))
    assert len(orders) > 1
    assert {tuple(sorted(order)) for order in orders} == {tuple(sorted(next(iter(orders))))}


def test_a_paper_has_as_many_questions_as_were_asked_for_and_its_key_their_answers(tmp_path: Path) -> None:
    kit = made(tmp_path, "--count", "2")
    paper, key = (text_of(next(data for name, data in kit.items() if name.startswith(one))) for one in ("de-", "dap-"))
    assert len(re.findall(r"^Câu \d+\.", paper, re.M)) == 2
    asked = re.findall(r"^Câu (\d+)\. (.*)\n((?:[A-D]\. .*\n?)+)", paper, re.M)
    for number, _, choices in asked:
        letter, answer = re.findall(rf"^Câu {number}: ([A-D])\. (.*)$", key, re.M)[0]
        assert f"{letter}. {answer}" in choices
    assert key.count("Nguồn: ") == 2
    assert "Vì" not in paper
    assert "2 câu rút từ 3 câu" in paper


def test_of_several_quizzes_each_question_says_whose_it_is(tmp_path: Path) -> None:
    for number, quiz in enumerate(("tre-em-mau,luat-mau", "all")):
        kit = made(tmp_path / str(number), quiz=quiz, code=0)
        paper = text_of(next(data for name, data in kit.items() if name.startswith("de-thi")))
        assert len(re.findall(r"^Câu \d+ \((?:Luật mẫu một|Trẻ em trong công ước mẫu)\)\.", paper, re.M)) == 4


def test_the_rules_leave_to_the_organiser_what_only_the_organiser_can_say(tmp_path: Path) -> None:
    rules = text_of(made(tmp_path)[RULES])
    for asked in ("Đơn vị tổ chức", "Ngày, giờ thi", "Nơi thi", "Giải thưởng", "Kinh phí từ"):
        assert re.search(rf"^{asked}: \.+ \(Ban tổ chức điền\)$", rules, re.M), asked
    assert not re.search(r"\d{1,2}/\d{1,2}|đồng\b(?! ý| hạng)|\d{6,}", rules)
    assert text_of(made(tmp_path)[PAPER]).startswith("Bản dự thảo")


def test_no_file_asks_for_a_name_or_a_telephone(tmp_path: Path) -> None:
    kit = made(tmp_path)
    for name in (PAPER, SLIPS):
        assert not re.search(r"[Hh]ọ (và )?tên|[Ss]ố điện thoại:|[Ee]mail|[Ll]ớp:", text_of(kit[name])), name
    sheet = openpyxl.load_workbook(io.BytesIO(kit[MARKS])).worksheets[0]
    heads = [cell.value for cell in sheet[HEAD_ROW + 1]]
    assert heads == ["Mã số", "Câu 1", "Câu 2", "Câu 3", "Điểm", "Thứ hạng", "Đồng hạng"]
    assert [sheet.cell(row, 1).value for row in range(FIRST, FIRST + 3)] == ["001", "002", "003"]
    assert sheet.cell(FIRST + 30, 1).value is None
    assert all(f"Mã số\n{number:03d}" in text_of(kit[SLIPS]) for number in range(1, 31))


def test_points_places_and_shared_places_are_worked_out(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(tmp_path, "--people", "5")[MARKS]))
    sheet = book.worksheets[0]
    key = [sheet.cell(FIRST - 1, column).value for column in (2, 3, 4)]
    others = ["A" if letter != "A" else "B" for letter in key]
    answers = [
        key,
        [key[0], key[1], others[2]],
        [f" {key[0].lower()} ", others[1], key[2]],
        [others[0], None, None],
        [],
    ]
    for row, line in enumerate(answers, FIRST):
        for column, letter in enumerate(line, 2):
            sheet.cell(row, column, letter)
    found = [
        [worked_out(sheet, sheet.cell(row, column).value) for column in (5, 6, 7)] for row in range(FIRST, FIRST + 5)
    ]
    assert found == [
        [3, 1, ""],
        [2, 2, "Đồng hạng"],
        [2, 2, "Đồng hạng"],
        [0, 4, ""],
        ["", "", ""],
    ]


def test_a_sheet_that_somebody_has_filled_in_stays_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    made(tmp_path)
    book = openpyxl.load_workbook(tmp_path / MARKS)
    book.worksheets[0].cell(FIRST, 2, "A")
    book.save(tmp_path / MARKS)
    filled = (tmp_path / MARKS).read_bytes()
    where = ("--root", str(MADE_UP), "--out", str(tmp_path), "--quiz", "tre-em-mau", "--seed", "mot", "--people", "9")
    done = run("scripts/contest.py", *where)
    assert (done.returncode, (tmp_path / MARKS).read_bytes()) == (1, filled)
    beside = MARKS.replace(".xlsx", " (2).xlsx")
    assert beside in done.stderr
    sheet = openpyxl.load_workbook(tmp_path / beside).worksheets[0]
    assert (sheet.cell(FIRST + 8, 1).value, sheet.cell(FIRST + 9, 1).value) == ("009", None)


def test_two_seeds_that_look_alike_never_share_a_file(tmp_path: Path) -> None:
    names = [set(made(tmp_path / str(at), seed=seed)) for at, seed in enumerate(("mot hai", "mot-hai", "Một hai", "…"))]
    assert not set.intersection(*names)
    assert len(set.union(*names)) == 4 * 5


def test_the_kit_comes_in_english_too(tmp_path: Path) -> None:
    kit = made(tmp_path, "--lang", "en")
    assert "question-paper-tre-em-mau-3-mot.docx" in kit
    assert "Draft" in text_of(kit["question-paper-tre-em-mau-3-mot.docx"])
    assert "Prizes: ....." in text_of(kit["rules-tre-em-mau-3-mot.docx"])


@pytest.mark.parametrize(
    ("options", "key", "values"),
    [
        ((), "which", {"choices": f"{', '.join(QUIZZES)}, all"}),
        (("--quiz", "tre-em-mua", "--seed", "1"), "unknown", {"value": "tre-em-mua", "choices": "tre-em-mau"}),
        (("--quiz", "tre-em-mau"), "no_seed", {}),
        (("--quiz", "tre-em-mau", "--seed", "  "), "no_seed", {}),
        (("--quiz", "tre-em-mau", "--seed", "a" * 61), "seed_long", {"length": 61, "most": 60}),
        (
            ("--quiz", "tre-em-mau", "--seed", "1", "--count", "4"),
            "too_many",
            {"quiz": "tre-em-mau", "count": 3, "value": 4},
        ),
        (
            ("--quiz", "tre-em-mau", "--seed", "1", "--count", "hai"),
            "too_many",
            {"quiz": "tre-em-mau", "count": 3, "value": "hai"},
        ),
        (("--quiz", "tre-em-mau", "--seed", "1", "--people=-3"), "people_many", {"value": "-3", "most": 999}),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    tmp_path: Path, options: tuple[str, ...], key: str, values: dict[str, object], lang: str
) -> None:
    done = run("scripts/contest.py", "--root", str(MADE_UP), "--out", str(tmp_path / "a"), "--lang", lang, *options)
    assert done.returncode == 2
    assert done.stderr.strip() == words(lang).say(f"contest.{key}", **values)
    assert not (tmp_path / "a").exists()


def test_a_corpus_without_quizzes_and_one_with_mistakes_are_told(province: Corpus, tmp_path: Path) -> None:
    where = ("--root", str(province.root), "--out", str(tmp_path / "a"), "--quiz", "all", "--seed", "1", "--lang", "en")
    file = province.root / "data/quizzes/tre-em-mau.yml"
    file.write_text(file.read_text("utf-8").replace("right: 3", "right: 9"), "utf-8")
    wrong = run("scripts/contest.py", *where)
    assert wrong.returncode == 1
    assert "data/quizzes/tre-em-mau.yml:30" in wrong.stdout
    for part in ("data/quizzes", "content_vi/tap-huan", "content_en/tap-huan"):  # a unit has a test
        shutil.rmtree(province.root / part)
    without = run("scripts/contest.py", *where)
    assert (without.returncode, without.stderr.strip()) == (2, words("en").say("contest.no_quizzes"))
    assert not (tmp_path / "a").exists()
