"""The press desk: the newest sheet and those before it, facts at a glance, the ways to spokespersons and pictures."""

from dataclasses import dataclass

from portal.language.places import PRESS_PICTURES, SPOKESPERSONS, press_sheet_place
from portal.language.written import month_name
from portal.site.blocks.press.glance import GlanceGroup, glance_groups
from portal.site.blocks.press.sheet import paper_links
from portal.site.blocks.press.spokespersons import contacts_counted
from portal.site.press.papers import few_facts, sheet_title
from portal.site.press.sheets import PressSheet
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class NewestSheet:
    """The sheet of this month, as far as it goes: its facts in a sentence each."""

    title: str
    facts: tuple[str, ...]
    few: str
    page: Link
    papers: tuple[Link, ...]


@dataclass(frozen=True)
class DeskWay:
    """A way to another page of the desk, and what is there."""

    link: Link
    about: str


@dataclass(frozen=True)
class PressBlock:
    """The desk. `newest` is None where no month has a sheet yet."""

    newest: NewestSheet | None
    earlier: tuple[Link, ...]
    ways: tuple[DeskWay, ...]
    glance: tuple[GlanceGroup, ...]


def press_block(spot: Spot) -> PressBlock:
    """The desk on the day of the site."""
    lang = spot.words.lang
    sheets = [sheet for (one, _), sheet in spot.site.press_sheets.items() if one == lang]
    return PressBlock(
        newest=_newest(spot, sheets[0]) if sheets else None,
        earlier=tuple(
            Link(month_name(one.month, spot.words), spot.to(press_sheet_place(one.name))) for one in sheets[1:]
        ),
        ways=tuple(_ways(spot)),
        glance=glance_groups(spot),
    )


def _newest(spot: Spot, sheet: PressSheet) -> NewestSheet:
    text = spot.words
    page = Link(text.say("press.read_sheet"), spot.to(press_sheet_place(sheet.name)))
    facts = tuple(fact.text for fact in sheet.facts)
    return NewestSheet(sheet_title(sheet, text), facts, few_facts(sheet, text), page, paper_links(spot, sheet))


def _ways(spot: Spot) -> tuple[DeskWay, ...]:
    say = spot.words.say
    speakers = Link(say("press.speakers_link"), spot.to(SPOKESPERSONS))
    pictures = Link(say("press.pictures_link"), spot.to(PRESS_PICTURES))
    told = contacts_counted(spot) or say("press.speakers_about")
    return DeskWay(speakers, told), DeskWay(pictures, say("press.pictures_about"))
