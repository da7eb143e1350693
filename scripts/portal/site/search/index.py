"""The index of a language: shards of terms, passages in chunks, and a first file that tells where each of them is.

What a search is narrowed by stands beside them.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from portal.content.known.house.search import SearchAsked, SearchHints
from portal.language.folding import fold
from portal.language.made_files import INDEX_FOLDER
from portal.language.places import HELP, tells_again
from portal.site.search import facets, written
from portal.site.search.impacts import CountedPassage, TermEntry, Weighed, Weighing, counted_passage, entries
from portal.site.search.notes import Noted
from portal.site.search.passages import Passage, SearchedPage
from portal.site.search.synonyms import SaidWords, said_words
from portal.site.search.terms import terms

"""Where the index lies in the site, a folder for each language."""
FIRST: Final = "index.js"
"""The file a search begins with."""
CHUNK: Final = 6
"""Passages in a file: it weighs two kilobytes packed, and a result needs one."""
_MOST_KNOWN: Final = 6000
"""Words that what was typed wrongly is compared with: those that stand in the most passages."""

_COMMON: Final = 0.16
"""In what share of the passages a word stands that tells nothing."""

TITLE: Final = 12.0
HEADING: Final = 5.0
DESCRIPTION: Final = 2.0
BODY: Final = 1.0
"""How often over a word counts by where it stands; what editors say people type counts as a title does."""


@dataclass(frozen=True)
class Searched:
    """A page to be found: what it shows, and what the build noted of it. `mark` tells both from those of any other
    page, "" where nobody asks."""

    page: SearchedPage
    noted: Noted
    mark: str = ""


def first_file(lang: str) -> str:
    """The path in the site of the file a search in a language begins with."""
    return f"{INDEX_FOLDER}/{lang}/{FIRST}"


CountPage = Callable[[Searched], Sequence[CountedPassage]]


def counting(lang: str, hints: SearchHints) -> CountPage:
    """What counts the passages of a page."""
    said = said_words(hints.asked(lang).synonyms)
    return lambda page: [counted_passage(one, lang) for one in _weighings(page, said, _share(page, hints))]


def index_files(
    pages: Sequence[Searched], lang: str, hints: SearchHints, count: CountPage | None = None
) -> Mapping[str, bytes]:
    """(path in the site, bytes) of every file of a language's index; the same pages in the same order, the same bytes.
    Only its first file is asked for without a mark, and tells the mark of the others. `count` may know what `counting`
    would work out."""
    asked, count = hints.asked(lang), count or counting(lang, hints)
    passages = [one for page in pages for one in count(page)]
    found = list(entries(passages))
    shards = list(written.shards(map(written.line, found)))
    files: dict[str, object] = {f"s{number}": list(lines) for number, lines in enumerate(shards)}
    files |= {f"t{number}": chunk for number, chunk in enumerate(_chunks(pages))}
    files |= {"words": _words(found), "facets": facets.facets_written([page.noted.facets for page in pages])}
    idle = _keys(asked.idle, lang)
    first = {**_first(pages, shards, asked), "common": _common(found, len(passages), idle), "idle": sorted(idle)}
    mark = hashlib.sha256(json.dumps([first, files], sort_keys=True).encode()).hexdigest()[:8]
    made = {f"{name}.js": written.script(name, mark, value) for name, value in files.items()}
    weights = {name: len(content) for name, content in made.items()}
    kept = {"chunks": len(files) - len(shards) - 2, "bytes": sum(weights.values()), "facets": weights["facets.js"]}
    made[FIRST] = written.script("index", mark, {**first, **kept})
    return {f"{INDEX_FOLDER}/{lang}/{name}": content for name, content in made.items()}


def _share(searched: Searched, hints: SearchHints) -> float:
    """How much the text of a page counts among others."""
    if _lies_in(searched.noted.place, hints.less):
        return LESS
    return MUCH if hints.more and not _lies_in(searched.noted.place, hints.more) else 1.0


def _tells_again(searched: Searched) -> bool:
    """Whether a page tells again what another tells: of its few words each counts more than in the full page, which
    goes first all the same."""
    return EASY_KIND in searched.noted.facets.get("kind", ()) or tells_again(searched.noted.place)


def _lies_in(place: str, places: Iterable[str]) -> bool:
    return any(place == one or place.startswith(f"{one}/") for one in places)


def _weighings(searched: Searched, words: SaidWords, share: float) -> Iterator[Weighing]:
    """The passages of a page, weighed: the first carries its name, what it says of itself, and what people type. By its
    name and what people type a page counts in full, however little it counts by its text."""
    page, noted = searched.page, searched.noted
    for number, passage in enumerate(page.passages):
        texts = [Weighed(passage.heading, HEADING * share), Weighed(passage.text, BODY * share)]
        if not number:
            said = Weighed("\n".join(noted.words), TITLE)
            texts = [Weighed(page.title, TITLE), said, Weighed(page.description, DESCRIPTION * share), *texts]
        yield Weighing(words.with_said(texts))


MUCH: Final = 0.7
"""How much the text of a page counts where others are named that people in trouble look for."""
LESS: Final = 0.3
"""How much the text of a page counts that they do not look for."""
EASY_KIND: Final = "easy"


def _chunks(pages: Sequence[Searched]) -> Iterator[object]:
    """[{page: [address, title, description, kind, day]}, [[page, anchor, heading, text]]] for each chunk."""
    rows = [
        (number, [number, _anchor(page, passage), passage.heading, passage.text])
        for number, page in enumerate(pages)
        for passage in page.page.passages
    ]
    for start in range(0, len(rows), CHUNK):
        part = rows[start : start + CHUNK]
        yield [{str(number): _shown(pages[number]) for number, _ in part}, [row for _, row in part]]


def _anchor(searched: Searched, passage: Passage) -> str:
    """Where a passage is shown: a page of steps answers on its first screen, whichever part of it was found."""
    return "" if STEPS_KIND in searched.noted.facets.get("kind", ()) else passage.anchor


STEPS_KIND: Final = "steps"


def _shown(searched: Searched) -> list[str]:
    page, noted = searched.page, searched.noted.facets
    first = [noted.get(name, ("",))[0] for name in ("kind", "date")]
    return [page.address, page.title, page.description, *first]


def _first(pages: Sequence[Searched], shards: Sequence[Sequence[str]], asked: SearchAsked) -> dict[str, object]:
    """What a search has to know before anything else: where each shard begins, how many passages each page has."""
    places = {page.noted.place: number for number, page in enumerate(pages)}
    best = [[phrase, places[one.place]] for one in asked.best if one.place in places for phrase in one.asked]
    return {
        "shards": [lines[0].partition("|")[0] for lines in shards],
        "pages": "".join(written.number(len(page.page.passages)) for page in pages),
        "best": best,
        "danger": [[phrase, number] for number, one in enumerate(asked.danger) for phrase in one.asked],
        "calls": [[one.call, one.lacks] for one in asked.danger],
        "lacks": list(asked.lacks),
        "short": [[fold(typed), one.means] for one in asked.short for typed in one.typed],
        "again": [number for number, page in enumerate(pages) if _tells_again(page)],
        "help": [number for place, number in places.items() if place == HELP],
        "chunk": CHUNK,
    }


def _common(found: Sequence[TermEntry], passages: int, idle: Set[str]) -> list[str]:
    """The words that stand nearly everywhere, and those that tell nothing: alone they find nothing, so nobody's phone
    is asked to load them."""
    often = {entry.key for entry in found if " " not in entry.key and entry.passages > _COMMON * passages}
    return sorted(often | idle)


def _keys(phrases: Iterable[str], lang: str) -> set[str]:
    """The single words of some phrases, as the index has them."""
    return {term.key for one in phrases for term in terms(one, lang) if " " not in term.key}


def _words(found: Sequence[TermEntry]) -> list[str]:
    """The single words that stand most often, each with its count, in the order of the alphabet."""
    single = (entry for entry in found if " " not in entry.key and not entry.key.isdigit())
    counted = Counter({entry.key: entry.passages for entry in single})
    first = sorted(counted, key=lambda word: (-counted[word], word))[:_MOST_KNOWN]
    return [f"{word} {counted[word]}" for word in sorted(first)]
