"""Kept values that many will ask for one by one, worked out before by as many processes as there are cores."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from portal.reading.keeping.digests import name_of
from portal.reading.keeping.kept_values import WORKED_OUT, KeptValues, Value, worked_out
from portal.reading.shares import dealt

_Thing = TypeVar("_Thing", bound=tuple[object, ...])


def work_ahead(values: KeptValues, makes: Mapping[str, Callable[[], object]]) -> None:
    """Lay a value under every name for which `values` have none. What is made travels, and is what JSON can say."""
    new = [(name, make) for name, make in makes.items() if not values.has(name)]
    for (name, _), value in zip(new, dealt(_made, new), strict=True):
        values.put(name, value)


def _made(one: tuple[str, Callable[[], object]]) -> object:
    return one[1]()


def each_worked_out(what: str, things: Sequence[_Thing], make: Callable[[_Thing], Value]) -> Iterator[Value]:
    """`worked_out` of each of the things, which are all its value is made from; what nobody kept is dealt."""
    values = WORKED_OUT.get()
    if values is None:
        yield from dealt(make, things)
        return
    names = {name: partial(make, one) for one in things if (name := name_of(what, one))}
    work_ahead(values, names)
    for one in things:
        yield worked_out(what, one, partial(make, one))
