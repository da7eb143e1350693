"""One file that came in, read: whose form it is, what it says, what is wrong in it."""

from collections.abc import Iterator
from collections.abc import Set as AnySet
from dataclasses import dataclass, replace

from xlsxwriter.utility import xl_rowcol_to_cell

from portal.content.known.agencies import Agency
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.plan.forms.asked_fields import PRODUCTS
from portal.plan.forms.sheets import form_for
from portal.plan.forms.values import HIDDEN_SHEET, LISTS_SHEET
from portal.plan.ledger import Ledger
from portal.plan.receive.answers import Answer, PartAnswers, answers_in, missing_parts
from portal.plan.receive.filled import Filled, filled
from portal.plan.receive.form_words import FormWords
from portal.plan.receive.marks import FormMarks, marks_of
from portal.plan.receive.meanings import MONEY
from portal.plan.receive.written import register_path, report_path, sha256_of
from portal.plan.register.product_rows import RegisterCells
from portal.reading.fields import Context
from portal.reading.labels import squeezed
from portal.reading.personal.details import personal_in
from portal.reading.personal.office import OF_THE_OFFICE
from portal.reading.problems import Problem
from portal.reading.workbooks.reader import Workbook, at_cell, read_workbook

_GUIDE = ("forms.sheets.guide", "forms.how")


@dataclass(frozen=True)
class Incoming:
    """A file that came: how it is called in what is said of it, and its bytes."""

    path: str
    data: bytes

    @property
    def sha256(self) -> str:
        return sha256_of(self.data)


@dataclass(frozen=True)
class Candidate:
    """A file that is a body's form, understood as far as it can be; `problems` keeps it out."""

    incoming: Incoming
    marks: FormMarks
    form: Filled
    problems: tuple[Problem, ...]

    @property
    def report_path(self) -> str:
        return report_path(self.marks.year, self.marks.agency)

    @property
    def register_path(self) -> str:
        return register_path(self.marks.year, self.marks.agency)

    def told(self, problem: Problem) -> Problem:
        """A problem of one of the two files made from the form, told of the cell it comes from, in a form's words."""
        answer = self.answer_at(problem.path, problem.line, problem.field)
        if problem.code == "report-says-nothing":
            return Problem(self.incoming.path, 0, "", "form-says-nothing")
        if answer is None:
            return replace(problem, path=self.incoming.path, line=0)
        values, code = {**problem.values, "field": answer.field.label}, problem.code
        if code in ("missing-field", "missing-field-in", "empty-cell"):
            code, values["name"] = "empty-cell", answer.field.label
        return at_cell(self.incoming.path, answer.sheet, answer.place, code, **values)

    def answer_at(self, path: str, line: int, field: str) -> Answer | None:
        """The answer that stands behind a place in one of the two files, or the nearest around it."""
        in_row = f"{PRODUCTS}[{line - 1}].{field}".rstrip(".")
        return self.form.behind(in_row if path == self.register_path else field)

    def named(self, line: int, field: str) -> str:
        """A row of its register as a spreadsheet names a cell of the form."""
        answer = self.answer_at(self.register_path, line, field)
        return f"{self.incoming.path}!{xl_rowcol_to_cell(*answer.place)}" if answer else self.incoming.path


def candidate(incoming: Incoming, ledger: Ledger, context: Context) -> tuple[Candidate | None, list[Problem]]:
    """What a file is, or None and why it is no form of a body. Nothing in a file makes it raise."""
    book, problems = read_workbook(incoming.path, incoming.data)
    if book is None:
        return None, problems
    agencies = ledger.library.data.agencies
    marks, told = marks_of(book, ledger.plan, agencies)
    if marks is None:
        return None, [*problems, *told]
    agency = agencies[marks.agency]
    form, *others = (
        form_for(ledger.plan, agency, marks.year, words(lang))
        for lang in sorted(LANGUAGES, key=lambda one: one != marks.lang)
    )
    names = FormWords(form, others)
    guides = frozenset(words(lang).say(name) for lang in LANGUAGES for name in _GUIDE)
    parts, told = answers_in(book, names, guides)
    problems += told
    if marks.version == form.version:
        problems += missing_parts(book, names, parts)
    cells = RegisterCells(agencies, context.today)
    said = filled(book.path, parts, ledger.plan.full_window(marks.year), cells)
    problems += [*said.problems, *_of_another(book, parts, agency), *_personal(book, names, parts)]
    if not (said.report or said.products is not None or problems):
        problems.append(Problem(book.path, 0, "", "form-empty"))
    return Candidate(incoming, marks, said, tuple(_in_order(book, problems))), []


def _of_another(book: Workbook, parts: list[PartAnswers], agency: Agency) -> Iterator[Problem]:
    """The first sheet names another body than the hidden one: a form handed on, and its name written over."""
    called = {squeezed(agency.called(lang)) for lang in LANGUAGES} | {squeezed(agency.id)}
    for answer in (answer for part in parts for answer in part.fields if answer.field.key == "who.body"):
        if isinstance(answer.value, str) and squeezed(answer.value) not in called:
            yield book.problem(
                answer.sheet, answer.place, "form-of-another", value=answer.value, body=agency.called(LANGUAGES[0])
            )


def _personal(book: Workbook, names: FormWords, parts: list[PartAnswers]) -> Iterator[Problem]:
    """What is about one person, in any cell of any sheet; also a number that lost the nought before it, but where an
    amount is asked: no other figure of a form is as long as a telephone number. Where the office's own telephone and
    mail are asked, their fields say what may stand there."""
    money, office = _cells(parts, frozenset((MONEY,))), _cells(parts, OF_THE_OFFICE)
    for sheet in (one for one in book.sheets if one.name.casefold() not in (HIDDEN_SHEET, LISTS_SHEET)):
        for place, value in sheet.cells.items():
            if isinstance(value, int) and not isinstance(value, bool) and (sheet.name, place) not in money:
                said = f"0{value}"
            else:
                said = value if isinstance(value, str) and not names.is_ours(value) else ""
            for found in personal_in("" if (sheet.name, place) in office else said):
                yield book.problem(sheet.name, place, found.code, shown=found.shown)


def _cells(parts: list[PartAnswers], keys: AnySet[str]) -> set[tuple[str, tuple[int, int]]]:
    """The cells that answer what is asked under these keys."""
    return {(answer.sheet, answer.place) for answer in _answers(parts) if answer.field.key in keys}


def _answers(parts: list[PartAnswers]) -> Iterator[Answer]:
    for part in parts:
        yield from part.fields
        for row in part.rows:
            yield from row.answers


def _in_order(book: Workbook, problems: list[Problem]) -> list[Problem]:
    """Sheet by sheet, from top to bottom; each once."""
    order = {sheet.name: number for number, sheet in enumerate(book.sheets)}
    said = {(p.sheet, p.cell) for p in problems if p.code != "empty-cell"}  # a formula that failed is no empty cell
    once = {
        (p.sheet, p.cell, p.code, p.message(LANGUAGES[0])): p
        for p in problems
        if p.code != "empty-cell" or (p.sheet, p.cell) not in said
    }
    return sorted(once.values(), key=lambda p: (order.get(p.sheet, -1), p.line, len(p.cell), p.cell))
