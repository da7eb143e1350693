"""What a template receives: finished values for one page in one language, so that it decides nothing."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

from portal import vocabulary
from portal.addresses import address, relative
from portal.days import written_day
from portal.markup import fold
from portal.models import Source
from portal.progress import Progress, progress
from portal.reference_data import ConventionFacts, Law, Owner
from portal.registers import Registers
from portal.stories import Story
from portal.threads import thread
from portal.words import Words, words

WORDS_A_MINUTE = 200


@dataclass(frozen=True)
class Settings:
    """What the site is told from outside: `site_url` ends in "/", `repository` is "" where there is none."""

    site_url: str
    repository: str
    release: str = ""  # changes when a style or script changes


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
    accessed: Day
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
    minutes: int
    agency: str | None
    sources: tuple[SourceView, ...]
    conventions: tuple[ThreadLink, ...]
    articles: Mapping[str, str]
    laws: tuple[str, ...]
    groups: tuple[str, ...]
    related: tuple[Card, ...]
    report: Link
    edit: Link | None
    owner: tuple[tuple[str, str | None], ...]
    owner_name: str | None
    approved: bool
    facts: "FactsView | None"
    release: str

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
    def claim_day(self) -> Day | None:
        """The day the claim of a rebuttal appeared."""
        return _day(self.front.claim.date, self.words)

    @property
    def document_days(self) -> tuple[str, ...]:
        """What is known of the days of a policy's law: issued, in force."""
        document = self.front.document
        known = (("document_issued", document.issued), ("document_in_force", document.in_force))
        return tuple(str(self.t[key]).format(day=written_day(day, self.words)) for key, day in known if day)

    @property
    def event_days(self) -> tuple[Day, ...]:
        """The first and the last day of an event."""
        days = (_day(self.front.starts, self.words), _day(self.front.ends, self.words))
        return tuple(day for day in days if day)

    @property
    def verdict(self) -> str:
        return self.words.label("verdicts", self.front.verdict)

    @property
    def scale(self) -> tuple[tuple[str, str], ...]:
        """Every verdict with its label, in the order of the scale."""
        return tuple((name, self.words.label("verdicts", name)) for name in vocabulary.VERDICTS)


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
    """The fact box of a convention in one language: (label, value) of its days, then of Viet Nam's terms."""

    code: str
    short: str
    name: str
    href: str
    dates: tuple[tuple[str, str], ...]
    terms: tuple[tuple[str, str], ...]
    as_of: Day
    disputes: tuple[tuple[str, str, str], ...]


