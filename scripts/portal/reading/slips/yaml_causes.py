"""Why YAML could not read a file, as whoever wrote it sees it: the line of the cause and what to write there.

PyYAML says it in English, and often names the line after. Here the lines are looked at for what people really write: a
colon of another keyboard, or without a blank behind it, quotation marks inside quotation marks, Tab for an indent.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from portal.language.letters import code_point

_KEY: Final = r"[ ]*(?:-[ ]+)*[^\s:\"'\[{#&*!|>%@`,-][^:\"'\[{#]*?"
_FIELD: Final = re.compile(rf"(?P<head>{_KEY}[ ]*:[ ]+)(?P<value>\S.*?)[ ]*")
_ENTRY: Final = re.compile(r"(?P<head>[ ]*(?:-[ ]+)+)(?P<value>\S.*?)[ ]*")
_BLOCK: Final = re.compile(rf"(?:{_KEY}[ ]*:|[ ]*-)[ ]+[|>][-+0-9]*[ ]*")
_BEGINS: Final = re.compile(rf"{_KEY}:(?:[ ]|$)|[ ]*-[ ]|(?:---|\.\.\.)[ ]*$")
"""A row that begins something of its own, and goes on with nothing above it."""
_OPEN_QUOTE: Final = re.compile(rf"(?:{_KEY}:[ ]+|[ ]*(?:-[ ]+)+)(?:\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)")
_TAB: Final = re.compile(r"[ ]*\t\s*\S")
_WIDE: Final = re.compile(r"(?P<key>[ ]*(?:-[ ]+)*[\w-]+)[ ]*(?P<sign>[：﹕∶꞉︓])[ ]*(?P<value>.*?)[ ]*")
_TIGHT: Final = re.compile(r"(?P<key>[ ]*(?:-[ ]+)*[^\W\d][\w-]*):(?!//)(?P<value>[^\s:].*?)[ ]*")
_IN_DOUBLE: Final = re.compile(r'"(?:[^"\\]|\\.)*"(?P<rest>.*)')
_IN_SINGLE: Final = re.compile(r"'(?:[^']|'')*'(?P<rest>.*)")
_PAIR: Final = re.compile(r'"([^"]*)"')
_SIGN: Final = re.compile(r"[@`%]|[&*!][^\s,]*|[?-](?=[ ])|[|>](?![-+0-9]*[ ]*$)")
_COLON: Final = re.compile(r":(?:[ ]|$)")


@dataclass(frozen=True)
class Cause:
    """What is wrong in a row, counted from 0: its code, what the sentence needs, and the row as it was meant, where
    nobody can doubt that."""

    row: int
    code: str
    values: Mapping[str, Any] = field(default_factory=dict)
    meant: str | None = None


_Look = Callable[[str], Cause | None]


def cause_of(rows: Sequence[str], error: yaml.MarkedYAMLError) -> Cause:
    """Why `rows` could not be read, as far as can be told from them and from what PyYAML says."""
    mark = error.problem_mark or error.context_mark
    last = min(mark.line if mark else 0, len(rows) - 1)
    began = error.context_mark.line if error.context_mark and "key" in (error.context or "") else last
    for cause in _open_rows(rows, last):
        return cause
    near = dict.fromkeys((last, min(began, last) if "simple key" in (error.context or "") else last))
    own = _own_rows(rows, last)
    for number in (*near, *sorted(own, reverse=True)):
        found = _seen(rows[number]) if number in own else None
        if found:
            return Cause(number, found.code, found.values, found.meant)
    return _by_reason(rows, last, began, error.problem or "")


def looks_tight(text: str) -> str | None:
    """A value that was meant as a field, "title:x", as it should be written; None where it is none."""
    found = _TIGHT.fullmatch(text)
    return f"{found['key'].strip()}: {found['value']}" if found else None


def quoted(value: str) -> str:
    """A value between quotation marks, those inside it turned into the marks of a text."""
    inner = value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
    own = _PAIR.sub("“\\1”", inner).replace('"', "”")
    return f'"{own}"'


def _own_rows(rows: Sequence[str], last: int) -> frozenset[int]:
    """The rows that say something of YAML's own: those of a text below `|` or `>` do not."""
    found, block = set[int](), -1
    for number, row in enumerate(rows[: last + 1]):
        indent = len(row) - len(row.lstrip(" "))
        if block >= 0 and (not row.strip() or indent > block):
            continue
        block = indent if _BLOCK.fullmatch(row) else -1
        if row.strip() and not row.lstrip().startswith("#"):
            found.add(number)
    return frozenset(found)


