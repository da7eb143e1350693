"""What the plan has to do with each body: its tasks, its targets, what it reported and entered, year by year."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from portal.content.known.agencies import Agency
from portal.language import vocabulary
from portal.plan.bodies.asked import Target, Task
from portal.plan.bodies.reported import AgencyReport
from portal.plan.ledger import Ledger
from portal.plan.plan import Plan, Window
from portal.plan.register.products import Product

FEW: Final = 10
"""So many rows of the register are shown one by one; of more, only counts are kept."""

_Agencies = Mapping[str, Agency]
_Key = tuple[int, str]
_ALL: Final = ""


@dataclass(frozen=True)
class Role:
    """A task a body has. `through` are the entries of the plan by which it is meant, empty where the plan names it: a
    body it came from, a group it is one of, or the body that group came from."""

    task: Task
    leads: bool
    through: tuple[Agency, ...]


@dataclass(frozen=True)
class BodyProducts:
    """What one body entered in the register for one year: how many products, of which themes (1 to 5) and formats;
    `rows` are the first few of them."""

    count: int
    themes: Mapping[int, int]
    formats: Mapping[str, int]
    rows: tuple[Product, ...]


@dataclass(frozen=True)
class BodyYear:
    """One body in one year: its report and its products, each None where there is none; `excused` is why it need not
    report, "" where it is not excused."""

    year: int
    report: AgencyReport | None
    entered: BodyProducts | None
    excused: str


@dataclass(frozen=True)
class Body:
    """One body with everything the plan has to do with it. `is_due` says whether it reports at present, `years`
    are those of the plan so far."""

    agency: Agency
    roles: tuple[Role, ...]
    targets: tuple[Target, ...]
    is_due: bool
    years: tuple[BodyYear, ...]
    groups: tuple[Agency, ...]
    members: tuple[Agency, ...]
    came_from: tuple[Agency, ...]


def bodies_of(ledger: Ledger, as_of: date) -> Mapping[str, Body]:
    """The bodies that the plan has to do with, by their ids, in the order of data/agencies.yml: those that report, are
    named in a task, or have reported. The register is gone through once."""
    plan, agencies = ledger.plan, ledger.library.data.agencies
    latest = max(plan.years.first, min(ledger.year_of(as_of), plan.years.last))
    windows = {year: plan.window(year, as_of) for year in range(plan.years.first, latest + 1)}
    entered = _entered(ledger, windows)
    due = {agency.id for agency in ledger.due(latest, as_of)}
    found = (_body(ledger, agency, windows, entered, agency.id in due) for agency in agencies.values())
    return {body.agency.id: body for body in found if _has_to_do(body)}


def _has_to_do(body: Body) -> bool:
    return bool(body.is_due or body.roles or body.members or any(year.report or year.entered for year in body.years))


def _body(
    ledger: Ledger,
    agency: Agency,
    windows: Mapping[int, Window],
    entered: Mapping[tuple[int, str], BodyProducts],
    is_due: bool,
) -> Body:
    plan, agencies, name = ledger.plan, ledger.library.data.agencies, agency.id
    end = windows[max(windows)].end
    targets = tuple(target for target in plan.targets if target.is_asked(agency, end))
    return Body(
        agency=agency,
        roles=roles_of(plan, agencies, agency),
        targets=targets,
        is_due=is_due,
        years=tuple(_year(ledger, name, year, entered.get((year, name))) for year in windows),
        groups=tuple(agencies[group] for group in agency.member_of if group in agencies),
        members=tuple(one for one in agencies.values() if name in one.member_of),
        came_from=_before(agencies, agency),
    )


def _year(ledger: Ledger, name: str, year: int, entered: BodyProducts | None) -> BodyYear:
    report, excused = ledger.reports.get(year, {}).get(name), ledger.plan.excused.get(year, {}).get(name, "")
    return BodyYear(year, report, entered, excused)


def roles_of(plan: Plan, agencies: _Agencies, agency: Agency) -> tuple[Role, ...]:
    """The tasks of a body, in the order of the plan, each once: to lead is more than to coordinate, and to be named is
    more than to be one of a group."""
    meant = dict(_meant(agencies, agency))
    found = (_role(task, meant) for task in plan.tasks)
    return tuple(role for role in found if role)


def _role(task: Task, meant: Mapping[str, tuple[Agency, ...]]) -> Role | None:
    for leads, named in ((True, task.lead), (False, task.coordinating)):
        ways = [meant[name] for name in named if name in meant]
        if ways:
            return Role(task, leads, min(ways, key=len))
    return None


def _meant(agencies: _Agencies, agency: Agency) -> Iterator[tuple[str, tuple[Agency, ...]]]:
    """(entry, through what) of every entry of the plan that means this body, the least direct first."""
    groups = [agencies[name] for name in agency.member_of if name in agencies]
    for group in groups:
        yield from ((old.id, (old, group)) for old in _before(agencies, group))
    yield from ((group.id, (group,)) for group in groups)
    yield from ((old.id, (old,)) for old in _before(agencies, agency))
    yield agency.id, ()


def _before(agencies: _Agencies, agency: Agency) -> tuple[Agency, ...]:
    """The bodies whose tasks a body took over."""
    return tuple(one for one in agencies.values() if agency.id in one.successor)


def _entered(ledger: Ledger, windows: Mapping[int, Window]) -> Mapping[tuple[int, str], BodyProducts]:
    """(year, body) → what it entered, of the bodies that entered anything."""
    counts, rows = defaultdict[_Key, Counter[int | str]](Counter), defaultdict[_Key, list[Product]](list)
    for year, window in windows.items():
        for product in ledger.rows(window):
            key = (year, product.agency)
            themes = (product.theme,) if product.theme else ()
            counts[key].update((_ALL, *themes, *dict.fromkeys(product.formats)))
            if len(rows[key]) < FEW:
                rows[key].append(product)
    return {key: _counted(count, tuple(rows[key])) for key, count in counts.items()}


def _counted(count: Counter[int | str], rows: tuple[Product, ...]) -> BodyProducts:
    themes = {theme: count[theme] for theme in range(1, len(vocabulary.THEMES) + 1) if count[theme]}
    return BodyProducts(count[_ALL], themes, {name: count[name] for name in vocabulary.FORMATS if count[name]}, rows)
