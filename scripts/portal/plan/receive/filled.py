"""What a body answered, as the report and the register have it; and the cell each of it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.plan.forms.asked_fields import PRODUCTS
from portal.plan.forms.values import FormField
from portal.plan.plan import Window
from portal.plan.receive.answers import Answer, AnswerRow, PartAnswers
from portal.plan.receive.meanings import Meaning, meaning_of, says_nothing
from portal.plan.register.product_rows import REGISTER_COLUMNS, REQUIRED, RegisterCells
from portal.reading.cells import Unclear
from portal.reading.problems import Problem
from portal.reading.workbooks.reader import at_cell
from portal.reading.yaml_reader import Location, dotted


@dataclass(frozen=True)
class Filled:
    """A form as data. `report` is the tree that AgencyReport reads, without what was not answered; `products` the rows
    of the register by their columns, None where the body did not say whether there were any. `cells` tells which answer
    stands behind a dotted place of the report ("people.information.trained") or a row's column ("products[2].title");
    `problems` what was not understood."""

    report: Mapping[str, Any]
    products: tuple[Mapping[str, Meaning], ...] | None
    cells: Mapping[str, Answer]
    problems: tuple[Problem, ...]

    def behind(self, place: str) -> Answer | None:
        """The answer a dotted place stands in, or the nearest around it."""
        while place and place not in self.cells:
            place = place[: max(place.rfind("."), place.rfind("["), 0)]
        return self.cells.get(place)


def filled(path: str, parts: list[PartAnswers], window: Window, register: RegisterCells) -> Filled:
    """The answers of a form, understood; `path` is how its file is called."""
    filler = _Filler(path, window, register)
    for part in parts:
        if part.part.key == PRODUCTS:
            filler.fill_products(part)
        elif part.part.had:
            filler.fill_list(part)
        else:
            filler.fill_fields(part)
    return Filled(filler.report, filler.products, filler.cells, tuple(filler.problems))


class _Filler:
    """Gathers what the parts of one form say."""

    def __init__(self, path: str, window: Window, register: RegisterCells) -> None:
        self.path, self.window, self.register = path, window, register
        self.report: dict[str, Any] = {}
        self.products: tuple[Mapping[str, Meaning], ...] | None = None
        self.cells: dict[str, Answer] = {}
        self.problems: list[Problem] = []

    def note(self, answer: Answer, code: str, **values: object) -> None:
        said = {"field": answer.field.label, "value": answer.value, **values}
        self.problems.append(at_cell(self.path, answer.sheet, answer.place, code, **said))

    def understood(self, answer: Answer, register: RegisterCells | None = None) -> Meaning | None:
        """What an answer means; None where it is empty, and where it is not understood, which is told."""
        if answer.value is None or says_nothing(answer.value):
            return None
        found = meaning_of(answer.field, answer.value, self.window, register)
        if isinstance(found, Unclear):
            self.note(answer, found.code, **found.values)
            return None
        return found

    def fill_fields(self, part: PartAnswers) -> None:
        for answer in part.fields:
            place: Location = tuple(answer.field.key.split("."))
            self.cells[dotted(place)] = answer
            self.cells.setdefault(dotted(place[:-1]) if len(place) > 1 else dotted(place), answer)
            found = self.understood(answer) if answer.field.type != "given" else None
            if found is not None:
                _set(self.report, place, found)

    def fill_list(self, part: PartAnswers) -> None:
        rows = list(self.rows_of(part))
        if rows or self.had(part, bool(rows)) is False:
            self.report[part.part.key] = [
                self.row_of(row, f"{part.part.key}[{number}]") for number, row in enumerate(rows, 1)
            ]

    def fill_products(self, part: PartAnswers) -> None:
        rows = list(self.rows_of(part))
        if not rows and self.had(part, False) is not False:
            return
        found: list[Mapping[str, Meaning]] = []
        for row in rows:
            said = self.row_of(row, f"{PRODUCTS}[{len(found) + 1}]", self.register)
            found.append({"id": str(row.number), **said})
        self.products = tuple(found)

    def rows_of(self, part: PartAnswers) -> Iterator[AnswerRow]:
        """The rows of a list that say something; that the question above is answered otherwise is told."""
        rows = [row for row in part.rows if not all(says_nothing(answer.value) for answer in row.answers)]
        if rows:
            self.had(part, True)
        yield from (row for row in rows if not _is_total(row))

    def had(self, part: PartAnswers, rows: bool) -> bool | None:
        """What the body says to whether there was any; None where it says nothing. Told where the rows say another."""
        answer = part.had
        if answer is None or answer.value is None:
            return None
        self.cells.setdefault(part.part.key, answer)
        found = self.understood(answer)
        if found is False and rows:
            self.note(answer, "form-none-yet-rows", part=part.part.title)
        if found is True and not rows:
            self.note(answer, "form-some-yet-no-rows", part=part.part.title)
        return found if isinstance(found, bool) else None

    def row_of(self, row: AnswerRow, place: str, register: RegisterCells | None = None) -> dict[str, Meaning]:
        """What a row says by its columns. A needed cell that is empty is told of its own cell."""
        found: dict[str, Meaning] = {}
        self.cells[place] = _first(row)
        for answer in row.answers:
            self.cells[f"{place}.{answer.field.key}"] = answer
            said = self.understood(answer, register)
            if said is not None:
                found[answer.field.key] = said
                self.tell_day(answer, said)
            elif says_nothing(answer.value) and _is_needed(answer.field, register):
                self.note(answer, "empty-cell", name=answer.field.label)
        return found

    def tell_day(self, answer: Answer, said: Meaning) -> None:
        """What happened on a day that is not of the year is told here too: the readers of data/ come to it only where
        nothing else is wrong."""
        if isinstance(said, date) and said not in self.window:
            start, end = (f"{day:%d/%m/%Y}" for day in (self.window.start, self.window.end))
            self.note(answer, "form-day-outside", start=start, end=end, value=f"{said:%d/%m/%Y}")


def _set(tree: dict[str, Any], place: Location, value: Meaning) -> None:
    *before, last = place
    for name in before:
        tree = tree.setdefault(str(name), {})
    tree[str(last)] = value


def _is_needed(field: FormField, register: RegisterCells | None) -> bool:
    return field.key in REQUIRED if register else field.required


def _first(row: AnswerRow) -> Answer:
    return next((one for one in row.answers if not says_nothing(one.value)), row.answers[0])


def _is_total(row: AnswerRow) -> bool:
    """Whether a row only adds up the others, as one of the register may: its only words say so."""
    words = [one.value for one in row.answers if isinstance(one.value, str) and not says_nothing(one.value)]
    return len(words) == 1 and REGISTER_COLUMNS.is_total(words)
