"""Counters kept in .cache/ under what a file's bytes are: a file that has not changed is not read again.

What a count depends on beside the bytes stands in its name too: the code and its words, the plan, the bodies, the year.
Only a file without any problem is kept, as a problem has to be told again. What was cut or changed on the disk has
another seal and is counted anew; the folder may be deleted at any time.
"""

import contextlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from portal.content.known.agencies import AGENCIES_PATH
from portal.plan.plan import PATH
from portal.plan.register.counters import Counters
from portal.plan.register.counts import FileCount
from portal.plan.register.joint import Joint, JointRow
from portal.plan.register.marks import RowMarks
from portal.plan.register.rows import RegisterFile
from portal.reading.keeping.kept import CACHE, code_mark, keep, kept_bytes, kept_parts, made_of

WORTH_KEEPING: Final = 256 * 1024
"""Bytes of a file: a smaller one, a few thousand rows, is read as fast as it is found."""
_FOLDER: Final = "counters"


class KeptCounts:
    """What is kept of the register of one corpus, as it is read on one day."""

    def __init__(self, root: Path, today: date) -> None:
        self.root, self.folder, self.today = root, root / CACHE / _FOLDER, today
        self._used: set[str] = set()
        self._rules = b""

    def found(self, file: RegisterFile) -> FileCount | None:
        """What was counted of a file; None where nothing whole is kept, or a row of it would lie in the future."""
        content = kept_bytes(self._at("count", [file])) if is_kept(file) else None
        count = _read(json.loads(content)) if content else None
        return count if count and count.last <= self.today.toordinal() else None

    def marks(self, file: RegisterFile) -> RowMarks | None:
        """The marks of a file's rows; None where nothing whole is kept."""
        content = kept_bytes(self._at("sizes", [file])) if is_kept(file) else None
        if content is None:
            return None
        marks = RowMarks()
        sizes, parts = json.loads(content), iter(marks.parts)
        whole = kept_parts(self._at("marks", [file]), sizes, lambda part: next(parts).frombytes(part))
        return marks if whole else None

    def keep(self, file: RegisterFile, count: FileCount, marks: RowMarks) -> None:
        """Keep what was counted of a file that has no problems."""
        if is_kept(file):
            sizes = [len(part) * part.itemsize for part in marks.parts]
            keep(self._at("marks", [file]), (part.tobytes() for part in marks.parts))
            keep(self._at("sizes", [file]), [json.dumps(sizes).encode()])
            keep(self._at("count", [file]), [json.dumps(_written(count)).encode()])

    def joint(self, files: Sequence[RegisterFile]) -> tuple[Joint, ...] | None:
        """What several bodies entered in the files of a year, where no row was entered twice; None where that is not
        known."""
        content = kept_bytes(self._at("joint", files)) if any(map(is_kept, files)) else None
        return None if content is None else tuple(_joint(kept, files) for kept in json.loads(content))

    def keep_joint(self, files: Sequence[RegisterFile], joint: Iterable[Joint]) -> None:
        """Remember that no row of the files of a year was entered twice, and what several bodies entered."""
        if any(map(is_kept, files)):
            number = {file.source.path: number for number, file in enumerate(files)}
            keep(self._at("joint", files), [json.dumps([_joint_kept(one, number) for one in joint]).encode()])

    def clear_others(self) -> None:
        """Remove what was kept of files as they no longer are."""
        with contextlib.suppress(OSError):
            for file in self.folder.iterdir() if self._used else ():
                if file.stem not in self._used:
                    file.unlink()

    def _at(self, what: str, files: Iterable[RegisterFile]) -> Path:
        self._rules = self._rules or self._rules_mark()
        named = (f"{file.year}/{file.source.sha256}/{file.source.encoding}".encode() for file in files)
        name = made_of(self._rules, *named)
        self._used.add(name)
        return self.folder / f"{name}.{what}"

    def _rules_mark(self) -> bytes:
        read = [self.root / path for path in (PATH, AGENCIES_PATH)]
        known = [_bytes_of(file) for file in read]
        return made_of(code_mark(), *known, str(self.today.year).encode()).encode()


def _bytes_of(file: Path) -> bytes:
    """The bytes of a file; none where it is not there, or closed to us, which is told where it is read."""
    try:
        return file.read_bytes()
    except OSError:
        return b""


def is_kept(file: RegisterFile) -> bool:
    """Whether a file is large enough that its counters are worth keeping."""
    return file.source.size >= WORTH_KEEPING


def _written(count: FileCount) -> dict[str, Any]:
    days = {name: {value: _run(days) for value, days in values.items()} for name, values in count.counters.days.items()}
    titles, pages = sorted(count.portal_titles), sorted(count.pages)
    return {"days": days, "portal_titles": titles, "pages": pages, "last": count.last}


def _read(kept: Mapping[str, Any]) -> FileCount:
    days = {name: {value: _days(run) for value, run in values.items()} for name, values in kept["days"].items()}
    return FileCount(Counters(days), frozenset(kept["portal_titles"]), frozenset(kept["pages"]), kept["last"])


def _joint_kept(joint: Joint, number: Mapping[str, int]) -> list[Any]:
    """Files by their numbers in the year: what a file is called is no part of what is kept of it."""
    rows = [[row.agency, number[row.path], row.line] for row in joint.rows]
    return [joint.title, joint.day.toordinal(), rows, joint.url]


def _joint(kept: Sequence[Any], files: Sequence[RegisterFile]) -> Joint:
    title, day, rows, url = kept
    places = (JointRow(agency, files[number].source.path, line) for agency, number, line in rows)
    return Joint(title, date.fromordinal(day), tuple(places), url)


def _run(days: Mapping[int, int]) -> list[int]:
    """The first day, its ordinal, then how many on it and on each day after it: a tenth of the signs of a mapping."""
    first = min(days, default=0)
    return [first, *(days.get(day, 0) for day in range(first, max(days, default=-1) + 1))]


def _days(run: Sequence[int]) -> dict[int, int]:
    return {run[0] + number: count for number, count in enumerate(run[1:]) if count}
