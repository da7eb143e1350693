"""Which pages have no translation, and whose translation has not seen what changed, in real repositories."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ENGLISH, ROOT, Corpus, run

PLACE = "thanh-tuu/2026/bai"
VIETNAMESE_PAGE, ENGLISH_PAGE = f"content_vi/{PLACE}.md", f"content_en/{PLACE}.md"
Git = Callable[..., str]


def _git_in(folder: Path) -> Git:
    """Git in a folder, a second later each time, with nothing of the machine's own settings."""
    clock = iter(range(1_790_000_000, 1_800_000_000, 90_000))

    def git(*arguments: str) -> str:
        moment = f"{next(clock)} +0700"
        environment = {**os.environ, "GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment}
        environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        own = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
        command = ["git", "-C", str(folder), *own, *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    return git


@pytest.fixture
def git(corpus: Corpus) -> Git:
    """A repository with a story in both languages, committed."""
    git = _git_in(corpus.root)
    git("init", "-q", "-b", "main")
    corpus.story(body="Một câu [1].\n\nHai câu.\n")
    corpus.english(body="One sentence [1].\n\nTwo.\n")
    commit(git)
    return git


def commit(git: Git) -> None:
    git("add", "-A")
    git("commit", "-q", "-m", "Một thay đổi")


def change(corpus: Corpus, path: str, was: str, now: str) -> None:
    file = corpus.root / path
    text = file.read_text("utf-8")
    assert was in text
    file.write_bytes(text.replace(was, now).encode())


def asked(root: Path, *options: str) -> dict[str, dict[str, object]]:
    """{path of a translation: what the door says of it}."""
    done = run("scripts/translations.py", "--root", str(root), "--format", "json", *options)
    assert done.returncode == 0, done.stderr
    return {page["path"]: page for page in json.loads(done.stdout)["pages"]}


def state(root: Path, path: str = ENGLISH_PAGE) -> object:
    return asked(root)[path]["state"]


def test_a_page_without_translation_is_missing_whichever_language_lacks_it(corpus: Corpus, git: Git) -> None:
    corpus.story("thanh-tuu/2026/chi-viet")
    corpus.write("content_en/thanh-tuu/2026/only-english.md", "---\ntitle: x\n---\nText.\n")
    found = asked(corpus.root)
    assert {path: page["state"] for path, page in found.items()} == {
        ENGLISH_PAGE: "fresh",
        "content_en/thanh-tuu/2026/chi-viet.md": "missing",
        "content_vi/thanh-tuu/2026/only-english.md": "missing",
    }


def test_an_original_changed_later_makes_its_translation_old_until_it_is_changed_too(corpus: Corpus, git: Git) -> None:
    assert state(corpus.root) == "fresh"
    change(corpus, VIETNAMESE_PAGE, "Hai câu", "Ba câu")
    commit(git)
    change(corpus, VIETNAMESE_PAGE, "Ba câu", "Bốn câu")
    commit(git)
    page = asked(corpus.root)[ENGLISH_PAGE]
    assert page["state"] == "stale"
    assert isinstance(page["unseen"], list)
    assert [one["commit"] for one in page["unseen"]] == git("log", "-2", "--format=%H").split()
    change(corpus, ENGLISH_PAGE, "Two", "Four")
    commit(git)
    assert state(corpus.root) == "fresh"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Hai câu", "Hai  \ncâu"),
        ("Hai câu.", "**Hai** câu!"),
        ("Hai câu", "hai câu"),
        ("[1]", ""),
        ("date: 2026-01-15", "date: 2026-01-15\nreviewed: 2026-01-20"),
        ("agency: co-quan", "agency: co-quan\ngroups: [children]"),
        ("\n\nHai", "\n\n<!-- ghi chú -->\n\nHai"),
        ("\n", "\r\n"),
    ],
)
def test_what_no_reader_sees_or_a_translation_takes_over_is_no_change(
    corpus: Corpus, git: Git, was: str, now: str
) -> None:
    change(corpus, VIETNAMESE_PAGE, was, now)
    assert state(corpus.root) == "fresh"
    commit(git)
    assert state(corpus.root) == "fresh"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Hai câu.", "Hai câu. Ba câu."),
        ("\n\nHai câu.", ""),
        ("Một bài thử", "Một bài khác"),
        ("Một mô tả", "Một lời tả"),
        ("Hai câu", "-2 câu"),
        ("[1]", "[figure: ngheo] [1]"),
    ],
)
def test_what_a_reader_sees_is_a_change_committed_or_not(corpus: Corpus, git: Git, was: str, now: str) -> None:
    change(corpus, VIETNAMESE_PAGE, was, now)
    page = asked(corpus.root)[ENGLISH_PAGE]
    assert (page["state"], page["unseen"]) == ("stale", [{"commit": None, "day": None}])
    commit(git)
    assert state(corpus.root) == "stale"


