"""The text of a convention in layers: what was said of Viet Nam, what it means here, and the rest, folded."""

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import Final

_SECTIONS: Final = re.compile(r"(?=<h2\b)")
_SECTION_HEAD: Final = re.compile(r'(<h2\b[^>]*\bid="([^"]+)"[^>]*>)(.*?)</h2>', re.DOTALL)
_PARAGRAPH: Final = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_BLOCK: Final = re.compile(r"<tbody>.*?</tbody>|<[uo]l>.*?</[uo]l>|<p>.*?</p>", re.DOTALL)
_ROW: Final = re.compile(r"<(tr|li)>(.*?)(</t[hd]>|</li>)", re.DOTALL)
_ONE: Final = re.compile(r"<(p)>(.*?)(</p>)", re.DOTALL)
_ROW_HEAD: Final = re.compile('<th scope="row"')
_FIRST_COLUMN: Final = re.compile(r"<thead>\s*<tr>\s*<th\b[^>]*>(.*?)</th>", re.DOTALL)
_CITED: Final = re.compile(r'(?<!\s)\s*<span class="cite">.*?</span>|<[^>]+>', re.DOTALL)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=\w)")
FEW_LETTERS: Final = 90  # the shortest beginning that is more than a catchword; three lines on a phone


@dataclass(frozen=True)
class LayerNames:
    """By which words a heading of the text is known, in the text's language: the committee, the portal's province
    ("" for none); and what the link to a row is called."""

    committee: str
    province: str
    row: str


@dataclass(frozen=True)
class Layers:
    """`said` is the section of what the committee said, its rows with addresses; `here` the first words of what the
    convention means here, at `here_href`; `folded` all else. Each "" where the text has no such section."""

    said: str
    here: str
    here_href: str
    folded: str


def layered(html: str, names: LayerNames) -> Layers:
    """The finished HTML of a text, cut at its headings."""
    before, *sections = _SECTIONS.split(html)
    said, here, href, folded = "", "", "", [before]
    for section in sections:
        head = _SECTION_HEAD.match(section)
        title = _plain(head[3]) if head else ""
        if head and not said and names.committee in title:
            said = _with_addresses(section, names.row)
            continue
        if head and not here and names.province and names.province in title:
            first = _PARAGRAPH.search(section)
            here, href = (_begun(_plain(first[1])), f"#{head[2]}") if first else ("", "")
        folded.append(_folded(section, head))
    return Layers(said, here, href, "".join(folded))


def _folded(section: str, head: re.Match[str] | None) -> str:
    """A section whose heading opens it; the heading keeps its address, so that a link always leads to what is shown."""
    if head is None:
        return section
    rest = section[head.end() :]
    return f'<details class="fold"><summary>{head[0]}</summary>\n<div class="prose">{rest}</div></details>\n'


def _with_addresses(section: str, label: str) -> str:
    """Each row, entry and paragraph with an address and a link to it, which a filter knows it by."""
    count = 0

    def row(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        name = f"lhq-{count}"
        link = f'<a class="anchor" href="#{name}" aria-label="{escape(label)} {count}">#</a>'
        return f'<{found[1]} id="{name}" data-row>{found[2]} {link}{found[3]}'

    def block(found: re.Match[str]) -> str:
        return (_ONE if found[0].startswith("<p>") else _ROW).sub(row, found[0])

    return _ROW_HEAD.sub(_labelled(section), _BLOCK.sub(block, section))


def _labelled(section: str) -> str:
    """The head of a row as a card on a phone shows it: under the head of its column, as the other cells do."""
    column = _FIRST_COLUMN.search(section)
    return f'<th scope="row" data-label="{escape(_plain(column[1]))}"' if column else '<th scope="row"'


def _begun(text: str) -> str:
    """The first sentences of a text, so many as say something."""
    said = ""
    for sentence in _SENTENCE.split(text):
        said = f"{said} {sentence}".strip()
        if len(said) >= FEW_LETTERS:
            break
    return said


def _plain(html: str) -> str:
    return " ".join(unescape(_CITED.sub("", html)).replace("\u00a0", " ").split())
