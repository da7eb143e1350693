"""The documents that pages rest on, told part by part: data/documents/, one file a document, whose name is its id."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, field_validator

from portal.content.known.law.conventions import CONVENTIONS_PATH, ConventionFacts
from portal.content.known.law.laws import LAWS_PATH, Law
from portal.content.strict import Both, Label, Strict
from portal.language import vocabulary
from portal.reading.fields import DayField, LanguageTag, PastDay, Slug, Text, Url, matching, problem
from portal.reading.files import files_named
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Reading

DOCUMENTS_FOLDER: Final = "data/documents"
PLAN_PATH: Final = "data/plan.yml"
"""The plan's own file, which a later wing reads: it says the plan's number, its day and who issued it."""
_ARTICLE: Final = re.compile(r"dieu-(\d+[a-z]?)")

DocumentKind = Literal[*vocabulary.DOCUMENT_KINDS]  # type: ignore[valid-type]
Sum = Annotated[Text, AfterValidator(matching("not-a-sum", r"[0-9a-f]{64}"))]


class Names(Strict):
    """Names by which texts of each language call a document."""

    vi: list[Text] = []
    en: list[Text] = []

    def __getitem__(self, lang: str) -> list[str]:
        return list(getattr(self, lang, ()))


class ChangedBy(Strict):
    """What changed a document, or took its place: `by` as people cite it, from which day, what of it."""

    by: Label
    in_force: DayField | None = None
    what: Both


class OpenedCopy(Strict):
    """A copy that was really opened: whose, where, on which day, the sum of its bytes, how much of it was read."""

    whose: Both
    url: Url | None = None
    opened: PastDay
    sha256: Sum | None = None
    read: Both


class QuotedWords(Strict):
    """Words of the document itself, in the language of the copy."""

    lang: LanguageTag
    text: Text


class DocumentPart(Strict):
    """A part that can be led to by `id`: an article ("dieu-9"), or a section named by its `mark` (IV.1b). It is `told`
    in plain words; `quoted` are the words that bind. One that is `within` another stands a step below it. `tasks` and
    `targets` are those of the plan (data/plan.yml) that this part sets."""

    id: Slug
    mark: Label | None = None
    heading: Both
    within: Slug | None = None
    told: Both
    quoted: list[QuotedWords] = []
    tasks: list[Text] = []
    targets: list[Text] = []

    @property
    def article(self) -> str:
        """The number of an article: "9" of "dieu-9"; "" of any other part."""
        found = _ARTICLE.fullmatch(self.id)
        return found[1] if found else ""


class WalkedDocument(Strict):
    """A document to walk through. What another file of data/ says of it (its number, title, days, who issued it) is not
    said again here. `name` is its short name, `also` are others by which texts call it; `about` says what it is and how
    far this page goes; `stands` how it stands where days alone do not say it; `published` where its own text is."""

    id: Slug
    kind: DocumentKind
    number: Text | None = None
    title: Both | None = None
    name: Both | None = None
    also: Names = Names()
    issuer: Both | None = None
    issued: PastDay | None = None
    in_force: DayField | None = None
    ends: DayField | None = None
    about: Both
    stands: Both | None = None
    changes: list[ChangedBy] = []
    published: Both
    published_url: Url | None = None
    copies: list[OpenedCopy] = Field(min_length=1)
    parts: list[DocumentPart] = Field(min_length=1)

    @field_validator("parts")
    @classmethod
    def _each_part_once(cls, parts: list[DocumentPart]) -> list[DocumentPart]:
        seen: set[str] = set()
        for part in parts:
            if part.id in seen:
                raise problem("id-twice", value=part.id)
            if part.within is not None and part.within not in seen:
                raise problem("part-within", value=part.within, part=part.id)
            seen.add(part.id)
        return parts

    def part(self, name: str) -> DocumentPart | None:
        """The part of an id; None where there is none."""
        return next((part for part in self.parts if part.id == name), None)


def walked_files(root: Path) -> list[Path]:
    """The files of all documents below `root`."""
    return files_named(root / DOCUMENTS_FOLDER, "*.yml")


def walked_problems(
    document: WalkedDocument,
    reading: Reading,
    path: str,
    laws: Mapping[str, Law],
    conventions: Mapping[str, ConventionFacts],
) -> Iterator[Problem]:
    """A problem for each fact that another file of data/ says already, and for a document that nobody titled."""
    known, fields = "", ["title", "number", "in_force", "ends"]
    if document.kind == "plan":
        known, fields = PLAN_PATH, ["number", "issued", "issuer"]
    elif document.id in laws:
        known = LAWS_PATH
    elif document.id in conventions:
        known, fields = CONVENTIONS_PATH, ["title", "in_force"]
    for name in fields if known else ():
        if getattr(document, name) is not None:
            yield Problem(path, reading.line((name,)), name, "document-said-twice", {"path": known})
    if document.title is None and ("title" not in fields or not known):
        yield Problem(path, 1, "title", "missing-field", {"name": "title"})
