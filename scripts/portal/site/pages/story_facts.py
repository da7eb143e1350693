"""What a page says about itself: its days, who answers for it, what it rests on, where to read on."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from portal.content.corrections import changes_of
from portal.content.desk.reviews import review_due
from portal.content.front_matter import Front, StoryFront
from portal.content.fronts.easy import Easy
from portal.content.fronts.exhibitions import Exhibition
from portal.content.fronts.rebuttals import Rebuttal
from portal.content.fronts.taught import Taught
from portal.content.kinds import ConventionPage
from portal.content.known.law.laws import Law
from portal.content.nearby import full_page
from portal.content.sources import Source
from portal.content.stories import Story
from portal.language.locales import ORIGINAL
from portal.language.written import written_day
from portal.site.blocks.listed.laws import law_link
from portal.site.links import story_cards, thread_view
from portal.site.made.listings import listing_place
from portal.site.pages.agency import agency_of
from portal.site.pages.source_lines import SourceView, law_from_copies, source_view, usual_day
from portal.site.spot import Spot
from portal.site.values import Card, CorrectionView, Day, FactRow, Link, correction_view, day_view, spoken

WORDS_A_MINUTE: Final = 200  # an unhurried reader; written Vietnamese counts syllables, each a word between spaces


@dataclass(frozen=True)
class Dates:
    """When a page was published and when it last changed."""

    published: Day
    updated: Day | None


@dataclass(frozen=True)
class Byline:
    """What stands under a story, a lesson, a unit or an exhibition. `due` is the day by which it is to be read again,
    None when that has passed. `agency` is labelled as proposed until the owner has approved. `reading_time` is "" of
    what is no text to read in one go."""

    reviewed: Day | None
    due: Day | None
    agency: FactRow | None
    translator: str | None
    reading_time: str


@dataclass(frozen=True)
class SourcesView:
    """The numbered sources: evidence, where the page answers a claim. `notes` are told before the list; `warning` says
    which law was read only in copies, "" where none was."""

    title: str
    notes: tuple[str, ...]
    warning: str
    entries: tuple[SourceView, ...]


@dataclass(frozen=True)
class AboutConvention:
    """A convention a story is about; `href` is None on the convention's own page, `articles` says which ones."""

    short: str
    sign: str
    href: str | None
    articles: str


@dataclass(frozen=True)
class AboutView:
    """What a story is about. `places_lang` is the language places are named in."""

    conventions: tuple[AboutConvention, ...]
    laws: tuple[Link, ...]
    groups: tuple[Link, ...]
    places: tuple[Link, ...]
    places_lang: str


@dataclass(frozen=True)
class StoryFacts:
    """Everything of a page that is neither its frame nor its kind's own; `byline` is None for pages that are no
    stories, `dates` for pages without a date. `translated` are the sentences that name who translated a page of a
    further language and who of its speakers read it; none elsewhere."""

    summary: tuple[str, ...]
    dates: Dates | None
    byline: Byline | None
    translated: tuple[str, ...]
    sources: SourcesView | None
    about: AboutView | None
    related: tuple[Card, ...]
    corrections: tuple[CorrectionView, ...]


def facts_of(spot: Spot, story: Story) -> StoryFacts:
    """What a story's page says about itself."""
    front, day = story.front, story.front.published
    made = changes_of(front) if isinstance(front, StoryFront) else ()
    stands = front.is_story and not story.withdrawn
    return StoryFacts(
        summary=tuple(front.summary or ()) if not story.withdrawn else (),
        dates=Dates(day_view(day, spot.words), spoken(front.updated, spot.words)) if day else None,
        byline=_byline(spot, story, front) if isinstance(front, StoryFront | Taught | Exhibition) else None,
        translated=tuple(_translated(spot, front)) if not story.withdrawn else (),
        sources=_sources(spot, story) if not story.withdrawn else None,
        about=_about_story(spot, story) if stands else None,
        related=story_cards(spot, _related(spot, story)) if stands else (),
        corrections=tuple(correction_view(one, spot.words) for one in made),
    )


