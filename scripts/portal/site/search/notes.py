"""What a build notes of each page for the search, beside the pages themselves, until the index has been written."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final

NOTES: Final = "trang.json"
"""The file of the notes, among the data; it goes when the index is there."""


@dataclass(frozen=True)
class Noted:
    """What the build knows of a page besides what it shows: the language of its frame, its place, the words people
    type for it, what it may be narrowed by."""

    lang: str
    place: str
    words: tuple[str, ...]
    facets: Mapping[str, tuple[str, ...]]


def notes_text(known: Mapping[str, Noted]) -> str:
    """The notes by the addresses of pages, as the text of their file."""
    return json.dumps({address: asdict(one) for address, one in known.items()}, sort_keys=True)


def noted(text: str) -> dict[str, Noted]:
    """The notes from the text of their file, in the order of addresses."""
    return {
        address: Noted(one["lang"], one["place"], tuple(one["words"]), one["facets"])
        for address, one in sorted(json.loads(text).items())
    }
