"""What the UN told Viet Nam, paragraph by paragraph: data/recommendations/<id>.yml, one file a document."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from portal.content.known.law.conventions import ConventionFacts
from portal.content.sources import Source
from portal.content.strict import Both, Strict
from portal.language import vocabulary
from portal.reading.fields import Convention, GroupName, LanguageTag, PastDay, Slug, Text, YesNo, problem
from portal.reading.files import files_named
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, Reading

RECOMMENDATIONS_FOLDER: Final = "data/recommendations"

Mechanism = Literal[*vocabulary.MECHANISMS]  # type: ignore[valid-type]
HumanRight = Literal[*vocabulary.RIGHTS]  # type: ignore[valid-type]
SaidKind = Literal[*vocabulary.SAID_KINDS]  # type: ignore[valid-type]
SaidIn = Literal[*vocabulary.SAID_IN]  # type: ignore[valid-type]
HowRead = Literal[*vocabulary.HOW_READ]  # type: ignore[valid-type]
Position = Literal[*vocabulary.POSITIONS]  # type: ignore[valid-type]
HappeningKind = Literal[*vocabulary.HAPPENINGS]  # type: ignore[valid-type]
CarriedOut = Literal[*vocabulary.CARRIED_OUT]  # type: ignore[valid-type]


class Quoted(Strict):
    """Words of the document itself, in its language, as many as bind."""

    lang: LanguageTag
    words: Text


class StateAnswer(Strict):
    """What Viet Nam answered, and the numbers of the sources that say so."""

    told: Both
    sources: list[int] = Field(default=[], validate_default=True)

    @field_validator("sources")
    @classmethod
    def _stands_with_its_sources(cls, value: list[int]) -> list[int]:
        if not value:
            raise problem("answer-without-source")
        return value


class LeadBody(Strict):
    """Who is to carry it out, only where a published decision says so."""

    name: Both
    sources: list[int] = Field(min_length=1)


class Happening(Strict):
    """Something that was done about it: a law, a policy or a result, on a day; None where the source names none."""

    kind: HappeningKind
    date: PastDay | None = None
    told: Both
    sources: list[int] = Field(min_length=1)


class Recommendation(Strict):
    """One thing the UN said: a paragraph, or what was told of it where its text was not read. `subject` are a few words
    that name it, `sources` numbers of the document's. `lead` is None where no published decision names a body, `answer`
    where no answer was seen, `status` "unknown" where no source says that anything was done. What the State says of its
    own progress is an answer, never a status. `names_province` where the text names the province; `aside` where
    only the page of its document shows it."""

    id: Slug
    paragraph: Text | None = None
    said_in: SaidIn = "conclusions"
    read: HowRead
    kind: SaidKind
    subject: Both
    told: Both
    quoted: Quoted | None = None
    rights: list[HumanRight] = Field(min_length=1)
    groups: list[GroupName] = Field(min_length=1)
    articles: dict[Convention, list[int]] = {}
    sources: list[int] = Field(min_length=1)
    position: Position | None = None
    answer: StateAnswer | None = None
    lead: LeadBody | None = None
    happened: list[Happening] = []
    status: CarriedOut = Field(default="unknown", validate_default=True)
    names_province: YesNo = False
    aside: YesNo = False

    @field_validator("status")
    @classmethod
    def _has_a_ground(cls, value: str, info: ValidationInfo) -> str:
        if value != "unknown" and not info.data.get("happened", True):
            raise problem("status-without-ground", value=value)
        return value

    @property
    def is_praise(self) -> bool:
        return str(self.kind) == "praise"


class UnDocument(Strict):
    """A document of a UN mechanism on Viet Nam, its `id` the name of its file: concluding observations, or the outcome
    of a periodic review. `symbol` is None where nobody read or gave it; `date` the day it was adopted, or of the
    dialogue; `read` how much of it was read, in words; `happened` what was done about all of it; `page` the place of
    the page that shows it, where that is not its convention's."""

    id: Slug
    mechanism: Mechanism
    title: Both
    symbol: Text | None = None
    date: PastDay
    read: Both
    sources: list[Source] = Field(min_length=1)
    page: Text | None = None
    happened: list[Happening] = []
    recommendations: list[Recommendation] = Field(min_length=1)

    @property
    def year(self) -> int:
        return int(self.date.year)

    def sources_of(self, numbers: list[int]) -> tuple[Source, ...]:
        """The sources that some numbers name, counted from 1."""
        return tuple(self.sources[number - 1] for number in numbers if 1 <= number <= len(self.sources))


def document_files(root: Path) -> list[Path]:
    """The files of all UN documents below `root`."""
    return files_named(root / RECOMMENDATIONS_FOLDER, "*.yml")


def every_recommendation(documents: Mapping[str, UnDocument]) -> Iterator[tuple[UnDocument, Recommendation]]:
    """Each with its document, the newest document first, each document in its own order."""
    for document in sorted(documents.values(), key=newest_document):
        yield from ((document, one) for one in document.recommendations)


def newest_document(document: UnDocument) -> tuple[int, str]:
    """What sorts documents: the newest first."""
    return -date.toordinal(document.date), document.id


def document_problems(
    document: UnDocument, conventions: Mapping[str, ConventionFacts], reading: Reading, path: str
) -> Iterator[Problem]:
    """What one document says that its models cannot know to be wrong."""
    for at, done in enumerate(document.happened):
        for number in done.sources:
            if not 1 <= number <= len(document.sources):
                place: Location = ("happened", at, "sources")
                values = {"value": number, "count": len(document.sources)}
                yield Problem(path, reading.line(place), "sources", "recommendation-source", values)
    for at, one in enumerate(document.recommendations):
        for place, code, values in _slips(document, one, conventions):
            line = reading.line(("recommendations", at, *place))
            yield Problem(path, line, ".".join(str(part) for part in place), code, values)


def _slips(
    document: UnDocument, one: Recommendation, conventions: Mapping[str, ConventionFacts]
) -> Iterator[tuple[Location, str, dict[str, Any]]]:
    if one.paragraph and not document.symbol:
        yield ("paragraph",), "paragraph-without-symbol", {"value": one.paragraph}
    if one.position and document.mechanism != vocabulary.REVIEW:
        yield ("position",), "position-of-committee", {"value": one.position}
    for place, number in _named_sources(one):
        if not 1 <= number <= len(document.sources):
            yield place, "recommendation-source", {"value": number, "count": len(document.sources)}
    for code, numbers in one.articles.items():
        last = conventions[code].articles if code in conventions else None
        for number in numbers if last else ():
            if not 1 <= number <= (last or 0):
                yield ("articles", code), "article-not-there", {"value": number, "convention": code, "last": last}


def _named_sources(one: Recommendation) -> Iterator[tuple[Location, int]]:
    """(place, number) of every source a recommendation names."""
    yield from ((("sources",), number) for number in one.sources)
    for name, part in (("answer", one.answer), ("lead", one.lead)):
        yield from (((name, "sources"), number) for number in (part.sources if part else ()))
    for at, done in enumerate(one.happened):
        yield from ((("happened", at, "sources"), number) for number in done.sources)


def twin_id_problems(found: Collection[tuple[UnDocument, str, Reading]]) -> Iterator[Problem]:
    """An id that two recommendations have, or one and a document: each has a page of that name."""
    seen = {document.id for document, _, _ in found}
    for document, path, reading in found:
        for at, one in enumerate(document.recommendations):
            if one.id in seen:
                line = reading.line(("recommendations", at, "id"))
                yield Problem(path, line, "id", "id-twice", {"value": one.id})
            seen.add(one.id)
