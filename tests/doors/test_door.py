"""What every command does at its door."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import door
from conftest import MADE_UP, ROOT, Corpus, run
from makers import SMALL_PLAN

KPI = ("scripts/kpi.py", "--root")


@pytest.fixture
def counted(corpus: Corpus) -> Corpus:
    """A corpus that can be counted, with a source that was read on the last day of its story."""
    corpus.write("data/plan.yml", SMALL_PLAN)
    corpus.story()
    corpus.story(
        "thanh-tuu/2026/sau",
        title='"Một bài viết sau"',
        date="2026-03-01",
        sources='[{title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-03-01}]',
    )
    return corpus


@pytest.mark.parametrize(
    "command", [["kpi.py", "--counts"], ["kpi.py", "--format", "json"], ["check.py", "--format", "json"]]
)
def test_a_command_whose_reader_has_left_ends_without_a_traceback(command: list[str]) -> None:
    script, *options = command
    with subprocess.Popen(
        [sys.executable, f"scripts/{script}", "--root", str(MADE_UP), *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert running.returncode == 141
    assert "Traceback" not in said


@pytest.mark.parametrize("year", ["1", "-5", "26", "99999", "0000", "²026", "abc", "1999", "2101", ""])
@pytest.mark.parametrize("script", ["kpi.py", "report.py"])
def test_a_year_that_is_none_is_a_wrong_call(counted: Corpus, script: str, year: str, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "out")) if script == "report.py" else ()
    done = run(f"scripts/{script}", "--root", str(counted.root), *out, f"--year={year}")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "2026" in done.stderr


@pytest.mark.parametrize("day", ["20261130", "2026-02-30", "30/11/2026", "0001-01-01", "9999-12-31", "2026-W01-1", ""])
@pytest.mark.parametrize("script", ["kpi.py", "sources.py"])
def test_a_day_that_is_none_is_a_wrong_call(counted: Corpus, script: str, day: str) -> None:
    done = run(f"scripts/{script}", "--root", str(counted.root), f"--as-of={day}")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "2026-11-30" in done.stderr


@pytest.mark.parametrize("year", ["2023", "2029", "2031"])
def test_a_year_the_plan_does_not_have_is_refused_by_every_door_that_counts(counted: Corpus, year: str) -> None:
    done = run(*KPI, str(counted.root), "--year", year, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "2024–2028" in done.stderr


def test_a_past_day_is_counted_whatever_was_read_later(counted: Corpus) -> None:
    for day, products in (("2026-02-01", 1), ("2026-03-01", 2)):
        done = run(*KPI, str(counted.root), "--as-of", day, "--counts", "--lang", "en")
        assert done.returncode == 0, done.stdout
        assert str(products) in done.stdout.splitlines()[0]


def test_windows_says_of_a_closed_pipe_only_that_the_argument_is_invalid(monkeypatch: pytest.MonkeyPatch) -> None:
    invalid, named = OSError(errno.EINVAL, "Invalid argument"), OSError(errno.EINVAL, "Invalid argument", "a:b.txt")
    assert [door._reader_has_left(error) for error in (BrokenPipeError(), invalid, named)] == [True, False, False]
    monkeypatch.setattr(door, "ON_WINDOWS", True)
    assert [door._reader_has_left(error) for error in (BrokenPipeError(), invalid, named)] == [True, True, False]


def _hears_a_stop_by_hand() -> None:
    """What is started in the background of a shell that starts nothing by hand hears none."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("by_hand", [signal.SIGINT, signal.SIGTERM])
def test_a_door_stopped_by_hand_says_so_in_one_sentence(corpus: Corpus, by_hand: signal.Signals) -> None:
    script = "import sys, time; sys.path.insert(0, 'scripts'); from door import run; "
    script += "sys.exit(run(lambda: print('here', flush=True) or time.sleep(60)))"
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_hears_a_stop_by_hand,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == "here\n"
        time.sleep(0.1)
        running.send_signal(by_hand)
        said = running.stderr.read()
    assert running.returncode == 130
    assert len(said.splitlines()) == 1


MORE_THAN_THERE_IS = "bytearray(1 << 60)"


@pytest.mark.parametrize("script", [f"door.run(lambda: {MORE_THAN_THERE_IS})", MORE_THAN_THERE_IS])
def test_a_door_without_memory_says_so_in_one_sentence_from_its_first_moment(script: str) -> None:
    script = f"import sys; sys.path.insert(0, 'scripts'); import door, doorway.stopped; sys.exit({script})"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "bộ nhớ" in done.stderr
    assert "memory" in done.stderr


