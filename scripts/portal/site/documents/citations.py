"""Which pages rest on which part of which document: by their texts, their sources, what they say they are about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from portal.content.front_matter import Front, StoryFront
from portal.content.fronts.lessons import Lesson
from portal.content.fronts.steps import SAID_IN_LINES, Steps
from portal.content.fronts.units import Unit
from portal.content.kinds import ConventionPage
from portal.content.known.quizzes import named_part
from portal.content.library import Library
from portal.content.rules.links import place_of
from portal.content.stories import Story
from portal.language.locales import LANGUAGES
from portal.language.places import PLAN_SECTION, document_of_place
from portal.reading.keeping.kept_values import worked_out
from portal.reading.markdown.reach import reach_of
from portal.reading.markdown.text import text_of
from portal.site.documents.known import KnownDocument
from portal.site.documents.recognised import FRONT, Around, Recogniser
from portal.site.finishing.texts import line_of

CitedParts = Mapping[tuple[str, str], tuple[str, ...]]
"""The places that rest on a part, by (document, part); the part is FRONT for a document as a whole."""


def cited_parts(library: Library, documents: Mapping[str, KnownDocument], lang: str) -> CitedParts:
    """What the pages of a language rest on. A page that rests on a part rests on its document."""
    found = defaultdict[tuple[str, str], dict[str, None]](dict)
    readers = {code: Recogniser(documents, code) for code in LANGUAGES}
    for place in library.places if documents else ():
        story = library.read_in(lang, place)
        if story and story.document.path and not story.withdrawn:
            for document, part in _kept_cited(story, documents, readers.get(story.lang)):
                found[document, part][place] = found[document, FRONT][place] = None
    return {key: tuple(places) for key, places in found.items()}


def _kept_cited(
    story: Story, documents: Mapping[str, KnownDocument], reader: Recogniser | None
) -> Iterable[tuple[str, str]]:
    """What a page rests on, taken from a run before where neither it nor a document is another."""
    made_from = (story.document.path, documents, story.front, story.document.body)
    return worked_out("cited", made_from, lambda: list(dict.fromkeys(_cited(story, documents, reader))))


def text_around(story: Story, documents: Mapping[str, KnownDocument]) -> Around:
    """What the text of a page stands in."""
    front, own = story.front, ""
    if isinstance(front, ConventionPage) and front.conventions[0] in documents:
        own = front.conventions[0]
    elif story.section == PLAN_SECTION:
        own = next((one.id for one in documents.values() if one.told.kind == "plan"), "")
    numbered = {str(number): source for number, source in enumerate(front.references, 1)}
    sources = {
        number: next((one.id for one in documents.values() if one.is_source(source)), "")
        for number, source in numbered.items()
    }
    laws = frozenset(number for number, source in numbered.items() if source.type == "law")
    return Around(sources, laws, own)


def _cited(
    story: Story, documents: Mapping[str, KnownDocument], reader: Recogniser | None
) -> Iterator[tuple[str, str]]:
    stands, front = text_around(story, documents), story.front
    yield from ((name, FRONT) for name in (*front.laws, *stands.sources.values()) if name in documents)
    for code, articles in front.articles.items() if isinstance(front, StoryFront) else ():
        if code in documents:
            yield from ((code, f"dieu-{n}") for n in articles if f"dieu-{n}" in documents[code].parts)
    yield from _linked(story, documents)
    yield from _of_lesson(front, documents)
    yield from _of_unit(front, documents)
    lines = [line for name in SAID_IN_LINES for line in getattr(front, name)] if isinstance(front, Steps) else []
    if reader:
        for html in (text_of(story.document.body).html, *map(line_of, lines)):
            yield from ((one.document, one.part) for one in reader.pieces(html, stands) if one.part)


def _of_lesson(front: Front, documents: Mapping[str, KnownDocument]) -> Iterator[tuple[str, str]]:
    """The articles that a lesson has cards of."""
    if isinstance(front, Lesson) and front.convention in documents:
        told = documents[front.convention].parts
        parts = (f"dieu-{card.article}" for card in front.cards)
        yield from ((front.convention, part) for part in parts if part in told)


def _of_unit(front: Front, documents: Mapping[str, KnownDocument]) -> Iterator[tuple[str, str]]:
    """The parts that answer the cases of a unit."""
    for case in front.cases if isinstance(front, Unit) else ():
        document = documents.get(case.law.document or "")
        part = named_part(document.told, case.law.part or "") if document else None
        if document and part:
            yield document.id, part.id


def _linked(story: Story, documents: Mapping[str, KnownDocument]) -> Iterator[tuple[str, str]]:
    """What an editor linked to by hand."""
    for link in reach_of(story.document.body).links:
        try:
            parts = urlsplit(link.target.strip())
        except ValueError:
            continue
        name = document_of_place(place_of(story.document, parts.path).removesuffix(".md"))
        if name in documents and not parts.scheme:
            yield name, parts.fragment if parts.fragment in documents[name].parts else FRONT
