"""A figure inside a text: its chart, where its numbers come from, what of it can be taken along."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.content.known.communes import Commune
from portal.content.known.figures import Figure
from portal.language.made_files import DATA_FOLDER
from portal.language.words import Words
from portal.language.written import written_day
from portal.site.drawings.charts import Chart, chart
from portal.site.drawings.pictured import picture_path
from portal.site.drawings.tiles import TileMap, tile_map
from portal.site.pages.page import Page
from portal.site.values import Cited, cited


@dataclass(frozen=True)
class FigureView:
    """What the template of a figure receives. `data` and `picture` lead to its numbers as CSV and to its picture;
    `map` is None where the figure is of no commune."""

    chart: Chart
    map: TileMap | None
    sources: tuple[Cited, ...]
    data: str
    picture: str
    citation: str


def figure_view(figure: Figure, communes: Mapping[str, Commune], page: Page, text: Words) -> FigureView:
    """A figure on a page, in the words around or of its text."""
    return FigureView(
        chart=chart(figure, text),
        map=tile_map(communes.values(), figure.values_by_place(), text),
        sources=tuple(cited(source, page.lang, text) for source in figure.sources),
        data=f"{page.root}{DATA_FOLDER}/{figure.id}.{text.lang}.csv",
        picture=f"{page.root}{picture_path(figure.id, text.lang)}",
        citation=_citation(figure, page, text),
    )


def _citation(figure: Figure, page: Page, text: Words) -> str:
    """How to cite the figure: what, who shows it, whose numbers, read when, where."""
    said = {
        "title": figure.title[text.lang],
        "portal": text.say("site_name"),
        "publisher": "; ".join(dict.fromkeys(source.publisher for source in figure.sources)),
        "url": f"{page.head.canonical}#hinh-{figure.id}",
    }
    read = figure.source.accessed
    if read is None:
        return text.say("figure_cited_open", **said)
    return text.say("figure_cited", day=written_day(read, text), **said)
