"""The laws that stories rest on, each with those stories."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.known.law.laws import Law
from portal.content.nearby import about_law
from portal.language.words import Words
from portal.language.written import written_day
from portal.site.links import list_of, newest_links, way_to_part
from portal.site.spot import Spot
from portal.site.values import Link, LinkGroup


@dataclass(frozen=True)
class LawRow:
    """A law, whose address is "" where it is not told part by part, and the newest pages that rest on it."""

    law: Link
    pages: LinkGroup


@dataclass(frozen=True)
class LawsBlock:
    """For each law that a story names, the way to where it is told, and its newest stories."""

    laws: tuple[LawRow, ...]


def laws_block(spot: Spot) -> LawsBlock:
    """The laws in the order of data/laws.yml."""
    return LawsBlock(tuple(_laws(spot)))


def _laws(spot: Spot) -> Iterator[LawRow]:
    for law in spot.library.data.laws.values():
        places = (story.place for story in about_law(spot.library, spot.lang, law.id))
        called = law.called[spot.words.lang]
        pages = newest_links(spot, called, places, list_of(spot, "law", law.id), called)
        if pages.links:
            yield LawRow(law_link(spot, law), pages)


def law_link(spot: Spot, law: Law) -> Link:
    """A law by its title; its address is "" where it is not told part by part."""
    return Link(law_title(law, spot.words), way_to_part(spot, law.id) if law.id in spot.site.documents.known else "")


def law_title(law: Law, text: Words) -> str:
    """A law's title with its number and the days it is known to be in force."""
    notes = [law.number] if law.number else []
    for key, day in (("law_in_force", law.in_force), ("law_ends", law.ends)):
        if day:
            notes.append(text.say(key, day=written_day(day, text)))
    return law.title[text.lang] + (f" ({', '.join(notes)})" if notes else "")
