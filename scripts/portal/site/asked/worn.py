"""What every page depends on, as one digest: code, words, templates, style, pictures, settings, names."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from portal.reading.keeping.digests import digest_of_value
from portal.reading.keeping.kept import made_of, python_mark
from portal.site.asked.library import DATA_OF_EVERY_PAGE
from portal.site.site import Site

_OF_THE_HOUSE: Final = ("scripts", "overrides", "docs")
_NOT_OURS: Final = frozenset(("__pycache__", "node_modules"))


def worn(site: Site, settings: str) -> str:
    """The digest of what all pages of a site wear. `settings` are those of the engine, as text."""
    house, root, data = site.settings.house, site.library.root, site.library.data
    said = (
        [site.settings.site_url, site.settings.repository, site.settings.card_for_every_story],
        [site.settings.with_waiting, site.repository, site.approved, settings, python_mark()],
        [getattr(data, name) for name in sorted(DATA_OF_EVERY_PAGE)],
        site.bound_names,
        [f"{path} {digest}" for path, digest in _files(house, _OF_THE_HOUSE)],
        [f"{path} {digest}" for path, digest in _files(root, ("docs",))],
    )
    return made_of(digest_of_value(said).encode())


def _files(root: Path, folders: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for file in sorted(file for folder in folders for file in (root / folder).rglob("*")):
        path = file.relative_to(root)
        if not _NOT_OURS & set(path.parts) and file.is_file():
            yield path.as_posix(), hashlib.sha256(file.read_bytes()).hexdigest()
