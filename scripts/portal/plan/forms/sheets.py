"""What one body's form asks, sheet by sheet and cell by cell: the one definition, for the writer and the reader."""

from collections.abc import Iterator
from typing import Final

from xlsxwriter.utility import xl_rowcol_to_cell

from portal.content.known.agencies import Agency
from portal.language import vocabulary
from portal.language.locales import ORIGINAL, VIETNAMESE
from portal.language.words import Words, words
from portal.plan.bodies.asked import REPORTED_ON
from portal.plan.forms.asked_fields import PRODUCTS, AskedField, AskedPart, asked_parts
from portal.plan.forms.values import Form, FormChoice, FormField, FormPart, FormSheet
from portal.plan.plan import Plan

SHEETS: Final = {
    "unit": ("who", "document"),
    "products": (PRODUCTS,),
    "people": ("people", "trainings", "briefings"),
    "other": (
        "spokesperson",
        "misinformation",
        "central_publications",
        "exhibitions",
        "contests",
        "awards",
        "campaigns",
        "budget",
        "note",
    ),
}
"""Which sheet asks what, in this order: the fields of AgencyReport by their first name, and the register's rows."""
WHO: Final = ("body", "year", "window", "due")
"""What the first sheet tells the body about itself."""
FIRST_COLUMN: Final = 1
"""Where what people read begins, counted from 0; before it stands the hidden column of keys."""
FIRST_ROW: Final = 4
"""Where the first part begins, counted from 0: below the sheet's title, its sentence, and the heads of the columns."""
_ROWS: Final = {PRODUCTS: 100, "trainings": 12, "briefings": 12}
_FEW_ROWS: Final = 8
_NOT_MORE: Final = {"trained": "in_post", "handled": "detected"}
_OWN_CHANNEL: Final = "portal"  # the portal's own pages are counted by themselves
_SOURCES: Final = ("state_budget", "other_programmes", "private", "foreign_aid", "other_sources")  # V.1 of the plan


def form_for(plan: Plan, agency: Agency, year: int, text: Words) -> Form:
    """What a body is asked for a year, its cells placed."""
    asked = [part for part in asked_parts() if _is_asked(plan, agency, year, part.key)]
    sheets = (_sheet(name, asked, plan, text) for name in SHEETS)
    return Form(agency.id, year, text.lang, tuple(sheet for sheet in sheets if sheet.parts))


def _is_asked(plan: Plan, agency: Agency, year: int, key: str) -> bool:
    """What a target is measured by is asked of the bodies that report on it; everything else of all."""
    end, name = plan.full_window(year).end, key.rpartition(".")[2]
    if name == PRODUCTS:
        measured = [target for target in plan.targets if target.counted == "languages_or_digital"]
    elif name in REPORTED_ON:
        measured = [target for target in plan.targets if target.reported == name]
    else:
        return True
    return any(target.is_asked(agency, end) for target in measured)


def _sheet(name: str, asked: list[AskedPart], plan: Plan, text: Words) -> FormSheet:
    parts: list[FormPart] = []
    row = FIRST_ROW
    for first in SHEETS[name]:
        if first == "who":
            parts.append(_who(row, text))
            row = _row_after(row, parts[-1])
        for part in asked:
            if part.key.partition(".")[0] == first:
                parts.append(_part(part, row, plan, text))
                row = _row_after(row, parts[-1])
    return FormSheet(name, text.say(f"forms.sheets.{name}"), text.say(f"forms.about.{name}"), tuple(parts))


def _row_after(row: int, part: FormPart) -> int:
    """Where the next part begins: below the title, the fields or the question, the head and the rows, one line free."""
    return row + 1 + (len(part.fields) if part.kind == "fields" else 2 + part.rows) + 1


def _who(row: int, text: Words) -> FormPart:
    fields = (
        FormField(f"who.{name}", *_said("who", name, text), "given", xl_rowcol_to_cell(row + 1 + n, FIRST_COLUMN + 1))
        for n, name in enumerate(WHO)
    )
    return FormPart("who", text.say("forms.parts.who"), "fields", tuple(fields))


