"""What a row of a form can begin with: a key of the hidden column, or a label in any of the languages."""

from collections import Counter
from collections.abc import Iterable, Mapping

from portal.plan.forms.values import Form, FormField, FormPart
from portal.reading.labels import squeezed
from portal.reading.workbooks.reader import CellValue

RowCells = Mapping[int, CellValue]
"""column → value of one row; empty cells are not there."""


class FormWords:
    """The keys and labels of one form; its labels in every language, as one form may come back in any."""

    def __init__(self, form: Form, others: Iterable[Form] = ()) -> None:
        self.parts = {part.key: part for sheet in form.sheets for part in sheet.parts}
        self.sheets = frozenset(sheet.id for sheet in form.sheets)
        self.keys = set(self.sheets) | set(self.parts)
        self.titles: dict[str, str] = {}
        self.labels: dict[tuple[str, str], str] = {}
        self.own = set[str]()
        for part in (part for one in (form, *others) for sheet in one.sheets for part in sheet.parts):
            self._add(part)

    def _add(self, part: FormPart) -> None:
        self.titles.setdefault(squeezed(part.title), part.key)
        self.keys |= {f"{part.key}.had", f"{part.key}.rows"} if part.kind == "rows" else set()
        for one in fields_of(part):
            self.labels[part.key, squeezed(one.label)] = one.key
            self.own |= {squeezed(one.label), squeezed(one.hint)}
            self.keys |= {one.key} if part.kind == "fields" else set()

    def named(self, part: str, said: CellValue) -> str:
        """The key of the field of a part that a label names; "" where it names none. A long field's label has its
        hint below."""
        text = str(said).partition("\n")[0].strip(" *")
        return self.labels.get((part, squeezed(text)), "")

    def is_ours(self, said: CellValue) -> bool:
        """Whether a text is a label or a hint of the form."""
        return isinstance(said, str) and squeezed(said.strip(" *")) in self.own

    def column_of_keys(self, rows: Mapping[int, RowCells]) -> int | None:
        """The column that holds the keys; None where somebody took it out."""
        found = Counter(c for cells in rows.values() for c, value in cells.items() if value in self.keys)
        return found.most_common(1)[0][0] if found else None

    def key_by_labels(self, part: str, cells: RowCells) -> str:
        """What a row is, told by its labels: a part's title, the question, the head of the rows, a field; `part` is
        the part above. "" for a row of answers."""
        texts = [value for _, value in sorted(cells.items()) if isinstance(value, str)]
        if texts and (title := self.titles.get(squeezed(texts[0]))) and title != part:
            return title
        labels = [named for said in texts if (named := self.named(part, said))]
        if labels and self.parts[part].kind == "rows" and labels[0] != f"{part}.had":
            return f"{part}.rows" if len(labels) > 1 else ""
        return labels[0] if labels and labels[0] == self.named(part, texts[0]) else ""


def fields_of(part: FormPart) -> tuple[FormField, ...]:
    """Every field of a part, the question whether there was any first."""
    return (*((part.had,) if part.had else ()), *part.fields)
