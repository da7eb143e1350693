"""What is made of links from where a reader stands: sections, cards, threads."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlencode

from portal.content.fronts.rebuttals import Rebuttal
from portal.content.kinds import Achievement, Event, News, PlainPage
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.places import SEARCH, convention_page, document_place, front_of
from portal.language.words import Words
from portal.language.written import written_day
from portal.site.drawings.threads import thread
from portal.site.made.listings import MOST_ON_A_PAGE, Listing, listing_place
from portal.site.spot import Spot, waits_until
from portal.site.values import Card, Link, LinkGroup, ThreadView, spoken


def section_links(spot: Spot, names: Iterable[str]) -> tuple[Link, ...]:
    """Links to the fronts of some sections, as far as they exist; the section of this page is the current one."""
    return tuple(_section(spot, name) for name in names if spot.has(front_of(name)))


def _section(spot: Spot, name: str) -> Link:
    petal = vocabulary.THEMES.index(name) + 1 if name in vocabulary.THEMES else None
    return Link(spot.words.label("sections", name), spot.to(front_of(name)), name == spot.section, petal=petal)


def way_to_part(spot: Spot, document: str, part: str = "") -> str:
    """The way to a part of a document, or to its page where the part is ""."""
    return spot.to(document_place(document)) + (f"#{part}" if part else "")


def short_link(spot: Spot, link: Link, place: str) -> Link:
    """A link to a place by its short name: the one the words give it, else the head of its title ("Accessibility" of
    "Accessibility: what was done")."""
    known = spot.words.family("short_names")
    if place in known:
        return replace(link, title=str(known[place]), lang=None)
    return replace(link, title=link.title.partition(": ")[0])


def newest_links(spot: Spot, title: str, places: Iterable[str], listing: Listing | None, name: str) -> LinkGroup:
    """Links to some pages: to all that are no stories, and of the stories to as many as stand on a page of a list, the
    newest. Then the way to the others: the list, where it has each of them, else a search for `name`; where there is
    neither, they are all here."""
    there = [place for place in dict.fromkeys(places) if spot.has(place)]
    dated = sorted((place for place in there if _day_of(spot, place)), key=lambda one: (-_day_of(spot, one), one))
    older = frozenset(dated[MOST_ON_A_PAGE:])
    has_all = listing is not None and older <= frozenset(listing.places)
    rest = _way_to(spot, listing) if listing and has_all else _search_for(spot, name)
    if not older or rest is None:
        return LinkGroup(title, tuple(map(spot.link, there)))
    shown = (*dated[:MOST_ON_A_PAGE], *(place for place in there if not _day_of(spot, place)))
    return LinkGroup(title, tuple(map(spot.link, shown)), rest)


def _day_of(spot: Spot, place: str) -> int:
    """The day a story is of, counted from the first; 0 of a page that is none, of which there are few."""
    story = spot.library.read_in(spot.lang, place)
    day = story.front.published if story else None
    return day.toordinal() if day else 0


def list_of(spot: Spot, family: str, value: str) -> Listing | None:
    """The list of a value; None where no story has it."""
    return spot.site.listings.get(listing_place(family, value))


def whole_list(spot: Spot, family: str, value: str) -> Link | None:
    """The way to a list; None where there is none."""
    found = list_of(spot, family, value)
    return _way_to(spot, found) if found else None


def _way_to(spot: Spot, listing: Listing) -> Link:
    title = spot.words.say(f"listing.titles.{listing.family}", name=listing.title(spot.words))
    return Link(spot.words.say("listing.whole", list=title), spot.to(listing.place))


def _search_for(spot: Spot, name: str) -> Link | None:
    """The way to a search for what is called so; None where nothing can be searched."""
    said = spot.words.say("listing.search", name=name)
    return Link(said, f"{spot.to(SEARCH)}?{urlencode({'q': name})}") if spot.has(SEARCH) else None


def story_cards(spot: Spot, stories: Iterable[Story]) -> tuple[Card, ...]:
    """Stories as they stand in a list."""
    return tuple(_card(spot, story) for story in stories)


def _card(spot: Spot, story: Story) -> Card:
    front, text = story.front, spot.words
    verdict = front.verdict if isinstance(front, Rebuttal) else None
    label = text.label("verdicts", verdict) if verdict else text.label("kinds", front.kind)
    day = front.changed
    if isinstance(front, Event):  # when it takes place says more than when its page was written
        label, day = event_state(front, text), front.starts
    waits = waits_until(spot, story.place)
    if waits:
        label = text.say("scheduled.label", label=label, day=written_day(waits, text))
    key = front.key_figure if isinstance(front, (Achievement, News)) else None
    said = (key.figure, key.meaning) if key else ("", "")
    return Card(spot.link(story.place), front.description, label, spoken(day, text), verdict, *said)


def event_state(front: Event, text: Words) -> str:
    """What an event is and how it stands: "Tập huấn, dự kiến"."""
    return f"{text.label('event_types', front.event_type)}, {text.label('event_states', front.state).lower()}"


def thread_view(spot: Spot, code: str) -> ThreadView:
    """A convention with its thread and the way to its page."""
    facts, place = spot.library.data.conventions.get(code), convention_page(code)
    href = spot.link(place).href if spot.has(place) else None
    sign = code.upper()
    short, name = (facts.short[spot.words.lang], facts.name[spot.words.lang]) if facts else (sign, sign)
    return ThreadView(code, sign, short, name, href, thread(code))


def ways_of(spot: Spot, front: PlainPage) -> tuple[Link, ...]:
    """Where the answers to a page's question lead; those taken back or waiting lead nowhere."""
    return tuple(Link(way.say, spot.to(way.to)) for way in front.ways if spot.has(way.to))
