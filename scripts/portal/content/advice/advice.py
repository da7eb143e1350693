"""All advice on a corpus: which pages are asked, and what of data/ counts as spelled right."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from portal.content.advice.marks import house_spelling, mark_advice
from portal.content.advice.prose import capitalised, own_prose
from portal.content.advice.readable import Readability, long_sentences, long_words, readability
from portal.content.advice.spelling import Dictionaries, Spelling, spelling_advice
from portal.content.advice.terms import house_terms, term_advice
from portal.content.known.reference import ReferenceData
from portal.content.library import Library
from portal.language.locales import LANGUAGES, VIETNAMESE
from portal.reading.documents import Document
from portal.reading.problems import Problem, in_order

_WORDS: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Advice:
    """What could be better, in the order of the files, and the figures of each page."""

    told: tuple[Problem, ...]
    pages: tuple[Readability, ...]


def advice_on(library: Library, plan: str, dictionaries: Dictionaries, paths: Iterable[str] = ()) -> Advice:
    """Advice on every page in a language that has words, or on those of `paths` alone. `plan` is the plan's own text,
    whose spelling the house follows. The whole corpus is read in any case: it says how the house writes."""
    documents = [one for one in library.documents.values() if one.lang in LANGUAGES]
    asked = [one for one in documents if not paths or one.path in set(paths)]
    house = house_spelling(plan, (one.body for one in documents if one.lang == VIETNAMESE))
    terms = {lang: house_terms(library.data.glossary.values(), lang) for lang in LANGUAGES}
    read = {one.path: tuple(own_prose(one)) for one in documents}
    names = frozenset(name for texts in read.values() for one in texts for name in capitalised(one))
    spelling = Spelling(dictionaries, accepted_words(library.data), names)
    told: list[Problem] = []
    for document in asked:
        told += [*long_sentences(document), *long_words(document)]
        for prose in read[document.path]:
            marks = list(mark_advice(prose, house)) if document.lang == VIETNAMESE else []
            slips = {(one.line, str(one.values["was"]).lower()) for one in marks}
            spelled = (one for one in spelling_advice(prose, spelling) if _slip(one) not in slips)
            told += [*marks, *term_advice(prose, terms[document.lang]), *spelled]
    return Advice(in_order(told), tuple(_figures(asked)))


def accepted_words(data: ReferenceData) -> frozenset[str]:
    """The words of the list, and of everything that data/ calls by a name: communes, bodies, terms, people."""
    names = [
        *(one.name for one in data.communes.values()),
        *(one.called(lang) for one in data.agencies.values() for lang in LANGUAGES),
        *(form for one in data.glossary.values() for lang in LANGUAGES for form in one.forms(lang)),
        *(one.name for one in data.people.values()),
    ]
    return frozenset({*data.accepted, *(word.lower() for name in names for word in _WORDS.findall(name))})


def _slip(one: Problem) -> tuple[int, str]:
    return one.line, str(one.values["word"]).lower()


def _figures(documents: Iterable[Document]) -> Iterator[Readability]:
    return (found for one in documents if (found := readability(one)))
