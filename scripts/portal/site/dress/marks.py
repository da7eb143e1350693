"""Styles and scripts as pages name them: each with a mark of its own bytes, so that one changed touches no other."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from portal.content.known.house.identity import read_identity
from portal.content.rules.house.docs_folder import WORKSHOPS
from portal.language.locales import HOUSE, Locale
from portal.site.drawings.scenes import scenes
from portal.site.dress.assets import bundles
from portal.site.dress.bundles import WORKER
from portal.site.dress.tongue_styles import tongue_styles
from portal.site.pictures.made import is_made_smaller

MARK_PATH: Final = "assets/mark.svg"
ICON_SIZES: Final = (192, 512)  # what Chromium asks for before it offers to install
APPLE_ICON: Final = 180


def icon_path(size: int) -> str:
    """Where the flower stands as a picture of so many points a side."""
    return f"assets/icon-{size}.png"


@dataclass(frozen=True)
class AssetLinks:
    """Links from one page. The worker has no mark: browsers ask for it anew by themselves."""

    style: str
    script: str
    tools: str
    lists: str
    search: str
    claims: str
    writing: str
    writing_style: str
    plain_style: str
    more_style: str
    pairs_style: str
    steps_style: str
    easy_style: str
    lesson_style: str
    exhibition_style: str
    told_style: str
    loudspeaker_style: str
    quizzes_style: str
    press_style: str
    quiz: str
    exhibition: str
    home_style: str
    recording_style: str
    recording: str
    scan_style: str
    worker: str


_ASSETS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "style": "portal.css",
        "script": "portal.js",
        "tools": "tools.js",
        "lists": "lists.js",
        "search": "search.js",
        "claims": "claims.js",
        "writing": "writing.js",
        "writing_style": "writing.css",
        "plain_style": "plain.css",
        "more_style": "more.css",
        "pairs_style": "pairs.css",
        "steps_style": "steps.css",
        "easy_style": "easy.css",
        "lesson_style": "lesson.css",
        "exhibition_style": "exhibition.css",
        "told_style": "told.css",
        "loudspeaker_style": "loudspeaker.css",
        "quizzes_style": "quizzes.css",
        "press_style": "press.css",
        "quiz": "quiz.js",
        "exhibition": "exhibition.js",
        "home_style": "home.css",
        "recording_style": "recording.css",
        "recording": "recording.js",
        "scan_style": "scan.css",
    }
)
"""The file under assets/ that each link leads to."""


def published(root: Path, corpus: Path | None = None, locales: Iterable[Locale] = HOUSE) -> Mapping[str, bytes]:
    """(path in the site, bytes) of every file that belongs to no language: the styles and scripts joined from their
    parts; what else lies in docs/ of `corpus`, or of the house, as it is, but for pictures of texts; in the corpus's
    identity, or the house's. Each of the `locales` has its style, and the worker its page for times without a
    network."""
    every = tuple(locales)
    own = read_identity(corpus or root, root)
    found = _files((corpus or root) / "docs")
    whole = {path: file for path, file in found if path.partition("/")[0] not in WORKSHOPS}
    whole |= {path: file for path, file in _files(root / "docs") if path.startswith("assets/")}
    tongues = tongue_styles(every)
    texts = {**bundles(root, corpus, [one.code for one in every], tongues), **tongues}
    files = {path: file.read_bytes() for path, file in whole.items()}
    return {**files, MARK_PATH: own.mark.encode(), **scenes(root, own.colours), **texts}


def asset_links(files: Mapping[str, bytes], site: str) -> AssetLinks:
    """The links of a page that reaches the top of the site by `site` ("../../"). Raises KeyError for one not there."""

    def marked(name: str) -> str:
        return site + marked_path(f"assets/{name}", files)

    return AssetLinks(**{name: marked(file) for name, file in _ASSETS.items()}, worker=site + WORKER)


def marked_path(path: str, files: Mapping[str, bytes]) -> str:
    """A file's path in the site with the mark of its bytes. Raises KeyError for one not there."""
    return f"{path}?v={_mark(files[path])}"


def _files(docs: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs)
        if is_made_smaller(path.as_posix()):
            continue
        if file.is_file() and file.suffix != ".md" and not any(part.startswith(".") for part in path.parts):
            yield path.as_posix(), file


@cache
def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]
