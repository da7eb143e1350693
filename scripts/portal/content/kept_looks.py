"""Looks that found nothing, kept from one run to the next: nobody has to look again where nothing has changed."""

from collections.abc import Callable, Iterable

from portal.content.looks import Looks
from portal.reading.keeping.digests import name_of
from portal.reading.keeping.kept_values import KeptValues
from portal.reading.problems import Problem


class KeptLooks(Looks):
    """The looks of a run. Only that nothing was found is kept: what was found is found again, and told anew."""

    def __init__(self, values: KeptValues) -> None:
        super().__init__()
        self._values = values

    def of(self, path: str, made_from: object, look: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
        """What a look finds; nothing where it found nothing when it was made from the same."""
        name = name_of(path, _parts(made_from))
        if name and self._values.has(name):
            return ()
        found = super().of(path, made_from, look)
        if name and not found:
            self._values.put(name, 0)
        return found

    def knows(self, path: str, made_from: object) -> bool:
        """Whether it is known to find nothing."""
        name = name_of(path, _parts(made_from))
        return bool(name and self._values.has(name)) or super().knows(path, made_from)

    def keep(self) -> None:
        """Keep what was found to be without problems."""
        self._values.keep()


def _parts(made_from: object) -> tuple[object, ...]:
    return made_from if isinstance(made_from, tuple) else (made_from,)
