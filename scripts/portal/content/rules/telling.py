"""How a rule tells a problem of a text: by the line it counted from 0, in the document's own file."""

from collections.abc import Iterator
from typing import Any

from portal.reading.documents import Document
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location


def tell(document: Document, line: int, code: str, **values: Any) -> Problem:
    """A problem of a document's text. `line` counts from 0, the first of the text."""
    return Problem(document.path, document.body_line + line, "", code, values)


def front_texts(value: object, place: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every text in a front matter, its places named; names of fields have rules of their own."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from front_texts(part, (*place, str(name)))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from front_texts(part, (*place, number))
