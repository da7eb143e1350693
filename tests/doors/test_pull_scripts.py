"""The scripts of .github, run with a stand-in for GitHub: one comment, one issue each, no stranger at the wheel."""

import os
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT, Corpus, run
from github_stand_in import RUN, SCRIPTS, GitHub, github_in
from portal.content.desk.address import told_address


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    return github_in(tmp_path / "github")


CLEAR = f"## Không có chỗ nào phải sửa\n\n**Xem thử:** mở [lần chạy này]({RUN})\n"


def test_the_comment_is_written_once_and_then_anew_in_place(github: GitHub) -> None:
    assert github.comment(CLEAR).returncode == 0
    assert github.comment("## Cần sửa 1 chỗ\n\n- Dòng 1: x\n", CONCLUSION="failure").returncode == 0
    assert github.calls == ["post repos/to/cong/issues/12/comments", "patch repos/to/cong/issues/comments/77"]
    assert github.body == "<!-- loi-nhan-kiem-tra -->\n## Cần sửa 1 chỗ\n\n- Dòng 1: x\n"


def test_the_comment_of_the_broken_corpus_is_posted_as_check_wrote_it(github: GitHub) -> None:
    where = ("--repository", "https://github.com/to/cong", "--commit", "0123abc", "--branch", "sua-bai", "--run", RUN)
    broken = str(ROOT / "tests/corpora/broken")
    told = run("scripts/check.py", "--root", broken, "--format", "markdown", *where).stdout
    assert github.comment(told, CONCLUSION="failure").returncode == 0
    assert github.body == f"<!-- loi-nhan-kiem-tra -->\n{told}"
    assert len(github.body) < 65_536


def test_which_pull_request_it_is_only_the_event_says(github: GitHub) -> None:
    github.attach({"loi-nhan.md": CLEAR.encode(), "number": b"999", "pr.txt": b"999"})
    assert github.run("comment.sh").returncode == 0
    assert github.calls == ["post repos/to/cong/issues/12/comments"]
    asked = (github.folder / "asked").read_text("utf-8")
    assert "head=to:sua-bai" in asked
    assert '.head.sha == "0123abc" and .head.repo.full_name == "to/cong"' in asked


def test_a_closed_pull_request_or_one_with_a_newer_commit_gets_none(github: GitHub) -> None:
    (github.folder / "pulls").write_text("")
    assert github.comment(CLEAR).returncode == 0
    assert github.calls == []


def test_a_stranger_s_fork_is_named_and_its_files_are_warned_of(github: GitHub) -> None:
    told = "## Cần sửa 1 chỗ\n\n- [Dòng 1](https://github.com/la/cong/blob/0123abc/content_vi/a.md?plain=1#L1): x\n"
    done = github.comment(told, HEAD_REPO="la/cong", HEAD_OWNER="la", CONCLUSION="failure")
    assert done.returncode == 0, done.stderr
    assert github.body.splitlines()[1].startswith("> Thay đổi này gửi từ một bản sao của kho (la/cong).")
    assert github.body.endswith(told)


@pytest.mark.parametrize(
    "evil",
    [
        "[bấm](https://evil.example/)",
        "[bấm](https://github.com/evil/x)",
        "[bấm](https://github.com.evil.example/to/cong/)",
        "[bấm](//evil.example/)",
        "![x](https://evil.example/p.png)",
        "https://evil.example/",
        "www.evil.example",
        "<img src=x>",
        "<!-- loi-nhan-kiem-tra -->",
        "[x]: https://evil.example/",
        "[a][b]",
        "[bấm]( https://github.com/to/cong/)",
    ],
)
def test_a_text_with_foreign_links_or_html_is_not_posted(github: GitHub, evil: str) -> None:
    done = github.comment(f"{CLEAR}- {evil}\n", HEAD_REPO="la/cong", HEAD_OWNER="la")
    assert done.returncode == 1
    assert "foreign links" in done.stderr
    assert github.calls == []


def test_a_text_calls_nobody(github: GitHub) -> None:
    assert github.comment("## @to/moi-nguoi hãy bấm Approve\n").returncode == 0
    assert "@" not in github.body


@pytest.mark.parametrize("size", [262_145, 50_000_000])
def test_a_text_too_large_is_not_read_though_its_archive_is_small(github: GitHub, size: int) -> None:
    done = github.comment(b"a" * size)
    assert done.returncode == 1
    assert github.calls == []


