"""What may stand in the register only once, as numbers: rows that say the same have the same, at eight bytes a row.

The texts of millions of ids and titles fit into no memory; their marks do. Two rows with one mark are only suspected:
the register is read once more and their texts are compared.
"""

from array import array
from collections.abc import Iterable, Iterator
from typing import Final
from zlib import crc32

BUCKETS: Final = 64
"""Marks are kept in so many parts, so that one part after another is compared."""
_MIXED: Final = 29  # from this bit on, a mark has the check sum in it: the bits below may be a text's first letter
_PRIME: Final = (1 << 61) - 1


def mark(text: str) -> int:
    """A number below 2^61 that depends on the text alone, today as on any other day: its bytes modulo a prime, mixed
    with their check sum, as numbers in ids alone would often meet."""
    data = text.encode()
    return (int.from_bytes(data, "little") % _PRIME) ^ (crc32(data) << _MIXED)


class Marks:
    """The marks of many rows of one kind."""

    def __init__(self) -> None:
        self.buckets = [array("Q") for _ in range(BUCKETS)]

    def add(self, text: str) -> None:
        data = text.encode()  # as `mark` does, without a call for each of millions
        one = (int.from_bytes(data, "little") % _PRIME) ^ (crc32(data) << _MIXED)
        self.buckets[(one >> _MIXED) % BUCKETS].append(one)


class RowMarks:
    """The marks of the rows of a file: of their ids, of what makes two of them one product, of the addresses of
    pages."""

    def __init__(self) -> None:
        self.ids, self.twins, self.addresses = Marks(), Marks(), Marks()

    @property
    def parts(self) -> list["array[int]"]:
        """All their buckets, one after another."""
        return [*self.ids.buckets, *self.twins.buckets, *self.addresses.buckets]


def twice(every: Iterable[Marks], most: int) -> set[int]:
    """The marks that stand more than once among all; no more are sought when `most` of them are found."""
    together, found = tuple(every), set[int]()
    for number in range(BUCKETS):
        buckets = [marks.buckets[number] for marks in together]
        if len(found) < most and len(set().union(*buckets)) < sum(map(len, buckets)):
            found.update(_again(buckets))
    return found


def _again(buckets: "Iterable[array[int]]") -> Iterator[int]:
    seen = set[int]()
    for bucket in buckets:
        for one in bucket:
            if one in seen:
                yield one
            seen.add(one)
