"""The index of a language: shards of terms, passages in chunks, and a first file that tells where each of them is.

What a search is narrowed by stands beside them.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from portal.content.known.house.search import SearchAsked, SearchHints
from portal.language.folding import fold
from portal.language.made_files import INDEX_FOLDER
from portal.language.places import HELP, tells_again
from portal.site.search import facets, written
from portal.site.search.impacts import (
    CountedPassage,
    TermEntry,
    Weighed,
    Weighing,
    counted_passage,
    entries,
    usual_length,
)
from portal.site.search.notes import Noted
from portal.site.search.passages import Passage, SearchedPage
from portal.site.search.synonyms import SaidWords, said_words
from portal.site.search.terms import terms

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
    """A page to be found: what it shows, and what the build noted of it."""

    page: SearchedPage
    noted: Noted


def first_file(lang: str) -> str:
    """The path in the site of the file a search in a language begins with."""
    return f"{INDEX_FOLDER}/{lang}/{FIRST}"


@dataclass(frozen=True)
class Counts:
    """The passages of some pages in numbers: how long each is, and `each`, gone through once and held by nobody."""

    lengths: Sequence[int]
    each: Iterable[CountedPassage]


CountPage = Callable[[Searched], Sequence[CountedPassage]]


def counting(lang: str, hints: SearchHints) -> CountPage:
    """What counts the passages of a page."""
    said = said_words(hints.asked(lang).synonyms)
    return lambda page: [counted_passage(one, lang) for one in _weighings(page, said, _share(page, hints))]


def counts_of(pages: Iterable[Searched], lang: str, hints: SearchHints) -> Counts:
    """The passages of some pages, counted now."""
    found = [one for page in pages for one in counting(lang, hints)(page)]
    return Counts([one.length for one in found], found)


def index_files(
    pages: Iterable[Searched], lang: str, hints: SearchHints, counts: Counts
) -> Iterator[tuple[str, bytes]]:
    """(path in the site, bytes) of every file of a language's index, its first file last; the same pages in the same
    order, the same bytes. Only the first file is asked for without a mark, and tells the mark of the others. `pages`
    are gone through once; what is held of them is what the files tell, as JSON."""
    asked, parts, heads = hints.asked(lang), dict[str, bytes](), list[_Head]()
    single, starts = _add_terms(parts, counts)
    parts |= {f"t{number}": written.value(chunk) for number, chunk in enumerate(_chunks(pages, heads))}
    parts["words"] = written.value(_words(single))
    parts["facets"] = written.value(facets.facets_written([one.facets for one in heads]))
    idle = _keys(asked.idle, lang)
    common = _common(single, len(counts.lengths), idle)
    first = {**_first(heads, starts, asked), "common": common, "idle": sorted(idle)}
    for name, content in _scripts(parts, first, len(parts) - len(starts) - 2):
        yield f"{INDEX_FOLDER}/{lang}/{name}.js", content


def _add_terms(parts: dict[str, bytes], counts: Counts) -> tuple[Mapping[str, int], Sequence[str]]:
    """Lay the shards; the single words, each with the passages it stands in, and the first term of each shard."""
    single, starts = dict[str, int](), list[str]()
    found = entries(counts.each, usual_length(counts.lengths))
    for number, lines in enumerate(written.shards(map(written.line, _noting(found, single)))):
        starts.append(lines[0].partition("|")[0])
        parts[f"s{number}"] = written.value(lines)
    return single, starts


def _noting(found: Iterable[TermEntry], single: dict[str, int]) -> Iterator[TermEntry]:
    for entry in found:
        if " " not in entry.key:
            single[entry.key] = entry.passages
        yield entry


def _scripts(parts: dict[str, bytes], first: dict[str, object], chunks: int) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every file; each of the `parts` is let go of when its file is made."""
    mark, weight, facets_weight = _mark(parts, first), 0, 0
    for name in list(parts):
        content = written.script(name, mark, parts.pop(name))
        weight += len(content)
        facets_weight = len(content) if name == "facets" else facets_weight
        yield name, content
    kept = {"chunks": chunks, "bytes": weight, "facets": facets_weight}
    yield FIRST.removesuffix(".js"), written.script("index", mark, written.value({**first, **kept}))


