"""Texts and lines whose articles lead to where they are told."""

from functools import partial

from portal.content.stories import Story
from portal.language.locales import LANGUAGES
from portal.site.documents.citations import text_around
from portal.site.documents.recognised import as_links
from portal.site.finishing.texts import line_of
from portal.site.links import way_to_part
from portal.site.spot import Spot


def with_parts(spot: Spot, html: str) -> str:
    """The HTML of a page's text, each article of a known document a link to it. What stands in no file stays."""
    story = spot.library.read_in(spot.lang, spot.place)
    return next(iter(_linked(spot, story, (html,), False))) if story and story.document.path else html


def lines_of(spot: Spot, story: Story, lines: list[str], whole: bool = False) -> tuple[str, ...]:
    """Sentences of a field as HTML with these links; with `whole` names of documents lead to their pages too."""
    return _linked(spot, story, tuple(map(line_of, lines)), whole)


def _linked(spot: Spot, story: Story, texts: tuple[str, ...], whole: bool) -> tuple[str, ...]:
    documents = spot.site.documents
    if story.lang not in LANGUAGES or not documents.known:
        return texts
    reader, stands = documents.reader(story.lang), text_around(story, documents.known)
    return tuple(as_links(reader.pieces(html, stands), partial(way_to_part, spot), whole) for html in texts)
