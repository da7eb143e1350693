"""What a page of steps shows: five short answers on the first screen, then the steps, what comes after, the law."""

from dataclasses import dataclass
from typing import Final

from portal.content.fronts.steps import Steps
from portal.content.stories import Story
from portal.site.documents.linking import lines_of
from portal.site.spot import Spot
from portal.site.values import Day, day_view

FIRST_SCREEN: Final = ("helpers", "bring", "cost", "how_long", "if_refused")
"""The questions of the first screen, in their order."""


@dataclass(frozen=True)
class StepsAnswer:
    """A question of the first screen and its answer as HTML; no `lines` where nobody has read one in the law."""

    key: str
    question: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class StepsView:
    """A way through one trouble. `steps`, `afterwards` and `legal_basis` are HTML, a line each; `first`, the first of
    the steps, stands above all else; `checked` is the day on which its laws were last read."""

    first: str
    answers: tuple[StepsAnswer, ...]
    steps: tuple[str, ...]
    afterwards: tuple[str, ...]
    legal_basis: tuple[str, ...]
    checked: Day


def steps_view(spot: Spot, story: Story, front: Steps) -> StepsView:
    """A page of steps in the words of its frame."""
    steps = lines_of(spot, story, front.steps)
    return StepsView(
        first=steps[0],
        answers=tuple(
            StepsAnswer(one, spot.words.say(f"steps.{one}"), lines_of(spot, story, getattr(front, one)))
            for one in FIRST_SCREEN
        ),
        steps=steps,
        afterwards=lines_of(spot, story, front.afterwards),
        legal_basis=lines_of(spot, story, front.legal_basis, whole=True),
        checked=day_view(front.checked, spot.words),
    )
