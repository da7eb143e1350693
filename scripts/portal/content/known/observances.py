"""Days of the year that a loudspeaker can speak to, each with its source: data/observances.yml."""

from datetime import date
from typing import Any, Final

from pydantic import Field, ValidationInfo, field_validator

from portal.content.sources import Source
from portal.content.strict import Both, Strict
from portal.reading.fields import Convention, GroupName, Slug, problem

OBSERVANCES_PATH: Final = "data/observances.yml"
_LEAP: Final = 2000


class Observance(Strict):
    """An international or national day: its month and day, what it is called, what scripts fit it (those of pages on
    these conventions or about these groups)."""

    id: Slug
    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)
    name: Both
    conventions: list[Convention] = []
    groups: list[GroupName] = []
    sources: list[Source] = Field(min_length=1)

    @field_validator("day")
    @classmethod
    def _is_in_its_month(cls, value: int, info: ValidationInfo) -> Any:
        month = info.data.get("month")
        try:
            date(_LEAP, month or 1, value)
        except ValueError:
            raise problem("day-not-in-month", value=value, month=month) from None
        return value