def test_spaces_in_a_translation_do_not_make_it_new(corpus: Corpus, git: Git) -> None:
    change(corpus, VIETNAMESE_PAGE, "Hai câu", "Ba câu")
    commit(git)
    change(corpus, ENGLISH_PAGE, "Two.", "Two. ")
    commit(git)
    assert state(corpus.root) == "stale"
    change(corpus, ENGLISH_PAGE, "Two", "Three")
    assert state(corpus.root) == "fresh", "not committed, and yet changed after the original"


def test_a_translation_compared_and_found_right_is_told_so_by_its_day(corpus: Corpus, git: Git) -> None:
    change(corpus, VIETNAMESE_PAGE, "Hai câu", "Ba câu")
    commit(git)
    change(corpus, ENGLISH_PAGE, "\n---\nOne", "\ntranslation_checked: 2026-01-20\n---\nOne")
    commit(git)
    assert state(corpus.root) == "fresh"
    assert run("scripts/check.py", "--root", str(corpus.root)).returncode == 0
    change(corpus, VIETNAMESE_PAGE, "\nagency", "\ntranslation_checked: 2026-01-20\nagency")
    done = run("scripts/check.py", "--root", str(corpus.root))
    assert f"{VIETNAMESE_PAGE}:6: 'translation_checked' chỉ có ở bản dịch" in done.stdout


def test_a_translation_committed_before_its_original_is_of_it(corpus: Corpus, git: Git) -> None:
    corpus.write("content_en/thanh-tuu/2026/moi.md", "---\ntitle: x\n---\nText.\n")
    commit(git)
    corpus.story("thanh-tuu/2026/moi")
    commit(git)
    assert state(corpus.root, "content_en/thanh-tuu/2026/moi.md") == "fresh"


def test_renames_are_followed_committed_or_not(corpus: Corpus, git: Git) -> None:
    change(corpus, VIETNAMESE_PAGE, "Hai câu", "Ba câu")
    commit(git)
    for lang in ("vi", "en"):
        git("mv", f"content_{lang}/{PLACE}.md", f"content_{lang}/thanh-tuu/2026/ten-moi.md")
    moved = "content_en/thanh-tuu/2026/ten-moi.md"
    assert state(corpus.root, moved) == "stale"
    commit(git)
    assert state(corpus.root, moved) == "stale"
    change(corpus, moved, "Two", "Three")
    commit(git)
    corpus.story(body="Một trang khác mang tên cũ [1].\n")
    commit(git)
    change(corpus, VIETNAMESE_PAGE, "khác", "nữa")
    commit(git)
    assert state(corpus.root, moved) == "fresh", "the page that took the old name is another one"


def test_of_two_branches_each_keeps_what_it_knew(corpus: Corpus, git: Git) -> None:
    git("switch", "-q", "-c", "dich")
    change(corpus, ENGLISH_PAGE, "Two", "Three")
    commit(git)
    git("switch", "-q", "main")
    change(corpus, VIETNAMESE_PAGE, "Hai câu", "Ba câu")
    commit(git)
    git("merge", "-q", "-m", "Gộp", "dich")
    assert state(corpus.root) == "stale", "the translator worked beside the change, whatever the clock says"
    git("switch", "-q", "-c", "sua")
    change(corpus, VIETNAMESE_PAGE, "Ba câu", "Bốn câu")
    change(corpus, ENGLISH_PAGE, "Three", "Four")
    commit(git)
    git("switch", "-q", "main")
    git("merge", "-q", "--no-ff", "-m", "Gộp", "sua")
    assert state(corpus.root) == "fresh"


