"""The training desk: who needs training as the plan and the forms say, classes to come and held, each told once."""

from datetime import timedelta

import pytest

from conftest import INDEX, MADE_UP, SITE, TODAY, Corpus, portal_of
from makers import SMALL_PLAN
from portal.language.words import words
from portal.plan.corpus import open_corpus
from portal.site.blocks.listed.training import TrainingBlock
from portal.site.pages.make import page_at
from portal.site.site import Dress, Settings, whole_site

DESK = "tap-huan/index"
HELD = 'trainings:\n  - {date: 2026-03-04, title: "Lớp ở xã", people: 31}\n'
BODIES = "- {id: co-quan, kind: administrative, name: {vi: Cơ quan, en: Body}}\n"
GROUP = """targets:
  - id: K2a
    text: {vi: "Cán bộ được tập huấn", en: "Officials trained"}
    place: {vi: "Mục II", en: "Section II"}
    formula: {vi: "Người học trên người làm", en: "Trained out of in post"}
    floor: 1.0
    deadline: 2028
    reported: human_rights
    bodies: [administrative]
"""
CLASS = {"kind": "event", "event_type": "training", "state": "planned"}


@pytest.fixture
def desk(corpus: Corpus) -> Corpus:
    corpus.story(DESK, title='"Tập huấn thử"', shows="training", **INDEX)
    corpus.story("ke-hoach/tien-do", title='"Tiến độ thử"', shows="progress", **INDEX)
    corpus.write("data/plan.yml", SMALL_PLAN)
    return corpus


def shown(corpus: Corpus) -> TrainingBlock:
    block = page_at(portal_of(corpus), "vi", DESK).block
    assert isinstance(block, TrainingBlock)
    return block


def test_a_class_that_a_body_reported_stands_here_with_its_people_and_counts_once(desk: Corpus) -> None:
    desk.write("data/reported/2026/co-quan.yml", HELD)
    (one,) = shown(desk).held
    assert (one.day.iso, one.link.title, one.link.href, one.reported) == ("2026-03-04", "Lớp ở xã", "", True)
    assert one.people == words("vi").say("events.people", count=31)
    assert shown(desk).count == words("vi").say("training.count", held=1, coming=0)
    desk.story("su-kien/2026/lop", **{**CLASS, "state": "held"}, starts="2026-03-04")
    (one,) = shown(desk).held
    assert (one.link.href, one.reported) == ("../su-kien/2026/lop/", False)
    assert shown(desk).count == words("vi").say("training.count", held=1, coming=0)


def test_classes_to_come_stand_apart_and_other_events_are_not_here(desk: Corpus) -> None:
    soon = (TODAY + timedelta(days=9)).isoformat()
    desk.story("su-kien/2026/lop", **CLASS, starts=soon)
    desk.story("su-kien/2026/huy", **{**CLASS, "state": "cancelled"}, starts=soon)
    desk.story("su-kien/2026/thi", **{**CLASS, "event_type": "contest"}, starts=soon)
    block = shown(desk)
    states = [one.state for one in block.coming]
    assert sorted(states) == sorted(words("vi").label("event_states", name) for name in ("planned", "cancelled"))
    assert block.held == ()
    assert block.calendar is not None


def test_nothing_held_and_nothing_to_come_is_no_count_and_no_calendar(desk: Corpus) -> None:
    block = shown(desk)
    assert (block.coming, block.held, block.count, block.calendar) == ((), (), "", None)


def test_a_group_is_missing_until_somebody_says_a_number_and_0_only_where_0_was_said(desk: Corpus) -> None:
    desk.write("data/agencies.yml", BODIES)
    desk.write("data/plan.yml", SMALL_PLAN.replace("targets: []\n", GROUP))
    (group,) = shown(desk).groups
    assert (group.view.result, group.view.row.status) == ("", "no_data")
    assert words("vi").say("forms.body_kinds.administrative").lower() in group.givers
    desk.write("data/reported/2026/co-quan.yml", "people: {human_rights: {in_post: 4, trained: 0}}\n")
    (group,) = shown(desk).groups
    assert "(0/4)" in group.view.result
    assert group.view.gaps == ()


def test_every_group_leads_to_its_target_on_the_progress_page() -> None:
    site = whole_site(open_corpus(MADE_UP, TODAY), Settings(SITE, ""), TODAY, Dress())
    block = page_at(site, "en", DESK).block
    assert isinstance(block, TrainingBlock)
    assert block.groups
    for group in block.groups:
        assert group.way
        assert group.way.href == f"../ke-hoach/tien-do/#{group.view.anchor}"
        assert group.view.row.id in group.way.title


def test_units_stand_with_whom_they_are_for_how_long_and_their_test() -> None:
    site = whole_site(open_corpus(MADE_UP, TODAY), Settings(SITE, ""), TODAY, Dress())
    block = page_at(site, "en", DESK).block
    assert isinstance(block, TrainingBlock)
    (unit,) = block.units
    assert unit.facts == "Officials, those who read on village loudspeakers · 60 minutes"
    assert unit.test
    assert unit.test.href == "../cau-do/tap-huan-mau/"
