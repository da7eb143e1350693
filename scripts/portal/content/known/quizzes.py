"""Questions to try what one knows, each with its one right answer and its source: data/quizzes/, one file a subject."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from pydantic import Field, ValidationInfo, field_validator, model_validator

from portal.content.known.law.documents import DocumentPart, WalkedDocument
from portal.content.strict import Both, Strict
from portal.language.folding import in_small_letters
from portal.language.locales import LANGUAGES
from portal.reading.fields import GroupName, Slug, Text, problem
from portal.reading.files import files_named
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, Reading

QUIZZES_FOLDER: Final = "data/quizzes"
CHOICES: Final = (2, 4)
"""How many choices a question may have: on paper they are A to D."""
LONGEST_SAID: Final[Mapping[str, int]] = {"question": 260, "choices": 160, "because": 420}
"""What is longer is not read to its end on a phone, and a paper of twenty such questions is no sheet any more."""


class QuizSource(Strict):
    """What an answer rests on: a part of a document of data/documents/, or a page and the number of its source."""

    document: Slug | None = None
    part: Text | None = None
    page: Text | None = None
    number: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _is_one_of_two(self) -> "QuizSource":
        by_document = bool(self.document and self.part) and self.page is None and self.number is None
        by_page = self.page is not None and self.document is None and self.part is None
        if not (by_document or by_page):
            raise problem("quiz-source-unclear")
        return self


class QuizQuestion(Strict):
    """A question with two to four choices, of which the one counted by `right` (from 1) is right; `because` says no
    more than the source does. Its `id` stays for ever."""

    id: Slug
    question: Both
    choices: list[Both]
    right: int
    because: Both
    source: QuizSource

    @field_validator("question", "because")
    @classmethod
    def _short_enough(cls, value: Both, info: ValidationInfo) -> Both:
        _hold_to_length(value, str(info.field_name))
        return value

    @field_validator("choices")
    @classmethod
    def _some_and_each_its_own(cls, value: list[Both]) -> list[Both]:
        least, most = CHOICES
        if not least <= len(value) <= most:
            raise problem("quiz-choices", count=len(value), least=least, most=most)
        for at, choice in enumerate(value):
            _hold_to_length(choice, "choices")
            for before, other in enumerate(value[:at]):
                if any(_plain(choice[lang]) == _plain(other[lang]) for lang in LANGUAGES):
                    raise problem("quiz-choice-twice", first=before + 1, second=at + 1)
        return value

    @field_validator("right")
    @classmethod
    def _is_a_choice(cls, value: int, info: ValidationInfo) -> int:
        choices = info.data.get("choices")
        if choices is not None and not 1 <= value <= len(choices):
            raise problem("quiz-right", value=value, count=len(choices))
        return value


class Quiz(Strict):
    """The questions on a subject, its `id` the name of its file; `about` is the place of the page it belongs to,
    `groups` are those it is fit for."""

    id: Slug
    title: Both
    about: Text
    groups: list[GroupName] = []
    questions: list[QuizQuestion] = Field(min_length=1)


FoundQuiz = tuple[Quiz, str, Reading]
"""A quiz, the path of its file, what was read there."""


def quiz_files(root: Path) -> list[Path]:
    """The files of all quizzes below `root`."""
    return files_named(root / QUIZZES_FOLDER, "*.yml")


def quizzes_of_places(quizzes: Mapping[str, Quiz]) -> Mapping[str, tuple[Quiz, ...]]:
    """The quizzes by the places of the pages they belong to."""
    found = defaultdict[str, list[Quiz]](list)
    for quiz in quizzes.values():
        found[quiz.about].append(quiz)
    return {place: tuple(some) for place, some in found.items()}


def named_part(document: WalkedDocument, name: str) -> DocumentPart | None:
    """The part that a question names by its id, or as people say it: "dieu-16", "16", "IV.1b"."""
    said = (part for part in document.parts if name == part.article or (part.mark and name == part.mark.vi))
    return document.part(name) or next(said, None)


def quiz_problems(
    found: Iterable[FoundQuiz], documents: Mapping[str, WalkedDocument], files: Collection[str]
) -> Iterator[Problem]:
    """What is wrong in quizzes beside the documents they name: `documents` could be read, `files` are those there are,
    so that one with a problem of its own is told once."""
    for quiz, path, reading in found:
        seen: set[str] = set()
        for at, one in enumerate(quiz.questions):
            if one.id in seen:
                line = reading.line(("questions", at, "id"))
                yield Problem(path, line, f"questions.{at}.id", "id-twice", {"value": one.id})
            seen.add(one.id)
            for name, code, values in missing_part(one.source, documents, files):
                place: Location = ("questions", at, "source", name)
                yield Problem(path, reading.line(place), f"questions.{at}.source.{name}", code, values)


def missing_part(
    source: QuizSource, documents: Mapping[str, WalkedDocument], files: Collection[str]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(field, code, values) of a document that is not there, or of a part that it does not have."""
    if source.document is None or source.part is None:
        return
    if source.document not in files:
        near = get_close_matches(source.document, sorted(files), n=3, cutoff=0.4) or sorted(files)[:3]
        yield "document", "quiz-document", {"value": source.document, "choices": near}
    document = documents.get(source.document)
    if document and named_part(document, source.part) is None:
        ids = [part.id for part in document.parts]
        near = get_close_matches(source.part, ids, n=3, cutoff=0.4) or ids[:3]
        yield "part", "quiz-part", {"value": source.part, "document": document.id, "choices": near}


def _hold_to_length(value: Both, field: str) -> None:
    for lang in LANGUAGES:
        if len(value[lang]) > LONGEST_SAID[field]:
            values = {"lang": lang, "length": len(value[lang]), "most": LONGEST_SAID[field]}
            raise problem("quiz-too-long", **values)


def _plain(text: str) -> str:
    return " ".join(in_small_letters(text).rstrip(".").split())