def test_a_merge_that_only_joins_changes_nothing_and_one_that_says_more_does(corpus: Corpus, git: Git) -> None:
    filler = "".join(f"Đoạn {number}.\n\n" for number in range(9))
    corpus.story(body=f"Đầu [1].\n\n{filler}Cuối.\n")
    corpus.english(body="Top [1].\n\nEnd.\n")
    commit(git)
    git("switch", "-q", "-c", "ben")
    change(corpus, VIETNAMESE_PAGE, "Cuối.", "Cuối cùng.")
    change(corpus, ENGLISH_PAGE, "End", "The end")
    commit(git)
    git("switch", "-q", "main")
    change(corpus, VIETNAMESE_PAGE, "Đầu [1]", "Đầu tiên [1]")
    change(corpus, ENGLISH_PAGE, "Top", "First")
    commit(git)
    git("merge", "-q", "--no-commit", "ben")
    git("commit", "-q", "-m", "Gộp")
    assert state(corpus.root) == "fresh"
    git("switch", "-q", "-c", "khac")
    change(corpus, ENGLISH_PAGE, "First", "At first")
    commit(git)
    git("switch", "-q", "main")
    git("merge", "-q", "--no-ff", "--no-commit", "khac")
    change(corpus, VIETNAMESE_PAGE, "Đoạn 4", "Đoạn bốn, viết lại khi gộp")
    commit(git)
    assert state(corpus.root) == "stale"


def test_a_shallow_copy_says_what_it_cannot_know(
    corpus: Corpus, git: Git, tmp_path_factory: pytest.TempPathFactory
) -> None:
    corpus.story("thanh-tuu/2026/hai")
    corpus.english("thanh-tuu/2026/hai")
    commit(git)
    change(corpus, VIETNAMESE_PAGE, "Hai câu", "Ba câu")
    commit(git)
    copy = tmp_path_factory.mktemp("ban-sao") / "bản sao nông"
    _git_in(corpus.root)("clone", "-q", "--depth", "2", f"file://{corpus.root}", str(copy))
    assert state(copy) == "stale"
    assert state(copy, "content_en/thanh-tuu/2026/hai.md") == "unknown", "what is not known is not fresh"
    done = run("scripts/translations.py", "--root", str(copy))
    assert done.returncode == 0
    assert done.stdout.count("bản sao nông") == 1
    assert state(corpus.root, "content_en/thanh-tuu/2026/hai.md") == "fresh"


def test_without_git_a_translation_is_not_called_fresh(corpus: Corpus) -> None:
    corpus.story()
    corpus.english()
    assert state(corpus.root) == "unknown"
    done = run("scripts/translations.py", "--root", str(corpus.root), "--lang", "en")
    assert (done.returncode, done.stdout.count("There is no git history here")) == (0, 1)
    _git_in(corpus.root)("init", "-q")
    assert state(corpus.root) == "unknown", "a repository that has no page in it"


def test_a_machine_without_git_is_told_the_same(
    corpus: Corpus, git: Git, tmp_path_factory: pytest.TempPathFactory
) -> None:
    nothing = str(tmp_path_factory.mktemp("khong-co-git"))
    done = run("scripts/translations.py", "--root", str(corpus.root), PATH=nothing)
    assert (done.returncode, done.stderr) == (0, "")
    assert "không có lịch sử git" in done.stdout


def test_a_hook_of_another_repository_does_not_lead_astray(corpus: Corpus, git: Git) -> None:
    done = run("scripts/translations.py", "--root", str(corpus.root), GIT_DIR=str(ROOT / "nowhere"))
    assert "1 khớp với bản gốc" in done.stdout


