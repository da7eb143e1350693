"""What bodies reported, as an open table: each thing a body said is a row, whatever a report may come to hold."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any, Final

from pydantic import BaseModel

from portal.plan.bodies.reported import AgencyReport, Reports
from portal.plan.open_data.known import BODIES_TABLE
from portal.plan.open_data.tables import OpenField, OpenRecord, OpenTable

_FIELDS: Final = (
    OpenField("year", "integer", is_required=True),
    OpenField("agency", is_required=True, refers_to=BODIES_TABLE),
    OpenField("field", is_required=True),
    OpenField("entry", "integer"),
    OpenField("number", "number"),
    OpenField("text"),
)

_Said = tuple[str, int | None, float | None, str | None]
"""A field of a report, which entry of a list it is of, and what it says: a number, or a text."""


def reports_table(reports: Reports) -> OpenTable:
    """Every field of every report. What a body does not say is absent; a 0 it wrote is 0; a list is first its number
    of entries, 0 where the body held nothing, then what it says of each."""
    return OpenTable("bao-cao", "reports", _FIELDS, (), partial(_rows, reports))


def _rows(reports: Reports) -> Iterator[OpenRecord]:
    for year, given in sorted(reports.items()):
        for agency, report in sorted(given.items()):
            for told in told_in(report):
                yield (year, agency, *told)


def told_in(report: AgencyReport) -> Iterator[_Said]:
    """What one report says, in the order of its model."""
    yield from _of_model(report, "", None)


def _of_model(model: BaseModel, before: str, entry: int | None) -> Iterator[_Said]:
    """Only what the body wrote: what a model fills in for it was never said."""
    for name in type(model).model_fields:
        if name in model.model_fields_set:
            yield from _of_value(getattr(model, name), f"{before}{name}", entry)


def _of_value(value: Any, name: str, entry: int | None) -> Iterator[_Said]:
    if isinstance(value, BaseModel):
        yield from _of_model(value, f"{name}.", entry)
    elif isinstance(value, list):
        yield name, None, len(value), None
        for number, one in enumerate(value, 1):
            yield from _of_value(one, name, number)
    elif isinstance(value, bool):
        yield name, entry, None, "true" if value else "false"
    elif isinstance(value, int | float):
        yield name, entry, value, None
    elif value is not None:
        yield name, entry, None, value.isoformat() if isinstance(value, date) else str(value)
