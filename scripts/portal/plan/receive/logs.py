"""Takes logs of broadcasts in: each line becomes a row of the register, once, however often it comes."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from portal.content.library import Library
from portal.content.loudspeaker.scripts import radio_of
from portal.language.locales import ORIGINAL
from portal.language.words import Words, words
from portal.plan.bodies.received import RECEIVED_FOLDER
from portal.plan.ledger import Ledger, open_ledger
from portal.plan.loudspeaker.broadcasts import Broadcast, Log, is_log, read_log
from portal.plan.receive.candidates import Incoming
from portal.plan.register.product_rows import COLUMNS, REGISTER_COLUMNS
from portal.plan.register.products import PRODUCTS_FOLDER
from portal.reading.problems import Problem, to_mend
from portal.reading.tables.csv_reader import read_table
from portal.reading.tables.csv_writer import csv_of, for_people
from portal.reading.workbooks.reader import read_workbook

_DATA: Final = "data"
_OF_HELP: Final = 2
"""The theme of a script whose page belongs to none of the five: those of help tell what the law says, which is the
second, policy and law."""
HeardCells = dict[str, str]
HeardKey = tuple[str, str]
"""(body, what its row says of itself): what may stand in the register once."""


@dataclass(frozen=True)
class HeardLog:
    """A log that is in: how many of its lines are new, correct one that came before, were known as they are."""

    path: str
    agency: str
    week: str
    new: int
    corrected: int
    again: int

    @property
    def changes(self) -> bool:
        """Whether it said anything that was not known."""
        return bool(self.new or self.corrected)


@dataclass(frozen=True)
class Heard:
    """What came of some logs: those that are in, what is wrong with the others, the files to write."""

    logs: tuple[HeardLog, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)


def broadcasts_path(year: int) -> str:
    """Where the broadcasts of a year stand in the register, of all bodies."""
    return f"{PRODUCTS_FOLDER}/{year}-loa.csv"


def logs_apart(files: Iterable[Incoming]) -> tuple[list[Incoming], list[Incoming]]:
    """(logs of broadcasts, everything else) of what came."""
    logs: list[Incoming] = []
    others: list[Incoming] = []
    for one in files:
        book, _ = read_workbook(one.path, one.data)
        (logs if book and is_log(book) else others).append(one)
    return logs, others


def receive_logs(ledger: Ledger, files: Iterable[Incoming], today: date) -> Heard:
    """Take in logs: those that are wrong stay out, whole; nothing is raised."""
    library, scripts = ledger.library, script_titles(ledger.library)
    desk = _Shelf(ledger)
    taken: list[HeardLog] = []
    problems: list[Problem] = []
    for one in files:
        book, told = read_workbook(one.path, one.data)
        if book is None:
            continue
        log = read_log(book, library.data.agencies, scripts, today)
        wrong = [*told, *log.problems] or desk.refuses(log, scripts, today)
        problems += wrong
        taken += [] if to_mend(wrong) else [desk.take(log, scripts)]
    return Heard(tuple(taken), tuple(problems), desk.files())


def script_titles(library: Library) -> dict[str, str]:
    """The titles of the pages that have a script in any language, by their places."""
    places = sorted({place for (_, place), story in library.stories.items() if radio_of(story)})
    return {place: story.front.title for place in places if (story := library.read_in(ORIGINAL, place))}


class _Shelf:
    """The broadcasts of each year, as the register has them and as they become."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.root = ledger, ledger.library.root
        self.before: dict[int, dict[HeardKey, HeardCells]] = {}
        self.rows: dict[int, dict[HeardKey, HeardCells]] = {}

    def year(self, year: int) -> dict[HeardKey, HeardCells]:
        """The rows of a year, read when they are first asked for."""
        if year not in self.rows:
            file = self.root / broadcasts_path(year)
            read = read_table(self.root, file, REGISTER_COLUMNS)[0] if file.exists() else ()
            self.before[year] = {(row.cells["agency"], row.cells["id"]): dict(row.cells) for row in read}
            self.rows[year] = dict(self.before[year])
        return self.rows[year]

    def take(self, log: Log, scripts: Mapping[str, str]) -> HeardLog:
        """Enter the lines of a log; one that is there is entered again only where it says something else."""
        counts = {"new": 0, "corrected": 0, "again": 0}
        for line in log.lines:
            rows, row = self.year(self.ledger.year_of(line.date)), self._row(log.agency, line, scripts)
            known = rows.get((log.agency, line.id))
            counts["new" if known is None else "again" if known == row else "corrected"] += 1
            rows[log.agency, line.id] = row
        return HeardLog(log.path, log.agency, log.week.name, **counts)

    def refuses(self, log: Log, scripts: Mapping[str, str], today: date) -> list[Problem]:
        """What the readers of data/ would say of the register with this log, and do not say without it."""
        trial = _Shelf(self.ledger)
        trial.rows = {year: dict(rows) for year, rows in self.rows.items()}
        trial.before = dict(self.before)
        trial.take(log, scripts)
        told = newly_told(self.ledger, trial.files(), today)
        return [replace(one, path=log.path, line=0, field="") for one in told]

    def files(self) -> dict[str, bytes]:
        """The files whose rows changed."""
        changed = {year: rows for year, rows in self.rows.items() if rows != self.before[year]}
        return {broadcasts_path(year): _as_csv(rows) for year, rows in changed.items()}

    def _row(self, agency: str, line: Broadcast, scripts: Mapping[str, str]) -> HeardCells:
        """A line as the register has it. A number of loudspeakers is no number of copies: it stands in the title."""
        library, text = self.ledger.library, words(ORIGINAL)
        story, tile = library.read_in(ORIGINAL, line.script), library.data.communes.get(agency)
        theme = (story.theme if story else None) or _OF_HELP
        cells = {
            "id": line.id,
            "date": line.date.isoformat(),
            "title": _title(line, scripts, text),
            "agency": agency,
            "theme": str(theme),
            "formats": "audio",
            "channels": "loudspeaker",
            "languages": line.language,
            "audiences": "residents",
            "places": tile.name if tile else "",
        }
        return {column: value for column, value in cells.items() if value}


def _title(line: Broadcast, scripts: Mapping[str, str], text: Words) -> str:
    amounts = {"minutes": line.minutes, "loudspeakers": line.loudspeakers, "villages": line.villages}
    return text.say("broadcasts.row", hour=line.hour, title=scripts[line.script], **amounts)


def _as_csv(rows: Mapping[HeardKey, HeardCells]) -> bytes:
    ordered = sorted(rows.values(), key=lambda row: (row["date"], row["agency"], row["id"]))
    return for_people(csv_of((COLUMNS, *([row.get(column, "") for column in COLUMNS] for row in ordered)))).encode()


def newly_told(ledger: Ledger, files: Mapping[str, bytes], today: date) -> list[Problem]:
    """What the readers of data/ say of some files laid beside a copy of it, and did not say before."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        leave = shutil.ignore_patterns(Path(RECEIVED_FOLDER).name, "figures", "samples")
        shutil.copytree(ledger.library.root / _DATA, root / _DATA, ignore=leave)
        library = replace(ledger.library, root=root)
        before = list(open_ledger(library, today)[1])
        for path, data in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        return [one for one in open_ledger(library, today)[1] if one not in before]
