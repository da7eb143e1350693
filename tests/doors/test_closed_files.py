"""Files and folders that are closed to us, or go away while they are read: each is told, and with it all the rest."""

import builtins
import errno
import io
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from check import main as check
from conftest import MADE_UP, ROOT, Corpus, written

LONG = "a" * 300
WRONG = "content_vi/thanh-tuu/2026/sai.md"
"""A page with a problem of its own, which has to be told whatever else is closed."""
Asked = Callable[[Path], None]


@pytest.fixture
def province(tmp_path: Path) -> Corpus:
    """The small site with files of every kind in docs/, an identity of its own, and a page that is wrong."""
    shutil.copytree(MADE_UP, tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs/identity", tmp_path / "docs/identity")
    made = Corpus(tmp_path)
    made.write("docs/tai-lieu/so.csv", "tên,số\na,1\n")
    made.write(WRONG, written({"title": '"Một bài sai"'}, "Chữ.\n"))
    return made


def asked_first(monkeypatch: pytest.MonkeyPatch, asked: Asked, *, also_looked_at: bool = False) -> None:
    """Let `asked` have its say, or raise, before anything is opened or listed, or even looked at."""
    opening = [(builtins, "open"), (io, "open"), (os, "open"), (os, "scandir"), (os, "listdir")]
    for module, name in [*opening, *([(os, "stat"), (os, "lstat")] if also_looked_at else [])]:
        real = getattr(module, name)

        def stand_in(path: Any = ".", *rest: Any, real: Any = real, **more: Any) -> Any:
            if isinstance(path, str | bytes | os.PathLike):
                asked(Path(os.fsdecode(path)))
            return real(path, *rest, **more)

        monkeypatch.setattr(module, name, stand_in)


def closing(closed: Callable[[Path], bool]) -> Asked:
    def asked(path: Path) -> None:
        if closed(path):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    return asked


def checked(corpus: Corpus, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    """(path, code) of what the door tells, in this process and by one alone."""
    code = check(["--root", str(corpus.root), "--format", "json"])
    found = [(one["path"], one["code"]) for one in json.loads(capsys.readouterr().out)]
    assert code == 1
    assert WRONG in {path for path, _ in found}
    return found


def files_of(corpus: Corpus, folder: str) -> set[str]:
    return {file.relative_to(corpus.root).as_posix() for file in (corpus.root / folder).rglob("*") if file.is_file()}


@pytest.fixture(autouse=True)
def _in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_PROCESSES", "1")


def without(*names: str) -> Callable[[str], bool]:
    return lambda path: path not in names


@pytest.mark.parametrize(
    ("folder", "closes"),
    [
        ("docs", without()),
        ("data", without("data/plan.yml", "data/agencies.yml")),  # what bodies sent is read only beside these
        ("data", "data/plan.yml".__eq__),
        ("data", "data/agencies.yml".__eq__),
        ("content_en", without()),
    ],
    ids=["docs", "data", "plan", "agencies", "pages"],
)
def test_every_file_that_is_closed_is_told_with_its_path(
    province: Corpus,
    folder: str,
    closes: Callable[[str], bool],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    closed = set(filter(closes, files_of(province, folder)))
    whole = {province.root / path for path in closed}
    asked_first(monkeypatch, closing(whole.__contains__))
    found = checked(province, capsys)
    assert {path for path, code in found if code == "unreadable"} == closed


@pytest.mark.parametrize("folder", ["docs", "docs/nghe", "docs/hinh", "docs/identity", "data", "data/figures"])
def test_a_folder_that_is_closed_is_told_with_its_path(
    province: Corpus, folder: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked_first(monkeypatch, closing((province.root / folder).__eq__))
    assert (folder, "unreadable") in checked(province, capsys)


@pytest.mark.parametrize("folder", ["docs", "docs/nghe", "data", "content_en"])
def test_a_folder_whose_names_alone_can_be_read_is_told(
    province: Corpus, folder: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = province.root / folder
    asked_first(monkeypatch, closing(lambda path: whole in path.parents), also_looked_at=True)
    found = checked(province, capsys)
    assert any(path.startswith(f"{folder}/") and code == "unreadable" for path, code in found)


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_files_that_go_away_between_two_looks_stop_nothing(
    province: Corpus, nth: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is gone before it is opened for the `nth` time."""
    names = files_of(province, "docs") | files_of(province, "data/figures")
    going = {province.root / path for path in names}
    opened = Counter[Path]()

    def asked(path: Path) -> None:
        opened[path] += 1
        if path in going and opened[path] == nth:
            path.unlink()

    asked_first(monkeypatch, asked)
    found = checked(province, capsys)
    told = {path for path, code in found if code == "unreadable"}
    assert told <= names
    assert told == names or nth > 1


def test_a_link_too_long_to_be_a_file_is_a_link_that_leads_nowhere(
    province: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    page = province.story("thanh-tuu/2026/dai", body=f"![một hình](../../hinh/{LONG}.png) [x]({LONG}.pdf) [1].\n")
    path = page.relative_to(province.root).as_posix()
    codes = {code for one, code in checked(province, capsys) if one == path}
    assert codes
    assert "unreadable" not in codes
    assert "could-not-be-read" not in codes