def test_a_corpus_inside_a_larger_repository_with_marks_in_its_names(tmp_path: Path, corpus: Corpus) -> None:
    inside = Corpus(tmp_path / "kho chung" / "trang quyền")
    inside.root.mkdir(parents=True)
    shutil.copytree(tmp_path / "data", inside.root / "data")
    inside.story("thanh-tuu/2026/bai-co-dau", body="Một câu [1].\n")
    inside.english("thanh-tuu/2026/bai-co-dau")
    git = _git_in(tmp_path / "kho chung")
    git("init", "-q")
    commit(git)
    assert state(inside.root, "content_en/thanh-tuu/2026/bai-co-dau.md") == "fresh"
    change(inside, "content_vi/thanh-tuu/2026/bai-co-dau.md", "Một", "Hai")
    commit(git)
    assert state(inside.root, "content_en/thanh-tuu/2026/bai-co-dau.md") == "stale"


def test_further_languages_are_looked_at_and_their_missing_pages_are_only_counted(corpus: Corpus, git: Git) -> None:
    corpus.write("data/locales.yml", "- {code: blt, name: Tiếng Thái}\n")
    corpus.story("thanh-tuu/2026/khac")
    corpus.write(f"content_blt/{PLACE}.md", "---\ntitle: x\n---\nChữ.\n")
    commit(git)
    change(corpus, VIETNAMESE_PAGE, "Hai câu", "Ba câu")
    commit(git)
    assert state(corpus.root, f"content_blt/{PLACE}.md") == "stale"
    assert state(corpus.root, "content_blt/thanh-tuu/2026/khac.md") == "missing"
    shown = run("scripts/translations.py", "--root", str(corpus.root), "--format", "issue").stdout
    assert "Tiếng Thái: 1 cũ hơn bản gốc, 1 chưa có, trong 2 trang." in shown
    assert f"content_blt/{PLACE}.md" in shown
    assert "content_blt/thanh-tuu/2026/khac.md" not in shown


def test_an_issue_has_its_title_first_links_and_no_table_when_all_is_done(corpus: Corpus, git: Git) -> None:
    command = ("scripts", "translations", "--root", str(corpus.root), "--format", "issue", "--lang", "vi")
    done = run(*command)
    assert done.stdout.splitlines()[0] == "Bản dịch còn thiếu hoặc cũ hơn bản gốc"
    assert "Mọi bản dịch đều đủ" in done.stdout
    assert "\n|" not in done.stdout
    corpus.story("thanh-tuu/2026/moi", title='"Tên | có [dấu]"')
    change(corpus, VIETNAMESE_PAGE, "Hai câu", "Ba câu")
    commit(git)
    told = run(*command, PORTAL_REPOSITORY="https://github.com/o/r").stdout
    assert f"](https://github.com/o/r/edit/main/{ENGLISH_PAGE})" in told
    assert f"](https://github.com/o/r/commit/{git('rev-parse', 'HEAD').strip()})" in told
    assert "[Tên \\| có \\[dấu\\]](https://github.com/o/r/new/main?filename=content_en/thanh-tuu/2026/moi.md)" in told
    assert "https://" not in run(*command, PORTAL_REPOSITORY="").stdout


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_page_for_editors_is_written_and_nobody_s_file_is_lost(corpus: Corpus, git: Git, lang: str) -> None:
    change(corpus, VIETNAMESE_PAGE, "Hai câu", "Ba câu")
    out = corpus.root / "ra" / "ban-dich.html"
    command = ("scripts/translations.py", "--root", str(corpus.root), "--lang", lang, "--out", str(out))
    assert run(*command).returncode == 0
    page = out.read_text("utf-8")
    assert f'<html lang="{lang}">' in page
    assert ENGLISH_PAGE in page
    out.write_text("của người khác")
    assert run(*command).returncode == 0
    assert out.read_text() == "của người khác"
    assert (out.parent / "ban-dich (2).html").read_text("utf-8") == page


def test_called_wrongly_it_says_so_and_returns_2(tmp_path: Path) -> None:
    assert run("scripts/translations.py", "--root", str(tmp_path)).returncode == 2
    assert run("scripts/translations.py", "--format", "xml").returncode == 2


def test_words_of_a_page_that_cannot_be_read_count_all_the_same(corpus: Corpus, git: Git) -> None:
    corpus.write(VIETNAMESE_PAGE, b"---\ntitle: 'a: [\n---\n\xff\xfe\n")
    done = run("scripts/translations.py", "--root", str(corpus.root))
    assert (done.returncode, done.stderr) == (0, "")
    assert ENGLISH["title"].strip('"') not in done.stdout
