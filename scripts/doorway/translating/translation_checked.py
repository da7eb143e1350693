"""Pages that came back from a translator, held against the whole check before anything is written, told by cell."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from doorway.translating.translation_back import BackPage
from doorway.translating.translation_kit import SAID
from portal.content.library import Library, open_library
from portal.content.translating.kit import document_parts
from portal.language.locales import ORIGINAL
from portal.reading.problems import Problem
from portal.reading.workbooks.reader import at_cell


def checked_pages(library: Library, pages: Sequence[BackPage], today: date) -> list[BackPage]:
    """The pages with what `check` would say of each that is whole, were it written: looked at in a copy."""
    whole = [page for page in pages if page.data]
    if not whole:
        return list(pages)
    with tempfile.TemporaryDirectory() as room:
        root = Path(room) / "corpus"
        _copied(library.root, root)
        for page in whole:
            file = root / page.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(page.data)
        seen = open_library(root, today)
    return [_with_problems(page, seen) if page.data else page for page in pages]


def _copied(root: Path, copy: Path) -> None:
    for folder in (*root.glob("content_*"), root / "data", root / "docs"):
        if folder.is_dir():
            shutil.copytree(folder, copy / folder.name, symlinks=True)


def _with_problems(page: BackPage, seen: Library) -> BackPage:
    told = [one for one in seen.problems if one.path == page.path and one.code not in _OF_THE_ORIGINAL]
    return replace(page, problems=(*page.problems, *_by_cell(page, told, seen)))


_OF_THE_ORIGINAL = frozenset(("translated-behind",))
"""What no translator can mend here: the original changed meanwhile."""


def _by_cell(page: BackPage, problems: Sequence[Problem], seen: Library) -> Iterator[Problem]:
    """Each problem of a page at the cell its words came from; at the head of the sheet where they came from none."""
    places = {document.path: key for key, document in seen.documents.items()}
    document = seen.documents[places[page.path]]
    original = seen.documents[ORIGINAL, document.place]
    ids = {part.line: part.id for part in document_parts(document, original)}
    for one in problems:
        row = page.cells.get(one.field, page.cells.get(ids.get(one.line, ""), 0))
        told = at_cell(page.book, page.sheet, (row, SAID), one.code, **one.values)
        yield replace(told, field=one.field)
