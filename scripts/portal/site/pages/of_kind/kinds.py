"""What each kind of page shows of its own: one value and one function a kind, drawn by the kind's template."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.content.kinds import (
    Achievement,
    ConventionPage,
    Event,
    News,
    PlainPage,
    Policy,
    Publication,
    PublicationFile,
)
from portal.content.known.law.recommendations import UnDocument
from portal.content.nearby import about_article
from portal.content.stories import Story
from portal.language.places import RECOMMENDATIONS
from portal.language.written import written_day, written_size
from portal.site.blocks.listed.lessons import lesson_about
from portal.site.blocks.press.now import PressNow, press_now
from portal.site.blocks.un.pair import every_pair
from portal.site.documents.places import articles_of
from portal.site.documents.recommended import SaidDocument, document_views
from portal.site.facts import facts_view
from portal.site.finishing.layers import LayerNames
from portal.site.finishing.names import province_name
from portal.site.links import event_state, list_of, newest_links, story_cards, ways_of
from portal.site.made.listings import MOST_ON_A_PAGE, listing_place
from portal.site.match import MatchBox, match_box
from portal.site.pictures.shown import form_named
from portal.site.spot import Spot
from portal.site.values import Card, Day, FactsView, LanguageLink, Link, LinkGroup, day_view

SENTENCES: Final = 3
"""So many of a convention's summary stand on its first screen."""


@dataclass(frozen=True)
class PlainView:
    """A page that is no story. `block` is the template of what stands under its text; `is_whole` where that is the
    whole page. `ways` are the answers a reader may give to what the page asks, each a link; `pairs`, where the page
    compares all conventions, those to any two; `press` is what stands above the text of the press desk."""

    block: str | None
    is_whole: bool
    ways: tuple[Link, ...]
    pairs: tuple[LinkGroup, ...]
    press: PressNow | None


@dataclass(frozen=True)
class ThemeView:
    """The front of a theme: how many stories it has, the newest, the way to all where there are more, other pages;
    `match` on the front of the answers: has a claim been answered?"""

    count: str
    cards: tuple[Card, ...]
    all: Link | None
    others: tuple[Link, ...]
    match: MatchBox | None


@dataclass(frozen=True)
class ConventionView:
    """A convention: three sentences of its summary and those after them, its fact box, the documents of its committee
    on Viet Nam, the way to the table of them all, its `articles` where the document is told part by part, else for each
    article the stories that explain it; the `lesson` for schools; `names` are what its text is cut into layers by."""

    sentences: tuple[str, ...]
    more: tuple[str, ...]
    names: LayerNames
    facts: FactsView | None
    documents: tuple[SaidDocument, ...]
    table: Link | None
    articles: LinkGroup | None
    explained: tuple[LinkGroup, ...]
    lesson: Link | None


@dataclass(frozen=True)
class PolicyView:
    """A policy: the law or decision it explains, with its days; the documents of the UN it shows, the way to the table
    of them all."""

    document: str | None
    documents: tuple[SaidDocument, ...] = ()
    table: Link | None = None


@dataclass(frozen=True)
class KeyFigureView:
    """The one figure of a story, and what it counts."""

    figure: str
    meaning: str


@dataclass(frozen=True)
class FigureStoryView:
    """A story with the one figure that says most, where it has one."""

    key_figure: KeyFigureView | None


@dataclass(frozen=True)
class PublicationView:
    """The files a reader can take home."""

    files: tuple[LanguageLink, ...]


@dataclass(frozen=True)
class EventView:
    """What kind of event and how it stands, its first and last day, where."""

    state: str
    days: tuple[Day, ...]
    venue: str | None


def plain_view(spot: Spot, front: PlainPage) -> PlainView:
    """A page that is no story."""
    block = f"blocks/{front.shows}.html" if front.shows else None
    pairs = every_pair(spot) if front.shows == "conventions" else ()
    press = press_now(spot) if front.shows == "press" else None
    return PlainView(block, front.shows == "home", ways_of(spot, front), pairs, press)


