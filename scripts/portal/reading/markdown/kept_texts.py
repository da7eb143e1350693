"""Texts as they were read before: what one reading of a text holds depends on nothing but the text."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from portal.reading.kept import made_of
from portal.reading.kept_values import KeptValues
from portal.reading.markdown.rendered import Paragraph, Rendered, Tag
from portal.reading.markdown.text import IS_KEPT, READER, WrittenText, text_read


@contextmanager
def texts_kept(values: KeptValues) -> Iterator[None]:
    """Inside, a text that `values` know is not read again. One with faults is: what is wrong is found each time."""

    def is_kept(body: str) -> bool:
        return values.has(_name(body))

    def read(body: str) -> WrittenText:
        name = _name(body)
        if values.has(name):
            return _text(body, *values.of(name, list))
        found = text_read(body)
        if not found.faults:
            values.put(name, _tree(found))
        return found

    reader, kept = READER.set(read), IS_KEPT.set(is_kept)
    try:
        yield
    finally:
        READER.reset(reader)
        IS_KEPT.reset(kept)


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
