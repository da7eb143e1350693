"""The small site the tests look at holds every state the portal knows, and nobody can take it for content."""

import pytest

from conftest import MADE_UP, run
from portal.content.fronts.rebuttals import Rebuttal
from portal.content.kinds import KINDS
from portal.content.library import Library
from portal.language import vocabulary
from portal.language.locales import LANGUAGES


def test_it_has_no_problems() -> None:
    done = run("scripts/check.py", "--root", str(MADE_UP), "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("kind", KINDS)
def test_it_has_every_kind_of_page(library: Library, kind: str) -> None:
    assert [story for story in library.stories.values() if story.front.kind == kind]


@pytest.mark.parametrize("section", vocabulary.SECTIONS)
def test_it_has_every_section(library: Library, section: str) -> None:
    assert library.languages(f"{section}/index") == LANGUAGES


@pytest.mark.parametrize("block", vocabulary.BLOCKS)
def test_it_shows_every_block_an_editor_may_ask_for(library: Library, block: str) -> None:
    shown = {getattr(story.front, "shows", None) for story in library.stories.values()}
    made = ("listing", "body", "pair", "writing", "recommendations", "un_document", "recommendation", "documents")
    assert block in shown | {
        *made,
        "document",
        "columns",
        "loudspeaker",
        "script",
        "quizzes",
        "quiz",
        "press_sheet",
        "spokespersons",
        "press_pictures",
    }  # the portal makes these pages itself


@pytest.mark.parametrize("verdict", vocabulary.VERDICTS)
def test_it_has_every_verdict(library: Library, verdict: str) -> None:
    answers = [story.front for story in library.newest("vi") if isinstance(story.front, Rebuttal)]
    assert [front for front in answers if front.verdict == verdict]


def test_it_has_stories_in_one_language_alone_reviewed_overdue_corrected_and_withdrawn(library: Library) -> None:
    stories = library.newest("vi")
    assert {library.languages(story.place) for story in stories} == {("vi", "en"), ("vi",), ("en",)}
    assert {bool(story.front.reviewed) for story in stories} == {True, False}
    assert [story for story in stories if getattr(story.front, "corrections", [])]
    gone = [story for story in library.told("vi") if story.withdrawn]
    assert {isinstance(story.front, Rebuttal) for story in gone} == {True, False}
    assert {bool(story.withdrawn and story.withdrawn.instead) for story in gone} == {True, False}
    assert library.waiting
    done = run("scripts/check.py", "--root", str(MADE_UP), "--overdue")
    assert done.stdout


def test_every_page_of_it_says_that_it_is_a_sample(library: Library) -> None:
    said = {"vi": "Trang mẫu: ", "en": "Sample page: "}
    for (lang, place), story in library.stories.items():
        assert story.front.description.startswith(said[lang]), place
        assert all("//example.org/" in (source.url or "//example.org/") for source in story.front.references), place
