"""The catalogue of open data: what there is, as files, with what each column means; how to cite it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from portal.language.made_files import DATA_FOLDER
from portal.language.places import DATA_COLUMNS
from portal.language.words import Words
from portal.language.written import written_day, written_number, written_size
from portal.plan.bodies.asked import Target
from portal.plan.open_data.tables import MeasuredTable
from portal.plan.open_data.words import table_about, table_title
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
class OpenTableView:
    """Tables of one sort: their files with what each weighs and how many rows it has, the way to what the columns they
    share mean. `sources_left` says where those stand that are not among `sources`."""

    anchor: str
    title: str
    about: str
    files: tuple[Link, ...]
    columns: Link
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
    return (_view(alike, spot) for alike in tables_by_sort(spot))


def tables_by_sort(spot: Spot) -> Iterator[tuple[MeasuredTable, ...]]:
    """The tables of each sort; of figures only those in the words of the page."""
    shown = (one for one in spot.site.open_tables if one.table.lang in ("", spot.words.lang))
    return (tuple(alike) for _, alike in groupby(shown, lambda one: one.table.said))


def title_of_sort(alike: tuple[MeasuredTable, ...], text: Words) -> str:
    """What tables of one sort are called."""
    table = alike[0].table
    return text.say(f"open_data.many.{table.said}") if len(alike) > 1 else table_title(table, text)


def _view(alike: tuple[MeasuredTable, ...], spot: Spot) -> OpenTableView:
    table, text = alike[0].table, spot.words
    of_many = len(alike) > 1
    sources = () if of_many else tuple(cited(source, text.lang, text) for source in table.sources)
    left, title = len(sources) - FEW_SOURCES, title_of_sort(alike, text)
    explained = text.say("open_data.dictionary_title", title=title, count=len(table.fields))
    return OpenTableView(
        anchor=table.said,
        title=title,
        about=text.say(f"open_data.many_about.{table.said}") if of_many else table_about(table, text),
        files=tuple(link for one in alike for link in _links(one, spot)),
        columns=Link(explained, f"{spot.to(DATA_COLUMNS)}#{table.said}"),
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


def _href(spot: Spot, file: str) -> str:
    return f"{spot.root}{DATA_FOLDER}/{file}"


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