def _related(spot: Spot, story: Story) -> Iterator[Story]:
    found = (spot.library.read_in(story.lang, place) for place in spot.site.related.get((story.lang, story.place), ()))
    return (other for other in found if other)


def _translated(spot: Spot, front: Front) -> Iterator[str]:
    if front.native_reviewer:
        if front.translator:
            yield spot.words.say("tongues.translated_by", translator=front.translator)
        yield spot.words.say("tongues.read_by", reviewer=front.native_reviewer)


def _byline(spot: Spot, story: Story, front: StoryFront | Taught | Exhibition) -> Byline:
    text, due, agency = spot.words, review_due(front), agency_of(spot, story)
    label = text.say("agency" if spot.site.approved else "agency_proposed")
    return Byline(
        reviewed=spoken(front.reviewed, text),
        due=day_view(due, text) if due >= spot.site.as_of else None,
        agency=FactRow(label, agency) if agency else None,
        translator=None if front.native_reviewer else front.translator,
        reading_time=text.say("reading_time", minutes=_minutes(story)) if isinstance(front, StoryFront) else "",
    )


def _minutes(story: Story) -> int:
    return max(1, math.ceil(len(story.document.body.split()) / WORDS_A_MINUTE))


def _sources(spot: Spot, story: Story) -> SourcesView | None:
    text, listed = spot.words, _rests_on(spot, story)
    if not listed:
        return None
    usual = usual_day(listed)
    notes = ["sources_note", *(["sources_read_unsaid"] if any(one.read is None for one in listed) else ())]
    told = (text.say("sources_usual", day=written_day(usual, text)),) if usual else ()
    return SourcesView(
        title=text.say("evidence" if isinstance(story.front, Rebuttal) else "sources"),
        notes=(*map(text.say, notes), *told),
        warning=law_from_copies(listed, text),
        entries=tuple(source_view(number, one, spot.lang, text, usual) for number, one in enumerate(listed, 1)),
    )


def _rests_on(spot: Spot, story: Story) -> tuple[Source, ...]:
    """The sources of a page; an easy version rests on those of its full page that it cites."""
    if not isinstance(story.front, Easy):
        return story.front.references
    full = full_page(spot.library, spot.lang, story.place)
    known = dict(enumerate(full.front.references, 1)) if full else {}
    return tuple(known[number] for number in story.front.cited if number in known)


def _about_story(spot: Spot, story: Story) -> AboutView | None:
    front, text, known = story.front, spot.words, spot.library.data.laws
    own = story.document.slug if isinstance(front, ConventionPage) else None
    conventions = tuple(_about_convention(spot, story, code) for code in front.conventions if code != own)
    laws = tuple(dict.fromkeys(_law(spot, known[name], bool(own)) for name in front.laws if name in known))
    groups = tuple(Link(text.label("groups", name), spot.to(listing_place("group", name))) for name in front.groups)
    places = tuple(Link(name, spot.to(listing_place("place", name))) for name in front.places)
    return AboutView(conventions, laws, groups, places, ORIGINAL) if conventions or laws or groups else None


def _law(spot: Spot, law: Law, is_brief: bool) -> Link:
    """A law; by its title alone where its number and days stand on the page it leads to and this one is long enough."""
    link = law_link(spot, law)
    return replace(link, title=law.title[spot.words.lang]) if is_brief and link.href else link


def _about_convention(spot: Spot, story: Story, code: str) -> AboutConvention:
    thread, numbers = thread_view(spot, code), story.front.articles.get(code, [])
    articles = spot.words.say("about_articles", articles=spans(numbers)) if numbers else ""
    return AboutConvention(thread.short, thread.sign, thread.href if code != story.document.slug else None, articles)


def spans(numbers: list[int]) -> str:
    """Numbers as people write them: [1, 2, 3, 5] is "1–3, 5"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
