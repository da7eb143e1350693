"""The page for addresses that lead nowhere: it says so in every language and stays on the server it was asked from."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass

from portal.content.known.house.identity import Flower
from portal.language.locales import LANGUAGES
from portal.language.places import HOME, SEARCH, SITE_MAP
from portal.site.addresses import address, base_path
from portal.site.calls import Call, calls
from portal.site.dress.bundles import PLAIN_CSS, PORTAL_CSS
from portal.site.site import Site
from portal.site.values import LanguageLink, Link


@dataclass(frozen=True)
class NotFoundIn:
    """What the page says in one language; `draft` is None once the owner has approved. `others` are the home pages of
    languages that borrow its words. `calls` are the numbers somebody in danger may need."""

    lang: str
    title: str
    draft: str | None
    text: str
    search: Link
    home: Link
    site_map: Link
    others: tuple[LanguageLink, ...]
    calls: tuple[Call, ...]
    calls_label: str


@dataclass(frozen=True)
class NotFoundPage:
    """The page in every language, the original's first. It carries its own style, as it stands at no known depth; its
    `policy` lets that style in and nothing else, and a search be asked. `name` is the portal's."""

    lang: str
    title: str
    policy: str
    style: str
    name: str
    home: str
    flower: Flower
    languages: tuple[NotFoundIn, ...]


def not_found(site: Site) -> NotFoundPage:
    """The page for addresses that lead nowhere."""
    style = "".join(site.dress.assets[name].decode() for name in (PORTAL_CSS, PLAIN_CSS))
    languages = tuple(_said(site, lang) for lang in LANGUAGES)
    title = " / ".join(one.title for one in languages)
    first = languages[0]
    name, flower = site.words(first.lang).say("site_name"), site.dress.identity.flower
    return NotFoundPage(first.lang, title, _policy(style), style, name, first.home.href, flower, languages)


def _said(site: Site, lang: str) -> NotFoundIn:
    text, base = site.words(lang), base_path(site.settings.site_url)
    borrow = (one for one in site.library.data.locales.values() if one.words == lang != one.code)
    return NotFoundIn(
        lang=lang,
        title=text.say("not_found_title"),
        draft=None if site.approved else text.say("draft"),
        text=text.say("not_found_text"),
        search=Link(text.say("search"), base + address(lang, SEARCH)),
        home=Link(text.say("not_found_home"), base + address(lang, HOME)),
        site_map=Link(text.say("not_found_map"), base + address(lang, SITE_MAP)),
        calls=calls(site.library.data.numbers.values(), lang),
        calls_label=text.say("calls.label"),
        others=tuple(LanguageLink(one.name, base + address(one.code, HOME), one.code) for one in borrow),
    )


def _policy(style: str) -> str:
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'self'"
