"""Addresses that stand in a text as bare letters: nobody can click them. Told, and made links where they are whole."""

import re
from collections.abc import Iterator
from typing import Final

from portal.content.rules.telling import tell
from portal.reading.documents import Document
from portal.reading.markdown.text import WrittenText
from portal.reading.problems import Problem

_STOPS: Final = ".,;:!?…)]}'\"”’»*_"
_BARE: Final = re.compile(r"(?<![\w@/.])(?:https?://|www\.)[^\s<>\"“”|`]+", re.IGNORECASE)
_NOT_SHOWN: Final = frozenset(("a", "code", "pre"))
_DEFINES: Final = re.compile(r"[ ]{0,3}\[[^\]\n]+\]:")


def bare_problems(document: Document, text: WrittenText) -> Iterator[Problem]:
    """A problem for each such address, with the link it was meant to be."""
    lines = text.lines()
    for address in bare_addresses(text):
        whole = address if "://" in address else f"https://{address}"
        yield tell(document, lines.of_target(address), "address-bare", target=address, instead=f"<{whole}>")


def bare_addresses(text: WrittenText) -> tuple[str, ...]:
    """Every address that readers see as letters alone, without the stops behind it."""
    found, inside = list[str](), 0
    for sign, name, _ in text.rendered.tokens:
        if sign != "text":
            inside += ((sign == "<") - (sign == ">")) * (name in _NOT_SHOWN)
        elif not inside:
            found += [one[0].rstrip(_STOPS) for one in _BARE.finditer(name)]
    return tuple(found)


def with_links(row: str, shadow: str, bare: frozenset[str]) -> str:
    """A row whose bare whole addresses are links; `shadow` is the row without its code."""
    if _DEFINES.match(row):
        return row
    for found in reversed(tuple(_BARE.finditer(shadow))):
        address = found[0].rstrip(_STOPS)
        before, after = row[: found.start()], row[found.start() + len(address) :]
        if address in bare and "://" in address and not before.endswith(("<", "(", '"', "'", "=", "[")):
            row = f"{before}<{address}>{after}"
    return row
