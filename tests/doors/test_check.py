"""The check door: what an editor sees, and what a machine reads."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import MADE_UP, ROOT, Corpus, run
from portal.content.rules.house.home_page import MANY

BROKEN = ROOT / "tests" / "corpora" / "broken"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_mistake_of_the_broken_corpus_is_told_with_its_exact_message_and_nothing_else(lang: str) -> None:
    done = run("scripts/check.py", "--root", str(BROKEN), "--lang", lang)
    expected = (BROKEN.parent / f"broken.{lang}.txt").read_text(encoding="utf-8")
    assert done.stdout == expected
    assert done.returncode == 1


def test_every_mistake_is_told_alike_by_one_process_and_by_three(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = (BROKEN.parent / "broken.en.txt").read_text(encoding="utf-8")
    for processes in ("1", "3"):
        monkeypatch.setenv("PORTAL_PROCESSES", processes)
        assert run("scripts/check.py", "--root", str(BROKEN), "--lang", "en").stdout == expected


def test_the_broken_corpus_has_more_than_forty_files_that_are_wrong() -> None:
    lines = (BROKEN.parent / "broken.en.txt").read_text(encoding="utf-8").splitlines()
    assert len({line.split(":")[0] for line in lines}) > 40


def test_the_json_has_path_line_field_code_and_message() -> None:
    done = run("scripts/check.py", "--root", str(BROKEN), "--format", "json", "--lang", "en")
    problems = json.loads(done.stdout)
    assert {frozenset(problem) for problem in problems} == {
        frozenset(("path", "line", "field", "code", "doubt", "message"))
    }
    found = next(p for p in problems if p["path"].endswith("nguon-url-sai.md"))
    assert (found["line"], found["field"], found["code"]) == (10, "sources[1].url", "not-a-url")


def test_github_is_told_in_commands_it_shows_beside_the_line() -> None:
    done = run("scripts/check.py", "--root", str(BROKEN), "--format", "github", "--lang", "en")
    assert (
        "::error file=content_vi/thanh-tuu/2026/mo-ta-ngan.md,line=3,title=To mend%3A Description (description)::"
        in done.stdout
    )
    lines = done.stdout.splitlines()
    doubts = [line for line in lines if line.startswith("::warning ")]
    assert all(line.startswith("::error ") for line in lines[: -len(doubts)])
    assert [line for line in doubts if "dan-toi-bai-rut.md,line=13,title=To look at::To look at: " in line]
    row = "::warning file=data/products/2026-hai-lan.csv,line=4,title=To look at::To "
    assert [line for line in doubts if line.startswith(row)]


def test_a_good_corpus_is_silent_and_exits_with_zero(corpus: Corpus) -> None:
    corpus.story()
    corpus.english()
    done = run("scripts/check.py", "--root", str(corpus.root))
    assert (done.returncode, done.stdout) == (0, "")
    done = run("scripts/check.py", "--root", str(corpus.root), "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


@pytest.mark.skipif(not shutil.which("bash"), reason="no shell here that limits a program")
def test_a_system_that_opens_few_files_at_once_is_enough() -> None:
    few = ["bash", "-c", 'ulimit -n 32; exec "$0" "$@"', sys.executable, "scripts/check.py", "--root", str(MADE_UP)]
    done = subprocess.run(few, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)


@pytest.mark.parametrize("arguments", [["--lang", "fr"], ["--format", "xml"], ["--nonsense"], ["--root", "no/such"]])
def test_a_wrong_call_exits_with_two_and_no_traceback(arguments: list[str]) -> None:
    done = run("scripts/check.py", *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr


def test_the_release_check_lists_everything_the_owner_has_still_to_give() -> None:
    done = run("scripts/check.py", "--root", str(MADE_UP), "--release", "--format", "json")
    fields = {problem["field"] for problem in json.loads(done.stdout) if problem["path"] == "data/owner.yml"}
    assert {
        "approved",
        "name.vi",
        "name.en",
        "parent.vi",
        "address.vi",
        "responsible.vi",
        "email",
        "telephone",
    } <= fields
    assert {"content_licence.vi", "content_licence.en"} <= fields
    assert done.returncode == 1


def test_the_release_check_is_content_once_the_owner_has_given_and_approved(corpus: Corpus) -> None:
    both = '{vi: "Có", en: "Given"}'
    names = ("name", "parent", "address", "responsible", "content_licence")
    corpus.write(
        "data/owner.yml",
        "approved: true\n"
        + "".join(f"{name}: {both}\n" for name in names)
        + 'email: a@example.org\ntelephone: "1"\ncontent_licence_url: https://example.org/giay-phep\n'
        + "security_contact: a@example.org\nrepository: https://github.com/to-chuc/cong\n"
        + "reviewers: {content: [to-chuc/bien-tap], data: [mot, hai], engineering: [mot, hai]}\n",
    )
    done = run("scripts/check.py", "--root", str(corpus.root), "--release")
    assert done.returncode == 0, done.stdout


def test_data_whose_pages_are_not_there_yet_is_good_and_is_counted(tmp_path: Path) -> None:
    leading = shutil.ignore_patterns("search.yml", "quizzes", "recommendations")
    shutil.copytree(MADE_UP / "data", tmp_path / "data", ignore=leading)
    for name in ("content_vi", "content_en", "docs"):
        (tmp_path / name).mkdir()
    readers = [f"  - tro-giup/viec-{number}\n" for number in range(MANY + 1)]
    for led_to, told in ((readers, 0), (readers[1:], MANY)):
        (tmp_path / "data/home.yml").write_text("".join(("readers:\n", *led_to)), "utf-8")
        checked = run("scripts/check.py", "--root", str(tmp_path), "--lang", "en")
        assert checked.stdout.count("there is no page at that place") == told, "so few may be slips"
        assert checked.returncode == (1 if told else 0), checked.stdout
        assert "no whole portal yet" in checked.stderr
        counted = run("scripts/kpi.py", "--root", str(tmp_path), "--year", "2026", "--lang", "en", "--format", "csv")
        assert counted.returncode == checked.returncode, counted.stderr


def test_in_a_whole_site_each_place_without_a_page_is_told_however_many_there_are(tmp_path: Path) -> None:
    shutil.copytree(MADE_UP, tmp_path, dirs_exist_ok=True)
    readers = [f"  - tro-giup/viec-{number}\n" for number in range(MANY + 1)]
    (tmp_path / "data/home.yml").write_text("".join(("readers:\n", *readers)), "utf-8")
    told = run("scripts/check.py", "--root", str(tmp_path), "--lang", "en").stdout
    assert told.count("there is no page at that place") == MANY + 1


def test_checking_writes_nothing(corpus: Corpus) -> None:
    corpus.story()
    before = sorted(corpus.root.rglob("*"))
    run("scripts/check.py", "--root", str(corpus.root))
    assert sorted(corpus.root.rglob("*")) == before


def test_a_title_with_a_colon_fails_with_its_line_and_never_reaches_a_page(corpus: Corpus) -> None:
    corpus.story(title="Tỉnh Điện Biên: tổng quan")
    done = run("scripts/check.py", "--root", str(corpus.root))
    assert done.stdout.startswith("content_vi/thanh-tuu/2026/bai.md:2: ")
    assert done.returncode == 1


def test_overdue_stories_are_a_list_of_work_and_no_mistake(corpus: Corpus) -> None:
    corpus.story("thanh-tuu/2026/cu", title='"Một bài cũ"', date="2020-01-15", sources=OLD)
    corpus.story(
        "thanh-tuu/2026/doc-lai", title='"Một bài đã đọc lại"', date="2020-01-15", reviewed="2026-11-01", sources=OLD
    )
    done = run("scripts/check.py", "--root", str(corpus.root), "--overdue", "--lang", "en")
    assert done.stdout == "content_vi/thanh-tuu/2026/cu.md: was due for review on 2022-01-15\n"
    assert (done.returncode, done.stderr) == (0, "Stories overdue for review: 1.\n")


OLD = '[{title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2020-01-15}]'


def spoilt(corpus: Corpus) -> dict[str, bytes]:
    """A corpus with a page that can be mended, one that cannot, one that is right; its bytes by path."""
    corpus.story(body="Chữ [1].\r\n\r\nTỉnh Ðiện Biên:\r\n- một https://a.vn/?utm_source=f\r\n")
    corpus.story("thanh-tuu/2026/dam", body="**Đã có gì**\n\nChữ [1].\n", title='"Một bài chữ đậm"')
    corpus.story("thanh-tuu/2026/tot", title='"Một bài tốt"')
    return bytes_of(corpus)


def bytes_of(corpus: Corpus) -> dict[str, bytes]:
    return {str(file.relative_to(corpus.root)): file.read_bytes() for file in corpus.root.rglob("*") if file.is_file()}


PAGE = "content_vi/thanh-tuu/2026/bai.md"


def test_a_dry_run_shows_each_place_and_writes_nothing(corpus: Corpus) -> None:
    before = spoilt(corpus)
    done = run("scripts/check.py", "--root", str(corpus.root), "--fix", "--dry-run", "--lang", "en")
    assert done.stdout == (
        f"{PAGE}:11: letters that look like Đ, đ: 'Tỉnh Ðiện Biên:' → 'Tỉnh Điện Biên:'\n"
        f"{PAGE}:12: tracking codes in an address: 'ột https://a.vn/?utm_source=f' → 'ột https://a.vn/'\n"
        f"{PAGE}:12: a blank line before a list\n"
        f"{PAGE}:12: address made a link: '- một https://a.vn/' → '- một <https://a.vn/>'\n"
    )
    assert done.returncode == 1
    assert "4 places in 1 files" in done.stderr
    assert bytes_of(corpus) == before


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_fixing_mends_its_pages_alone_then_tells_what_is_left(corpus: Corpus, lang: str) -> None:
    before = spoilt(corpus)
    done = run("scripts/check.py", "--root", str(corpus.root), "--fix", "--lang", lang)
    after = bytes_of(corpus)
    assert {path for path in after if after[path] != before.get(path)} == {PAGE}
    assert after[PAGE].decode().endswith("Tỉnh Điện Biên:\r\n\r\n- một <https://a.vn/>\r\n")
    told = [line for line in done.stdout.splitlines() if not line.startswith(PAGE)]
    assert len(told) == 1
    assert told[0].startswith("content_vi/thanh-tuu/2026/dam.md:9: 'Đã có gì'")
    assert done.returncode == 1
    again = run("scripts/check.py", "--root", str(corpus.root), "--fix", "--lang", lang)
    assert bytes_of(corpus) == after
    assert again.stdout.splitlines() == told


def test_after_fixing_a_corpus_that_only_needed_it_is_good(corpus: Corpus) -> None:
    file = corpus.story(body="Mọi người có quy\u200bền [1].\n")
    file.chmod(0o640)
    assert run("scripts/check.py", "--root", str(corpus.root), "--fix").returncode == 0
    assert file.stat().st_mode & 0o777 == 0o640
    assert run("scripts/check.py", "--root", str(corpus.root), "--fix", "--dry-run").returncode == 0


def test_a_dry_run_of_nothing_is_a_wrong_call(corpus: Corpus) -> None:
    assert run("scripts/check.py", "--root", str(corpus.root), "--dry-run").returncode == 2


def test_check_says_how_much_of_it_can_be_mended(corpus: Corpus) -> None:
    spoilt(corpus)
    done = run("scripts/check.py", "--root", str(corpus.root), "--lang", "en")
    assert "4 places in 1 files can be mended for you: python scripts fix" in done.stderr
