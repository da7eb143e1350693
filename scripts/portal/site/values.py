"""The small values pages are made of: links, days, cards, threads, sources, facts; finished in one language."""

from dataclasses import dataclass
from datetime import date

from portal.content.corrections import Change
from portal.content.sources import Source
from portal.language.locales import VIETNAMESE
from portal.language.syllables import is_vietnamese
from portal.language.words import Words
from portal.language.written import written_day
from portal.site.drawings.threads import Thread


@dataclass(frozen=True)
class Link:
    """A link as a reader sees it. `lang` is the language of its text where that is not the page's."""

    title: str
    href: str
    current: bool = False
    lang: str | None = None
    note: str = ""
    petal: int | None = None


@dataclass(frozen=True)
class LanguageLink:
    """A link to something whose language is always told. `said` is the language of its title, "" for the page's own."""

    title: str
    href: str
    lang: str
    note: str = ""
    said: str = ""


@dataclass(frozen=True)
class Day:
    """A day for machines and for people."""

    iso: str
    text: str


@dataclass(frozen=True)
class Choice:
    """One thing a reader may choose from: its value in an address or a setting, and what is shown."""

    value: str
    text: str


@dataclass(frozen=True)
class Choices:
    """What a reader may choose for one thing: its name, its label, the options."""

    name: str
    label: str
    options: tuple[Choice, ...]


@dataclass(frozen=True)
class FactRow:
    """A label and what stands beside it."""

    label: str
    value: str


@dataclass(frozen=True)
class OpenRow:
    """A label and what stands beside it once somebody has given it; None until then."""

    label: str
    value: str | None


@dataclass(frozen=True)
class LinkGroup:
    """Links under a title; `rest` leads to all of them where only the newest are here."""

    title: str
    links: tuple[Link, ...]
    rest: Link | None = None


@dataclass(frozen=True)
class Cited:
    """A document a page names. `lang` is its title's language where that is not the page's: a document in Japanese may
    have its title in Vietnamese; `publisher_lang` that of its publisher's name. One on paper has no `url`: `paper` says
    that it is, and of which day; "" for one on the web."""

    title: str
    url: str | None
    publisher: str
    symbol: str | None
    lang: str | None
    publisher_lang: str | None
    paper: str


@dataclass(frozen=True)
class Card:
    """A story in a list. `verdict` is the mark of an answer to a claim, None elsewhere; `label` its words, or the
    kind's. `figure` is the one number of a story that has one, `meaning` what it counts; "" elsewhere."""

    link: Link
    description: str
    label: str
    day: Day | None
    verdict: str | None
    figure: str = ""
    meaning: str = ""


@dataclass(frozen=True)
class ThreadView:
    """A convention with its thread; `href` is None where no page explains it."""

    code: str
    sign: str
    short: str
    name: str
    href: str | None
    band: Thread


@dataclass(frozen=True)
class CorrectionView:
    """One correction in one language."""

    day: Day
    kind: str
    what: str
    why: str


@dataclass(frozen=True)
class Moment:
    """What happened on a day."""

    day: Day
    label: str


@dataclass(frozen=True)
class DisputeView:
    """A matter on which sources differ: what each says, and which one holds."""

    sign: str
    matter: str
    versions: str
    holds: str


@dataclass(frozen=True)
class FactsView:
    """The fact box of a convention: its days, then Viet Nam's terms; `timeline` are the days in their order,
    `summary` what stands beside them in a small box."""

    thread: ThreadView
    dates: tuple[FactRow, ...]
    timeline: tuple[Moment, ...]
    terms: tuple[FactRow, ...]
    summary: tuple[FactRow, ...]
    as_of: str
    disputes: tuple[DisputeView, ...]


def correction_view(made: Change, text: Words) -> CorrectionView:
    """A change in the language of `text`."""
    kind = text.label("correction_kinds", made.kind)
    return CorrectionView(day_view(made.date, text), kind, made.what[text.lang], made.why[text.lang])


def cited(source: Source, lang: str, text: Words) -> Cited:
    """A source as a page in `lang` names it, in the words of its frame."""
    spoken = VIETNAMESE if is_vietnamese(source.title) else source.lang
    named = VIETNAMESE if is_vietnamese(source.publisher) else None
    day = written_day(source.issued, text) if source.issued else ""
    paper = text.say("on_paper", day=day) if source.on_paper else ""
    return Cited(
        title=source.title,
        url=source.url,
        publisher=source.publisher,
        symbol=source.symbol,
        lang=spoken if spoken != lang else None,
        publisher_lang=named if named != lang else None,
        paper=paper,
    )


def day_view(day: date, text: Words) -> Day:
    """A day for machines and people."""
    return Day(day.isoformat(), written_day(day, text))


def spoken(day: date | None, text: Words) -> Day | None:
    """A day for machines and people; None where there is none."""
    return day_view(day, text) if day else None
