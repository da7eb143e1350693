"""What Word, Excel and haste leave in a text and no program may mend alone: each told once, with what to do."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from portal.content.rules.hygiene.old_fonts import may_be_of_old_font, mojibake, old_font
from portal.content.rules.hygiene.other_language import reads_vietnamese
from portal.content.rules.telling import front_texts, tell
from portal.content.scan_texts import PAPER_FIELD
from portal.language.locales import ENGLISH, ORIGINAL, VIETNAMESE
from portal.reading.documents import Document
from portal.reading.front_mends import BLANKS
from portal.reading.markdown.text import WrittenText
from portal.reading.problems import Problem
from portal.reading.yaml_reader import dotted

LineLook = Callable[[str, str], str]
"""(a line, its language) → what is wrong in it; "" where nothing is."""

BLANK_AFTER_MARK: Final = re.compile(rf"([ \t]*(?:[-*+•·▪‣◦–—]|[0-9]{{1,3}}[.)]|#{{1,6}}))[{BLANKS}]+(?=\S)")
"""A mark of a list or a heading that Markdown does not see, for the blank behind it is none."""
_A_BLANK: Final = re.compile(f"[{BLANKS}]")
_QUOTED: Final = re.compile(r"<q\b.*?</q>|<https?:[^>]*>|https?://\S+")
"""What is not the page's own words: it may count by another language's signs."""
_LAST_COLUMN: Final = r"(?=[ \t]*\S)"
_TABS: Final = re.compile(rf"[ ]*(?![-*+•·▪‣◦–—]\t|[0-9]{{1,3}}[.)]\t)[^\s|][^\t|]*\t{_LAST_COLUMN}")
_BOLD_LINE: Final = re.compile(
    r"[ ]{0,3}(?:(\*\*\*?|__)(?![\s*_])([^*_\n]+)(?<!\s)\1|<(?:b|strong)>([^<]+)</(?:b|strong)>):?[ ]*"
)
_SENTENCE_ENDS: Final = ".!?…;,"
_MOST_HEADING_WORDS: Final = 15
_UNITS: Final = {
    VIETNAMESE: r"%|‰|phần trăm|điểm phần trăm|nghìn|ngàn|triệu|tỷ|tỉ|km|ha\b",
    ENGLISH: r"%|‰|per ?cent|percentage points?|thousand|million|billion|km|ha\b|hectares?",
}
_WRONG_SIGN: Final = {
    VIETNAMESE: re.compile(rf"(?<![\d.,])\d{{1,3}}\.\d{{1,2}}\s?(?:{_UNITS[VIETNAMESE]})"),
    ENGLISH: re.compile(rf"(?<![\d.,])\d{{1,3}},\d{{1,2}}\s?(?:{_UNITS[ENGLISH]})", re.IGNORECASE),
}
"""A number whose point or comma the other language uses; three digits behind it would be thousands."""
_MAY_BE_WRONG: Final = {
    VIETNAMESE: re.compile(r"\.(?<=\d.)\d{1,2}(?!\d)"),
    ENGLISH: re.compile(r",(?<=\d.)\d{1,2}(?!\d)"),
}
_TO_DO: Final = (
    r"(?:cần|chưa|kiểm tra|xem lại|rà soát|bổ sung|sẽ|đang chờ|chờ|điền|ghi rõ|ghi thêm|thêm|hỏi lại|sửa"
    r"|to (?:be|check|do|confirm)|check|verify|confirm|needs?|add|insert|fill in|citation needed|pending)\b"
)
_TO_DO_IN_CAPITALS: Final = "(?:CẦN|CHƯA|KIỂM TRA|XEM LẠI|BỔ SUNG|CHECK|TO )"
_NOTE: Final = re.compile(
    rf"\b(?:TODO|FIXME|TBD|TBC)\b|\?{{3,}}|\bX{{4,}}\b|\b[Ll]orem ipsum\b|\[\s*{_TO_DO}[^\]\n]*\](?![(\[:])",
)
_NOTE_IN_CAPITALS: Final = re.compile(rf"\[\s*{_TO_DO_IN_CAPITALS}[^\]\n]*\](?![(\[:])")
_MAY_NOTE: Final = ("TODO", "FIXME", "TBD", "TBC", "???", "XXXX", "orem ipsum")
_MAY_NOTE_IN_BRACKETS: Final = re.compile(rf"\[\s*(?:{_TO_DO}|{_TO_DO_IN_CAPITALS})")
_LEAST_CAPITAL_WORDS, _LEAST_CAPITALS = 4, 12
_AROUND: Final = "“”\"'‘’()[]*_#.:!?"


def hygiene_problems(document: Document, text: WrittenText) -> Iterator[Problem]:
    """Everything of the table below in a text and its front matter."""
    lines = _QUOTED.sub(lambda found: " " * len(found[0]), text.lines().text).split("\n")
    for code, look in _looks_at("\n".join(lines), document.lang):
        told_before = False
        for number, line in enumerate(lines):
            value = look(line, document.lang)
            if value and not told_before:
                yield tell(document, number, code, value=value)
            told_before = bool(value) and code in _ONCE_A_RUN
    yield from _bold_headings(document, lines)
    yield from _in_front(document)


def _in_front(document: Document) -> Iterator[Problem]:
    texts = tuple(front_texts(document.front))
    looks = _looks_at("\n".join(value for _, value in texts), document.lang)
    for place, value in texts:
        for code, look in looks:
            is_asked = len(place) == 1 or place[0] == "summary" or code in _OF_ANY_FIELD
            if place[0] == PAPER_FIELD and code == "note-to-self":
                continue  # "[chưa đọc được]" is what a copyist writes
            if is_asked and (found := look(_QUOTED.sub(" ", value), document.lang)):
                yield Problem(document.path, document.line(place), dotted(place), code, {"value": found})


def _looks_at(text: str, lang: str) -> list[tuple[str, LineLook]]:
    """The looks that may find something in some line of a text."""
    return [(code, look) for code, look in _LOOKS.items() if code not in _MAY_FIND or _MAY_FIND[code](text, lang)]


def _bold_headings(document: Document, lines: list[str]) -> Iterator[Problem]:
    """A line of its own in bold is a heading to who reads, and none to who listens, jumps or searches."""
    for number, line in enumerate(lines):
        found = _BOLD_LINE.fullmatch(line)
        before = lines[number - 1].strip() if number else ""
        words = (found[2] or found[3]).strip() if found and not before else ""
        if words and words[-1] not in _SENTENCE_ENDS and len(words.split()) <= _MOST_HEADING_WORDS:
            yield tell(document, number, "heading-bold", value=words)


def _old_font(line: str, lang: str) -> str:
    return line.strip()[:40] if old_font(line) else ""


def _mojibake(line: str, lang: str) -> str:
    return mojibake(line)


def _tabs(line: str, lang: str) -> str:
    return " | ".join(line.split("\t")).strip() if _TABS.match(line) else ""


def _blank_after_mark(line: str, lang: str) -> str:
    found = BLANK_AFTER_MARK.match(line)
    return found[1].strip() if found else ""


def _capitals(line: str, lang: str) -> str:
    """The first run of words in capitals that is too long for a name."""
    run, words = list[str](), line.split()
    for word in [*words, ""] if sum(map(str.isupper, words)) >= _LEAST_CAPITAL_WORDS else ():
        bare = word.strip(_AROUND)
        if len(bare) > 1 and bare.isupper() and bare.isalpha():
            run.append(bare)
            if word[-1] not in ".:!?":
                continue
        if len(run) >= _LEAST_CAPITAL_WORDS and len("".join(run)) >= _LEAST_CAPITALS:
            return " ".join(run)
        run = []
    return ""


def _decimal(line: str, lang: str) -> str:
    found = _WRONG_SIGN[_signs_of(lang)].search(line)
    if found and lang == ENGLISH and reads_vietnamese(line):
        return ""  # to be translated, which is told
    return found[0] if found else ""


def _signs_of(lang: str) -> str:
    """The language whose signs the numbers of a text take."""
    return VIETNAMESE if lang == ORIGINAL else ENGLISH


def _may_note(text: str, lang: str) -> bool:
    return any(sign in text for sign in _MAY_NOTE) or bool(_MAY_NOTE_IN_BRACKETS.search(text))


def _note(line: str, lang: str) -> str:
    found = _NOTE.search(line) or _NOTE_IN_CAPITALS.search(line)
    return found[0] if found else ""


_LOOKS: Final[dict[str, LineLook]] = {
    "text-old-font": _old_font,
    "text-mojibake": _mojibake,
    "table-tabs": _tabs,
    "blank-after-mark": _blank_after_mark,
    "capitals": _capitals,
    "decimal-sign": _decimal,
    "note-to-self": _note,
}
_MAY_FIND: Final[dict[str, Callable[[str, str], object]]] = {
    "text-old-font": lambda text, _: may_be_of_old_font(text),
    "text-mojibake": lambda text, _: mojibake(text),
    "table-tabs": lambda text, _: "\t" in text,
    "blank-after-mark": lambda text, _: _A_BLANK.search(text),
    "decimal-sign": lambda text, lang: _MAY_BE_WRONG[_signs_of(lang)].search(text),
    "note-to-self": _may_note,
}
"""What one look at a whole text tells of its lines: where it finds nothing, no line has it."""
_ONCE_A_RUN: Final = frozenset(("table-tabs", "text-old-font", "text-mojibake"))
"""What one paste brings over many lines is told at the first."""
_OF_ANY_FIELD: Final = ("text-old-font", "text-mojibake", "note-to-self")
"""What may not stand in a source's title either, which else is as its publisher wrote it."""
