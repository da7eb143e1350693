"""What an exhibition shows: its panels one by one with their ways on, what can be printed, a view all around."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.fronts.exhibitions import Exhibition, ExhibitionPanel
from portal.content.stories import Story
from portal.site.blocks.listed.publications import ProductView, printed_of
from portal.site.drawings.charts import Chart, chart
from portal.site.pages.of_kind.around import ViewAround, view_around
from portal.site.spot import Spot
from portal.site.values import Cited, Link, cited


@dataclass(frozen=True)
class PanelChart:
    """The figure of a panel: its chart, and where its numbers come from."""

    chart: Chart
    sources: tuple[Cited, ...]


@dataclass(frozen=True)
class PanelSource:
    """A source of a panel: its number in the page's list, its title."""

    number: int
    title: str


@dataclass(frozen=True)
class HungSide:
    """One of two things side by side."""

    title: str
    text: str


@dataclass(frozen=True)
class HungPanel:
    """A panel as it hangs: `anchor` is its address on the page, `number` says which of how many; it shows one thing: a
    drawing by its name, a figure, or `large`, a number as people write it. `before` and `after` are the anchors of its
    neighbours, "" at the ends."""

    anchor: str
    number: str
    title: str
    text: tuple[str, ...]
    drawing: str
    alt: str
    figure: PanelChart | None
    large: str
    sides: tuple[HungSide, ...]
    sources: tuple[PanelSource, ...]
    more: Link | None
    before: str
    after: str


@dataclass(frozen=True)
class ExhibitionView:
    """An exhibition. `downloads` are its sheets, none where nothing was printed."""

    count: str
    panels: tuple[HungPanel, ...]
    around: ViewAround | None
    downloads: tuple[ProductView, ...]


def exhibition_view(spot: Spot, story: Story, front: Exhibition) -> ExhibitionView:
    """An exhibition in the words of its frame."""
    return ExhibitionView(
        count=spot.words.say("exhibition.count", count=len(front.panels)),
        panels=tuple(_panels(spot, story, front)),
        around=view_around(spot, story, front.panorama) if front.panorama else None,
        downloads=printed_of(spot, story.lang, story.place),
    )


def panel_anchor(number: int) -> str:
    """The address of a panel on its page, counted from 1."""
    return f"tam-{number}"


def _panels(spot: Spot, story: Story, front: Exhibition) -> Iterator[HungPanel]:
    count = len(front.panels)
    for number, panel in enumerate(front.panels, 1):
        yield HungPanel(
            anchor=panel_anchor(number),
            number=spot.words.say("exhibition.number", number=number, count=count),
            title=panel.title,
            text=paragraphs(panel.text),
            drawing=panel.drawing or "",
            alt=panel.alt or "",
            figure=_figure(spot, story, panel),
            large=panel.large or "",
            sides=sides_of(panel),
            sources=tuple(PanelSource(number, one.title) for number, one in front.sources_of(panel)),
            more=_more(spot, panel),
            before=panel_anchor(number - 1) if number > 1 else "",
            after=panel_anchor(number + 1) if number < count else "",
        )


def sides_of(panel: ExhibitionPanel) -> tuple[HungSide, ...]:
    """The two sides of a panel; none where it has none."""
    return tuple(HungSide(side.title, side.text) for side in panel.sides)


def paragraphs(text: str) -> tuple[str, ...]:
    """The rows of a text as they are written."""
    return tuple(row.strip() for row in text.split("\n") if row.strip())


def _figure(spot: Spot, story: Story, panel: ExhibitionPanel) -> PanelChart | None:
    figure = spot.library.data.figures.get(panel.figure or "")
    if figure is None:
        return None
    text = spot.site.words(story.lang)
    return PanelChart(chart(figure, text), tuple(cited(one, story.lang, text) for one in figure.sources))


def _more(spot: Spot, panel: ExhibitionPanel) -> Link | None:
    if not panel.page or not spot.has(panel.page):
        return None
    link = spot.link(panel.page)
    return Link(spot.words.say("exhibition.more", title=link.title), link.href)
