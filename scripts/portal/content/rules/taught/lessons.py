"""Lessons: minutes add up, cards say what their article says, both languages teach the same."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import Final

from portal.content.fronts.easy import bare, cited_in
from portal.content.fronts.lessons import LESSON_MINUTES, Lesson
from portal.content.fronts.taught import TAUGHT_LINES
from portal.content.known.law.documents import DOCUMENTS_FOLDER, DocumentPart, WalkedDocument
from portal.content.rules.derived.page_numbers import figures_in
from portal.content.rules.derived.printed import MARKUP
from portal.content.rules.taught.taught import differing_problems, in_front, mark_problems
from portal.content.stories import Story
from portal.reading.problems import Problem

_ARTICLE: Final = re.compile(r"(?:[Đđ]iều|[Aa]rticle) (\d+)")
_SAID: Final = (*TAUGHT_LINES, "course", "questions")
"""Fields whose sentences may have marks of sources."""
_ALIKE: Final = {"course": ("minutes",), "cards": ("article", "drawing"), "questions": ("article",)}
"""What has to be the same in every language, by field."""


def lesson_problems(
    stories: Mapping[tuple[str, str], Story], documents: Mapping[str, WalkedDocument], numbers: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with lessons, in every language. `documents` are those of data/documents/, none where a corpus has
    no such folder; `numbers` those of data/public_numbers.yml."""
    for story in stories.values():
        if isinstance(story.front, Lesson):
            document = documents.get(story.front.convention)
            parts = {part.article: part for part in document.parts if part.article} if document else {}
            yield from _minutes(story, story.front)
            yield from mark_problems(story, _SAID)
            yield from _articles(story, story.front, parts) if documents else ()
            yield from _cards(story, story.front, parts)
            yield from _answers(story, story.front, parts, numbers) if parts else ()
            yield from differing_problems(story, stories.get((story.original, story.place)), _ALIKE)


def _minutes(story: Story, front: Lesson) -> Iterator[Problem]:
    if front.length != LESSON_MINUTES:
        yield in_front(story, ("course",), "lesson-minutes", count=front.length, should=LESSON_MINUTES)


def _articles(story: Story, front: Lesson, parts: Mapping[str, DocumentPart]) -> Iterator[Problem]:
    """Articles that data/documents/ does not tell: a card or a question could not lead to them."""
    for name in ("cards", "questions"):
        for index, one in enumerate(getattr(front, name)):
            if one.article is not None and str(one.article) not in parts:
                path = f"{DOCUMENTS_FOLDER}/{front.convention}.yml"
                values = {"value": one.article, "path": path, "choices": tuple(parts)}
                yield in_front(story, (name, index, "article"), "lesson-article", **values)


def _cards(story: Story, front: Lesson, parts: Mapping[str, DocumentPart]) -> Iterator[Problem]:
    for index, card in enumerate(front.cards):
        for name in ("title", "words"):
            text, place = getattr(card, name), ("cards", index, name)
            if mark := MARKUP.search(text):
                yield in_front(story, place, "print-markup", value=mark[0].strip())
                continue
            part = parts.get(str(card.article))
            strange = [one for one in figures_in(text) if part and one not in _figures_of(part)]
            if strange:
                yield in_front(story, place, "lesson-number", value=strange[0], article=card.article)


def _answers(
    story: Story, front: Lesson, parts: Mapping[str, DocumentPart], numbers: Collection[str]
) -> Iterator[Problem]:
    """Numbers of an answer stand in its article or one it names, or have the mark of a source, or may be called."""
    for index, one in enumerate(front.questions):
        named = {str(one.article), *_ARTICLE.findall(one.answer)}
        known = {*numbers, *chain(*(_figures_of(parts[name]) for name in named if name in parts))}
        strange = [number for number in figures_in(bare(one.answer)) if number not in known]
        if strange and not cited_in(one.answer):
            yield in_front(story, ("questions", index, "answer"), "lesson-number-unsourced", value=strange[0])


def _figures_of(part: DocumentPart) -> frozenset[str]:
    """The figures an article has: its number, those of what is told of it and of the words that bind."""
    texts = (part.heading.vi, part.told.vi, part.told.en, *(words.text for words in part.quoted))
    return frozenset({part.article, *(number for text in texts for number in figures_in(text))})
