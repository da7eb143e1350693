"""When stories are to be read again."""

from datetime import date

import pytest

from conftest import Corpus
from portal.content.desk.reviews import overdue
from portal.content.front_matter import StoryFront
from portal.content.fronts.exhibitions import Exhibition
from portal.content.fronts.steps import Steps
from portal.content.fronts.taught import Taught
from portal.content.kinds import MODELS
from portal.content.library import open_library

SOURCE = '[{title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2024-01-15}]'


@pytest.mark.parametrize(
    ("today", "late"),
    [(date(2026, 1, 15), []), (date(2026, 1, 16), ["bai"])],
)
def test_a_story_is_overdue_the_day_after_its_day(corpus: Corpus, today: date, late: list[str]) -> None:
    corpus.story(date="2024-01-15", sources=SOURCE)
    assert [one.page.document.slug for one in overdue(open_library(corpus.root, today), today)] == late


def test_the_longest_overdue_come_first(corpus: Corpus) -> None:
    corpus.story("thanh-tuu/2026/sau", title='"Bài sau của bộ thử"', date="2024-02-15", sources=SOURCE)
    corpus.story(
        "chinh-sach/2026/truoc", title='"Bài trước của bộ thử"', kind="policy", date="2024-01-15", sources=SOURCE
    )
    today = date(2027, 1, 1)
    found = overdue(open_library(corpus.root, today), today)
    assert [one.page.document.slug for one in found] == ["truoc", "sau"]


def test_every_kind_of_story_has_its_period() -> None:
    """An easy version is read again when its full page is, a recording when what it says has changed,
    a scanned paper never changes."""
    stories = {
        kind: model for kind, model in MODELS.items() if issubclass(model, StoryFront | Steps | Taught | Exhibition)
    }
    assert set(stories) == set(MODELS) - {
        "page",
        "theme",
        "easy",
        "recording",
        "scan",
    }
    assert {model.review_months for model in stories.values()} == {6, 12, 24}