def _open_rows(rows: Sequence[str], last: int) -> Iterator[Cause]:
    """A quotation mark or a bracket that is never closed: YAML itself complains only further down."""
    for number in sorted(_own_rows(rows, last)):
        after = next((row for row in rows[number + 1 :] if row.strip()), "---")
        if not _BEGINS.match(after):
            continue
        if _OPEN_QUOTE.fullmatch(rows[number]):
            yield Cause(number, "yaml-quote")
        found = _FIELD.fullmatch(rows[number])
        if found and found["value"][0] in "[{" and _rest_of_brackets(found["value"]) is None:
            yield Cause(number, "yaml-bracket", {"sign": found["value"][0]})


def _seen(row: str) -> Cause | None:
    return next((found for look in _LOOKS if (found := look(row))), None)


def _tab(row: str) -> Cause | None:
    return Cause(0, "yaml-tab") if _TAB.match(row) else None


def _wide_colon(row: str) -> Cause | None:
    found = _WIDE.fullmatch(row)
    if not found:
        return None
    now = f"{found['key']}: {found['value']}".rstrip()
    return Cause(0, "colon-wide", {"character": code_point(found["sign"]), "now": now.strip()}, now)


def _tight_colon(row: str) -> Cause | None:
    found = _TIGHT.fullmatch(row)
    if not found:
        return None
    now = f"{found['key']}: {found['value']}"
    return Cause(0, "colon-tight", {"now": now.strip()}, now)


def _value(row: str) -> re.Match[str] | None:
    return _FIELD.fullmatch(row) or _ENTRY.fullmatch(row)


def _quotes(row: str) -> Cause | None:
    """Quotation marks inside quotation marks, or words behind them."""
    found = _value(row)
    closed = found and (_IN_DOUBLE.fullmatch(found["value"]) or _IN_SINGLE.fullmatch(found["value"]))
    if not found or not closed or not closed["rest"].strip() or closed["rest"].lstrip().startswith(("#", ",")):
        return None
    return _as_quoted("yaml-quotes-inside", found)


def _sign(row: str) -> Cause | None:
    """A value that begins with a sign of YAML's own: [Ảnh] Nước sạch, - một, @ten."""
    found = _value(row)
    sign = found and _SIGN.match(found["value"])
    if found and sign:
        return _as_quoted("yaml-start", found, sign=found["value"][0])
    if found and found["value"][0] in "[{" and _rest_of_brackets(found["value"]):
        return _as_quoted("yaml-start", found, sign=found["value"][0])
    return None


def _colon(row: str) -> Cause | None:
    found = _FIELD.fullmatch(row)
    if found and found["value"][0] not in "\"'[{" and _COLON.search(found["value"]):
        return _as_quoted("yaml-colon", found)
    return None


def _as_quoted(code: str, found: re.Match[str], **values: Any) -> Cause:
    now = f"{found['head']}{quoted(found['value'])}"
    return Cause(0, code, {"now": now.strip(), **values}, now)


_LOOKS: Final[tuple[_Look, ...]] = (_tab, _wide_colon, _tight_colon, _quotes, _sign, _colon)


def _rest_of_brackets(value: str) -> str | None:
    """What stands behind the bracket that closes the first one; None where none does."""
    depth, mark = 0, ""
    for number, sign in enumerate(value):
        if mark:
            mark = "" if sign == mark else mark
        elif sign in "\"'" and value[number - 1] in " [{,:":
            mark = sign
        else:
            depth += (sign in "[{") - (sign in "]}")
        if not depth:
            rest = value[number + 1 :].strip()
            return "" if rest.startswith("#") else rest
    return None


def _by_reason(rows: Sequence[str], last: int, began: int, reason: str) -> Cause:
    """The cause by what PyYAML says, where no row shows it by itself."""
    if "escape" in reason or "hexdecimal" in reason:
        return Cause(last, "yaml-escape")
    if "expected ',' or" in reason:
        return Cause(last, "yaml-comma")
    if "could not find expected ':'" in reason:
        return Cause(began, "yaml-no-colon", {"value": rows[began].strip()})
    if any(said in reason for said in ("mapping values are not", "did not find expected", "entries are not allowed")):
        return Cause(last, "yaml-indent")
    return Cause(last, "yaml-broken")
