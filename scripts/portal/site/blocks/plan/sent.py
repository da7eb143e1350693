"""Who has sent what: how many bodies, each body with its state, the communes as tiles, year by year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from portal.language.made_files import DATA_FOLDER
from portal.language.places import body_place
from portal.language.words import Words
from portal.plan.bodies.sent import Sending, Sendings, sendings
from portal.plan.bodies.sent_tables import sent_sentences, sent_table, state_rows, still_to_send_first
from portal.plan.filing import year_to_report
from portal.plan.ledger import Ledger
from portal.plan.report.values import Cell
from portal.plan.tables import NOTHING, written_share
from portal.site.drawings.tiles import LEVELS, TileMap, tiles_of
from portal.site.numbers.bars import CountBar, count_bars
from portal.site.spot import Spot
from portal.site.values import Link

SENT_FILES: Final = {"ai-da-gui.xlsx": "sent.download", "ai-da-gui.csv": "sent.download_csv"}
"""The list as files, each with the word that offers it; the table of outputs makes them."""


@dataclass(frozen=True)
class SentCell:
    """What the table says of a body under one of its heads."""

    label: str
    text: str


@dataclass(frozen=True)
class SentRow:
    """One body: the way to its page ("" where it has none), and what the table says of it."""

    body: Link
    cells: tuple[SentCell, ...]


@dataclass(frozen=True)
class SentYear:
    """A year in short: how many reports are in of how many, and how many in time."""

    year: int
    rate: str
    on_time: str


@dataclass(frozen=True)
class SentBlock:
    """The page in one language, of the latest year: `rows` are bodies that have sent or are excused, `waiting` those
    that have still to send, under `waiting_title`; `years` are all so far, the newest first."""

    title: str
    sentences: tuple[str, ...]
    states: tuple[CountBar, ...]
    head: tuple[str, ...]
    rows: tuple[SentRow, ...]
    waiting_title: str
    waiting: tuple[Link, ...]
    map: TileMap | None
    years: tuple[SentYear, ...]
    downloads: tuple[Link, ...]


def sent_block(spot: Spot) -> SentBlock | None:
    """Who has sent what, as of the site's day; None where the corpus has no plan."""
    ledger, text = spot.site.registers.ledger, spot.words
    if ledger is None:
        return None
    years = tuple(_years(ledger, spot))
    found, table = years[0], sent_table(years[0], text)
    told = [*zip(still_to_send_first(found), table.rows, strict=True)]
    waiting = tuple(_body(spot, body) for body, _ in told if body.is_waiting)
    return SentBlock(
        title=table.title,
        sentences=sent_sentences(found, ledger.plan, text),
        states=count_bars(state_rows(found, text)[:-1]),
        head=table.head,
        rows=tuple(_row(spot, body, table.head, cells) for body, cells in told if not body.is_waiting),
        waiting_title=text.say("sent.waiting", count=len(waiting)),
        waiting=waiting,
        map=_map(spot, found, text),
        years=tuple(_year(one, text) for one in years),
        downloads=tuple(Link(text.say(said), f"{spot.root}{DATA_FOLDER}/{name}") for name, said in SENT_FILES.items()),
    )


def _years(ledger: Ledger, spot: Spot) -> Iterator[Sendings]:
    """Every year of the plan so far, the newest first."""
    first, as_of = ledger.plan.years.first, spot.site.as_of
    return (sendings(ledger, year, as_of) for year in range(latest_year(ledger, as_of), first - 1, -1))


def latest_year(ledger: Ledger, as_of: date) -> int:
    """The year reports are sent for on a day: it stays until its report was filed; the first or the last year of the
    plan before and after it."""
    years = ledger.plan.years
    return max(years.first, min(year_to_report(ledger, as_of), years.last))


def _row(spot: Spot, body: Sending, head: tuple[str, ...], cells: tuple[Cell, ...]) -> SentRow:
    _, *said = (SentCell(label, str(cell)) for label, cell in zip(head, cells, strict=True))
    return SentRow(_body(spot, body), tuple(said))


def _body(spot: Spot, body: Sending) -> Link:
    place = body_place(body.agency.id)
    return Link(body.agency.called(spot.words.lang), spot.to(place) if spot.has(place) else "")


def _map(spot: Spot, found: Sendings, text: Words) -> TileMap | None:
    """The communes and wards: those whose report is in are dark."""
    known = {body.agency.id: (text.label("sent_states", body.state), LEVELS) for body in found.bodies if body.is_in}
    waiting = {body.agency.id: text.label("sent_states", body.state) for body in found.bodies if not body.is_in}
    return tiles_of(spot.library.data.communes.values(), known, waiting, text, "sent.map")


def _year(found: Sendings, text: Words) -> SentYear:
    """A year of which nothing has come says so: the portal was not there to receive it, or nobody has sent yet."""
    if not found.rate.numerator:
        return SentYear(found.year, text.say("sent.nothing_in", due=found.rate.denominator), NOTHING)
    return SentYear(found.year, written_share(found.rate, text), written_share(found.rate_on_time, text))
