"""A second person reads every change: .github/CODEOWNERS is made from the owner's setting and held to it."""

import pytest

from conftest import MADE_UP, ROOT, TODAY, Corpus, run
from portal.content.desk.code_owners import CODE_OWNERS, code_owner_problems, code_owners
from portal.content.known.house.owner import Reviewers
from portal.content.library import open_library
from portal.language.locales import HOUSE

OWNER = (MADE_UP.parent / "owner-approved.yml").read_text("utf-8")


def door(corpus: Corpus) -> tuple[int, str]:
    done = run("scripts/codeowners.py", "--root", str(corpus.root), "--lang", "en")
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr + done.stdout


def told(corpus: Corpus) -> list[str]:
    return [problem.code for problem in code_owner_problems(open_library(corpus.root, TODAY))]


def test_the_last_line_that_matches_decides_so_everything_comes_first_and_the_names_stay_the_engineers() -> None:
    reviewers = Reviewers(content=["to/bien-tap"], data=["a", "b"], engineering=["c", "d"])
    rows = [row for row in code_owners(reviewers, HOUSE).splitlines() if not row.startswith("#")]
    assert rows == [
        "* @c @d",
        "/content_vi/ @to/bien-tap",
        "/content_en/ @to/bien-tap",
        "/docs/hinh/ @to/bien-tap",
        "/data/ @a @b",
        "/data/owner.yml @c @d",
    ]


def test_a_part_nobody_was_named_for_falls_to_those_of_everything() -> None:
    rows = code_owners(Reviewers(engineering=["c", "d"]), HOUSE).splitlines()
    assert [row for row in rows if not row.startswith("#")] == ["* @c @d", "/data/owner.yml @c @d"]


def test_until_the_owner_names_somebody_the_file_says_so_and_names_nobody() -> None:
    rows = code_owners(Reviewers(), HOUSE).splitlines()
    assert all(row.startswith("# ") for row in rows)
    assert len(rows) == 4


def test_the_door_writes_the_file_once_and_check_tells_when_it_is_out_of_step(corpus: Corpus) -> None:
    corpus.story()
    corpus.write("data/owner.yml", OWNER)
    corpus.write(".github/other", "")
    assert told(corpus) == ["codeowners-old"]
    assert door(corpus)[0] == 1
    assert told(corpus) == []
    assert door(corpus)[0] == 0
    corpus.write("data/owner.yml", OWNER.replace("mau-hai", "mau-ba"))
    done = run("scripts/check.py", "--root", str(corpus.root), "--lang", "en")
    assert f"{CODE_OWNERS}:1: this file does not agree" in done.stdout
    assert done.returncode == 1
    assert door(corpus)[0] == 1
    assert "@mau-ba" in (corpus.root / CODE_OWNERS).read_text("utf-8")


@pytest.mark.parametrize("theirs", ["* @ai-do\n", b"\xff\xfe"])
def test_a_file_somebody_wrote_by_hand_is_told_and_stays(corpus: Corpus, theirs: str | bytes) -> None:
    corpus.story()
    corpus.write("data/owner.yml", OWNER)
    file = corpus.write(CODE_OWNERS, theirs)
    before = file.read_bytes()
    assert told(corpus) == ["codeowners-old"]
    code, said = door(corpus)
    assert (code, file.read_bytes()) == (1, before)
    assert "by hand" in said


def test_a_corpus_that_is_no_repository_on_github_needs_no_such_file(corpus: Corpus) -> None:
    corpus.story()
    corpus.write("data/owner.yml", OWNER)
    assert told(corpus) == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("[a, b]", ""),
        ("[to-chuc/bien-tap]", ""),
        ("[mot]", "reviewers-too-few"),
        ("[mot, mot]", "reviewers-too-few"),
        ('["@a", b]', "not-a-github-name"),
        ("[a b, c]", "not-a-github-name"),
        ("[-a, b]", "not-a-github-name"),
        ("[a_b, c]", "not-a-github-name"),
        ("[to/chuc/nhom]", "not-a-github-name"),
        ("[nguyễn, b]", "not-a-github-name"),
    ],
)
def test_names_are_accounts_or_teams_and_one_person_alone_is_no_second_reader(
    corpus: Corpus, given: str, code: str
) -> None:
    corpus.write("data/owner.yml", OWNER.replace("[mau-mot, mau-hai]", given))
    assert [problem.code for problem in open_library(corpus.root, TODAY).data.problems] == ([code] if code else [])


def test_the_door_says_what_is_wrong_in_the_owner_s_file_and_writes_nothing(corpus: Corpus) -> None:
    corpus.story()
    corpus.write("data/owner.yml", OWNER.replace("[mau-mot, mau-hai]", "[mot]"))
    corpus.write(".github/other", "")
    code, said = door(corpus)
    assert code == 1
    assert "data/owner.yml:12: nobody can be the second reader" in said
    assert not (corpus.root / CODE_OWNERS).exists()


def test_a_wrong_call_exits_with_two(corpus: Corpus) -> None:
    assert run("scripts/codeowners.py", "--root", str(corpus.root / "nowhere")).returncode == 2


def test_this_repository_s_own_file_is_in_step() -> None:
    assert run("scripts/codeowners.py", "--root", str(ROOT)).returncode == 0
