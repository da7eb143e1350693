"""A figure inside a text: its chart, where its numbers come from, where they can be taken from."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.known.figures import Figure
from portal.language.words import Words
from portal.site.addresses import DATA_FOLDER
from portal.site.drawings.charts import Chart, chart
from portal.site.pages.page import Page
from portal.site.values import Cited, cited


@dataclass(frozen=True)
class FigureView:
    """What the template of a figure receives: every source of its numbers, how the portal worked some of them out;
    `data` leads to its numbers as CSV."""

    chart: Chart
    sources: tuple[Cited, ...]
    derived: tuple[str, ...]
    data: str


def figure_view(figure: Figure, page: Page, text: Words) -> FigureView:
    """A figure on a page, in the words around or of its text."""
    data = f"{page.root}{DATA_FOLDER}/{figure.id}.{text.lang}.csv"
    sources = tuple(cited(source, page.lang) for source in figure.sources)
    return FigureView(chart(figure, text), sources, tuple(_derived(figure, text)), data)


def _derived(figure: Figure, text: Words) -> Iterator[str]:
    """ "Poor, 2023: 36.97 − 11.29" for each number that no source gives."""
    for series in figure.series:
        for index, column in enumerate(figure.columns):
            origin = series.origin(index)
            if origin and origin.derived:
                yield f"{series.name[text.lang]}, {column[text.lang]}: {origin.derived[text.lang]}"
