"""The comment under a change: all problems, each linked, in words to act on; never more than GitHub takes."""

import json
import re
import shutil
from pathlib import Path

import pytest

from conftest import ROOT, Corpus, run
from portal.content.desk.pull_comment import MOST_IN_COMMENT, Checked, PullRequest, comment, escaped
from portal.language.words import words
from portal.reading.problems import Problem

BROKEN = ROOT / "tests" / "corpora" / "broken"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
CHANGE = PullRequest(
    "https://github.com/ai-do/cong", COMMIT, "sua/bài $(x)", "https://github.com/to/cong/actions/runs/7"
)
WHERE = (
    *("--repository", CHANGE.repository, "--commit", CHANGE.commit),
    *("--branch", CHANGE.branch, "--run", CHANGE.run),
)
PAGE = "content_vi/thanh-tuu/2026/bai.md"


def asked(root: Path, *more: str, lang: str = "vi") -> str:
    return run("scripts/check.py", "--root", str(root), "--format", "markdown", "--lang", lang, *WHERE, *more).stdout


def rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("- ")]


def sentences(root: Path, lang: str) -> list[str]:
    """Every sentence check tells, as Markdown shows it."""
    done = run("scripts/check.py", "--root", str(root), "--format", "json", "--lang", lang)
    return [escaped(problem["message"]) for problem in json.loads(done.stdout)]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_comment_tells_every_problem_of_a_broken_corpus_within_what_github_takes(tmp_path: Path, lang: str) -> None:
    root = Path(shutil.copytree(BROKEN, tmp_path / "hong"))
    data = ("data/figures", "data/products", "data/recommendations", "data/quizzes")
    sections = ("nghe", "tap-huan", "trien-lam", "truong-hoc", "tu-lieu")
    pages = (f"{folder}/{name}" for folder in ("content_vi", "content_en") for name in sections)
    for left_out in ("docs", *data, *(one for one in pages if (root / one).exists())):  # the whole is too much
        shutil.rmtree(root / left_out)
    told, wanted = asked(root, lang=lang), sentences(root, lang)
    assert len(told) <= MOST_IN_COMMENT < 65_536
    assert len(rows(told)) == len(wanted) > 300
    assert [sentence for sentence in wanted if sentence not in told] == []
    assert CHANGE.run in told.split("\n\n")[1]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_one_comment_has_no_room_for_is_counted_and_led_to(lang: str) -> None:
    told, wanted = asked(BROKEN, lang=lang), sentences(BROKEN, lang)
    assert len(told) <= MOST_IN_COMMENT
    more = re.escape(words(lang).say("pull.comment.more_at", count=777, run=CHANGE.run)).replace("777", r"(\d+)")
    left = re.search(f"^{more}$", told, re.MULTILINE)
    assert left
    assert len(rows(told)) + int(left[1]) == len(wanted)
    assert len([sentence for sentence in wanted if sentence in told]) >= len(rows(told))


def test_each_sentence_is_linked_to_its_line_at_the_commit_and_each_file_can_be_edited(corpus: Corpus) -> None:
    corpus.story(date="2026-13-45", agency="khong-co")
    told = asked(corpus.root)
    assert f"**[{PAGE}]({CHANGE.repository}/blob/{COMMIT}/{PAGE}) · 2 chỗ**" in told
    assert f"- [Dòng 5]({CHANGE.repository}/blob/{COMMIT}/{PAGE}?plain=1#L5): " in told
    assert f"[sửa tệp này]({CHANGE.repository}/edit/sua/b%C3%A0i%20%24%28x%29/{PAGE})" in told
    assert "Cần sửa 2 chỗ, trong 1 tệp" in told
    assert "**Commit changes…**" in told


def test_without_a_change_nothing_is_linked(corpus: Corpus) -> None:
    corpus.story(date="2026-13-45")
    told = run("scripts/check.py", "--root", str(corpus.root), "--format", "markdown", "--lang", "en").stdout
    assert "](" not in told
    assert "- Line 5: " in told


def test_what_make_fix_mends_is_counted_and_its_files_are_marked(corpus: Corpus) -> None:
    corpus.story(body="Chữ [1].\n\nTỉnh Ðiện Biên:\n- một\n")
    told = asked(corpus.root)
    assert "**Máy tự sửa được 2 chỗ**" in told
    assert "make fix" in told
    assert "· *máy sửa được*" in told


