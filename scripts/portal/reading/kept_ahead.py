"""Kept values that many will ask for one by one, worked out before by as many processes as there are cores."""

from collections.abc import Callable, Mapping

from portal.reading.kept_values import KeptValues
from portal.reading.shares import dealt


def work_ahead(values: KeptValues, makes: Mapping[str, Callable[[], object]]) -> None:
    """Lay a value under every name for which `values` have none. What is made travels, and is what JSON can say."""
    new = [(name, make) for name, make in makes.items() if not values.has(name)]
    for (name, _), value in zip(new, dealt(_made, new), strict=True):
        values.put(name, value)


def _made(one: tuple[str, Callable[[], object]]) -> object:
    return one[1]()