class Views:
    """Makes page views from one library. Lists it is asked for again and again are worked out once."""

    def __init__(self, registers: Registers, settings: Settings, as_of: date) -> None:
        self.registers, self.library = registers, registers.library
        self.settings, self.as_of = settings, as_of
        self.owner = registers.library.data.owner

    def page(self, lang: str, place: str) -> PageView:
        """The view of a place in the frame of `lang`. Raises KeyError for a place that is in no language."""
        story = self.library.read_in(lang, place)
        if story is None:
            raise KeyError(place)
        return _PageMaker(self, story, lang).make()

    def link(self, lang: str, here: str, place: str) -> Link:
        """A link from the address `here` to a place, titled in `lang` where that exists. The place must exist."""
        story = self.library.read_in(lang, place)
        assert story is not None, place
        other = story.lang if story.lang != lang else None
        goal = address(lang if lang in self._reachable(place) else story.lang, place)
        return Link(story.front.title, relative(here, goal), goal == here, other, petal=story.theme)

    def _reachable(self, place: str) -> tuple[str, ...]:
        """The languages in which a place has an address: an original is also read in the other frame."""
        has = self.library.languages(place)
        return vocabulary.LANGUAGES if vocabulary.ORIGINAL in has else has

    def card(self, lang: str, here: str, story: Story) -> Card:
        text = words(lang)
        verdict = getattr(story.front, "verdict", None)
        return Card(
            link=self.link(lang, here, story.place),
            description=story.front.description,
            kind=text.label("kinds", story.front.kind),
            day=_day(story.front.updated or story.front.date, text),
            verdict=verdict,
            verdict_text=text.label("verdicts", verdict) if verdict else "",
            threads=tuple(story.front.conventions),
        )

    def newest(self, page: PageView, section: str | None = None, most: int | None = None) -> tuple[Card, ...]:
        """The newest stories as cards, of one section or of all."""
        stories = self.library.newest(page.lang, section)
        return tuple(self.card(page.lang, page.address, story) for story in stories[:most])

    def stories_of(self, page: PageView, kinds: tuple[str, ...], most: int) -> tuple[Card, ...]:
        """The newest stories of some kinds as cards."""
        found = [s for s in self.library.newest(page.lang) if s.front.kind in kinds]
        return tuple(self.card(page.lang, page.address, story) for story in found[:most])

    def pages(self, page: PageView, section: str) -> tuple[Card, ...]:
        """The pages of a section that are no stories, as cards."""
        return tuple(self.card(page.lang, page.address, s) for s in self.library.pages(page.lang, section))

    def site_map(self, page: PageView) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
        """Every section with every page in it; pages at the top come first under the home page."""
        found = []
        for section in ("", *vocabulary.SECTIONS):
            index = f"{section}/index" if section else "index"
            if self.library.read_in(page.lang, index):
                own = [p for p in self.library.places if p.rpartition("/")[0].partition("/")[0] == section]
                links = [self.link(page.lang, page.address, p) for p in own if p != index]
                ordered = tuple(sorted(links, key=lambda link: link.title))
                found.append((self.link(page.lang, page.address, index), ordered))
        return tuple(found)

    def where_articles_live(self, page: PageView, code: str) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """(article, links) for each article of a convention that other stories explain."""
        found = self.library.about_article(page.lang, code)
        return tuple(
            (str(article), tuple(self.link(page.lang, page.address, story.place) for story in stories))
            for article, stories in found.items()
        )

    def laws(self, page: PageView) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """(law, links) for each law that stories rest on."""
        found = []
        for law in self.library.data.laws.values():
            stories = self.library.about_law(page.lang, law.id)
            links = tuple(self.link(page.lang, page.address, story.place) for story in stories)
            if links:
                found.append((law_title(law, page.words), links))
        return tuple(found)

    def progress(self, page: PageView) -> Progress | None:
        """The plan's progress in the page's language, as of the day of the build."""
        return progress(self.registers, self.as_of, page.lang)

    def glossary(self, page: PageView) -> tuple[TermView, ...]:
        """The glossary in the order of the page's language."""
        other = page.t["switch_lang"]
        terms = (
            TermView(term.id, term.term[page.lang], term.term[other], other, term.definition[page.lang], term.source)
            for term in self.library.data.glossary.values()
        )
        return tuple(sorted(terms, key=lambda term: fold(term.term)))

    def threads(self, page: PageView) -> tuple[ThreadLink, ...]:
        """The seven conventions with their threads, in the order of the vocabulary."""
        return tuple(self.thread_link(page.lang, page.address, code) for code in vocabulary.CONVENTIONS)

    def thread_link(self, lang: str, here: str, code: str) -> ThreadLink:
        facts = self.library.data.conventions.get(code)
        place = f"cong-uoc/{code}"
        href = self.link(lang, here, place).href if self.library.read_in(lang, place) else None
        short = facts.short[lang] if facts else code.upper()
        return ThreadLink(code, short, facts.name[lang] if facts else code.upper(), href)

    def all_facts(self, page: PageView) -> tuple[FactsView, ...]:
        """The fact boxes of all conventions, for the comparison."""
        facts = self.library.data.conventions
        return tuple(
            self.facts(page.lang, page.address, facts[code]) for code in vocabulary.CONVENTIONS if code in facts
        )

    def facts(self, lang: str, here: str, facts: ConventionFacts) -> FactsView:
        text = words(lang)
        href = self.thread_link(lang, here, facts.code).href or ""
        as_of = _day(facts.as_of, text)
        assert as_of
        disputes = tuple((d.matter[lang], d.versions[lang], d.holds[lang]) for d in facts.disputes)
        dates, terms = _fact_dates(facts, text), _fact_terms(facts, text)
        return FactsView(facts.code, facts.short[lang], facts.name[lang], href, dates, terms, as_of, disputes)


