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
from filler import fill
from forms_desk import blank_forms, plan_corpus
from killed import made_site

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


BENT = "a\x1b]0;x\x07\x1b[8m\u202eslx.\u200bb\x9b2J\rc"
"""A name that would title, hide, turn around, blank and write over what a terminal shows."""
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
BENT_CALLS: dict[str, tuple[str, ...]] = {
    "check": ("--root", "{out}/" + BENT),
    "compress": ("--site", "{out}/" + BENT),
    "kpi": ("--year", BENT),
    "moved": ("--record", "{out}/" + BENT),
    "offline": ("--site", "{out}/" + BENT),
    "publish": ("--site", "{site}", "{out}/" + BENT + "/a"),
    "site": ("--root", "{root}", "--site", "{out}/" + BENT),
    "sources": ("--root", "{root}", "--offline", "--out", "{out}/" + BENT + "/a"),
    "undo": ("--root", "{root}", "thanh-tuu/2026/bai"),
    "verify": ("{out}/" + BENT,),
    BENT: (),
}
"""How each door is brought to say a name that others gave."""


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such names")
@pytest.mark.parametrize("door", BENT_CALLS, ids=lambda door: door if door.isalpha() else "no door")
def test_nothing_that_others_named_steers_the_console(told: Corpus, door: str) -> None:
    known = {"out": told.root / "out", "root": told.root, "site": made_site(told.root / "out/site", "x")}
    (told.root / "out" / BENT).write_text("a file")
    git(told.root, "init", "-q")
    for body in ("Câu [1].", "Câu khác [1]."):
        told.story(body=body)
        git(told.root, "add", "-A")
        git(told.root, "commit", "-q", "--cleanup=verbatim", "-m", BENT)
    options = [option.format(**known) for option in BENT_CALLS[door]]
    _, said = printed([sys.executable, "scripts", door, *options], "utf-8")
    assert "Traceback" not in said
    assert "<U+202E>slx" in said
    assert STEERS.findall(said) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such names")
def test_the_name_of_a_form_that_came_stays_on_its_line_and_steers_nothing(tmp_path: Path) -> None:
    """One form taken in, one that is no workbook, one that is not there."""
    desk, body = plan_corpus(tmp_path / "desk"), "xa-na-hy"
    form = fill(blank_forms(tmp_path / "blank", body)[body], body, 3)
    came = desk.write(f"{BENT}\nx.xlsx", form.data)
    bad = desk.write(f"{BENT}.docx.xlsx", b"PK")
    for files in ((came, bad), (desk.root / BENT,)):
        said = printed([sys.executable, "scripts", "receive", "--root", str(desk.root), *map(str, files)], "utf-8")[1]
        assert "Traceback" not in said
        assert said.count("<U+202E>slx") == len(files)
        assert STEERS.findall(said) == []
        assert "\nx.xlsx" not in said


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


@pytest.mark.skipif(os.name == "nt", reason="no such terminal")
def test_a_table_has_its_colours_and_no_word_of_it_has_any() -> None:
    import pty

    script = f"""import sys; sys.path.insert(0, 'scripts')
from doorway.console import speak_plainly
from doorway.drawing import Drawing
from rich.table import Table
speak_plainly()
table = Table("a", title="b")
table.add_row({BENT!r} + "[/] [red]x")
Drawing().print(table)
print({BENT!r})
"""
    ours, theirs = pty.openpty()
    settings = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120"}
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, stdout=theirs, env=settings, check=True)
    os.close(theirs)
    said = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert re.search(r"\x1b\[[0-9;]*m", said), "the title and head are drawn"
    assert "[/] [red]x" in said
    assert said.count("<U+202E>slx") == 2
    assert STEERS.findall(re.sub(r"\x1b\[[013;]*m|\r\n", "", said)) == []


def test_what_stands_for_a_sign_is_ascii() -> None:
    assert all(sign.isascii() for sign in console.SIGNS.values())
