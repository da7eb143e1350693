"""One command puts a page back as it was before its last change, and loses nobody's words."""

import subprocess
from pathlib import Path

import pytest

from conftest import Corpus, run

PLACE = "thanh-tuu/2026/bai"
VI, EN = f"content_vi/{PLACE}.md", f"content_en/{PLACE}.md"


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Người thử", "-c", "user.email=thu@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(root), *who, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(corpus: Corpus, subject: str) -> str:
    git(corpus.root, "add", "-A")
    git(corpus.root, "commit", "-q", "-m", subject)
    return git(corpus.root, "rev-parse", "HEAD")


def undo(corpus: Corpus, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("scripts/undo.py", "--root", str(corpus.root), *arguments)


def read(corpus: Corpus, path: str) -> str:
    return (corpus.root / path).read_text("utf-8")


@pytest.fixture
def changed(corpus: Corpus) -> Corpus:
    """A page of two languages that was written, then changed in both, then another page was written."""
    git(corpus.root, "init", "-q")
    corpus.story(body="Câu đầu [1].\n")
    corpus.english(body="First sentence [1].\n")
    commit(corpus, "Viết bài")
    corpus.story(body="Câu sai [1].\n")
    corpus.english(body="Wrong sentence [1].\n")
    commit(corpus, "Sửa bài")
    corpus.story("thanh-tuu/2026/khac", title='"Bài khác"')
    commit(corpus, "Viết bài khác")
    return corpus


@pytest.mark.parametrize("page", [PLACE, VI, EN, f"{PLACE}.md", f"/{PLACE}/"])
def test_both_languages_go_back_and_the_change_waits_to_be_committed(changed: Corpus, page: str) -> None:
    before = git(changed.root, "rev-parse", "HEAD")
    done = undo(changed, page)
    assert done.returncode == 0, done.stdout + done.stderr
    assert ("Câu đầu" in read(changed, VI), "First" in read(changed, EN)) == (True, True)
    assert all(line in done.stdout for line in ("Sửa bài", "-Câu sai [1].", "+Câu đầu [1].", "+First sentence [1]."))
    assert git(changed.root, "rev-parse", "HEAD") == before
    assert git(changed.root, "status", "--porcelain").splitlines() == [f"M {EN}", f" M {VI}"]


def test_a_file_may_be_named_by_its_whole_path(changed: Corpus) -> None:
    assert undo(changed, str(changed.root / VI)).returncode == 0
    assert "Câu đầu" in read(changed, VI)


def test_a_dry_run_shows_the_same_and_changes_nothing(changed: Corpus) -> None:
    done = undo(changed, PLACE, "--dry-run")
    assert done.returncode == 0
    assert "+Câu đầu [1]." in done.stdout
    assert git(changed.root, "status", "--porcelain") == ""


def test_a_page_goes_back_to_the_commit_that_is_named(changed: Corpus) -> None:
    first = git(changed.root, "rev-list", "--max-parents=0", "HEAD")
    changed.story(body="Câu thứ ba [1].\n")
    commit(changed, "Sửa lần nữa")
    assert undo(changed, PLACE, "--to", first[:8]).returncode == 0
    assert "Câu đầu" in read(changed, VI)


def test_what_was_deleted_comes_back(changed: Corpus) -> None:
    (changed.root / VI).unlink()
    commit(changed, "Xóa bài")
    assert undo(changed, PLACE).returncode == 0
    assert "Câu sai" in read(changed, VI)


def test_a_translation_that_was_the_last_change_is_taken_away_again_and_git_keeps_it(corpus: Corpus) -> None:
    git(corpus.root, "init", "-q")
    corpus.story()
    commit(corpus, "Viết bài")
    corpus.english()
    commit(corpus, "Dịch bài")
    done = undo(corpus, PLACE)
    assert done.returncode == 0
    assert (corpus.root / VI).exists()
    assert not (corpus.root / EN).exists()
    assert "git vẫn giữ" in done.stdout


@pytest.mark.parametrize("how", ["changed", "staged", "removed", "new", "ignored"])
def test_what_is_not_in_git_is_never_lost(changed: Corpus, how: str) -> None:
    own = "Chữ chưa ghi của ai đó [1].\n"
    if how == "removed":
        (changed.root / EN).unlink()
    elif how in ("new", "ignored"):
        git(changed.root, "rm", "-q", EN)
        git(changed.root, "commit", "-q", "-m", "Bỏ bản dịch")
        changed.write(EN, own)
        if how == "ignored":
            changed.write(".git/info/exclude", "content_en/\n")
    else:
        changed.write(EN, own)
        git(changed.root, *(["add", EN] if how == "staged" else ["status"]))
    done = undo(changed, PLACE)
    assert done.returncode == 1
    assert EN in done.stderr
    assert "Câu sai" in read(changed, VI)
    assert how == "removed" or read(changed, EN) == own


def test_a_page_that_was_written_once_is_withdrawn_not_undone(changed: Corpus) -> None:
    done = undo(changed, "thanh-tuu/2026/khac")
    assert (done.returncode, done.stdout) == (1, "")
    assert "withdrawn" in done.stderr
    assert (changed.root / "content_vi/thanh-tuu/2026/khac.md").exists()


def test_without_a_history_one_sentence_says_so(changed: Corpus, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    git(changed.root, "clone", "-q", "--depth", "1", f"file://{changed.root}", str(shallow))
    said = undo(Corpus(shallow), PLACE)
    assert (said.returncode, len(said.stderr.splitlines())) == (1, 1)
    assert "--unshallow" in said.stderr
    git(changed.root, "status")
    (changed.root / ".git").rename(tmp_path / "away")
    said = undo(changed, PLACE)
    assert (said.returncode, len(said.stderr.splitlines())) == (1, 1)
    assert "Revert" in said.stderr
    none = run("scripts/undo.py", "--root", str(changed.root), PLACE, PATH="")
    assert none.returncode == 1
    assert "chưa có git" in none.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("thanh-tuu/2026/bia",), "thanh-tuu/2026/bai"),
        ((PLACE, "--to", "khong-co"), "khong-co"),
        ((PLACE, "--to", "--help"), ""),
        ((PLACE, "--to", "HEAD"), "đang đúng như"),
        (("../../etc/passwd",), "passwd"),
    ],
)
def test_what_cannot_be_undone_says_why(changed: Corpus, arguments: tuple[str, ...], said: str) -> None:
    done = undo(changed, *arguments)
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert git(changed.root, "status", "--porcelain") == ""