def test_a_disk_that_says_there_is_no_memory_is_told_alike(capsys: pytest.CaptureFixture[str]) -> None:
    def forks() -> int:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))

    assert door.run(forks) == 1
    assert "memory" in capsys.readouterr().err


TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("epoch", ["", "abc", "0", "-1", "1e9", "99999999999999999999", "946684799", "4133980800"])
def test_a_moment_nobody_can_believe_is_no_moment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, epoch: str) -> None:
    monkeypatch.setattr(door, "ROOT", tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert door.moment_of_build() is None
    assert door.counted_up_to(TODAY) == TODAY


def test_the_day_of_the_build_is_viet_nam_s(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2026, 11, 30, 18, 0, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    assert door.counted_up_to(TODAY) == date(2026, 12, 1)


def test_without_a_moment_from_outside_the_last_commit_is_asked_and_a_zip_has_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(door, "ROOT", tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert door.moment_of_build() is None
    commit: Callable[..., object] = lambda *_, **__: subprocess.CompletedProcess([], 0, stdout="1764500000\n")  # noqa: E731
    (tmp_path / ".git").mkdir()
    monkeypatch.setattr(subprocess, "run", commit)
    assert door.moment_of_build() == 1764500000

    def no_git(*_: object, **__: object) -> None:
        raise FileNotFoundError("git")

    monkeypatch.setattr(subprocess, "run", no_git)
    assert door.moment_of_build() is None


def test_what_was_known_of_the_moment_is_handed_on_and_never_nonsense(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(door, "ROOT", tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    assert not door.fixed_moment()
    assert door.counted_up_to(TODAY) == door.today()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764500000")
    assert door.fixed_moment()
    assert os.environ["SOURCE_DATE_EPOCH"] == "1764500000"


@pytest.mark.parametrize(
    ("script", "options"),
    [
        ("sources.py", ["--offline", "--root", "{root}", "--out", "/proc/x/file"]),
        ("sources.py", ["--offline", "--root", "{root}", "--out", "{root}"]),
        ("offline.py", ["--site", "{root}/site", "--out", "/proc/x/file.zip"]),
        ("offline.py", ["--site", "{root}/site", "--out", "{root}"]),
        ("report.py", ["--root", "{root}", "--out", "/proc/x", "--as-of", "2026-11-01"]),
        ("report.py", ["--root", "{root}", "--out", "{root}/site/index.html", "--as-of", "2026-11-01"]),
    ],
)
def test_what_cannot_be_written_is_a_sentence_and_no_traceback(
    counted: Corpus, script: str, options: list[str]
) -> None:
    counted.write("site/index.html", "<html></html>")
    done = run(f"scripts/{script}", *(option.format(root=counted.root) for option in options), "--lang", "en")
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr
    assert "choose another" in done.stderr


def test_a_report_is_all_its_files_or_none(counted: Corpus) -> None:
    out = counted.write("out", "Một tệp của người khác.\n")
    done = run("scripts/report.py", "--root", str(counted.root), "--out", str(out), "--year", "2026")
    assert done.returncode != 0
    assert out.read_text("utf-8") == "Một tệp của người khác.\n"


def test_a_folder_where_a_paper_would_stand_stays_and_the_paper_stands_beside_it(counted: Corpus) -> None:
    out = counted.root / "out"
    (out / "bao-cao-2026.vi.docx" / "x").mkdir(parents=True)
    done = run("scripts/report.py", "--root", str(counted.root), "--out", str(out), "--year", "2026")
    assert done.returncode == 1
    assert (out / "bao-cao-2026.vi.docx" / "x").is_dir()
    assert (out / "bao-cao-2026.vi (2).docx").is_file()


@pytest.mark.parametrize("door", ["check", "kpi"])
@pytest.mark.parametrize("seconds", [0.25, 0.6])
def test_a_door_stopped_in_its_first_moments_says_so_and_shows_no_traceback(door: str, seconds: float) -> None:
    command = [sys.executable, str(ROOT / f"scripts/{door}.py"), "--root", str(ROOT)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=_hears_a_stop_by_hand
    ) as done:
        time.sleep(seconds)
        done.send_signal(signal.SIGINT)
        _, said = done.communicate(timeout=60)
    assert done.returncode in {130, -signal.SIGINT}
    assert "Traceback" not in said
