"""The frame around every text: who speaks, the ways through the site, how to tell us that something is wrong."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from portal.content.known.identity import Flower
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.places import CONTACT, HELP, HOME, SEARCH, TOP_PAGES, front_of, section_of
from portal.language.words import Words
from portal.plan.corpus import problems_of
from portal.reading.problems import as_text
from portal.site.addresses import address, relative
from portal.site.blocks.contact import owner_rows
from portal.site.drawings.kept import CACHE
from portal.site.drawings.qr import Square, kept_square
from portal.site.links import section_links
from portal.site.pages.head import absolute
from portal.site.site import Site
from portal.site.spot import Spot, reachable
from portal.site.values import Choice, Choices, LanguageLink, Link, OpenRow

DISPLAYS: Final = (
    ("palette", "palette", "palettes"),
    ("contrast", "contrast", "contrasts"),
    ("size", "text_size", "text_sizes"),
)
"""What a reader may set: the name scripts and styles know it by, the word that asks, the words to choose from."""


@dataclass(frozen=True)
class PageFrame:
    """`speaker` is the owner, or the province where it gave no name yet. `switch` is None where the page has no address
    in the other language, `edit` where there is no public repository. `square` leads from paper to the page.
    `flower` is the portal's own.
    """

    problems: tuple[str, ...]
    speaker: str
    is_draft: bool
    home: str
    search: str
    has_search: bool
    switch: LanguageLink | None
    displays: tuple[Choices, ...]
    menu: tuple[Link, ...]
    breadcrumbs: tuple[Link, ...]
    sections: tuple[Link, ...]
    about: tuple[Link, ...]
    owner: tuple[OpenRow, ...]
    report: Link
    edit: Link | None
    square: Square
    flower: Flower


def page_frame(spot: Spot, story: Story) -> PageFrame:
    """The frame of a story's page. On the home page the form stands in the page itself."""
    site, crumbs = spot.site, breadcrumbs(spot, story)
    name = site.owner.name[spot.lang] if site.owner else None
    return PageFrame(
        problems=_problems(site, spot.lang),
        speaker=name or spot.words.say("province"),
        is_draft=not site.approved,
        home=crumbs[0].href if crumbs else spot.from_root(HOME),
        search=spot.from_root(SEARCH),
        has_search=getattr(story.front, "shows", None) != "home",
        switch=_switch(spot),
        displays=tuple(_display(spot.words, name, label, many) for name, label, many in DISPLAYS),
        menu=section_links(spot, (*vocabulary.THEMES, section_of(HELP))),
        breadcrumbs=crumbs,
        sections=section_links(spot, (*vocabulary.SECTIONS, vocabulary.LISTS)),
        about=_about(spot),
        owner=owner_rows(site.owner, spot.words),
        report=_report(spot, story),
        edit=_edit(spot, story),
        square=kept_square(site.settings.house / CACHE, absolute(spot, story.lang)),
        flower=site.dress.identity.flower,
    )


def _display(text: Words, name: str, label: str, options: str) -> Choices:
    return Choices(name, text.say(label), tuple(Choice(value, shown) for value, shown in text.family(options).items()))


def _problems(site: Site, lang: str) -> tuple[str, ...]:
    """What a preview shows above every page; a build with problems makes no page."""
    return tuple(as_text(problems_of(site.registers), lang).splitlines())


def _switch(spot: Spot) -> LanguageLink | None:
    """The same story in the other language."""
    text = spot.words
    other = text.say("switch_lang")
    if other not in reachable(spot.library, spot.place):
        return None
    exists = other in spot.library.languages(spot.place)
    note = text.say("switch" if exists else "switch_missing")
    href = relative(spot.address, address(other, spot.place))
    return LanguageLink(text.say("switch_short"), href, other, note)


def breadcrumbs(spot: Spot, story: Story) -> tuple[Link, ...]:
    """The way from the home page to this one, which comes last; none on the home page."""
    if spot.place == HOME:
        return ()
    trail = [Link(spot.words.say("home"), spot.to(HOME))]
    front = front_of(spot.section)
    if spot.section and spot.place != front and spot.has(front):
        trail.append(Link(spot.words.label("sections", spot.section), spot.to(front)))
    lang = story.lang if story.lang != spot.lang else None
    return (*trail, Link(story.front.title, spot.to(spot.place), current=True, lang=lang))


def _about(spot: Spot) -> tuple[Link, ...]:
    pages = (story.place for story in spot.library.pages(spot.lang, section_of(CONTACT)))
    return spot.links((*(place for place in TOP_PAGES if place != HOME), *pages))


def _report(spot: Spot, story: Story) -> Link:
    """Where a reader says that the page is wrong: the public form where there is one, else the contact page."""
    text, repository = spot.words, spot.site.settings.repository
    if not repository:
        return Link(text.say("wrong_link"), spot.to(CONTACT))
    fields = {
        "template": "trang-sai.yml",
        "title": f"{text.say('report_page')}: {story.front.title}",
        "page": absolute(spot, spot.lang),
    }
    return Link(text.say("wrong_link"), f"{repository}/issues/new?{urlencode(fields)}")


def _edit(spot: Spot, story: Story) -> Link | None:
    repository, path = spot.site.settings.repository, story.document.path
    return Link(spot.words.say("edit_link"), f"{repository}/edit/main/{path}") if repository and path else None
