"""A document told part by part: what it is, which copy was opened, each part with its words and what rests on it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape

from portal.content.known.law.documents import DocumentPart
from portal.content.nearby import about_article
from portal.content.stories import Story
from portal.language.places import PROGRESS, document_of_place, front_of
from portal.language.vocabulary import DOCUMENTS
from portal.language.written import written_day
from portal.site.addresses import target_anchor, task_anchor
from portal.site.blocks.told.documents import Standing, how_it_stands
from portal.site.documents.known import KnownDocument, mark_of
from portal.site.documents.recognised import FRONT, Around, as_links
from portal.site.links import list_of, newest_links, way_to_part
from portal.site.spot import Spot
from portal.site.values import FactRow, Link, LinkGroup

Explained = Mapping[int, tuple[Story, ...]]


@dataclass(frozen=True)
class QuotedView:
    """Words of the document; `lang` is their language where that is not the page's."""

    text: str
    lang: str | None


@dataclass(frozen=True)
class CopyView:
    """A copy that was opened: whose, its address ("" for none), when and how much; its sum, "" where none was taken."""

    whose: str
    url: str
    said: str
    sha256: str


@dataclass(frozen=True)
class PartView:
    """A part: its number as people say it, its heading, whether it stands within another; what it says as paragraphs of
    HTML, the words that bind, where the plan's progress on it is told, the newest pages that rest on it."""

    id: str
    mark: str
    heading: str
    is_within: bool
    told: tuple[str, ...]
    quoted: tuple[QuotedView, ...]
    progress: tuple[Link, ...]
    pages: LinkGroup


@dataclass(frozen=True)
class ContentsRow:
    """A part in the contents, and the parts within it by their last sign: "a" of IV.1a."""

    part: Link
    inner: tuple[Link, ...]


@dataclass(frozen=True)
class ContentsEntry:
    """A part that stands within no other, and those within it."""

    part: Link
    within: tuple[ContentsRow, ...]


@dataclass(frozen=True)
class DocumentBlock:
    """The whole page. `known_by` are its number, who issued it and when, in a line; `published_url` is "" where its own
    text has no known address; `pages` rest on the document without naming a part that is told here."""

    standing: Standing
    facts: tuple[FactRow, ...]
    changes: tuple[FactRow, ...]
    published: str
    published_url: str
    copies: tuple[CopyView, ...]
    known_by: str
    contents: tuple[ContentsEntry, ...]
    parts: tuple[PartView, ...]
    pages: LinkGroup
    all: Link


def document_block(spot: Spot) -> DocumentBlock | None:
    """What stands on a document's page; None at a place that is no document's."""
    one = spot.site.documents.known.get(document_of_place(spot.place))
    if one is None:
        return None
    lang, explained = spot.words.lang, about_article(spot.library, spot.lang, one.id)
    return DocumentBlock(
        standing=how_it_stands(spot, one),
        facts=tuple(_facts(spot, one)),
        changes=tuple(_changes(spot, one)),
        published=one.told.published[lang],
        published_url=one.told.published_url or "",
        copies=tuple(_copies(spot, one)),
        known_by=" · ".join(filter(None, _known_by(spot, one))),
        contents=tuple(_contents(spot, one)),
        parts=tuple(_part(spot, one, part, explained) for part in one.told.parts),
        pages=_newest(spot, one, "pages", _others(spot, one)),
        all=Link(spot.words.say("documents.all"), spot.to(front_of(DOCUMENTS))),
    )


def _known_by(spot: Spot, one: KnownDocument) -> Iterator[str]:
    text, lang = spot.words, spot.words.lang
    yield one.number or ""
    yield one.issuer[lang] if one.issuer else ""
    if one.issued:
        key = "adopted" if one.told.kind in ("treaty", "law") else "issued"
        yield text.say(f"documents.{key}", day=written_day(one.issued, text))
    if one.joined:
        yield text.say("documents.joined", day=written_day(one.joined, text))


def _facts(spot: Spot, one: KnownDocument) -> Iterator[FactRow]:
    text, lang = spot.words, spot.words.lang
    if one.title[lang] != one.name(lang):
        yield FactRow(text.say("documents.full_title"), one.title[lang])
    if one.told.stands:
        yield FactRow(text.say("documents.stands"), one.told.stands[lang])


def _changes(spot: Spot, one: KnownDocument) -> Iterator[FactRow]:
    text, lang = spot.words, spot.words.lang
    for change in one.told.changes:
        since = text.say("documents.since", day=written_day(change.in_force, text)) if change.in_force else ""
        yield FactRow(change.by[lang], " ".join(filter(None, (change.what[lang], since))))


