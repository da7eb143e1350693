"""What an easy version shows: its parts with their drawings, the way to its full page, what each part rests on."""

from dataclasses import dataclass

from portal.content.fronts.easy import Easy, EasyPart, bare
from portal.content.nearby import full_page
from portal.site.links import short_link
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class EasyPartView:
    """A part: its drawing's name, its heading, its lines without marks; `rests_on` names its sources by the numbers
    they have in the page's own list, "" where it has none."""

    picture: str
    heading: str
    lines: tuple[str, ...]
    rests_on: str


@dataclass(frozen=True)
class EasyView:
    """An easy version; `full` leads to its full page, None where readers get none."""

    parts: tuple[EasyPartView, ...]
    full: Link | None


def easy_view(spot: Spot, front: Easy) -> EasyView:
    """An easy version in the words of its frame."""
    full = full_page(spot.library, spot.lang, spot.place)
    numbers = {cited: number for number, cited in enumerate(front.cited, 1)}
    parts = tuple(_part(spot, part, numbers) for part in front.parts)
    return EasyView(parts, short_link(spot, spot.link(full.place), full.place) if full else None)


def _part(spot: Spot, part: EasyPart, numbers: dict[int, int]) -> EasyPartView:
    own = ", ".join(str(numbers[cited]) for cited in sorted(part.cited))
    rests_on = spot.words.say("easy.rests_on", numbers=own) if own else ""
    return EasyPartView(part.picture, part.heading, tuple(map(bare, part.lines)), rests_on)
