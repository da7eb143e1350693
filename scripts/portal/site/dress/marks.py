"""Styles and scripts as pages name them: each with a mark of its own bytes, so that one changed touches no other."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from portal.content.known.identity import IDENTITY, read_identity
from portal.language.locales import LANGUAGES
from portal.site.dress.assets import SCRIPTS, STYLES, WORKER, bundles

MARK_PATH: Final = "assets/mark.svg"


@dataclass(frozen=True)
class AssetLinks:
    """Links from one page. The worker has no mark: browsers ask for it anew by themselves."""

    style: str
    script: str
    search: str
    offline: str
    worker: str


def published(root: Path, corpus: Path | None = None, languages: Iterable[str] = LANGUAGES) -> Mapping[str, bytes]:
    """(path in the site, bytes) of every file that belongs to no language: the styles and scripts joined from their
    parts, the rest as it is; in the identity of `corpus`, or the house's own. The worker knows the page for times
    without a network in each of `languages`."""
    docs = root / "docs"
    parts = (root / STYLES, root / SCRIPTS, root / IDENTITY)
    mark = read_identity(corpus or root, root).mark.encode()
    whole = {path: file for path, file in _files(docs) if not any(map(file.is_relative_to, parts))}
    texts = bundles(root, corpus, languages)
    return {**{path: file.read_bytes() for path, file in whole.items()}, MARK_PATH: mark, **texts}


def asset_links(files: Mapping[str, bytes], site: str) -> AssetLinks:
    """The links of a page that reaches the top of the site by `site` ("../../"). Raises KeyError for one not there."""

    def marked(name: str) -> str:
        path = f"assets/{name}"
        return f"{site}{path}?v={_mark(files[path])}"

    return AssetLinks(
        style=marked("portal.css"),
        script=marked("portal.js"),
        search=marked("search.js"),
        offline=marked("offline.js"),
        worker=site + WORKER,
    )


def _files(docs: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs)
        if file.is_file() and file.suffix != ".md" and not any(part.startswith(".") for part in path.parts):
            yield path.as_posix(), file


@cache
def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]
