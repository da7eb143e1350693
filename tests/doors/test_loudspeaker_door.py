"""A commune gets the week's kit, logs what it broadcast, sends the log back: each broadcast counts once."""

import csv
import io
import shutil
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.shared import Pt

from conftest import MADE_UP, Corpus, run

WEEK = "2026-W47"
BODY = "hoi-mau"
LOG = f"nhat-ky-phat-loa-{WEEK}-{BODY}.xlsx"
REGISTER = "data/products/2026-loa.csv"
HEAD = 5
"""The row of heads, as a spreadsheet counts."""
MORNING = ("17/11/2026", "6:30", "cong-uoc/crc", "tiếng Thái Đen", 3, 4, 5)
EVENING = ("2026-11-17", "17h", "tro-giup/buoc-mau", "vi", 3, 4, "5")


@pytest.fixture
def province(tmp_path: Path) -> Corpus:
    for name in ("content_vi", "content_en", "data", "docs"):
        if (MADE_UP / name).exists():
            shutil.copytree(MADE_UP / name, tmp_path / "corpus" / name)
    return Corpus(tmp_path / "corpus")


def packed(province: Corpus, out: Path, *options: str) -> bytes:
    where = ("--root", str(province.root), "--out", str(out), "--week", WEEK, "--agency", BODY)
    done = run("scripts/loudspeaker.py", *where, *options)
    assert done.returncode == 0, done.stdout + done.stderr
    return (out / f"{WEEK}-{BODY}.zip").read_bytes()


def file_in(kit: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(kit)) as archive:
        return archive.read(name)


def logged(kit: bytes, lines: Iterable[Sequence[Any]], change: Callable[[Any], None] | None = None) -> bytes:
    """The log of a kit as somebody fills it in with a spreadsheet."""
    book = openpyxl.load_workbook(io.BytesIO(file_in(kit, LOG)))
    sheet = book.worksheets[0]
    for row, line in enumerate(lines, HEAD + 1):
        for column, value in enumerate(line, 1):
            sheet.cell(row, column, value)
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def received(province: Corpus, log: bytes, name: str = "nhat-ky.xlsx", lang: str = "en") -> tuple[int, str]:
    file = province.write(f"../{name}", log)
    done = run("scripts/receive.py", "--root", str(province.root), "--lang", lang, str(file))
    return done.returncode, done.stdout + done.stderr


def rows(province: Corpus) -> list[dict[str, str]]:
    file = province.root / REGISTER
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig")))) if file.exists() else []


def test_a_kit_holds_scripts_cards_and_a_log_and_has_the_same_bytes_again(province: Corpus, tmp_path: Path) -> None:
    kit = packed(province, tmp_path / "a")
    assert kit == packed(province, tmp_path / "b")
    with zipfile.ZipFile(io.BytesIO(kit)) as archive:
        names = archive.namelist()
    places, forms = ("cong-uoc-crc", "tro-giup-buoc-mau"), ("vi.txt", "vi.docx", "en.txt", "en.docx")
    scripts = [f"{place}.{form}" for place in places for form in forms]
    heard = ("am-thanh/buoc-mau-hmn.hmn.mp3", "am-thanh/phim-mau.vi.mp3")
    assert set(names) == {*scripts, *heard, LOG, "doc-truoc.txt"}
    sound = (province.root / "docs/nghe/buoc-mau-hmn.mp3").read_bytes()
    assert file_in(kit, heard[0]) == sound
    assert all(name in file_in(kit, "doc-truoc.txt").decode() for name in heard)
    text = file_in(kit, "tro-giup-buoc-mau.vi.txt").decode("utf-8-sig")
    assert text.startswith("Bản dự thảo")
    assert "Kenya: kê ni a" in text
    assert "hoặc hỏi bàn Kenya mẫu. //" in text
    card = Document(io.BytesIO(file_in(kit, "tro-giup-buoc-mau.vi.docx")))
    assert any("Người đọc 2:" in one.text for one in card.paragraphs)
    read = [piece for one in card.paragraphs for piece in one.runs if piece.text.startswith("Người đọc")]
    assert {piece.font.size for piece in read} == {Pt(14)}


