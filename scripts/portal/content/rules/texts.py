"""What can be wrong in the text of a page: each rule over one text, and the order in which they are asked."""

from collections.abc import Iterator

from portal.content.rules.html import changed_problem, html_problems
from portal.content.rules.hygiene.bare_addresses import bare_problems
from portal.content.rules.hygiene.hygiene import hygiene_problems
from portal.content.rules.links import Known, link_problems
from portal.content.rules.pictures.alternative import alternative_problems
from portal.content.rules.pictures.entries import within_problems
from portal.content.rules.privacy.tracking import tracking_problems
from portal.content.rules.silent import silent_problems
from portal.content.rules.telling import tell
from portal.reading.documents import Document
from portal.reading.markdown.text import WrittenText, text_of
from portal.reading.problems import Problem


def text_problems(document: Document, sources: int | None, figures: frozenset[str], known: Known) -> list[Problem]:
    """The problems of one text. `sources` is how many sources its marks can point to, None if unknown; a text that
    cannot be read has that problem alone."""
    text = text_of(document.body)
    if text.faults:
        return [tell(document, fault.line, fault.code, **fault.values) for fault in text.faults]
    found = [*_headings(document, text)]
    found += _figures(document, text, figures)
    found += html_problems(document, text)
    found += silent_problems(document, text)
    found += link_problems(document, text, known)
    found += alternative_problems(document, text)
    found += within_problems(document, text)
    found += tracking_problems(document, text)
    found += hygiene_problems(document, text)
    found += bare_problems(document, text)
    found += _marks(document, text, sources) if sources is not None else ()
    return [*found, *changed_problem(document, text, found)]


def _headings(document: Document, text: WrittenText) -> Iterator[Problem]:
    level = 1
    for heading in text.headings:
        if heading.level == 1:
            yield _first_level(document, heading.line)
            continue
        if heading.level > level + 1:
            yield tell(document, heading.line, "heading-skips", level=heading.level, should=level + 1)
        level = heading.level


def _first_level(document: Document, line: int) -> Problem:
    """A "#" without a space is a hashtag to whoever wrote it, and a heading to Markdown."""
    written = document.body.split("\n")[line].strip()
    is_tag = written.startswith("#") and written[1:2].strip() != ""
    return tell(document, line, "hashtag", value=written) if is_tag else tell(document, line, "heading-first")


def _figures(document: Document, text: WrittenText, known: frozenset[str]) -> Iterator[Problem]:
    lines = text.lines()
    for name in text.figures:
        line = lines.of(f"[figure: {name}", f"figure:{name}", name)
        if name not in known:
            yield tell(document, line, "unknown-figure", name=name)


def _marks(document: Document, text: WrittenText, sources: int) -> Iterator[Problem]:
    right = {str(number) for number in range(1, sources + 1)}
    for mark in text.marks if not right.issuperset(text.cited) else ():
        if mark.number != str(int(mark.number)) and int(mark.number):
            yield tell(document, mark.line, "mark-unread", value=f"[{mark.number}]")
        elif not 1 <= int(mark.number) <= sources:
            yield tell(document, mark.line, "source-number", number=mark.number, most=sources)
