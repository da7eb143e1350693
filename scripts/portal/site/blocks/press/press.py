"""The press desk below its text: facts at a glance, the sheets of earlier months."""

from dataclasses import dataclass

from portal.language.places import press_sheet_place
from portal.language.written import month_name
from portal.site.blocks.press.glance import GlanceGroup, glance_groups
from portal.site.blocks.press.now import sheets_here
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class PressBlock:
    """Facts in their groups, the earlier sheets by their months."""

    glance: tuple[GlanceGroup, ...]
    earlier: tuple[Link, ...]


def press_block(spot: Spot) -> PressBlock:
    """What stands below the text of the desk."""
    earlier = sheets_here(spot)[1:]
    links = (Link(month_name(one.month, spot.words), spot.to(press_sheet_place(one.name))) for one in earlier)
    return PressBlock(glance_groups(spot), tuple(links))
