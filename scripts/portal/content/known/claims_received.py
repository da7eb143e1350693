"""How many claims people sent in and what became of them, a stretch of time an entry: data/claims_received.yml."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from portal.content.strict import Strict
from portal.reading.fields import PastDay, WholeNumber

RECEIVED_CLAIMS_PATH: Final = "data/claims_received.yml"


class ClaimsOfPeriod(Strict):
    """The claims that came from `first` to `last`: how many, how many of those can be checked, how many of those have
    been answered by now, whenever that was; `days` is the sum of days from each one's coming to its answer's
    publication. Numbers alone: who sent what stands nowhere."""

    first: PastDay
    last: PastDay
    received: WholeNumber
    checkable: WholeNumber
    answered: WholeNumber
    days: WholeNumber = 0


class ClaimsReceived(Strict):
    """Empty until the owner enters the first period."""

    periods: list[ClaimsOfPeriod] | None = None

    @property
    def entered(self) -> Sequence[ClaimsOfPeriod]:
        """The periods there are."""
        return self.periods or ()


@dataclass(frozen=True)
class Funnel:
    """All periods together. `days` is the mean from coming to answer, None as long as nothing was answered."""

    first: date
    last: date
    received: int
    checkable: int
    answered: int
    days: float | None


def funnel(periods: Sequence[ClaimsOfPeriod]) -> Funnel | None:
    """What came and what became of it; None where nobody has entered anything, which is not zero."""
    if not periods:
        return None
    received, checkable, answered, days = (
        sum(getattr(one, name) for one in periods) for name in ("received", "checkable", "answered", "days")
    )
    first, last = min(one.first for one in periods), max(one.last for one in periods)
    return Funnel(first, last, received, checkable, answered, days / answered if answered else None)
