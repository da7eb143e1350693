"""What is known once for both languages: every data file by a table of its path, its model and its key."""

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from portal.content.front_matter import NamedPerson
from portal.content.known.accepted_words import AcceptedWord
from portal.content.known.agencies import AGENCIES_PATH, Agency, body_list, not_a_body
from portal.content.known.claims_received import RECEIVED_CLAIMS_PATH, ClaimsReceived
from portal.content.known.communes import Commune
from portal.content.known.data_files import DATA_LISTS
from portal.content.known.figures import Figure, figure_files, place_problems
from portal.content.known.glossary import Term
from portal.content.known.house.home import HOME_PATH, HomePage
from portal.content.known.house.locales import FurtherLocale, font_problems
from portal.content.known.house.owner import OWNER_PATH, Owner
from portal.content.known.house.portal import PORTAL_PATH, Portal
from portal.content.known.house.search import SEARCH_PATH, SearchHints
from portal.content.known.law.conventions import ConventionFacts
from portal.content.known.law.documents import WalkedDocument, walked_files, walked_problems
from portal.content.known.law.laws import LAWS_PATH, Law, law_list
from portal.content.known.law.recommendations import UnDocument, document_files, document_problems, twin_id_problems
from portal.content.known.moved import MOVED_PATH, MovedPage
from portal.content.known.named_files import Keyed, folder_missing, ids_within, with_id
from portal.content.known.observances import Observance
from portal.content.known.people import Allowed, PublicNumber, allowed
from portal.content.known.quizzes import Quiz, quiz_files, quiz_problems
from portal.content.stated.facts import Fact
from portal.language.locales import HOUSE, Locale
from portal.reading.fields import Context
from portal.reading.files import MAX_DATA, guarded
from portal.reading.problems import Problem
from portal.reading.validation import AnyModel, validate
from portal.reading.yaml_reader import Location, Reading, read_yaml_file


@dataclass(frozen=True)
class ReferenceData:
    """data/ as read. `problems` are those of its files, `unread` the ids of entries that have any, by their file: they
    are named rightly all the same. `owner`, `portal`, `search`, `home` and `claims`
    (those people sent in) are None where their files are not there."""

    agencies: Mapping[str, Agency] = field(default_factory=dict)
    laws: Mapping[str, Law] = field(default_factory=dict)
    conventions: Mapping[str, ConventionFacts] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    documents: Mapping[str, WalkedDocument] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    recommendations: Mapping[str, UnDocument] = field(default_factory=dict)
    quizzes: Mapping[str, Quiz] = field(default_factory=dict)
    quiz_lines: Mapping[str, Reading] = field(default_factory=dict, repr=False)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    communes: Mapping[str, Commune] = field(default_factory=dict)
    people: Mapping[str, NamedPerson] = field(default_factory=dict)
    numbers: Mapping[str, PublicNumber] = field(default_factory=dict)
    accepted: Mapping[str, AcceptedWord] = field(default_factory=dict)
    observances: Mapping[str, Observance] = field(default_factory=dict)
    moved: Mapping[str, MovedPage] = field(default_factory=dict)
    moved_lines: Mapping[str, int] = field(default_factory=dict)
    further: Mapping[str, FurtherLocale] = field(default_factory=dict)
    owner: Owner | None = None
    owner_lines: Mapping[str, int] = field(default_factory=dict)
    portal: Portal | None = None
    search: SearchHints | None = None
    search_lines: Mapping[str, int] = field(default_factory=dict)
    home: HomePage | None = None
    home_lines: Mapping[str, int] = field(default_factory=dict)
    claims: ClaimsReceived | None = None
    claims_lines: Mapping[str, int] = field(default_factory=dict)
    shown_lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    unread: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def bodies(self) -> Mapping[str, Agency | None]:
        """Every body that data/agencies.yml names; None for one whose entry has a problem of its own."""
        return {**dict.fromkeys(self.unread.get(AGENCIES_PATH, ())), **self.agencies}

    @cached_property
    def allowed(self) -> Allowed:
        """The people and the numbers that may stand in data files; numbers and the owner's own on pages too."""
        own = (self.owner.telephone, self.owner.email) if self.owner else (None, None)
        return allowed(self.people.values(), (*self.numbers, own[0]), (own[1],))

    @cached_property
    def locales(self) -> Mapping[str, Locale]:
        """The languages of the portal by their codes, the original first."""
        return {one.code: one for one in (*HOUSE, *(further.locale for further in self.further.values()))}


