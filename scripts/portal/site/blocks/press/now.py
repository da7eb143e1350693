"""What a reporter comes to the press desk for, above its text: this month's sheet, the ways to its other pages."""

from dataclasses import dataclass

from portal.language.places import PRESS_PICTURES, SPOKESPERSONS, press_sheet_place
from portal.site.blocks.press.press_sheet import paper_links
from portal.site.blocks.press.spokespersons import contacts_counted
from portal.site.press.papers import few_facts, sheet_title
from portal.site.press.sheets import PressSheet
from portal.site.spot import Spot
from portal.site.values import FactRow, Link


@dataclass(frozen=True)
class NewestSheet:
    """The sheet of this month, as far as it goes: each fact in a sentence, and what it is of, "" where that says it."""

    title: str
    facts: tuple[FactRow, ...]
    few: str
    page: Link
    papers: tuple[Link, ...]


@dataclass(frozen=True)
class DeskWay:
    """A way to another page of the desk, and what is there."""

    link: Link
    about: str


@dataclass(frozen=True)
class PressNow:
    """The newest sheet, None where no month has one yet; the ways."""

    newest: NewestSheet | None
    ways: tuple[DeskWay, ...]


def press_now(spot: Spot) -> PressNow:
    """What stands above the text of the desk."""
    sheets = sheets_here(spot)
    return PressNow(_newest(spot, sheets[0]) if sheets else None, _ways(spot))


def sheets_here(spot: Spot) -> tuple[PressSheet, ...]:
    """The sheets in the words of a page, the newest first."""
    return tuple(sheet for (lang, _), sheet in spot.site.press_sheets.items() if lang == spot.words.lang)


def _newest(spot: Spot, sheet: PressSheet) -> NewestSheet:
    text = spot.words
    page = Link(text.say("press.read_sheet"), spot.to(press_sheet_place(sheet.name)))
    facts = tuple(FactRow(fact.text, fact.subject) for fact in sheet.facts)
    return NewestSheet(sheet_title(sheet, text), facts, few_facts(sheet, text), page, paper_links(spot, sheet))


def _ways(spot: Spot) -> tuple[DeskWay, ...]:
    say = spot.words.say
    speakers = Link(say("press.speakers_link"), spot.to(SPOKESPERSONS))
    pictures = Link(say("press.pictures_link"), spot.to(PRESS_PICTURES))
    told = contacts_counted(spot) or say("press.speakers_about")
    return DeskWay(speakers, told), DeskWay(pictures, say("press.pictures_about"))
