"""The catalogue of open data: what there is, as files, with what each column means; how to cite it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from portal.language.words import Words
from portal.language.written import written_day, written_number, written_size
from portal.plan.bodies.asked import Target
from portal.plan.open_data.tables import MeasuredTable, OpenField
from portal.plan.open_data.words import meaning, table_about, table_title
from portal.site.addresses import DATA_FOLDER
from portal.site.open_release import (
    CSV_TYPE,
    DCAT,
    PACKAGE,
    catalogue_url,
    files_of,
    licence_of,
    licence_url,
    publisher_of,
    version_of,
)
from portal.site.spot import Spot
from portal.site.values import Cited, Link, cited

FEW_SOURCES: Final = 5
"""Sources of a table that its page names; a table may rest on a hundred, and datapackage.json has them all."""


@dataclass(frozen=True)
class ColumnView:
    """A column of a table: its name, its type and its meaning in words."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True)
class OpenTableView:
    """Tables of one sort: their files with what each weighs and how many rows it has, the columns they share.
    `sources_left` says where those stand that are not among `sources`."""

    anchor: str
    title: str
    about: str
    files: tuple[Link, ...]
    dictionary_title: str
    columns: tuple[ColumnView, ...]
    sources_title: str
    sources: tuple[Cited, ...]
    sources_left: str


@dataclass(frozen=True)
class GoalView:
    """A target of the plan with the Sustainable Development Goals it serves, and why the portal reads it so."""

    id: str
    text: str
    goals: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class OpenDataBlock:
    """The whole catalogue in one language. `licence_url` is None where the owner has given none."""

    counted: str
    draft: str
    publisher: str
    licence: str
    licence_url: str | None
    version: str
    whole: tuple[Link, ...]
    tables: tuple[OpenTableView, ...]
    goals: tuple[GoalView, ...]
    cite: str


def open_data_block(spot: Spot) -> OpenDataBlock:
    """The catalogue as of the site's day."""
    site, text = spot.site, spot.words
    publisher = publisher_of(site, text.lang)
    name = text.say("open_data.catalogue", name=text.say("site_name"))
    values = {"title": name, "version": version_of(site), "url": catalogue_url(site, spot.lang)}
    whole = ((PACKAGE, "package"), (DCAT, "dcat"))
    return OpenDataBlock(
        counted=text.say("open_data.counted", day=written_day(site.as_of, text)),
        draft="" if site.approved else text.say("open_data.draft"),
        publisher=publisher or text.say("open_data.publisher_missing"),
        licence=licence_of(site, text.lang) or text.say("open_data.licence_missing"),
        licence_url=licence_url(site),
        version=version_of(site),
        whole=tuple(Link(text.say(f"open_data.{said}"), _href(spot, file)) for file, said in whole),
        tables=tuple(_tables(spot)),
        goals=tuple(_goals(spot)),
        cite=text.say("open_data.cite", publisher=publisher or text.say("site_name"), **values),
    )


def _tables(spot: Spot) -> Iterator[OpenTableView]:
    """A view for each sort of table; of figures only those in the words of the page."""
    shown = (one for one in spot.site.open_tables if one.table.lang in ("", spot.words.lang))
    for _, alike in groupby(shown, lambda one: one.table.said):
        yield _view(tuple(alike), spot)


def _view(alike: tuple[MeasuredTable, ...], spot: Spot) -> OpenTableView:
    table, text = alike[0].table, spot.words
    of_many = len(alike) > 1
    sources = () if of_many else tuple(cited(source, text.lang, text) for source in table.sources)
    left = len(sources) - FEW_SOURCES
    return OpenTableView(
        anchor=table.said,
        title=text.say(f"open_data.many.{table.said}") if of_many else table_title(table, text),
        about=text.say(f"open_data.many_about.{table.said}") if of_many else table_about(table, text),
        files=tuple(link for one in alike for link in _links(one, spot)),
        dictionary_title=text.say("open_data.dictionary_title", count=len(table.fields)),
        columns=tuple(_column(one, text) for one in table.fields),
        sources_title=text.say("open_data.sources", count=len(sources)) if sources else "",
        sources=sources[:FEW_SOURCES],
        sources_left=text.say("open_data.sources_left", count=left) if left > 0 else "",
    )


def _links(one: MeasuredTable, spot: Spot) -> Iterator[Link]:
    text, name = spot.words, table_title(one.table, spot.words)
    rows = text.say("open_data.rows", count=written_number(one.rows, text, grouped=True))
    for file in files_of(one):
        said = "csv" if file.media == CSV_TYPE else "json"
        title = text.say(f"open_data.{said}", name=name, size=written_size(file.mark.bytes, text))
        note = rows if one.rows else text.say("open_data.no_rows")
        yield Link(title, _href(spot, file.name), note=note if said == "csv" else "")
    if one.json:
        yield Link(text.say("open_data.schema", name=name), _href(spot, f"{one.table.name}.schema.json"))
    elif not one.table.lang:
        yield Link(text.say("open_data.tree", name=name), _href(spot, f"{one.table.name}.json"))
        yield Link(text.say("open_data.schema", name=name), _href(spot, f"{one.table.name}.schema.json"))


def _column(one: OpenField, text: Words) -> ColumnView:
    return ColumnView(one.name, text.label("open_data.types", one.type), _meaning(one, text))


def _href(spot: Spot, file: str) -> str:
    return f"{spot.root}{DATA_FOLDER}/{file}"


def _meaning(one: OpenField, text: Words) -> str:
    """What a column means, with its unit and the words it may hold."""
    parts = [meaning(one, text)]
    if one.unit:
        parts.append(text.say("open_data.unit", unit=text.label("open_data.units", one.unit)))
    if one.refers_to:
        parts.append(text.say("open_data.refers_to", table=one.refers_to))
    if one.type == "list":
        parts.append(text.say("open_data.list_note"))
    if one.choices:
        parts.append(text.say("open_data.choices", choices=", ".join(one.choices)))
    return "; ".join(parts)


def _goals(spot: Spot) -> Iterator[GoalView]:
    ledger = spot.site.registers.ledger
    for target in ledger.plan.targets if ledger else ():
        if target.sdg:
            lang = spot.words.lang
            yield GoalView(target.id, target.text[lang], sdg_texts(target, spot.words), target.sdg.reason[lang])


def sdg_texts(target: Target, text: Words) -> tuple[str, ...]:
    """The Sustainable Development Goals a target serves, in words: "SDG 16.10: ensure public access …"."""
    known = text.family("open_data.sdg")  # their names have points in them, so they are no path
    return tuple(str(known[name]) for name in target.sdg.targets) if target.sdg else ()
