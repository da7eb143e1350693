"""A figure inside a text: its chart, where its numbers come from, where they can be taken from."""

from dataclasses import dataclass

from portal.content.known.figures import Figure
from portal.language.words import Words
from portal.site.addresses import DATA_FOLDER
from portal.site.drawings.charts import Chart, chart
from portal.site.pages.page import Page
from portal.site.values import Cited, cited


@dataclass(frozen=True)
class FigureView:
    """What the template of a figure receives; `data` leads to its numbers as CSV."""

    chart: Chart
    source: Cited
    data: str


def figure_view(figure: Figure, page: Page, text: Words) -> FigureView:
    """A figure on a page, in the words around or of its text."""
    data = f"{page.root}{DATA_FOLDER}/{figure.id}.{text.lang}.csv"
    return FigureView(chart(figure, text), cited(figure.source, page.lang), data)
