"""Stories that have to do with an article, a law or another story: where to read on."""

from collections import defaultdict
from datetime import date

from portal.content.easy import Easy
from portal.content.library import Library
from portal.content.recordings import Recording
from portal.content.stories import Story
from portal.language.places import convention_page, easy_place, full_place
from portal.language.vocabulary import RECORDINGS


def about_article(library: Library, lang: str, code: str) -> dict[int, tuple[Story, ...]]:
    """The stories, other than the convention's own page, that explain each of its articles."""
    found = defaultdict[int, list[Story]](list)
    for story in library.newest(lang):
        if story.place != convention_page(code):
            for article in story.front.articles.get(code, []):
                found[article].append(story)
    return {article: tuple(found[article]) for article in sorted(found)}


def about_law(library: Library, lang: str, law: str) -> tuple[Story, ...]:
    """The stories that rest on a law."""
    return tuple(story for story in library.newest(lang) if law in story.front.laws)


def related(library: Library, story: Story, most: int = 4) -> tuple[Story, ...]:
    """Other stories that share conventions or groups with this one, the closest first."""
    others = (s for s in library.newest(story.lang) if s.place != story.place)
    scored = [(_closeness(story, other), other) for other in others]
    ranked = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return tuple(other for _, other in ranked[:most])


def easy_version(library: Library, lang: str, place: str) -> Story | None:
    """The easy version of the page at a place, in a language or one it falls back on; None where it has none."""
    found = library.read_in(lang, easy_place(place))
    return found if found and isinstance(found.front, Easy) and not found.withdrawn else None


def full_page(library: Library, lang: str, place: str) -> Story | None:
    """The page of which the one at a place is the easy version; None where readers get none."""
    full = full_place(place)
    return library.read_in(lang, full) if full else None


def _closeness(one: Story, other: Story) -> int:
    conventions = set(one.front.conventions) & set(other.front.conventions)
    groups = (set(one.front.groups) & set(other.front.groups)) - {"everyone"}
    laws = set(one.front.laws) & set(other.front.laws)
    return 3 * len(conventions) + 2 * len(groups) + len(laws)


def recordings(library: Library, lang: str) -> tuple[Story, ...]:
    """Every recording that readers get, newest first."""
    found = (story for story in library.pages(lang, RECORDINGS) if isinstance(story.front, Recording))
    return tuple(sorted(found, key=lambda story: (-(story.front.published or date.min).toordinal(), story.place)))


def recordings_of(library: Library, lang: str, place: str) -> tuple[Story, ...]:
    """The recordings of what stands at a place: of a page, or of its script; those of its script are the page's too."""
    every = ((story, story.front) for story in recordings(library, lang))
    return tuple(s for s, front in every if isinstance(front, Recording) and place in (front.records, front.page))
