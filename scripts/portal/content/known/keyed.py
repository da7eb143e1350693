"""How a data file that is a list is read: by its model, its key, and what must be so among its entries."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Keyed:
    """A data file that is a list of entries, told apart by the field `key`; `must` where the portal needs it.
    Where `folder` says how it is named, each entry has one; no two have the same in all fields of `once`. `points` are
    the fields that name other entries."""

    path: str
    model: type[Any]
    key: str = "id"
    must: bool = False
    folder: str = ""
    once: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
