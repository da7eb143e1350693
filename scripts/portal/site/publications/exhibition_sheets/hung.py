"""The sheets of an exhibition: a panel each, with what it shows, its sources, a code that leads to it."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from portal.content.fronts.exhibitions import Exhibition, ExhibitionPanel
from portal.content.sources import Source
from portal.content.stories import Story
from portal.site.pages.of_kind.exhibition import HungSide, panel_anchor, paragraphs, sides_of
from portal.site.publications.drawn import code_address
from portal.site.publications.exhibition_sheets.hung_charts import SheetChart, sheet_chart
from portal.site.publications.said import CarriedLines
from portal.site.site import Site

_HUES: Final = 3
_LARGE_ROOM: Final = 990
"""Points of the width a large number has; a digit is so many shares of its height wide."""
_DIGIT: Final = 0.66
_LARGEST: Final = 330


@dataclass(frozen=True)
class HungSheet:
    """A sheet: its place in the order, its words; one of a drawing as a data address, a chart, a large number,
    `large_size` points high; the sources it rests on, one a line; the code that leads to the panel. `index` counts from
    0, as lines of files do; `hue` is one of a few colours."""

    index: int
    hue: int
    number: str
    shown: str
    title: str
    text: tuple[str, ...]
    picture: str
    alt: str
    chart: SheetChart | None
    large: str
    large_size: int
    sides: tuple[HungSide, ...]
    sources: tuple[str, ...]
    code: str
    code_label: str
    url: str


def hung_sheets(site: Site, story: Story, carried: CarriedLines, scene: Callable[[str], str]) -> tuple[HungSheet, ...]:
    """Every sheet of an exhibition, none of another page; `scene` gives a drawing by its name."""
    front = story.front
    return tuple(_sheets(site, story, front, carried, scene)) if isinstance(front, Exhibition) else ()


def _sheets(
    site: Site, story: Story, front: Exhibition, carried: CarriedLines, scene: Callable[[str], str]
) -> Iterator[HungSheet]:
    text, count = site.words(story.lang), len(front.panels)
    for number, panel in enumerate(front.panels, 1):
        url = f"{carried.url}#{panel_anchor(number)}"
        yield HungSheet(
            index=number - 1,
            hue=(number - 1) % _HUES,
            number=f"{number}/{count}",
            shown=text.say("exhibition.shown", number=number, count=count, title=front.title),
            title=panel.title,
            text=paragraphs(panel.text),
            picture=scene(panel.drawing) if panel.drawing else "",
            alt=panel.alt or "",
            chart=sheet_chart(site.library.data.figures.get(panel.figure or ""), bool(panel.sides), text),
            large=panel.large or "",
            large_size=min(_LARGEST, round(_LARGE_ROOM / (_DIGIT * max(1, len(panel.large or ""))))),
            sides=sides_of(panel),
            sources=tuple(dict.fromkeys(source_named(one) for one in _sources(site, front, panel))),
            code=code_address(site.settings.house, url),
            code_label=text.say("exhibition.code", number=number),
            url=url.split("://", 1)[-1],
        )


def _sources(site: Site, front: Exhibition, panel: ExhibitionPanel) -> Iterator[Source]:
    figure = site.library.data.figures.get(panel.figure or "")
    yield from figure.sources if figure else ()
    yield from (one for _, one in front.sources_of(panel))


def source_named(source: Source) -> str:
    """A source as paper names it: without a title in a script that our letters do not have."""
    symbol = f" ({source.symbol})" if source.symbol else ""
    is_latin = not any(unicodedata.category(letter) == "Lo" for letter in source.title)
    return f"{source.title}{symbol}. {source.publisher}." if is_latin else f"{source.publisher}{symbol}."
