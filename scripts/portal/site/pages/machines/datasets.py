"""The open tables for search engines: schema.org's DataCatalog. The same as DCAT is a file, which the page leads to."""

from collections.abc import Iterator

from portal.plan.open_data.tables import MeasuredTable
from portal.plan.open_data.words import table_about, table_title
from portal.site.open_release import catalogue_url, file_url, files_of, licence_url, publisher_of, version_of
from portal.site.pages.machines.nodes import Node, draft_mark, organisation
from portal.site.spot import Spot


def dataset_blocks(spot: Spot) -> Iterator[Node]:
    """What the catalogue page says for machines: what it shows, no more. A draft says that it is one."""
    site, text = spot.site, spot.words
    yield {
        "@type": "DataCatalog",
        "name": text.say("open_data.catalogue", name=text.say("site_name")),
        "description": text.say("open_data.catalogue_about"),
        "url": catalogue_url(site, spot.lang),
        "inLanguage": spot.locale.tag,
        **_rights_of(spot),
        "dataset": [_dataset(spot, one) for one in site.open_tables if not one.table.lang],
    }


def _dataset(spot: Spot, one: MeasuredTable) -> Node:
    table, text = one.table, spot.words
    return {
        "@type": "Dataset",
        "name": table_title(table, text),
        "description": table_about(table, text),
        "url": f"{catalogue_url(spot.site, spot.lang)}#{table.said}",
        "identifier": table.name,
        "isAccessibleForFree": True,
        "version": version_of(spot.site),
        "variableMeasured": list(table.columns),
        **_rights_of(spot),
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": file_url(spot.site, file.name),
                "encodingFormat": file.media,
                "contentSize": str(file.mark.bytes),
            }
            for file in files_of(one)
        ],
    }


def _rights_of(spot: Spot) -> Node:
    url, name = licence_url(spot.site), publisher_of(spot.site, spot.words.lang)
    return {
        **({"license": url} if url else {}),
        **({"publisher": organisation(name)} if name else {}),
        **draft_mark(spot),
    }
