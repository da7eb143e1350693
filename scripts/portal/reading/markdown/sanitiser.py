"""What may stand on a page: tags, attributes, kinds of links. Everything else is taken out."""

from typing import Final

import nh3

ALLOWED_TAGS: Final = frozenset(
    "a abbr admonition b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption "
    "figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s section small span strong sub summary sup table "
    "tbody td tfoot th thead time tr u ul var wbr".split()
)
ALLOWED_ATTRIBUTES: Final[dict[str, set[str]]] = {
    "*": {"class", "id", "lang", "title", "dir"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan", "align", "data-label"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "ol": {"start", "type"},
    "time": {"datetime"},
    "q": {"cite"},
    "div": {"data-figure", "role", "tabindex", "aria-label"},
    "details": {"open"},
}
ALLOWED_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})


def sanitise(html: str) -> str:
    """The same HTML without anything that could run or reach out: scripts, handlers, frames, javascript: links."""
    return nh3.clean(
        html,
        tags=set(ALLOWED_TAGS),
        attributes=ALLOWED_ATTRIBUTES,
        url_schemes=set(ALLOWED_SCHEMES),
        link_rel=None,
    )


def may_have(tag: str, attribute: str) -> bool:
    """Whether an attribute of a tag stays on the page."""
    return attribute in ALLOWED_ATTRIBUTES["*"] | ALLOWED_ATTRIBUTES.get(tag, set())
