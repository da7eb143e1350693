"""A figure for somebody else's page: its picture at an address of its own, and the few lines of HTML that show it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import escape

from portal.content.known.figures import Figure
from portal.language.locales import LANGUAGES
from portal.language.made_files import DATA_FOLDER
from portal.language.places import HOME
from portal.language.words import Words
from portal.reading.keeping.kept_values import worked_out
from portal.site.addresses import address
from portal.site.drawings.chart_pictures import ChartPicture
from portal.site.drawings.chart_svg import (
    CHART_GROUNDS,
    DRAWN_WIDE,
    ChartDrawing,
    DrawnGround,
    chart_alternative,
    chart_drawing,
)
from portal.site.drawings.pictured import chart_picture
from portal.site.files.output import Output, text_output
from portal.site.press.shown_on import ShownOn
from portal.site.site import Site


@dataclass(frozen=True)
class EmbeddedFigure:
    """A figure as others show it, in one language. `paths` are those of its drawings in the site by their grounds;
    `page` is the address of the page that draws it, with the place on it."""

    id: str
    finding: str
    alt: str
    drawing: ChartDrawing
    paths: dict[str, str]
    page: str
    snippet: str


def embedded_figure(site: Site, drawn_on: ShownOn, figure: Figure, lang: str) -> EmbeddedFigure:
    """The figure with the snippet that shows it on any page."""
    picture = chart_picture(figure, site.words(lang), site.approved)
    drawing = chart_drawing(picture, CHART_GROUNDS[""])
    paths = {ground: chart_path(figure.id, lang, ground) for ground in CHART_GROUNDS}
    places = drawn_on.get((lang, figure.id), ())
    page = address(lang, places[0]) + f"#hinh-{figure.id}" if places else address(lang, HOME)
    chart = picture.chart
    return EmbeddedFigure(
        id=figure.id,
        finding=chart.finding,
        alt=chart_alternative(chart),
        drawing=drawing,
        paths=paths,
        page=page,
        snippet=_snippet(site, figure, lang, page, drawing.high),
    )


def chart_path(figure: str, lang: str, ground: str) -> str:
    """Where the drawing of a figure stands in the site: du-lieu/tre-thap-coi.vi.svg, on dark .vi.dark.svg."""
    return f"{DATA_FOLDER}/{'.'.join(filter(None, (figure, lang, ground)))}.svg"


def chart_files(site: Site) -> Iterator[Output]:
    """The drawing of every figure, in each language that has words, on each ground."""
    for figure in site.library.data.figures.values():
        for lang in LANGUAGES:
            picture = chart_picture(figure, site.words(lang), site.approved)
            for name, ground in CHART_GROUNDS.items():
                path = chart_path(figure.id, lang, name)
                svg = _drawn(picture, ground)
                yield text_output(path, partial(str, svg), svg, f"data/figures/{figure.id}.yml")


def _drawn(picture: ChartPicture, ground: DrawnGround) -> str:
    """The drawing, kept from one build to the next: fitting its words into lines takes longest."""
    return worked_out("chart", (picture, ground), lambda: chart_drawing(picture, ground).svg)


def _snippet(site: Site, figure: Figure, lang: str, page: str, high: int) -> str:
    """No script, no frame: a picture that leads to its page, and a line that says whose the numbers are. The page it
    stands on is not told to the portal. Without a style of its own a picture would not give way on a phone."""
    text, light, dark = site.words(lang), chart_path(figure.id, lang, ""), chart_path(figure.id, lang, "dark")
    picture = chart_picture(figure, text, site.approved)
    alt, to = escape(chart_alternative(picture.chart)), escape(site.absolute(page))
    return (
        f'<figure lang="{lang}">\n'
        f'<a href="{to}"><picture>\n'
        f'<source media="(prefers-color-scheme: dark)" srcset="{escape(site.absolute(dark))}">\n'
        f'<img src="{escape(site.absolute(light))}" width="{DRAWN_WIDE}" height="{high}" loading="lazy" '
        f'referrerpolicy="no-referrer" style="max-width:100%;height:auto" alt="{alt}">\n'
        f"</picture></a>\n"
        f"<figcaption>{_caption(site, figure, to, text)}</figcaption>\n"
        f"</figure>"
    )


def _caption(site: Site, figure: Figure, page: str, text: Words) -> str:
    named = "; ".join(
        f'<a href="{escape(source.url)}">{escape(source.publisher)}</a>' if source.url else escape(source.publisher)
        for source in figure.sources
    )
    portal = text.say("site_name")
    said = portal if site.approved else text.say("press.embedded_draft", portal=portal, draft=text.say("draft"))
    whose = text.say("press.embedded_source", sources=named)
    return f'{whose} <a href="{page}">{text.say("press.embedded_by", portal=escape(said))}</a>'
