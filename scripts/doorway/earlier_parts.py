"""What a part of a page said before, as git keeps it; "" without git or its history. No door of its own."""

from functools import cached_property
from pathlib import Path
from typing import Self

from doorway.history import EarlierTexts, history_of
from portal.content.desk.history import History
from portal.content.translating.kit import said_by_digest
from portal.language.locales import HOUSE
from portal.reading.documents import MAX_FRONT_MATTER, Document, split_front
from portal.reading.yaml_reader import read_yaml


class EarlierParts:
    """Asked with a page and the digest of a part. Git is asked once somebody does. Closed with `with`."""

    def __init__(self, root: Path) -> None:
        self._root, self._texts = root, EarlierTexts(root)
        self._known: dict[str, dict[str, str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._texts.__exit__()

    def __call__(self, document: Document, digest: str) -> str:
        if document.path not in self._known:
            self._known[document.path] = self._parts(document.path)
        return self._known[document.path].get(digest, "")

    @cached_property
    def _history(self) -> History | None:
        return history_of(self._root, [HOUSE[0].folder])

    def _parts(self, path: str) -> dict[str, str]:
        """{digest: text} of every part that any version of a page had."""
        found = dict[str, str]()
        for change in self._history.of(path) if self._history else ():
            for blob in (change.new, *change.old):
                front, body, _ = split_front(self._texts(blob).replace("\r\n", "\n"))
                values = read_yaml(front or "", "", 2, MAX_FRONT_MATTER).value
                found |= said_by_digest(values, body) if isinstance(values, dict) else {}
        return found
