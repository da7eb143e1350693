"""A counter of its own: the plan's figures from the files alone, by csv and yaml, with none of the portal's code.

What the portal prints is held against it (tests/plan/test_recounted.py). It takes files that check finds nothing wrong
in, and reads a register cell as `a|b`, a day as 2026-11-30.
"""

import csv
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

DIGITAL = {"portal", "website", "facebook", "zalo", "youtube", "tiktok", "other_digital"}
HELD = ("trainings", "briefings", "exhibitions", "contests", "awards", "campaigns")
GROUPS = ("human_rights", "information", "external_information", "key_officials")
Row = dict[str, Any]


@dataclass
class Figure:
    """A target: (numerator, denominator), None where nobody says anything; (who said, who should); where it stands."""

    made_of: tuple[int, int] | None
    coverage: tuple[int, int] | None
    status: str


@dataclass
class Counted:
    """One measure: how many, None where nobody says anything; by body; attendances; entries without any."""

    count: int | None
    by_body: dict[str, int] = field(default_factory=dict)
    people: int | None = None
    unknown: int = 0
    portal: int = 0


class Recount:
    """One year of a province, counted again from its files."""

    def __init__(self, root: Path, year: int, as_of: date) -> None:
        self.plan: Row = _yaml(root / "data/plan.yml")
        self.agencies: dict[str, Row] = {one["id"]: one for one in _yaml(root / "data/agencies.yml")}
        self.year, self.first, self.last = year, *_window(self.plan, year, as_of)
        folder = root / f"data/reported/{year}"
        self.reports: dict[str, Row] = {file.stem: _yaml(file) or {} for file in sorted(folder.glob("*.yml"))}
        self.rows = [row for row in _register(root) if self.first <= row["date"] <= self.last]
        self.pages = [page for page in _pages(root) if self.first <= page["date"] <= self.last]

    def due(self, kinds: list[str]) -> set[str]:
        there = {name for name, body in self.agencies.items() if _exists(body, self.last)}
        return {name for name in there if self.agencies[name].get("kind") in (None, *kinds)}

    @property
    def all_due(self) -> set[str]:
        return self.due([kind for target in self.plan["targets"] for kind in target.get("bodies", [])])

    @property
    def registered(self) -> int:
        return len({row["agency"] for row in self.rows} & self.all_due)

    def target(self, target: Row) -> Figure:
        due = self.due(target.get("bodies", []))
        if target.get("counted") == "exhibitions":
            said = [count for count in self.exhibitions().values() if count is not None]
            return Figure(None, None, "counted" if said else "no_data")
        if target.get("counted"):
            fitting = [row for row in self.rows if self.reaches(row)]
            made = (len(fitting), len(self.rows)) if self.rows else None
            figure = Figure(made, (len({row["agency"] for row in self.rows} & due), len(due)), "")
            figure.status = "portal_only" if self.pages and not self.rows else self.status(target, figure, True)
            return figure
        if target.get("reported") is None:
            return Figure(None, None, "not_computable")
        given = {name: self.said(target["reported"], name) for name in self.reports if name in due}
        pairs = [pair for pair in given.values() if pair is not None]
        made = (sum(n for n, _ in pairs), sum(d for _, d in pairs)) if pairs else None
        figure = Figure(made, (len(pairs), len(due)), "")
        figure.status = self.status(target, figure, len(pairs) == len(due))
        return figure

    def said(self, what: str, name: str) -> tuple[int, int] | None:
        report = self.reports[name]
        if what == "spokesperson":
            return (int(report[what]["designated"]), 1) if report.get(what) else None
        if what == "misinformation":
            return (report[what]["handled"], report[what]["detected"]) if report.get(what) else None
        group = (report.get("people") or {}).get(what)
        return (group["trained"], group["in_post"]) if group else None

    def status(self, target: Row, figure: Figure, complete: bool) -> str:
        if figure.made_of is None or figure.coverage is None:
            return "no_data"
        given, due = figure.coverage
        if not due or given / due < self.plan["coverage"]["share"]:
            return "too_few_reports"
        if not figure.made_of[1]:
            return "nothing_arose"
        share, years = figure.made_of[0] / figure.made_of[1], self.plan["years"]
        gone = (self.year - years["first"] + 1) / (years["last"] - years["first"] + 1)
        if share >= target["floor"] and complete:
            return "met"
        return "on_track" if share >= target["floor"] * gone else "behind"

    def reaches(self, row: Row) -> bool:
        other = [tag for tag in row["languages"] if tag != "vi"]
        return bool(other) or bool(DIGITAL & set(row["channels"]))

    def exhibitions(self) -> dict[str, int | None]:
        entered = sum("exhibition" in row["formats"] or "exhibition" in row["channels"] for row in self.rows)
        central = [
            report["central_publications"] for report in self.reports.values() if "central_publications" in report
        ]
        return {
            "register": entered or None,
            "reported": self.held("exhibitions").count,
            "received": sum(one["received"] for one in central) if central else None,
            "issued": sum(one["issued"] for one in central) if central else None,
        }

    def held(self, what: str) -> Counted:
        told: dict[str, list[Row]] = {}
        for name, report in self.reports.items():
            every = report.get(what)
            inside = [one for one in every or [] if self.first <= one["date"] <= self.last]
            if every is not None and (inside or not every):
                told[name] = inside
        people = [one["people"] for held in told.values() for one in held if one.get("people") is not None]
        count = sum(map(len, told.values()))
        by_body = {name: len(held) for name, held in told.items()}
        return Counted(count if told else None, by_body, sum(people) if people else None, count - len(people))

    def measure(self, measure: Row) -> Counted:
        what = measure.get("reported")
        if what == "reports":
            return Counted(len(self.reports) or None, dict.fromkeys(self.reports, 1))
        if what:
            return self.held(what)
        bodies = Counter(row["agency"] for row in self.rows if self.fits(measure, row))
        pages = sum(self.fits(measure, page) for page in self.pages)
        return Counted(sum(bodies.values()) or None, dict(bodies), portal=pages)

    def fits(self, measure: Row, row: Row) -> bool:
        lists = [name for name in ("formats", "channels", "audiences") if measure.get(name)]
        asked = [set(measure[name]) & set(row[name]) for name in lists]
        tags = set(row["languages"]) - {"vi"}
        ethnic = tags & set(self.plan["ethnic_languages"])
        of_language = {"ethnic": ethnic, "foreign": tags - ethnic}.get(measure.get("languages", ""), {"any"})
        return all(asked) and bool(of_language)

    def budget(self) -> list[tuple[str, str, int]] | None:
        told = {name: report["budget"] for name, report in self.reports.items() if report.get("budget") is not None}
        lines = [(name, line["source"], line["vnd"]) for name, budget in told.items() for line in budget]
        return lines if told else None

    def tally(self, name: str, rows: list[Row] | None = None) -> dict[str, int]:
        rows = self.rows if rows is None else rows
        return dict(Counter(value for row in rows for value in dict.fromkeys(row[name])))


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def _window(plan: Row, year: int, as_of: date) -> tuple[date, date]:
    starts = [int(part) for part in str(plan["window_starts"]).split("-")]
    first = date(year - 1, *starts)
    last = date(year, *starts) - timedelta(days=1)
    before, filed = plan["filed"].get(year - 1), plan["filed"].get(year)
    return min(first, before + timedelta(days=1)) if before else first, min(last, as_of, filed or last)


