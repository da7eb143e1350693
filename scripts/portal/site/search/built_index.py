"""The index of a site that has just been built: its finished pages read, a part of the index for each language."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from portal.content.known.house.search import SearchHints
from portal.site.addresses import DATA_FOLDER
from portal.site.search.index import Searched, index_files
from portal.site.search.notes import NOTES, noted
from portal.site.search.passages import searched_page


def write_index(site: Path, hints: SearchHints) -> None:
    """Write the index below the folder `site`, and take the notes away."""
    notes = site / DATA_FOLDER / NOTES
    for path, content in _files(site, notes, hints).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    notes.unlink()


def _files(site: Path, notes: Path, hints: SearchHints) -> Mapping[str, bytes]:
    pages = defaultdict[str, list[Searched]](list)
    for address, known in noted(notes.read_text(encoding="utf-8")).items():
        page = searched_page(address, (site / address / "index.html").read_text(encoding="utf-8"))
        if page:
            pages[known.lang].append(Searched(page, known))
    found: dict[str, bytes] = {}
    for lang, searched in sorted(pages.items()):
        found |= index_files(searched, lang, hints)
    return found
