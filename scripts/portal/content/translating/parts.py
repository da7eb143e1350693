"""The parts a page is translated in, each text of its front matter, each line of its body; and a page put together.

What stands around a line (a hash, a dash, a fence) is no part: it comes back as the original has it.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from portal.content.rules.telling import front_texts
from portal.reading.markdown.markup import FIGURE_LINE
from portal.reading.yaml_reader import Location, dotted

UNTRANSLATED_FIELDS: Final = frozenset(
    (
        "translator", "native_reviewer", "translation_checked", "original_parts",
        "banner", "poster", "leaflet", "radio", "search_words",
    )
)  # fmt: skip
"""What a page says of its translation; words measured for paper and voice, and what people type: those are written anew
in each language, not translated."""
_BEFORE: Final = re.compile(r'[ \t]|[-*+][ \t]|\d{1,3}[.)][ \t]|#{1,6}[ \t]|>|:[ \t]|!!![ \t][\w-]+[ \t]"')
_ANCHOR: Final = re.compile(r"\{#[^{}\s]+\}$")
_HEADING: Final = re.compile(r"#{2,3}[ \t]")
_FENCE: Final = re.compile(r"[ \t]*(?:```|~~~)")
_NO_TEXT: Final = re.compile(r"[ \t]*(?:\[[^\]\n]+\]:[ \t]|<!--)")
_WORD: Final = re.compile(r"[^\W\d_]")
_CODE: Final = re.compile(r"[a-z0-9]+(?:[-/#][a-z0-9]+)+|[a-z0-9]+/")
"""A place or a name of ours, which no language says otherwise."""


@dataclass(frozen=True)
class PagePart:
    """What is translated as one: where it stands ("title", "summary[0]", "text[12]"), its line on disk, its words."""

    id: str
    line: int
    text: str


@dataclass(frozen=True)
class _Line:
    """A line of a body as what is translated and what stands around it; a `text` of "" is translated nowhere."""

    before: str
    text: str
    after: str


def parts_to_translate(
    front: Mapping[str, Any], body: str, fields: frozenset[str], lines: Mapping[Location, int]
) -> list[PagePart]:
    """Every part of a page in its order. `fields` are those that each language says itself, `lines` where places of the
    front matter stand; those of the body are counted from the line that `lines` has for it ("body")."""
    said = [PagePart(dotted(place), lines.get(place, 1), text) for place, text in _front_parts(front, fields)]
    start = lines.get(("body",), 1)
    cut = enumerate(_lines(body))
    return [*said, *(PagePart(f"text[{number}]", start + number, one.text) for number, one in cut if one.text)]


def filled_page(
    front: Mapping[str, Any], body: str, fields: frozenset[str], said: Mapping[str, str], anchors: Iterator[str]
) -> tuple[dict[str, Any], str]:
    """The front matter and the body of a page that says, of an original, each part as `said` has it by its id. Headings
    keep the `anchors` of the original, so that links lead there in every language."""
    own = {name: deepcopy(front[name]) for name in front if name in fields - UNTRANSLATED_FIELDS}
    for place, _ in list(_front_parts(front, fields)):
        _put(own, place, said[dotted(place)])
    rows = []
    for number, one in enumerate(_lines(body)):
        anchor = next(anchors, "") if _HEADING.match(one.before) and one.text else ""
        after = f" {{#{anchor}}}" if anchor else one.after
        rows.append(f"{one.before}{said.get(f'text[{number}]', one.text)}{after}")
    return own, "\n".join(rows)


def _front_parts(front: Mapping[str, Any], fields: frozenset[str]) -> Iterator[tuple[Location, str]]:
    for name in front:
        if name in fields - UNTRANSLATED_FIELDS:
            for place, text in front_texts(front[name], (name,)):
                if _WORD.search(text) and not _CODE.fullmatch(text):
                    yield place, text


def _put(front: Any, place: Location, text: str) -> None:
    for step in place[:-1]:
        front = front[step]
    front[place[-1]] = text


def _lines(body: str) -> Iterator[_Line]:
    fence = ""
    for row in body.split("\n"):
        mark = _FENCE.match(row)
        if fence or mark:
            yield _Line(row, "", "")
            closes = mark is not None and row.strip() == fence
            fence = "" if closes else fence or row.strip()[:3]
        else:
            yield _line(row)


def _line(row: str) -> _Line:
    end = 0
    while found := _BEFORE.match(row, end):
        end = found.end()
    rest = row[end:]
    if not _WORD.search(rest) or FIGURE_LINE.match(row) or _NO_TEXT.match(row):
        return _Line(row, "", "")
    said = rest.rstrip()
    if row.startswith("!!!"):
        said = said.removesuffix('"')
    if row.startswith("#") and (anchor := _ANCHOR.search(said)):
        said = said[: anchor.start()].rstrip()
    return _Line(row[:end], said, rest[len(said) :])
