"""A page for each two conventions side by side: made from data/, below the comparison of all seven."""

from collections.abc import Callable
from itertools import combinations

from portal.content.library import Library
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.language.places import COMPARISON, pair_place
from portal.language.words import Words
from portal.site.made.unwritten import unwritten, with_made


def compared(library: Library) -> tuple[tuple[str, str], ...]:
    """Every two conventions whose facts are known, in their order; none where no page compares them all."""
    known = [code for code in vocabulary.CONVENTIONS if code in library.data.conventions]
    return tuple(combinations(known, 2)) if library.languages(COMPARISON) else ()


def with_pairs(library: Library, words_of: Callable[[str], Words]) -> Library:
    """The library with a page for each pair in every language. What an editor wrote at such a place stays."""
    made = {
        (lang, pair_place(*codes)): _page(lang, codes, words_of(lang), library)
        for lang in LANGUAGES
        for codes in compared(library)
    }
    return with_made(library, made)


def _page(lang: str, codes: tuple[str, str], text: Words, library: Library) -> Story:
    one, other = (library.data.conventions[code].short[lang] for code in codes)
    signs = {"first": codes[0].upper(), "second": codes[1].upper()}
    title, about = text.say("pairs.title", **signs), text.say("pairs.about", one=one, other=other, **signs)
    return unwritten(lang, pair_place(*codes), title, about, "pair")
