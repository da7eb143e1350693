"""What publishing asks of single fields: the day a page is dated, and corrections that are no withdrawal."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from portal.language.vocabulary import RETRACTION
from portal.reading.fields import HORIZON, CorrectionKind, DayField, context_of, problem


def _public_day(value: date, info: ValidationInfo) -> date:
    """The day a page is dated: come, or, of a page that waits, no later than the day it waits for."""
    waits = info.data.get("publish_after")
    if waits and value > waits:
        raise problem("date-after-publishing", value=value.isoformat(), date=waits.isoformat())
    if value > context_of(info).today and "publish_after" in info.data and not waits:
        raise problem("date-in-future", value=value.isoformat())
    if value < HORIZON:
        raise problem("not-a-day", value=value.isoformat())
    return value


def _not_taken_back(value: object) -> object:
    """Taking a page back is no correction of it: one way to say it, which hides the text."""
    if value == RETRACTION:
        raise problem("retraction-is-withdrawn")
    return value


PublicDay = Annotated[DayField, AfterValidator(_public_day)]
"""The day of a page; its model names `publish_after` before it."""
KindOfCorrection = Annotated[CorrectionKind, BeforeValidator(_not_taken_back)]
