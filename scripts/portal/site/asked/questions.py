"""Questions that a page asks while it is made: noted by whoever answers them, never declared by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

Question = tuple[str, ...]
"""What is asked, by its name, and of what: ("front", LANGUAGE, "cong-uoc/crc")."""

TABLES_OF_SITE: Final = frozenset(
    ("listings", "list_pages", "related", "quizzes", "printed", "drawn_on", "press_sheets")
)
"""What the site keeps as tables: each entry is a question, and so is which there are, by the name of the table."""


class Notes:
    """The questions of the page that is being made; what is asked while none is made, or while an answer is worked out
    that several pages share, is noted of none."""

    def __init__(self) -> None:
        self._noted: set[Question] | None = None

    def ask(self, *question: str) -> None:
        """Note a question of the page that is being made."""
        if self._noted is not None:
            self._noted.add(question)

    @contextmanager
    def of_page(self) -> Iterator[set[Question]]:
        """A page is made inside: what it asks is gathered in the set."""
        before, self._noted = self._noted, set()
        try:
            yield self._noted
        finally:
            self._noted = before

    @contextmanager
    def of_none(self) -> Iterator[None]:
        """An answer is worked out inside."""
        before, self._noted = self._noted, None
        try:
            yield
        finally:
            self._noted = before
