"""Where print products are kept once they are made, for the builds that lay them into the site."""

from collections.abc import Collection
from pathlib import Path
from typing import Final

from portal.reading.keeping.kept import CACHE

PRINTED_SHELF: Final = f"{CACHE}/publications"
PRINTED_WITH: Final = "requirements-publications.txt"
"""The programs that print: what they are is part of what is made."""


def products_folder(house: Path) -> Path:
    """Where they are kept."""
    return house / PRINTED_SHELF


def sweep_shelf(house: Path, wanted: Collection[Path]) -> None:
    """Take away what is kept and no page has any more."""
    for file in products_folder(house).iterdir():
        if file not in wanted:
            file.unlink(missing_ok=True)
