"""The front of documents told part by part: each kind with its documents, how each stands, how much is told of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.language import vocabulary
from portal.language.places import document_place
from portal.language.written import written_day
from portal.site.documents.known import KnownDocument
from portal.site.documents.recognised import FRONT
from portal.site.spot import Spot


@dataclass(frozen=True)
class Standing:
    """How a document stands: "holds", "not_yet", "ended" or "unread", and that in words."""

    state: str
    text: str


@dataclass(frozen=True)
class DocumentEntry:
    """A document in the list; `number` is "" for one that has none."""

    title: str
    href: str
    number: str
    standing: Standing
    amount: str


@dataclass(frozen=True)
class DocumentGroup:
    """The documents of a kind."""

    title: str
    entries: tuple[DocumentEntry, ...]


@dataclass(frozen=True)
class DocumentsBlock:
    """Every document, in groups."""

    groups: tuple[DocumentGroup, ...]


def documents_block(spot: Spot) -> DocumentsBlock:
    """The documents by kind, then by name."""
    return DocumentsBlock(tuple(_groups(spot)))


def _groups(spot: Spot) -> Iterator[DocumentGroup]:
    every = sorted(spot.site.documents.known.values(), key=lambda one: one.name(spot.words.lang))
    for kind in vocabulary.DOCUMENT_KINDS:
        entries = tuple(_entry(spot, one) for one in every if one.told.kind == kind)
        if entries:
            yield DocumentGroup(spot.words.say(f"documents.kinds.{kind}"), entries)


def _entry(spot: Spot, one: KnownDocument) -> DocumentEntry:
    text, lang = spot.words, spot.words.lang
    pages = len(spot.site.documents.cited(spot.lang).get((one.id, FRONT), ()))
    amount = text.say("documents.amount", parts=len(one.told.parts), pages=pages)
    return DocumentEntry(
        one.name(lang), spot.to(document_place(one.id)), one.number or "", how_it_stands(spot, one), amount
    )


def how_it_stands(spot: Spot, one: KnownDocument) -> Standing:
    """How a document stands on the site's day, as far as somebody has read."""
    text, holds = spot.words, one.holds(spot.site.as_of)
    if one.in_force is None:
        return Standing("unread", text.say(f"documents.no_force.{one.told.kind}"))
    state = "holds" if holds else "ended" if one.ends and one.ends < spot.site.as_of else "not_yet"
    days = {"since": written_day(one.in_force, text), "until": written_day(one.ends, text) if one.ends else ""}
    key = f"{state}_until" if state == "holds" and one.ends else state
    amended = text.say("documents.amended") if one.told.changes else ""
    return Standing(state, text.say(f"documents.states.{key}", **days) + amended)
