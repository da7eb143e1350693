"""What stays plain text in silence: marks that a person reads as a list, a table, a note, and Markdown does not."""

import re
from collections.abc import Iterator
from typing import Final

from portal.content.rules.hygiene.mended_marks import MARK_RUN, joined_marks
from portal.content.rules.telling import tell
from portal.reading.documents import Document
from portal.reading.markdown.markup import FENCED, LOST
from portal.reading.markdown.rendered import Paragraph, Token
from portal.reading.markdown.text import WrittenText
from portal.reading.problems import Problem
from portal.reading.source_lines import SourceLines

_LINE_MARKS: Final = (
    ("table-unread", re.compile(r"^[ \t]*(?:\|.*\||:?-{2,}:?[ \t]*\|[ \t|:-]*$)")),
    ("note-unread", re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?|:::)")),
    ("heading-unread", re.compile(r"^[ \t]*#{1,6}[ \t]+\S")),
    ("fence-unread", re.compile(r"^[ \t]*(?:```|~~~)")),
    ("link-unread-text", re.compile(r"^[ \t]*\[(?!\^)[^\]\n]+\]:[ \t]")),
)
"""What a line may not begin with."""
_MARKS: Final = (
    (
        "mark-unread",
        re.compile(r"[\[［][ \t]*[0-9０-９]{1,3}[a-z]?(?:[ \t]*[-–—,;/&][ \t]*[0-9０-９]{1,3})*[ \t]*[\]］]"),
    ),
    ("mark-unread", re.compile(r"\[(?:nguồn|tài liệu|source|ref)[ \t.:]*[0-9]{1,3}\]", re.IGNORECASE)),
    ("mark-unread", re.compile(r"\b(?:nguồn|source|theo|xem|see) \([0-9]{1,2}\)", re.IGNORECASE)),
    ("mark-unread", re.compile(r"\((?:nguồn|source)[ \t.:]*[0-9]{1,2}\)", re.IGNORECASE)),
    ("mark-unread", re.compile(r"(?<=[a-zà-ỹ%.,;:!?)”\"])¹(?!\w)|(?<=[a-ln-zà-ỹ%.,;:!?)”\"])[²³⁰⁴-⁹](?!\w)")),
    ("mark-unread", re.compile(r"(?<=%) ?\([0-9]{1,2}\)(?=[.,;:]|\s*$)")),
    ("figure-unread", re.compile(r"\[[ \t]*(?:figure|fig|hình|biểu đồ)[ \t]*:[^\]\n]*\]", re.IGNORECASE)),
    ("link-unread-text", re.compile(r"\][ \t]?\((?=[^()\s]*[./#:])[^()\n]*\)|\[\[[^\[\]\n]+\]\]|\]\[[^\[\]\n]*\]")),
    ("bold-unread", re.compile(r"\*\*|(?<!\w)__(?=\w)")),
    ("html-unread", re.compile(r"<!\[")),
)
"""What may stand nowhere in a text. Round brackets are a mark only where words say so: Article 5 (1) is none."""
_PLAIN_MARK = re.compile(r"\[[0-9]{1,2}(?:, ?[0-9]{1,2})*\]")
_SIGNS = re.compile(r"[\[［(*<¹²³⁰⁴-⁹]|__")
"""One of these stands in whatever the patterns above find."""
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
BULLETS: Final = "•·▪‣◦●○■➢➤"
"""What Word sets before an item, and Markdown takes for a letter."""
_ITEM = re.compile(rf"[ \t]*(?:[-*+{BULLETS}–—]|([0-9]{{1,2}})[.)]|[a-zđ]\))[ \t]+\S")
_FOREIGN_ITEM = re.compile(rf"[ \t]*(?:[{BULLETS}]|[0-9]{{1,2}}\))[ \t]*\S")
_SOURCE_ITEM = re.compile(r" *(?:[-*+]|[0-9]{1,3}\.)[ \t]+\S")
_TABLES = frozenset(("td", "th", "pre"))


def silent_problems(document: Document, text: WrittenText) -> Iterator[Problem]:
    """Everything a reader would see as bare signs."""
    lines = text.lines()
    indents = list(_half_indents(document, lines))
    yield from indents
    known = {problem.line for problem in indents}
    for paragraph in text.paragraphs:
        if paragraph.block != "pre":
            found = _in_paragraph(document, paragraph, lines)
            yield from (one for one in found if one.code != "list-unread" or one.line not in known)
    yield from _code_blocks(document, text, lines)
    yield from _lost_cells(document, text, lines)
    yield from _empty_notes(document, text.rendered.tokens, lines)
    yield from _notes(document, lines)


