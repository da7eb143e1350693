"""The treaty facts of the seven conventions: data/conventions.yml."""

from typing import Final

from pydantic import Field

from portal.content.sources import Source
from portal.content.strict import Both, Strict
from portal.reading.fields import Convention, DayField, Text

CONVENTIONS_PATH: Final = "data/conventions.yml"


class Review(Strict):
    """The latest review of Viet Nam by the committee of a convention."""

    when: Both
    report: Both
    symbol: Text | None = None


class Dispute(Strict):
    """A matter on which sources differ: what each says, and which one holds."""

    matter: Both
    versions: Both
    holds: Both


class ConventionFacts(Strict):
    """The treaty facts of one convention, as the depositary and the committee's documents give them. `in_force_here` is
    the day it began to bind Viet Nam: worked out by the convention's own rule from the day of joining."""

    code: Convention
    short: Both
    name: Both
    adopted: DayField
    in_force: DayField
    signed: DayField | None = None
    joined: DayField
    joined_by: Text
    in_force_here: DayField
    reservations: Both
    protocols: Both
    committee: Both
    committee_code: Text
    members: int
    articles: int
    review: Review
    complaints: Both
    as_of: DayField
    disputes: list[Dispute] = []
    sources: list[Source] = Field(min_length=1)
