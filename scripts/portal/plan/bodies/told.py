"""Everything one body reported, in words: the annexes and the body's page are both made from these rows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from portal.language.words import Words
from portal.language.written import written_day, written_number
from portal.plan.bodies.reported import AgencyReport, Groups


@dataclass(frozen=True)
class Told:
    """What a body said of one thing it is asked for. `value` is its figure in words: "chưa báo cáo" where it says
    nothing (`reported` is False), "không có" where it says that there was nothing; `entries` are what a list holds, one
    sentence each."""

    label: str
    value: str
    entries: tuple[str, ...] = ()
    reported: bool = True


def told_by(report: AgencyReport, text: Words) -> tuple[Told, ...]:
    """A row for every field of a report, in the order of its model; nothing that was reported is left out."""
    rows: list[Told] = []
    for name in AgencyReport.model_fields:
        value = getattr(report, name)
        if isinstance(value, Groups):
            rows += (_row(f"{name}.{group}", getattr(value, group), text) for group in Groups.model_fields)
        else:
            rows.append(_row(name, value, text))
    return tuple(rows)


def _row(name: str, value: Any, text: Words) -> Told:
    label = text.say(f"told.labels.{name}")
    if value is None:
        return Told(label, text.say("told.missing"), reported=False)
    if not isinstance(value, list):
        return Told(label, _said(name, value, text))
    entries = tuple(_said(name, one, text) for one in value)
    return Told(label, _summed(name, value, text) if value else text.say("told.none"), entries)


def _said(name: str, value: Any, text: Words) -> str:
    """One value as people read it; a part of it nobody gave says so."""
    if isinstance(value, BaseModel):
        parts = {part: _said(name, getattr(value, part), text) for part in type(value).model_fields}
        return text.say(f"told.values.{type(value).__name__}", **parts)
    if value is None:
        return text.say("told.missing")
    if isinstance(value, bool):
        return text.say("told.yes" if value else "told.no")
    if isinstance(value, date):
        return written_day(value, text)
    return written_number(value, text, grouped=True) if isinstance(value, int) else str(value)


def _summed(name: str, values: list[Any], text: Words) -> str:
    """How much a list holds: its money, or how many entries."""
    total = sum(one.vnd for one in values) if name == "budget" else len(values)
    return text.say("told.money" if name == "budget" else "told.count", count=written_number(total, text, grouped=True))
