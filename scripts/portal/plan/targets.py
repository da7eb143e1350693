"""The plan's targets, counted: pure figures from the plan, the products and the agencies' reports."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from portal.content.known.agencies import Agency
from portal.plan.bodies.asked import Target
from portal.plan.bodies.reported import AgencyReport, held_within, people_in
from portal.plan.plan import Plan, Window
from portal.plan.register.counters import ANY, REACHES, Made


@dataclass(frozen=True)
class Ratio:
    """Numerator over denominator; no value where there is nothing to divide by."""

    numerator: int
    denominator: int

    @property
    def value(self) -> float | None:
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True)
class Result:
    """One target in one year. `value` is a share from 0 to 1 or None; `gaps` are the ids of bodies that have said
    nothing on it, `coverage` is who has over who is due. `shares` (of the same products), `portal` (the portal's own
    pages, never part of the result) and `counts` are there only for targets that are counted so; a count nobody gave
    is None. `counted` and `left_out` name the bodies and events a figure was made of and what was not counted, with the
    reason; products are too many to be named here: see `portal.plan.explained`."""

    target: Target
    ratio: Ratio | None
    status: str
    gaps: tuple[str, ...] = ()
    coverage: Ratio | None = None
    shares: Mapping[str, Ratio] = field(default_factory=dict)
    portal: Ratio | None = None
    counts: Mapping[str, int | None] = field(default_factory=dict)
    counted: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()

    @property
    def value(self) -> float | None:
        return self.ratio.value if self.ratio else None


@dataclass(frozen=True)
class Year:
    """Every target in one reporting year, counted as of a day."""

    year: int
    window: Window
    as_of: date
    figures: Mapping[str, Result]


@dataclass(frozen=True)
class Counting:
    """What is counted: bodies that existed, what they reported for the year, what was made."""

    plan: Plan
    agencies: Mapping[str, Agency]
    reports: Mapping[str, AgencyReport]
    made: Made
    year: int
    window: Window

    def due(self, target: Target) -> tuple[str, ...]:
        """The bodies that report on a target, at the window's end."""
        return tuple(name for name, agency in self.agencies.items() if target.is_asked(agency, self.window.end))


def count_year(
    plan: Plan,
    agencies: Mapping[str, Agency],
    reports: Mapping[str, AgencyReport],
    made: Made,
    year: int,
    as_of: date,
) -> Year:
    """Count every target of the plan for `year` as it stood on `as_of`. `reports` are those of that year."""
    window = plan.window(year, as_of)
    ground = Counting(plan, agencies, reports, made, year, window)
    figures = {target.id: _count(ground, target) for target in plan.targets}
    return Year(year, window, as_of, figures)


def _count(ground: Counting, target: Target) -> Result:
    if target.counted:
        return _COUNTERS[target.counted](ground, target)
    if target.reported:
        return _reported(ground, target)
    return Result(target, None, "not_computable")


def _said(plan: Plan, target: Target, report: AgencyReport) -> tuple[int, int] | None:
    """What one report says of a target, as (numerator, denominator); None where it says nothing."""
    speaker, found = report.spokesperson, report.misinformation
    if target.reported == "spokesperson":
        if speaker is None:
            return None
        return int(speaker.designated and ((speaker.disclosures or 0) > 0 or not plan.disclosure_needed)), 1
    if target.reported == "misinformation":
        return (found.handled, found.detected) if found else None
    people = people_in(report, target.reported)
    return (people.trained, people.in_post) if people else None


def _reported(ground: Counting, target: Target) -> Result:
    """A target over the bodies that reported on it, with how many of the bodies due have."""
    due = ground.due(target)
    said = {name: _said(ground.plan, target, report) for name, report in ground.reports.items()}
    given = {name: said[name] for name in due if said.get(name) is not None}
    pairs = [pair for pair in given.values() if pair]
    gaps = tuple(name for name in due if name not in given)
    coverage = Ratio(len(given), len(due))
    ratio = Ratio(sum(n for n, _ in pairs), sum(d for _, d in pairs)) if pairs else None
    left_out = [(name, "not_reported") for name in gaps]
    left_out += [(name, "not_due") for name, pair in said.items() if pair is not None and name not in due]
    status = _status(ground, target, ratio, coverage, complete=not gaps)
    return Result(target, ratio, status, gaps, coverage, counted=tuple(given), left_out=tuple(left_out))


def _status(ground: Counting, target: Target, ratio: Ratio | None, coverage: Ratio, complete: bool) -> str:
    """Where a target stands. Too few reports say nothing of the province, whatever they say. The plan sets a floor for
    its last year alone; "on track" is the portal's reading: the floor times the share of the plan's years gone by."""
    if ratio is None:
        return "no_data"
    if (coverage.value or 0.0) < ground.plan.coverage.share:
        return "too_few_reports"
    if target.floor is None:
        return "counted"
    if ratio.value is None:
        return "nothing_arose"
    if ratio.value >= target.floor and complete:
        return "met"
    return "on_track" if ratio.value >= target.floor * ground.plan.share_of_years(ground.year) else "behind"


def _exhibitions(ground: Counting, target: Target) -> Result:
    """Counts only: the plan sets no figure. What nobody entered or reported is None."""
    said = (held_within(report, "exhibitions", ground.window) for report in ground.reports.values())
    told = [exhibitions for exhibitions in said if exhibitions is not None]
    held = [one for r in ground.reports.values() for one in r.exhibitions or ()]
    central = [r.central_publications for r in ground.reports.values() if r.central_publications]
    givers = (name for name, r in ground.reports.items() if r.exhibitions is not None or r.central_publications)
    counts = {
        "exhibitions_in_register": ground.made.entered.total(ground.window, "exhibition") or None,
        "exhibitions_reported": sum(map(len, told)) if told else None,
        "publications_received": sum(c.received for c in central) if central else None,
        "publications_issued": sum(c.issued for c in central) if central else None,
    }
    status = "no_data" if all(count is None for count in counts.values()) else "counted"
    late = tuple((one.title, "outside_window") for one in held if one.date not in ground.window)
    return Result(target, None, status, counts=counts, counted=tuple(givers), left_out=late)


def _languages_or_digital(ground: Counting, target: Target) -> Result:
    """The share of the bodies' products in an ethnic language, in a foreign language or on a digital platform, and of
    each. The portal's own pages, digital all of them, would lift it to nearly 1: they stand beside it, never in it."""
    entered, own = ground.made.entered, ground.made.own
    count, pages = entered.total(ground.window), own.total(ground.window)
    reached, givers = entered.tally(ground.window, "reach"), entered.tally(ground.window, "agency")
    due = ground.due(target)
    coverage = Ratio(sum(name in givers for name in due), len(due))
    ratio = Ratio(reached.get(ANY, 0), count) if count else None
    return Result(
        target,
        ratio,
        "portal_only" if pages and not count else _status(ground, target, ratio, coverage, complete=True),
        gaps=tuple(name for name in due if name not in givers),
        coverage=coverage,
        shares={name: Ratio(reached.get(name, 0), count) for name in REACHES},
        portal=Ratio(own.total(ground.window, "reach", ANY), pages),
    )


_COUNTERS: dict[str, Callable[[Counting, Target], Result]] = {
    "exhibitions": _exhibitions,
    "languages_or_digital": _languages_or_digital,
}
