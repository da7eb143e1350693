"""What a body reported and entered in the register, as its page tells it."""

from dataclasses import dataclass

from portal.content.known.agencies import Agency
from portal.language import vocabulary
from portal.language.locales import ORIGINAL
from portal.language.words import Words
from portal.language.written import written_day, written_number
from portal.plan.bodies.bodies import Body, BodyYear
from portal.plan.bodies.reported import AgencyReport
from portal.plan.bodies.told import Told, told_by
from portal.plan.forms.sheets import form_for
from portal.plan.forms.values import Form
from portal.plan.plan import Plan
from portal.site.made.bodies.body_pages import blank_form_path
from portal.site.spot import Spot
from portal.site.values import Day, Link, day_view


@dataclass(frozen=True)
class YearRow:
    """A year in the body's table."""

    year: int
    report: str
    products: str


@dataclass(frozen=True)
class ToldYear:
    """Everything a body reported for a year; unfolded where it is the latest."""

    title: str
    rows: tuple[Told, ...]
    is_open: bool


@dataclass(frozen=True)
class ReportsOf:
    """What a body has reported. `now` tells whether this year's report is there, `due` by when ("" where the plan names
    no day); `gaps` is what that report does not speak of, `gaps_title` the sentence before it, "" without a report.
    `asked` is everything a body of its kind reports, `form` the workbook to fill in, None for a body that is excused.
    """

    now: str
    due: str
    gaps_title: str
    gaps: tuple[str, ...]
    years: tuple[YearRow, ...]
    told: tuple[ToldYear, ...]
    asked: tuple[str, ...]
    form: Link | None


@dataclass(frozen=True)
class EnteredRow:
    """A product in the register; `url` is "" where it has none, `lang` the language of its title where that is not the
    page's."""

    day: Day
    title: str
    url: str
    lang: str | None


@dataclass(frozen=True)
class EnteredOf:
    """What a body entered in the register this year: how many, the counts by theme and by format, the first few."""

    title: str
    count: str
    counts: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    rows_title: str
    rows: tuple[EnteredRow, ...]


def reports_of(spot: Spot, body: Body, plan: Plan) -> ReportsOf:
    """What a body that reports has reported."""
    text, now = spot.words, body.years[-1]
    due, form = plan.due_day(now.year), form_for(plan, body.agency, now.year, text)
    state = "excused" if now.excused else "in" if now.report else "out"
    said = [year for year in reversed(body.years) if year.report]
    gaps = _gaps(now, form, text) if now.report else ()
    title = f"bodies.{'missing' if gaps else 'nothing_missing'}"
    return ReportsOf(
        now=text.say(f"bodies.report_{state}", year=now.year, reason=now.excused),
        due=text.say("bodies.due", day=written_day(due, text), section=plan.sections.report) if due else "",
        gaps_title=text.say(title, year=now.year) if now.report else "",
        gaps=gaps,
        years=tuple(_year(spot, body.agency, year, plan) for year in reversed(body.years)),
        told=tuple(ToldYear(text.say("bodies.told", year=y.year), _told(y, form, text), y is said[0]) for y in said),
        asked=tuple(title for sheet in form.sheets for title in sheet.asked),
        form=None if now.excused else _form(spot, body.agency, now.year),
    )


def _form(spot: Spot, agency: Agency, year: int) -> Link:
    return Link(spot.words.say("bodies.asked_form", year=year), spot.root + blank_form_path(agency, year))


def _gaps(year: BodyYear, form: Form, text: Words) -> tuple[str, ...]:
    """What a report does not speak of; nobody has to add a note."""
    note = text.say("told.labels.note")
    return tuple(row.label for row in _told(year, form, text) if not row.reported and row.label != note)


def _told(year: BodyYear, form: Form, text: Words) -> tuple[Told, ...]:
    """What a report says, row by row: everything the body is asked for, and whatever else it said."""
    known = text.family("told.labels")
    asked = {part.key for sheet in form.sheets for part in sheet.parts} & {
        *known,
        *(f"people.{n}" for n in known["people"]),
    }
    labels = {text.say(f"told.labels.{key}") for key in asked}
    rows = told_by(year.report or AgencyReport(), text)
    return tuple(row for row in rows if row.reported or row.label in labels)


def _year(spot: Spot, agency: Agency, year: BodyYear, plan: Plan) -> YearRow:
    text, entered = spot.words, year.entered
    products = written_number(entered.count, text, grouped=True) if entered else text.say("bodies.year_no_products")
    return YearRow(year.year, _how_reported(spot, agency, year, plan), products)


def _how_reported(spot: Spot, agency: Agency, year: BodyYear, plan: Plan) -> str:
    text = spot.words
    if year.report is None:
        there = agency.exists_on(plan.full_window(year.year).end)
        state = "excused" if year.excused else "out" if there else "not_there"
        return text.say(f"bodies.year_{state}", reason=year.excused)
    paper = year.report.document
    if paper is None:
        return text.say("bodies.year_in")
    return text.say("bodies.year_in_paper", number=paper.number, day=written_day(paper.date, text))


def entered_of(spot: Spot, year: BodyYear) -> EnteredOf | None:
    """What a body entered for a year; None where it entered nothing."""
    entered, text = year.entered, spot.words
    if entered is None:
        return None
    themes = tuple(
        (text.label("sections", vocabulary.THEMES[theme - 1]), count) for theme, count in entered.themes.items()
    )
    formats = tuple((text.label("formats", name), count) for name, count in entered.formats.items())
    shown, other = len(entered.rows), None if spot.words.lang == ORIGINAL else ORIGINAL
    title = "products_few" if shown == entered.count else "products_some"
    return EnteredOf(
        title=text.say("bodies.products", year=year.year),
        count=text.say("bodies.products_count", count=written_number(entered.count, text, grouped=True)),
        counts=((text.say("bodies.by_theme"), themes), (text.say("bodies.by_format"), formats)),
        rows_title=text.say(f"bodies.{title}", count=shown),
        rows=tuple(EnteredRow(day_view(one.date, text), one.title, one.url, other) for one in entered.rows),
    )