def test_a_large_archive_is_not_even_fetched(github: GitHub) -> None:
    (github.folder / "artifacts").write_text("55 300000\n")
    assert github.run("comment.sh").returncode == 1
    assert github.calls == []


def test_nothing_attached_is_unpacked_onto_the_disk(github: GitHub) -> None:
    github.attach({"loi-nhan.md": CLEAR.encode(), "../evil.sh": b"x", "gh": b"#!/bin/sh\ntouch pwned\n"})
    before = set(github.folder.rglob("*"))
    assert github.run("comment.sh").returncode == 0
    assert {path.name for path in set(github.folder.rglob("*")) - before} == {"asked", "body", "calls"}
    assert not (github.folder.parent / "evil.sh").exists()


@pytest.mark.parametrize("attached", [{}, {"khac.md": b"x"}, {"x/loi-nhan.md": b"x"}])
def test_where_the_check_left_no_text_the_comment_says_whom_to_ask(github: GitHub, attached: dict[str, bytes]) -> None:
    if attached:
        github.attach(attached)
    assert github.run("comment.sh", CONCLUSION="failure").returncode == 0
    assert "Chưa kiểm tra xong" in github.body
    assert RUN in github.body


def test_an_all_clear_whose_run_failed_elsewhere_says_so(github: GitHub) -> None:
    assert github.comment(CLEAR, CONCLUSION="failure").returncode == 0
    assert "Có một bước khác chưa qua" in github.body


@pytest.mark.parametrize("branch", ["a$(touch pwned)", "a`touch pwned`", "a;touch pwned", '"; touch pwned; "'])
def test_a_branch_may_be_called_anything(github: GitHub, branch: str) -> None:
    assert github.comment(CLEAR, HEAD_BRANCH=branch).returncode == 0
    assert not (github.folder / "pwned").exists()
    assert f"head=to:{branch}" in (github.folder / "asked").read_text("utf-8")


@pytest.mark.parametrize("sha", ["", '" or true', "../x"])
def test_a_commit_that_is_none_is_refused(github: GitHub, sha: str) -> None:
    assert github.comment(CLEAR, HEAD_SHA=sha).returncode == 1
    assert github.calls == []


LISTS = {"nguon.md": "- mất: x\n", "qua-han.md": "Bài quá hạn rà soát\n\n- a\n", "ban-dich.md": "Bản dịch\n\n| a |\n"}


def test_the_week_s_lists_are_an_issue_each(github: GitHub) -> None:
    github.attach({name: text.encode() for name, text in LISTS.items()})
    done = github.run("weekly.sh")
    assert done.returncode == 0, done.stderr
    assert github.calls == ["create Liên kết ngoài cần xem lại", "create Bài quá hạn rà soát", "create Bản dịch"]


def test_a_list_that_was_not_made_leaves_its_issue_as_it_is_and_the_run_says_so(github: GitHub) -> None:
    github.attach({name: LISTS[name].encode() for name in ("nguon.md", "ban-dich.md")})
    assert github.run("weekly.sh").returncode == 1
    assert github.calls == ["create Liên kết ngoài cần xem lại", "create Bản dịch"]


def one_issue(github: GitHub, text: str, found: str) -> list[str]:
    (github.folder / "issues").write_text(found, "utf-8")
    (github.folder / "text").write_text(text, "utf-8")
    assert github.run("one-issue.sh", "", str(github.folder / "text")).returncode == 0
    return github.calls


@pytest.mark.parametrize(
    ("text", "found", "calls"),
    [
        ("Tên\n\n- việc\n", "", ["create Tên"]),
        ("Tên\n\n- việc\n", "7 OPEN Tên\n", ["edit 7"]),
        ("Tên\n\n- việc\n", "7 CLOSED Tên\n", ["create Tên"]),
        ("Tên\n\n- việc\n", "7 OPEN Tên: góp ý\n", ["create Tên"]),
        ("Tên\n\nKhông có bài nào.\n", "", []),
        ("Tên\n\nKhông có bài nào.\n", "7 OPEN Tên\n", ["edit 7", "close 7"]),
        ("Tên\n\nKhông có bài nào.\n", "7 CLOSED Tên\n", []),
    ],
)
def test_an_issue_is_opened_for_work_alone_and_closed_when_there_is_none(
    github: GitHub, text: str, found: str, calls: list[str]
) -> None:
    assert one_issue(github, text, found) == calls


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def decided(root: Path, event: str = "pull_request") -> str:
    out = root.parent / "output"
    out.write_text("")
    env = {**os.environ, "EVENT": event, "GITHUB_OUTPUT": str(out)}
    subprocess.run([SCRIPTS / "which-jobs.sh"], cwd=root, env=env, check=True, capture_output=True)
    return out.read_text("utf-8")