def test_a_broadcast_that_is_logged_counts_once_however_often_its_log_comes(province: Corpus, tmp_path: Path) -> None:
    log = logged(packed(province, tmp_path / "kit"), [MORNING, EVENING])
    code, said = received(province, log)
    assert code == 0, said
    assert "2 new lines, 0 corrected, 0 known before" in said
    assert [(one["date"], one["agency"], one["channels"], one["languages"]) for one in rows(province)] == [
        ("2026-11-17", BODY, "loudspeaker", "blt"),
        ("2026-11-17", BODY, "loudspeaker", "vi"),
    ]
    first = (province.root / REGISTER).read_bytes()
    code, said = received(province, log, "gui-lai.xlsx")
    assert (code, (province.root / REGISTER).read_bytes()) == (0, first)
    assert "0 new lines, 0 corrected, 2 known before" in said
    told = run("scripts/kpi.py", "--root", str(province.root), "--lang", "en", "--explain", "K4").stdout
    assert told.count(f"2026/{BODY}/loa-20261117-0630-cong-uoc-crc-blt") == 1
    check = run("scripts/check.py", "--root", str(province.root), "--lang", "en")
    assert check.returncode == 0, check.stdout


def test_a_line_that_says_something_else_corrects_the_one_before(province: Corpus, tmp_path: Path) -> None:
    kit = packed(province, tmp_path / "kit")
    received(province, logged(kit, [MORNING]))
    code, said = received(province, logged(kit, [(*MORNING[:6], 9), EVENING]))
    assert code == 0
    assert "1 new lines, 1 corrected, 0 known before" in said
    assert [("9 thôn" in one["title"]) for one in rows(province)] == [True, False]


def test_rows_written_by_hand_stay(province: Corpus, tmp_path: Path) -> None:
    kit = packed(province, tmp_path / "kit")
    received(province, logged(kit, [MORNING]))
    file = province.root / REGISTER
    by_hand = "tay-1,2026-11-16,Một buổi ghi tay,so-mau,2,audio,loudspeaker,vi,residents,,,\n"
    file.write_text(file.read_text("utf-8") + by_hand, "utf-8")
    received(province, logged(kit, [EVENING]))
    assert [one["id"].partition("-2026")[0] for one in rows(province)] == ["tay-1", "loa", "loa"]


MISTAKES: list[tuple[int, Any, str, str]] = [
    (0, "31/2/2026", "31/2/2026", "31/2/2026"),
    (0, "10/11/2026", "outside week 2026-W47", "ngoài tuần 2026-W47"),
    (1, "sáng", "6:30 or 17:00", "6:30 hoặc 17:00"),
    (2, "cong-uoc/cr", "cong-uoc/crc", "cong-uoc/crc"),
    (3, "tiếng lạ lắm", "did you mean", "tiếng"),
    (4, 300, "between 1 and 60", "khoảng 1 đến 60"),
    (5, "nhiều", "write the number alone", "Số cụm loa"),
    (6, None, "Số thôn, bản nghe", "Số thôn"),
    (2, "gọi 0912 345 678", "telephone", "điện thoại"),
]
"""(column of a line, what stands there, what is said of it in English, in Vietnamese)."""


def test_all_that_is_wrong_is_told_by_its_cell_in_both_languages_and_nothing_is_written(
    province: Corpus, tmp_path: Path
) -> None:
    lines = [[*MORNING[:place], value, *MORNING[place + 1 :]] for place, value, *_ in MISTAKES]
    log = logged(packed(province, tmp_path / "kit"), lines)
    for lang in ("en", "vi"):
        code, said = received(province, log, lang=lang)
        assert code == 1
        for row, (place, _, english, vietnamese) in enumerate(MISTAKES, HEAD + 1):
            cell, words = f"{'ABCDEFG'[place]}{row}", {"en": english, "vi": vietnamese}[lang]
            assert any(cell in one and words in one for one in said.splitlines()), (lang, cell)
    assert rows(province) == []


def test_logs_that_are_none_are_told(province: Corpus, tmp_path: Path) -> None:
    kit = packed(province, tmp_path / "kit")

    def renamed(book: Any) -> None:
        book["_nhat_ky"]["B1"] = "hoi-la"

    assert "log" in received(province, logged(kit, []))[1]
    assert "hoi-la" in received(province, logged(kit, [MORNING], renamed))[1]
    code, said = received(province, logged(kit, [MORNING], lambda book: book.worksheets[0].delete_rows(HEAD)))
    assert (code, rows(province)) == (1, [])
    assert "row of heads" in said
    assert "delete one" in received(province, logged(kit, [MORNING, MORNING]))[1]


def test_a_week_or_a_body_there_is_not_is_told(province: Corpus, tmp_path: Path) -> None:
    where = ("--root", str(province.root), "--out", str(tmp_path), "--lang", "en")
    week = run("scripts/loudspeaker.py", *where, "--week", "2026-W60")
    body = run("scripts/loudspeaker.py", *where, "--agency", "hoi-mauu")
    assert (week.returncode, body.returncode) == (2, 2)
    assert "2026-W49" in week.stderr
    assert "hoi-mau" in body.stderr
