"""Lists and paragraphs that Word pasted in a way Markdown reads otherwise: mended only where the check told of one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from typing import Final

from portal.content.rules.hygiene.bare_addresses import bare_addresses, with_links
from portal.content.rules.hygiene.mended_rows import MendedPage, MendedRow, MendedRows, MendStep, joined_rows, shadow_of
from portal.content.rules.hygiene.old_fonts import old_font
from portal.content.rules.silent import BULLETS, silent_problems
from portal.reading.documents import Document
from portal.reading.front_mends import BLANKS
from portal.reading.markdown.text import WrittenText, text_of

_TAB: Final = 4
_OF_A_FONT: Final = "\uf0a7\uf0b7\uf0d8\uf06e\uf0fc"
"""Bullets of the fonts Symbol and Wingdings, which no other font shows."""
_BULLET: Final = re.compile(rf"^([ \t]*)[{BULLETS}{_OF_A_FONT}][ \t{BLANKS}]*(?=\S)")
_DASH: Final = re.compile(rf"^([ \t]*)[–—][ \t{BLANKS}]+(?=\S)")
_NUMBERED: Final = re.compile(r"([ \t]*)([0-9]{1,2})\)[ \t]*(?=\S)")
_ITEM_ROW: Final = re.compile(r"[ \t]*(?:[-*+]|([0-9]{1,3})\.)[ \t]+\S")
_RULE: Final = re.compile(r"[ \t]*(?:[-*_][ \t]*){3,}")
_NO_WORDS: Final = re.compile(r"[ \t]*(?:[#|>]|!!!|:[ \t]|```|~~~|<|\[[^\]\n]+\]:|$)")
_HOLDS_MORE: Final = re.compile(r"[ \t]*(?:[-*+][ \t]|[0-9]{1,3}\.[ \t]|!!!|:[ \t])")
"""A row below which an indented one belongs to it."""
_NO_PROSE: Final = re.compile(r"[`{}<>=\\|#]|\w\(|\S[ \t]*\t[ \t]*\S|://")
_LEAST_WORDS: Final = 3


def _told(body: MendedRows, code: str) -> bool:
    """Whether the check tells of such a place in the text."""
    return code in _codes(joined_rows(body))


@lru_cache(maxsize=8)
def _codes(text: str) -> frozenset[str]:
    document = Document("", "", "", None, {}, text, 1)
    return frozenset(problem.code for problem in silent_problems(document, text_of(text)))


def _blocks(body: MendedRows) -> Iterator[tuple[MendedRows, bool]]:
    """MendedRows that stand together, and single blank ones; whether they are text: neither code nor an old font's."""
    block: list[MendedRow] = []
    shadows = [*shadow_of(body), ""]
    for index, row in enumerate(body):
        block.append(row)
        is_blank = not row.text.strip()
        if is_blank or index + 1 == len(body) or not body[index + 1].text.strip():
            beginning = index + 1 - len(block)
            shown = shadows[beginning : index + 1]
            is_text = any(s.strip() for s in shown) and not any(
                (r.text.strip() and not s.strip()) or old_font(r.text) for r, s in zip(block, shown, strict=True)
            )
            yield tuple(block), is_text
            block = []


def _bullets(page: MendedPage) -> MendedPage:
    """The mark of every item becomes "-"; a dash of a single line may begin what somebody says, and stays."""
    if not _told(page.body, "list-unread") and not any(sign in joined_rows(page.body) for sign in _OF_A_FONT):
        return page
    rows: list[MendedRow] = []
    for block, is_text in _blocks(page.body):
        dashes = [index for index, row in enumerate(block) if _DASH.match(row.text)]
        are_items = len(dashes) > 1 or dashes[:1] > [0]
        patterns = (_BULLET, _DASH) if are_items else (_BULLET,)
        rows += [_with_dash(row, patterns) for row in block] if is_text else block
    return MendedPage(page.front, tuple(rows))


def _with_dash(row: MendedRow, patterns: tuple[re.Pattern[str], ...]) -> MendedRow:
    found = next((found for pattern in patterns if (found := pattern.match(row.text))), None)
    return replace(row, text=f"{found[1]}- {row.text[found.end() :]}") if found else row


def _blank_rows(page: MendedPage) -> MendedPage:
    """A blank row between words and the list below them."""
    if not _told(page.body, "list-unread"):
        return page
    rows: list[MendedRow] = []
    for block, is_text in _blocks(page.body):
        at = _list_start(block) if is_text else 0
        rows += [*block[:at], *([MendedRow(block[at].line, "", added=True)] if at else ()), *block[at:]]
    return MendedPage(page.front, tuple(rows))


