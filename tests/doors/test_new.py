"""The door that makes a new page: from options, from a console, and never over what is there."""

import contextlib
import io
import os
import pty
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
import yaml

from conftest import ROOT, Corpus, run
from new import main as door_of_new_pages

FILES = ("content_vi/thanh-tuu/2026/nuoc-sach-ve-ban.md", "content_en/thanh-tuu/2026/nuoc-sach-ve-ban.md")
DAY = ("--day", "2026-03-01")
PAGE = ("--kind", "achievement", "--section", "thanh-tuu", "--title", "Nước sạch về bản")


@pytest.fixture
def desk(corpus: Corpus) -> Corpus:
    """A corpus with two bodies of long names."""
    corpus.write(
        "data/agencies.yml",
        '- {id: so-gddt, name: {vi: "Sở Giáo dục và Đào tạo", en: "Department of Education"}}\n'
        '- {id: so-yt, name: {vi: "Sở Y tế", en: "Department of Health"}}\n',
    )
    return corpus


def new(desk: Corpus, *options: str) -> subprocess.CompletedProcess[str]:
    """The door with nobody at the console, in this process: what it returns and says."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), patch("sys.stdin", io.StringIO()):
        code = door_of_new_pages(["--root", str(desk.root), "--lang", "en", *options])
    return subprocess.CompletedProcess([], code, out.getvalue(), err.getvalue())


def head(desk: Corpus, path: str) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load((desk.root / path).read_text("utf-8").split("---")[1])
    return found


def written(desk: Corpus) -> list[str]:
    return sorted(file.relative_to(desk.root).as_posix() for file in desk.root.glob("content_*/**/*.md"))


def test_both_files_are_made_and_named(desk: Corpus) -> None:
    done = new(desk, *PAGE, *DAY, "--title-en", "Clean water", "--agency", "Sở Giáo dục và Đào tạo")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(path in done.stdout for path in FILES)
    original, translated = (head(desk, path) for path in FILES)
    assert (original["title"], original["kind"], original["agency"]) == ("Nước sạch về bản", "achievement", "so-gddt")
    assert str(original["date"]) == "2026-03-01"
    assert translated == {"title": "Clean water", "description": ""}


def test_a_second_run_writes_nothing_and_says_so(desk: Corpus) -> None:
    assert new(desk, *PAGE, *DAY).returncode == 0
    before = {path: (desk.root / path).read_bytes() for path in FILES}
    (desk.root / FILES[0]).write_bytes(before[FILES[0]] + "Chữ của tôi.\n".encode())
    done = new(desk, *PAGE, *DAY)
    assert (done.returncode, done.stdout) == (1, "")
    assert FILES[0] in done.stderr
    assert (desk.root / FILES[0]).read_bytes().endswith("Chữ của tôi.\n".encode())


@pytest.mark.parametrize("there", FILES)
def test_where_one_file_is_there_neither_is_written(desk: Corpus, there: str) -> None:
    desk.write(there, "Của người khác.\n")
    assert new(desk, *PAGE, *DAY).returncode == 1
    assert written(desk) == [there]
    (desk.root / there).unlink()
    (desk.root / there).symlink_to("/nowhere/at/all")
    assert new(desk, *PAGE, *DAY).returncode == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "--kind, --section, --title"),
        (("--kind", "news"), "--section, --title"),
        (("--kind", "event"), "add --title."),
        ((*PAGE[:4], "--title", "  "), "add --title."),
        (("--kind", "achivement", *PAGE[2:]), "achievement (Results)"),
        ((*PAGE[:2], "--section", "su-kien", *PAGE[4:]), "thanh-tuu (Efforts and results)"),
        ((*PAGE[:4], "--title", "???"), "--name"),
        ((*PAGE, "--name", "con"), "--name clean-water"),
        ((*PAGE, "--name", "../x"), "--name clean-water"),
        ((*PAGE, "--agency", "Sở Giáo dục và Đào tao"), "Sở Giáo dục và Đào tạo"),
        (("--kind", "convention", "--title", "Công ước về trẻ em"), "crc"),
    ],
)
def test_what_is_missing_or_wrong_is_a_sentence_and_nothing_is_written(
    desk: Corpus, options: tuple[str, ...], said: str
) -> None:
    done = new(desk, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert written(desk) == []


def test_kinds_and_sections_are_known_by_their_vietnamese_names(desk: Corpus) -> None:
    assert new(desk, "--kind", "Kết quả", "--section", "nỗ lực và kết quả", *PAGE[4:], *DAY).returncode == 0
    assert written(desk) == sorted(FILES)


def test_a_page_of_no_section_and_the_page_of_a_convention(desk: Corpus) -> None:
    assert new(desk, "--kind", "page", "--section", ".", "--title", "Hỏi nhanh đáp gọn").returncode == 0
    assert new(desk, "--kind", "convention", "--title", "Công ước về trẻ em", "--name", "crc").returncode == 0
    assert head(desk, "content_vi/cong-uoc/crc.md")["conventions"] == ["crc"]
    assert (desk.root / "content_en/hoi-nhanh-dap-gon.md").is_file()


@pytest.mark.parametrize(
    "title", ["Kế hoạch #3112: có gì?", 'Báo "Điện Biên" viết', "Dấu \\ và dấu ' ở đây", "'x' - y"]
)
def test_a_title_with_signs_is_read_as_it_was_said(desk: Corpus, title: str) -> None:
    assert new(desk, *PAGE[:4], "--title", title, *DAY).returncode == 0
    assert head(desk, written(desk)[1])["title"] == title
    done = run("scripts/check.py", "--root", str(desk.root), "--lang", "en")
    assert "'title'" not in [line for line in done.stdout.splitlines() if line.startswith("content_vi")]
    assert "quotation" not in done.stdout


def test_a_folder_without_content_is_a_sentence(tmp_path: Path) -> None:
    done = run("scripts", "new", "--root", str(tmp_path), "--lang", "en", *PAGE)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_what_cannot_be_written_is_a_sentence(desk: Corpus) -> None:
    desk.write("content_vi/thanh-tuu", "một tệp ở chỗ thư mục\n")
    done = new(desk, *PAGE, *DAY)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert written(desk) == []


def on_a_console(desk: Corpus, *answers: str, options: tuple[str, ...] = ()) -> tuple[int, str]:
    """The door with somebody at the console, who gives these answers one after another; what it returns and says."""
    master, slave = pty.openpty()
    command = [sys.executable, "scripts", "new", "--root", str(desk.root), "--lang", "vi", *DAY, *options]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        os.close(slave)
        os.write(master, "".join(f"{answer}\n" for answer in answers).encode() + b"\x04")
        assert running.stdout is not None
        said = running.stdout.read()
    os.close(master)
    return running.returncode, said


def test_on_a_console_it_asks_for_what_is_not_given(desk: Corpus) -> None:
    code, said = on_a_console(desk, "7", "thanh-tuu", "Nước sạch về bản", "", "so giao duc va dao tao")
    assert code == 0, said
    assert "  7. Tin. Tin về một việc vừa diễn ra." in said
    assert "Tiêu đề tiếng Anh" in said
    assert head(desk, FILES[0])["agency"] == "so-gddt"


def test_an_answer_that_cannot_be_used_is_told_and_asked_again(desk: Corpus) -> None:
    code, said = on_a_console(desk, "99", "kết quả", "Ngắn", "Nước sạch về bản", "Clean water", "Sở Giáo dục", "")
    assert code == 0, said
    assert "Không có loại bài '99'" in said
    assert "Tiêu đề dài 4 ký tự" in said
    assert "Không có cơ quan 'Sở Giáo dục'; có phải: Sở Giáo dục và Đào tạo" in said
    assert head(desk, FILES[0])["agency"] == ""


def test_who_is_asked_a_name_for_the_file_may_give_one(desk: Corpus) -> None:
    code, said = on_a_console(desk, "crc", "", "", options=("--kind", "convention", "--title", "Công ước về trẻ em"))
    assert code == 0, said
    assert (desk.root / "content_vi/cong-uoc/crc.md").is_file()


def test_a_console_that_is_closed_leaves_nothing(desk: Corpus) -> None:
    code, said = on_a_console(desk, "5")
    assert code == 130
    assert "Traceback" not in said
    assert written(desk) == []
