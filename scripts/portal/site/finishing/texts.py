"""A text as a page shows it: its figures drawn, the glossary's words linked, no number parted from its per cent."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from portal.content.known.figures import Figure
from portal.content.known.glossary import Term
from portal.content.library import Library
from portal.language.locales import LANGUAGES
from portal.language.places import GLOSSARY
from portal.reading.markdown.markup import convert
from portal.reading.markdown.sanitiser import sanitise
from portal.site.addresses import address, relative
from portal.site.finishing.names import NBSP, BoundNames
from portal.site.finishing.spaces import without_unseen_breaks
from portal.site.finishing.terms import link_terms

_PER_CENT: Final = re.compile(r"(?<=\d) (?=%)")
_SECTION: Final = re.compile(
    r'<section\b(?:(?! lang=)[^>])*(?: lang="([^"]+)")?[^>]*>\s*(?:<details class="fold"><summary>)?'
    r'<h2 id="([^"]+)"[^>]*>([^<]+)</h2>'
)
"""A section with its own heading, as templates write it; the text of a page has none."""
_LISTED: Final = re.compile(r'(<li><a href="#([^"]+)".*?</li>)', re.DOTALL)
_FIGURE: Final = re.compile(r'<div data-figure="([^"]+)"></div>')


def with_figures(html: str, figures: Mapping[str, Figure], draw: Callable[[Figure], str]) -> str:
    """The HTML with each figure drawn where the text marks it; a mark without a figure stays."""
    return _FIGURE.sub(lambda mark: draw(figures[mark[1]]) if mark[1] in figures else mark[0], html)


def line_of(text: str) -> str:
    """One sentence of a field as HTML: its marks of sources lead to them, and bold is bold."""
    return sanitise(convert(text)).removeprefix("<p>").removesuffix("</p>")


def with_terms(html: str, library: Library, lang: str, here: str, place: str) -> str:
    """The HTML of `place`, shown at the address `here`, with the first use of each word of the glossary linked to it;
    the glossary's own text, one in a language it does not explain, that of a portal without one stay as they are."""
    terms: Iterable[Term] = library.data.glossary.values()
    if place == GLOSSARY or lang not in LANGUAGES or lang not in library.frames(GLOSSARY):
        return html
    return link_terms(html, terms, lang, relative(here, address(lang, GLOSSARY)))


def with_whole_contents(page: str) -> str:
    """A whole page whose list of contents also leads to the sections that templates add, in the order of the page."""
    before, begins, text = page.partition('<div class="prose">')
    listed, ends, rest = before.rpartition("</ol>\n</nav>")
    if not (begins and ends and '<nav class="contents"' in listed):
        return page
    article = text.partition("</article>")[0]
    kept, opens, entries = listed.rpartition("<ol>")
    found = {name: entry for entry, name in _LISTED.findall(entries)}
    found |= {section[2]: _entry(section) for section in _SECTION.finditer(article)}
    shown = rest + begins + article
    ordered = "".join(found[name] for name in sorted(found, key=lambda name: shown.find(f'id="{name}"')))
    return f"{kept}{opens}{ordered}{ends}{rest}{begins}{text}"


def _entry(section: re.Match[str]) -> str:
    lang = f' lang="{section[1]}"' if section[1] else ""
    return f'<li><a href="#{section[2]}"{lang}>{section[3]}</a></li>'


def unparted(page: str, names: BoundNames) -> str:
    """A whole page with a number and its per cent sign on one line, and each name; its head stays as it is."""
    head, body, text = page.partition("<body")
    return head + names.whole(body + _PER_CENT.sub(NBSP, text))


def finished_page(page: str, names: BoundNames) -> str:
    """A whole page as it is sent: its list of contents whole, no number and no name parted, no line break unseen."""
    return without_unseen_breaks(unparted(with_whole_contents(page), names))
