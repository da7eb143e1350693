"""The search page: what narrows a search, and where someone may look whose search found nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from portal.content.kinds import KINDS, PlainPage
from portal.language import vocabulary
from portal.language.places import COMPARISON, GLOSSARY, HELP, QUESTIONS, SITE_MAP
from portal.site.addresses import relative
from portal.site.calls import Call, calls, href
from portal.site.dress.marks import asset_links
from portal.site.links import thread_view, ways_of
from portal.site.search.index import first_file
from portal.site.spot import Spot
from portal.site.values import Choice, Choices, LanguageLink, Link


@dataclass(frozen=True)
class SearchBlock:
    """The form's filters, its script, where the index lies, what others search for, the number to call, other ways to
    find a page, the same search in `others` of the portal's languages, each said as its readers are told. Where the
    search is of no use there are all numbers to call, the front of help and what it asks."""

    filters: tuple[Choices, ...]
    script: str
    index: str
    examples: tuple[Link, ...]
    call: Call | None
    calls: tuple[Call, ...]
    front: Link | None
    ways: tuple[Link, ...]
    help: tuple[Link, ...]
    site_map: str
    others: tuple[LanguageLink, ...]


def search_block(spot: Spot) -> SearchBlock:
    """Everything a search may be narrowed by."""
    filters = tuple(
        Choices(name, spot.words.label("search_by", name), tuple(Choice(*one) for one in options.items()))
        for name, options in _options(spot)
    )
    return SearchBlock(
        filters=filters,
        script=asset_links(spot.site.dress.assets, spot.root).search,
        index=spot.root + first_file(spot.lang),
        examples=_examples(spot),
        call=_call(spot),
        calls=calls(spot.library.data.numbers.values(), spot.words.lang),
        front=spot.link(HELP) if spot.has(HELP) else None,
        ways=_ways(spot),
        help=spot.links((HELP, QUESTIONS, GLOSSARY, COMPARISON)),
        site_map=spot.to(SITE_MAP),
        others=tuple(_others(spot)),
    )


def _ways(spot: Spot) -> tuple[Link, ...]:
    """What the front of help asks, and where each answer leads."""
    story = spot.library.read_in(spot.lang, HELP)
    return ways_of(spot, story.front) if story and isinstance(story.front, PlainPage) else ()


def _examples(spot: Spot) -> tuple[Link, ...]:
    """Words others type, each as the search for it."""
    hints = spot.library.data.search
    asked = hints.asked(spot.words.lang).examples if hints else []
    return tuple(Link(words, f"?{urlencode({'q': words})}") for words in asked)


def _call(spot: Spot) -> Call | None:
    """The number editors chose among those that bodies give to everybody."""
    hints, numbers = spot.library.data.search, spot.library.data.numbers
    found = numbers.get(hints.call) if hints and hints.call else None
    return Call(found.number, href(found.number), found.what[spot.words.lang]) if found else None


def _others(spot: Spot) -> Iterator[LanguageLink]:
    for lang in spot.library.frames(spot.place):
        there = Spot(spot.site, lang, spot.place)
        if lang != spot.lang:
            title = there.words.say("search_pages", name=there.language(lang))
            yield LanguageLink(title, relative(spot.address, there.address), there.words.lang)


def _options(spot: Spot) -> Iterator[tuple[str, Mapping[str, str]]]:
    text = spot.words
    years = {story.front.changed.year for story in spot.library.newest(spot.lang) if story.front.changed}
    threads = [thread_view(spot, code) for code in vocabulary.CONVENTIONS]
    yield "section", {name: text.label("sections", name) for name in vocabulary.SECTIONS}
    yield "kind", {name: text.label("kinds", name) for name in KINDS}
    yield "convention", {one.code: f"{one.short} ({one.sign})" for one in threads}
    yield "group", {name: text.label("groups", name) for name in vocabulary.GROUPS}
    yield "year", {str(year): str(year) for year in sorted(years, reverse=True)}
    yield "verdict", {name: text.label("verdicts", name) for name in vocabulary.VERDICTS}
