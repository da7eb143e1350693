"""Makes the view of one page: where it stands, what it says about itself, what it rests on, where it leads."""

import math
from datetime import date
from urllib.parse import quote, urlencode

from portal.content.desk.reviews import review_due
from portal.content.fronts import Source, StoryFront
from portal.content.known.laws import Law
from portal.content.known.owner import Owner
from portal.content.rebuttals import Evidence
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.words import Words, words
from portal.language.written import written_day
from portal.site.addresses import address, relative
from portal.site.drawings.share_cards import card_path, card_place
from portal.site.linker import Linker
from portal.site.listings import listing_place
from portal.site.pages.values import Alternate, FactsView, Link, PageView, Settings, SourceView, spoken

WORDS_A_MINUTE = 200


def page_view(linker: Linker, settings: Settings, as_of: date, lang: str, place: str) -> PageView:
    """The view of a place in the frame of `lang` on a day. Raises KeyError for a place that is in no language."""
    story = linker.library.read_in(lang, place)
    if story is None:
        raise KeyError(place)
    return _PageMaker(linker, settings, as_of, story, lang).make()


class _PageMaker:
    """Gathers the values of one page."""

    def __init__(self, linker: Linker, settings: Settings, as_of: date, story: Story, lang: str) -> None:
        self.linker, self.settings, self.as_of, self.story, self.lang = linker, settings, as_of, story, lang
        self.words = words(lang)
        self.here = address(lang, story.place)
        self.library = linker.library

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
            footer=self.sections(*vocabulary.SECTIONS, vocabulary.LISTS),
            about=self.about(),
            petal=self.story.theme,
            published=spoken(front.date, self.words),
            updated=spoken(front.updated, self.words),
            reviewed=spoken(front.reviewed, self.words),
            review_due=spoken(self.due(), self.words),
            overdue=(self.due() or self.as_of) < self.as_of,
            minutes=max(1, math.ceil(len(self.story.document.body.split()) / WORDS_A_MINUTE)),
            agency=self.agency(),
            sources=self.sources(),
            conventions=tuple(self.linker.thread_link(self.lang, self.here, c) for c in front.conventions),
            articles={code: spans(numbers) for code, numbers in front.articles.items()},
            laws=self.laws(),
            groups=self.lists("group", {name: self.words.label("groups", name) for name in front.groups}),
            places=self.lists("place", {name: name for name in front.places}),
            related=tuple(self.linker.card(self.lang, self.here, s) for s in self.related()),
            report=self.report(),
            edit=self.edit(),
            owner=_owner_rows(self.library.data.owner, self.words),
            owner_name=self.library.data.owner.name[self.lang] if self.library.data.owner else None,
            approved=bool(self.library.data.owner and self.library.data.owner.approved),
            facts=self.facts(),
            card=self.settings.site_url
            + card_path(self.lang, card_place(self.story, self.settings.card_for_every_story)),
        )

    def due(self) -> date | None:
        """The day by which a story is to be read again."""
        return review_due(self.story.front) if isinstance(self.story.front, StoryFront) else None

    def absolute(self, lang: str) -> str:
        return self.settings.site_url + quote(address(lang, self.story.place))

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
        if other not in self.linker.reachable(self.story.place):
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
        return tuple(self.linker.link(self.lang, self.here, place) for place in places)

    def agency(self) -> str | None:
        name = self.story.front.agency
        agency = self.library.data.agencies.get(name) if name else None
        return agency.called(self.lang) if agency else None

    def sources(self) -> tuple[SourceView, ...]:
        return tuple(self.source(n, s) for n, s in enumerate(self.story.front.references, 1))

    def source(self, number: int, source: Source) -> SourceView:
        return SourceView(
            number=number,
            source=source,
            type=self.words.label("source_types", source.type) if source.type else "",
            accessed=spoken(source.accessed, self.words),
            language=self.words.ui["languages"].get(source.lang, source.lang) if source.lang else "",
            lang=source.lang if source.lang != self.lang else None,
            locator=source.locator[self.lang] if isinstance(source, Evidence) and source.locator else None,
        )

    def laws(self) -> tuple[str, ...]:
        known = self.library.data.laws
        return tuple(law_title(known[name], self.words) for name in self.story.front.laws if name in known)

    def lists(self, family: str, titles: dict[str, str]) -> tuple[Link, ...]:
        """Links to the lists of some values of a family, titled as the page says them."""
        goals = {value: address(self.lang, listing_place(family, value)) for value in titles}
        return tuple(Link(title, relative(self.here, goals[value])) for value, title in titles.items())

    def related(self) -> tuple[Story, ...]:
        return self.library.related(self.story) if self.story.front.is_story else ()

    def report(self) -> Link:
        """Where a reader says that the page is wrong: the public form where there is one, else the contact page."""
        text, repository = self.words.ui["wrong_link"], self.settings.repository
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
        repository = self.settings.repository
        if not repository or not self.story.document.path:
            return None
        return Link(self.words.ui["edit_link"], f"{repository}/edit/main/{self.story.document.path}")

    def facts(self) -> FactsView | None:
        codes = self.story.front.conventions
        known = self.library.data.conventions
        if self.story.front.kind != "convention" or codes[0] not in known:
            return None
        return self.linker.facts(self.lang, self.here, known[codes[0]])


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


def _owner_rows(owner: Owner | None, text: Words) -> tuple[tuple[str, str | None], ...]:
    """(label, value) of everything the owner gives; None for what is still missing."""
    rows = []
    for name, label in text.ui["owner"].items():
        value = getattr(owner, name, None)
        rows.append((label, value if value is None or isinstance(value, str) else value[text.lang]))
    return tuple(rows)
