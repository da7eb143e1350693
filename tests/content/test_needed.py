"""Pages that the frame leads to, whoever wrote them: a whole site that lacks one is told so."""

import shutil

import pytest

from check import main as check
from conftest import MADE_UP, TODAY, Corpus
from portal.content.known.house.portal import PORTAL_PATH
from portal.content.library import open_library
from portal.content.rules.house.needed import needed_problems
from portal.language.places import HOME, NEEDED, SEARCH


@pytest.fixture
def whole(corpus: Corpus) -> Corpus:
    """A copy of the small site of the tests' own."""
    shutil.copytree(MADE_UP, corpus.root, dirs_exist_ok=True)
    return corpus


def told(corpus: Corpus) -> list[tuple[str, str]]:
    problems = open_library(corpus.root, TODAY).problems
    return [(problem.path, problem.code) for problem in problems if problem.code == "needed-page-missing"]


def test_the_small_site_lacks_nothing(whole: Corpus) -> None:
    assert told(whole) == []


@pytest.mark.parametrize("place", NEEDED)
def test_a_whole_site_without_a_page_the_frame_leads_to_is_told_so(whole: Corpus, place: str) -> None:
    for lang in ("vi", "en"):
        (whole.root / f"content_{lang}/{place}.md").unlink(missing_ok=True)
    assert told(whole) == [(f"content_vi/{place}.md", "needed-page-missing")]


def test_a_page_that_is_there_in_one_language_is_there(whole: Corpus) -> None:
    (whole.root / f"content_en/{SEARCH}.md").unlink(missing_ok=True)
    assert told(whole) == []


def test_a_page_that_is_there_in_english_alone_is_led_to_in_vain_from_vietnamese(whole: Corpus) -> None:
    (whole.root / f"content_vi/{SEARCH}.md").unlink()
    assert told(whole) == [(f"content_vi/{SEARCH}.md", "needed-page-missing")]


def test_a_whole_site_that_says_nowhere_which_portal_it_is_is_told_so(whole: Corpus) -> None:
    (whole.root / PORTAL_PATH).unlink()
    problems = open_library(whole.root, TODAY).problems
    assert [(problem.path, problem.code) for problem in problems] == [(PORTAL_PATH, "data-file-missing")]


def test_a_whole_site_whose_names_cannot_be_read_is_told_why_and_not_that_they_are_missing(whole: Corpus) -> None:
    names = (whole.root / PORTAL_PATH).read_text("utf-8")
    whole.write(PORTAL_PATH, names.replace("province: {", "province: [{"))
    assert [problem.code for problem in open_library(whole.root, TODAY).problems] == ["yaml-bracket"]


def test_the_page_of_the_plan_is_needed_where_the_portal_says_it_is(whole: Corpus) -> None:
    names = (whole.root / PORTAL_PATH).read_text("utf-8")
    whole.write(PORTAL_PATH, names.replace("ke-hoach/ke-hoach-mau", "ke-hoach/khac"))
    assert told(whole) == [("content_vi/ke-hoach/khac.md", "needed-page-missing")]


def test_a_small_corpus_need_not_be_a_whole_site() -> None:
    assert list(needed_problems([])) == []
    assert list(needed_problems([HOME, SEARCH])) == []
    assert len(list(needed_problems(NEEDED[: len(NEEDED) // 2 + 1]))) == len(NEEDED) - len(NEEDED) // 2 - 1


FRONT = {"title": '"Sự kiện mẫu"', "kind": "page"}


@pytest.mark.parametrize(
    ("fields", "body", "is_told"),
    [
        ({}, "Chữ [1].\n", True),
        ({}, "[Về trang chủ](../index.md) [1]\n", True),
        ({"shows": "section"}, "Chữ [1].\n", False),
        ({}, "[Một bài](2026/mot.md) [1]\n", False),
    ],
)
def test_a_front_that_leads_to_none_of_its_pages_is_told(
    corpus: Corpus, fields: dict[str, str], body: str, is_told: bool
) -> None:
    corpus.story("thanh-tuu/2026/mot")
    corpus.story("index", kind="page", title='"Trang chủ mẫu"')
    front = {**FRONT, "agency": None, "date": None, **fields}
    corpus.story("thanh-tuu/index", body=body, **{name: value for name, value in front.items() if value})
    codes = [(one.path, one.code) for one in open_library(corpus.root, TODAY).problems if "front" in one.code]
    assert codes == [("content_vi/thanh-tuu/index.md", "front-leads-nowhere")] * is_told


def test_a_front_without_pages_below_leads_nowhere_and_is_no_mistake(corpus: Corpus) -> None:
    corpus.story("thanh-tuu/index", **FRONT)
    assert "front-leads-nowhere" not in [one.code for one in open_library(corpus.root, TODAY).problems]


def test_check_says_of_a_corpus_that_is_no_whole_site_where_its_links_would_be_dead(
    corpus: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus.story()
    check(["--root", str(corpus.root), "--lang", "en"])
    assert (
        f"no whole portal yet: the frame leads to pages that are not there ({HOME}, {SEARCH},"
        in capsys.readouterr().err
    )
    check(["--root", str(MADE_UP), "--lang", "en"])
    assert "no whole portal" not in capsys.readouterr().err
