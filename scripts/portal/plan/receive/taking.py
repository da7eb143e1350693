"""Takes forms in: each is new, corrects one, or is known; nothing is taken that `check` would refuse afterwards.

What would be written is laid beside a copy of data/ first and read by the same readers that `check` reads with. What is
wrong then is told of the cell it comes from, and the form stays out; the others are taken in."""

import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from portal.content.known.reference import with_known
from portal.plan.bodies.received import RECEIVED_FOLDER, Receipt, log_path, standing
from portal.plan.ledger import Ledger, open_ledger
from portal.plan.receive.candidates import Candidate, Incoming, candidate
from portal.plan.receive.filled import Filled
from portal.plan.receive.written import log_file, register_file, report_file, sha256_as_text
from portal.plan.register.joint import some_of
from portal.reading.fields import Context
from portal.reading.problems import Problem, to_mend

_DATA = "data"
_ROW = re.compile(r"(data/products/[\w-]+\.csv):(\d+)")


@dataclass(frozen=True)
class Arrival:
    """A form that is in: `state` says whether it is the body's first, corrects one, or was taken in before. `form` is
    what it says, None for one that was taken in before."""

    path: str
    state: Literal["new", "corrected", "again"]
    year: int
    receipt: Receipt
    form: Filled | None = None


@dataclass(frozen=True)
class Reception:
    """What came of some files: those that are in, what is wrong with the others, and the files to write by their paths
    from the root; None is a file to take away."""

    arrivals: tuple[Arrival, ...]
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes | None]


def receive(ledger: Ledger, files: Iterable[Incoming], day: date, today: date) -> Reception:
    """Take in what came, received on `day`. The forms that are wrong stay out, whole; nothing is raised."""
    known = {receipt.sha256: (year, receipt) for year, all_ in ledger.receipts.items() for receipt in all_}
    arrivals: list[Arrival] = []
    problems: list[Problem] = []
    candidates: list[Candidate] = []
    context = with_known(Context(today), ledger.library.data)
    for incoming in files:
        if incoming.sha256 in known:
            year, receipt = known[incoming.sha256]
            arrivals.append(Arrival(incoming.path, "again", year, receipt))
        elif incoming.sha256 not in {one.incoming.sha256 for one in candidates}:
            found, told = candidate(incoming, ledger, context)
            problems += told
            candidates += [found] if found else []
    desk = _Desk(ledger, day, today)
    taken = desk.take(candidates)
    return Reception((*arrivals, *taken), (*problems, *desk.problems), desk.files(taken))


