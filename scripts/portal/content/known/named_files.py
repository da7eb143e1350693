"""Data files by their shape: a list of entries, or a folder of entries each in a file of its own name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.reading.fields import SLUG
from portal.reading.files import is_folder
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Reading


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


def with_id(file: Path, path: str, reading: Reading) -> tuple[Any, list[Problem]]:
    """What a file says with its name as the entry's id: an address of the site is made from it, and a second one
    in the file could lead out of the site."""
    if not isinstance(reading.value, Mapping):
        return reading.value, []
    found = [Problem(path, reading.line(("id",)), "id", "figure-own-id")] if "id" in reading.value else []
    if not re.fullmatch(SLUG, file.stem):
        found.append(Problem(path, 1, "", "figure-name", {"name": file.name}))
    return {**reading.value, "id": "ten" if found else file.stem}, found


def ids_within(values: Any) -> Iterator[str]:
    """The ids of entries in the lists of a file that could not be read as a whole."""
    lists = [part for part in values.values() if isinstance(part, list)] if isinstance(values, Mapping) else []
    yield from (str(one["id"]) for part in lists for one in part if isinstance(one, Mapping) and "id" in one)


def folder_missing(root: Path, one: Keyed, name: str, line: int) -> list[Problem]:
    """An entry whose folder is not there."""
    folder = one.folder.format(name)
    if not folder or is_folder(root / folder):
        return []
    return [Problem(one.path, line, one.key, "locale-no-folder", {"path": one.path, "value": name, "folder": folder})]
