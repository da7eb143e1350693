"""Output counts as they leave the house: one tree for machines (with its schema), named rows for tables and CSV."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from portal.content.known.agencies import Agency
from portal.language import vocabulary
from portal.language.csv_text import harmless
from portal.language.words import Words
from portal.language.written import written_number
from portal.plan.plan import Plan
from portal.plan.tallies import Tallies, Tally
from portal.plan.targets import Ratio
from portal.plan.targets_out import written_share


@dataclass(frozen=True)
class TallyTable:
    """One tally in one language. `rows` are (label, count), what is there first; `bars` their lengths in per cent."""

    id: str
    title: str
    rows: tuple[tuple[str, int], ...]

    @property
    def bars(self) -> tuple[tuple[str, int, float], ...]:
        longest = max((count for _, count in self.rows), default=0) or 1
        return tuple((label, count, round(100 * count / longest, 1)) for label, count in self.rows)


def tallies_tree(tallies: Tallies) -> dict[str, Any]:
    """{year, window, as_of, products, by: {theme: {"1": 4, …}, …}, coverage: {…}, quality: {…}}."""
    quality = tallies.quality
    return {
        "year": tallies.year,
        "window": {"from": tallies.window.start.isoformat(), "to": tallies.window.end.isoformat()},
        "as_of": tallies.as_of.isoformat(),
        "products": tallies.products,
        "by": {name: dict(tally) for name, tally in tallies.by.items()},
        "coverage": {name: dict(tally) for name, tally in tallies.coverage.items()},
        "quality": {name: _plain(getattr(quality, name)) for name in quality.__dataclass_fields__},
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Ratio):
        return {"value": value.value, "numerator": value.numerator, "denominator": value.denominator}
    return dict(value) if isinstance(value, Mapping) else value


_COUNTS: Final = {"type": "object", "additionalProperties": {"type": "integer"}}
_RATIO: Final = {"type": "object", "required": ["value", "numerator", "denominator"]}
TALLIES_SCHEMA: Final[dict[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Products and stories in one reporting year of Plan 3112/KH-UBND",
    "type": "object",
    "required": ["year", "window", "as_of", "products", "by", "coverage", "quality"],
    "properties": {
        "year": {"type": "integer", "description": "Reporting year: 1 December of the year before to 30 November"},
        "window": {"type": "object", "description": "First and last day counted"},
        "as_of": {"type": "string", "format": "date", "description": "The day on which it was counted"},
        "products": {"type": "integer", "description": "Products in the window, each once"},
        "by": {
            "type": "object",
            "description": "Products by each of their values; one with two formats counts in both",
            "properties": dict.fromkeys(vocabulary.TALLIES, _COUNTS),
        },
        "coverage": {
            "type": "object",
            "description": "The portal's stories published by the window's end",
            "properties": dict.fromkeys(vocabulary.COVERAGE, _COUNTS),
        },
        "quality": {
            "type": "object",
            "description": "Shares of the portal's stories; corrections in the window; median days to an answer",
            "properties": {
                **dict.fromkeys(("with_primary", "with_archived", "translated", "review_overdue"), _RATIO),
                "corrections": {"type": "integer"},
                "days_to_answer": {"type": ["number", "null"]},
                "verdicts": _COUNTS,
            },
        },
    },
}
"""What the tree of as_tree looks like, published beside it."""


def tables(tallies: Tallies, plan: Plan, agencies: Mapping[str, Agency], text: Words) -> tuple[TallyTable, ...]:
    """Every tally as a table in words, in the order of the vocabulary; the verdicts last."""
    said = text.ui["tallies"]
    found = [
        *((name, said["by"][name], tally) for name, tally in tallies.by.items()),
        *((name, said["coverage"][name], tally) for name, tally in tallies.coverage.items()),
        ("verdict", said["verdicts"], tallies.quality.verdicts),
    ]

    def labelled(name: str, tally: Tally) -> tuple[tuple[str, int], ...]:
        return tuple((_label(name, value, plan, agencies, text), count) for value, count in tally.items())

    return tuple(TallyTable(name, str(title), labelled(name, tally)) for name, title, tally in found)


def present(table: TallyTable) -> TallyTable:
    """The table without what is not there, where a list of zeros tells a reader nothing."""
    return TallyTable(table.id, table.title, tuple(row for row in table.rows if row[1]))


def quality_rows(tallies: Tallies, text: Words) -> Iterator[tuple[str, str]]:
    """(what, figure) of the portal's quality, in words; what is not known says so."""
    for name, label in text.ui["tallies"]["quality"].items():
        value = getattr(tallies.quality, name)
        if isinstance(value, Ratio):
            yield label, written_share(value, text)
        else:
            yield label, str(text.ui["figure_missing"]) if value is None else written_number(value, text)


def tallies_csv(tallies: Tallies) -> str:
    """Every count as CSV: what, value, count, with the words of the vocabulary."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("what", "value", "count"))
    writer.writerow(("products", "", tallies.products))
    everything: dict[str, Tally] = {**tallies.by, **tallies.coverage, "verdict": tallies.quality.verdicts}
    for name, tally in everything.items():
        writer.writerows((name, harmless(value), count) for value, count in tally.items())
    return out.getvalue()


def _label(name: str, value: str, plan: Plan, agencies: Mapping[str, Agency], text: Words) -> str:
    ui = text.ui
    if name == "theme":
        return str(ui["sections"][vocabulary.THEMES[int(value) - 1]])
    if name == "content":
        return next(content.text[text.lang] for content in plan.contents if content.id == value)
    if name == "agency":
        return agencies[value].called(text.lang) if value in agencies else value
    families = {
        "kind": "kinds", "format": "formats", "channel": "channels", "language": "languages",
        "audience": "audiences", "group": "groups", "verdict": "verdicts",
    }  # fmt: skip
    if name == "convention":
        return value.upper()
    return str(ui[families[name]].get(value, value)) if name in families else value
