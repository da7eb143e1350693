"""Pages as a browser reads them, for tests that look at their elements."""

from functools import cache
from typing import Any

import html5lib


@cache
def parsed(text: str) -> Any:
    return html5lib.parse(text, namespaceHTMLElements=False)


def all_of(text: str, tag: str) -> list[Any]:
    return list(parsed(text).iter(tag))


def text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