def _fact_dates(facts: ConventionFacts, text: Words) -> tuple[tuple[str, str], ...]:
    t = text.ui
    joined = f"{written_day(facts.joined, text)} ({text.label('joined_by', facts.joined_by)})"
    return (
        (t["fact_adopted"], written_day(facts.adopted, text)),
        (t["fact_in_force"], written_day(facts.in_force, text)),
        (t["fact_signed"], written_day(facts.signed, text) if facts.signed else t["fact_none"]),
        (t["fact_joined"], joined),
        (t["fact_articles"], str(facts.articles)),
    )


def _fact_terms(facts: ConventionFacts, text: Words) -> tuple[tuple[str, str], ...]:
    t, lang = text.ui, text.lang
    members = str(t["fact_members"]).format(members=facts.members)
    return (
        (t["fact_reservations"], facts.reservations[lang]),
        (t["fact_protocols"], facts.protocols[lang]),
        (t["fact_committee"], f"{facts.committee[lang]} ({facts.committee_code}, {members})"),
        (t["fact_review"], f"{facts.review.when[lang]}, {facts.review.report[lang]}"),
        (t["fact_symbol"], facts.review.symbol or t["fact_unseen"]),
        (t["fact_complaints"], facts.complaints[lang]),
    )


class _PageMaker:
    """Gathers the values of one page."""

    def __init__(self, views: Views, story: Story, lang: str) -> None:
        self.views, self.story, self.lang = views, story, lang
        self.words = words(lang)
        self.here = address(lang, story.place)
        self.library = views.library

    def make(self) -> PageView:
        front = self.story.front
        return PageView(
            story=self.story,
            lang=self.lang,
            text_lang=self.story.lang,
            words=self.words,
            root=relative(self.here, ""),
            address=self.here,
            canonical=self.absolute(self.story.lang),
            alternates=self.alternates(),
            switch=self.switch(),
            breadcrumbs=self.breadcrumbs(),
            menu=self.sections(*vocabulary.THEMES, "tro-giup"),
            footer=self.sections(*vocabulary.SECTIONS),
            about=self.about(),
            petal=self.story.theme,
            published=_day(front.date, self.words),
            updated=_day(front.updated, self.words),
            reviewed=_day(front.reviewed, self.words),
            minutes=max(1, math.ceil(len(self.story.document.body.split()) / WORDS_A_MINUTE)),
            agency=self.agency(),
            sources=self.sources(),
            conventions=tuple(self.views.thread_link(self.lang, self.here, c) for c in front.conventions),
            articles={code: spans(numbers) for code, numbers in front.articles.items()},
            laws=self.laws(),
            groups=tuple(self.words.label("groups", group) for group in front.groups),
            related=tuple(self.views.card(self.lang, self.here, s) for s in self.related()),
            report=self.report(),
            edit=self.edit(),
            owner=_owner_rows(self.views.owner, self.words),
            owner_name=self.views.owner.name[self.lang] if self.views.owner else None,
            approved=bool(self.views.owner and self.views.owner.approved),
            facts=self.facts(),
            release=self.views.settings.release,
        )

    def absolute(self, lang: str) -> str:
        return self.views.settings.site_url + quote(address(lang, self.story.place))

    def alternates(self) -> tuple[Alternate, ...]:
        """Only languages that exist; x-default is the original's."""
        has = self.library.languages(self.story.place)
        return (
            *(Alternate(lang, self.absolute(lang)) for lang in has),
            Alternate("x-default", self.absolute(self.story.original)),
        )

    def switch(self) -> Link | None:
        """The same story in the other language; None where it has no address there."""
        other = self.words.ui["switch_lang"]
        if other not in self.views._reachable(self.story.place):
            return None
        exists = other in self.library.languages(self.story.place)
        note = self.words.ui["switch" if exists else "switch_missing"]
        goal = address(other, self.story.place)
        return Link(self.words.ui["switch_short"], relative(self.here, goal), lang=other, note=note)

    def breadcrumbs(self) -> tuple[Link, ...]:
        if self.story.place == "index":
            return ()
        trail = [Link(self.words.ui["home"], relative(self.here, address(self.lang, "index")))]
        section = f"{self.story.section}/index"
        if self.story.section and self.story.place != section and self.library.read_in(self.lang, section):
            goal = address(self.lang, section)
            trail.append(Link(self.words.label("sections", self.story.section), relative(self.here, goal)))
        return (*trail, Link(self.story.front.title, relative(self.here, self.here), current=True))

    def sections(self, *names: str) -> tuple[Link, ...]:
        found = []
        for name in names:
            if self.library.read_in(self.lang, f"{name}/index"):
                goal = address(self.lang, f"{name}/index")
                petal = vocabulary.THEMES.index(name) + 1 if name in vocabulary.THEMES else None
                title = self.words.label("sections", name)
                found.append(Link(title, relative(self.here, goal), name == self.story.section, petal=petal))
        return tuple(found)

    def about(self) -> tuple[Link, ...]:
        pages = self.library.pages(self.lang, "gioi-thieu")
        tops = [p for p in vocabulary.TOP_PAGES if p != "index" and self.library.read_in(self.lang, p)]
        places = [*tops, *(s.place for s in pages)]
        return tuple(self.views.link(self.lang, self.here, place) for place in places)

    def agency(self) -> str | None:
        name = self.story.front.agency
        agency = self.library.data.agencies.get(name) if name else None
        return agency.called(self.lang) if agency else None

    def sources(self) -> tuple[SourceView, ...]:
        return tuple(self.source(n, s) for n, s in enumerate(self.story.front.references, 1))

    def source(self, number: int, source: Source) -> SourceView:
        accessed = _day(source.accessed, self.words)
        assert accessed
        return SourceView(
            number=number,
            source=source,
            type=self.words.label("source_types", source.type) if source.type else "",
            accessed=accessed,
            language=self.words.ui["languages"].get(source.lang, source.lang) if source.lang else "",
            lang=source.lang if source.lang != self.lang else None,
            locator=getattr(source, "locator", None),
        )

    def laws(self) -> tuple[str, ...]:
        known = self.library.data.laws
        return tuple(law_title(known[name], self.words) for name in self.story.front.laws if name in known)

    def related(self) -> tuple[Story, ...]:
        return self.library.related(self.story) if self.story.front.is_story else ()

    def report(self) -> Link:
        """Where a reader says that the page is wrong: the public form where there is one, else the contact page."""
        text, repository = self.words.ui["wrong_link"], self.views.settings.repository
        if repository:
            fields = {
                "template": "trang-sai.yml",
                "title": f"{self.words.ui['report_page']}: {self.story.front.title}",
                "page": self.absolute(self.lang),
            }
            return Link(text, f"{repository}/issues/new?{urlencode(fields)}")
        contact = address(self.lang, "gioi-thieu/lien-he")
        return Link(text, relative(self.here, contact))

    def edit(self) -> Link | None:
        repository = self.views.settings.repository
        if not repository:
            return None
        return Link(self.words.ui["edit_link"], f"{repository}/edit/main/{self.story.document.path}")

    def facts(self) -> FactsView | None:
        codes = self.story.front.conventions
        known = self.library.data.conventions
        if self.story.front.kind != "convention" or codes[0] not in known:
            return None
        return self.views.facts(self.lang, self.here, known[codes[0]])


def law_title(law: Law, text: Words) -> str:
    """A law's title with its number and the days it is known to be in force."""
    notes = [law.number] if law.number else []
    for key, day in (("law_in_force", law.in_force), ("law_ends", law.ends)):
        if day:
            notes.append(str(text.ui[key]).format(day=written_day(day, text)))
    return law.title[text.lang] + (f" ({', '.join(notes)})" if notes else "")


def spans(numbers: list[int]) -> str:
    """Numbers as people write them: [1, 2, 3, 5] is "1–3, 5"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _day(day: Any, text: Words) -> Day | None:
    return Day(day.isoformat(), written_day(day, text)) if day else None


def _owner_rows(owner: Owner | None, text: Words) -> tuple[tuple[str, str | None], ...]:
    """(label, value) of everything the owner gives; None for what is still missing."""
    rows = []
    for name, label in text.ui["owner"].items():
        value = getattr(owner, name, None)
        rows.append((label, value if value is None or isinstance(value, str) else value[text.lang]))
    return tuple(rows)


def thread_paths() -> dict[str, tuple[int, str]]:
    """Every thread's width and SVG path, for the templates."""
    return {code: (thread(code).width, thread(code).path) for code in vocabulary.CONVENTIONS}
