"""What the portal knows, for machines: the site itself, questions with answers, ways through a trouble, words, laws."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from html import unescape
from typing import Final

from portal.content.fronts.steps import Steps
from portal.content.known.law.laws import Law
from portal.content.nearby import about_law
from portal.content.stories import Story
from portal.language.places import document_of_place
from portal.reading.markdown.text import text_of
from portal.site.blocks.listed.glossary import TermView, glossary_block
from portal.site.finishing.texts import line_of
from portal.site.pages.machines.nodes import Node, draft_mark, owner_node
from portal.site.pages.machines.quiz_data import quiz_node
from portal.site.spot import Spot

IN_FORCE: Final = "https://schema.org/InForce"
NOT_IN_FORCE: Final = "https://schema.org/NotInForce"

_HEADING: Final = re.compile(r"<h[2-6]\b[^>]*>(.*?)</h[2-6]>", re.DOTALL)
_MARK: Final = re.compile(r'(?<!\s)\s*<span class="cite">.*?</span>', re.DOTALL)
_INSIDE: Final = re.compile(r"</?(?:a|abbr|b|cite|code|dfn|em|i|q|small|span|strong|time)\b[^>]*>")
"""Tags that part no words; any other does."""
_TAG: Final = re.compile(r"<[^>]+>")


def website(spot: Spot) -> Iterator[Node]:
    """The home page: the site, and its owner once it has a name."""
    owner = owner_node(spot.site.owner, spot.words.lang)
    yield {
        "@type": "WebSite",
        "name": spot.words.say("site_name"),
        "alternateName": spot.words.say("site_short"),
        "url": spot.site.absolute(spot.address),
        "inLanguage": spot.words.lang,
        **({"publisher": owner} if owner else {}),
        **draft_mark(spot),
    }
    if owner:
        yield owner


def questions(spot: Spot, story: Story) -> Iterator[Node]:
    """The questions of the page of questions: its headings that ask, each with what stands under it."""
    asked = [
        {"@type": "Question", "name": name, "acceptedAnswer": {"@type": "Answer", "text": answer}}
        for name, answer in _sections(text_of(story.document.body).html)
        if name.endswith("?") and answer
    ]
    if asked:
        url = spot.site.absolute(spot.address)
        yield {"@type": "FAQPage", "url": url, "inLanguage": spot.locale.tag, "mainEntity": asked, **draft_mark(spot)}


def way_through(spot: Spot, front: Steps) -> Iterator[Node]:
    """A page of steps: each step in its order, what to bring, and what it costs where somebody read that."""
    steps = [
        {"@type": "HowToStep", "position": position, "text": _words(line_of(text))}
        for position, text in enumerate(front.steps, 1)
    ]
    yield {
        "@type": "HowTo",
        "name": front.title,
        "description": front.description,
        "url": spot.site.absolute(spot.address),
        "inLanguage": spot.locale.tag,
        "step": steps,
        **({"supply": [_words(line_of(text)) for text in front.bring]} if front.bring else {}),
        **({"estimatedCost": " ".join(_words(line_of(text)) for text in front.cost)} if front.cost else {}),
        **draft_mark(spot),
    }


def glossary(spot: Spot) -> Iterator[Node]:
    """Every word of the glossary, and where it is explained; what it is in the other language stands there too. Saying
    that twice would weigh 11 KB."""
    url = spot.site.absolute(spot.address)
    terms = [_term(one, url) for one in glossary_block(spot).terms]
    name = spot.link(spot.place).title
    yield {
        "@type": "DefinedTermSet", "name": name, "url": url, "inLanguage": spot.words.lang, "hasDefinedTerm": terms,
        **draft_mark(spot),
    }  # fmt: skip


def laws(spot: Spot) -> Iterator[Node]:
    """The laws that the page names: those on which stories rest."""
    shown = (law for law in spot.library.data.laws.values() if about_law(spot.library, spot.lang, law.id))
    yield {
        "@type": "ItemList",
        "name": spot.link(spot.place).title,
        "itemListElement": [_law(one, spot) for one in shown],
    }


def told_document(spot: Spot) -> Iterator[Node]:
    """The document that the page tells: its number, its days, who issued it."""
    one, lang = spot.site.documents.known.get(document_of_place(spot.place)), spot.words.lang
    if one is None or one.told.kind == "un":
        return
    made: Node = {"@type": "Legislation", "name": one.title[lang], **_force(one.in_force, one.ends, spot)}
    if one.number:
        made["legislationIdentifier"] = one.number
    if one.issued:
        made["legislationDate"] = one.issued.isoformat()
    if one.issuer:
        made["legislationPassedBy"] = {"@type": "Organization", "name": one.issuer[lang]}
    yield made


SHOWN: Final[Mapping[str, Callable[[Spot], Iterator[Node]]]] = {
    "home": website,
    "glossary": glossary,
    "laws": laws,
    "document": told_document,
    "quiz": quiz_node,
}
"""What a page says for machines by the word of `shows`."""


def _sections(html: str) -> Iterator[tuple[str, str]]:
    """(heading, text under it) of a text, in their order, without marks of sources."""
    _, *parts = _HEADING.split(html)
    for heading, under in zip(parts[::2], parts[1::2], strict=True):
        yield _words(heading), _words(under)


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", _INSIDE.sub("", _MARK.sub("", html)))).split())


def _term(one: TermView, url: str) -> Node:
    return {"@type": "DefinedTerm", "name": one.term, "url": f"{url}#{one.id}"}


def _law(law: Law, spot: Spot) -> Node:
    """A law with what is known of its days. Where neither is known nothing is said of its force."""
    made: Node = {"@type": "Legislation", "name": law.title[spot.words.lang]}
    if law.number:
        made["legislationIdentifier"] = law.number
    return {**made, **_force(law.in_force, law.ends, spot)}


def _force(since: date | None, until: date | None, spot: Spot) -> Node:
    """From when to when something is in force, and whether it is on the site's day; nothing where nobody read it."""
    if since is None:
        return {}
    holds = since <= spot.site.as_of and not (until and until < spot.site.as_of)
    return {
        "temporalCoverage": f"{since.isoformat()}/{until.isoformat() if until else '..'}",
        "legislationLegalForce": IN_FORCE if holds else NOT_IN_FORCE,
    }
