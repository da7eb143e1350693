"""What a part of a text has to keep in every language: its numbers, its marks of sources, its links, its Markdown."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from portal.reading.markdown.markup import CITATION

_CITED: Final = re.compile(CITATION)
_LINK: Final = re.compile(r"\]\(([^()\[\]\s]*)")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>\n]*>")
_NOT_SAID: Final = re.compile(rf"{CITATION}|\]\([^()\n]*\)|</?[A-Za-z][^<>\n]*>|\{{[^{{}}\n]*\}}")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_PAIRED: Final = ("**", "`")
_SMALL: Final = 12
"""Up to it, a number that one language writes as a word may be a figure in another."""
Changed = tuple[str, dict[str, Any]]
"""The code of a problem, and what its sentence needs."""


def digits_in(text: str) -> Counter[str]:
    """The numbers of a text as their digits alone: 25,68 and 25.68 are one, and so are Lao digits and others."""
    found = (_digits(one[0]) for one in _NUMBER.finditer(_NOT_SAID.sub(" ", text)))
    return Counter(found)


def _digits(written: str) -> str:
    return "".join(str(unicodedata.digit(sign)) for sign in written if sign.isdigit())


def marks_in(text: str) -> Counter[str]:
    """The marks of sources: [1, 3] is two."""
    return Counter(number.strip() for found in _CITED.findall(text) for number in found.split(","))


def links_in(text: str) -> Counter[str]:
    """Where the links of a text lead."""
    return Counter(_LINK.findall(text))


def changed_numbers(original: str, said: str) -> Iterator[Changed]:
    """Numbers that a translation lacks, and those that it has beyond its original."""
    before, after = digits_in(original), digits_in(said)
    if lost := sorted((before - after).elements()):
        yield "translated-number-lost", {"values": _shown(lost, original)}
    extra = sorted(one for one in (after - before).elements() if len(one) > 2 or int(one) > _SMALL)
    if extra:
        yield "translated-number-new", {"values": _shown(extra, said)}


def _shown(digits: list[str], text: str) -> list[str]:
    """Numbers as the text writes them."""
    written = {_digits(one[0]): one[0] for one in _NUMBER.finditer(text)}
    return list(dict.fromkeys(written.get(one, one) for one in digits))


def changed_marks(original: str, said: str) -> Iterator[Changed]:
    """Marks of sources and links that a translation lacks, or has beyond its original."""
    before, after = marks_in(original), marks_in(said)
    if lost := sorted(before - after):
        yield "translated-mark-lost", {"values": [f"[{one}]" for one in lost]}
    if extra := sorted(after - before):
        yield "translated-mark-new", {"values": [f"[{one}]" for one in extra]}
    before, after = links_in(original), links_in(said)
    if lost := sorted(before - after):
        yield "translated-link-lost", {"values": lost}
    if extra := sorted(after - before):
        yield "translated-link-new", {"values": extra}


def broken_markdown(original: str, said: str) -> Iterator[Changed]:
    """What no longer reads as the original does: a cell of a table too many, bold that never ends, a tag that is lost,
    a text that begins another block."""
    for sign in _PAIRED:
        if said.count(sign) % 2 or bool(said.count(sign)) != bool(original.count(sign)):
            yield "translated-sign", {"value": sign, "count": original.count(sign)}
    if original.count("|") != said.count("|"):
        yield "translated-cells", {"count": original.count("|"), "now": said.count("|")}
    if Counter(_TAG.findall(original)) != Counter(_TAG.findall(said)):
        yield "translated-tags", {"values": _TAG.findall(original)}
    if "\n" in said and "\n" not in original:
        yield "translated-lines", {}
    if re.match(r"#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|>|```|~~~|:\s", said) and not re.match(r"[^\w\s]|\d", original):
        yield "translated-begins", {"value": said.split()[0]}
