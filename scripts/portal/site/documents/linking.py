"""Texts and lines whose articles lead to where they are told."""

from portal.content.stories import Story
from portal.language.locales import LANGUAGES
from portal.site.documents.citations import around
from portal.site.documents.recognised import linked
from portal.site.finishing.texts import line_of
from portal.site.spot import Spot


def with_parts(spot: Spot, html: str) -> str:
    """The HTML of a page's text, each article of a known document a link to it. What stands in no file stays."""
    site, story = spot.site, spot.library.read_in(spot.lang, spot.place)
    if story is None or not story.document.path or story.lang not in LANGUAGES or not site.documents:
        return html
    return linked(site.recogniser(story.lang).pieces(html, around(story, site.documents)), spot.to_part)


def lines_of(spot: Spot, story: Story, lines: list[str], whole: bool = False) -> tuple[str, ...]:
    """Sentences of a field as HTML with these links; with `whole` names of documents lead to their pages too."""
    made = tuple(map(line_of, lines))
    if story.lang not in LANGUAGES or not spot.site.documents:
        return made
    reader, stands = spot.site.recogniser(story.lang), around(story, spot.site.documents)
    return tuple(linked(reader.pieces(line, stands), spot.to_part, whole) for line in made)
