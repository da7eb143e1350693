"""What the home page shows first: numbers to call, tiles, three figures, findings with answers, pages for readers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from portal.content.known.figures import Figure
from portal.content.known.house.home import HomeFigure, HomePage
from portal.content.known.law.recommendations import Recommendation, UnDocument, every_recommendation
from portal.language.places import SEARCH, TONGUES
from portal.language.words import Words
from portal.language.written import written_number
from portal.site.calls import href
from portal.site.documents.recommended import shown_at
from portal.site.links import short_link
from portal.site.spot import Spot
from portal.site.values import Cited, Link, cited

EXAMPLES: Final = 4
FINDINGS_ANCHOR: Final = "nhan-xet-tra-loi"
"""Where a convention's page has them (overrides/partials/findings.html)."""


@dataclass(frozen=True)
class CallView:
    """A number to call: as it is written, as a link calls it, and who may call."""

    number: str
    href: str
    say: str


@dataclass(frozen=True)
class TileView:
    """A picture that leads to a page of help."""

    drawing: str
    link: Link


@dataclass(frozen=True)
class FigureAtAGlance:
    """One number with its base: the value with its unit, what was counted, whose number it is, where to read more."""

    value: str
    say: str
    source: Cited
    href: str


@dataclass(frozen=True)
class FindingAtAGlance:
    """What a UN committee found, and what Viet Nam answered; "" where no answer was seen. Their sources stand here by
    name and symbol; `all` leads to where they can be opened."""

    finding: str
    finding_source: str
    answer: str
    answer_source: str
    all: Link | None


@dataclass(frozen=True)
class Welcome:
    """The first part of the home page and what editors choose for the rest of it; what data/home.yml does not name is
    empty, but the numbers to call: then all public ones are there. `tongues` leads to what there is in the languages of
    the province's peoples."""

    examples: tuple[Link, ...]
    calls: tuple[CallView, ...]
    tiles: tuple[TileView, ...]
    figures: tuple[FigureAtAGlance, ...]
    findings: tuple[FindingAtAGlance, ...]
    readers: tuple[Link, ...]
    tongues: Link | None


def welcome(spot: Spot) -> Welcome:
    """What the home page shows first, in the reader's language."""
    home = spot.library.data.home or HomePage()
    return Welcome(
        examples=_examples(spot),
        calls=home_calls(spot),
        tiles=tuple(_tiles(spot, home)),
        figures=tuple(_figures(spot, home)),
        findings=tuple(_findings(spot, home)),
        tongues=Link(spot.words.say("tongues.gate"), spot.to(TONGUES)) if spot.has(TONGUES) else None,
        readers=tuple(short_link(spot, spot.link(place), place) for place in home.readers if spot.has(place)),
    )


def _examples(spot: Spot) -> tuple[Link, ...]:
    hints = spot.library.data.search
    asked = hints.asked(spot.words.lang).examples if hints else []
    return tuple(Link(one, f"{spot.to(SEARCH)}?{urlencode({'q': one})}") for one in asked[:EXAMPLES])


def home_calls(spot: Spot) -> tuple[CallView, ...]:
    """The numbers to call that the home page shows: those editors chose for it, else every public one."""
    home = spot.library.data.home or HomePage()
    lang, known = spot.words.lang, spot.library.data.numbers
    chosen = [(call.number, call.say[lang]) for call in home.calls if call.number in known]
    every = chosen or [(number, one.what[lang]) for number, one in known.items()]
    return tuple(CallView(number, href(number), say) for number, say in every)


def _tiles(spot: Spot, home: HomePage) -> Iterator[TileView]:
    for tile in home.tiles:
        if spot.has(tile.place):
            yield TileView(tile.drawing, Link(tile.say[spot.words.lang], spot.to(tile.place)))


def _figures(spot: Spot, home: HomePage) -> Iterator[FigureAtAGlance]:
    for one in home.figures:
        figure = spot.library.data.figures.get(one.figure)
        value = _value(figure, one, spot.words) if figure else ""
        if figure and value and spot.has(one.place):
            source = figure.source_of(figure.series[one.series - 1], one.column - 1)
            yield FigureAtAGlance(
                value=value,
                say=one.say[spot.words.lang],
                source=cited(source, spot.lang, spot.words),
                href=spot.to(one.place),
            )


def _value(figure: Figure, one: HomeFigure, text: Words) -> str:
    """The number as people write it, with its unit; "" where there is none."""
    series = figure.series[one.series - 1 : one.series]
    values = series[0].values[one.column - 1 : one.column] if series else []
    if not values or values[0] is None:
        return ""
    number, unit = written_number(values[0], text, grouped=True), figure.unit[text.lang]
    if unit.startswith("%"):
        return text.say("percent", number=number) + unit[1:]
    return f"{number} {unit}"


def _findings(spot: Spot, home: HomePage) -> Iterator[FindingAtAGlance]:
    known = {one.id: (document, one) for document, one in every_recommendation(spot.library.data.recommendations)}
    yield from (_finding(spot, *known[name]) for name in home.findings if name in known)


def _named_sources(document: UnDocument, numbers: list[int]) -> str:
    named = (f"{one.publisher} ({one.symbol})" if one.symbol else one.publisher for one in document.sources_of(numbers))
    return "; ".join(dict.fromkeys(named))


def _finding(spot: Spot, document: UnDocument, found: Recommendation) -> FindingAtAGlance:
    lang, answer = spot.words.lang, found.answer
    place = next(iter(shown_at(document)), "")
    known = spot.library.data.conventions.get(document.mechanism)
    name = known.short[lang] if known else document.mechanism.upper()
    return FindingAtAGlance(
        finding=found.told[lang],
        finding_source=_named_sources(document, found.sources),
        answer=answer.told[lang] if answer else "",
        answer_source=_named_sources(document, answer.sources) if answer else "",
        all=Link(name, f"{spot.to(place)}#{FINDINGS_ANCHOR}") if spot.has(place) else None,
    )
