"""The door of advice: never a red check, dictionaries where they are, a sentence where they are not."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import advice
from conftest import MADE_UP, ROOT, Corpus, run
from doorway import spellers


@pytest.fixture
def small_dictionaries(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two dictionaries of a few words, where npm would have laid them."""
    folder = tmp_path_factory.mktemp("tu-dien")
    for package, known in (("dictionary-vi", "một câu bài của bộ được"), ("dictionary-en-gb", "text/S story")):
        home = folder / "node_modules" / package
        home.mkdir(parents=True)
        (home / "index.aff").write_text("SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n")
        (home / "index.dic").write_text("\n".join([str(len(known.split())), *known.split()]) + "\n")
    monkeypatch.setattr(spellers, "FOLDER", folder)
    return folder


def test_advice_is_told_with_file_and_line_and_returns_0(corpus: Corpus) -> None:
    corpus.story(body=f"Đây là {'chữ ' * 40}[1].\n")
    done = run("scripts", "advice", "--root", str(corpus.root))
    assert done.returncode == 0
    assert done.stdout.startswith("content_vi/thanh-tuu/2026/bai.md:9: câu 'Đây là chữ chữ chữ chữ …' dài 42 chữ")
    assert "không việc nào phải dừng" in done.stderr
    assert run("scripts/check.py", "--root", str(corpus.root)).returncode == 0


def test_dictionaries_are_read_with_their_endings(
    corpus: Corpus, small_dictionaries: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus.story(body="Một câu đuợc [1].\n")
    corpus.english(body="Texts of the story, txet [1].\n")
    assert advice.main(["--root", str(corpus.root), "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert "bai.md:9: 'đuợc' is in no dictionary; was it meant to be: được?" in told.out
    assert "'txet' is in no dictionary; was it meant to be: text?" in told.out
    assert "'Texts'" not in told.out
    assert "no dictionaries" not in told.err


def test_without_dictionaries_the_door_says_how_to_get_them(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(spellers, "FOLDER", tmp_path)
    corpus.story()
    assert advice.main(["--root", str(corpus.root), "--lang", "en"]) == 0
    assert "make advice" in capsys.readouterr().err


def test_pages_are_measured_the_hardest_first_and_json_has_both(corpus: Corpus) -> None:
    corpus.story(body=f"Câu {'chữ ' * 40}.\n\nCâu [1].\n")
    corpus.story("thanh-tuu/2026/de", body="Câu ngắn [1].\n")
    shown = run("scripts/advice.py", "--root", str(corpus.root), "--format", "pages").stdout
    assert shown.index("bai.md") < shown.index("de.md")
    tree = json.loads(run("scripts/advice.py", "--root", str(corpus.root), "--format", "json").stdout)
    assert {page["path"] for page in tree["pages"]} == {
        "content_vi/thanh-tuu/2026/bai.md",
        "content_vi/thanh-tuu/2026/de.md",
    }
    assert {"path", "line", "code", "message"} <= set(tree["advice"][0])


@pytest.mark.parametrize("written", ["content_vi/thanh-tuu/2026/de.md", r"content_vi\thanh-tuu\2026\de.md", "whole"])
def test_one_page_can_be_asked_about(corpus: Corpus, written: str) -> None:
    corpus.story(body=f"Câu {'chữ ' * 40}[1].\n")
    page = corpus.story("thanh-tuu/2026/de", body=f"Câu {'chữ ' * 40}[1].\n")
    asked = str(page) if written == "whole" else written
    done = run("scripts/advice.py", "--root", str(corpus.root), asked)
    assert {line.split(":")[0] for line in done.stdout.splitlines()} == {"content_vi/thanh-tuu/2026/de.md"}


def test_called_wrongly_it_returns_2(tmp_path: Path) -> None:
    assert run("scripts/advice.py", "--root", str(tmp_path)).returncode == 2
    done = run("scripts/advice.py", "--root", str(MADE_UP), "content_vi/khong-co.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "content_vi/khong-co.md" in done.stderr


def test_dictionaries_that_cannot_be_fetched_are_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "requirements-advice.txt").write_text("no-such-package==1 --hash=sha256:00\n")
    monkeypatch.setattr(spellers, "ROOT", tmp_path)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    assert advice.main(["--install"]) == 1
    assert "không tải được từ điển" in capsys.readouterr().err


@pytest.mark.skipif(not shutil.which("make"), reason="no make here")
def test_only_make_advice_fetches_dictionaries() -> None:
    def steps(door: str) -> str:
        return subprocess.run(["make", "-n", "-B", door], cwd=ROOT, capture_output=True, text=True, check=False).stdout

    assert "scripts advice --install" in steps("advice")
    assert "--install" not in steps("site")