def _list_start(block: MendedRows) -> int:
    """Where in a block its first item follows a row of words of the same indent; 0 where none does."""
    for index in range(1, len(block)):
        before, row = block[index - 1].text, block[index].text
        if _is_item(before):
            return 0
        if _is_item(row) and not _NO_WORDS.match(before) and _indent(before) == _indent(row):
            return index if _begins_counting(block[index:]) else 0
    return 0


def _is_item(text: str) -> bool:
    return _ITEM_ROW.match(text) is not None and not _RULE.fullmatch(text)


def _begins_counting(rows: MendedRows) -> bool:
    """Whether a first item is one: "2026." at the start of a line is a year that ends a sentence."""
    numbers = [found[1] for row in rows if (found := _ITEM_ROW.match(row.text)) and found[1]]
    first = _ITEM_ROW.match(rows[0].text)
    return not first or not first[1] or first[1] == "1" or len(numbers) > 1


def _indent(text: str) -> int:
    """The columns before the first letter."""
    plain = text.expandtabs(_TAB)
    return len(plain) - len(plain.lstrip(" "))


def _dedented(page: MendedPage) -> MendedPage:
    """Prose that an indent made a listing of code."""
    if not _told(page.body, "code-block"):
        return page
    shown = set(_shown_as_code(text_of(joined_rows(page.body))))
    rows: list[MendedRow] = []
    for block, is_text in _blocks(page.body):
        run = tuple(takewhile(lambda row: _indent(row.text) >= _TAB, block))
        if is_text and run and run[0].text.strip() in shown and _is_prose(run) and not _belongs(rows):
            least = min(_indent(row.text) for row in run)
            block = (*(replace(row, text=row.text.expandtabs(_TAB)[least:]) for row in run), *block[len(run) :])
        rows += block
    return MendedPage(page.front, tuple(rows))


def _shown_as_code(text: WrittenText) -> Iterator[str]:
    inside = 0
    for sign, name, _ in text.rendered.tokens:
        inside += ((sign == "<") - (sign == ">")) * (name == "pre")
        if inside and sign == "text":
            yield from (line.strip() for line in name.split("\n"))


def _is_prose(rows: MendedRows) -> bool:
    """Whether rows are sentences and no program: words, and none of a program's signs."""
    said = [row.text.strip() for row in rows]
    return not any(map(_NO_PROSE.search, said)) and len(" ".join(said).split()) >= _LEAST_WORDS


def _belongs(before: list[MendedRow]) -> bool:
    """Whether the nearest row above that is not indented is an item or a note, which what follows may belong to."""
    above = next((row.text for row in reversed(before) if row.text.strip() and _indent(row.text) < _TAB), "")
    return _HOLDS_MORE.match(above) is not None


def _numbers(page: MendedPage) -> MendedPage:
    """1) of a list as 1., which Markdown knows; a number in the middle of a sentence stays."""
    if not _told(page.body, "list-unread"):
        return page
    rows: list[MendedRow] = []
    for block, is_text in _blocks(page.body):
        found = [_NUMBERED.match(row.text) for row in block]
        counted = [int(one[2]) for one in found if one]
        are_items = len(counted) > 1 and counted == list(range(1, len(counted) + 1)) and not any(map(_is_dot, block))
        pairs = zip(block, found, strict=True)
        rows += [_dotted(row, one) for row, one in pairs] if is_text and are_items else block
    return MendedPage(page.front, tuple(rows))


def _is_dot(row: MendedRow) -> bool:
    return (found := _ITEM_ROW.match(row.text)) is not None and bool(found[1])


def _dotted(row: MendedRow, found: re.Match[str] | None) -> MendedRow:
    return replace(row, text=f"{found[1]}{found[2]}. {row.text[found.end() :]}") if found else row


def _links(page: MendedPage) -> MendedPage:
    """Addresses that stand there as letters, between the marks of a link."""
    written = joined_rows(page.body)
    bare = frozenset(bare_addresses(text_of(written))) if "://" in written else frozenset[str]()
    if not bare:
        return page
    rows = zip(page.body, shadow_of(page.body), strict=True)
    mended = (
        row if old_font(row.text) else replace(row, text=with_links(row.text, shown, bare)) for row, shown in rows
    )
    return MendedPage(page.front, tuple(mended))


LIST_STEPS: Final[tuple[tuple[str, MendStep], ...]] = (
    ("indent", _dedented),
    ("bullets", _bullets),
    ("numbers", _numbers),
    ("blank_line", _blank_rows),
    ("address", _links),
)
"""What is mended among rows: its word in `mend.kinds`, and how."""
