"""What the press may use: charts with the snippets that embed them, drawings, logos, share cards; the licence."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.language import vocabulary
from portal.language.made_files import DATA_FOLDER
from portal.language.places import front_of
from portal.site.drawings.chart_pictures import PICTURE_WIDTH
from portal.site.drawings.chart_svg import CHART_GROUNDS, DRAWN_WIDE
from portal.site.drawings.pictured import picture_path
from portal.site.drawings.scenes import light_path
from portal.site.drawings.share_cards import card_path
from portal.site.dress.marks import MARK_PATH
from portal.site.open_release import licence_of, licence_url
from portal.site.press.embedded import EmbeddedFigure, embedded_figure
from portal.site.spot import Spot
from portal.site.values import FactRow, Link


@dataclass(frozen=True)
class FigureToEmbed:
    """A figure: how it looks, its files, the words in its place, the snippet and what its field is called; `page` draws
    it, None where none does."""

    id: str
    finding: str
    size: str
    svg: str
    files: tuple[Link, ...]
    page: Link | None
    alt: str
    label: str
    snippet: str
    rows: int


@dataclass(frozen=True)
class PictureToUse:
    """A drawing: its name in overrides/drawings/, what it is called, the words in its place, its file."""

    name: str
    title: str
    alt: str
    file: Link


@dataclass(frozen=True)
class PressPicturesBlock:
    """All that may be used. `owner_logo` is where the owner gives its logo, None until it says so."""

    licence: str
    licence_url: str | None
    owner_logo: str | None
    mark: Link
    figures: tuple[FigureToEmbed, ...]
    drawings: tuple[PictureToUse, ...]
    cards: tuple[FactRow, ...]


def press_pictures_block(spot: Spot) -> PressPicturesBlock:
    """What may be used, in the reader's language."""
    site, text = spot.site, spot.words
    licence = licence_of(site, text.lang)
    said = text.say("press.licence", licence=licence) if licence else text.say("press.licence_missing")
    return PressPicturesBlock(
        licence=said,
        licence_url=licence_url(site),
        owner_logo=site.owner.logo if site.owner else None,
        mark=Link(text.say("press.portal_mark"), f"{spot.root}{MARK_PATH}"),
        figures=tuple(_figures(spot)),
        drawings=tuple(_drawings(spot)),
        cards=tuple(_cards(spot)),
    )


def _figures(spot: Spot) -> Iterator[FigureToEmbed]:
    for figure in spot.library.data.figures.values():
        made = embedded_figure(spot.site, spot.site.drawn_on, figure, spot.words.lang)
        said = {"wide": DRAWN_WIDE, "high": made.drawing.high}
        yield FigureToEmbed(
            id=made.id,
            finding=made.finding,
            size=spot.words.say("press.size", **said),
            svg=made.drawing.svg,
            files=tuple(_files(spot, made)),
            page=_page(spot, made),
            alt=made.alt,
            label=spot.words.say("press.snippet", title=made.finding),
            snippet=made.snippet,
            rows=made.snippet.count("\n") + 1,
        )


def _files(spot: Spot, made: EmbeddedFigure) -> Iterator[Link]:
    say, lang = spot.words.say, spot.words.lang
    for ground in CHART_GROUNDS:
        yield Link(say(f"press.{ground or 'light'}"), f"{spot.root}{made.paths[ground]}")
    yield Link(say("press.png", wide=PICTURE_WIDTH), f"{spot.root}{picture_path(made.id, lang)}")
    yield Link(say("press.csv"), f"{spot.root}{DATA_FOLDER}/{made.id}.{lang}.csv")


def _page(spot: Spot, made: EmbeddedFigure) -> Link | None:
    places = spot.site.drawn_on.get((spot.words.lang, made.id), ())
    return Link(spot.words.say("press.shown_on"), f"{spot.root}{made.page}") if places else None


def _drawings(spot: Spot) -> Iterator[PictureToUse]:
    facts, text = spot.library.data.conventions, spot.words
    for code in vocabulary.CONVENTIONS:
        if code in facts:
            alt, file = text.label("press.drawing_alts", code), Link("SVG", f"{spot.root}{light_path(code)}")
            yield PictureToUse(code, facts[code].name[text.lang], alt, file)


def _cards(spot: Spot) -> Iterator[FactRow]:
    """The cards of the five themes by their whole addresses: a copy of the site for sticks has none."""
    for theme in vocabulary.THEMES:
        place = front_of(theme)
        if spot.has(place):
            card = card_path(spot.words.lang, place)
            yield FactRow(spot.words.label("sections", theme), spot.site.absolute(card))
