"""What the UN told Viet Nam as open tables: each recommendation, what was done about it, the sources."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from portal.content.known.law.recommendations import Happening, UnDocument, every_recommendation, newest_document
from portal.language import vocabulary
from portal.plan.open_data.known import READ_FIELDS, both, in_both, read_cells
from portal.plan.open_data.tables import OpenField, OpenRecord, OpenTable

RECOMMENDATIONS_TABLE: Final = "khuyen-nghi"
_Documents = Mapping[str, UnDocument]


def recommendation_tables(documents: _Documents) -> tuple[OpenTable, ...]:
    """A row a recommendation; a row for each thing that was done; a row a source."""
    of = OpenField("un_document", is_required=True)
    done = (
        of,
        OpenField("recommendation", refers_to=RECOMMENDATIONS_TABLE),
        OpenField("happened", is_required=True, choices=vocabulary.HAPPENINGS),
        OpenField("date", "date"),
        *in_both("text", True),
        OpenField("source_numbers", "list"),
    )
    number = OpenField("number", "integer", is_required=True)
    key = ("un_document", "number")
    read = (of, number, *READ_FIELDS)
    return (
        _table(documents),
        OpenTable("khuyen-nghi-da-lam", "recommendations_done", done, (), partial(_done, documents)),
        OpenTable("khuyen-nghi-nguon", "recommendation_sources", read, key, partial(_read, documents)),
    )


def _table(documents: _Documents) -> OpenTable:
    fields = (
        OpenField("recommendation", is_required=True),
        OpenField("un_document", is_required=True),
        OpenField("mechanism", is_required=True, choices=vocabulary.MECHANISMS),
        OpenField("un_symbol"),
        OpenField("date", "date", is_required=True),
        OpenField("paragraph"),
        OpenField("said_in", is_required=True, choices=vocabulary.SAID_IN),
        OpenField("how_read", is_required=True, choices=vocabulary.HOW_READ),
        OpenField("said_kind", is_required=True, choices=vocabulary.SAID_KINDS),
        *in_both("subject", True),
        *in_both("text", True),
        OpenField("quoted"),
        OpenField("quoted_language"),
        OpenField("rights", "list", choices=vocabulary.RIGHTS),
        OpenField("groups", "list", choices=vocabulary.GROUPS),
        OpenField("treaty_articles", "list"),
        OpenField("position", choices=vocabulary.POSITIONS),
        *in_both("answer"),
        *in_both("lead"),
        OpenField("carried_out", choices=vocabulary.CARRIED_OUT),
        OpenField("names_province", "boolean", is_required=True),
        OpenField("source_numbers", "list"),
    )
    sources = tuple({one.mark: one for document in documents.values() for one in document.sources}.values())
    rows = partial(_rows, documents)
    return OpenTable(RECOMMENDATIONS_TABLE, "recommendations", fields, ("recommendation",), rows, sources=sources)


def _rows(documents: _Documents) -> Iterator[OpenRecord]:
    for of, one in every_recommendation(documents):
        quoted = (one.quoted.words, one.quoted.lang) if one.quoted else (None, None)
        articles = tuple(f"{code} {number}" for code, numbers in one.articles.items() for number in numbers)
        answer, lead = one.answer.told if one.answer else None, one.lead.name if one.lead else None
        yield (
            *(one.id, of.id, of.mechanism, of.symbol, of.date, one.paragraph, one.said_in, one.read, one.kind),
            *(*both(one.subject), *both(one.told), *quoted, tuple(one.rights), tuple(one.groups), articles),
            *(one.position, *both(answer), *both(lead), None if one.is_praise else one.status),
            *(one.names_province, _numbers_of(one.sources)),
        )


def _done(documents: _Documents) -> Iterator[OpenRecord]:
    for document in sorted(documents.values(), key=newest_document):
        every = [(None, one) for one in document.happened]
        every_own = [(said.id, one) for said in document.recommendations for one in said.happened]
        for name, one in (*every, *every_own):
            yield (document.id, name, *_happening(one))


def _happening(one: Happening) -> OpenRecord:
    return (one.kind, one.date, *both(one.told), _numbers_of(one.sources))


def _read(documents: _Documents) -> Iterator[OpenRecord]:
    for document in sorted(documents.values(), key=newest_document):
        for number, source in enumerate(document.sources, 1):
            yield (document.id, number, *read_cells(source))


def _numbers_of(sources: list[int]) -> tuple[str, ...]:
    return tuple(map(str, sources))
