"""The page for addresses that lead nowhere."""

import hashlib
import re
from base64 import b64encode
from html import unescape

from conftest import MADE_UP, Corpus, Site, portal_of
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.site.pages.not_found import not_found


def test_it_speaks_every_language_and_leads_home_in_each(corpus: Corpus) -> None:
    page = not_found(portal_of(corpus))
    assert [one.lang for one in page.languages] == list(LANGUAGES)
    assert [(one.home.href, one.site_map.href) for one in page.languages] == [
        ("/sub/", "/sub/gioi-thieu/so-do/"),
        ("/sub/en/", "/sub/en/gioi-thieu/so-do/"),
    ]


def test_it_is_a_draft_until_the_owner_has_approved(corpus: Corpus) -> None:
    before = not_found(portal_of(corpus))
    assert [one.draft for one in before.languages] == [words(lang).say("draft") for lang in LANGUAGES]
    corpus.write("data/owner.yml", (MADE_UP.parent / "owner-approved.yml").read_text("utf-8"))
    assert {one.draft for one in not_found(portal_of(corpus)).languages} == {None}


def test_its_policy_lets_in_the_style_it_carries_and_nothing_else(site: Site) -> None:
    text = (site.folder / "404.html").read_text("utf-8")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    rules = dict(rule.split(" ", 1) for rule in unescape(policy).split("; "))
    assert rules["style-src"] == f"'sha256-{digest}'"
    assert rules.pop("form-action") == "'self'"  # the search field leads to the site's own search page
    assert {value for name, value in rules.items() if name != "style-src"} == {"'none'"}


def test_no_page_tells_other_sites_which_page_a_reader_came_from(site: Site) -> None:
    pages = [*site.pages.values(), (site.folder / "404.html").read_text("utf-8")]
    assert all('<meta name="referrer" content="same-origin">' in page.partition("</head>")[0] for page in pages)
