"""What a door wrote before, and what somebody has changed since: only the first is replaced."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from doorway.placing.put import put_files

WRITTEN: Final = ".da-viet.json"
"""In each folder: the name and SHA-256 of every file written there, so that a change by hand is seen."""


@dataclass(frozen=True)
class PutBeside:
    """What became of some files. `names` are those they have now; `kept` gives, for each file that somebody else has
    changed or laid there, the name under which the new one stands beside it."""

    names: tuple[str, ...]
    kept: Mapping[str, str]


def put_beside(folder: Path, files: Mapping[str, bytes]) -> PutBeside:
    """Write files into a folder, all or none. One that is there and is not as a door wrote it stays untouched: the new
    one gets a number, "a (2).docx". Raises NotPut."""
    before = _written_before(folder / WRITTEN)
    names = {name: _free(folder, name, data, before) for name, data in files.items()}
    sums = {names[name]: _sum(data) for name, data in files.items()}
    known = {name: digest for name, digest in before.items() if (folder / name).is_file()}
    made = {
        folder / names[name]: data for name, data in files.items() if not _is(folder / names[name], sums[names[name]])
    }
    table = json.dumps({**known, **sums}, ensure_ascii=False, indent=1, sort_keys=True)
    put_files({**made, folder / WRITTEN: f"{table}\n".encode()})
    return PutBeside(tuple(names.values()), {name: now for name, now in names.items() if name != now})


def _written_before(file: Path) -> dict[str, str]:
    """What was written here, {} where nobody can say: then whatever is there is somebody else's."""
    try:
        table = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(digest) for name, digest in table.items()} if isinstance(table, dict) else {}


def _free(folder: Path, name: str, data: bytes, before: Mapping[str, str]) -> str:
    """The first name, counted up, at which there is nothing, or what we wrote, or what we would write."""
    place = Path(name)
    numbered = (name if number == 1 else f"{place.stem} ({number}){place.suffix}" for number in count(1))
    ours = ((one, before.get(one, ""), _sum(data)) for one in numbered)
    return next(one for one, *sums in ours if not _is_there(folder / one) or any(_is(folder / one, s) for s in sums))


def _is_there(file: Path) -> bool:
    return file.exists() or file.is_symlink()


def _is(file: Path, digest: str) -> bool:
    """Whether a file has these bytes, by their sum."""
    try:
        return _sum(file.read_bytes()) == digest
    except OSError:
        return False


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
