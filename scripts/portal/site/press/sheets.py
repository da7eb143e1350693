"""The press sheet of a month, three facts, one correction, one date, chosen by a rule that the sheet states itself.

It rests on its month and never on the day it is made: the facts and the correction are of the month's pages, the date
is the first one after the month. So an earlier sheet stays at its address as it was, for as long as its pages do."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain, islice, zip_longest
from typing import Final

from portal.content.corrections import corrections
from portal.content.kinds import Achievement, News, PlainPage
from portal.content.known.figures import Figure
from portal.content.library import Library
from portal.content.loudspeaker.calendar import Occasion, occasions
from portal.content.stories import Story
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.places import PRESS, convention_page
from portal.language.words import Words
from portal.plan.bodies.reported import Reports
from portal.plan.happenings import DatedEvent, happenings
from portal.site.days.occasions import occasion_name, occasion_source
from portal.site.press.shown_on import ShownOn
from portal.site.values import Cited, cited

SHEET_FACTS: Final = 3
SHOWS: Final = "press"
"""What a page shows that is the press desk: without one there are no sheets."""


@dataclass(frozen=True)
class SheetFact:
    """A fact of a page: its sentence, what it is of, what to mind, whose it is. `figure` is the figure that draws it;
    "" for the key figure of a page, whose sources are those of the page: `counted` says how many."""

    text: str
    subject: str
    note: str
    sources: tuple[Cited, ...]
    counted: int
    place: str
    title: str
    figure: str = ""


@dataclass(frozen=True)
class SheetCorrection:
    """What was changed of a page, and why; `kind` is that of the correction."""

    day: date
    kind: str
    what: str
    why: str
    place: str
    title: str


@dataclass(frozen=True)
class SheetDay:
    """A day ahead: what it is, who says so (None: the page does), the page about it, "" without one; `by` is who holds
    an event, "" for a day of the year."""

    day: date
    name: str
    source: Cited | None
    place: str
    by: str = ""


@dataclass(frozen=True)
class PressSheet:
    """The sheet of a month in one language; `month` is its first day. There may be fewer facts than three, no
    correction, no date: then the month had none."""

    lang: str
    month: date
    facts: tuple[SheetFact, ...]
    correction: SheetCorrection | None
    ahead: SheetDay | None

    @property
    def name(self) -> str:
        """How the month is written in addresses: 2026-11."""
        return month_name_in_address(self.month)


Sheets = Mapping[tuple[str, str], PressSheet]
"""(language, month as 2026-11) → its sheet, the newest month first."""


def month_name_in_address(month: date) -> str:
    """2026-11."""
    return f"{month:%Y-%m}"


def press_months(library: Library, as_of: date) -> tuple[date, ...]:
    """The first days of the months that have a sheet, the newest first: every one from that of the desk's own day, or
    of the first story where it has none, to that of `as_of`, so that no sheet is ever gone again. None where no page is
    the press desk."""
    desk = library.read_in(ORIGINAL, PRESS)
    if desk is None or not isinstance(desk.front, PlainPage) or desk.front.shows != SHOWS:
        return ()
    days = (story.front.published for story in library.told(ORIGINAL))
    opened = desk.front.published or min((day for day in days if day), default=as_of)
    first, month = opened.replace(day=1), as_of.replace(day=1)
    found = []
    while month >= first:
        found.append(month)
        month = (month - timedelta(days=1)).replace(day=1)
    return tuple(found)


def press_sheets(
    library: Library, reports: Reports, as_of: date, drawn: ShownOn, words_of: Callable[[str], Words]
) -> Sheets:
    """The sheet of every month, in every language that has words."""
    made = {}
    for lang in LANGUAGES:
        desk = _Desk(library, reports, drawn, words_of(lang))
        for month in press_months(library, as_of):
            made[lang, month_name_in_address(month)] = desk.sheet(month)
    return made


@dataclass(frozen=True)
class _Desk:
    """What sheets in one language are chosen from."""

    library: Library
    reports: Reports
    drawn: ShownOn
    text: Words

    def sheet(self, month: date) -> PressSheet:
        after = (month + timedelta(days=31)).replace(day=1)
        facts = tuple(islice(self._facts(month), SHEET_FACTS))
        return PressSheet(self.text.lang, month, facts, self._correction(month), self._ahead(after))

    def _facts(self, month: date) -> Iterator[SheetFact]:
        """What figures show before key figures: a figure has a source of its own. A page gives a second one only when
        every page has given its first."""
        told = self.by_month.get((month.year, month.month), ())
        stories = sorted(told, key=lambda one: (-_told_in(one, month).toordinal(), one.place))
        drawn = [list(self._drawn(story)) for story in stories]
        plain = [self._key_figure(story) for story, own in zip(stories, drawn, strict=True) if not own]
        return (fact for fact in chain(*zip_longest(*drawn), plain) if fact)

    @cached_property
    def by_month(self) -> Mapping[tuple[int, int], list[Story]]:
        """The stories that came or said something new in a month, by its year and number."""
        found = defaultdict[tuple[int, int], list[Story]](list)
        for story in self.library.newest(self.text.lang):
            for year_and_month in {(day.year, day.month) for day in _days(story)}:
                found[year_and_month].append(story)
        return found

    def _drawn(self, story: Story) -> Iterator[SheetFact]:
        lang = self.text.lang
        for figure in self.library.data.figures.values():
            if story.place in self.drawn.get((lang, figure.id), ()):
                yield self._shown(figure, story)

    def _shown(self, figure: Figure, story: Story) -> SheetFact:
        """What a figure shows, as a fact of a page that draws it."""
        lang = self.text.lang
        sources = tuple(cited(source, lang, self.text) for source in figure.sources)
        return SheetFact(
            text=figure.finding[lang],
            subject=f"{figure.title[lang]} ({figure.unit[lang]})",
            note=figure.note[lang] if figure.note else "",
            sources=sources,
            counted=len(sources),
            place=story.place,
            title=story.front.title,
            figure=figure.id,
        )

    def _key_figure(self, story: Story) -> SheetFact | None:
        front = story.front
        known = front.key_figure if isinstance(front, Achievement | News) and story.lang == self.text.lang else None
        if known is None:
            return None
        said = f"{known.figure} {known.meaning}"
        return SheetFact(said, "", "", (), len(front.references), story.place, front.title)

    def _correction(self, month: date) -> SheetCorrection | None:
        lang = self.text.lang
        for one in corrections(self.library, lang):
            made, story = one.made, one.story
            if _is_in(made.date, month):
                said = (made.what[lang], made.why[lang], story.place, story.front.title)
                return SheetCorrection(made.date, made.kind, *said)
        return None

    def _ahead(self, start: date) -> SheetDay | None:
        """The first day from `start` on that is known: of one day those of the year before events."""
        found = [(one.day, 0, _day_of_year(self.library, one, self.text)) for one in self._occasions(start)]
        for event in happenings(self.library, self.text.lang, self.reports):
            if event.starts >= start and event.state != "cancelled":
                found.append((event.starts, 1, self._event(event)))
        first = min(found, key=lambda one: (*one[:2], one[2].name), default=None)
        return first[2] if first else None

    def _event(self, event: DatedEvent) -> SheetDay:
        agency = self.library.data.agencies.get(event.agency)
        by = agency.called(self.text.lang) if agency else ""
        return SheetDay(event.starts, event.title, None, event.place, by)

    def _occasions(self, start: date) -> Iterable[Occasion]:
        years = (occasions(self.library.data, year, ()) for year in (start.year, start.year + 1))
        return (one for one in chain(*years) if one.day >= start)


def _day_of_year(library: Library, one: Occasion, text: Words) -> SheetDay:
    data = library.data
    source = occasion_source(data, one)
    place = convention_page(one.key) if one.kind == "adopted" else ""
    said = cited(source, text.lang, text) if source else None
    return SheetDay(one.day, occasion_name(data, one, text), said, place)


def _told_in(story: Story, month: date) -> date:
    """The last day in a month on which a page came or said something new; the first of all days where none is."""
    return max((day for day in _days(story) if _is_in(day, month)), default=date.min)


def _days(story: Story) -> list[date]:
    return [day for day in (story.front.published, story.front.changed) if day]


def _is_in(day: date, month: date) -> bool:
    return (day.year, day.month) == (month.year, month.month)
