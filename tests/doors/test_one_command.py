"""One command for every door, with make and without; and the environment it runs in."""

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, Corpus, run
from doorway import environment

DOORS = (
    *(
        "admin",
        "advice",
        "check",
        "codeowners",
        "compress",
        "contest",
        "filed",
        "fix",
        "forms",
        "kpi",
        "loudspeaker",
        "moved",
        "new",
        "offline",
        "publications",
        "publish",
        "receive",
    ),
    *(
        "register-parquet",
        "release-check",
        "report",
        "schema",
        "sent",
        "serve",
        "site",
        "sources",
        "translate",
        "translations",
        "undo",
        "verify",
    ),
)


def test_help_names_every_door_in_both_languages() -> None:
    for asked in ((), ("help",), ("--help",)):
        done = run("scripts", *asked)
        assert done.returncode == 0
        assert [line.split()[0] for line in done.stdout.splitlines()[1::2]] == list(DOORS)
    assert "Nói chỗ nào trong bài và số liệu cần sửa" in done.stdout
    assert "says what to mend" in done.stdout


def test_every_door_has_its_words_and_no_words_are_without_a_door() -> None:
    tree = yaml.safe_load((ROOT / "scripts/portal/language/words/vi/doors.yml").read_text("utf-8"))
    assert sorted(tree["doors"]) == list(DOORS)
    assert environment.block("vi", "doors") == tree["doors"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_read_without_packages_is_what_yaml_says(lang: str) -> None:
    tree = yaml.safe_load((ROOT / f"scripts/portal/language/words/{lang}/doors.yml").read_text("utf-8"))
    assert environment.block(lang, "environment") == tree["environment"]
    assert set(tree["environment"]) == set(environment.block("vi", "environment"))


@pytest.mark.parametrize("word", ["check", "check.py", "scripts/check.py"])
def test_a_door_answers_as_its_file_does(corpus: Corpus, word: str) -> None:
    corpus.story(title="a: b")
    options = ("--root", str(corpus.root), "--lang", "en")
    one, other = run("scripts", word, *options), run("scripts/check.py", *options)
    assert (one.returncode, one.stdout, one.stderr) == (other.returncode, other.stdout, other.stderr)
    assert one.returncode == 1


def test_release_check_is_check_and_asks_the_owner_too(corpus: Corpus) -> None:
    corpus.story()
    done = run("scripts", "release-check", "--root", str(corpus.root), "--lang", "en")
    assert done.returncode == 1
    assert "data/owner.yml" in done.stdout


@pytest.mark.parametrize(
    ("word", "meant"), [("chekc", "check"), ("sites", "site"), ("hooks", "fix, forms"), ("put", "")]
)
def test_a_word_that_is_no_door_s_gets_a_suggestion(word: str, meant: str) -> None:
    done = run("scripts", word)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"'{word}'" in done.stderr
    assert meant in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without an environment, seen by a Python without packages."""
    shutil.copytree(ROOT / "scripts/portal/language/words", tmp_path / "scripts/portal/language/words")
    (tmp_path / "requirements.txt").write_text("")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "NEEDED", ("no_such_package",))
    return tmp_path


def test_an_environment_is_made_once(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    python = environment.python_with_packages()
    assert python == str(bare / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    assert "Tạo môi trường riêng" in capsys.readouterr().err
    assert environment.python_with_packages() == python
    assert capsys.readouterr().err == ""
    (bare / ".venv" / "made.stamp").write_text("3 9\n")
    assert environment.python_with_packages() == python
    assert "Making an environment" in capsys.readouterr().err


def test_an_environment_whose_python_has_gone_is_made_again(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (bare / ".venv/bin").mkdir(parents=True)
    (bare / ".venv/bin/python").symlink_to("/gone/python3")
    (bare / ".venv/made.stamp").touch()
    (bare / ".venv/site.stamp").touch()
    assert environment.python_with_packages()
    assert "Tạo môi trường riêng" in capsys.readouterr().err


def test_changed_requirements_are_installed_and_a_failure_is_a_sentence(
    bare: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert environment.python_with_packages()
    (bare / "requirements.txt").write_text("no-such-package==1 --hash=sha256:00\n")
    os.utime(bare / "requirements.txt", (4e9, 4e9))
    capsys.readouterr()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    assert environment.python_with_packages() is None
    assert "look at the network" in capsys.readouterr().err


def test_a_python_that_is_too_old_is_a_sentence(
    bare: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "OLDEST", (99, 0))
    assert environment.python_with_packages() is None
    assert "Python 3.11" in capsys.readouterr().err
    assert not (bare / ".venv").exists()


def test_a_python_without_venv_is_a_sentence(
    bare: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert environment.python_with_packages() is None
    assert "python3-venv" in capsys.readouterr().err


@pytest.mark.skipif(not shutil.which("make"), reason="no make here")
def test_make_makes_again_an_environment_whose_python_has_gone(tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").symlink_to("/gone/python3")
    for stamp in ("made", "site"):
        (tmp_path / f".venv/{stamp}.stamp").touch()
    done = subprocess.run(["make", "-n", "check"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Tạo môi trường riêng" in done.stdout
    (tmp_path / ".venv/bin/python").unlink()
    (tmp_path / ".venv/bin/python").symlink_to(sys.executable)
    done = subprocess.run(["make", "-n", "check"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Tạo môi trường riêng" not in done.stdout
    (tmp_path / ".venv/made.stamp").write_text("3 9\n")
    done = subprocess.run(["make", "-n", "check"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Tạo môi trường riêng" in done.stdout


@pytest.mark.skipif(not shutil.which("make"), reason="no make here")
@pytest.mark.parametrize("asked", [("rollback",), ("publish", "OPTIONS=--rollback"), ("publish", "OPTIONS=--verify")])
def test_going_back_and_comparing_build_nothing(asked: tuple[str, ...]) -> None:
    command = ["make", "-n", "-o", ".venv/site.stamp", *asked, "TO=www"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    doors = re.findall(r"scripts ([a-z]+)", said)
    assert doors == ["publish"]
    assert re.search("--rollback|--verify", said)


@pytest.mark.skipif(not shutil.which("make"), reason="no make here")
def test_what_make_publishes_is_built_then_packed() -> None:
    command = ["make", "-n", "-o", ".venv/site.stamp", "-o", ".venv/compress.stamp", "publish", "TO=www"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.findall(r"scripts ([a-z]+)", said) == ["site", "compress", "publish"]


def test_a_preview_whose_port_is_taken_says_so() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("scripts", "serve", "--port", str(taken.getsockname()[1]), "--lang", "en")
    assert done.returncode == 1
    assert "--port" in done.stderr
