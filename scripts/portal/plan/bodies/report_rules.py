"""What the fields of a report do not show: whether its file is in its place, and whether its document is another's."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from portal.content.known.agencies import Agency, not_a_body
from portal.plan.plan import Plan, Window
from portal.reading.labels import squeezed
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Reading

_SHARED_SYMBOL: Final = "ubnd"


def misplaced_report(file: Path, path: str, agencies: Mapping[str, Agency | None], plan: Plan) -> list[Problem]:
    """A report under a year or a body that there is not."""
    year = file.parent.name
    if not re.fullmatch(r"[0-9]{4}", year):
        return [Problem(path, 1, "", "not-a-year-folder", {"value": year})]
    if not plan.covers(int(year)):
        return [plan.outside(path, int(year))]
    if agencies and file.stem not in agencies:
        return [Problem(path, 1, "", *not_a_body(file.stem, agencies))]
    return []


def papers_of(plan: Plan, year: int) -> Window:
    """The days on which a document can report on a year: none before it began, and none so late that the next year's
    report is due as well. That one year is our reading; no plan says when a report is too late to be one."""
    return Window(plan.full_window(year).start, plan.full_window(year + 1).end)


def held_twice(report: BaseModel, names: Iterable[str], reading: Reading, path: str) -> Iterator[Problem]:
    """What a body says to have held twice, on one day under one title: it would count twice."""
    for name in names:
        seen: dict[tuple[date, str], int] = {}
        for index, held in enumerate(getattr(report, name) or ()):
            before = seen.setdefault((held.date, squeezed(held.title)), index)
            if before != index:
                values = {"value": held.title, "day": held.date.isoformat(), "other": before + 1}
                yield Problem(path, reading.line((name, index)), f"{name}[{index + 1}]", "held-twice", values)


@dataclass(frozen=True)
class Documents:
    """The documents that reports came with so far: (number, day) → what each report says and where it stands."""

    seen: dict[tuple[str, date], list[tuple[str, str]]] = field(default_factory=dict)

    def told(self, number: str, day: date, report: str, path: str, line: int) -> Iterator[Problem]:
        """Whether a document came with another body's report too. 45 people's committees count their papers each from
        1 under one symbol (12/BC-UBND), so that two may well have the same number on a day: of them only a report
        that also says the same is told."""
        before = self.seen.setdefault((squeezed(number), day), [])
        shared = squeezed(number).endswith(_SHARED_SYMBOL)
        body = path.rpartition("/")[2]
        others = (other for said, other in before if not other.endswith(f"/{body}") and (said == report or not shared))
        if (other := next(others, None)) is not None:
            values = {"number": number, "day": day.isoformat(), "other": other}
            yield Problem(path, line, "document.number", "document-of-two", values)
        before.append((report, path))
