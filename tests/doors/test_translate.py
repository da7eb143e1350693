"""`translate`: a language's pages as a workbook for its translator, and the workbook taken back."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from conftest import EPOCH, MADE_UP, Corpus, run
from doorway.translating.translation_kit import HEAD_ROW, KIT_SHEET, SAID
from tai_letters import READER, TRANSLATOR, filled, in_script

LAW = "chinh-sach/2026/luat-mau"
ROW = '- {code: blt, name: "ꪼꪕ", script: Tavt}\n'
PAGE = f"content_blt/{LAW}.md"
FIRST_ROW = HEAD_ROW + 2


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    shutil.copytree(MADE_UP, tmp_path / "corpus")
    made = Corpus(tmp_path / "corpus")
    made.write("data/locales.yml", ROW)
    return made


def door(corpus: Corpus, *arguments: str, lang: str = "en") -> subprocess.CompletedProcess[str]:
    options = ("--root", str(corpus.root), "--lang", lang)
    return run("scripts/translate.py", *arguments, *options, SOURCE_DATE_EPOCH=EPOCH)


def given(corpus: Corpus, *pages: str) -> Path:
    done = door(corpus, "out", "--locale", "blt", *(("--pages", *pages) if pages else ()))
    assert done.returncode == 0, done.stdout + done.stderr
    return Path(done.stdout.rstrip().rpartition("Written: ")[2])


def taken(corpus: Corpus, *pages: str) -> None:
    done = door(corpus, "back", str(filled(given(corpus, *pages))))
    assert done.returncode == 0, done.stdout + done.stderr


def front(corpus: Corpus) -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load((corpus.root / PAGE).read_text("utf-8").split("---\n")[1])
    return found


def test_a_translator_is_given_each_part_beside_its_english(corpus: Corpus) -> None:
    sheet = load_workbook(given(corpus, LAW)).worksheets[1]
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW, min_col=3, max_col=5)]
    assert rows[0] == ["Luật mẫu một nói gì về trẻ em", "What sample law one says on children", ""]
    assert [row[0] for row in rows if row[0].startswith("#")] == []
    assert rows[2][0] == "Luật mẫu nói gì?"
    assert all(english for _, english, _ in rows)
    assert sheet.column_dimensions["A"].hidden


def test_the_same_pages_make_the_same_workbook(corpus: Corpus) -> None:
    first = given(corpus, LAW).read_bytes()
    assert given(corpus, LAW).read_bytes() == first


def test_what_comes_back_whole_is_a_page_that_passes_the_check(corpus: Corpus) -> None:
    taken(corpus, LAW, "thanh-tuu/index")
    said = front(corpus)
    assert said["title"] == in_script("Luật mẫu một nói gì về trẻ em")
    assert (said["translator"], said["native_reviewer"]) == (TRANSLATOR, READER)
    body = (corpus.root / PAGE).read_text("utf-8").rpartition("---\n")[2]
    assert "{#luat-mau-noi-gi}" in body
    assert "](../../van-ban/luat-mau-mot.md#dieu-2)" in body
    done = run("scripts/check.py", "--root", str(corpus.root), "--lang", "en", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stdout


def _put(row: int, change: Callable[[str], str]) -> Callable[[Worksheet], None]:
    def but(sheet: Worksheet) -> None:
        cell = sheet.cell(row, SAID + 1)
        cell.value = change(str(cell.value))

    return but


WRONG = {
    "a number": (_put(FIRST_ROW + 3, lambda said: said.replace(" 1)", ")")), "cell E10: the original has 1 and"),
    "a new number": (_put(FIRST_ROW + 2, lambda said: f"{said} 113"), "cell E9: 113 is not in the original"),
    "a mark": (_put(FIRST_ROW + 3, lambda said: said.replace("[2]", "[1]")), "cell E10: the marks of sources [2]"),
    "a link": (_put(FIRST_ROW + 3, lambda said: said.replace("dieu-2", "dieu-3")), "cell E10: the link to ../../van"),
    "bold that never ends": (_put(FIRST_ROW, lambda said: f"**{said}"), "cell E7: ** stands in pairs"),
    "a heading": (_put(FIRST_ROW + 2, lambda said: f"# {said}"), "cell E9: the translation begins with '#'"),
    "a line too many": (_put(FIRST_ROW + 2, lambda said: f"{said}\n{said}"), "cell E9: this cell has several lines"),
    "what only the check knows": (_put(FIRST_ROW, lambda said: said[:3]), "cell E7: "),
    "no reader's name": (_put(4, lambda _: ""), "cell E4: no name is given: Native reader"),
    "a machine": (_put(3, lambda _: "Google Translate"), "the portal publishes no machine translation"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_told_by_sheet_and_cell_and_nothing_is_written(corpus: Corpus, what: str) -> None:
    but, told = WRONG[what]
    done = door(corpus, "back", str(filled(given(corpus, LAW), but=but)))
    assert done.returncode == 1
    assert told in done.stdout, done.stdout
    assert "sheet '1. luat-mau'" in done.stdout
    assert not (corpus.root / PAGE).exists()


def test_it_is_told_in_vietnamese_too(corpus: Corpus) -> None:
    done = door(corpus, "back", str(filled(given(corpus, LAW), but=WRONG["a number"][0])), lang="vi")
    assert "ô E10: bản gốc có số 1 mà ở đây không có; hãy giữ nguyên mọi con số" in done.stdout


def test_a_page_that_is_not_finished_waits_and_the_others_are_taken_in(corpus: Corpus) -> None:
    def but(sheet: Worksheet) -> None:
        if "luat-mau" in sheet.title:
            sheet.cell(FIRST_ROW + 1, SAID + 1).value = None

    done = door(corpus, "back", str(filled(given(corpus, LAW, "thanh-tuu/index"), but=but)))
    assert done.returncode == 1
    assert f"{PAGE}: 1 parts are not translated yet" in done.stdout
    assert not (corpus.root / PAGE).exists()
    assert (corpus.root / "content_blt/thanh-tuu/index.md").is_file()


def test_a_sheet_in_which_nobody_wrote_is_no_page(corpus: Corpus) -> None:
    done = door(corpus, "back", str(given(corpus, LAW)))
    assert done.returncode == 1
    assert "Taken in: 0 of 0 pages." in done.stdout


def test_what_somebody_wrote_since_is_not_written_over(corpus: Corpus) -> None:
    taken(corpus, LAW)
    file = filled(given(corpus, LAW), but=_put(FIRST_ROW, lambda said: said[::-1]))
    text = (corpus.root / PAGE).read_text("utf-8").replace(TRANSLATOR, "Trung tâm Mẫu Ba")
    (corpus.root / PAGE).write_text(text, encoding="utf-8")
    done = door(corpus, "back", str(file))
    assert done.returncode == 1
    assert "was changed after this file was made" in done.stdout
    assert (corpus.root / PAGE).read_text("utf-8") == text


def test_the_same_workbook_twice_changes_nothing(corpus: Corpus) -> None:
    file = filled(given(corpus, LAW))
    assert door(corpus, "back", str(file)).returncode == 0
    text = (corpus.root / PAGE).read_bytes()
    assert door(corpus, "back", str(file)).returncode == 0
    assert (corpus.root / PAGE).read_bytes() == text


def _change(corpus: Corpus) -> None:
    original = corpus.root / f"content_vi/{LAW}.md"
    text = original.read_text("utf-8").replace("## Luật mẫu nói gì?", "Một câu mới.\n\n## Luật mẫu nói điều gì?")
    original.write_text(text, encoding="utf-8")


def test_what_changed_since_is_told_without_git(corpus: Corpus) -> None:
    taken(corpus, LAW)
    assert door(corpus, "out", "--locale", "blt").returncode == 2  # nothing changed
    _change(corpus)
    checked = run("scripts/check.py", "--root", str(corpus.root), "--lang", "en", SOURCE_DATE_EPOCH=EPOCH)
    assert checked.returncode == 0
    assert "2 parts of the original changed since this page was translated" in checked.stdout
    sheet = load_workbook(given(corpus, LAW)).worksheets[1]
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW, min_col=3, max_col=6)]
    assert rows[0][2] == in_script(str(rows[0][0]))
    assert [row[0] for row in rows if not row[2]] == ["Một câu mới.", "Luật mẫu nói điều gì?"]


def test_git_tells_what_a_changed_part_said_before(corpus: Corpus) -> None:
    taken(corpus, LAW)
    git = ("git", "-C", str(corpus.root), "-c", "user.name=x", "-c", "user.email=x@example.org")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "first")):
        subprocess.run([*git, *command], check=True)
    original = corpus.root / f"content_vi/{LAW}.md"
    text = original.read_text("utf-8").replace("Luật mẫu nói gì?", "Luật mẫu nói điều gì?")
    original.write_text(text, encoding="utf-8")
    file = given(corpus)
    sheet = load_workbook(file).worksheets[1]
    told = [cell.value for cell in sheet["F"][FIRST_ROW - 1 :] if cell.value]
    assert told == ["The original changed. It said: Luật mẫu nói gì?"]
    assert door(corpus, "back", str(filled(file))).returncode == 0
    assert door(corpus, "out", "--locale", "blt").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("out", "--locale", "kjg"), "There is no language 'kjg' in data/locales.yml (there are: blt)"),
        (("out", "--locale", "blt", "--pages", "khong/co"), "There is no Vietnamese page: khong/co"),
        (("back", "khong-co.xlsx"), "There is no file khong-co.xlsx"),
        (("back",), "There is no file"),
    ],
)
def test_a_wrong_call_is_told(corpus: Corpus, arguments: tuple[str, ...], told: str) -> None:
    done = door(corpus, *arguments)
    assert done.returncode == 2
    assert told in done.stderr


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda book: book.remove(book[KIT_SHEET]), "this file is not a workbook the portal wrote for translators"),
        (lambda book: book[KIT_SHEET].cell(2, 1, "kjg"), "this file is for the language 'kjg'"),
        (lambda book: book.worksheets[1].cell(1, 1, "khong/co"), "the Vietnamese page 'khong/co' is no longer there"),
    ],
)
def test_a_workbook_that_is_not_ours_is_told(corpus: Corpus, change: Callable[[Workbook], object], told: str) -> None:
    file = filled(given(corpus, LAW))
    book = load_workbook(file)
    change(book)
    book.save(file)
    done = door(corpus, "back", str(file))
    assert done.returncode == 1
    assert told in done.stdout


def test_a_file_that_is_no_workbook_is_told(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "anh.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = door(corpus, "back", str(tmp_path / "anh.xlsx"))
    assert done.returncode == 1
    assert "anh.xlsx" in done.stdout
