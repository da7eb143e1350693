"""What `check --fix` writes: each page with what needs no judgement mended, each picture without its metadata."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Final

from portal.content.rules.house.docs_folder import FOLDER, published_bytes
from portal.content.rules.hygiene.mended_lists import LIST_STEPS
from portal.content.rules.hygiene.mended_rows import (
    ROW_STEPS,
    MendedPage,
    MendedRow,
    MendedRows,
    joined_rows,
    page_of,
)
from portal.content.scan_texts import lines_before_paper
from portal.language.locales import Locale
from portal.reading.documents import MAX_FILE
from portal.reading.files import files_below, guarded, read_text
from portal.reading.keeping.kept_values import worked_out
from portal.reading.metadata.stripped import without_metadata
from portal.reading.pictures.whole import FORMS

_MARK: Final = "\ufeff"
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_MOST_ROUNDS: Final = 5
"""One mend may show another: a paragraph that is no code any more may be a list."""
_AROUND: Final = 16
_LONGEST_COMPARED: Final = 1_000
"""Letters of a row that is compared letter by letter: a paragraph; the time grows with their square."""


@dataclass(frozen=True)
class Mend:
    """One place that is mended: its line on disk from 1, its kind (a word of `mend.kinds`), what stands there now and
    what will, with a few letters around; both "" for a row that is added before the line."""

    line: int
    kind: str
    was: str
    now: str


@dataclass(frozen=True)
class MendedFile:
    """A page, or a picture, that can be mended: `path` relative to the root, its new bytes, and each place in the
    order of lines."""

    path: str
    data: bytes
    mends: tuple[Mend, ...]


def mended_pages(root: Path, locales: Iterable[Locale], only: Container[str] | None = None) -> Iterator[MendedFile]:
    """The pages below `root`, or `only` those of these paths, that can be mended. A file that cannot be read, or leads
    elsewhere, is left alone."""
    for locale in locales:
        for file in files_below(root, locale.folder)[0]:
            path = file.relative_to(root).as_posix()
            if file.suffix == ".md" and (only is None or path in only):
                mended = guarded(path, [], partial(_of_file, root, file, path))
                if mended:
                    yield mended


def mended_pictures(root: Path, only: Container[str] | None = None) -> Iterator[MendedFile]:
    """The pictures below docs/, or `only` those of these paths, that say of themselves what nobody has to know: who
    made them, where, with what. What they show stays, pixel by pixel."""
    for file in files_below(root, FOLDER)[0]:
        path = file.relative_to(root).as_posix()
        if file.suffix.lower() in FORMS and (only is None or path in only):
            mended = guarded(path, [], partial(_of_picture, root, file, path))
            if mended:
                yield mended


def _of_picture(root: Path, file: Path, path: str) -> MendedFile | None:
    data = published_bytes(root, file)
    if data is None:
        return None
    bare = without_metadata(data)
    return MendedFile(path, bare, (Mend(1, "metadata", "", ""),)) if bare != data else None


def _of_file(root: Path, file: Path, path: str) -> MendedFile | None:
    if read_text(root, file, MAX_FILE).text is None:
        return None
    text = file.read_bytes().decode("utf-8")
    if worked_out("well as it is", (text,), partial(_is_well, text)):
        return None
    new, mends = mended_text(text)
    return MendedFile(path, new.encode("utf-8"), mends)


def _is_well(text: str) -> bool:
    return mended_text(text)[0] == text


def mended_text(text: str) -> tuple[str, tuple[Mend, ...]]:
    """A page's text as it should lie on disk, line ends as they were, and what was mended in it."""
    plain = text.lstrip(_MARK)
    marks = (Mend(1, "mark", text[0], ""),) if plain != text else ()
    ends = _LINE_END.findall(plain)
    rows = tuple(MendedRow(number, line) for number, line in enumerate(_LINE_END.split(plain), 1))
    ours = lines_before_paper(joined_rows(rows))
    mended, mends = _in_rounds(rows[:ours])
    paper = () if ours is None else rows[ours:]  # what a scanned paper says is nobody's to mend
    written = "".join(row.text + _end(row, ends) for row in (*mended, *paper))
    return written, (*marks, *sorted(mends, key=lambda mend: mend.line))


def _end(row: MendedRow, ends: list[str]) -> str:
    """How a row ends on disk; the last may not. A row that is added ends as the one before it."""
    number = row.line - (2 if row.added else 1)
    return ends[number] if number < len(ends) else ""


def _in_rounds(rows: MendedRows) -> tuple[MendedRows, list[Mend]]:
    mends: list[Mend] = []
    for _ in range(_MOST_ROUNDS):
        before = rows
        for kind, step in (*ROW_STEPS, *LIST_STEPS):
            page = page_of(rows)
            new = step(page)
            mends += _differences(kind, page, new)
            rows = (*new.front, *new.body)
        if rows == before:
            break
    return rows, mends


def _differences(kind: str, old: MendedPage, new: MendedPage) -> Iterator[Mend]:
    texts = {row.line: row.text for row in (*old.front, *old.body) if not row.added}
    was_added = {row.line for row in old.body if row.added}
    for row in (*new.front, *new.body):
        if row.added and row.line not in was_added:
            yield Mend(row.line, kind, "", "")
        elif not row.added and texts[row.line] != row.text:
            yield from (Mend(row.line, kind, *pair) for pair in _windows(texts[row.line], row.text))


def _windows(was: str, now: str) -> Iterator[tuple[str, str]]:
    """The two texts at each place where they differ, with a few letters on each side."""
    if max(len(was), len(now)) > _LONGEST_COMPARED:
        yield _window(was, now)
        return
    places: list[list[int]] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag != "equal" and places and _is_one(was[places[-1][1] : start]):
            places[-1][1::2] = [end, new_end]
        elif tag != "equal":
            places.append([start, end, new_start, new_end])
    for start, end, new_start, new_end in places:
        yield was[max(0, start - _AROUND) : end + _AROUND], now[max(0, new_start - _AROUND) : new_end + _AROUND]


def _is_one(between: str) -> bool:
    """Whether two differences are one place to who reads: near each other, or in one word."""
    return len(between) < _AROUND or " " not in between


def _window(was: str, now: str) -> tuple[str, str]:
    """The same of a long row, from its first difference to its last."""
    least = min(len(was), len(now))
    start = next((i for i in range(least) if was[i] != now[i]), least)
    end = next((i for i in range(least - start) if was[-1 - i] != now[-1 - i]), least - start)
    first, last = max(0, start - _AROUND), max(0, end - _AROUND)
    return was[first : len(was) - last], now[first : len(now) - last]
