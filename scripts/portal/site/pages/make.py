"""Makes pages: one value for each place of the site in the frame of each language."""

from collections.abc import Iterator, Mapping

from portal.content.fronts.easy import Easy
from portal.content.fronts.exhibitions import Exhibition
from portal.content.fronts.rebuttals import Rebuttal
from portal.content.fronts.recordings import Recording
from portal.content.fronts.scans import Scan
from portal.content.fronts.steps import Steps
from portal.content.fronts.taught import Taught
from portal.content.kinds import (
    MODELS,
    Achievement,
    ConventionPage,
    Event,
    News,
    PlainPage,
    Policy,
    Publication,
)
from portal.content.stories import Story
from portal.site.blocks import BLOCK_MAKERS, Block
from portal.site.pages.frame import page_frame
from portal.site.pages.head import head_of
from portal.site.pages.heading import heading_of
from portal.site.pages.machines.structured_data import structured_data
from portal.site.pages.of_kind import kinds
from portal.site.pages.of_kind.answer import rebuttal_view
from portal.site.pages.of_kind.easy import easy_view
from portal.site.pages.of_kind.exhibition import exhibition_view
from portal.site.pages.of_kind.recording import recording_view
from portal.site.pages.of_kind.scan import scan_view
from portal.site.pages.of_kind.steps import steps_view
from portal.site.pages.of_kind.unit import lesson_or_unit
from portal.site.pages.of_kind.withdrawn import WITHDRAWN_TEMPLATE, withdrawn_view
from portal.site.pages.page import KindView, Page
from portal.site.pages.story_facts import facts_of
from portal.site.site import Site
from portal.site.spot import Spot


def page_at(site: Site, lang: str, place: str) -> Page:
    """The page of a place in the frame of `lang`, without its text. Raises KeyError for a place in no language."""
    story = site.library.read_in(lang, place)
    if story is None:
        raise KeyError(place)
    spot = Spot(site, lang, place)
    changed = story.front.changed.isoformat() if story.front.changed else ""
    frame = page_frame(spot, story)
    return Page(
        place=place,
        lang=lang,
        words_lang=spot.words.lang,
        text_lang=story.lang,
        address=spot.address,
        root=spot.root,
        template=WITHDRAWN_TEMPLATE if story.withdrawn else MODELS[story.front.kind].template,
        facets=facets(story),
        search_words=tuple(story.front.search_words),
        changed=changed,
        head=head_of(spot, story, structured_data(spot, story, frame.breadcrumbs)),
        frame=frame,
        heading=heading_of(spot, story),
        facts=facts_of(spot, story),
        kind=kind_view(spot, story),
        block=_block(spot, story),
    )


class PagesOnDemand(Mapping[tuple[str, str], Page]):
    """Every page of a site by (language of its frame, place), in the order of places, each place in its own language
    first. A page is thought through when it is first asked for: a preview shows one, a build all of them."""

    def __init__(self, site: Site) -> None:
        self._site, self._library = site, site.library
        self._made: dict[tuple[str, str], Page] = {}

    def __getitem__(self, key: tuple[str, str]) -> Page:
        if key not in self._made:
            lang, place = key
            if lang not in self._library.frames(place):
                raise KeyError(key)
            self._made[key] = page_at(self._site, lang, place)
        return self._made[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((lang, place) for place in self._library.places for lang in self._library.frames(place))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def pages(site: Site) -> Mapping[tuple[str, str], Page]:
    """Every page by (language of its frame, place), each made when it is first asked for."""
    return PagesOnDemand(site)


def written(every: Mapping[tuple[str, str], Page]) -> Iterator[Page]:
    """The pages whose text is in the language of their frame: each text once."""
    return (page for page in every.values() if not page.is_fallback)


def kind_view(spot: Spot, story: Story) -> KindView:
    """What the page's kind shows of its own; of one that was taken back, that it was."""
    if story.withdrawn:
        return withdrawn_view(spot, story, story.withdrawn)
    match story.front:
        case Rebuttal() as front:
            return rebuttal_view(spot, story, front)
        case ConventionPage() as front:
            return kinds.convention_view(spot, story, front)
        case Policy() as front:
            return kinds.policy_view(spot, front)
        case Achievement() | News() as front:
            return kinds.figure_story_view(front)
        case Publication() as front:
            return kinds.publication_view(spot, front)
        case Event() as front:
            return kinds.event_view(spot, front)
        case PlainPage() as front:
            return kinds.plain_view(spot, front)
        case Recording() | Scan() as front:
            return _beside_file(spot, story, front)
        case Steps() | Easy() | Taught() | Exhibition() as front:
            return _to_use(spot, story, front)
        case _:
            return kinds.theme_view(spot, story)


def _to_use(spot: Spot, story: Story, front: Steps | Easy | Taught | Exhibition) -> KindView:
    """What shows a page that is followed, taught from or hung rather than read as a text."""
    match front:
        case Steps():
            return steps_view(spot, story, front)
        case Easy():
            return easy_view(spot, front)
        case Taught():
            return lesson_or_unit(spot, story, front)
        case Exhibition():
            return exhibition_view(spot, story, front)


def _beside_file(spot: Spot, story: Story, front: Recording | Scan) -> KindView:
    """What shows a file that stands beside its page."""
    return scan_view(spot, story, front) if isinstance(front, Scan) else recording_view(spot, story, front)


def _block(spot: Spot, story: Story) -> Block | None:
    shows = story.front.shows if isinstance(story.front, PlainPage) else None
    return BLOCK_MAKERS[shows](spot) if shows else None


def facets(story: Story) -> dict[str, tuple[str, ...]]:
    """What a search may be narrowed and sorted by; nothing of a page that is not searched."""
    front = story.front
    if story.withdrawn:
        return {}
    changed = front.changed.isoformat() if front.changed else ""
    found: dict[str, tuple[str, ...]] = {
        "section": (story.section,),
        "kind": (front.kind,),
        "convention": tuple(front.conventions),
        "group": tuple(front.groups),
        "year": (changed[:4],) if front.is_story else (),
        "verdict": (front.verdict,) if isinstance(front, Rebuttal) else (),
        "date": (changed,),
    }
    return {name: values for name, values in found.items() if any(values)}
