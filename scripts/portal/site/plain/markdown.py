"""A tree of elements as Markdown: blocks as lists of lines, what stands inside them as one line."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from portal.site.plain.tree import Element

_Lines = list[str]

_HEADINGS: Final = {f"h{level}": "#" * level for level in range(1, 7)}
_STRONG: Final = frozenset(("b", "strong"))
_SIGNS: Final = re.compile(r"([\\`*<])")
"""What would be read as Markdown where it is meant as written."""
_BLOCKS: Final = frozenset(
    "address article aside blockquote dd details div dl dt fieldset figcaption figure footer header hr legend li main "
    "ol p pre section summary table ul".split()
) | set(_HEADINGS)


def markdown_text(tree: Element) -> str:
    """The text of a tree, blocks parted by empty lines."""
    return "\n\n".join("\n".join(lines) for lines in _blocks(tree)) + "\n"


def _blocks(parent: Element) -> Iterator[_Lines]:
    """The blocks inside an element; words that stand between them are blocks of their own."""
    loose: list[Element | str] = []
    for child in parent.children:
        if isinstance(child, str) or child.name not in _BLOCKS:
            loose.append(child)
            continue
        yield from _line(loose)
        loose = []
        yield from _block(child)
    yield from _line(loose)


def _line(loose: list[Element | str]) -> Iterator[_Lines]:
    text = _tidy(_joined(loose))
    if text:
        yield [text]


def _block(one: Element) -> Iterator[_Lines]:
    if one.name in _HEADINGS:
        yield from ([f"{_HEADINGS[one.name]} {line}"] for lines in _line(one.children) for line in lines)
    elif one.name in _MADE:
        lines = _MADE[one.name](one)
        if lines:
            yield lines
    else:
        yield from _blocks(one)


def _list(one: Element) -> _Lines:
    """Its entries, numbered where the list is."""
    made: _Lines = []
    for number, entry in enumerate((child for child in one.elements if child.name == "li"), 1):
        made += _hung(entry, f"{number}. " if one.name == "ol" else "- ")
    return made


def _hung(one: Element, mark: str) -> _Lines:
    """The blocks of an element as one entry of a list, what follows its first line set in."""
    lines = [line for block in _blocks(one) for line in block]
    return [(mark if not number else " " * len(mark)) + line for number, line in enumerate(lines)]


def _terms(one: Element) -> _Lines:
    """Terms with what they mean, each pair an entry; pairs may stand in a div."""
    made: _Lines = []
    for child in one.elements:
        if child.name == "div":
            made += _terms(child)
        elif child.name == "dt":
            made.append(f"- **{_tidy(_inside(child))}**")
        elif child.name == "dd":
            made += _hung(child, "  ")
    return made


def _quote(one: Element) -> _Lines:
    return [f"> {line}" for block in _blocks(one) for line in (*block, "")][:-1]


def _summary(one: Element) -> _Lines:
    return [f"**{text}**"] if (text := _tidy(_inside(one))) else []


def _table(one: Element) -> _Lines:
    """Its rows; the first is the head, as Markdown knows no other table."""
    rows = [[_cell(cell) for cell in row.elements] for row in _rows(one)]
    if not rows:
        return []
    width = max(map(len, rows))
    lines = ["| " + " | ".join((*row, *[""] * (width - len(row)))) + " |" for row in rows]
    caption = [line for child in one.elements if child.name == "caption" for line in (*_summary(child), "")]
    return [*caption, lines[0], "|" + " --- |" * width, *lines[1:]]


def _rows(one: Element) -> Iterator[Element]:
    for child in one.elements:
        if child.name == "tr":
            yield child
        elif child.name in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _cell(one: Element) -> str:
    return _tidy(_joined(one.children)).replace("|", r"\|")


_MADE: Final[Mapping[str, Callable[[Element], _Lines]]] = {
    "blockquote": _quote,
    "dl": _terms,
    "hr": lambda _: ["---"],
    "ol": _list,
    "summary": _summary,
    "table": _table,
    "ul": _list,
}


def _joined(parts: list[Element | str]) -> str:
    """Words in their order; two elements with nothing between them, which the style parts, are parted here too."""
    both = zip(["", *parts], parts, strict=False)
    return "".join(
        (" " if isinstance(before, Element) and isinstance(one, Element) else "") + _inside(one) for before, one in both
    )


def _inside(one: Element | str) -> str:
    """What stands inside a line; an anchor on the same page leads nowhere in a text."""
    if isinstance(one, str):
        return _SIGNS.sub(r"\\\1", one)
    text = _joined(one.children)
    goal = one.attributes.get("href") or ""
    if one.name == "img":
        return f"![{one.attributes.get('alt') or ''}]({one.attributes.get('src') or ''})"
    if one.name == "a" and goal and not goal.startswith("#"):
        return f"[{_tidy(text)}]({goal})" if text.strip() else ""
    if one.name in _STRONG and text.strip():
        return f"**{_tidy(text)}**"
    if one.name == "br" or one.name in _BLOCKS:
        return f" {text} "
    return text


def _tidy(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())
