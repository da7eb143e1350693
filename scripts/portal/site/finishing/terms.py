"""The glossary in a text: each term is linked where a page first uses it, and nowhere else."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from portal.content.known.glossary import Term

_PART: Final = re.compile(r"(<[^>]+>)")
_TAG: Final = re.compile(r"</?([a-z0-9]+)")
_CLOSED_TO_LINKS: Final = frozenset({"a", "h2", "h3", "h4", "dt", "th", "code", "pre", "q", "cite", "blockquote"})


def link_terms(html: str, terms: Iterable[Term], lang: str, page: str) -> str:
    """The HTML with the first use of each term linked to `page`#id. Headings, links, quotations stay as they are."""
    forms = {_key(form): term for term in terms for form in term.forms(lang)}
    if not forms:
        return html
    pattern = _any_of(forms)
    linked: set[str] = set()

    def link(found: re.Match[str]) -> str:
        term = forms.get(_key(found[0]))
        if term is None or term.id in linked:
            return found[0]
        linked.add(term.id)
        return f'<a class="term" href="{escape(page)}#{term.id}">{found[0]}</a>'

    parts, closed = [], 0
    for part in _PART.split(html):
        if part.startswith("<"):
            closed += _step(part)
        elif not closed:
            part = pattern.sub(link, part)
        parts.append(part)
    return "".join(parts)


def _key(form: str) -> str:
    """A form in whatever letters: the pattern takes the Turkish ı and İ for i, which casefold does not."""
    return form.casefold().replace("i\u0307", "i").replace("ı", "i")


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    """The longest form wins: "nghị định thư tùy chọn" before "nghị định"."""
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


def _step(tag: str) -> int:
    """+1 where a part begins that takes no links, -1 where it ends, 0 otherwise."""
    name = _TAG.match(tag)
    if not name or name[1] not in _CLOSED_TO_LINKS:
        return 0
    return -1 if tag.startswith("</") else 1
