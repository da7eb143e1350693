"""What is known once for both languages: data/ read and checked: owner, agencies, conventions, laws, figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from portal.content.fronts import Both, Label, Source, Strict
from portal.reading.fields import (
    AgencyKind,
    Context,
    Convention,
    DayField,
    SecurityContact,
    Slug,
    Text,
    Url,
    problem,
)
from portal.reading.problems import Problem
from portal.reading.validation import validate
from portal.reading.yaml_reader import Location, Reading, read_yaml

MAX_DATA = 8 * 1024 * 1024


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


class MaybeBoth(Strict):
    """Words the owner has still to give: empty until then."""

    vi: Text | None = None
    en: Text | None = None

    def __getitem__(self, lang: str) -> str | None:
        value = getattr(self, lang)
        return None if value is None else str(value)


class Agency(BaseModel):
    """A body of the province or the State. Other columns an officer keeps in the file are left alone."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: Text
    kind: AgencyKind | None = None
    name: Label | None = None
    valid_from: DayField | None = None
    valid_to: DayField | None = None
    successor: Annotated[list[Text], BeforeValidator(_as_list)] = []
    note: Both | None = None
    sources: list[Source] = []

    def exists_on(self, day: date) -> bool:
        """Whether the body is there on a day, as far as the file knows."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def called(self, lang: str) -> str:
        """Its name in `lang`, or its id where the file gives none."""
        return self.name[lang] if self.name else self.id


class Law(Strict):
    """A Vietnamese law that pages refer to by `id`."""

    id: Text
    number: Text | None = None
    title: Both
    in_force: DayField | None = None
    ends: DayField | None = None


class Review(Strict):
    """The latest review of Viet Nam by the committee of a convention."""

    when: Both
    report: Both
    symbol: Text | None = None


class Dispute(Strict):
    """A matter on which sources differ: what each says, and which one holds."""

    matter: Both
    versions: Both
    holds: Both


class ConventionFacts(Strict):
    """The treaty facts of one convention, as the depositary and the committee's documents give them."""

    code: Convention
    short: Both
    name: Both
    adopted: DayField
    in_force: DayField
    signed: DayField | None = None
    joined: DayField
    joined_by: Text
    reservations: Both
    protocols: Both
    committee: Both
    committee_code: Text
    members: int
    articles: int
    review: Review
    complaints: Both
    as_of: DayField
    disputes: list[Dispute] = []
    sources: list[Source] = Field(min_length=1)


class Finding(Strict):
    """What a UN committee found on Viet Nam and what Viet Nam answered, both as their documents say; no verdict.
    `symbol` and `paragraph` are empty where the committee's own text was not read; `answer` where none was seen."""

    id: Slug
    convention: Convention
    symbol: Text | None = None
    paragraph: Text | None = None
    finding: Both
    finding_source: Source
    answer: Both | None = None
    answer_source: Source | None = Field(default=None, validate_default=True)

    @field_validator("answer_source")
    @classmethod
    def _stands_with_its_answer(cls, value: Source | None, info: ValidationInfo) -> Source | None:
        if (value is None) != (info.data.get("answer") is None):
            raise problem("answer-without-source")
        return value


class Forms(Strict):
    """Other ways texts write a term."""

    vi: list[Text] = []
    en: list[Text] = []


class Term(Strict):
    """A word of the glossary in both languages, explained in a sentence or two, with the document it rests on."""

    id: Slug
    term: Label
    also: Forms = Forms()
    definition: Both
    source: Source

    def forms(self, lang: str) -> tuple[str, ...]:
        """Every way the term is written in `lang`."""
        return (self.term[lang], *getattr(self.also, lang))


class Series(Strict):
    """One row of a figure; a value nobody has is empty."""

    name: Label
    values: list[float | None]


class Figure(Strict):
    """Numbers to be drawn, with their source. `values` of each series are in the order of `columns`."""

    id: Text
    title: Label
    unit: Label
    columns: list[Label] = Field(min_length=1)
    series: list[Series] = Field(min_length=1)
    note: Both | None = None
    source: Source

    @field_validator("series")
    @classmethod
    def _as_wide_as_columns(cls, value: list[Series], info: ValidationInfo) -> list[Series]:
        width = len(info.data.get("columns", []))
        for series in value:
            if width and len(series.values) != width:
                raise problem("figure-width", name=series.name.vi, values=len(series.values), columns=width)
        return value


class ReportBlocks(Strict):
    """What stands at the head and the foot of an official report: empty until the owner gives it."""

    place: MaybeBoth = MaybeBoth()
    code: Text | None = None
    authority: MaybeBoth = MaybeBoth()
    signatory_title: MaybeBoth = MaybeBoth()
    signatory: Text | None = None
    recipients: list[Both] | None = None