def _mark(parts: Mapping[str, bytes], first: object) -> str:
    summed = hashlib.sha256(written.value(first))
    for name, said in parts.items():
        summed.update(f"\n{name} ".encode())
        summed.update(said)
    return summed.hexdigest()[:8]


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


@dataclass(frozen=True)
class _Head:
    """What the first file tells of a page: its place, how many passages it has, whether it tells again what another
    tells; what it may be narrowed by."""

    place: str
    passages: int
    tells_again: bool
    facets: Mapping[str, tuple[str, ...]]


def _chunks(pages: Iterable[Searched], heads: list[_Head]) -> Iterator[object]:
    """[{page: [address, title, description, kind, day]}, [[page, anchor, heading, text]]] for each chunk; the heads of
    the pages that were gone through are added to `heads`."""
    shown, rows = dict[str, list[str]](), list[list[object]]()
    for number, page in enumerate(pages):
        noted = page.noted
        heads.append(_Head(noted.place, len(page.page.passages), _tells_again(page), noted.facets))
        for passage in page.page.passages:
            shown[str(number)] = _shown(page)
            rows.append([number, _anchor(page, passage), passage.heading, passage.text])
            if len(rows) == CHUNK:
                yield [shown, rows]
                shown, rows = {}, []
    if rows:
        yield [shown, rows]


def _anchor(searched: Searched, passage: Passage) -> str:
    """Where a passage is shown: a page of steps answers on its first screen, whichever part of it was found."""
    return "" if STEPS_KIND in searched.noted.facets.get("kind", ()) else passage.anchor


STEPS_KIND: Final = "steps"


def _shown(searched: Searched) -> list[str]:
    page, noted = searched.page, searched.noted.facets
    first = [noted.get(name, ("",))[0] for name in ("kind", "date")]
    return [page.address, page.title, page.description, *first]


def _first(heads: Sequence[_Head], starts: Sequence[str], asked: SearchAsked) -> dict[str, object]:
    """What a search has to know before anything else: where each shard begins, how many passages each page has."""
    places = {head.place: number for number, head in enumerate(heads)}
    best = [[phrase, places[one.place]] for one in asked.best if one.place in places for phrase in one.asked]
    return {
        "shards": starts,
        "pages": "".join(written.number(head.passages) for head in heads),
        "best": best,
        "danger": [[phrase, number] for number, one in enumerate(asked.danger) for phrase in one.asked],
        "calls": [[one.call, one.lacks] for one in asked.danger],
        "lacks": list(asked.lacks),
        "short": [[fold(typed), one.means] for one in asked.short for typed in one.typed],
        "again": [number for number, head in enumerate(heads) if head.tells_again],
        "help": [number for place, number in places.items() if place == HELP],
        "chunk": CHUNK,
    }


def _common(single: Mapping[str, int], passages: int, idle: Set[str]) -> list[str]:
    """The words that stand nearly everywhere, and those that tell nothing: alone they find nothing, so nobody's phone
    is asked to load them."""
    often = {word for word, count in single.items() if count > _COMMON * passages}
    return sorted(often | idle)


def _keys(phrases: Iterable[str], lang: str) -> set[str]:
    """The single words of some phrases, as the index has them."""
    return {term.key for one in phrases for term in terms(one, lang) if " " not in term.key}


def _words(single: Mapping[str, int]) -> list[str]:
    """The single words that stand most often, each with its count, in the order of the alphabet."""
    words = (word for word in single if not word.isdigit())
    first = sorted(words, key=lambda word: (-single[word], word))[:_MOST_KNOWN]
    return [f"{word} {single[word]}" for word in sorted(first)]
