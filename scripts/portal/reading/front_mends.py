"""What of YAML may be mended without judgement, line by line, before it is read: Word's blanks and quotes.

YAML sees neither: a blank that does not break is no blank, curly marks around a value are a part of it. So what it says
of them misleads; here the mistake itself is told, and the rest of the file is read as it was meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.language.letters import code_point
from portal.reading.characters import around

BLANKS: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that are no blank to YAML and to Markdown; as a range of a pattern."""
_BLANK: Final = re.compile(f"[{BLANKS}]")
_VALUE: Final = re.compile(r"(?P<key>[ ]*(?:-[ ]+)*(?:[\w-]+[ ]*:[ ]+)?)(?P<value>\S.*?)(?P<rest>[ \t\r]*)")
_BLOCK: Final = re.compile(r"[ ]*(?:-[ ]+)*(?:[\w-]+[ ]*:[ ]+)?[|>][-+0-9]*[ \t\r]*")
_OPENING, _CLOSING = '“„”‟"', '”“‟"'
_IN_FLOW: Final = re.compile(r"(?<=[\[{,:])([ ]*)[“„”‟]([^“”„‟\"\\]*)[”“‟](?=[ ]*[,\]}])")


@dataclass(frozen=True)
class FrontMend:
    """A line of YAML (from 0) that is to be another: `code` says why, `was` and `now` are what changes, `near` the
    letters around a blank."""

    line: int
    code: str
    was: str
    now: str
    near: str = ""


def mended_front(front: str) -> tuple[str, tuple[FrontMend, ...]]:
    """A piece of YAML as it was meant, line for line, and what was mended in it."""
    lines, mends, block = front.split("\n"), list[FrontMend](), -1
    for number, line in enumerate(lines):
        plain = _BLANK.sub(" ", line)
        mends += [
            FrontMend(number, "front-blank", code_point(found[0]), "U+0020", around(line, found.start()))
            for found in _first_blank(line)
        ]
        indent = len(plain) - len(plain.lstrip(" "))
        if block >= 0 and (not plain.strip() or indent > block):
            lines[number] = plain
            continue
        block = indent if _BLOCK.fullmatch(plain) else -1
        lines[number] = with_straight_quotes(plain)
        if lines[number] != plain:
            mends.append(FrontMend(number, "front-quotes", _value(plain), _value(lines[number])))
    return "\n".join(lines), tuple(mends)


def with_straight_quotes(line: str) -> str:
    """A line of YAML whose value, or values in brackets, stand between straight quotation marks and no others."""
    found = _VALUE.fullmatch(line)
    if not found or not found["key"].strip():
        return line
    inner = _between(found["value"])
    if inner is not None:
        return f'{found["key"]}"{inner}"{found["rest"]}'
    return "".join(_flow_mended(line)) if found["value"][0] in "[{" else line


def _first_blank(line: str) -> Iterator[re.Match[str]]:
    found = _BLANK.search(line)
    if found:
        yield found


def _value(line: str) -> str:
    found = _VALUE.fullmatch(line)
    return found["value"] if found else line.strip()


def _between(value: str) -> str | None:
    """What stands between quotation marks that are not both straight; None where they are not around the whole."""
    if len(value) > 2 and value[0] in "‘’" and value[-1] in "‘’" and not set(value[1:-1]) & set('‘’"\\'):
        return value[1:-1]
    if len(value) < 3 or value[0] not in _OPENING or value[-1] not in _CLOSING or value[0] == value[-1] == '"':
        return None
    inner, depth = value[1:-1], 0
    for sign in inner:
        depth += (sign in "“„") - (sign == "”")
        if depth < 0:
            return None
    return None if depth or '"' in inner or "\\" in inner else inner


def _flow_mended(line: str) -> Iterator[str]:
    """The pieces of a line in brackets; marks inside straight quotation marks are a text's own."""
    end = 0
    for found in _IN_FLOW.finditer(line):
        if line.count('"', 0, found.start()) % 2 == 0:
            yield f'{line[end : found.start()]}{found[1]}"{found[2]}"'
            end = found.end()
    yield line[end:]