def read_reference_data(root: Path, context: Context) -> ReferenceData:
    """Read data/ below `root`. A file that must be there and is not is a problem; nothing is raised."""
    reader = _Reader(root, context)
    lists: dict[str, Any] = {name: reader.keyed(one) for name, one in DATA_LISTS.items()}
    figures = reader.figures(lists["communes"])
    told = reader.recommendations(lists["conventions"])
    walked = reader.documents(lists)
    asked = reader.named(Quiz, quiz_files(root))
    reader.problems += quiz_problems(asked.values(), walked, {file.stem for file in walked_files(root)})
    owner, lines = reader.one(OWNER_PATH, Owner)
    portal, _ = reader.one(PORTAL_PATH, Portal)
    search, hinted = reader.one(SEARCH_PATH, SearchHints)
    home, chosen = reader.one(HOME_PATH, HomePage)
    claims, entered = reader.one(RECEIVED_CLAIMS_PATH, ClaimsReceived)
    unread = {path: frozenset(names) for path, names in reader.unread.items()}
    made = ReferenceData(**lists, figures=figures, documents=walked, owner=owner, owner_lines=lines, portal=portal)
    made = replace(made, search=search, search_lines=hinted, home=home, home_lines=chosen)
    made = replace(made, claims=claims, claims_lines=entered, quizzes={name: one for name, (one, *_) in asked.items()})
    made = replace(made, quiz_lines={name: reading for name, (*_, reading) in asked.items()})
    made = replace(made, recommendations=told, shown_lines=reader.shown_lines, moved_lines=reader.moved_lines)
    return replace(made, problems=tuple(reader.problems), unread=unread)