def _notes(document: Document, lines: SourceLines) -> Iterator[Problem]:
    """Each mark of a note at the foot of the page; the note itself only where no mark leads to it."""
    found = list(_FOOTNOTE.finditer(lines.text))
    used = {note[0] for note in found if not lines.text.startswith(":", note.end())}
    for note in found:
        if not (lines.text.startswith(":", note.end()) and note[0] in used):
            yield tell(document, lines.line_at(note.start()), "note-number", value=note[0])


def _in_paragraph(document: Document, paragraph: Paragraph, lines: SourceLines) -> Iterator[Problem]:
    shown = paragraph.text.strip().split("\n")
    if paragraph.block not in _TABLES:
        yield from _line_starts(document, shown, lines)
        yield from _unread_list(document, shown, lines)
    for code, pattern in _MARKS if _SIGNS.search(paragraph.text) else ():
        for found in pattern.finditer(paragraph.text):
            line, said = lines.of(found[0], found[0].strip()), found[0].strip()
            run = _run_of_marks(lines.text.split("\n")[line], said) if _PLAIN_MARK.fullmatch(said) else ""
            if run:
                yield tell(document, line, "marks-together", value=run, instead=joined_marks(run))
            else:
                yield tell(document, line, code, value=said)


def _run_of_marks(line: str, mark: str) -> str:
    """The marks that stand on a line without a blank between them, of which one is `mark`; "" where none do."""
    runs = (found[0] for found in MARK_RUN.finditer(line) if found[0].count("[") > 1 and mark in found[0])
    return next(runs, "")


def _line_starts(document: Document, shown: list[str], lines: SourceLines) -> Iterator[Problem]:
    """The first line of each kind: a table that is none is told once."""
    for code, pattern in _LINE_MARKS:
        line = next((line for line in shown if pattern.match(line)), None)
        if line is not None:
            yield tell(document, lines.of(line.strip()[:12], line.strip()[:3]), code, value=line.strip())


def _unread_list(document: Document, shown: list[str], lines: SourceLines) -> Iterator[Problem]:
    """The first line that looks like an item; a number only where counting begins, or goes on over lines."""
    found = [(line, item) for line in shown[1:] if (item := _ITEM.match(line))]
    numbers = [item[1] for _, item in found if item[1]]
    if len(numbers) == 1 and numbers != ["1"]:
        found = [(line, item) for line, item in found if not item[1]]
    first = next((line for line, _ in found), shown[0] if _FOREIGN_ITEM.match(shown[0]) else "")
    if first:
        yield tell(document, lines.of(first.strip()[:20]), "list-unread", value=first.strip())


def _code_blocks(document: Document, text: WrittenText, lines: SourceLines) -> Iterator[Problem]:
    """The portal has no program to show: what is fenced, or indented by four spaces too many, is a text gone wrong."""
    tokens = text.rendered.tokens
    for fence in FENCED.finditer(document.body if tokens else ""):
        yield tell(document, lines.line_at(fence.start()), "code-block")
    for number, (sign, name, _) in enumerate(tokens):
        if (sign, name) == ("<", "pre"):
            shown = next((token[1].strip() for token in tokens[number:] if token[0] == "text"), "")
            first = shown.split("\n")[0]
            if first and first in lines.text:
                yield tell(document, lines.of(first), "code-block")


def _lost_cells(document: Document, text: WrittenText, lines: SourceLines) -> Iterator[Problem]:
    for tag in text.rendered.tags:
        lost = tag.get(LOST)
        if lost and tag.name == "tr":
            yield tell(document, lines.of(lost) or lines.of_words(lost), "table-cells", value=lost)


def _empty_notes(document: Document, tokens: tuple[Token, ...], lines: SourceLines) -> Iterator[Problem]:
    """A note whose text is not indented has only its title."""
    said = [token for token in tokens if token[0] != "text" or token[1].strip()]
    for number, (sign, name, attributes) in enumerate(said):
        if sign == "<" and name == "div" and dict(attributes).get("class", "").startswith("admonition"):
            line = lines.matching(r"^[ \t]*!!!")
            inside = [token[1] for token in said[number + 1 : number + 5]]
            if inside[:1] == ["div"] or (inside[:1] == ["p"] and inside[2:] == ["p", "div"]):
                yield tell(document, line, "note-empty")


def _half_indents(document: Document, lines: SourceLines) -> Iterator[Problem]:
    """Only four spaces make a list within a list, or a paragraph within an item; fewer end the item."""
    item, after_blank = -1, False
    for number, line in enumerate(lines.text.split("\n")):
        indent = len(line) - len(line.lstrip(" "))
        is_item = _SOURCE_ITEM.match(line) is not None
        if item >= 0 and line.strip() and indent > item and (indent - item) % 4 and (is_item or after_blank):
            yield tell(document, number, "list-indent", spaces=indent - item)
        elif is_item:
            item = indent
        elif line.strip() and not indent:
            item = -1
        after_blank = not line.strip()
