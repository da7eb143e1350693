"""What open tables and their columns are called in a language, and the dictionary of them all."""

from collections.abc import Iterator, Sequence
from typing import Final

from portal.language.locales import LANGUAGES
from portal.language.words import Words, words
from portal.plan.open_data.known import in_both
from portal.plan.open_data.tables import OpenField, OpenRecord, OpenTable

DICTIONARY_TABLE: Final = "tu-dien"


def table_title(table: OpenTable, text: Words) -> str:
    """What the table is called."""
    return text.say(f"open_data.tables.{table.said}.title", **_blanks(table, text.lang))


def table_about(table: OpenTable, text: Words) -> str:
    """What is in the table, in a sentence or two."""
    return text.say(f"open_data.tables.{table.said}.about", **_blanks(table, text.lang))


def meaning(column: OpenField, text: Words) -> str:
    """What a column means; of one that is there in each language, with the name of its own."""
    known = text.family("open_data.fields")
    if column.name in known:
        return str(known[column.name])
    name, _, lang = column.name.rpartition("_")
    return f"{text.label('open_data.fields', name)} ({text.language_name(lang)})"


def _blanks(table: OpenTable, lang: str) -> dict[str, str | int]:
    return {name: value if isinstance(value, int) else value[lang] for name, value in table.values.items()}


def dictionary_table(tables: Sequence[OpenTable]) -> OpenTable:
    """A row a column of every table, this one's own too."""
    fields = (
        OpenField("table", is_required=True),
        OpenField("field", is_required=True),
        OpenField("type", is_required=True),
        OpenField("unit"),
        OpenField("required", "boolean", is_required=True),
        OpenField("choices", "list"),
        OpenField("refers_to"),
        *in_both("meaning", is_required=True),
    )

    def rows() -> Iterator[OpenRecord]:
        for table in (*tables, own):
            for one in table.fields:
                means = (meaning(one, words(lang)) for lang in LANGUAGES)
                told = (one.type, one.unit or None, one.is_required, one.choices, one.refers_to or None)
                yield (table.name, one.name, *told, *means)

    own = OpenTable(DICTIONARY_TABLE, "dictionary", fields, ("table", "field"), rows)
    return own