def _copies(spot: Spot, one: KnownDocument) -> Iterator[CopyView]:
    text, lang = spot.words, spot.words.lang
    for copy in one.told.copies:
        said = text.say("documents.opened", day=written_day(copy.opened, text), read=copy.read[lang])
        yield CopyView(copy.whose[lang], copy.url or "", said, copy.sha256 or "")


def _contents(spot: Spot, one: KnownDocument) -> Iterator[ContentsEntry]:
    for part in one.told.parts:
        if part.within is None:
            rows = (ContentsRow(_entry(spot, one, inner), _signs(spot, one, inner)) for inner in _inside(one, part))
            yield ContentsEntry(_entry(spot, one, part), tuple(rows))


def _entry(spot: Spot, one: KnownDocument, part: DocumentPart) -> Link:
    mark, heading = mark_of(spot.words, one, part), part.heading[spot.words.lang]
    if part.within is not None and part.mark:
        mark = part.mark[spot.words.lang]
    return Link(f"{mark}. {heading}" if mark else heading, f"#{part.id}")


def _inside(one: KnownDocument, part: DocumentPart) -> Iterator[DocumentPart]:
    return (other for other in one.told.parts if other.within == part.id)


def _signs(spot: Spot, one: KnownDocument, part: DocumentPart) -> tuple[Link, ...]:
    """The parts within one, each by what its number adds to that of the part: "a" to IV.1, "2" to II.2."""
    lang = spot.words.lang
    whole = part.mark[lang] if part.mark else ""
    inner = ((other, other.mark[lang] if other.mark else other.id) for other in _inside(one, part))
    return tuple(
        Link(mark.removeprefix(whole).split()[-1], f"#{other.id}", note=other.heading[lang]) for other, mark in inner
    )


def _part(spot: Spot, one: KnownDocument, part: DocumentPart, explained: Explained) -> PartView:
    lang = spot.words.lang
    pages = _newest(spot, one, "rests", _resting_on(spot, one, part, explained))
    quoted = (QuotedView(words.text, words.lang if words.lang != lang else None) for words in part.quoted)
    told = tuple(_told(spot, one, text) for text in part.told[lang].split("\n") if text.strip())
    return PartView(
        id=part.id,
        mark=mark_of(spot.words, one, part),
        heading=part.heading[lang],
        is_within=part.within is not None,
        told=told,
        quoted=tuple(quoted),
        progress=tuple(_progress(spot, part)),
        pages=pages,
    )


def _resting_on(spot: Spot, one: KnownDocument, part: DocumentPart, explained: Explained) -> Iterator[str]:
    """The pages whose text names a part, then those that say they explain the article."""
    named = spot.site.documents.cited(spot.lang).get((one.id, part.id), ())
    about = explained.get(int(part.article), ()) if part.article.isdigit() else ()
    return iter(dict.fromkeys((*named, *(story.place for story in about))))


def _told(spot: Spot, one: KnownDocument, text: str) -> str:
    """A paragraph as HTML: articles it names lead to where they are told, in this document or another."""
    reader, own = spot.site.documents.reader(spot.words.lang), Around(own=one.id)
    return as_links(reader.pieces(escape(text), own), partial(way_to_part, spot))


def _progress(spot: Spot, part: DocumentPart) -> Iterator[Link]:
    """Where it is told how far each task and target of the plan has come."""
    if not spot.has(PROGRESS) or spot.site.registers.ledger is None:
        return
    page, say = spot.to(PROGRESS), spot.words.say
    for task in part.tasks:
        yield Link(say("documents.task", id=task), f"{page}#viec-{task_anchor(task)}")
    for target in part.targets:
        yield Link(say("documents.target", id=target), f"{page}#{target_anchor(target)}")


def _newest(spot: Spot, one: KnownDocument, title: str, places: Iterable[str]) -> LinkGroup:
    """Pages that rest on a document or a part of it, and the way to the older ones."""
    family = "convention" if one.told.kind == "treaty" else "law"
    name = one.number or one.name(spot.words.lang)
    return newest_links(spot, spot.words.say(f"documents.{title}"), places, list_of(spot, family, one.id), name)


def _others(spot: Spot, one: KnownDocument) -> Iterator[str]:
    """The pages that rest on the document and on no part of it that is told."""
    cited = spot.site.documents.cited(spot.lang)
    parts = {place for part in one.told.parts for place in cited.get((one.id, part.id), ())}
    return (place for place in cited.get((one.id, FRONT), ()) if place not in parts)
