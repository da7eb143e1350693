"""The glossary in the order of the reader's language."""

from dataclasses import dataclass

from portal.content.known.glossary import Term
from portal.language.folding import fold
from portal.language.locales import LANGUAGES
from portal.site.spot import Spot
from portal.site.values import Cited, cited


@dataclass(frozen=True)
class TermView:
    """A word of the glossary: in the page's language, in the other, explained."""

    id: str
    term: str
    other: str
    other_lang: str
    definition: str
    source: Cited


@dataclass(frozen=True)
class GlossaryBlock:
    """Every word, and how many there are."""

    count: str
    terms: tuple[TermView, ...]


def glossary_block(spot: Spot) -> GlossaryBlock:
    """The words of data/glossary.yml."""
    terms = (_term(term, spot) for term in spot.library.data.glossary.values())
    found = tuple(sorted(terms, key=lambda term: fold(term.term)))
    return GlossaryBlock(spot.words.say("glossary_count", count=len(found)), found)


def _term(term: Term, spot: Spot) -> TermView:
    lang = spot.words.lang
    other = next(one for one in LANGUAGES if one != lang)
    source = cited(term.source, spot.lang, spot.words)
    return TermView(term.id, term.term[lang], term.term[other], other, term.definition[lang], source)
