"""Stories that have to do with an article, a law or another story: where to read on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from heapq import nsmallest

from portal.content.fronts.easy import Easy
from portal.content.fronts.recordings import Recording
from portal.content.fronts.scans import Scan
from portal.content.library import Library
from portal.content.stories import Story
from portal.language.places import convention_page, easy_place, full_place
from portal.language.vocabulary import RECORDINGS, SCANS

_Subjects = tuple[frozenset[str], frozenset[str], frozenset[str]]
"""What a story is about: its conventions, groups and laws."""


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


def nearest(library: Library, lang: str, most: int = 4) -> dict[str, tuple[str, ...]]:
    """For each story of a language the places of others that share conventions, groups or laws with it: the closest
    first, of those as close the newest. Stories about the same are compared with others once."""
    alike = defaultdict[_Subjects, list[tuple[int, str]]](list)
    for order, story in enumerate(library.newest(lang)):
        alike[_subjects(story)].append((order, story.place))
    found = dict[str, tuple[str, ...]]()
    for subjects, stories in alike.items():
        closest = _closest(subjects, alike, most + 1)  # among them may be the story itself
        found |= {own: tuple(place for place in closest if place != own)[:most] for _, own in stories}
    return found


def easy_version(library: Library, lang: str, place: str) -> Story | None:
    """The easy version of the page at a place, in a language or one it falls back on; None where it has none."""
    found = library.read_in(lang, easy_place(place))
    return found if found and isinstance(found.front, Easy) and not found.withdrawn else None


def full_page(library: Library, lang: str, place: str) -> Story | None:
    """The page of which the one at a place is the easy version; None where readers get none."""
    full = full_place(place)
    return library.read_in(lang, full) if full else None


def _subjects(story: Story) -> _Subjects:
    front = story.front
    return frozenset(front.conventions), frozenset(front.groups) - {"everyone"}, frozenset(front.laws)


def _closest(subjects: _Subjects, alike: Mapping[_Subjects, Sequence[tuple[int, str]]], most: int) -> list[str]:
    scored = ((_closeness(subjects, other), stories) for other, stories in alike.items())
    found = ((-score, *one) for score, stories in scored if score for one in stories[:most])
    return [place for _, _, place in nsmallest(most, found)]


def _closeness(one: _Subjects, other: _Subjects) -> int:
    conventions, groups, laws = (len(mine & others) for mine, others in zip(one, other, strict=True))
    return 3 * conventions + 2 * groups + laws


def recordings(library: Library, lang: str) -> tuple[Story, ...]:
    """Every recording that readers get, newest first."""
    found = (story for story in library.pages(lang, RECORDINGS) if isinstance(story.front, Recording))
    return tuple(sorted(found, key=_newest_first))


def scans(library: Library, lang: str) -> tuple[Story, ...]:
    """Every digitised document that readers get, newest first."""
    found = (story for story in library.pages(lang, SCANS) if isinstance(story.front, Scan))
    return tuple(sorted(found, key=_newest_first))


def _newest_first(story: Story) -> tuple[int, str]:
    return -(story.front.published or date.min).toordinal(), story.place


def recordings_of(library: Library, lang: str, place: str) -> tuple[Story, ...]:
    """The recordings of what stands at a place: of a page, or of its script; those of its script are the page's too."""
    every = ((story, story.front) for story in recordings(library, lang))
    return tuple(s for s, front in every if isinstance(front, Recording) and place in (front.records, front.page))
