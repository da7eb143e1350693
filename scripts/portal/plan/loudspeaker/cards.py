"""A script to take along: as plain text, and as a reading card in Word, one A4 in large letters."""

import io
from datetime import date
from typing import Final

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_BREAK
from docx.shared import Mm, Pt

from portal.content.loudspeaker.scripts import Script, ScriptLine, duration, is_close, script_lead
from portal.language.words import Words
from portal.plan.bodies.office import moment_of, without_clock

LETTERS: Final = 14
"""Points of the letters to read from."""
_CLOSE: Final = 13
_SMALL: Final = 10


def script_text(script: Script, text: Words, draft: str) -> str:
    """A script as plain text, breaths marked; of a draft the first line says so."""
    head = [
        *([draft] if draft else []),
        script.story.front.title,
        script_lead(script, text),
        text.say("loudspeaker.marks"),
    ]
    said = [text.say("loudspeaker.how_said")] if script.said else []
    said += [f"  {part.written}: {part.spoken}" for part in script.said]
    parts = ["\n".join(head), *(["\n".join(said)] if said else []), *(_line(one, text) for one in script.lines)]
    if script.sketch:
        title = text.say("loudspeaker.sheets.tieu-pham", length=duration(script.sketch_seconds, text))
        parts += [title, *(_played(one) for one in script.sketch)]
    return "\n\n".join(parts) + "\n"


def reading_card(script: Script, text: Words, draft: str, day: date) -> bytes:
    """The same as a Word document of that day: the script on one A4, the sketch on the next."""
    paper = Document()
    _set_page(paper)
    _write_head(paper, script, text, draft)
    for line in script.lines:
        _add(paper, _line(line, text), _CLOSE if is_close(script.lines) else LETTERS)
    if script.sketch:
        _sketch(paper, script, text)
    properties = paper.core_properties
    properties.title, properties.language, properties.author = script.story.front.title, script.story.lang, ""
    properties.created = properties.modified = moment_of(day)
    out = io.BytesIO()
    paper.save(out)
    return without_clock(out.getvalue())


def _write_head(paper: Paper, script: Script, text: Words, draft: str) -> None:
    """What stands above a script: whether it is a draft, what it is called, how to read it."""
    if draft:
        _add(paper, draft, _SMALL, bold=True)
    _add(paper, script.story.front.title, LETTERS, bold=True)
    mark = text.say("loudspeaker.sheet_mark", number=1, of=2) if script.sketch else ""
    _add(paper, " · ".join(one for one in (script_lead(script, text), mark) if one), _SMALL)
    _add(paper, text.say("loudspeaker.marks"), _SMALL)
    if script.said:
        said = "; ".join(f"{part.written}: {part.spoken}" for part in script.said)
        _add(paper, f"{text.say('loudspeaker.how_said')}: {said}", _SMALL)


def _sketch(paper: Paper, script: Script, text: Words) -> None:
    paper.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    title = text.say("loudspeaker.sheets.tieu-pham", length=duration(script.sketch_seconds, text))
    _add(paper, f"{title} · {text.say('loudspeaker.sheet_mark', number=2, of=2)}", _SMALL, bold=True)
    for line in script.sketch:
        _add(paper, _played(line), LETTERS)


def _line(line: ScriptLine, text: Words) -> str:
    voice = text.say("loudspeaker.reader", voice=line.voice) + " " if line.voice else ""
    return f"{voice}{_breathed(line)} ({duration(line.seconds, text)})"


def _played(line: ScriptLine) -> str:
    return f"{line.voice}: {_breathed(line)}"


def _breathed(line: ScriptLine) -> str:
    return " ".join(f"{one.written.strip()} {'//' if one.is_end else '/'}" for one in line.breaths)


def _set_page(paper: Paper) -> None:
    page = paper.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(16)
    page.top_margin = page.bottom_margin = Mm(12)
    paper.styles["Normal"].font.name = "Times New Roman"


def _add(paper: Paper, said: str, size: int, bold: bool = False) -> None:
    written = paper.add_paragraph()
    written.paragraph_format.space_after = Pt(5)
    run = written.add_run(said)
    run.font.size, run.font.bold = Pt(size), bold
