"""Tables of a text: each has a name, its rows their heads; one of few short columns stays a table on a phone."""

import re
from html import escape, unescape
from typing import Final

FEW_COLUMNS: Final = 3
SHORT_CELL: Final = 60  # letters: on a phone of 320 points a third of the width holds them in six lines

_PART: Final = re.compile(
    r'<h[234]\b[^>]*>(.*?)</h[234]>|<div class="table"><table>(?!\s*<caption)(.*?)</table></div>', re.DOTALL
)
_FIRST: Final = re.compile(r"(<tr>\s*)<td([^>]*)>(.*?)</td>", re.DOTALL)
_CELL: Final = re.compile(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.DOTALL)
_LABEL: Final = re.compile(r' data-label="[^"]*"')
_MARK: Final = re.compile(r'<span class="cite">.*?</span>|<[^>]+>', re.DOTALL)


def with_named_tables(html: str) -> str:
    """The HTML of a text with each of its tables named after the heading above it, for readers who do not see where it
    stands, and the first cell of each row told as its head where the column names the rows."""
    heading, named = "", dict[str, int]()

    def finished(found: re.Match[str]) -> str:
        nonlocal heading
        if found[2] is None:
            heading = _words(found[1])
            return found[0]
        name = heading or ", ".join(filter(None, map(_words, _CELL.findall(found[2].partition("</thead>")[0]))))
        named[name] = named.get(name, 0) + 1
        return _table(found[2], name if named[name] == 1 else f"{name} ({named[name]})")

    return _PART.sub(finished, html)


def _table(inside: str, name: str) -> str:
    head, ends, rows = inside.partition("</thead>")
    columns = len(_CELL.findall(head))
    lengths = [len(_words(cell)) for cell in _CELL.findall(inside)]
    is_few = columns <= FEW_COLUMNS and max(lengths, default=0) <= SHORT_CELL
    frame = "table few" if is_few else "table"
    # What may have to be scrolled is reached with the keyboard, and says what it is.
    tag, reached = ("section", f' tabindex="0" aria-label="{escape(name)}"') if columns > FEW_COLUMNS else ("div", "")
    caption = f'<caption class="unseen">{escape(name, quote=False)}</caption>'
    rest = _with_row_heads(rows, columns)
    return f'<{tag} class="{frame}"{reached}><table>{caption}{head}{ends}{rest}</table></{tag}>'


def _with_row_heads(rows: str, columns: int) -> str:
    """Rows whose first cells tell them apart have these as their heads."""
    firsts = [_words(cell) for _, _, cell in _FIRST.findall(rows)]
    if columns < 2 or not all(firsts) or len(set(firsts)) < len(firsts):
        return rows
    return _FIRST.sub(lambda found: f'{found[1]}<th scope="row"{_LABEL.sub("", found[2])}>{found[3]}</th>', rows)


def _words(html: str) -> str:
    """The words of a piece of HTML, without the marks of its sources."""
    return " ".join(unescape(_MARK.sub("", html)).split())
