"""Events as pages, lists and calendars: what has a page, what a body reported, the days of the year; read back by
another library than the one that writes."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest

from conftest import INDEX, TODAY, Corpus, Site, portal_of
from makers import SMALL_PLAN
from node import node
from portal.language.vocabulary import EVENT_TYPES
from portal.language.words import words
from portal.site.blocks.listed.events import EventsBlock
from portal.site.days.events import DAYS, calendar_path
from portal.site.files.news.calendars import calendar_files
from portal.site.pages.make import page_at

READ = """
import ICAL from "ical.js";
let text = "";
process.stdin.on("data", (part) => (text += part)).on("end", () => {
  const whole = new ICAL.Component(ICAL.parse(text));
  const all = whole.getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one);
    const next = event.isRecurring() ? [...Array(3)].map(((turn) => () => String(turn.next()))(event.iterator())) : [];
    return { uid: event.uid, title: event.summary, about: event.description, where: event.location, next,
      starts: String(event.startDate), ends: String(event.endDate), status: one.getFirstPropertyValue("status"),
      url: one.getFirstPropertyValue("url"), lang: one.getFirstProperty("summary").getParameter("language") };
  });
  console.log(JSON.stringify({ name: whole.getFirstPropertyValue("x-wr-calname"), all }));
});
"""
EVENT = {"kind": "event", "event_type": "contest", "state": "planned", "starts": "2026-12-01", "ends": "2026-12-03"}
HELD = """- {date: 2026-03-04, title: "Lớp ở xã, buổi một; buổi hai", people: 31}"""


def read(content: bytes) -> dict[str, Any]:
    done = node("--input-type=module", "-e", READ, given=content.decode())
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert isinstance(told, dict)
    return told


def calendar(site: Site, lang: str, name: str) -> dict[str, Any]:
    return read((site.folder / calendar_path(lang, name)).read_bytes())


@pytest.mark.parametrize(("lang", "title"), [("vi", "Lớp tập huấn mẫu"), ("en", "A sample training")])
def test_a_calendar_tells_the_days_the_place_and_the_page_of_an_event(site: Site, lang: str, title: str) -> None:
    (one,) = (one for one in calendar(site, lang, "training")["all"] if one["url"])
    assert one["starts"] == "2026-08-20"
    assert one["ends"] == "2026-08-22", "the day after the last"
    assert one["status"] == "CONFIRMED"
    assert re.fullmatch(r"https://example\.org/.*su-kien/2026/tap-huan-mau/", one["url"])
    assert one["lang"] == lang
    assert title in one["title"]
    assert words(lang).say("draft") in one["about"]


def test_days_come_back_every_year_and_the_report_is_due_in_each_year_of_the_plan(site: Site) -> None:
    told = calendar(site, "vi", DAYS)
    yearly = [one for one in told["all"] if one["next"]]
    assert yearly
    for one in yearly:
        assert len({day[5:] for day in one["next"]}) == 1
        assert len({day[:4] for day in one["next"]}) == 3
    due = [one["starts"][:4] for one in told["all"] if one["title"] == words("vi").say("events.report_due")]
    assert due == sorted(set(due))
    assert len({one["uid"] for one in told["all"]}) == len(told["all"])


def test_a_calendar_stands_of_each_kind_there_is_and_the_page_leads_to_it(site: Site) -> None:
    for lang, prefix in (("vi", ""), ("en", "en/")):
        page = site.pages[f"{prefix}su-kien/"]
        for kind in ("", *EVENT_TYPES, DAYS):
            path = calendar_path(lang, kind)
            assert (site.folder / path).exists() == (f'{path.removeprefix(prefix)}"' in page), path


def test_an_event_that_is_told_in_one_language_keeps_it_in_the_calendar_of_another(corpus: Corpus) -> None:
    corpus.story("su-kien/2026/cuoc-thi", title='"Cuộc thi; có dấu, phẩy"', **EVENT)
    corpus.story("su-kien/2026/huy", title='"Lớp đã hủy"', **{**EVENT, "event_type": "training", "state": "cancelled"})
    made = {one.path: one.make() for one in calendar_files(portal_of(corpus))}
    told = {one["title"]: one for one in read(made[calendar_path("en", "")])["all"]}
    assert {title: (one["lang"], one["status"]) for title, one in told.items()} == {
        "Cuộc thi; có dấu, phẩy": ("vi", "TENTATIVE"),
        "Lớp đã hủy": ("vi", "CANCELLED"),
    }


def shown(corpus: Corpus) -> EventsBlock:
    block = page_at(portal_of(corpus), "vi", "su-kien/index").block
    assert isinstance(block, EventsBlock)
    return block


def lines(corpus: Corpus) -> list[str]:
    return [f"{one.day.iso} {one.kind} {one.title} {one.people}" for one in shown(corpus).reported]


@pytest.fixture
def reported(corpus: Corpus) -> Corpus:
    corpus.story("su-kien/index", title='"Sự kiện thử"', shows="events", **INDEX)
    corpus.write("data/plan.yml", SMALL_PLAN)
    return corpus


def test_what_a_body_reported_appears_by_itself_with_its_people_and_once(reported: Corpus) -> None:
    reported.write("data/reported/2026/co-quan.yml", f"trainings:\n  {HELD}\n")
    assert lines(reported) == ["2026-03-04 Tập huấn Lớp ở xã, buổi một; buổi hai 31 người dự, theo báo cáo"]
    own = {**EVENT, "event_type": "training", "state": "held", "starts": "2026-03-04", "ends": "2026-03-04"}
    reported.story("su-kien/2026/lop", **own)
    assert lines(reported) == []


def test_a_kind_of_which_there_is_nothing_says_what_will_be_here(reported: Corpus) -> None:
    reported.story("su-kien/2026/cuoc-thi", **EVENT)
    block = shown(reported)
    said = words("vi").family("events.none")
    assert block.missing == tuple(said[kind] for kind in EVENT_TYPES if kind != "contest")


def test_an_event_that_was_taken_back_is_in_no_calendar(reported: Corpus) -> None:
    why = '{date: 2026-02-01, why: {vi: "Không có thật", en: "Not true"}}'
    reported.story("su-kien/2026/cuoc-thi", **EVENT, withdrawn=why)
    assert [path for path in (one.path for one in calendar_files(portal_of(reported))) if "cuoc-thi" in path] == []


def test_the_days_are_those_of_the_year_ahead_each_with_who_says_so(reported: Corpus) -> None:
    source = 'sources: [{title: "Danh mục", publisher: "Nơi", url: "https://example.org/ngay", accessed: 2026-01-15}]'
    days = {"qua": (TODAY - timedelta(days=1)), "nay": TODAY, "toi": TODAY + timedelta(days=40)}
    rows = (
        f'- {{id: {name}, month: {day.month}, day: {day.day}, name: {{vi: "{name}", en: "{name}"}}, {source}}}\n'
        for name, day in days.items()
    )
    reported.write("data/observances.yml", "".join(rows))
    told = [(one.day.iso, one.name, bool(one.source)) for one in shown(reported).days if one.name in days]
    next_year = (TODAY - timedelta(days=1)).replace(year=TODAY.year + 1)
    expected = [(days["nay"], "nay"), (days["toi"], "toi"), (next_year, "qua")]
    assert told == [(day.isoformat(), name, True) for day, name in expected]
