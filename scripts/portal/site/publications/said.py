"""What a print product says: the fields written for it, and what each carries of its page, its owner and its day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final

from portal.content.front_matter import PrintedFront
from portal.content.fronts.exhibitions import Exhibition
from portal.content.fronts.taught import Taught
from portal.content.printed import LeafletPanel
from portal.content.stories import Story
from portal.language.words import Words
from portal.language.written import written_day
from portal.site.addresses import address
from portal.site.blocks.contact import owner_rows
from portal.site.site import Site

_POINT: Final = "- "


@dataclass(frozen=True)
class PanelPart:
    """A paragraph of a panel, or the points of a list."""

    is_list: bool
    rows: tuple[str, ...]


@dataclass(frozen=True)
class PanelView:
    """A panel: its heading and its parts; `number` counts from 1."""

    number: int
    heading: str
    parts: tuple[PanelPart, ...]


@dataclass(frozen=True)
class CalledNumber:
    """A number printed large, and who answers it."""

    say: str
    number: str
    who: str


@dataclass(frozen=True)
class CarriedLines:
    """What every product carries: the portal's name, the page's address as it is typed and whole, the lines about its
    day, owner, sources and licence, and the mark of a draft, "" once the owner has approved."""

    portal: str
    read_on: str
    shown: str
    url: str
    lines: tuple[str, ...]
    draft: str


@dataclass(frozen=True)
class PrintedPage:
    """All the words of a page's products in one language. `headline` stands on top of each: the poster's, or the
    page's own title."""

    lang: str
    title: str
    headline: str
    banner: str
    lines: tuple[str, ...]
    call: CalledNumber | None
    panels: tuple[PanelView, ...]
    carried: CarriedLines


def printed_page(site: Site, story: Story) -> PrintedPage | None:
    """What a story says on paper; None where it has no words for that, or was taken back."""
    front, text = story.front, site.words(story.lang)
    if isinstance(front, Taught | Exhibition):
        return PrintedPage(story.lang, front.title, front.title, "", (), None, (), _carried(site, story, text))
    if not isinstance(front, PrintedFront) or story.withdrawn:
        return None
    if not (front.banner or front.poster or front.leaflet):
        return None
    poster = front.poster
    return PrintedPage(
        lang=story.lang,
        title=front.title,
        headline=poster.headline if poster else front.title,
        banner=front.banner or "",
        lines=tuple(poster.lines) if poster else (),
        call=_call(site, poster.call if poster else None, text),
        panels=tuple(_panel(*one) for one in enumerate(front.leaflet.panels if front.leaflet else (), 1)),
        carried=_carried(site, story, text),
    )


def _panel(number: int, panel: LeafletPanel) -> PanelView:
    return PanelView(number, panel.heading, tuple(_parts(panel.text)))


def _parts(text: str) -> Iterator[PanelPart]:
    """Rows as they are written; points that stand together are one list."""
    points: list[str] = []
    for row in (row.strip() for row in text.split("\n") if row.strip()):
        if row.startswith(_POINT):
            points.append(row.removeprefix(_POINT).strip())
            continue
        if points:
            yield PanelPart(True, tuple(points))
            points = []
        yield PanelPart(False, (row,))
    if points:
        yield PanelPart(True, tuple(points))


def _call(site: Site, number: str | None, text: Words) -> CalledNumber | None:
    known = site.library.data.numbers.get(number or "")
    return CalledNumber(text.say("print.call"), known.number, known.what[text.lang]) if known else None


def _carried(site: Site, story: Story, text: Words) -> CarriedLines:
    where = address(story.lang, story.place)
    url = site.absolute(where)
    return CarriedLines(
        portal=text.say("site_name"),
        read_on=text.say("print.read_on"),
        shown=url.split("://", 1)[-1].rstrip("/"),
        url=url,
        lines=tuple(_lines(site, story, text)),
        draft="" if site.approved else text.say("draft"),
    )


def _lines(site: Site, story: Story, text: Words) -> Iterator[str]:
    if story.front.changed:
        yield text.say("print.day", day=written_day(story.front.changed, text))
    if count := len(story.front.references):
        yield text.say("print.sources", count=count)
    rows = {row.label: row.value for row in owner_rows(site.owner, text)}
    for name in ("name", "content_licence"):
        label = text.label("owner", name)
        yield text.say("print.fact", label=label, value=rows[label] or text.say("missing"))


def shared_panels(panels: Sequence[PanelView], columns: Sequence[float], row: int) -> tuple[tuple[PanelView, ...], ...]:
    """Panels in their order shared among columns, so that the tallest, by its share of room, is as low as can be; a
    column's row has about so many letters."""
    heights = [_rows(one, row) for one in panels]

    def fullest(cuts: tuple[int, ...]) -> float:
        return max(sum(heights[start:end]) / room for (start, end), room in zip(pairwise(cuts), columns, strict=True))

    edges = min(((0, *cuts, len(panels)) for cuts in _cuts(len(panels), len(columns))), key=fullest, default=())
    return tuple(tuple(panels[start:end]) for start, end in pairwise(edges))


def _cuts(count: int, columns: int, start: int = 1) -> Iterator[tuple[int, ...]]:
    """Every way to cut a row of so many panels into columns none of which is empty."""
    if columns == 1:
        yield ()
        return
    for cut in range(start, count - columns + 2):
        for rest in _cuts(count, columns - 1, cut + 1):
            yield (cut, *rest)


def _rows(panel: PanelView, row: int) -> float:
    """How high a panel is, in rows: headings are larger, and there is room below it and between its parts."""
    heading = ceil(len(panel.heading) * 1.25 / row) * 1.05
    rows = sum(ceil(len(one) / row) for part in panel.parts for one in part.rows)
    return heading + rows + 0.8 + 0.2 * len(panel.parts)