@pytest.mark.parametrize(
    ("changed", "engineering"),
    [
        (["content_vi/thanh-tuu/2026/bài.md"], False),
        (["content_en/a.md", "data/plan.yml", "docs/hinh/2026/x.jpg", "content_blt/a.md"], False),
        (["content_vi/a.md", "Makefile"], True),
        (["scripts/check.py"], True),
        (["docs/scripts/a.js"], True),
        (["docs/identity/mark.svg"], True),
        ([".github/workflows/check.yml"], True),
        (["tests/content_vi/a.md"], True),
        (["content_vi.py"], True),
        (['content_vi/a"\n.md'], True),
    ],
)
def test_content_alone_does_not_wait_for_engineers(corpus: Corpus, changed: list[str], engineering: bool) -> None:
    corpus.write("scripts/old.py", "x = 1\n" * 20)
    git(corpus.root, "init", "-q")
    git(corpus.root, "add", "-A")
    git(corpus.root, "commit", "-qm", "a")
    for path in changed:
        corpus.write(path, "x\n")
    git(corpus.root, "add", "-A")
    git(corpus.root, "commit", "-qm", "b")
    assert decided(corpus.root) == f"engineering={str(engineering).lower()}\n"
    assert decided(corpus.root, "push") == "engineering=true\n"


def test_code_moved_into_content_is_still_a_change_of_code(corpus: Corpus) -> None:
    corpus.write("scripts/old.py", "x = 1\n" * 20)
    git(corpus.root, "init", "-q")
    git(corpus.root, "add", "-A")
    git(corpus.root, "commit", "-qm", "a")
    git(corpus.root, "mv", "scripts/old.py", "data/old.md")
    git(corpus.root, "commit", "-qm", "b")
    assert decided(corpus.root) == "engineering=true\n"


def test_where_git_cannot_tell_engineers_look(corpus: Corpus) -> None:
    git(corpus.root, "init", "-q")
    assert decided(corpus.root) == "engineering=true\n"


@pytest.mark.parametrize(
    ("repository", "pages", "address"),
    [
        ("To/Cong-Thong-Tin", "", "https://to.github.io/Cong-Thong-Tin/"),
        ("To/to.github.io", "", "https://to.github.io/"),
        ("to/cong", "https://to.github.io/cong", "https://to.github.io/cong/"),
        ("to/cong", "https://nhanquyen.example.vn", "https://nhanquyen.example.vn/"),
    ],
)
def test_every_build_is_told_the_address_of_pages_or_the_one_pages_would_give(
    tmp_path: Path, repository: str, pages: str, address: str
) -> None:
    env = {
        **os.environ,
        "ADDRESS": pages,
        "GITHUB_REPOSITORY": repository,
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_ENV": str(tmp_path / "env"),
    }
    (tmp_path / "env").write_text("A=b\n")
    subprocess.run([SCRIPTS / "settings.sh"], cwd=tmp_path, env=env, check=True, capture_output=True)
    assert (tmp_path / "env").read_text("utf-8").splitlines() == [
        "A=b",
        f"SITE_URL={address}",
        f"PORTAL_REPOSITORY=https://github.com/{repository}",
        "PORTAL_CARDS=all",
    ]
    assert told_address(address) == address


@pytest.mark.parametrize(
    ("decision", "results", "code"),
    [
        ("success", "success success success success", 0),
        ("success", "success skipped skipped skipped", 0),
        ("success", "success failure success success", 1),
        ("success", "success success cancelled success", 1),
        ("failure", "failure skipped skipped skipped", 1),
        ("cancelled", "cancelled skipped skipped skipped", 1),
        ("", "", 1),
    ],
)
def test_the_required_check_ends_and_is_right_only_where_the_rest_was_or_was_decided_away(
    tmp_path: Path, decision: str, results: str, code: int
) -> None:
    env = {**os.environ, "DECISION": decision, "RESULTS": results}
    done = subprocess.run([SCRIPTS / "all-well.sh"], cwd=tmp_path, env=env, capture_output=True, check=False)
    assert done.returncode == code
