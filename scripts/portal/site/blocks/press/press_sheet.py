"""The press sheet of a month as a page: the same as its papers, with links."""

from dataclasses import dataclass

from portal.language.places import CORRECTIONS, PRESS, PRESS_PICTURES
from portal.site.press.papers import (
    SHEET_FORMS,
    correction_told,
    day_told,
    few_facts,
    sheet_path,
)
from portal.site.press.sheets import PressSheet, SheetCorrection, SheetDay, SheetFact
from portal.site.spot import Spot
from portal.site.values import Cited, Link


@dataclass(frozen=True)
class SheetFactView:
    """A fact: its sentence, what it is of, what to mind; `sources_there` says how many sources its page has, "" where
    the fact has its own; `picture` leads to the figure to embed."""

    text: str
    subject: str
    note: str
    sources: tuple[Cited, ...]
    sources_there: str
    page: Link
    picture: Link | None


@dataclass(frozen=True)
class SheetLineView:
    """A correction or a day ahead: in a sentence, with who says so and where a page about it is."""

    text: str
    source: Cited | None
    page: Link | None


@dataclass(frozen=True)
class PressSheetBlock:
    """The whole sheet. `few` says why there are fewer facts than three, "" where there are three."""

    papers: tuple[Link, ...]
    facts: tuple[SheetFactView, ...]
    few: str
    correction: SheetLineView | None
    all_corrections: Link
    ahead: SheetLineView | None
    quote: tuple[str, ...]
    desk: Link


def press_sheet_block(spot: Spot) -> PressSheetBlock | None:
    """The sheet at a place; None where no month's is."""
    month, sheets = spot.place.removeprefix(f"{PRESS}/"), spot.site.press_sheets
    sheet = sheets.get((spot.words.lang, month))
    if sheet is None:
        return None
    text = spot.words
    return PressSheetBlock(
        papers=paper_links(spot, sheet),
        facts=tuple(_fact(spot, fact) for fact in sheet.facts),
        few=few_facts(sheet, text),
        correction=_correction(spot, sheet.correction) if sheet.correction else None,
        all_corrections=Link(text.say("press.all_corrections"), spot.to(CORRECTIONS)),
        ahead=_ahead(spot, sheet.ahead) if sheet.ahead else None,
        quote=tuple(text.listed("press.quote")),
        desk=Link(text.say("press.desk"), spot.to(PRESS)),
    )


def paper_links(spot: Spot, sheet: PressSheet) -> tuple[Link, ...]:
    """The way to each paper of a sheet."""
    return tuple(Link(spot.words.say(f"press.{form}"), f"{spot.root}{sheet_path(sheet, form)}") for form in SHEET_FORMS)


def _fact(spot: Spot, fact: SheetFact) -> SheetFactView:
    text = spot.words
    there = "" if fact.sources else text.say("press.sources_there", count=fact.counted)
    page = Link(fact.title, spot.to(fact.place) + (f"#hinh-{fact.figure}" if fact.figure else ""))
    picture = Link(text.say("press.picture"), f"{spot.to(PRESS_PICTURES)}#ban-bao-chi-hinh-{fact.figure}")
    return SheetFactView(
        fact.text, fact.subject, fact.note, fact.sources, there, page, picture if fact.figure else None
    )


def _correction(spot: Spot, made: SheetCorrection) -> SheetLineView:
    return SheetLineView(correction_told(made, spot.words), None, Link(made.title, spot.to(made.place)))


def _ahead(spot: Spot, ahead: SheetDay) -> SheetLineView:
    page = Link(spot.words.say("press.page_about"), spot.to(ahead.place)) if ahead.place else None
    return SheetLineView(day_told(ahead, spot.words), ahead.source, page)