class _Reader:
    """Walks data/ and gathers the problems of its files."""

    def __init__(self, root: Path, context: Context) -> None:
        self.root, self.context, self.problems = root, context, list[Problem]()
        self.unread, self.shown_lines = defaultdict[str, set[str]](set), dict[str, int]()
        self.moved_lines = dict[str, int]()

    def read(self, path: str) -> Reading:
        """The YAML of one file; its problems are noted."""
        reading = guarded(path, self.problems, partial(read_yaml_file, self.root, self.root / path, MAX_DATA))
        self.problems += reading.problems if reading else []
        return reading or Reading()

    def keyed(self, one: Keyed) -> dict[str, Any]:
        """A file that is a list of mappings, as {key: entry}."""
        if not os.path.lexists(self.root / one.path):
            if one.must:
                self.note(one.path, 1, "data-file-missing")
            return {}
        before = len(self.problems)
        reading = self.read(one.path)
        if not isinstance(reading.value, list):
            if len(self.problems) == before and (one.must or reading.value is not None):
                self.note(one.path, 1, "data-not-list")
            return {}
        found: dict[str, Any] = {}
        for index, values in enumerate(reading.value):
            entry = self.entry(one.model, values, reading, one.path, (index,))
            name = getattr(entry, one.key, None)
            if entry is None and isinstance(values, dict):
                self.unread[one.path].add(str(values.get(one.key)))
            if name in found:
                self.note(one.path, reading.line((index,)), "id-twice", one.key, value=name)
            elif name:
                found[name] = entry
                if one.path == MOVED_PATH:
                    self.moved_lines[name] = reading.line((index,))
                self.problems += folder_missing(self.root, one, name, reading.line((index, one.key)))
                self.problems += font_problems(self.root, entry, index, reading)
                self.pointers(one, entry, index, reading)
                self.once_of(one, found, name, reading.line((index,)))
        return found

    def pointers(self, one: Keyed, entry: Any, index: int, reading: Reading) -> None:
        """An entry that names another one by an id nobody has."""
        named = (values.get(one.key) for values in reading.value if isinstance(values, dict))
        known = sorted(name for name in named if isinstance(name, str))
        for name in one.points:
            for goal in (goal for goal in getattr(entry, name) if goal not in known):
                code, values = not_a_body(goal, dict.fromkeys(known))
                self.note(one.path, reading.line((index, name)), code, name, **values)

    def once_of(self, one: Keyed, found: Mapping[str, Any], name: str, line: int) -> None:
        said: dict[str, object] = {field: getattr(found[name], field, None) for field in one.once}
        for other, entry in found.items():
            if said and other != name and all(getattr(entry, field, None) == said[field] for field in said):
                self.problems.append(Problem(one.path, line, "", "tile-twice", {"other": other, **said}))

    def note(self, path: str, line: int, code: str, field: str = "", **values: object) -> None:
        self.problems.append(Problem(path, line, field, code, {"path": path, **values}))

    def entry(
        self, model: type[AnyModel], values: Any, reading: Reading, path: str, place: Location = ()
    ) -> AnyModel | None:
        act = partial(validate, model, values, self.context, reading, path, place)
        entry, problems = guarded(path, self.problems, act) or (None, [])
        self.problems += problems
        return entry

    def figures(self, communes: Mapping[str, Commune]) -> dict[str, Figure]:
        """data/figures/<id>.yml, one file a figure; its places are communes of the map."""
        found = self.named(Figure, figure_files(self.root))
        for figure, path, reading in found.values():
            self.problems += place_problems(figure, communes, reading, path)
        return {name: figure for name, (figure, *_) in found.items()}

    def documents(self, lists: Mapping[str, Any]) -> dict[str, WalkedDocument]:
        """data/documents/<id>.yml, one file a document; what other files say of it it does not say again."""
        found = self.named(WalkedDocument, walked_files(self.root))
        for document, path, reading in found.values():
            self.problems += walked_problems(document, reading, path, lists["laws"], lists["conventions"])
        return {name: document for name, (document, *_) in found.items()}

    def recommendations(self, conventions: Mapping[str, ConventionFacts]) -> dict[str, UnDocument]:
        """data/recommendations/<id>.yml, one file a document of the UN."""
        found = self.named(UnDocument, document_files(self.root))
        for document, path, reading in found.values():
            self.problems += document_problems(document, conventions, reading, path)
        self.problems += twin_id_problems(found.values())
        self.shown_lines = {name: reading.line(("page",)) for name, (_, _, reading) in found.items()}
        return {name: document for name, (document, *_) in found.items()}

    def named(self, model: type[AnyModel], files: Iterable[Path]) -> dict[str, tuple[AnyModel, str, Reading]]:
        """Files of which each is one entry, its name the entry's id: {id: (entry, path, reading)}."""
        found = {}
        for file in files:
            path = file.relative_to(self.root).as_posix()
            before = len(self.problems)
            reading = self.read(path)
            if reading.value is None and len(self.problems) > before:
                continue
            values, own = with_id(file, path, reading)
            self.problems += own
            entry = self.entry(model, values, reading, path)
            if entry and not own:
                found[file.stem] = entry, path, reading
            else:
                self.unread[path.rpartition("/")[0]].update(ids_within(values))
        return found

    def one(self, path: str, model: type[AnyModel]) -> tuple[AnyModel | None, Mapping[str, int]]:
        """A file that is one mapping, and the line of each of its settings; a corpus may be without it."""
        if not os.path.lexists(self.root / path):
            return None, {}
        before = len(self.problems)
        reading = self.read(path)
        if reading.value is None and len(self.problems) > before:
            return None, {}
        lines = {".".join(map(str, place)): line for place, line in reading.lines.items()}
        return self.entry(model, reading.value, reading, path), lines


def with_known(context: Context, data: ReferenceData) -> Context:
    """The same surroundings, knowing the agencies and laws of `data`."""
    laws: Mapping[str, Law | None] = {**dict.fromkeys(data.unread.get(LAWS_PATH, ())), **data.laws}
    lists = {"agencies": body_list(data.bodies), "laws": law_list(laws)}
    return replace(context, agencies=data.bodies or None, laws=laws or None, lists=lists)
