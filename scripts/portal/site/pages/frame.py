"""The frame around every text: who speaks, the ways through the site, how to tell us that something is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from portal.content.known.house.identity import Flower
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.places import (
    CONTACT,
    HELP,
    HOME,
    OFFLINE,
    PLAN_SECTION,
    SEARCH,
    TOP_PAGES,
    front_of,
    parent_of,
    section_of,
)
from portal.language.words import own_name
from portal.language.written import written_day
from portal.reading.keeping.kept import CACHE
from portal.site.addresses import BRANCH, address, relative
from portal.site.blocks.contact import OwnerLines, owner_lines
from portal.site.calls import Call, calls_of, is_discreet
from portal.site.drawings.qr import Square, kept_square
from portal.site.links import section_links, short_link
from portal.site.pages.head import absolute
from portal.site.spot import Spot, waits_until
from portal.site.values import LanguageLink, Link


@dataclass(frozen=True)
class PageFrame:
    """`speaker` is the owner, or the province where it gave no name yet. `waits` tells the desk for which day the page
    waits, `fallback` that the text is in another language; "" where neither is so. `switches` lead to the other
    languages in which the page has an address. `edit` is None where there is no public repository. `square` leads from
    paper to the page. `flower` is the portal's own. `calls` are the numbers that a page offers to call; those above a
    search wait until somebody asks about danger (`calls_wait`). A page that `is_discreet` has a quick way out and leads
    to where a reader can `forget` what the device kept."""

    speaker: str
    is_draft: bool
    home: str
    search: str
    has_search: bool
    waits: str
    fallback: str
    switches: tuple[LanguageLink, ...]
    menu: tuple[Link, ...]
    breadcrumbs: tuple[Link, ...]
    sections: tuple[Link, ...]
    about: tuple[Link, ...]
    owner: OwnerLines
    report: Link
    edit: Link | None
    square: Square
    flower: Flower
    calls: tuple[Call, ...]
    calls_wait: bool
    is_discreet: bool
    forget: Link


def page_frame(spot: Spot, story: Story) -> PageFrame:
    """The frame of a story's page. On the home page the form stands in the page itself."""
    site, crumbs = spot.site, breadcrumbs(spot, story)
    name = site.owner.name[spot.words.lang] if site.owner else None
    return PageFrame(
        speaker=name or spot.words.say("province"),
        is_draft=not site.approved,
        home=crumbs[0].href if crumbs else spot.from_root(HOME),
        search=spot.from_root(SEARCH),
        has_search=getattr(story.front, "shows", None) != "home",
        waits=_waits(spot),
        fallback=_fallback(spot, story),
        switches=tuple(_switch(spot, lang) for lang in site.library.frames(spot.place) if lang != spot.lang),
        menu=section_links(spot, (section_of(HELP), *vocabulary.THEMES, *_filled(spot), PLAN_SECTION)),
        breadcrumbs=crumbs,
        sections=section_links(spot, vocabulary.WITH_MADE),
        about=_about(spot),
        owner=owner_lines(site.owner, spot.words),
        report=_report(spot, story),
        edit=_edit(spot, story),
        square=kept_square(site.settings.house / CACHE, absolute(spot, story.lang)),
        flower=site.dress.identity.flower,
        calls=calls_of(spot, story),
        calls_wait=spot.place == SEARCH,
        is_discreet=is_discreet(spot, story),
        forget=Link(spot.words.say("discreet.forget"), spot.to(OFFLINE)),
    )


def _filled(spot: Spot) -> Iterator[str]:
    """The sections beside the themes that have something to read: an empty one would lengthen each menu for nothing."""
    return (name for name in vocabulary.LISTED if name in spot.site.filled)


def _waits(spot: Spot) -> str:
    day = waits_until(spot, spot.place)
    return spot.words.say("scheduled.notice", day=written_day(day, spot.words)) if day else ""


def _fallback(spot: Spot, story: Story) -> str:
    if story.lang == spot.lang:
        return ""
    return spot.words.say("fallback", name=spot.language(spot.lang), shown=spot.language(story.lang))


def _switch(spot: Spot, other: str) -> LanguageLink:
    """The same story in another language, or what its frame shows instead. A language in letters that devices lack is
    called by its name in these words: its own would be a row of boxes, or a font for every reader."""
    shown = spot.library.read_in(other, spot.place)
    lang = shown.lang if shown else other
    key = "switch" if lang == other else "switch_missing"
    note = spot.words.say(key, name=spot.language(other), shown=spot.language(lang))
    href = relative(spot.address, address(other, spot.place))
    locale = spot.library.data.locales[other]
    if locale.writing.font:
        return LanguageLink(spot.language(other), href, other, note, spot.words.lang)
    return LanguageLink(own_name(locale), href, other, note, other)


def breadcrumbs(spot: Spot, story: Story) -> tuple[Link, ...]:
    """The way from the home page to this one, which comes last; none on the home page."""
    if spot.place == HOME:
        return ()
    trail = [Link(spot.words.say("home"), spot.to(HOME))]
    front = front_of(spot.section)
    if spot.section and spot.place != front and spot.has(front):
        trail.append(Link(spot.words.label("sections", spot.section), spot.to(front)))
    lang = story.lang if story.lang != spot.words.lang else None
    trail += spot.links([parent_of(spot.place)])
    return (*trail, Link(story.front.title, spot.to(spot.place), current=True, lang=lang))


def _about(spot: Spot) -> tuple[Link, ...]:
    pages = (story.place for story in spot.library.pages(spot.lang, section_of(CONTACT)))
    shown = [place for place in (*(place for place in TOP_PAGES if place != HOME), *pages) if spot.has(place)]
    every = spot.links(shown)
    return tuple(short_link(spot, link, place) for place, link in zip(shown, every, strict=True))


def _report(spot: Spot, story: Story) -> Link:
    """Where a reader says that the page is wrong: the public form where there is one, else the contact page."""
    text, repository = spot.words, spot.site.repository
    if not repository:
        return Link(text.say("wrong_link"), spot.to(CONTACT))
    fields = {
        "template": "trang-sai.yml",
        "title": f"{text.say('report_page')}: {story.front.title}",
        "page": absolute(spot, spot.lang),
    }
    return Link(text.say("wrong_link"), f"{repository}/issues/new?{urlencode(fields)}")


def _edit(spot: Spot, story: Story) -> Link | None:
    repository, path = spot.site.repository, story.document.path
    return Link(spot.words.say("edit_link"), f"{repository}/edit/{BRANCH}/{path}") if repository and path else None
