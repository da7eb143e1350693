"""Counted figures as they leave the house: one tree for machines (with its schema), rows for tables and CSV."""

import csv
import io
from typing import Any, Final

from portal.language.vocabulary import STATUSES
from portal.language.words import Words
from portal.language.written import written_percent
from portal.plan.targets import Ratio, Result, Year


def targets_tree(counted: Year) -> dict[str, Any]:
    """{year, window: {from, to}, as_of, targets: {K1: {value, numerator, denominator, floor, status, gaps}, …}}."""
    return {
        "year": counted.year,
        "window": {"from": counted.window.start.isoformat(), "to": counted.window.end.isoformat()},
        "as_of": counted.as_of.isoformat(),
        "targets": {name: _target(figure) for name, figure in counted.figures.items()},
    }


def _target(figure: Result) -> dict[str, Any]:
    tree = {
        **_ratio(figure.ratio),
        "floor": figure.target.floor,
        "status": figure.status,
        "gaps": list(figure.gaps),
    }
    for name, value in figure.extra.items():
        if name == "coverage":
            tree[name] = value.value
        elif name == "shares":
            tree[name] = {share: _ratio(ratio) for share, ratio in value.items()}
        else:
            tree[name] = _ratio(value) if isinstance(value, Ratio) else value
    return tree


def _ratio(ratio: Ratio | None) -> dict[str, Any]:
    if ratio is None:
        return {"value": None, "numerator": None, "denominator": None}
    return {"value": ratio.value, "numerator": ratio.numerator, "denominator": ratio.denominator}


TARGETS_SCHEMA: Final[dict[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Targets of Plan 3112/KH-UBND in one reporting year",
    "type": "object",
    "required": ["year", "window", "as_of", "targets"],
    "properties": {
        "year": {"type": "integer", "description": "Reporting year: 1 December of the year before to 30 November"},
        "window": {
            "type": "object",
            "required": ["from", "to"],
            "properties": {
                "from": {"type": "string", "format": "date", "description": "First day counted"},
                "to": {"type": "string", "format": "date", "description": "Last day counted"},
            },
        },
        "as_of": {"type": "string", "format": "date", "description": "The day on which it was counted"},
        "targets": {
            "type": "object",
            "description": "One entry for each target: K1, K2a to K2d, K3, K4, K5a, K5b",
            "additionalProperties": {
                "type": "object",
                "required": ["value", "numerator", "denominator", "floor", "status", "gaps"],
                "properties": {
                    "value": {"type": ["number", "null"], "description": "A share from 0 to 1; null: no figure"},
                    "numerator": {"type": ["integer", "null"]},
                    "denominator": {"type": ["integer", "null"]},
                    "floor": {"type": ["number", "null"], "description": "What the plan asks for; null: no figure set"},
                    "status": {"enum": list(STATUSES)},
                    "gaps": {"type": "array", "items": {"type": "string"}, "description": "Bodies that did not report"},
                    "coverage": {"type": ["number", "null"], "description": "Bodies that reported / bodies due"},
                    "shares": {"type": "object", "description": "K4: ethnic, foreign, digital, each a ratio"},
                    "portal": {"type": "object", "description": "K4 among the portal's pages alone"},
                    "counts": {"type": "object", "description": "K3: counts, as the plan sets no figure"},
                },
            },
        },
    },
}
"""What the tree of as_tree looks like, published beside it."""


def targets_csv(counted: Year, text: Words) -> str:
    """The rows of as_rows as CSV."""
    out = io.StringIO()
    rows = as_rows(counted, text)
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def as_rows(counted: Year, text: Words) -> list[dict[str, str]]:
    """A row a target, in words: what has no data says so, never 0 or 100."""
    return [_row(name, figure, text) for name, figure in counted.figures.items()]


def _row(name: str, figure: Result, text: Words) -> dict[str, str]:
    coverage: Ratio | None = figure.extra.get("coverage")
    return {
        "target": name,
        "value": written_share(figure.ratio, text),
        "floor": "–" if figure.target.floor is None else written_percent(figure.target.floor, text),
        "status": text.label("statuses", figure.status),
        "coverage": f"{coverage.numerator}/{coverage.denominator}" if coverage else "–",
    }


def written_share(ratio: Ratio | None, text: Words) -> str:
    """A share as people read it, with what it was made of: "66,67 % (2/3)"."""
    if ratio is None or ratio.value is None:
        return str(text.ui["figure_missing"])
    return f"{written_percent(ratio.value, text)} ({ratio.numerator}/{ratio.denominator})"
