"""The history of the pages as git tells it: which commit changed which file, and which commits each came after."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final, NamedTuple

LOG_FORMAT: Final = "%x01%H%x02%P%x02%ct"
"""What `git log -z --raw` writes before the files of a commit: its name, its parents, its moment in seconds."""

_VIET_NAM: Final = timezone(timedelta(hours=7))


class FileChange(NamedTuple):
    """A file as a commit left it. `before` is the name it had, `old` are the bytes (by git's name for them) in each
    parent, none where it was not there; `commit` is "" for what lies on the disk and is not committed."""

    commit: str
    day: date | None
    path: str
    before: str
    old: tuple[str, ...]
    new: str

    @property
    def is_new(self) -> bool:
        """Whether the file was not there before."""
        return not self.old


@dataclass(frozen=True)
class History:
    """Every change of the files asked for. `changes` are by path, the newest first; `knows` gives for each commit with
    changes a number whose bits are those it came after, itself included, each by its place in `bits`. A commit of `cut`
    is where a shallow copy ends: what it seems to add was there before. `head` is what is committed now."""

    changes: Mapping[str, tuple[FileChange, ...]] = field(repr=False)
    knows: Mapping[str, int] = field(repr=False)
    bits: Mapping[str, int] = field(repr=False)
    cut: frozenset[str]
    head: Mapping[str, str] = field(repr=False)

    @property
    def is_shallow(self) -> bool:
        return bool(self.cut)

    def came_after(self, later: str, earlier: str) -> bool:
        """Whether who made a commit had the other before him; what is not committed yet comes after everything."""
        return not later or bool(earlier and self.knows[later] >> self.bits[earlier] & 1)

    def of(self, path: str) -> tuple[FileChange, ...]:
        """Every change of a file under all the names it had, the newest first."""
        found, names, born = list[FileChange](), {path: ""}, set[str]()
        while set(names) - born:
            name = next(one for one in names if one not in born)
            born.add(name)
            own = [one for one in self.changes.get(name, ()) if not self._of_another(one, names[name])]
            found += own
            names |= {one.before: one.commit for one in own if one.before not in names}
        order = {commit: place for place, commit in enumerate(self.bits)}
        return tuple(sorted(found, key=lambda one: -order[one.commit]))

    def _of_another(self, change: FileChange, left: str) -> bool:
        """Whether a change is of a file that took a name after ours had left it in the commit `left`."""
        return bool(left) and self.came_after(change.commit, left)


def read_history(log: bytes, tree: bytes, is_shallow: bool) -> History:
    """What `git log -z --raw -c --topo-order` (in LOG_FORMAT) and `git ls-tree -z -r HEAD` wrote."""
    commits = list(_commits(log))
    changes = defaultdict[str, list[FileChange]](list)
    bits, knows, cut = dict[str, int](), dict[str, int](), set[str]()
    for name, parents, own in reversed(commits):
        known = 0
        for parent in parents:
            known |= knows.get(parent, 0)
        if own:
            bits[name] = len(bits)
            known |= 1 << bits[name]
        knows[name] = known
        if is_shallow and not parents:
            cut.add(name)
    for _, _, own in commits:
        for change in own:
            changes[change.path].append(change)
    return History({path: tuple(all_) for path, all_ in changes.items()}, knows, bits, frozenset(cut), _tree(tree))


def _commits(log: bytes) -> Iterator[tuple[str, tuple[str, ...], list[FileChange]]]:
    """(name, parents, changes) of each commit, the newest first."""
    for part in log.split(b"\x01")[1:]:
        head, _, files = part.partition(b"\0")
        name, parents, moment = head.decode().strip().split("\x02")
        day = datetime.fromtimestamp(int(moment), UTC).astimezone(_VIET_NAM).date()
        yield name, tuple(parents.split()), list(_changes(name, day, files))


def _changes(commit: str, day: date, files: bytes) -> Iterator[FileChange]:
    """The files of one commit: `:modes blobs status`, then one name, or two where it was renamed."""
    pieces = iter(_name(piece).lstrip("\n") for piece in files.split(b"\0"))
    for piece in pieces:
        if not piece.startswith(":"):
            continue
        said = piece.split()
        parents = len(piece) - len(piece.lstrip(":"))
        blobs, status = said[parents + 1 : -1], said[-1]
        before = next(pieces)
        path = next(pieces) if status[0] in "RC" and parents == 1 else before
        old = tuple(blob for blob in blobs[:-1] if blob.strip("0"))
        if blobs[-1].strip("0"):
            yield FileChange(commit, day, path, path if status[0] == "C" else before, old, blobs[-1])


def _tree(listed: bytes) -> dict[str, str]:
    """{path: git's name for its bytes}."""
    rows = (_name(row).partition("\t") for row in listed.split(b"\0") if row)
    return {path: said.split()[2] for said, _, path in rows}


def _name(written: bytes) -> str:
    """A name as git writes it with -z, whatever its letters."""
    return written.decode("utf-8", "surrogateescape")
