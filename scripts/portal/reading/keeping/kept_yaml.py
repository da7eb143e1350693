"""YAML as it was read before: what a piece of it says, and on which lines, depends on nothing but the piece."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from portal.reading.keeping.digests import digest_of_value
from portal.reading.keeping.kept_values import WORKED_OUT


class ReadYaml(Protocol):
    """What a piece of YAML said."""

    value: Any
    lines: dict[tuple[str | int, ...], int]

    @property
    def problems(self) -> Sequence[object]: ...


_Yaml = TypeVar("_Yaml", bound=ReadYaml)


def yaml_once(text: str, first_line: int, read: Callable[[], _Yaml], again: Callable[..., _Yaml]) -> _Yaml:
    """What a text says that begins on a line: `read`, or said `again` where a run before found nothing wrong in it.
    What is wrong is found each time."""
    values, name = WORKED_OUT.get(), f"yaml {first_line} {digest_of_value(text)}"
    if values is not None:
        with suppress(KeyError):
            value, lines = values.copy(name)
            return again(value, {tuple(place): line for place, line in lines})
    found = read()
    if values is not None and not found.problems and _is_plain(found.value):
        values.put(name, [found.value, [[place, line] for place, line in found.lines.items()]])
    return found


def _is_plain(value: object) -> bool:
    """Whether JSON gives a value back as it is: a number with a point remembers how it was written."""
    if isinstance(value, Mapping):
        return all(type(name) is str and _is_plain(one) for name, one in value.items())
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return value is None or type(value) in (str, int, bool)
