"""Whether what stands at a target is what a build of the same input put there: then there is nothing to make.

Nothing is loaded here that a build alone needs, and no clock is asked: every byte that a build reads is summed up, and
every byte that stands at the target.
"""

import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Final

from doorway.placing.put import OPEN_FILE, OPEN_FOLDER
from doorway.published_as import publication_json
from portal.content.desk.address import ENGINE_SETTINGS
from portal.reading.keeping.kept import keep, kept_bytes, made_of, python_mark
from portal.reading.keeping.sums import file_sum, walked
from portal.site.files.manifest import COPY_MANIFEST, MANIFEST, MANIFESTS, read_manifest
from portal.site.files.packed import packed_from, stands_beside, unpacked
from portal.site.publications.shelf import PRINTED_SHELF, PRINTED_WITH

OF_THE_HOUSE: Final = ("scripts", "overrides", "docs", ENGINE_SETTINGS, "pyproject.toml", PRINTED_WITH, PRINTED_SHELF)
OF_A_CORPUS: Final = ("data", "docs", ".github/CODEOWNERS")
NOT_READ: Final = re.compile(r"(?:^|/)(?:__pycache__|node_modules)/")
_LIKE_TEXTS: Final = re.compile(r"content|dung", re.IGNORECASE)
"""Folders in a corpus whose name tells that somebody takes them for one of texts."""
_SETTINGS: Final = re.compile(r"PORTAL_(?!ROOT$|LANG$).*|SITE_URL|SOURCE_DATE_EPOCH")


@dataclass(frozen=True)
class LastBuild:
    """What a build left: the mark of all it read, the sums of its lists of files, what its check said: `out` and
    `err`, on the two channels."""

    read: str
    lists: Mapping[str, str]
    out: str = ""
    err: str = ""


def input_mark(house: Path, corpus: Path, day: date, counted: date, lang: str) -> str:
    """The mark of all a build reads: code, words, look, settings, packages, what was printed, every file of a corpus,
    the days, of which commit it is; and the language it speaks. Raises OSError where something cannot be read, as a
    link to a folder."""
    texts = sorted(one.name for one in corpus.iterdir() if _LIKE_TEXTS.search(one.name))
    sums = (*_sums(house, OF_THE_HOUSE), "", *texts, "", *_sums(corpus, (*texts, *OF_A_CORPUS)))
    settings = sorted(f"{name}={value}" for name, value in os.environ.items() if _SETTINGS.fullmatch(name))
    said = (str(corpus.resolve()), lang, str(day), str(counted), *settings, *sums)
    parts = (part.encode("utf-8", "surrogateescape") for part in said)
    return made_of(python_mark(), publication_json(house, corpus, counted), *parts)


def _sums(root: Path, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        top = root / name
        if top.is_file():
            yield f"{name} {file_sum(str(top))}"
        elif top.is_dir():
            found = ((path, entry) for path, entry in walked(str(top)) if not NOT_READ.search(f"{name}/{path}"))
            yield from sorted(f"{name}/{path} {file_sum(entry.path)}" for path, entry in found)


def lists_marks(site: Path) -> Mapping[str, str]:
    """The sums of the two lists of a site's files. Raises OSError."""
    return {name: file_sum(str(site / name)) for name in (MANIFEST, COPY_MANIFEST)}


def standing_pages(site: Path, last: LastBuild) -> int | None:
    """How many pages a site has that stands as a build left it, byte for byte; None where anything is another, is gone,
    is closed to readers, or has something else than itself packed beside it. What somebody laid into it besides is
    theirs."""
    with suppress(OSError, ValueError):
        if lists_marks(site) == last.lists:
            sums, bad = read_manifest((site / MANIFEST).read_bytes())
            own = sums.keys() | MANIFESTS
            found = {path: entry for path, entry in walked(str(site)) if path in sums or stands_beside(path, own)}
            if not bad and sums.keys() <= found.keys() and _are_as_put(site, sums, found):
                return sum(1 for path in sums if f"/{path}".endswith("/index.html"))
    return None


def _are_as_put(site: Path, sums: Mapping[str, str], found: Mapping[str, "os.DirEntry[str]"]) -> bool:
    folders = {site / path.rpartition("/")[0] for path in found}
    files = (*(entry.path for entry in found.values()), *(f"{site}/{name}" for name in MANIFESTS))
    return (
        all(_mode(folder.lstat()) == OPEN_FOLDER for folder in folders)
        and all(stat.S_ISREG(told.st_mode) and _mode(told) == OPEN_FILE for told in map(os.lstat, files))
        and all(_is_as_listed(path, entry.path, sums) for path, entry in found.items())
    )


def _is_as_listed(path: str, file: str, sums: Mapping[str, str]) -> bool:
    """Whether a file of the list, or what a companion of one holds packed, is what the list says."""
    if path in sums:
        return file_sum(file) == sums[path]
    held = unpacked(path, Path(file).read_bytes())
    return held is not None and hashlib.sha256(held).hexdigest() == sums.get(packed_from(path))


def _mode(told: os.stat_result) -> int:
    return told.st_mode & 0o777


def last_build(file: Path) -> LastBuild | None:
    """What the last build left in a kept file; None where that is not whole."""
    with suppress(ValueError, TypeError):
        return LastBuild(**json.loads(kept_bytes(file) or b""))
    return None


def keep_build(file: Path, last: LastBuild) -> None:
    """Keep what a build left."""
    keep(file, [json.dumps(asdict(last), ensure_ascii=False).encode("utf-8", "surrogatepass")])