def _exists(body: Row, day: date) -> bool:
    return bool(body.get("valid_from", day) <= day <= body.get("valid_to", day))


def _register(root: Path) -> list[Row]:
    rows: list[Row] = []
    for file in sorted((root / "data/products").glob("*.csv")):
        for row in csv.DictReader(file.read_text("utf-8").splitlines()):
            lists = {name: row[name].split("|") for name in ("formats", "channels", "languages", "audiences")}
            rows.append({**row, **lists, "date": date.fromisoformat(row["date"])})
    return [_with_lists(row) for row in rows]


def _pages(root: Path) -> list[Row]:
    """The portal's own stories, each an article; a translation is one more language of the same."""
    pages: list[Row] = []
    for file in sorted((root / "content_vi/thanh-tuu").rglob("*.md")):
        front = yaml.safe_load(file.read_text("utf-8").split("---")[1])
        twin = root / "content_en" / file.relative_to(root / "content_vi")
        languages = ["vi", "en"] if twin.exists() else ["vi"]
        shape = {"formats": ["article"], "channels": ["portal"], "audiences": ["everyone"], "languages": languages}
        pages.append(_with_lists({**front, **shape, "theme": "3"}))
    return pages


def _with_lists(row: Row) -> Row:
    quarter = f"{row['date'].year}-Q{(row['date'].month + 2) // 3}"
    return {**row, "theme": [str(row["theme"])], "quarter": [quarter], "agencies": [row["agency"]]}
