"""The register's rows as Parquet, written as they come from disk: a column for each field of a product.

The package that writes it, pyarrow, is no part of what the portal needs: only who wants this file installs it.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from portal.plan.register.products import Product

ROWS_OF_A_GROUP: Final = 50_000
"""Rows that are held at once and written together: a few dozen megabytes."""
_WORDS: Final = pa.list_(pa.string())
SCHEMA: Final = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("date", pa.date32(), nullable=False),
        pa.field("title", pa.string(), nullable=False),
        pa.field("agency", pa.string(), nullable=False),
        pa.field("theme", pa.int8(), nullable=False),
        pa.field("formats", _WORDS, nullable=False),
        pa.field("channels", _WORDS, nullable=False),
        pa.field("languages", _WORDS, nullable=False),
        pa.field("audiences", _WORDS, nullable=False),
        pa.field("places", _WORDS, nullable=False),
        pa.field("quantity", pa.int64()),
        pa.field("url", pa.string()),
        pa.field("path", pa.string(), nullable=False),
        pa.field("line", pa.int64(), nullable=False),
    ]
)
"""The columns, in their order; `quantity` and `url` are null where a row does not say them."""


def write_rows(rows: Iterable[Product], file: Path) -> int:
    """Write rows into a new file, in their order, and say how many they were. The same rows make the same bytes with
    the same pyarrow."""
    count = 0
    with pq.ParquetWriter(file, SCHEMA, compression="zstd") as out:
        for group in _groups(iter(rows)):
            out.write_table(pa.table(_columns(group), SCHEMA), row_group_size=ROWS_OF_A_GROUP)
            count += len(group)
    return count


def _groups(rows: Iterator[Product]) -> Iterator[list[Product]]:
    while group := list(islice(rows, ROWS_OF_A_GROUP)):
        yield group


def _columns(group: list[Product]) -> dict[str, list[Any]]:
    found = {name: [getattr(row, name) for row in group] for name in SCHEMA.names}
    return {**found, "url": [row.url or None for row in group]}