class _Desk:
    """The forms of one run, beside what stands in data/."""

    def __init__(self, ledger: Ledger, day: date, today: date) -> None:
        self.ledger, self.root, self.day, self.today = ledger, ledger.library.root, day, today
        self.problems: list[Problem] = []
        self.said: dict[str, Candidate] = {}

    def take(self, candidates: list[Candidate]) -> tuple[Arrival, ...]:
        """Those that can be taken in; what keeps the others out is noted."""
        bodies = Counter((one.marks.year, one.marks.agency) for one in candidates)
        good: list[Candidate] = []
        wrong: dict[str, list[Problem]] = {one.incoming.path: list(one.problems) for one in candidates}
        for one in candidates:
            if bodies[one.marks.year, one.marks.agency] > 1:
                others = [c.incoming.path for c in candidates if c is not one and c.report_path == one.report_path]
                wrong[one.incoming.path].append(_whole(one, "form-two-of-one-body", others=others))
            wrong[one.incoming.path] += self.of_others(one)
        for path, told in self.as_checked(candidates):
            wrong[path] = [*wrong[path], *(p for p in told if not _said_already(p, wrong[path]))]
        good = [one for one in candidates if not to_mend(wrong[one.incoming.path])]
        self.problems += [problem for one in candidates for problem in wrong[one.incoming.path]]
        return tuple(self.arrival(one) for one in good)

    def arrival(self, one: Candidate) -> Arrival:
        receipts = self.ledger.receipts.get(one.marks.year, ())
        before = standing(receipts).get(one.marks.agency)
        report, register = self.files_of(one)
        receipt = Receipt.model_construct(
            day=self.day,
            agency=one.marks.agency,
            sha256=one.incoming.sha256,
            form=one.marks.version,
            replaces=before.sha256 if before else None,
            products=len(one.form.products or ()),
            document=(one.form.report.get("document") or {}).get("number"),
            report_sha256=sha256_as_text(report),
            register_sha256=sha256_as_text(register) if register is not None else None,
        )
        self.said[one.incoming.sha256] = one
        return Arrival(one.incoming.path, "corrected" if before else "new", one.marks.year, receipt, one.form)

    def files_of(self, one: Candidate) -> tuple[bytes, bytes | None]:
        return report_file(one.form, one.incoming.sha256, self.day), register_file(one.form, one.marks.agency)

    def files(self, taken: tuple[Arrival, ...]) -> dict[str, bytes | None]:
        """Everything to write for the forms taken in, the logs among it."""
        found: dict[str, bytes | None] = {}
        for arrival in taken:
            one = self.said[arrival.receipt.sha256]
            found[one.report_path], found[one.register_path] = self.files_of(one)
        for year in sorted({arrival.year for arrival in taken}):
            new = (arrival.receipt for arrival in taken if arrival.year == year)
            found[log_path(year)] = log_file((*self.ledger.receipts.get(year, ()), *new))
        return {path: data for path, data in found.items() if data is not None or (self.root / path).exists()}

    def of_others(self, one: Candidate) -> Iterator[Problem]:
        """What stands in the place of a file to write and was not made from the body's form, or was worked in since."""
        before = standing(self.ledger.receipts.get(one.marks.year, ())).get(one.marks.agency)
        ours = (before.report_sha256, before.register_sha256) if before else (None, None)
        for path, written in zip((one.report_path, one.register_path), ours, strict=True):
            file = self.root / path
            if file.exists() and (written is None or sha256_as_text(file.read_bytes()) != written):
                yield _whole(one, "form-over-edited" if written else "form-over-another", file=path)

    def as_checked(self, candidates: list[Candidate]) -> Iterator[tuple[str, list[Problem]]]:
        """What the readers of data/ say of the files that would be written: (path of the form, problems by cell)."""
        if not candidates:
            return
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            leave = shutil.ignore_patterns(Path(RECEIVED_FOLDER).name, "figures", "samples")
            shutil.copytree(self.root / _DATA, root / _DATA, ignore=leave, dirs_exist_ok=True)
            before = self.read_again(root)
            for one in candidates:
                report, register = self.files_of(one)
                _lay(root / one.report_path, report)
                _lay(root / one.register_path, register)
            told = [problem for problem in self.read_again(root) if problem not in before]
        for problem in told:
            yield from _told_of(problem, candidates)

    def read_again(self, root: Path) -> list[Problem]:
        return list(open_ledger(replace(self.ledger.library, root=root), self.today)[1])


def _lay(file: Path, data: bytes | None) -> None:
    if data is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _told_of(problem: Problem, candidates: list[Candidate]) -> Iterator[tuple[str, list[Problem]]]:
    """(path of the form, the problem by its cell) for what the new files make wrong: in one of them, or in another file
    that names one of them; what names none is told of all."""
    if problem.is_doubt:
        yield from _doubt_of(problem, candidates)
        return
    other = _ROW.search(str(problem.values.get("other", "")))
    named = next((one for one in candidates if other and one.register_path == other[1]), None)
    own = next((one for one in candidates if problem.path in (one.report_path, one.register_path)), None)
    if own:
        values = {"other": named.named(int(other[2]), problem.field)} if named and other else {}
        yield own.incoming.path, [own.told(replace(problem, values={**problem.values, **values}))]
    elif named and other:
        values = {**problem.values, "other": f"{problem.path}:{problem.line}"}
        turned = replace(problem, path=named.register_path, line=int(other[2]), values=values)
        yield named.incoming.path, [named.told(turned)]
    else:
        yield from ((one.incoming.path, [problem]) for one in candidates)


def _doubt_of(doubt: Problem, candidates: list[Candidate]) -> Iterator[tuple[str, list[Problem]]]:
    """(path of the first form that has a row in doubt, the doubt by its cell), naming the other rows."""
    forms = {one.register_path: one for one in candidates}
    rows = [row for where in doubt.values.get("rows", ()) if (row := _ROW.fullmatch(where))]
    own = next((row for row in rows if row[1] in forms), None)
    if own:
        named = (forms[r[1]].named(int(r[2]), doubt.field) if r[1] in forms else r[0] for r in rows if r is not own)
        turned = replace(doubt, path=own[1], line=int(own[2]), values={**doubt.values, "other": some_of(list(named))})
        yield forms[own[1]].incoming.path, [forms[own[1]].told(turned)]


def _whole(one: Candidate, code: str, **values: object) -> Problem:
    """Something about the file as a whole."""
    return Problem(one.incoming.path, 0, "", code, values)


def _said_already(problem: Problem, told: list[Problem]) -> bool:
    """Whether a cell has a problem already: what the readers make of a cell that was not understood is its echo, and so
    is that a form says nothing, where all it says is wrong."""
    if problem.code == "form-says-nothing":
        return bool(told)
    return bool(problem.cell) and any((p.sheet, p.cell) == (problem.sheet, problem.cell) for p in to_mend(told))
