"""How a rule tells a problem of a text: by the line it counted from 0, in the document's own file."""

from typing import Any

from portal.reading.documents import Document
from portal.reading.problems import Problem


def tell(document: Document, line: int, code: str, **values: Any) -> Problem:
    """A problem of a document's text. `line` counts from 0, the first of the text."""
    return Problem(document.path, document.body_line + line, "", code, values)
