"""A press sheet as a paper: a Word document, and a text that goes into any letter or message; both from one list."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.language.places import press_sheet_place
from portal.language.words import Words
from portal.language.written import month_name, written_day
from portal.site.addresses import address
from portal.site.files.papers.paper_lines import SMALL_PRINT, PaperLine
from portal.site.press.sheets import SHEET_FACTS, PressSheet, SheetCorrection, SheetDay, SheetFact
from portal.site.values import Cited

SHEET_FORMS: Final = ("docx", "txt")
"""What a sheet can be taken along as."""


@dataclass(frozen=True)
class SheetPaper:
    """A sheet with the words of its language and `url`, the whole address of the site; `draft` is what says that nobody
    has approved it, "" once somebody has."""

    sheet: PressSheet
    draft: str
    url: str
    text: Words

    @property
    def title(self) -> str:
        return sheet_title(self.sheet, self.text)

    def lines(self) -> Iterator[PaperLine]:
        """All that stands below the title."""
        say, sheet = self.text.say, self.sheet
        yield PaperLine(say("press.of", portal=say("site_name")))
        yield PaperLine(say("press.rule"), size=SMALL_PRINT)
        yield _head(say("press.facts_title"))
        for number, fact in enumerate(sheet.facts, 1):
            yield from self._fact(number, fact)
        if few := few_facts(sheet, self.text):
            yield PaperLine(few)
        yield _head(say("press.correction_title"))
        yield from self._correction(sheet.correction)
        yield _head(say("press.day_title"))
        yield from self._day(sheet.ahead)
        yield _head(say("press.quote_title"))
        yield from (PaperLine(line, size=SMALL_PRINT) for line in self.text.listed("press.quote"))
        yield self._leads(say("press.here"), press_sheet_place(sheet.name))

    def _fact(self, number: int, fact: SheetFact) -> Iterator[PaperLine]:
        yield PaperLine(f"{number}. {fact.text}", bold=True, stays=True)
        yield from (_beside(words) for words in (fact.subject, fact.note) if words)
        for source in fact.sources:
            yield from self._source(source)
        if not fact.sources:
            yield _beside(self.text.say("press.sources_there", count=fact.counted))
        yield self._leads(self.text.say("press.page", title=fact.title), fact.place)

    def _correction(self, made: SheetCorrection | None) -> Iterator[PaperLine]:
        if made is None:
            yield PaperLine(self.text.say("press.no_correction"))
            return
        yield PaperLine(correction_told(made, self.text), stays=True)
        yield self._leads(self.text.say("press.page", title=made.title), made.place)

    def _day(self, ahead: SheetDay | None) -> Iterator[PaperLine]:
        if ahead is None:
            yield PaperLine(self.text.say("press.no_day"))
            return
        yield PaperLine(day_told(ahead, self.text), bold=True, stays=bool(ahead.source or ahead.place))
        if ahead.source:
            yield from self._source(ahead.source)
        if ahead.place:
            yield self._leads(self.text.say("press.page_about"), ahead.place)

    def _source(self, source: Cited) -> Iterator[PaperLine]:
        named = f"{source.title}, {source.publisher}" + (f" ({source.paper})" if source.paper else "")
        yield _beside(self.text.say("press.source", source=named), source.url or "")

    def _leads(self, words: str, place: str) -> PaperLine:
        return _beside(words, self.url + address(self.sheet.lang, place))


def as_plain_text(paper: SheetPaper) -> str:
    """The sheet as a text: of a draft the first line says so."""
    lines = [paper.draft, ""] if paper.draft else []
    lines += [paper.title, ""]
    for line in paper.lines():
        before = [""] if line.bold else []
        lines += [*before, line.text, *([line.href] if line.href else [])]
    return "\n".join((*lines, ""))


def as_word(paper: SheetPaper) -> bytes:
    """The sheet as a Word document, dated by its month: the same sheet, the same bytes."""
    from portal.site.files.papers.word_paper import begun_paper, saved_paper  # only now: most builds write no paper

    made = begun_paper(paper.title, paper.draft, paper.lines())
    return saved_paper(made, paper.title, paper.sheet.lang, paper.sheet.month)


def sheet_path(sheet: PressSheet, form: str) -> str:
    """Where the paper of a sheet stands in the site: beside its page."""
    return f"{address(sheet.lang, press_sheet_place(sheet.name))}ba-su-viec-{sheet.name}.{form}"


def sheet_title(sheet: PressSheet, text: Words) -> str:
    """What the sheet of a month is called."""
    return text.say("press.sheet_title", month=month_name(sheet.month, text))


def few_facts(sheet: PressSheet, text: Words) -> str:
    """What is said where a month has fewer facts than a sheet wants; "" where it has enough."""
    count = len(sheet.facts)
    return "" if count >= SHEET_FACTS else text.say("press.few_facts" if count else "press.no_facts", count=count)


def correction_told(made: SheetCorrection, text: Words) -> str:
    """A correction in a sentence."""
    said = {"day": written_day(made.day, text), "kind": text.label("correction_kinds", made.kind)}
    return text.say("press.corrected", **said, title=made.title, what=made.what, why=made.why)


def day_told(ahead: SheetDay, text: Words) -> str:
    """A day ahead in a line."""
    said = {"day": written_day(ahead.day, text), "name": ahead.name}
    return text.say("press.day_by", by=ahead.by, **said) if ahead.by else text.say("press.day", **said)


def _head(words: str) -> PaperLine:
    return PaperLine(words, bold=True, stays=True)


def _beside(words: str, href: str = "") -> PaperLine:
    return PaperLine(words, size=SMALL_PRINT, within=True, href=href)
