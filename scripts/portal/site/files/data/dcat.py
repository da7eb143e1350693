"""The open tables described for other data portals: a DCAT catalogue as JSON-LD, as DCAT-AP asks for."""

from collections.abc import Sequence
from typing import Any, Final

from portal.content.sources import cited_in_full
from portal.language.words import Words
from portal.plan.open_data.tables import MeasuredTable
from portal.plan.open_data.words import table_about, table_title
from portal.site.open_release import (
    OpenFile,
    catalogue_url,
    file_url,
    files_of,
    licence_url,
    publisher_of,
    version_of,
)
from portal.site.site import Site

_Tree = dict[str, Any]
DCAT_NAMES: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "adms": "http://www.w3.org/ns/adms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
GOVERNMENT: Final = "http://publications.europa.eu/resource/authority/data-theme/GOVE"
MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"


def dcat(site: Site, langs: Sequence[str]) -> _Tree:
    """The catalogue in the words of some languages. The licence and the publisher are there once the owner gives them;
    a draft says that it is one."""
    texts = [site.words(lang) for lang in langs]
    return {
        "@context": DCAT_NAMES,
        "@id": catalogue_url(site, langs[0]),
        "@type": "dcat:Catalog",
        "dct:title": _said(texts, [text.say("open_data.catalogue", name=text.say("site_name")) for text in texts]),
        "dct:description": _said(texts, [text.say("open_data.catalogue_about") for text in texts]),
        "dct:language": list(langs),
        "dct:modified": _day(site),
        "foaf:homepage": {"@id": catalogue_url(site, langs[0])},
        **_rights(site, texts),
        **(
            {}
            if site.approved
            else {"adms:versionNotes": _said(texts, [text.say("open_data.draft") for text in texts])}
        ),
        "dcat:dataset": [_dataset(site, one, texts) for one in site.open_tables if one.table.lang in ("", *langs)],
    }


def _dataset(site: Site, one: MeasuredTable, texts: list[Words]) -> _Tree:
    table, page = one.table, catalogue_url(site, texts[0].lang)
    sources = [
        {"@id": one.url} if one.url else {"dct:bibliographicCitation": cited_in_full(one)} for one in table.sources
    ]
    return {
        "@id": f"{page}#{table.name}",
        "@type": "dcat:Dataset",
        "dct:identifier": table.name,
        "dct:title": _said(texts, [table_title(table, text) for text in texts]),
        "dct:description": _said(texts, [table_about(table, text) for text in texts]),
        "dct:modified": _day(site),
        "dcat:version": version_of(site),
        "dcat:theme": {"@id": GOVERNMENT},
        "dcat:landingPage": {"@id": page},
        **({"dct:source": sources} if sources else {}),
        **_rights(site, texts),
        "dcat:distribution": [{**_distribution(site, file), **_sum(file)} for file in files_of(one)],
    }


def _rights(site: Site, texts: list[Words]) -> _Tree:
    url, name = licence_url(site), publisher_of(site, texts[0].lang)
    return {
        **({"dct:license": {"@id": url}} if url else {}),
        **({"dct:publisher": {"@type": "foaf:Agent", "foaf:name": name}} if name else {}),
    }


def _distribution(site: Site, file: OpenFile) -> _Tree:
    url = licence_url(site)
    return {
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": file_url(site, file.name)},
        "dcat:downloadURL": {"@id": file_url(site, file.name)},
        "dcat:mediaType": {"@id": MEDIA_TYPES + file.media},
        "dcat:byteSize": {"@value": str(file.mark.bytes), "@type": "xsd:nonNegativeInteger"},
        **({"dct:license": {"@id": url}} if url else {}),
    }


def _sum(file: OpenFile) -> _Tree:
    found = {"spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"}, "spdx:checksumValue": file.mark.sha256}
    return {"spdx:checksum": {"@type": "spdx:Checksum", **found}}


def _said(texts: list[Words], said: list[str]) -> list[_Tree]:
    return [{"@value": one, "@language": text.lang} for text, one in zip(texts, said, strict=True)]


def _day(site: Site) -> _Tree:
    return {"@value": site.as_of.isoformat(), "@type": "xsd:date"}
