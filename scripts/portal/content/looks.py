"""What was found in each text, kept from one look to the next as long as nothing it depends on has changed."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from portal.reading.files import guarded
from portal.reading.problems import Problem
from portal.reading.shares import dealt


class TextLook(NamedTuple):
    """A look at a file, or a folder, and what it is made from: all that it may reach."""

    path: str
    made_from: object
    act: Callable[[], Iterable[Problem]]


class Looks:
    """For whoever looks again and again, as a preview does: what was found of each thing, and what it was made from.
    Whoever looks tells all that a look may reach: what is told apart is looked at anew."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[object, tuple[Problem, ...]]] = {}

    def of(self, path: str, made_from: object, look: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
        """What a look at a file, or a folder, finds, or found when it was made from the same. Where the look itself
        fails, that is the problem."""
        if not self.knows(path, made_from):
            self._found[path] = (made_from, _looked(TextLook(path, made_from, look)))
        return self._found[path][1]

    def of_all(self, looks: Iterable[TextLook]) -> Iterator[tuple[Problem, ...]]:
        """The same of many, in their order; those that have to be done are dealt to the processors."""
        asked = tuple(looks)
        new = [look for look in asked if not self.knows(look.path, look.made_from)]
        found = dict(zip((look.path for look in new), dealt(_looked, new), strict=True))
        for look in asked:
            yield self.of(look.path, look.made_from, lambda path=look.path: found[path])  # type: ignore[misc]

    def knows(self, path: str, made_from: object) -> bool:
        """Whether what such a look finds is known from before."""
        before = self._found.get(path)
        return before is not None and before[0] == made_from


def _looked(look: TextLook) -> tuple[Problem, ...]:
    failed: list[Problem] = []
    found = guarded(look.path, failed, lambda: tuple(look.act())) or ()
    return (*found, *failed)