class Owner(Strict):
    """The body that owns the portal. Everything only the owner can know is empty until the owner gives it."""

    approved: bool
    name: MaybeBoth
    parent: MaybeBoth
    address: MaybeBoth
    responsible: MaybeBoth
    email: Text | None
    telephone: Text | None
    content_licence: MaybeBoth
    content_licence_url: Url | None
    security_contact: SecurityContact | None = None
    report: ReportBlocks | None = None

    def missing(self) -> tuple[str, ...]:
        """The names of what the owner has still to give, as they stand in data/owner.yml."""
        return tuple(name for name in _empty(self) if name != "report")


def _empty(part: BaseModel, before: str = "") -> Iterator[str]:
    for name in part.__class__.model_fields:
        value = getattr(part, name)
        if isinstance(value, BaseModel):
            yield from _empty(value, f"{before}{name}.")
        elif value is None:
            yield f"{before}{name}"


@dataclass(frozen=True)
class ReferenceData:
    """data/ as read. `problems` are those of its files; `owner` is None where data/owner.yml is not there."""

    agencies: Mapping[str, Agency] = field(default_factory=dict)
    laws: Mapping[str, Law] = field(default_factory=dict)
    conventions: Mapping[str, ConventionFacts] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    owner: Owner | None = None
    owner_lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_reference_data(root: Path, context: Context) -> ReferenceData:
    """Read data/ below `root`. A file that must be there and is not is a problem; nothing is raised."""
    reader = _Reader(root, context)
    agencies = reader.keyed("data/agencies.yml", Agency)
    laws = reader.keyed("data/laws.yml", Law, must=False)
    glossary = reader.keyed("data/glossary.yml", Term, must=False)
    findings = reader.keyed("data/findings.yml", Finding, must=False)
    conventions = reader.keyed("data/conventions.yml", ConventionFacts, key="code", must=False)
    figures = reader.figures()
    owner, lines = reader.owner()
    problems = tuple(reader.problems)
    return ReferenceData(agencies, laws, conventions, figures, glossary, findings, owner, lines, problems)


class _Reader:
    """Walks data/ and gathers the problems of its files."""

    def __init__(self, root: Path, context: Context) -> None:
        self.root, self.context, self.problems = root, context, list[Problem]()

    def read(self, path: str) -> Reading:
        """The YAML of one file; its problems are noted."""
        try:
            text = (self.root / path).read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            self.problems.append(Problem(path, 1, "", "not-utf8"))
            return Reading()
        reading = read_yaml(text, path, 1, MAX_DATA)
        self.problems += reading.problems
        return reading

    def keyed(self, path: str, model: type[Any], key: str = "id", must: bool = True) -> dict[str, Any]:
        """A file that is a list of mappings, as {key: entry}."""
        if not (self.root / path).exists():
            if must:
                self.problems.append(Problem(path, 1, "", "data-file-missing", {"path": path}))
            return {}
        reading = self.read(path)
        if reading.value is None or not self.is_list(reading, path):
            return {}
        found: dict[str, Any] = {}
        for index, values in enumerate(reading.value):
            entry = self.entry(model, values, reading, path, (index,))
            name = getattr(entry, key, None)
            if name in found:
                self.problems.append(Problem(path, reading.line((index,)), key, "id-twice", {"value": name}))
            elif name:
                found[name] = entry
        return found

    def is_list(self, reading: Reading, path: str) -> bool:
        if isinstance(reading.value, list):
            return True
        self.problems.append(Problem(path, 1, "", "data-not-list", {"path": path}))
        return False

    def entry(self, model: type[Any], values: Any, reading: Reading, path: str, place: Location) -> Any:
        entry, problems = validate(model, values, self.context, reading, path, place)
        self.problems += problems
        return entry

    def figures(self) -> dict[str, Figure]:
        """data/figures/<id>.yml, one file a figure."""
        found = {}
        for file in sorted((self.root / "data/figures").glob("*.yml")):
            path = file.relative_to(self.root).as_posix()
            reading = self.read(path)
            values = {"id": file.stem, **reading.value} if isinstance(reading.value, dict) else reading.value
            figure = self.entry(Figure, values, reading, path, ())
            if figure:
                found[file.stem] = figure
        return found

    def owner(self) -> tuple[Owner | None, Mapping[str, int]]:
        """data/owner.yml and the line of each of its settings."""
        path = "data/owner.yml"
        if not (self.root / path).exists():
            return None, {}
        reading = self.read(path)
        lines = {".".join(map(str, place)): line for place, line in reading.lines.items()}
        return self.entry(Owner, reading.value, reading, path, ()), lines


def with_known(context: Context, data: ReferenceData) -> Context:
    """The same surroundings, knowing the agencies and laws of `data`."""
    return replace(context, agencies=data.agencies or None, laws=data.laws or None)
