"""Who has sent what: of each body that reports for a year, whether its report is in, since when, in time or late.

The measures are those of DHIS2's reporting rates (docs.dhis2.org, data set reports): expected, actual, on time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portal.content.known.agencies import Agency
from portal.language.vocabulary import SENT_STATES
from portal.plan.bodies.received import Receipt
from portal.plan.ledger import Ledger
from portal.plan.targets import Ratio


@dataclass(frozen=True)
class Sending:
    """What one body has sent for a year. `state` is one of SENT_STATES; `first` and `last` are the days its first and
    its newest form came, None where none did or the log does not know; `corrections` counts the forms that came
    after the first. `why` is why it is excused, "" where it is not."""

    agency: Agency
    state: str
    first: date | None = None
    last: date | None = None
    corrections: int = 0
    document: str = ""
    why: str = ""

    @property
    def is_in(self) -> bool:
        return self.state in ("on_time", "late", "in")

    @property
    def is_waiting(self) -> bool:
        return self.state in ("waiting", "overdue")


@dataclass(frozen=True)
class Sendings:
    """All bodies that report for one year, as it stood on a day. `due` is the day before which they report, None where
    the plan sets none: then nothing is in time or late."""

    year: int
    as_of: date
    due: date | None
    bodies: tuple[Sending, ...]

    def of(self, state: str) -> tuple[Sending, ...]:
        """The bodies in a state."""
        return tuple(body for body in self.bodies if body.state == state)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many bodies are in each state, in the order of SENT_STATES."""
        return {state: len(self.of(state)) for state in SENT_STATES}

    @property
    def corrected(self) -> int:
        """The bodies that sent a form again."""
        return sum(body.corrections > 0 for body in self.bodies)

    @property
    def rate(self) -> Ratio:
        """Reports that are in, over all that are expected; an excused body is expected and not in."""
        return Ratio(sum(body.is_in for body in self.bodies), len(self.bodies))

    @property
    def rate_on_time(self) -> Ratio:
        """Reports known to have come in time, over all that are expected."""
        return Ratio(len(self.of("on_time")), len(self.bodies))


def sendings(ledger: Ledger, year: int, as_of: date) -> Sendings:
    """Who has sent what for `year`, as it stood on `as_of`: what came later is not in yet."""
    due, excused = ledger.plan.due_day(year), {body.id: why for body, why in ledger.excused(year, as_of)}
    bodies = (_sending(ledger, body, year, as_of, excused.get(body.id)) for body in ledger.due(year, as_of))
    return Sendings(year, as_of, due, tuple(bodies))


def _sending(ledger: Ledger, body: Agency, year: int, as_of: date, why: str | None) -> Sending:
    logged = [one for one in ledger.receipts.get(year, ()) if one.agency == body.id]
    came = [one for one in logged if one.day <= as_of]
    report = ledger.reports.get(year, {}).get(body.id)
    if report is None or (logged and not came):
        due = ledger.plan.due_day(year)
        waiting = "overdue" if due and as_of >= due else "waiting"
        return Sending(body, "excused" if why is not None else waiting, why=why or "")
    paper = report.document.number if report.document else ""
    first, last = (came[0].day, came[-1].day) if came else (None, None)
    return Sending(body, _in_time(first, ledger.plan.due_day(year)), first, last, _corrections(came), paper)


def _in_time(first: date | None, due: date | None) -> str:
    """In time is before the day the plan names; a report whose day nobody wrote down is in, and no more is said."""
    if first is None or due is None:
        return "in"
    return "on_time" if first < due else "late"


def _corrections(came: list[Receipt]) -> int:
    return sum(one.replaces is not None for one in came)
