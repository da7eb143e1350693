"""What every door prints can be read on the consoles of Windows, whichever code page they have."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from conftest import ROOT, SECOND, Corpus
from doorway import console, environment

CODE_PAGES = ("cp1258", "cp1252", "cp437", "ascii")
TOLD: dict[str, tuple[str, ...]] = {
    "check": ("--format", "text"),
    "filed": ("--day", "2026-11-29", "--year", "2062"),
    "fix": ("--dry-run",),
    "forms": ("--year", "2062", "--out", "{out}"),
    "kpi": ("--counts",),
    "new": (),
    "offline": ("--site", "{out}"),
    "receive": ("{out}/khong-co.xlsx",),
    "register-parquet": ("--out", "{out}/a.txt"),
    "release-check": (),
    "report": ("--year", "2062", "--out", "{out}"),
    "schema": ("--out", "{out}"),
    "sent": ("--format", "table"),
    "serve": ("--port", "0"),
    "site": ("--site", "{out}"),
    "sources": ("--offline",),
}
"""How each door is brought to speak without much work; another is called wrongly."""
WITHOUT_ROOT = ("schema", "serve")
SYLLABLES = "Kiểm tra nội dung, sửa lỗi rồi dựng cả hai ngôn ngữ: Điện Biên, Nghị định, Ủy ban, Ý kiến"
LETTERS = sorted(
    {
        form
        for base in "aăâeêioôơuưyd"
        for tone in ("", *"\u0300\u0309\u0303\u0301\u0323")
        for letter in [unicodedata.normalize("NFC", base + tone)]
        for form in (letter, letter.upper())
    }
    | {"đ", "Đ"}
)


def spoken(text: str, encoding: str) -> str:
    """What a reader of that code page sees."""
    begun = "import sys; sys.path.insert(0, 'scripts'); from doorway import console; "
    script = f"{begun}console.speak_plainly(); print({text!r})"
    return printed([sys.executable, "-c", script], encoding)[1]


def printed(command: list[str], encoding: str) -> tuple[int, str]:
    """What a door returns, and all it says, read by who has that code page."""
    settings = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, env=settings, check=False)
    return done.returncode, unicodedata.normalize("NFC", (done.stdout + done.stderr).decode(encoding))


def test_the_code_page_of_viet_nam_has_every_letter_of_vietnamese() -> None:
    assert spoken("".join(LETTERS) + SYLLABLES, "cp1258").strip() == "".join(LETTERS) + SYLLABLES


@pytest.mark.parametrize("encoding", CODE_PAGES)
def test_a_letter_that_is_lacking_is_its_nearest_and_never_a_question_mark(encoding: str) -> None:
    seen = spoken(SYLLABLES, encoding).strip()
    assert without_marks(seen) == without_marks(SYLLABLES)
    assert "?" not in spoken("a → b, 3 ≥ 2, 2 ≤ 3, “x” – ‘y’ … 2 × 3 •", encoding)


def without_marks(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


def test_what_no_code_page_has_is_a_question_mark_and_no_traceback() -> None:
    assert spoken("⠋\ud800x", "ascii").strip() == "??x"


@pytest.fixture
def told(corpus: Corpus) -> Corpus:
    """A story with what `fix` mends and `check` tells."""
    corpus.story(title='"Bài có dấu cách cứng\u00a0ở tên"', body="Một câu có mã theo dõi [1].\n\n• Một\n• Hai\n")
    (corpus.root / "out").mkdir()
    corpus.write("out/a.txt", "Của người khác.\n")
    return corpus


@pytest.mark.parametrize("door", sorted(environment.block("vi", "doors")))
def test_every_door_can_be_read_on_a_console_of_viet_nam(told: Corpus, door: str) -> None:
    where = () if door in WITHOUT_ROOT else ("--root", str(told.root))
    options = [option.format(out=told.root / "out") for option in TOLD.get(door, ("--khong-co",))]
    code, said = printed([sys.executable, "scripts", door, *where, *options], "cp1258")
    assert "Traceback" not in said
    assert "Error" not in said
    assert said.strip(), code
    assert "??" not in said
    assert door not in TOLD or re.search(r"[ạảấầậếềệịọộớợụủứựỳđ]", said)


@pytest.mark.parametrize("encoding", ["cp1258", "cp437"])
@pytest.mark.parametrize("asked", ["--help", "khong-co-cua-nay"])
def test_the_list_of_doors_can_be_read(asked: str, encoding: str) -> None:
    _, said = printed([sys.executable, "scripts", asked], encoding)
    assert "UnicodeEncodeError" not in said
    assert without_marks("tùy chọn" if asked == "--help" else "có phải bạn muốn") in without_marks(said)


@pytest.mark.parametrize("door", sorted(TOLD))
def test_the_help_of_every_door_can_be_read(door: str) -> None:
    code, said = printed([sys.executable, "scripts", door, "--help"], "ascii")
    assert (code, "usage:" in said, "?" in said.replace("?)", "")) == (0, True, False)


@pytest.mark.parametrize(("door", "options"), [("kpi", ("--format", "json")), ("check", ("--format", "json"))])
def test_what_programs_read_is_utf_8_whatever_the_console(door: str, options: tuple[str, ...]) -> None:
    seen = []
    for encoding in ("cp1258", "utf-8"):
        settings = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        command = [sys.executable, "scripts", door, "--root", str(SECOND), *options]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, env=settings, check=False)
        json.loads(done.stdout.decode("utf-8"))
        seen.append(done.stdout)
    assert seen[0] == seen[1]


def test_tables_for_programs_end_lines_alike_on_every_system(tmp_path: Path) -> None:
    script = "import sys; sys.path.insert(0, 'scripts'); from doorway import console\n"
    script += "sys.stdout.reconfigure(encoding='cp1258', newline='\\r\\n'); console.speak_to_a_program(); print('ố,b')"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == "ố,b\n".encode()


def test_what_stands_for_a_sign_is_ascii() -> None:
    assert all(sign.isascii() for sign in console.SIGNS.values())
