"""What was found in each text, kept from one look to the next as long as nothing it depends on has changed."""

from collections.abc import Callable, Iterable

from portal.reading.files import guarded
from portal.reading.problems import Problem


class Looks:
    """For whoever looks again and again, as a preview does: what was found of each thing, and what it was made from.
    Whoever looks tells all that a look may reach: what is told apart is looked at anew."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[object, tuple[Problem, ...]]] = {}

    def of(self, path: str, made_from: object, look: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
        """What a look at a file, or a folder, finds, or found when it was made from the same. Where the look itself
        fails, that is the problem."""
        before = self._found.get(path)
        if before is None or before[0] != made_from:
            failed: list[Problem] = []
            found = guarded(path, failed, lambda: tuple(look())) or ()
            before = self._found[path] = (made_from, (*found, *failed))
        return before[1]
