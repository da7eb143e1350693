"""The site as templates ask for it: the view of each page, and the lists that pages show."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from portal.content.corrections import corrections
from portal.content.known.reference import Finding
from portal.content.rules.standard import PARTS
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.folding import fold
from portal.language.words import Words, words
from portal.plan.ledger import Registers
from portal.reading.text import read_text
from portal.site.addresses import address, relative
from portal.site.blocks.claims import Shelf, claims
from portal.site.blocks.progress import Progress, progress
from portal.site.drawings.share_cards import ShareCard, card_path, card_place
from portal.site.drawings.threads import thread
from portal.site.files.feeds import feed_place
from portal.site.linker import Linker
from portal.site.listings import Listing, listings
from portal.site.pages.make import law_title, page_view
from portal.site.pages.values import (
    Card,
    ClaimsView,
    CorrectionView,
    FactsView,
    Link,
    ListingView,
    PageView,
    Settings,
    TermView,
    ThreadLink,
    correction_view,
)


class Views:
    """Makes page views and lists from one library and its registers."""

    def __init__(self, registers: Registers, settings: Settings, as_of: date) -> None:
        self.registers, self.library = registers, registers.library
        self.settings, self.as_of = settings, as_of
        self.linker = Linker(self.library)
        self._pages: dict[tuple[str, str], PageView] = {}  # asked for by page, site map and lists; worked out once
        self.listings = {one.place: one for one in listings(self.library)}

    def page(self, lang: str, place: str) -> PageView:
        """The view of a place in the frame of `lang`. Raises KeyError for a place that is in no language."""
        if (lang, place) not in self._pages:
            self._pages[lang, place] = page_view(self.linker, self.settings, self.as_of, lang, place)
        return self._pages[lang, place]

    def every_page(self) -> Iterator[PageView]:
        """Every page that exists in its own language, in the order of places."""
        for lang, place in sorted(self.library.stories, key=lambda key: (key[1], key[0] != vocabulary.ORIGINAL)):
            yield self.page(lang, place)

    def cards(self) -> Iterator[tuple[str, ShareCard]]:
        """(path in the site, what it shows) of every share card that a page names."""
        for lang in vocabulary.LANGUAGES:
            text = words(lang)
            named = {card_place(s, self.settings.card_for_every_story) for s in self.library.stories.values()}
            for place in sorted(named):
                story = self.library.read_in(lang, place)
                if story:
                    yield card_path(lang, place), self._card(story, text)

    def _card(self, story: Story, text: Words) -> ShareCard:
        owner = self.library.data.owner
        notice = "" if owner and owner.approved else text.ui["draft"]
        code = story.front.conventions[0] if story.front.kind == "convention" else None
        return ShareCard(story.front.title, text.ui["site_name"], notice, story.theme, code)

    def newest(self, page: PageView, section: str | None = None, most: int | None = None) -> tuple[Card, ...]:
        """The newest stories as cards, of one section or of all."""
        stories = self.library.newest(page.lang, section)
        return tuple(self.linker.card(page.lang, page.address, story) for story in stories[:most])

    def stories_of(self, page: PageView, kinds: tuple[str, ...], most: int) -> tuple[Card, ...]:
        """The newest stories of some kinds as cards."""
        found = [s for s in self.library.newest(page.lang) if s.front.kind in kinds]
        return tuple(self.linker.card(page.lang, page.address, story) for story in found[:most])

    def pages(self, page: PageView, section: str) -> tuple[Card, ...]:
        """The pages of a section that are no stories, as cards."""
        return tuple(self.linker.card(page.lang, page.address, s) for s in self.library.pages(page.lang, section))

    def rights(self, page: PageView) -> tuple[Link, ...]:
        """Rights people ask about, in their own words, each with the convention that names it."""
        asked = ((text, f"cong-uoc/{code}") for code, texts in page.t["rights"].items() for text in texts)
        known = ((text, place) for text, place in asked if self.library.read_in(page.lang, place))
        return tuple(Link(text, relative(page.address, address(page.lang, place))) for text, place in known)

    def situations(self, page: PageView) -> tuple[Link, ...]:
        """What someone may be facing: the headings of the page that says where to turn."""
        story = self.library.read_in(page.lang, "tro-giup/index")
        headings = read_text(story.document.body).headings if story else ()
        here = relative(page.address, address(page.lang, "tro-giup/index"))
        return tuple(Link(one.title, f"{here}#{one.anchor}") for one in headings if one.level == 2)

    def status_counts(self, done: Progress) -> tuple[tuple[str, int], ...]:
        """(status, how many targets have it) of the statuses that occur, best first."""
        found = Counter((one.status, one.status_text) for one in done.targets)
        return tuple(
            (text, found[name, text]) for name in vocabulary.STATUSES for known, text in found if known == name
        )

    def search_choices(self, page: PageView) -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
        """(filter, label, (value, text) …) of everything a search may be narrowed by."""
        years = {value for story in self.library.newest(page.lang) for value in (str(_changed(story).year),)}
        options: dict[str, dict[str, str]] = {
            "section": {name: page.words.label("sections", name) for name in vocabulary.SECTIONS},
            "kind": {name: page.words.label("kinds", name) for name in vocabulary.KINDS},
            "convention": {one.code: f"{one.short} ({one.code.upper()})" for one in self.threads(page)},
            "group": {name: page.words.label("groups", name) for name in vocabulary.GROUPS},
            "year": {year: year for year in sorted(years, reverse=True)},
            "verdict": {name: page.words.label("verdicts", name) for name in vocabulary.VERDICTS},
        }
        return tuple((name, page.t["search_by"][name], tuple(found.items())) for name, found in options.items())

    def search_help(self, page: PageView) -> tuple[Link, ...]:
        """Where someone may look whose search found nothing."""
        places = ("tro-giup/index", "hoi-dap", "thuat-ngu", "cong-uoc/so-sanh")
        return tuple(self.linker.link(page.lang, page.address, p) for p in places if self.library.read_in(page.lang, p))

    def listing(self, page: PageView) -> ListingView | None:
        """The list a page shows; None on the page that leads to all lists."""
        one, number = self._listing_of(page.story.place)
        if one is None:
            return None
        found = [self.library.read_in(page.lang, place) for place in one.on_page(number)]
        cards = tuple(self.linker.card(page.lang, page.address, story) for story in found if story)
        places = [one.place, *(f"{one.place}/{n}" for n in range(2, one.pages + 1))]
        goals = [(n, relative(page.address, address(page.lang, place))) for n, place in enumerate(places, 1)]
        pages = tuple(Link(str(n), href, current=n == number) for n, href in goals)
        return ListingView(
            len(one.places), cards, pages, self.linker.link(page.lang, page.address, f"{vocabulary.LISTS}/index")
        )

    def _listing_of(self, place: str) -> tuple[Listing | None, int]:
        """The list whose page stands at a place, and that page's number."""
        first, _, number = place.rpartition("/")
        if place in self.listings:
            return self.listings[place], 1
        return self.listings.get(first), int(number) if number.isdigit() else 1

    def all_listings(self, page: PageView) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """(family, links) of all lists; the note of a link is the number of its stories."""
        found = []
        for family, title in page.t["listing"]["families"].items():
            of_family = [one for one in self.listings.values() if one.family == family]
            goals = [(one, relative(page.address, address(page.lang, one.place))) for one in of_family]
            links = tuple(Link(one.title(page.words), href, note=str(len(one.places))) for one, href in goals)
            found += [(title, links)] if links else []
        return tuple(found)

    def feeds(self, page: PageView) -> tuple[Link, ...]:
        """The feeds a page offers: of all stories, and of its own theme."""
        section = page.story.section if page.story.section in vocabulary.THEMES else None
        names = (None, section) if section else (None,)
        titles = {name: page.words.label("sections", name) if name else page.t["site_name"] for name in names}
        return tuple(Link(titles[name], relative(page.address, feed_place(page.lang, name))) for name in names)

    def kept_offline(self, page: PageView) -> tuple[Link, ...]:
        """The pages a device keeps for times without a network: where to turn, and the seven conventions."""
        help_pages = ["tro-giup/index", *(story.place for story in self.library.pages(page.lang, "tro-giup"))]
        places = [*help_pages, *(f"cong-uoc/{code}" for code in vocabulary.CONVENTIONS)]
        return tuple(self.linker.link(page.lang, page.address, p) for p in places if self.library.read_in(page.lang, p))

    def site_map(self, page: PageView) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
        """Every section with every page in it; pages at the top come first under the home page."""
        found = []
        for section in ("", *vocabulary.SECTIONS, vocabulary.LISTS):
            index = f"{section}/index" if section else "index"
            if self.library.read_in(page.lang, index):
                own = [p for p in self.library.places if p.rpartition("/")[0].partition("/")[0] == section]
                links = [self.linker.link(page.lang, page.address, p) for p in own if p != index]
                ordered = tuple(sorted(links, key=lambda link: link.title))
                found.append((self.linker.link(page.lang, page.address, index), ordered))
        return tuple(found)

    def where_articles_live(self, page: PageView, code: str) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """(article, links) for each article of a convention that other stories explain."""
        found = self.library.about_article(page.lang, code)
        return tuple(
            (str(article), tuple(self.linker.link(page.lang, page.address, story.place) for story in stories))
            for article, stories in found.items()
        )

    def laws(self, page: PageView) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """(law, links) for each law that stories rest on."""
        found = []
        for law in self.library.data.laws.values():
            stories = self.library.about_law(page.lang, law.id)
            links = tuple(self.linker.link(page.lang, page.address, story.place) for story in stories)
            if links:
                found.append((law_title(law, page.words), links))
        return tuple(found)

    def progress(self, page: PageView) -> Progress | None:
        """The plan's progress in the page's language, as of the day of the build."""
        return progress(self.registers, self.as_of, page.lang)

    def claims(self, page: PageView) -> ClaimsView:
        """Every claim that was answered, by year, verdict, convention and group, and how they are spread."""
        found = claims(self.library, page.words)
        shelves = {name: [self._shelf(page, shelf) for shelf in some] for name, some in found.shelves.items()}
        return ClaimsView(shelves, found.verdicts, found.claimants)

    def _shelf(self, page: PageView, shelf: Shelf) -> tuple[str, str, tuple[Card, ...]]:
        cards = tuple(self.linker.card(page.lang, page.address, story) for story in shelf.answers)
        return shelf.id, shelf.title, cards

    def corrections(self, page: PageView) -> tuple[tuple[CorrectionView, Link], ...]:
        """Every correction of every story with a link to it, the newest first."""
        return tuple(
            (correction_view(one.made, page.words), self.linker.link(page.lang, page.address, one.story.place))
            for one in corrections(self.library, page.lang)
        )

    def findings(self, page: PageView, code: str) -> tuple[Finding, ...]:
        """What the committee of a convention found on Viet Nam, with Viet Nam's answers."""
        return tuple(one for one in self.library.data.findings.values() if one.convention == code)

    def called(self, page: PageView, agency: str) -> str:
        """A body's name in the page's language."""
        known = self.library.data.agencies
        return known[agency].called(page.lang) if agency in known else agency

    def standard(self, page: PageView) -> tuple[tuple[int, str, tuple[tuple[str, str], ...]], ...]:
        """(point, what it asks, (code, what the machine looks for) of its rules) of the standard for rebuttals."""
        said = page.t["standard"]
        return tuple(
            (point, asks, tuple((code, said["rules"][code]) for code in PARTS.get(point, ())))
            for point, asks in said["points"].items()
        )

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
        return tuple(self.linker.thread_link(page.lang, page.address, code) for code in vocabulary.CONVENTIONS)

    def all_facts(self, page: PageView) -> tuple[FactsView, ...]:
        """The fact boxes of all conventions, for the comparison."""
        facts = self.library.data.conventions
        return tuple(
            self.linker.facts(page.lang, page.address, facts[code]) for code in vocabulary.CONVENTIONS if code in facts
        )


def _changed(story: Story) -> date:
    return story.front.updated or story.front.date or date.min


def thread_paths() -> dict[str, tuple[int, str]]:
    """Every thread's width and SVG path, for the templates."""
    return {code: (thread(code).width, thread(code).path) for code in vocabulary.CONVENTIONS}
