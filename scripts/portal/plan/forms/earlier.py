"""What a body said for the year before, as its form shows it beside each cell."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portal.language.words import Words
from portal.language.written import written_day
from portal.plan.bodies.reported import AgencyReport, BudgetLine, Held
from portal.plan.forms.asked_fields import PRODUCTS
from portal.plan.forms.values import Form, FormField
from portal.plan.ledger import Ledger

Before = str | int


@dataclass(frozen=True)
class Earlier:
    """What bodies reported for one year, and how many rows each entered in the register; a body that entered none has
    no count."""

    year: int
    reports: Mapping[str, AgencyReport]
    products: Mapping[str, int]


def earlier_than(ledger: Ledger, year: int) -> Earlier:
    """What was reported for the year before `year`. Walks the register once: for many forms, ask once."""
    before = year - 1
    made = Counter(row.agency for row in ledger.rows(ledger.plan.full_window(before)))
    return Earlier(before, ledger.reports.get(before, {}), made)


def said_before(earlier: Earlier, form: Form, text: Words) -> dict[str, Before]:
    """What the form shows beside each cell, by the cell's key; what was not reported says so."""
    report, nothing = earlier.reports.get(form.body), text.say("forms.not_reported")
    shown: dict[str, Before] = {}
    for _, part, field in form.cells():
        if field.key == f"{PRODUCTS}.had":
            shown[field.key] = earlier.products.get(form.body, nothing)
        elif field.key == f"{part}.had":
            shown[field.key] = _list_shown(_at(report, part), nothing, text)
        elif field.key == part or field.key.startswith(f"{part}."):
            shown[field.key] = _shown(_at(report, field.key), field, nothing, text)
    return shown


def _at(report: AgencyReport | None, key: str) -> object:
    """What a report says at a place; None where it says nothing there."""
    found: object = report
    for name in key.split("."):
        found = getattr(found, name, None)
    return found


def _list_shown(rows: object, nothing: str, text: Words) -> Before:
    if not isinstance(rows, list):
        return nothing
    if not rows:
        return text.say("forms.answers.had.false")
    money = [row.vnd for row in rows if isinstance(row, BudgetLine)]
    if money:
        return sum(money)
    people = [row.people for row in rows if isinstance(row, Held) and row.people is not None]
    return text.say("forms.times_people", count=len(rows), people=sum(people)) if people else len(rows)


def _shown(value: object, field: FormField, nothing: str, text: Words) -> Before:
    if isinstance(value, bool):
        return next(choice.label for choice in field.choices if choice.value == str(value).lower())
    if isinstance(value, date):
        return written_day(value, text)
    return value if isinstance(value, str | int) else nothing
