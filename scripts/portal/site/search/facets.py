"""What a search may be narrowed and sorted by, for all pages at once: a bit for each page under each value."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from portal.site.search.written import DIGITS

BITS: Final = 6
FIRST_DAY: Final = date(2000, 1, 1).toordinal()
"""Days are counted from here; 0 is a page without one."""
DAY: Final = "date"

Facets = Mapping[str, tuple[str, ...]]


def facets_written(pages: Sequence[Facets]) -> dict[str, object]:
    """{name: {value: bits}} in the order of pages, and their days as numbers."""
    named = sorted({(name, value) for page in pages for name in page if name != DAY for value in page[name]})
    found: dict[str, object] = {DAY: "".join(_day(page.get(DAY, ("",))[0]) for page in pages)}
    for name, value in named:
        values = found.setdefault(name, {})
        assert isinstance(values, dict)
        values[value] = _bits([value in page.get(name, ()) for page in pages])
    return found


def _bits(has: Sequence[bool]) -> str:
    """Six pages to a letter, the first in its lowest bit; nothing after the last letter that has one."""
    groups = (has[start : start + BITS] for start in range(0, len(has), BITS))
    letters = (DIGITS[sum(bit << place for place, bit in enumerate(group))] for group in groups)
    return "".join(letters).rstrip(DIGITS[0])


def _day(iso: str) -> str:
    """Three letters, the highest first."""
    days = date.fromisoformat(iso).toordinal() - FIRST_DAY if iso else 0
    return "".join(DIGITS[days >> shift & 63] for shift in (12, 6, 0))
