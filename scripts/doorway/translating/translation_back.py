"""A translator's workbook as it comes back: what is wrong by sheet and cell, and the pages that are whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Final

import yaml

from doorway.translating.translation_kit import (
    HEAD_ROW,
    KIT_SHEET,
    KIT_VERSION,
    KNOWN_CELL,
    NAME_ROWS,
    PLACE_CELL,
    SAID,
)
from portal.content.kinds import MODELS, said_fields
from portal.content.library import Library
from portal.content.translating.changed import digest_of_part, matched
from portal.content.translating.kept import broken_markdown, changed_marks, changed_numbers
from portal.content.translating.kit import document_parts, file_digest
from portal.content.translating.parts import UNTRANSLATED_FIELDS, PagePart, filled_page
from portal.language.locales import ORIGINAL, Locale
from portal.reading.documents import Document
from portal.reading.markdown.text import text_of
from portal.reading.problems import Problem
from portal.reading.workbooks.reader import Sheet, Workbook

_KEPT: Final = UNTRANSLATED_FIELDS - {"translator", "native_reviewer", "translation_checked", "original_parts"}
"""What a translation may say beside the kit, and keeps."""


@dataclass(frozen=True)
class _Row:
    """A part as the workbook has it: its row, its digest when the workbook was made, what was written."""

    number: int
    digest: str
    said: str


@dataclass(frozen=True)
class BackPage:
    """A sheet that came back. `data` is its page whole, b"" where it is not; `open` are parts that are not translated
    yet; `cells` tells for each part its row, so that what is wrong with the page can be told by cell."""

    book: str
    sheet: str
    path: str
    data: bytes = b""
    open: int = 0
    problems: tuple[Problem, ...] = ()
    cells: Mapping[str, int] = field(default_factory=dict)


def locale_of(book: Workbook, library: Library) -> Locale | Problem:
    """The language a workbook is for; what is wrong where it is none of ours."""
    marks = next((sheet for sheet in book.sheets if sheet.name == KIT_SHEET), None)
    if marks is None or str(marks.cells.get((0, 0))) != KIT_VERSION:
        return Problem(book.path, 0, "", "kit-not-ours")
    code = str(marks.cells.get((1, 0), ""))
    found = library.data.further.get(code)
    return found.locale if found else Problem(book.path, 0, "", "kit-no-locale", {"value": code})


def pages_back(book: Workbook, library: Library, locale: Locale) -> Iterator[BackPage]:
    """Every sheet in which something was written, as a page or with what is wrong."""
    for sheet in book.sheets:
        place = str(sheet.cells.get(PLACE_CELL, ""))
        if sheet.name != KIT_SHEET and place and any(row.said for row in _rows(sheet).values()):
            yield _back(_Came(book, sheet, library, locale, place))


@dataclass(frozen=True)
class _Came:
    """A sheet, and what it is held against."""

    book: Workbook
    sheet: Sheet
    library: Library
    locale: Locale
    place: str

    def problem(self, row: int, code: str, column: int = SAID, **values: Any) -> Problem:
        return self.book.problem(self.sheet.name, (row, column), code, **values)

    @property
    def path(self) -> str:
        return f"{self.locale.folder}/{self.place}.md"

    @property
    def original(self) -> Document | None:
        return self.library.documents.get((ORIGINAL, self.place))


def _rows(sheet: Sheet) -> dict[str, _Row]:
    """Each part by its id."""
    last = max((row for row, _ in sheet.cells), default=0)
    found = {}
    for number in range(HEAD_ROW + 1, last + 1):
        cells = sheet.row(number)
        if name := str(cells.get(0, "")):
            found[name] = _Row(number, str(cells.get(1, "")), str(cells.get(SAID, "")))
    return found


def _back(came: _Came) -> BackPage:
    page = BackPage(came.book.path, came.sheet.name, came.path)
    if came.original is None or came.original.front is None:
        return replace(page, problems=(came.problem(0, "kit-page-gone", 2, value=came.place),))
    rows, parts = _rows(came.sheet), document_parts(came.original, came.original)
    own = list(rows.values())
    now = [digest_of_part(part.text) for part in parts]
    pairs = {parts[new].id: own[old] for old, new in matched([row.digest for row in own], now)}
    said = {name: row for name, row in pairs.items() if row.said}
    problems = (*_names_missing(came), *_changed(came, parts, said))
    page = replace(page, open=len(parts) - len(said), problems=problems, cells={n: r.number for n, r in said.items()})
    if page.open or problems:
        return page
    return _newer(came, replace(page, data=_written(came, came.original, parts, said)))


def _names_missing(came: _Came) -> Iterator[Problem]:
    for name, row in NAME_ROWS.items():
        if not came.sheet.cells.get((row, SAID)):
            yield came.problem(row, "kit-no-name", value=str(came.sheet.cells.get((row, 2), name)))


def _changed(came: _Came, parts: list[PagePart], said: Mapping[str, _Row]) -> Iterator[Problem]:
    """What a translated part did not keep."""
    for part in parts:
        if row := said.get(part.id):
            rules = (changed_numbers, changed_marks, broken_markdown)
            for code, values in (told for rule in rules for told in rule(part.text, row.said)):
                yield came.problem(row.number, code, **values)


def _newer(came: _Came, page: BackPage) -> BackPage:
    """Nothing is written over what somebody wrote since the workbook was made."""
    now = file_digest(came.library, came.locale, came.place)
    is_as_given = now == str(came.sheet.cells.get(KNOWN_CELL, ""))
    if is_as_given or now == sha256(page.data).hexdigest()[:16]:
        return page
    return replace(page, data=b"", problems=(came.problem(0, "kit-newer", 2, file=came.path),))


def _written(came: _Came, original: Document, parts: list[PagePart], said: Mapping[str, _Row]) -> bytes:
    front, model = original.front or {}, MODELS[str((original.front or {})["kind"])]
    anchors = iter([one.anchor for one in text_of(original.body).headings])
    texts = {name: row.said for name, row in said.items()}
    own, body = filled_page(front, original.body, said_fields(model), texts, anchors)
    before = came.library.documents.get((came.locale.code, came.place))
    own |= {name: value for name, value in ((before.front if before else None) or {}).items() if name in _KEPT}
    own |= {name: str(came.sheet.cells[row, SAID]) for name, row in NAME_ROWS.items()}
    own["original_parts"] = " ".join(said[part.id].digest for part in parts)
    head = yaml.safe_dump(own, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=False)
    return f"---\n{head}---\n{body.rstrip()}\n".encode()
