"""The open tables described for programs: a Data Package (version 2) with a schema for each table."""

from collections.abc import Iterator
from typing import Any, Final

from portal.content.sources import Source, cited_in_full
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.words import Words
from portal.plan.open_data.known import BODIES_TABLE
from portal.plan.open_data.tables import LIST_MARK, MeasuredTable, OpenField, OpenTable
from portal.plan.open_data.words import meaning, table_about, table_title
from portal.site.open_release import (
    CSV_TYPE,
    catalogue_url,
    files_of,
    licence_of,
    licence_url,
    publisher_of,
    version_of,
)
from portal.site.site import Site

PROFILES: Final = "https://datapackage.org/profiles/2.0"
_Tree = dict[str, Any]


def datapackage(site: Site) -> _Tree:
    """The descriptor: what is not known is left out, never filled in. Titles are in the original, with `title_en` and
    the like beside them."""
    portal = site.library.data.portal
    texts = [site.words(lang) for lang in LANGUAGES]
    publisher, url = publisher_of(site, ORIGINAL), licence_url(site)
    licence = {"title": licence_of(site, ORIGINAL), "path": url}
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": portal.offline_copy if portal else "open-data",
        **_in_each("title", [text.say("open_data.catalogue", name=text.say("site_name")) for text in texts]),
        **_in_each("description", [text.say("open_data.catalogue_about") for text in texts]),
        "version": version_of(site),
        "created": f"{site.as_of.isoformat()}T00:00:00+07:00",
        "homepage": catalogue_url(site, ORIGINAL),
        "keywords": list(texts[0].listed("open_data.keywords")),
        **({"contributors": [{"title": publisher, "roles": ["publisher"]}]} if publisher else {}),
        **({"licenses": [{name: value for name, value in licence.items() if value}]} if url else {}),
        "resources": [resource for one in site.open_tables for resource in _resources(one, texts)],
    }


def _in_each(name: str, said: list[str]) -> _Tree:
    """The same in each language, under `name` that of the original: {"title": …, "title_en": …}."""
    return {name if lang == ORIGINAL else f"{name}_{lang}": text for lang, text in zip(LANGUAGES, said, strict=True)}


def _resources(one: MeasuredTable, texts: list[Words]) -> Iterator[_Tree]:
    table = one.table
    for file in files_of(one):
        is_csv = file.media == CSV_TYPE
        yield {
            "name": table.name if is_csv else f"{table.name}-json",
            **({"type": "table"} if is_csv else {}),
            **_in_each("title", [table_title(table, text) for text in texts]),
            **_in_each("description", [table_about(table, text) for text in texts]),
            "path": file.name,
            "format": "csv" if is_csv else "json",
            "mediatype": file.media,
            "encoding": "utf-8",
            "bytes": file.mark.bytes,
            "hash": f"sha256:{file.mark.sha256}",
            **({"rows": one.rows, "schema": _schema(table, texts)} if is_csv else {}),
            **({"sources": [_source(source) for source in table.sources]} if table.sources else {}),
        }


def _source(source: Source) -> _Tree:
    return {"title": cited_in_full(source), **({"path": source.url} if source.url else {})}


def _schema(table: OpenTable, texts: list[Words]) -> _Tree:
    keys = [
        {"fields": [one.name], "reference": {"resource": one.refers_to, "fields": [_key_of(one)]}}
        for one in table.fields
        if one.refers_to and one.refers_to != table.name
    ]
    return {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(one, texts) for one in table.fields],
        "missingValues": [""],
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"foreignKeys": keys} if keys else {}),
    }


def _key_of(column: OpenField) -> str:
    """The column of the other table that holds the code: a body's is "id", any other is called alike."""
    return "id" if column.refers_to == BODIES_TABLE else column.name


def _field(one: OpenField, texts: list[Words]) -> _Tree:
    choices = {"enum": list(one.choices)} if one.choices and one.type != "list" else {}
    constraints = {**({"required": True} if one.is_required else {}), **choices}
    words = {"delimiter": LIST_MARK, "itemType": "string"} if one.type == "list" else {}
    return {
        "name": one.name,
        "type": one.type,
        **_in_each("description", [meaning(one, text) for text in texts]),
        **({"unit": one.unit} if one.unit else {}),
        **words,
        **({"constraints": constraints} if constraints else {}),
    }
