"""A figure as a picture to take along: what it holds, where it stands in the site."""

from portal.content.known.figures import Figure
from portal.language.made_files import DATA_FOLDER
from portal.language.words import Words
from portal.site.drawings.chart_pictures import ChartPicture
from portal.site.drawings.charts import chart


def picture_path(figure: str, lang: str) -> str:
    """Where the picture of a figure stands in the site: du-lieu/tre-thap-coi.vi.png."""
    return f"{DATA_FOLDER}/{figure}.{lang}.png"


def chart_picture(figure: Figure, text: Words, approved: bool) -> ChartPicture:
    """A figure as a picture in the language of `text`, with what must not be parted from it."""
    named = "; ".join(f"{source.title} ({source.publisher})" for source in figure.sources)
    return ChartPicture(
        chart=chart(figure, text),
        source=f"{text.say('figure_source')}: {named}",
        portal=text.say("site_name"),
        notice="" if approved else text.say("draft"),
    )
