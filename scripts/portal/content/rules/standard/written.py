"""A rebuttal as its file says it, for the rules of the standard: read without trusting any of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from portal.reading.cells import yes_or_no
from portal.reading.documents import Document
from portal.reading.yaml_reader import Location


@dataclass(frozen=True)
class Written:
    """A rebuttal as its file says it, read without trusting any of it to have the shape it should have."""

    document: Document
    front: Mapping[str, Any]

    def part(self, name: str) -> Mapping[str, Any]:
        value = self.front.get(name)
        return value if isinstance(value, dict) else {}

    def parts(self, name: str) -> list[tuple[int, Mapping[str, Any]]]:
        value = self.front.get(name)
        return [(n, one) for n, one in enumerate(value) if isinstance(one, dict)] if isinstance(value, list) else []

    def text(self, name: str) -> str:
        value = self.front.get(name)
        return value if isinstance(value, str) else ""

    @property
    def verdict(self) -> str:
        value = self.front.get("verdict")
        return str(value).lower() if isinstance(value, bool) else str(value or "")

    @property
    def claim(self) -> Mapping[str, Any]:
        return self.part("claim")

    def claim_word(self, name: str) -> str:
        """A word of the claim; "" where there is none, or something that is no word."""
        value = self.claim.get(name)
        return value if isinstance(value, str) else ""


def says_yes(value: object) -> bool | None:
    """What a yes or no of a file means, as the model reads it; None for what is neither, which the model tells."""
    found = yes_or_no(value) if isinstance(value, str) else value
    return found if isinstance(found, bool) else None


Found = tuple[Location, Mapping[str, Any]]
Rule = Callable[[Written], Iterator[Found]]