def theme_view(spot: Spot, story: Story) -> ThemeView:
    """The front of a theme."""
    stories, text = spot.library.newest(spot.lang, story.section), spot.words
    more = text.say("listing.every", count=len(stories)) if len(stories) > MOST_ON_A_PAGE else ""
    return ThemeView(
        count=text.say("list_count", count=len(stories)),
        cards=story_cards(spot, stories[:MOST_ON_A_PAGE]),
        all=Link(more, spot.to(listing_place("theme", story.section))) if more else None,
        others=spot.links(page.place for page in spot.library.pages(spot.lang, story.section)),
        match=match_box(spot),
    )


def convention_view(spot: Spot, story: Story, front: ConventionPage) -> ConventionView:
    """One of the seven conventions."""
    code, data = front.conventions[0], spot.library.data
    text = spot.site.words(story.lang)
    facts = data.conventions.get(code)
    found = [one for one in data.recommendations.values() if code == one.mechanism or one.page == spot.place]
    told = articles_of(spot, code)
    return ConventionView(
        sentences=tuple(front.summary[:SENTENCES]),
        more=tuple(front.summary[SENTENCES:]),
        names=LayerNames(text.say("layers.committee"), province_name(spot.library, text), text.say("layers.row")),
        facts=facts_view(spot, facts) if facts else None,
        documents=document_views(spot, found),
        table=_table_of(spot, found),
        articles=LinkGroup(text.say("layers.articles"), told) if told else None,
        explained=() if told else tuple(_explained(spot, code)),
        lesson=_lesson(spot, code),
    )


def _lesson(spot: Spot, code: str) -> Link | None:
    found = lesson_about(spot, code)
    return Link(spot.words.say("lesson.offer"), spot.to(found[0])) if found else None


def _explained(spot: Spot, code: str) -> Iterator[LinkGroup]:
    listing = list_of(spot, "convention", code)
    for article, stories in about_article(spot.library, spot.lang, code).items():
        places = (story.place for story in stories)
        yield newest_links(spot, spot.words.say("where_article", article=article), places, listing, code.upper())


def policy_view(spot: Spot, front: Policy) -> PolicyView:
    """A law, a policy or a way of doing things."""
    document, text = front.document, spot.words
    found = [one for one in spot.library.data.recommendations.values() if one.page == spot.place]
    said, table = document_views(spot, found), _table_of(spot, found)
    if document is None:
        return PolicyView(None, said, table)
    known = (("document_issued", document.issued), ("document_in_force", document.in_force))
    days = [text.say(key, day=written_day(day, text)) for key, day in known if day]
    return PolicyView(document.number + (f" ({', '.join(days)})" if days else ""), said, table)


def _table_of(spot: Spot, found: list[UnDocument]) -> Link | None:
    return next(iter(spot.links((RECOMMENDATIONS,))), None) if found else None


def figure_story_view(front: Achievement | News) -> FigureStoryView:
    """What was done, or what happened."""
    known = front.key_figure
    return FigureStoryView(KeyFigureView(known.figure, known.meaning) if known else None)


def publication_view(spot: Spot, front: Publication) -> PublicationView:
    """Something printed or to be printed."""
    return PublicationView(
        tuple(LanguageLink(_told_file(spot, file), spot.root + file.path, file.lang) for file in front.files)
    )


def _told_file(spot: Spot, file: PublicationFile) -> str:
    """What a reader knows of a file before taking it: its name, language, form, how much it weighs, its pages."""
    text, content = spot.words, spot.site.dress.assets.get(file.path)
    said = [text.language_name(file.lang)]
    said += [form_named(file.path), written_size(len(content), text)] if content is not None else []
    said += [text.say("picture.pages", count=file.pages)] if file.pages else []
    return f"{file.path} ({', '.join(said)})"


def event_view(spot: Spot, front: Event) -> EventView:
    """A training, workshop, contest, exhibition or press briefing."""
    text = spot.words
    days = tuple(day_view(day, text) for day in (front.starts, front.ends) if day)
    return EventView(event_state(front, text), days, front.venue)
