"""What is said of the open data as a whole: which version it is, who publishes it, under which licence, where it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.language.made_files import DATA_FOLDER
from portal.language.places import OPEN_DATA
from portal.plan.open_data.tables import FileMark, MeasuredTable
from portal.site.addresses import address
from portal.site.site import Site

SHAPE: Final = 1
"""Rises when a column changes its name or meaning, or a file its address."""
CSV_TYPE, JSON_TYPE = "text/csv", "application/json"
PACKAGE: Final = "datapackage.json"
DCAT: Final = "dcat.jsonld"


@dataclass(frozen=True)
class OpenFile:
    """One file of a table: its name below the folder of data, its media type, what it weighs."""

    name: str
    media: str
    mark: FileMark


def files_of(one: MeasuredTable) -> Iterator[OpenFile]:
    """The files of a table that hold its rows."""
    yield OpenFile(f"{one.table.name}.csv", CSV_TYPE, one.csv)
    if one.json:
        yield OpenFile(f"{one.table.name}.json", JSON_TYPE, one.json)


def version_of(site: Site) -> str:
    """1.20261128.0: the shape of the tables, then the day they are counted up to."""
    return f"{SHAPE}.{site.as_of:%Y%m%d}.0"


def publisher_of(site: Site, lang: str) -> str | None:
    """The owner's name, None until the owner gives it."""
    return site.owner.name[lang] if site.owner else None


def licence_of(site: Site, lang: str) -> str | None:
    """What the owner calls the licence, None until the owner gives one."""
    return site.owner.content_licence[lang] if site.owner else None


def licence_url(site: Site) -> str | None:
    """Where the licence can be read."""
    return site.owner.content_licence_url if site.owner else None


def catalogue_url(site: Site, lang: str) -> str:
    """The whole address of the page that lists the tables."""
    return site.absolute(address(lang, OPEN_DATA))


def file_url(site: Site, name: str) -> str:
    """The whole address of a file of data."""
    return site.absolute(f"{DATA_FOLDER}/{name}")