def test_all_clear_says_so_and_where_the_preview_is(corpus: Corpus) -> None:
    corpus.story()
    told = asked(corpus.root)
    assert told.startswith("## Không có chỗ nào phải sửa\n")
    assert f"[lần chạy này]({CHANGE.run})" in told
    assert "xem-thu" in told
    assert rows(told) == []


def test_a_doubt_stands_apart_and_is_no_place_to_mend() -> None:
    doubt = Problem("data/products/2026.csv", 3, "", "doubts-more", {"count": 2})
    told = comment(Checked([doubt], 4), CHANGE, words("vi"))
    assert told.startswith("## Không có chỗ nào phải sửa\n")
    assert "## Cần xem lại: 1 chỗ" in told


def many(count: int) -> Checked:
    sentence = {"value": "x" * 100}
    return Checked([Problem(f"{PAGE}{n // 9}.md", n, "date", "not-a-day", sentence) for n in range(1, count + 1)], 1)


@pytest.mark.parametrize("count", [1, 40, 100, 150, 200, 300, 2_000])
def test_a_long_comment_first_gives_up_links_then_whole_lines_and_counts_what_is_left_out(count: int) -> None:
    told = comment(many(count), CHANGE, words("vi"))
    assert len(told) <= MOST_IN_COMMENT
    left_out = re.search(r"… Còn (\d+) chỗ nữa: xem đủ ở \[lần chạy này\]", told)
    assert len(rows(told)) + (int(left_out[1]) if left_out else 0) == count
    whole = comment(many(count), CHANGE, words("vi"), most=10_000_000)
    assert len(rows(whole)) == count
    assert all("#L" in row for row in rows(whole))
    assert bool(left_out) == (count == 2_000)


@pytest.mark.parametrize(
    "nasty",
    [
        "![x](https://evil.example/p.png)",
        "<img src=x onerror=alert(1)>",
        "@to-chuc/moi-nguoi",
        "https://evil.example/",
        "www.evil.example",
        "`code` **bold** _em_ ~~x~~ #12",
        "a\n## b\n- c",
        "&lt;b&gt; &#64;x",
        "[a][b] | c",
        "--> <!-- loi-nhan -->",
    ],
)
def test_what_an_editor_wrote_is_shown_as_it_is_and_does_nothing(nasty: str) -> None:
    shown = escaped(nasty)
    assert not re.search(r"[<>@`*\[\]\n#|~](?!\d+;)|:(?=//)|www\.|&(?!#\d+;)", shown.replace("&#", ""))
    unescaped = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), shown)
    assert unescaped == " ".join(nasty.split())


def test_a_name_of_a_file_cannot_break_out_of_its_link() -> None:
    path = "content_vi/a](https://evil.example) <b>\n# x.md"
    told = comment(Checked([Problem(path, 1, "date", "not-a-day", {"value": "]("})], 1), CHANGE, words("vi"))
    goals = re.findall(r"\]\(([^)]*)\)", told)
    assert goals
    assert all(goal.startswith(("https://github.com/ai-do/cong/", "https://github.com/to/cong/")) for goal in goals)
    assert "<b>" not in told


def test_a_wrong_number_of_characters_is_a_wrong_call(corpus: Corpus) -> None:
    corpus.story()
    assert run("scripts/check.py", "--root", str(corpus.root), "--format", "markdown", "--most", "x").returncode == 2


def test_overdue_stories_are_an_issue_with_its_title_first_and_a_line_each(corpus: Corpus) -> None:
    old = '[{title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2020-01-15}]'
    corpus.story(title='"Một bài [cũ]"', date="2020-01-15", sources=old)
    told = asked(corpus.root, "--overdue")
    assert told.startswith("Bài quá hạn rà soát\n\nCó 1 bài đã quá hạn rà soát.")
    (row,) = rows(told)
    assert row.startswith(f"- [Một bài &#91;cũ&#93;]({CHANGE.repository}/edit/")
    assert row.endswith("· hạn 15/1/2022")
    corpus.story(date="2026-01-15")
    assert rows(asked(corpus.root, "--overdue")) == []
    assert "Không có bài nào quá hạn." in asked(corpus.root, "--overdue")
