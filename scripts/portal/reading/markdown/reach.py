"""What a text has to do with others: where its links lead, and the places in it that links may lead to."""

from dataclasses import astuple, dataclass
from functools import lru_cache
from typing import Any, Final

from portal.reading.keeping.kept_values import worked_out
from portal.reading.markdown.text import TextLink, text_of

_REMEMBERED: Final = 8192


@dataclass(frozen=True)
class TextReach:
    """Every link and picture of a text, and its anchors."""

    links: tuple[TextLink, ...]
    anchors: frozenset[str]


@lru_cache(maxsize=_REMEMBERED)
def reach_of(body: str) -> TextReach:
    """The reach of a text, for which a text that was read before is not read again. Never raises."""
    links, anchors = worked_out("reach", (body,), lambda: _told(body))
    return TextReach(tuple(TextLink(*one) for one in links), frozenset(anchors))


def _told(body: str) -> tuple[list[Any], list[str]]:
    text = text_of(body)
    return [astuple(one) for one in text.links], sorted(text.anchors)
