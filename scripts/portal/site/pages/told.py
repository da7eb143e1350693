"""What is told of a page outside it: in the site map, to programs, to the search."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portal.site.pages.head import Alternate
from portal.site.pages.of_kind.withdrawn import WithdrawnView
from portal.site.pages.page import Page


@dataclass(frozen=True)
class ToldPage:
    """A page as others tell of it. `waits` and `withdrawn` say that it is not offered (yet, or any more), `has_text`
    that a text stands beside it; the rest is what the page says itself."""

    place: str
    lang: str
    address: str
    is_fallback: bool
    waits: bool
    withdrawn: bool
    has_text: bool
    name: str
    description: str
    canonical: str
    changed: str
    alternates: tuple[Alternate, ...]
    facets: Mapping[str, tuple[str, ...]]
    search_words: tuple[str, ...]


def told_page(page: Page) -> ToldPage:
    """What is told of a page."""
    head = page.head
    return ToldPage(
        place=page.place,
        lang=page.lang,
        address=page.address,
        is_fallback=page.is_fallback,
        waits=bool(page.frame.waits),
        withdrawn=isinstance(page.kind, WithdrawnView),
        has_text=bool(head.markdown),
        name=head.name,
        description=head.description,
        canonical=head.canonical,
        changed=page.changed,
        alternates=head.alternates,
        facets=page.facets,
        search_words=page.search_words,
    )


def told_tree(told: ToldPage) -> dict[str, Any]:
    """What is told of a page as a tree for JSON."""
    return {**vars(told), "alternates": [vars(one) for one in told.alternates]}


def read_told_page(tree: dict[str, Any]) -> ToldPage:
    """The same from its tree. Raises KeyError and TypeError for any other tree."""
    return ToldPage(
        **{
            **tree,
            "alternates": tuple(Alternate(**one) for one in tree["alternates"]),
            "facets": {name: tuple(values) for name, values in tree["facets"].items()},
            "search_words": tuple(tree["search_words"]),
        }
    )
