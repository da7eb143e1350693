"""What runs on Windows too: names a disk there takes, encodings and line ends said, nothing that only POSIX has."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, kept_paths
from modules import SCRIPTS, nodes, text_of, told

ONLY_POSIX = {"fcntl", "grp", "pwd", "pty", "resource", "termios", "tty"}
OF_POSIX = re.compile(r"os\.(?:fork|getuid|chown|mkfifo|link|symlink)\b|%-[dmHI]|\"/(?:dev|tmp|proc)/")
TEXT_MODES = {"read_text": 0, "write_text": 1}
"""Where in its arguments a call says the encoding."""
OPENS_NO_TEXT = {
    "packed.py",
    "kinds.py",
    "pictures.py",
    "files.py",
    "reader.py",
    "door.py",
    "copies.py",
    "system_lock.py",
}
"""What opens a ZIP, a picture, a file of the system."""
MOST_OF_A_PATH = 160
"""Windows takes 260 characters with the folder the project lies in."""
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Every call of a module, with the last part of what is called."""
    for node in nodes(path):
        if isinstance(node, ast.Call):
            called = node.func
            yield node, called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def says(call: ast.Call, *names: str) -> bool:
    return any(keyword.arg in names for keyword in call.keywords)


def in_text_mode(call: ast.Call) -> bool:
    """Whether open(…) or file.open(…) is asked for text: no mode with a "b" is given."""
    if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "Image":
        return False  # a picture
    modes = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return not any("b" in mode and len(mode) <= 3 for mode in modes)


def silent(path: Path) -> list[int]:
    """The lines where a text is read or written and nothing says in which encoding."""
    return [
        call.lineno
        for call, name in calls(path)
        if (name in TEXT_MODES and len(call.args) <= TEXT_MODES[name] and not says(call, "encoding"))
        or (name in {"run", "Popen", "check_output"} and says(call, "text", "universal_newlines"))
    ]


def test_a_text_is_never_read_or_written_in_the_code_page_of_the_machine() -> None:
    assert told(SCRIPTS, silent) == {}


def ends_unsaid(path: Path) -> list[int]:
    """The lines where a text is written with the line ends of the machine. The stamps of .venv/ are nobody's."""
    texts = [call.lineno for call, name in calls(path) if name == "write_text" and path.name != "environment.py"]
    opened = [call.lineno for call, name in calls(path) if name == "open" and call.args and in_text_mode(call)]
    return texts + ([] if path.name in OPENS_NO_TEXT else opened)


def test_what_is_written_has_the_same_line_ends_everywhere() -> None:
    """A text would get others on Windows: other bytes from the same input."""
    assert told(SCRIPTS, ends_unsaid) == {}


def only_posix(path: Path) -> set[str]:
    """What a module asks that only POSIX has."""
    asked = {alias.name for node in nodes(path) if isinstance(node, ast.Import) for alias in node.names}
    asked |= {node.module for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.module}
    if path.name == "system_lock.py":
        return {"fcntl", "msvcrt"} - asked  # the one module that has both
    calls_posix = re.findall(
        r"os\.(?:fork|getuid|chown|mkfifo|link|symlink)\b|%-[dmHI]|\"/(?:dev|tmp|proc)/", text_of(path)
    )
    return asked & ONLY_POSIX | {*calls_posix}


def test_nothing_is_asked_that_only_posix_has() -> None:
    assert told(SCRIPTS, only_posix) == {}


def test_every_name_of_the_project_is_one_that_windows_takes() -> None:
    paths = kept_paths()
    parts = {part for path in paths for part in path.split("/")}
    assert [part for part in sorted(parts) if re.search(r'[<>:"|?*\\\x00-\x1f]|[ .]$', part)] == []
    assert [part for part in sorted(parts) if RESERVED.fullmatch(part)] == []
    assert [path for path in paths if len(path) > MOST_OF_A_PATH] == []
    assert [path for path, count in Counter(path.lower() for path in paths).items() if count > 1] == []


def test_the_doors_come_out_of_git_with_the_line_ends_they_went_in_with() -> None:
    assert "* text=auto eol=lf" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nobody_is_told_to_run_make_who_may_have_none(lang: str) -> None:
    """What make installs, what engineers run, and a name such as "what make receive wrote" are another matter."""
    told = re.compile(r"(chạy|Run|run|thử:|at it:|được:|for you:) make [a-z-]+")
    texts = {file: file.read_text("utf-8") for file in (ROOT / f"scripts/portal/language/words/{lang}").glob("*.yml")}
    rows = [(file.name, row) for file, text in texts.items() for row in text.splitlines() if told.search(row)]
    assert [name for name, row in rows if not re.search("pip install|npm ci|python scripts|make codeowners", row)] == []


def system_slashes(path: Path) -> list[str]:
    return re.findall(r"\{[^{}]*relative_to\([^()]*\)\}|str\([^()]*relative_to\(", text_of(path))


def test_a_path_within_a_text_has_forward_slashes_everywhere() -> None:
    assert told(SCRIPTS, system_slashes) == {}
