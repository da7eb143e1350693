"""Counted figures as they leave the house: one tree for machines (with its schema), rows for tables and CSV."""

from typing import Any

from portal.days import written_number
from portal.kpi import Figure, Ratio, Year
from portal.words import Words


def as_tree(counted: Year) -> dict[str, Any]:
    """{year, window: {from, to}, as_of, targets: {K1: {value, numerator, denominator, floor, status, gaps}, …}}."""
    return {
        "year": counted.year,
        "window": {"from": counted.window.start.isoformat(), "to": counted.window.end.isoformat()},
        "as_of": counted.as_of.isoformat(),
        "targets": {name: _target(figure) for name, figure in counted.figures.items()},
    }


def _target(figure: Figure) -> dict[str, Any]:
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


def as_rows(counted: Year, text: Words) -> list[dict[str, str]]:
    """A row a target, in words: what has no data says so, never 0 or 100."""
    return [_row(name, figure, text) for name, figure in counted.figures.items()]


def _row(name: str, figure: Figure, text: Words) -> dict[str, str]:
    coverage: Ratio | None = figure.extra.get("coverage")
    return {
        "target": name,
        "value": written_share(figure.ratio, text),
        "floor": "–" if figure.target.floor is None else f"{written_number(100 * figure.target.floor, text)} %",
        "status": text.label("statuses", figure.status),
        "coverage": f"{coverage.numerator}/{coverage.denominator}" if coverage else "–",
    }


def written_share(ratio: Ratio | None, text: Words) -> str:
    """A share as people read it, with what it was made of: "66,67 % (2/3)"."""
    if ratio is None or ratio.value is None:
        return str(text.ui["figure_missing"])
    return f"{written_number(100 * ratio.value, text)} % ({ratio.numerator}/{ratio.denominator})"
