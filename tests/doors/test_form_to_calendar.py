"""From a form that came back to the page, the calendars and the count, by one command: every kind a body can report."""

import openpyxl
import pytest

from conftest import INDEX, TODAY, Corpus, portal_of, run
from filler import HELD, FilledForm, fill
from forms_desk import YEAR, blank_forms, plan_corpus, receive
from portal.language.words import words
from portal.plan.happenings import REPORTED_AS
from portal.site.blocks.listed.events import EventsBlock
from portal.site.days.events import calendar_path
from portal.site.files.news.calendars import calendar_files
from portal.site.pages.make import page_at

BODY = "so-gddt"


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> FilledForm:
    return fill(blank_forms(tmp_path_factory.mktemp("blank"), BODY)[BODY], BODY, 3, full=True)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, form: FilledForm) -> Corpus:
    made = plan_corpus(tmp_path_factory.mktemp("desk"))
    made.story("su-kien/index", title='"Sự kiện thử"', shows="events", **INDEX)
    code, said = receive(made, made.write("bieu.xlsx", form.data), "--day", TODAY.isoformat())
    assert code == 0, said
    return made


def test_the_form_asks_for_every_kind_of_event_that_can_be_reported(form: FilledForm) -> None:
    assert set(HELD.values()) == set(REPORTED_AS)
    assert [name for name in REPORTED_AS if not form.report[name]] == [], "a form filled in whole"


def test_what_a_form_reports_is_on_the_page_and_in_the_calendar_of_its_kind(form: FilledForm, desk: Corpus) -> None:
    portal = portal_of(desk)
    block = page_at(portal, "vi", "su-kien/index").block
    assert isinstance(block, EventsBlock)
    made = {one.path: one.make().decode() for one in calendar_files(portal)}
    for name, kind in REPORTED_AS.items():
        label = words("vi").label("event_types", kind)
        on_page = sorted((one.day.iso, one.title) for one in block.reported if one.kind == label)
        assert on_page == sorted((one["date"], one["title"]) for one in form.report[name]), name
        for path in (calendar_path("vi", kind), calendar_path("vi", "")):
            days = [one["date"].replace("-", "") for one in form.report[name]]
            assert all(f"DTSTART;VALUE=DATE:{day}" in made[path] for day in days), path
        assert made[calendar_path("vi", kind)].count("BEGIN:VEVENT") == len(form.report[name])


def test_the_report_counts_each_of_them_once(form: FilledForm, desk: Corpus) -> None:
    where = ("--root", str(desk.root), "--out", str(desk.root / "bao-cao"), "--year", str(YEAR), "--lang", "vi")
    done = run("scripts/report.py", *where, "--as-of", TODAY.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr
    (annexes,) = (desk.root / "bao-cao").glob("phu-luc-*.xlsx")
    rows = [row for sheet in openpyxl.load_workbook(annexes) for row in sheet.iter_rows(values_only=True)]
    for name in REPORTED_AS:
        label = words("vi").say(f"told.labels.{name}")
        counts = [row[1] for row in rows if row[0] == label and isinstance(row[1], int)]
        assert counts == [len(form.report[name])], name
