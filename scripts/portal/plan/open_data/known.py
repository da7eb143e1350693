"""What is known once, as open tables: bodies, figures with the origin of each number, conventions and sources."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Final

from portal.content.known.agencies import Agency
from portal.content.known.figures import Figure
from portal.content.known.law.conventions import ConventionFacts
from portal.content.sources import Source
from portal.content.strict import Both
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.plan.open_data.tables import OpenCell, OpenField, OpenRecord, OpenTable

BODIES_TABLE: Final = "co-quan"
CONVENTIONS_TABLE: Final = "dieu-uoc"
SOURCE_FIELDS: Final = (
    OpenField("source_title", is_required=True),
    OpenField("source_publisher", is_required=True),
    OpenField("source_url"),
)
PAPER_FIELDS: Final = (OpenField("source_symbol"), OpenField("source_issued", "date"))
"""What finds a source on paper, which has no address. They came later, and so stand last."""
OPENED_FIELDS: Final = (
    OpenField("copy_url"),
    *(OpenField(f"copy_by_{lang}") for lang in LANGUAGES),
    OpenField("read", choices=vocabulary.HOW_MUCH),
    OpenField("accessed", "date"),
    OpenField("sha256"),
    OpenField("carries", is_required=True, choices=vocabulary.HOW_FAR),
)
"""What was opened of a source, and how far it carries."""
READ_FIELDS: Final = (*SOURCE_FIELDS, *OPENED_FIELDS, *PAPER_FIELDS)
"""All that is told of a source: the columns of read_cells."""
_DATED: Final = ("adopted", "in_force", "signed", "joined")
_TOLD: Final = ("name", "short", "reservations", "protocols", "committee", "complaints")


def in_both(name: str, is_required: bool = False) -> tuple[OpenField, ...]:
    """A column for each language of what is said in both: name_vi, name_en."""
    return tuple(OpenField(f"{name}_{lang}", is_required=is_required) for lang in LANGUAGES)


def both(said: Both | None) -> tuple[str | None, ...]:
    """The cells of such columns."""
    return tuple(said[lang] if said else None for lang in LANGUAGES)


def read_cells(source: Source) -> tuple[OpenCell, ...]:
    """The cells of READ_FIELDS."""
    opened = (source.copy_url, *both(source.copy_by), source.read, source.accessed, source.sha256)
    return (*_source(source), *opened, source.carries, *_paper(source))


def bodies_table(agencies: Mapping[str, Agency]) -> OpenTable:
    """A row a body; what the file does not know is empty."""
    fields = (
        OpenField("id", is_required=True),
        OpenField("kind", choices=vocabulary.AGENCY_KINDS),
        *in_both("name"),
        OpenField("valid_from", "date"),
        OpenField("valid_to", "date"),
        OpenField("successor", "list"),
        *in_both("note"),
    )
    sources = tuple({source.mark: source for body in agencies.values() for source in body.sources}.values())
    return OpenTable(BODIES_TABLE, "bodies", fields, ("id",), partial(_bodies, agencies), sources=sources)


def _bodies(agencies: Mapping[str, Agency]) -> Iterator[OpenRecord]:
    for body in agencies.values():
        days = (body.valid_from, body.valid_to)
        yield (body.id, body.kind, *both(body.name), *days, tuple(body.successor), *both(body.note))


def figures_table(figures: Mapping[str, Figure]) -> OpenTable:
    """A row a number of every figure, with where it comes from and how it was worked out, in both languages."""
    fields = (
        OpenField("figure", is_required=True),
        *in_both("title", is_required=True),
        *in_both("series", is_required=True),
        *in_both("column", is_required=True),
        OpenField("place_id"),
        OpenField("value", "number"),
        OpenField("aim", "number"),
        *in_both("unit", is_required=True),
        OpenField("derived", "boolean", is_required=True),
        *in_both("how"),
        *SOURCE_FIELDS,
        OpenField("accessed", "date"),
        *PAPER_FIELDS,
    )
    sources = tuple({one.mark: one for figure in figures.values() for one in figure.sources}.values())
    key = ("figure", "series_vi", "column_vi")
    return OpenTable("so-lieu", "figures", fields, key, partial(_figures, figures), sources=sources)


def _figures(figures: Mapping[str, Figure]) -> Iterator[OpenRecord]:
    for figure in figures.values():
        for row in _numbers(figure):
            yield (figure.id, *both(figure.title), *row)


def figure_table(figure: Figure, lang: str) -> OpenTable:
    """The numbers of one figure in the words of one language."""
    fields = (
        OpenField("series", is_required=True),
        OpenField("column", is_required=True),
        OpenField("place_id"),
        OpenField("value", "number"),
        OpenField("aim", "number"),
        OpenField("unit", is_required=True),
        OpenField("derived", "boolean", is_required=True),
        OpenField("how"),
        *SOURCE_FIELDS,
        OpenField("accessed", "date"),
        *PAPER_FIELDS,
    )
    return OpenTable(
        f"{figure.id}.{lang}",
        "figure",
        fields,
        ("series", "column"),
        partial(_in_one_language, figure, LANGUAGES.index(lang)),
        {"name": figure.title},
        figure.sources,
        lang,
        has_json=False,
    )


def _numbers(figure: Figure) -> Iterator[tuple[OpenCell, ...]]:
    """series, column, place, value, aim, unit, derived, how, source …; words in both languages, one by the other."""
    for series in figure.series:
        for index, (column, value) in enumerate(zip(figure.columns, series.values, strict=True)):
            origin, source = series.origin(index), figure.source_of(series, index)
            how = origin.derived if origin else None
            number = (column.place, value, series.target)
            said = (*both(series.name), *both(column), *number, *both(figure.unit))
            yield (*said, how is not None, *both(how), *_source(source), source.accessed, *_paper(source))


def _in_one_language(figure: Figure, which: int) -> Iterator[OpenRecord]:
    for row in _numbers(figure):
        said, unit, how = (row[which], row[2 + which]), row[7 + which], row[10 + which]
        yield (*said, *row[4:7], unit, row[9], how, *row[12:])


def _source(source: Source) -> tuple[str, str, str | None]:
    return source.title, source.publisher, source.url


def _paper(source: Source) -> tuple[str | None, date | None]:
    return source.symbol, source.issued


def convention_tables(conventions: Mapping[str, ConventionFacts]) -> tuple[OpenTable, ...]:
    """The treaty facts, a row a convention; beside them where sources differ, and the sources."""
    code = OpenField("convention", is_required=True, refers_to=CONVENTIONS_TABLE)
    number = OpenField("number", "integer", is_required=True)
    key = ("convention", "number")
    differ = (code, number, *(one for name in ("matter", "versions", "holds") for one in in_both(name, True)))
    read = (code, number, *READ_FIELDS)
    return (
        _facts_table(conventions),
        OpenTable("dieu-uoc-khac-biet", "disputes", differ, key, partial(_disputes, conventions)),
        OpenTable("dieu-uoc-nguon", "treaty_sources", read, key, partial(_read, conventions)),
    )


def _facts_table(conventions: Mapping[str, ConventionFacts]) -> OpenTable:
    fields = (
        OpenField("convention", is_required=True, choices=vocabulary.CONVENTIONS),
        *(OpenField(name, "date") for name in _DATED),
        OpenField("joined_by"),
        *(one for name in _TOLD for one in in_both(name)),
        OpenField("committee_code"),
        OpenField("members", "integer"),
        OpenField("articles", "integer"),
        *in_both("review_when"),
        *in_both("review_report"),
        OpenField("review_symbol"),
        OpenField("as_of", "date"),
        OpenField("in_force_here", "date"),
    )
    sources = tuple({one.mark: one for facts in conventions.values() for one in facts.sources}.values())
    rows = partial(_facts, conventions)
    return OpenTable(CONVENTIONS_TABLE, "conventions", fields, ("convention",), rows, sources=sources)


def _facts(conventions: Mapping[str, ConventionFacts]) -> Iterator[OpenRecord]:
    for one in conventions.values():
        days: tuple[date | None, ...] = tuple(getattr(one, name) for name in _DATED)
        told = (cell for name in _TOLD for cell in both(getattr(one, name)))
        review = (*both(one.review.when), *both(one.review.report), one.review.symbol)
        numbers = (one.committee_code, one.members, one.articles)
        yield (one.code, *days, one.joined_by, *told, *numbers, *review, one.as_of, one.in_force_here)


def _disputes(conventions: Mapping[str, ConventionFacts]) -> Iterator[OpenRecord]:
    for one in conventions.values():
        for number, dispute in enumerate(one.disputes, 1):
            yield (one.code, number, *both(dispute.matter), *both(dispute.versions), *both(dispute.holds))


def _read(conventions: Mapping[str, ConventionFacts]) -> Iterator[OpenRecord]:
    for one in conventions.values():
        for number, source in enumerate(one.sources, 1):
            yield (one.code, number, *read_cells(source))
