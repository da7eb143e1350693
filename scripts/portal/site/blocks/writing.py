"""The form on which a page is written, and what stands there without its script: the template of each kind to copy."""

from dataclasses import dataclass
from typing import Final

from portal.content.asking.values import PageKind
from portal.language.places import STANDARD
from portal.site.addresses import BRANCH
from portal.site.dress.marks import asset_links
from portal.site.spot import Spot
from portal.site.values import Link
from portal.site.writing.asked import SELDOM, asked_link, ordered_kinds
from portal.site.writing.template import kind_template

GUIDE: Final = "HUONG-DAN-BIEN-TAP.md"


@dataclass(frozen=True)
class KindOffered:
    """A kind to choose: its name in an anchor, what it is called, when to take it, a file of it to copy."""

    name: str
    label: str
    use: str
    template: str


@dataclass(frozen=True)
class WritingBlock:
    """The kinds, those apart that are seldom made; the form's script, its style and what it is told; where the guide
    is, and whether files can be opened on the web."""

    kinds: tuple[KindOffered, ...]
    seldom: tuple[KindOffered, ...]
    script: str
    style: str
    asked: str
    guide: Link
    has_repository: bool


def writing_block(spot: Spot) -> WritingBlock:
    """What the form's page shows in the frame of a language."""
    assets = asset_links(spot.site.dress.assets, spot.root)
    every = [_offered(one, spot.words.lang) for one in ordered_kinds(spot.site)]
    return WritingBlock(
        kinds=tuple(one for one in every if one.name not in SELDOM),
        seldom=tuple(one for one in every if one.name in SELDOM),
        script=assets.writing,
        style=assets.writing_style,
        asked=asked_link(spot.site, spot.root, spot.words.lang),
        guide=_guide(spot),
        has_repository=bool(spot.site.repository),
    )


def _offered(kind: PageKind, lang: str) -> KindOffered:
    return KindOffered(kind.name, kind.label[lang], kind.use[lang], kind_template(kind, lang))


def _guide(spot: Spot) -> Link:
    """The editors' guide where it can be read on the web; else the editorial standard."""
    if spot.site.repository:
        return Link(spot.words.say("writing.guide"), f"{spot.site.repository}/blob/{BRANCH}/{GUIDE}")
    return Link(spot.words.say("writing.standard"), spot.to(STANDARD))
