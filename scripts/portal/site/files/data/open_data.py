"""The open tables as files: CSV, JSON and its schema for each, and what describes them all."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.made_files import DATA_FOLDER
from portal.plan.open_data.tables import MeasuredTable, csv_parts, json_parts, table_json_schema
from portal.plan.open_data.words import table_title
from portal.reading.keeping.kept import made_of
from portal.site.files.data.datapackage import datapackage
from portal.site.files.data.dcat import dcat
from portal.site.files.output import Output, json_text, streamed_output, text_output
from portal.site.open_release import CSV_TYPE, DCAT, PACKAGE, files_of
from portal.site.site import Site

_OWNER: Final = "scripts/portal/plan/open_data/every_table.py"


def open_files(site: Site) -> Iterator[Output]:
    """Every file of the open data, each as it was measured: a descriptor that tells another size or hash is no use."""
    for one in site.open_tables:
        yield from _rows(one)
        if one.json:
            tree = table_json_schema(one.table, table_title(one.table, site.words(ORIGINAL)))
            yield text_output(f"{DATA_FOLDER}/{one.table.name}.schema.json", partial(json_text, tree), tree, _OWNER)
    package, catalogue = datapackage(site), dcat(site, LANGUAGES)
    yield text_output(f"{DATA_FOLDER}/{PACKAGE}", partial(json_text, package), package, _OWNER)
    yield text_output(f"{DATA_FOLDER}/{DCAT}", partial(json_text, catalogue), catalogue, _OWNER)


def _rows(one: MeasuredTable) -> Iterator[Output]:
    for file in files_of(one):
        write = csv_parts if file.media == CSV_TYPE else json_parts
        key = made_of(file.mark.sha256.encode())
        yield streamed_output(f"{DATA_FOLDER}/{file.name}", key, partial(write, one.table), _OWNER)