def _part(part: AskedPart, row: int, plan: Plan, text: Words) -> FormPart:
    title = text.say(f"forms.parts.{_words_of(part.key)}")
    if not part.is_list:
        placed = ((field, row + 1 + n, FIRST_COLUMN + 1) for n, field in enumerate(part.fields))
        return FormPart(part.key, title, "fields", tuple(_field(part, *one, plan, text) for one in placed))
    cell = xl_rowcol_to_cell(row + 1, FIRST_COLUMN + (2 if part.key == PRODUCTS else 1))
    had = FormField(f"{part.key}.had", *_said("list", "had", text), "choice", cell, choices=_yes_or_no("had", text))
    columns = [_field(part, *one, plan, text) for one in _columns(part, row + 3)]
    if part.key == PRODUCTS:
        given = xl_rowcol_to_cell(row + 3, FIRST_COLUMN)
        columns.insert(0, FormField("number", *_said(PRODUCTS, "number", text), "given", given))
    return FormPart(part.key, title, "rows", tuple(columns), had, _ROWS.get(part.key, _FEW_ROWS))


def _columns(part: AskedPart, row: int) -> Iterator[tuple[AskedField, int, int]]:
    """A list's fields with the place of their first cell: words before days and numbers, as the first column is the
    widest; the register keeps its order after the row's number."""
    own = part.key == PRODUCTS
    fields = part.fields if own else sorted(part.fields, key=lambda field: field.type != "text")
    yield from ((field, row, FIRST_COLUMN + own + n) for n, field in enumerate(fields))


def _field(part: AskedPart, field: AskedField, row: int, column: int, plan: Plan, text: Words) -> FormField:
    name = field.key.rpartition(".")[2]
    other = _NOT_MORE.get(name, "")
    return FormField(
        field.key,
        *_said(_words_of(part.key), name, text),
        field.type,
        xl_rowcol_to_cell(row, column),
        field.required,
        _choices(field, name, plan, text),
        f"{part.key}.{other}" if other else "",
    )


def _words_of(key: str) -> str:
    return key.rpartition(".")[2]


def _said(part: str, name: str, text: Words) -> tuple[str, str]:
    """(label, hint) of a field: its own words in its part, else those that fields of this name share."""
    family = text.family("forms.fields")
    said = family.get(part, {}).get(name) or family["any"][name]
    return str(said["label"]), str(said["hint"])


def _choices(field: AskedField, name: str, plan: Plan, text: Words) -> tuple[FormChoice, ...]:
    if field.type == "choice" and name != "theme":
        return _yes_or_no(name, text)
    if name == "theme":
        themes = enumerate(vocabulary.THEMES, 1)
        return tuple(FormChoice(str(n), f"{n}. {text.label('sections', theme)}") for n, theme in themes)
    if name == "languages":
        return tuple(FormChoice(tag, text.language_name(tag)) for tag in _languages(plan, text))
    if name == "source":  # free words: what is written is what stands in the data, in the language of its originals
        return tuple(
            FormChoice(words(ORIGINAL).say(f"forms.money.{s}"), text.say(f"forms.money.{s}")) for s in _SOURCES
        )
    known = {"formats": vocabulary.FORMATS, "channels": vocabulary.CHANNELS, "audiences": vocabulary.AUDIENCES}
    return tuple(FormChoice(w, text.label(name, w)) for w in known.get(name, ()) if w != _OWN_CHANNEL)


def _yes_or_no(name: str, text: Words) -> tuple[FormChoice, ...]:
    return tuple(FormChoice(value, text.say(f"forms.answers.{name}.{value}")) for value in ("true", "false"))


def _languages(plan: Plan, text: Words) -> list[str]:
    """Vietnamese, then the languages of the province's peoples, then every other that has a name."""
    named = text.family("languages")
    return list(dict.fromkeys((VIETNAMESE, *(tag for tag in plan.ethnic_languages if tag in named), *named)))
