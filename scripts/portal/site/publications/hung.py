"""The sheets of an exhibition: a panel each, with its drawing, figure or number, its sources, a code that leads to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portal.content.exhibitions import Exhibition, ExhibitionPanel, PanelSide
from portal.content.sources import Source
from portal.content.stories import Story
from portal.language.words import Words
from portal.site.drawings.charts import Cluster, bar_groups
from portal.site.pages.exhibition import panel_anchor, paragraphs
from portal.site.publications.drawn import code_address
from portal.site.publications.said import CarriedLines
from portal.site.site import Site


@dataclass(frozen=True)
class SheetChart:
    """A figure on paper: always bars, which are read from afar; `has_series` where each group has more than one."""

    finding: str
    subject: str
    groups: tuple[Cluster, ...]
    has_series: bool
    note: str


@dataclass(frozen=True)
class HungSheet:
    """A sheet: its place in the order, its words; one of a drawing as a data address, a chart, a large number; the
    sources it rests on, one a line; the code that leads to the panel. `index` counts from 0, as lines of files do."""

    index: int
    number: str
    shown: str
    title: str
    text: tuple[str, ...]
    picture: str
    alt: str
    chart: SheetChart | None
    large: str
    sides: tuple[PanelSide, ...]
    sources: tuple[str, ...]
    code: str
    code_label: str
    url: str


def hung_sheets(
    site: Site, story: Story, front: Exhibition, carried: CarriedLines, scene: Callable[[str], str]
) -> tuple[HungSheet, ...]:
    """Every sheet of an exhibition; `scene` gives a drawing by its name."""
    return tuple(_sheets(site, story, front, carried, scene))


def _sheets(
    site: Site, story: Story, front: Exhibition, carried: CarriedLines, scene: Callable[[str], str]
) -> Iterator[HungSheet]:
    text, count = site.words(story.lang), len(front.panels)
    for number, panel in enumerate(front.panels, 1):
        url = f"{carried.url}#{panel_anchor(number)}"
        yield HungSheet(
            index=number - 1,
            number=f"{number}/{count}",
            shown=text.say("exhibition.shown", number=number, count=count, title=front.title),
            title=panel.title,
            text=paragraphs(panel.text),
            picture=scene(panel.drawing) if panel.drawing else "",
            alt=panel.alt or "",
            chart=_chart(site, panel, text),
            large=panel.large or "",
            sides=tuple(panel.sides),
            sources=tuple(dict.fromkeys(_named(one) for one in _sources(site, front, panel))),
            code=code_address(site.settings.house, url),
            code_label=text.say("exhibition.code", number=number),
            url=url.split("://", 1)[-1],
        )


def _chart(site: Site, panel: ExhibitionPanel, text: Words) -> SheetChart | None:
    figure = site.library.data.figures.get(panel.figure or "")
    if figure is None:
        return None
    subject = f"{figure.title[text.lang]} ({figure.unit[text.lang]})"
    note = figure.note[text.lang] if figure.note else ""
    groups = bar_groups(figure, text)
    return SheetChart(figure.finding[text.lang], subject, groups, len(figure.series) > 1, note)


def _sources(site: Site, front: Exhibition, panel: ExhibitionPanel) -> Iterator[Source]:
    figure = site.library.data.figures.get(panel.figure or "")
    yield from figure.sources if figure else ()
    yield from (front.references[number - 1] for number in panel.sources)


def _named(source: Source) -> str:
    symbol = f" ({source.symbol})" if source.symbol else ""
    return f"{source.title}{symbol}. {source.publisher}."
