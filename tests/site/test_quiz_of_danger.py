"""A quiz about what others should not see has the same quick way out, and the same numbers, as its page."""

from dataclasses import replace

import pytest

from conftest import MADE_UP, SITE, TODAY
from portal.plan.corpus import open_corpus
from portal.site.pages.make import page_at
from portal.site.site import Dress, Settings, Site, whole_site

QUIZ = "cau-do/luat-mau"


def about(place: str) -> Site:
    """The small site, in which a quiz belongs to the page at a place."""
    registers = open_corpus(MADE_UP, TODAY)
    data = registers.library.data
    moved = data.quizzes["luat-mau"].model_copy(update={"about": place})
    library = replace(registers.library, data=replace(data, quizzes={**data.quizzes, "luat-mau": moved}))
    return whole_site(replace(registers, library=library), Settings(SITE, ""), TODAY, Dress())


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("place", ["tro-giup/buoc-mau", "tro-giup/viec-mau"])
def test_it_leads_away_at_once_and_offers_to_call(lang: str, place: str) -> None:
    site = about(place)
    quiz, page = (page_at(site, lang, one).frame for one in (QUIZ, place))
    assert (quiz.is_discreet, quiz.calls) == (page.is_discreet, page.calls)
    assert quiz.is_discreet
    assert quiz.calls


def test_any_other_quiz_has_neither() -> None:
    frame = page_at(about("van-ban/luat-mau-mot"), "vi", QUIZ).frame
    assert (frame.is_discreet, frame.calls) == (False, ())
