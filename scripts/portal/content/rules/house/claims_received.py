"""The numbers of data/claims_received.yml agree with each other: each step is a part of the one before it."""

from collections.abc import Iterator
from itertools import combinations

from portal.content.known.claims_received import RECEIVED_CLAIMS_PATH, ClaimsOfPeriod
from portal.content.known.reference import ReferenceData
from portal.reading.problems import Problem


def received_problems(data: ReferenceData) -> Iterator[Problem]:
    """A problem for each period that ends before it begins or has days that another has too, for each number that is
    more than the one it is a part of, and for days without an answer, or answers without days."""
    periods = data.claims.entered if data.claims else ()
    for at, one in enumerate(periods):
        if one.last < one.first:
            yield _problem(data, at, "last", "claims-days-turned", first=one.first, last=one.last)
        for part, whole in (("checkable", "received"), ("answered", "checkable")):
            if getattr(one, part) > getattr(one, whole):
                yield _problem(data, at, part, "claims-more", value=getattr(one, part), whole=whole)
        if one.days and not one.answered:
            yield _problem(data, at, "days", "claims-days-of-none", value=one.days)
    for (_, one), (at, other) in combinations(enumerate(periods), 2):
        if _meet(one, other):
            yield _problem(data, at, "first", "claims-days-twice", first=one.first, last=one.last)


def _meet(one: ClaimsOfPeriod, other: ClaimsOfPeriod) -> bool:
    return one.first <= other.last and other.first <= one.last


def _problem(data: ReferenceData, at: int, field: str, code: str, **values: object) -> Problem:
    place = f"periods.{at}.{field}"
    return Problem(RECEIVED_CLAIMS_PATH, data.claims_lines.get(place, 1), field, code, values)
