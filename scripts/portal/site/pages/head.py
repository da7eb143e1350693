"""The head of a page: what it says to browsers, to search engines and to other sites."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from portal.content.front_matter import Front
from portal.content.fronts.easy import Easy
from portal.content.fronts.exhibitions import Exhibition
from portal.content.fronts.recordings import Recording
from portal.content.fronts.scans import Scan
from portal.content.fronts.steps import Steps
from portal.content.fronts.taught import Taught
from portal.content.kinds import ConventionPage, PlainPage
from portal.content.known.house.colours import ROOT
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.places import HOME, OFFLINE, SEARCH, WRITING
from portal.reading.markdown.markup import FIGURE_LINE
from portal.site.addresses import MARKDOWN, address, feed_place, manifest_path, relative
from portal.site.drawings.share_cards import card_path, card_place
from portal.site.dress.content_security import site_policy
from portal.site.dress.marks import APPLE_ICON, AssetLinks, asset_links, icon_path
from portal.site.spot import Spot, waits_until

TOLD_BLOCKS: Final = frozenset(("documents", "document", "recommendations", "recommendation"))
"""What pages show that are made from data/ and share a style of their own."""
LOUDSPEAKER_BLOCKS: Final = frozenset(("loudspeaker", "script"))
"""What pages of the loudspeaker kit show."""
QUIZ_BLOCKS: Final = frozenset(("quizzes", "quiz"))
"""What pages of quizzes show."""
PRESS_BLOCKS: Final = frozenset(("press", "press_sheet", "spokespersons", "press_pictures"))
"""What pages of the press desk show."""
LAYERED_BLOCKS: Final = frozenset(("conventions", "pair", "un_document"))
"""What pages show that look as those of conventions do."""
SIMPLE_BLOCKS: Final = frozenset(
    (None, "section", "site_map", "contact", "search", "glossary", "laws", "listing", "accessibility", "tongues")
)
"""What pages show that ask, list and explain."""
_DRAWN_OR_DEFINED: Final = re.compile(rf"{FIGURE_LINE.pattern}|^:\s")
"""A line of a text that shows a figure, or the words of a term: either needs a style that few texts do."""


@dataclass(frozen=True)
class Alternate:
    """A language version for search engines; `url` is absolute."""

    hreflang: str
    url: str


@dataclass(frozen=True)
class FeedLink:
    """A feed: its title, where it stands without its ending, and how a reader is offered it."""

    title: str
    href: str
    offer: str


@dataclass(frozen=True)
class AppLinks:
    """How a device keeps the portal on its home screen: its manifest, its icon, the colour of its frame."""

    manifest: str
    icon: str
    colour: str


@dataclass(frozen=True)
class Head:
    """`title` stands in the browser's tab, `name` is the page's own; `policy` says what may load.

    Pages that are `unlisted` (drafts, those that wait or were taken back, the editors' form) ask search engines to
    leave them out. `markdown` leads to the text beside the page, "" where there is none.
    """

    title: str
    name: str
    description: str
    unlisted: bool
    policy: str
    canonical: str
    markdown: str
    alternates: tuple[Alternate, ...]
    type: str
    card: str
    locale: str
    published: str | None
    early_script: str
    styles: tuple[str, ...]
    assets: AssetLinks
    offline: str
    feeds: tuple[FeedLink, ...]
    icon: str
    app: AppLinks
    json_ld: tuple[str, ...]


def head_of(spot: Spot, story: Story, json_ld: tuple[str, ...]) -> Head:
    """The head of a story's page."""
    front, text, dress = story.front, spot.words, spot.site.dress
    assets = asset_links(dress.assets, spot.root)
    name, about = _named(spot, story)
    return Head(
        title=text.say("site_name") if spot.place == HOME else f"{name} – {text.say('site_short')}",
        name=name,
        description=about,
        unlisted=_is_unlisted(spot, story),
        policy=site_policy(dress.early_script),
        canonical=absolute(spot, story.lang),
        markdown=MARKDOWN if _has_text(spot, story) else "",
        alternates=_alternates(spot, story) if story.lang == spot.lang else (),
        type="article" if front.is_story else "website",
        card=spot.site.absolute(_card(spot, story)),
        locale=spot.library.data.locales[story.lang].og,
        published=front.published.isoformat() if front.published else None,
        early_script=dress.early_script,
        styles=tuple(filter(None, (assets.style, _kind_style(story, assets)))),
        assets=assets,
        offline=spot.to(OFFLINE),
        feeds=_feeds(spot),
        icon=dress.icon,
        app=_app(spot),
        json_ld=json_ld,
    )


_OF_KIND: Final[Mapping[type[Front], Callable[[AssetLinks], str]]] = MappingProxyType(
    {
        Steps: lambda assets: assets.steps_style,
        Easy: lambda assets: assets.easy_style,
        Recording: lambda assets: assets.recording_style,
        Taught: lambda assets: assets.lesson_style,
        Scan: lambda assets: assets.scan_style,
        Exhibition: lambda assets: assets.exhibition_style,
    }
)
_OF_BLOCK: Final[Mapping[str | None, Callable[[AssetLinks], str]]] = MappingProxyType(
    {
        "recordings": _OF_KIND[Recording],
        **dict.fromkeys(("lessons", "training"), _OF_KIND[Taught]),
        "scans": _OF_KIND[Scan],
        "exhibitions": _OF_KIND[Exhibition],
        "home": lambda assets: assets.home_style,
        **dict.fromkeys(TOLD_BLOCKS, lambda assets: assets.told_style),
        **dict.fromkeys(LOUDSPEAKER_BLOCKS, lambda assets: assets.loudspeaker_style),
        **dict.fromkeys(QUIZ_BLOCKS, lambda assets: assets.quizzes_style),
        **dict.fromkeys(PRESS_BLOCKS, lambda assets: assets.press_style),
    }
)


def _kind_style(story: Story, assets: AssetLinks) -> str | None:
    """What a page needs beside the style of all pages: one file at most, and the least that is enough."""
    front = story.front
    shows = front.shows if isinstance(front, PlainPage) else None
    of_kind = next((style for kind, style in _OF_KIND.items() if isinstance(front, kind)), None)
    if own := of_kind or _OF_BLOCK.get(shows):
        return own(assets)
    if story.withdrawn or any(map(_DRAWN_OR_DEFINED.match, story.document.body.splitlines())):
        return assets.more_style
    if isinstance(front, ConventionPage) or shows == "offline":
        return None  # the longest pages, and the one that every first visit keeps
    if shows in LAYERED_BLOCKS:
        return assets.pairs_style
    return assets.plain_style if isinstance(front, PlainPage) and shows in SIMPLE_BLOCKS else assets.more_style


def _app(spot: Spot) -> AppLinks:
    manifest, touch = manifest_path(spot.lang), icon_path(APPLE_ICON)
    colour = spot.site.dress.identity.colours.value(ROOT, "deep") or "#000000"
    return AppLinks(relative(spot.address, manifest), relative(spot.address, touch), colour)


def _named(spot: Spot, story: Story) -> tuple[str, str]:
    """What others call the page, and what they say it holds."""
    front = story.front
    if story.withdrawn:
        return spot.words.say("withdrawal.name", title=front.title), spot.words.say("withdrawal.note")
    return front.title, front.description


def _card(spot: Spot, story: Story) -> str:
    """The picture other sites show beside a link to the page."""
    spoken = spot.library.read_in(spot.words.lang, spot.place) or story
    return card_path(spot.words.lang, card_place(spoken, spot.site.settings.card_for_every_story))


def _is_unlisted(spot: Spot, story: Story) -> bool:
    """Whether search engines are asked to leave the page out."""
    return not spot.site.approved or _is_kept_back(spot, story) or spot.place == WRITING


def _is_kept_back(spot: Spot, story: Story) -> bool:
    return story.withdrawn is not None or waits_until(spot, spot.place) is not None


def _has_text(spot: Spot, story: Story) -> bool:
    """Whether a text stands beside the page: not where it shows another language's, is kept back, or is all fields."""
    return story.lang == spot.lang and not _is_kept_back(spot, story) and spot.place not in (WRITING, SEARCH, OFFLINE)


def absolute(spot: Spot, lang: str) -> str:
    """The whole address of the spot's place in a language."""
    return spot.site.absolute(quote(address(lang, spot.place)))


def _alternates(spot: Spot, story: Story) -> tuple[Alternate, ...]:
    """Only languages that exist; x-default is the original's."""
    has, locales = spot.library.languages(spot.place), spot.library.data.locales
    own = (Alternate(locales[lang].tag, absolute(spot, lang)) for lang in has)
    return (*own, Alternate("x-default", absolute(spot, story.original)))


def _feeds(spot: Spot) -> tuple[FeedLink, ...]:
    """The feed of all stories, and that of the page's own section of stories."""
    text, section = spot.words, spot.section
    href = relative(spot.address, feed_place(spot.lang, None))
    everything = FeedLink(text.say("site_name"), href, text.say("feed_new"))
    if section not in (*vocabulary.THEMES, *vocabulary.LISTED):
        return (everything,)
    theme = text.label("sections", section)
    href = relative(spot.address, feed_place(spot.lang, section))
    return everything, FeedLink(theme, href, text.say("feed_theme", theme=theme))
