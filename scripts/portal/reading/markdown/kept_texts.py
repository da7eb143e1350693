"""Texts as they were read before: what one reading of a text holds depends on nothing but the text."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from portal.reading.keeping.kept import made_of
from portal.reading.keeping.kept_values import KeptValues
from portal.reading.markdown.rendered import Paragraph, Rendered, Tag
from portal.reading.markdown.text import SHELF, TextShelf, WrittenText


@contextmanager
def texts_kept(values: KeptValues) -> Iterator[None]:
    """Inside, a text that `values` know is not read again."""
    before = SHELF.set(_KeptShelf(values))
    try:
        yield
    finally:
        SHELF.reset(before)


class _KeptShelf(TextShelf):
    """Texts as values that are kept. One with faults is not: what is wrong is found each time."""

    def __init__(self, values: KeptValues) -> None:
        super().__init__()
        self._values = values

    def has(self, body: str) -> bool:
        return self._values.has(_name(body)) or super().has(body)

    def lay(self, text: WrittenText) -> None:
        if text.faults:
            super().lay(text)
        else:
            self._values.put(_name(text.body), _tree(text))

    def read(self, body: str) -> WrittenText:
        with suppress(KeyError):
            return _text(body, *self._values.copy(_name(body)))
        found = super().read(body)
        if not found.faults:
            self.lay(found)
        return found


def _name(body: str) -> str:
    return made_of(body.encode("utf-8", "surrogatepass"))


def _tree(text: WrittenText) -> list[Any]:
    found = text.rendered
    return [text.html, text.changed, found.tags, found.paragraphs, found.tokens, found.comments]


def _text(body: str, html: str, changed: str, tags: Any, paragraphs: Any, tokens: Any, comments: Any) -> WrittenText:
    rendered = Rendered(
        tuple(Tag(name, _pairs(attributes), words) for name, attributes, words in tags),
        tuple(Paragraph(*one) for one in paragraphs),
        tuple((sign, name, _pairs(attributes)) for sign, name, attributes in tokens),
        tuple(comments),
    )
    return WrittenText(body, html, rendered, changed)


def _pairs(attributes: Iterable[Any]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in attributes)
