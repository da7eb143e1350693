"""What a template receives: finished values for one page in one language, so that it decides nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from portal.content.fronts import Correction, Source
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.words import Words
from portal.language.written import written_day
from portal.plan.tables import TallyTable
from portal.site.addresses import address, relative


@dataclass(frozen=True)
class Settings:
    """What the site is told from outside: `site_url` ends in "/", `repository` is "" where there is none; `house` is
    the project's folder, whose docs/ and .cache/ serve the site of any corpus."""

    site_url: str
    repository: str
    card_for_every_story: bool = False  # else stories show their section's card
    house: Path = Path()


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
class Day:
    """A day for machines and for people."""

    iso: str
    text: str


@dataclass(frozen=True)
class SourceView:
    """One entry of a page's numbered sources."""

    number: int
    source: Source
    type: str
    accessed: Day | None
    language: str
    lang: str | None
    locator: str | None


@dataclass(frozen=True)
class Card:
    """A story in a list."""

    link: Link
    description: str
    kind: str
    day: Day | None
    verdict: str | None
    verdict_text: str
    threads: tuple[str, ...]


@dataclass(frozen=True)
class Alternate:
    """A language version for search engines; `url` is absolute."""

    hreflang: str
    url: str


@dataclass(frozen=True)
class ThreadLink:
    """A convention with its thread."""

    code: str
    short: str
    name: str
    href: str | None


@dataclass(frozen=True)
class PageView:
    """One page. `lang` is the language of the frame around it, `text_lang` that of its text."""

    story: Story
    lang: str
    text_lang: str
    words: Words
    root: str
    address: str
    canonical: str
    alternates: tuple[Alternate, ...]
    switch: Link | None
    breadcrumbs: tuple[Link, ...]
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    about: tuple[Link, ...]
    petal: int | None
    published: Day | None
    updated: Day | None
    reviewed: Day | None
    review_due: Day | None
    overdue: bool
    minutes: int
    agency: str | None
    sources: tuple[SourceView, ...]
    conventions: tuple[ThreadLink, ...]
    articles: Mapping[str, str]
    laws: tuple[str, ...]
    groups: tuple[Link, ...]
    places: tuple[Link, ...]
    related: tuple[Card, ...]
    report: Link
    edit: Link | None
    owner: tuple[tuple[str, str | None], ...]
    owner_name: str | None
    approved: bool
    facts: "FactsView | None"
    card: str

    @property
    def t(self) -> Mapping[str, Any]:
        """The words of the frame's language."""
        return self.words.ui

    @property
    def is_fallback(self) -> bool:
        return self.text_lang != self.lang

    @property
    def front(self) -> Any:
        return self.story.front

    @property
    def changed(self) -> Day | None:
        """The day the page last said something new."""
        return self.updated or self.published

    @property
    def drawing(self) -> str | None:
        """The name of the page's picture, for themes, conventions and the page that says where to turn."""
        if self.front.kind == "convention":
            return str(self.front.conventions[0])
        has_one = self.front.kind == "theme" or self.story.place == "tro-giup/index"
        return self.story.section if has_one else None

    @property
    def offline(self) -> str:
        """The page that is shown in this language where there is no network."""
        return relative(self.address, address(self.lang, "mat-mang"))

    @property
    def facets(self) -> dict[str, list[str]]:
        """What a search may be narrowed and sorted by."""
        front, changed = self.front, self.changed.iso if self.changed else ""
        found = {
            "section": [self.story.section],
            "kind": [front.kind],
            "convention": list(front.conventions),
            "group": list(front.groups),
            "year": [changed[:4]] if front.is_story else [],
            "verdict": [front.verdict] if front.kind == "rebuttal" else [],
            "date": [changed],
        }
        return {name: values for name, values in found.items() if any(values)}

    @property
    def claim_day(self) -> Day | None:
        """The day the claim of a rebuttal appeared."""
        return spoken(self.front.claim.date, self.words)

    @property
    def document_days(self) -> tuple[str, ...]:
        """What is known of the days of a policy's law: issued, in force."""
        document = self.front.document
        known = (("document_issued", document.issued), ("document_in_force", document.in_force))
        return tuple(str(self.t[key]).format(day=written_day(day, self.words)) for key, day in known if day)

    @property
    def event_days(self) -> tuple[Day, ...]:
        """The first and the last day of an event."""
        days = (spoken(self.front.starts, self.words), spoken(self.front.ends, self.words))
        return tuple(day for day in days if day)

    @property
    def corrections(self) -> "tuple[CorrectionView, ...]":
        """What was corrected on this page, the newest first."""
        made = sorted(getattr(self.front, "corrections", []), key=lambda one: one.date, reverse=True)
        return tuple(correction_view(one, self.words) for one in made)

    @property
    def roles(self) -> tuple[tuple[str, str | None], ...]:
        """(role, the body that holds it or None) of a rebuttal."""
        roles = self.front.roles
        return tuple((label, getattr(roles, name)) for name, label in self.t["roles"].items())

    @property
    def reply_day(self) -> Day | None:
        """The day those who made the claim were asked."""
        reply = self.front.right_of_reply
        return spoken(reply.date, self.words) if reply else None

    @property
    def verdict(self) -> str:
        return self.words.label("verdicts", self.front.verdict)

    @property
    def scale(self) -> tuple[tuple[str, str], ...]:
        """Every verdict with its label, in the order of the scale."""
        return tuple((name, self.words.label("verdicts", name)) for name in vocabulary.VERDICTS)


@dataclass(frozen=True)
class ListingView:
    """One page of a list: its cards, the links to all its pages, the link to every list; `count` is of all pages."""

    count: int
    cards: tuple[Card, ...]
    pages: tuple[Link, ...]
    all: Link


@dataclass(frozen=True)
class CorrectionView:
    """One correction in one language."""

    day: Day
    kind: str
    what: str
    why: str


@dataclass(frozen=True)
class ClaimsView:
    """The answers as shelves of cards, (anchor, title, cards) by "verdict", "convention" and "group"; their spread."""

    shelves: Mapping[str, list[tuple[str, str, tuple[Card, ...]]]]
    verdicts: TallyTable
    claimants: TallyTable


@dataclass(frozen=True)
class TermView:
    """A word of the glossary: in the page's language, in the other, explained."""

    id: str
    term: str
    other: str
    other_lang: str
    definition: str
    source: Source


@dataclass(frozen=True)
class FactsView:
    """The fact box of a convention in one language: (label, value) of its days, then of Viet Nam's terms; the days
    in their order as (ISO day, written day, label)."""

    code: str
    short: str
    name: str
    href: str
    dates: tuple[tuple[str, str], ...]
    timeline: tuple[tuple[str, str, str], ...]
    terms: tuple[tuple[str, str], ...]
    as_of: Day
    disputes: tuple[tuple[str, str, str], ...]


def correction_view(made: Correction, text: Words) -> CorrectionView:
    """A correction in the language of `text`."""
    day = Day(made.date.isoformat(), written_day(made.date, text))
    kind = text.label("correction_kinds", made.kind)
    return CorrectionView(day, kind, made.what[text.lang], made.why[text.lang])


def spoken(day: date | None, text: Words) -> Day | None:
    """A day for machines and people; None where there is none."""
    return Day(day.isoformat(), written_day(day, text)) if day else None
