"""The heading of a page: its title, what it is about, its picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.content.fronts.recordings import Recording
from portal.content.fronts.steps import Steps
from portal.content.fronts.taught import Taught
from portal.content.fronts.units import Unit
from portal.content.kinds import PlainPage
from portal.content.nearby import easy_version, recordings_of
from portal.content.stories import Story
from portal.language import drawing_names, vocabulary
from portal.language.places import HELP, LIBRARY, front_of, script_place, section_of
from portal.site.media import media_files, time_told
from portal.site.quizzes.told import quiz_links
from portal.site.spot import Spot
from portal.site.values import Link

_OF_FRONTS: Final = {
    front_of(vocabulary.LOUDSPEAKER): drawing_names.LOUDSPEAKER_DRAWING,
    front_of(vocabulary.SCHOOL): drawing_names.SCHOOL_DRAWING,
    front_of(vocabulary.TRAINING): drawing_names.SCHOOL_DRAWING,
}
"""The drawings of fronts of sections."""


@dataclass(frozen=True)
class Kicker:
    """What stands above a title: the petal of the theme, lit, and a word."""

    petal: int
    text: str


@dataclass(frozen=True)
class PageHeading:
    """`shape` are the classes that tell kind, theme and whether the page asks; `drawing` names the picture of
    themes, conventions, the page that says where to turn and those below it that have one. A page that
    `can_be_heard` has a text worth reading aloud; lists are not searched: the stories in them are; nor is the form
    on which pages are written. `easy` leads to its easy version. A page that `is_found_by_name` is searched for its
    names alone, not for what all of its sort say. `script` leads to what a loudspeaker reads of it, `printed` to what
    was printed of it, `heard` to its recordings: no voice of a device reads what a person spoke; `quizzes` to questions
    on it."""

    shape: str
    title: str
    lead: str
    kicker: Kicker | None
    drawing: str | None
    can_be_heard: bool
    is_searched: bool
    is_found_by_name: bool
    easy: Link | None
    script: Link | None
    printed: Link | None
    heard: tuple[Link, ...]
    quizzes: tuple[Link, ...]


def heading_of(spot: Spot, story: Story) -> PageHeading:
    """The heading of a story's page."""
    front = story.front
    plain = front if isinstance(front, PlainPage) else None
    return PageHeading(
        shape=_shape(story, plain),
        title=front.title,
        lead=(plain.lead if plain else None) or front.description,
        kicker=_kicker(spot, story),
        drawing=_drawing(story),
        can_be_heard=_can_be_heard(story, plain),
        is_searched=not (plain and plain.shows in ("listing", "writing", "pair", "script")) and not story.withdrawn,
        is_found_by_name=bool(plain and plain.shows == "body"),
        easy=_easy(spot, story),
        script=_script(spot, story),
        printed=_printed(spot, story),
        heard=() if story.withdrawn else tuple(_heard(spot)),
        quizzes=() if story.withdrawn or isinstance(front, Unit) else quiz_links(spot),
    )


def _can_be_heard(story: Story, plain: PlainPage | None) -> bool:
    if isinstance(story.front, Recording):
        return False
    return story.front.is_story or not (plain and plain.shows not in (None, "script"))


def _heard(spot: Spot) -> Iterator[Link]:
    """The recordings of the page, the smallest file of each timed."""
    for story in recordings_of(spot.library, spot.lang, spot.place):
        if isinstance(story.front, Recording):
            said = {"language": spot.words.language_name(story.front.spoken)}
            files = media_files(spot.site, story.place, story.front)
            said["length"] = time_told(files[0].known, spot.words) if files else ""
            key = "recordings.offer" if said["length"] else "recordings.offer_plain"
            yield Link(spot.words.say(key, **said), spot.to(story.place))


def _shape(story: Story, plain: PlainPage | None) -> str:
    """The classes of a page; a script, and what is taught, have a look of their own on paper."""
    theme = f"petal-{story.theme}" if story.theme else ""
    asks = "asks" if plain and plain.ways else ""
    script = "shows-script" if plain and plain.shows == "script" else ""
    taught = "taught" if isinstance(story.front, Taught) else ""
    return " ".join(one for one in (f"kind-{story.front.kind}", theme, asks, script, taught) if one)


def _script(spot: Spot, story: Story) -> Link | None:
    place = script_place(spot.place)
    has = not story.withdrawn and spot.has(place)
    return Link(spot.words.say("loudspeaker.offer"), spot.to(place)) if has else None


def _printed(spot: Spot, story: Story) -> Link | None:
    anchor = None if story.withdrawn else spot.site.printed.get((spot.lang, spot.place))
    return (
        Link(spot.words.say("shelves.offer"), f"{spot.to(LIBRARY)}#{anchor}") if anchor and spot.has(LIBRARY) else None
    )


def _easy(spot: Spot, story: Story) -> Link | None:
    found = None if story.withdrawn else easy_version(spot.library, spot.lang, story.place)
    return Link(spot.words.say("easy.offer"), spot.to(found.place)) if found else None


def _kicker(spot: Spot, story: Story) -> Kicker | None:
    if not story.theme:
        return None
    if story.front.kind == "theme":
        return Kicker(story.theme, spot.words.say("petal", number=story.theme))
    return Kicker(story.theme, spot.words.label("kinds", story.front.kind)) if story.front.is_story else None


def drawing_of(story: Story) -> str:
    """The drawing that stands for a story where one is needed: its own, or that of its section, or of help."""
    return _drawing(story) or (story.section if story.section in drawing_names.DRAWINGS else section_of(HELP))


def _drawing(story: Story) -> str | None:
    front = story.front
    if story.place in _OF_FRONTS:
        return _OF_FRONTS[story.place]
    if front.kind in ("convention", "lesson"):
        return str(front.conventions[0])
    if isinstance(front, Unit):
        return str(front.drawing)
    if story.document.slug in drawing_names.SITUATIONS and story.section == section_of(HELP):
        return story.document.slug
    leads = isinstance(front, Steps) or (isinstance(front, PlainPage) and front.ways)
    return story.section if front.kind == "theme" or story.place == HELP or leads else None
