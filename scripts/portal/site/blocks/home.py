"""The home page: what somebody may be facing first, then the province, the UN, the conventions, stories, the plan."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.language import vocabulary
from portal.language.places import ANSWERS, COMPARISON, HELP, PROGRESS, SEARCH, front_of
from portal.site.blocks.contact import OwnerLines, owner_lines
from portal.site.blocks.plan.progress import Progress, progress_block
from portal.site.days.events import in_two
from portal.site.links import section_links, story_cards, thread_view
from portal.site.spot import Spot
from portal.site.values import Card, Link, ThreadView
from portal.site.welcome import Welcome, welcome

NEWEST: Final = 3
ANSWERED: Final = 3
BESIDE: Final = 3
NEWS_KINDS: Final = frozenset(("policy", "achievement", "news"))
SQUARE: Final = 30  # from one square's left edge to the next one's; 4 of them are the gap
MARKS: Final = {"met": "M7 13.5l4 4 8-9", "on_track": "M7 13h11M14 8.5l4.5 4.5-4.5 4.5", "behind": "M13 7v8M13 19v.2"}
NO_MARK: Final = "M8 13h10"


@dataclass(frozen=True)
class TargetSquare:
    """A target as a small square: its name and status in words, where it stands, its mark as an SVG path."""

    title: str
    status: str
    x: int
    mark: str


@dataclass(frozen=True)
class StatusCount:
    """How many targets have a status."""

    status: str
    count: int


@dataclass(frozen=True)
class PlanAtAGlance:
    """How the plan stands: the window counted, a square for each target, how many have each status; `width` is the
    picture's."""

    window: str
    width: int
    squares: tuple[TargetSquare, ...]
    counts: tuple[StatusCount, ...]


@dataclass(frozen=True)
class SectionAtAGlance:
    """The first stories of a section that is no theme, and the way to all of them."""

    title: str
    cards: tuple[Card, ...]
    all: Link


@dataclass(frozen=True)
class ThreadWithRights:
    """A convention with its thread, and the rights people find in it, in their own words."""

    thread: ThreadView
    rights: tuple[str, ...]


@dataclass(frozen=True)
class HomeBlock:
    """Everything on the home page. `plan` is None where there is no plan to count, `the_plan` where no page is known to
    explain it."""

    search: str
    welcome: Welcome
    themes: tuple[Link, ...]
    threads: tuple[ThreadWithRights, ...]
    comparison: str
    newest: tuple[Card, ...]
    lists: str
    answered: tuple[Card, ...]
    answers: str
    beside: tuple[SectionAtAGlance, ...]
    plan: PlanAtAGlance | None
    progress: str
    the_plan: str | None
    help: str
    owner: OwnerLines


def home_block(spot: Spot) -> HomeBlock:
    """The home page in the reader's language."""
    done = progress_block(spot)
    newest = [story for story in spot.library.newest(spot.lang) if story.front.kind in NEWS_KINDS]
    answered = spot.library.newest(spot.lang, ANSWERS)
    return HomeBlock(
        search=spot.to(SEARCH),
        welcome=welcome(spot),
        themes=section_links(spot, vocabulary.THEMES),
        threads=tuple(_thread(spot, code) for code in vocabulary.CONVENTIONS),
        comparison=spot.to(COMPARISON),
        newest=story_cards(spot, newest[:NEWEST]),
        lists=spot.to(front_of(vocabulary.LISTS)),
        answered=story_cards(spot, answered[:ANSWERED]),
        answers=spot.to(front_of(ANSWERS)),
        beside=tuple(_beside(spot)),
        plan=_at_a_glance(done) if done else None,
        progress=spot.to(PROGRESS),
        the_plan=_the_plan(spot),
        help=spot.to(HELP),
        owner=owner_lines(spot.site.owner, spot.words),
    )


def _beside(spot: Spot) -> Iterator[SectionAtAGlance]:
    """Publications and events, each only where there is one; events that are coming before those that are past."""
    for section in vocabulary.LISTED:
        stories = spot.library.newest(spot.lang, section)
        coming, past = in_two(stories, spot.site.as_of)
        others = tuple(story for story in stories if story not in (*coming, *past))
        if stories:
            cards = story_cards(spot, (*coming, *others, *past)[:BESIDE])
            to_all = Link(spot.words.say(f"all_of.{section}"), spot.to(front_of(section)))
            yield SectionAtAGlance(spot.words.label("sections", section), cards, to_all)


def _the_plan(spot: Spot) -> str | None:
    portal = spot.library.data.portal
    return spot.to(portal.plan.page) if portal else None


def _thread(spot: Spot, code: str) -> ThreadWithRights:
    rights = spot.words.family("rights").get(code, ())
    return ThreadWithRights(thread_view(spot, code), tuple(rights))


def _at_a_glance(done: Progress) -> PlanAtAGlance:
    squares = tuple(
        TargetSquare(
            f"{one.row.id}: {one.row.status_text}", one.row.status, number * SQUARE, MARKS.get(one.row.status, NO_MARK)
        )
        for number, one in enumerate(done.targets)
    )
    found = Counter(one.row.status for one in done.targets)
    texts = {one.row.status: one.row.status_label for one in done.targets}
    counts = tuple(StatusCount(texts[name], found[name]) for name in vocabulary.STATUSES if found[name])
    return PlanAtAGlance(done.window, len(squares) * SQUARE - 4, squares, counts)
