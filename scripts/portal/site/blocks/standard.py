"""The standard for answers to claims, point by point, with what the machine looks for."""

from dataclasses import dataclass

from portal.content.rules.standard import PARTS
from portal.site.spot import Spot


@dataclass(frozen=True)
class RuleView:
    """A rule the machine checks, by its code, in words."""

    code: str
    text: str


@dataclass(frozen=True)
class PointView:
    """A point of the standard: what it asks, and the rules that watch over it."""

    number: int
    asks: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True)
class StandardBlock:
    """The whole standard."""

    points: tuple[PointView, ...]


def standard_block(spot: Spot) -> StandardBlock:
    """The points in the order of the words that state them."""
    points = spot.words.family("standard.points")
    return StandardBlock(tuple(PointView(point, asks, _rules(spot, point)) for point, asks in points.items()))


def _rules(spot: Spot, point: int) -> tuple[RuleView, ...]:
    return tuple(RuleView(code, spot.words.label("standard.rules", code)) for code in PARTS.get(point, ()))
