"""The annexes of a report by number: the paper leads to them, and they stand in this order."""

from typing import Final

from portal.plan.report.ground import Ground

ANNEXES: Final = ("targets", "tasks", "bodies", "held", "budget", "products", "missing")
"""What each annex shows, in order; Decree 30/2020 numbers them in Roman figures."""
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def roman(name: str) -> str:
    """The number of an annex: "II"."""
    return _ROMAN[ANNEXES.index(name)]


def annex(name: str, ground: Ground) -> str:
    """What an annex is called: "Phụ lục II"."""
    return ground.say("annexes.annex", number=roman(name))
