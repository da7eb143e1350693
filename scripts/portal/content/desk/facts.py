"""Facts beside their sources: what nobody verified may not be said, and a story cites what it rests on."""

import math
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from pydantic import ValidationInfo, field_validator

from portal.content.library import Library
from portal.content.strict import Strict
from portal.language.folding import in_small_letters
from portal.reading.fields import Context, Text, problem
from portal.reading.files import MAX_DATA, files_named, read_text
from portal.reading.keeping.kept_ahead import each_worked_out
from portal.reading.keeping.kept_values import worked_out
from portal.reading.keeping.sums import file_sum
from portal.reading.markdown.text import WrittenText, text_of
from portal.reading.problems import Problem
from portal.reading.validation import validate
from portal.reading.yaml_reader import Reading, read_yaml_file

UNVERIFIED_PATH: Final = "data/unverified.yml"
SAMPLES_FOLDER: Final = "data/samples"
OMISSIONS_FOLDER: Final = "data/omissions"
ABOUT_OTHERS: Final = (f"{SAMPLES_FOLDER}/", f"{OMISSIONS_FOLDER}/")
"""What second readers wrote: it says what pages said and say, and is itself no statement of the portal."""
_MARK_SAID = re.compile(r"\[\^[^\[\]\n]+\]|\[[^\W\d_]*\s*[0-9]|(?<=\w)[¹²³]|\([0-9]{1,2}\)")
_MARKS = re.compile(r"\*+|\[(?=[^\[\]\n]*\]\()|\]\((?:(?!\]\()[^)\n])*\)")  # marks readers do not see
_LETTERS_ALONE = re.compile(r"(?!.*\(\?)(?:[^\\\[]|\\[bdsw\W]|\[(?:\d|[^\w\\\]]|\\[dsw\W])+\])*", re.DOTALL)
"""A pattern in which letters stand for themselves alone: no class names them, no group has a sign of its own."""
_REPEATED = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\\[])*\]|(?P<open>[*+]|\{\d*,\})|\{(?P<least>\d*),(?P<most>\d+)\}", re.DOTALL
)
"""What a pattern repeats, signs that stand for themselves passed over."""
MOST_WAYS: Final = 50_000
"""In how many ways what a pattern repeats may be shared out at one place of a text; all pages are searched."""


class Unverified(Strict):
    """Something nobody has verified. `pattern` finds it whatever the case of its letters, and must find `example`."""

    what: Text
    pattern: Text
    example: Text

    @field_validator("pattern")
    @classmethod
    def _is_a_pattern(cls, value: str) -> str:
        try:
            re.compile(value)
        except re.error as error:
            raise problem("not-a-pattern", value=value, reason=str(error)) from None
        if _ways(value) > MOST_WAYS:
            raise problem("pattern-without-end", value=value)
        return value

    @field_validator("example")
    @classmethod
    def _is_found(cls, value: str, info: ValidationInfo) -> str:
        pattern = info.data.get("pattern")
        if pattern and not re.search(pattern, value, re.IGNORECASE):
            raise problem("example-not-found", value=value)
        return value


def unverified_problems(library: Library, today: Context) -> Iterator[Problem]:
    """Every place of pages and data where something stands that nobody has verified."""
    entries, problems = _unverified(library.root, today)
    yield from problems
    private = _private(library)
    patterns = tuple(_in_any_case(one.pattern) for one in entries)
    of_all = tuple((one.pattern, one.flags) for one in patterns)
    sums = {path: one for path in _speaking(library) if (one := _sum(library.root / path))}
    paths = {one: path for path, one in sums.items()}  # equal files say the same
    look = partial(_places, library.root, paths, patterns)
    found = each_worked_out("unverified", [(one, of_all) for one in sums.values()], look)
    for path, places in zip(sums, found, strict=True):
        text = _said(library.root, path) or "" if places else ""
        for number, start, end in places:
            line, value = text.count("\n", 0, start) + 1, text[start:end]
            if not any(shown in value for shown in private.get((path, line), ())):
                yield Problem(path, line, "", "unverified", {"value": value, "what": entries[number].what})


def _sum(file: Path) -> str:
    """The sum of a file's bytes; "" where it cannot be read: whoever reads it for itself tells why."""
    with suppress(OSError):
        return file_sum(str(file))
    return ""


def _places(
    root: Path, paths: Mapping[str, str], patterns: tuple[re.Pattern[str], ...], one: tuple[str, object]
) -> tuple[tuple[int, int, int], ...]:
    return _found(_said(root, paths[one[0]]) or "", patterns)


@lru_cache(maxsize=4096)
def _found(text: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[tuple[int, int, int], ...]:
    """(number of the pattern, start, end) of all that is found in a text; remembered for the next look of a preview."""
    small = in_small_letters(text)
    asked = ((number, one, text if one.flags & re.IGNORECASE else small) for number, one in enumerate(patterns))
    return tuple((number, *match.span()) for number, one, where in asked for match in one.finditer(where))


def _private(library: Library) -> Mapping[tuple[str, int], list[str]]:
    """The beginnings of what the net for privacy told, by path and line: nobody is told of it twice."""
    found: dict[tuple[str, int], list[str]] = {}
    for told in library.problems:
        if told.code.startswith("private-") and (shown := str(told.values.get("shown", "")).rstrip("…")):
            found.setdefault((told.path, told.line), []).append(shown)
    return found


def uncited_problems(library: Library) -> Iterator[Problem]:
    """Every story whose text has not one mark that leads to its sources."""
    for story in library.whole.stories.values():
        body = story.document.body
        if not story.front.is_story or story.withdrawn or worked_out("is cited", (body,), partial(_is_cited, body)):
            continue
        code = "sources-not-cited" if story.document.body.strip() else "text-empty"
        yield Problem(story.document.path, story.document.line(("sources",)), "sources", code)


def _is_cited(body: str) -> bool:
    text = text_of(body)
    return bool(text.cited or text.faults or _tries_to_cite(text))


def _tries_to_cite(text: WrittenText) -> bool:
    """Whether a text has marks that lead nowhere: each is told, with how to write it."""
    return bool(_MARK_SAID.search(text.lines().text))


def _ways(pattern: str) -> float:
    """An upper bound for the ways in which the repeats of a pattern can share out a text: inf where one has no end."""
    ways = 1.0
    for found in _REPEATED.finditer(pattern):
        if found["open"]:
            return math.inf
        if found["most"]:
            ways *= max(1, int(found["most"]) - int(found["least"] or 0) + 1)
    return ways


def _in_any_case(pattern: str) -> re.Pattern[str]:
    """The pattern, in small letters for a text in small letters where that means the same: half the time."""
    alike = _LETTERS_ALONE.fullmatch(pattern)
    return re.compile(in_small_letters(pattern)) if alike else re.compile(pattern, re.IGNORECASE)


def _unverified(root: Path, today: Context) -> tuple[list[Unverified], list[Problem]]:
    reading = read_if_there(root, UNVERIFIED_PATH)
    found: list[Unverified] = []
    problems = list(reading.problems)
    if not isinstance(reading.value, list | type(None)):
        problems.append(Problem(UNVERIFIED_PATH, 1, "", "data-not-list", {"path": UNVERIFIED_PATH}))
    for number, values in enumerate(reading.value if isinstance(reading.value, list) else []):
        entry, told = validate(Unverified, values, today, reading, UNVERIFIED_PATH, (number,))
        found += [entry] if entry else []
        problems += told
    return found, problems


def read_if_there(root: Path, path: str) -> Reading:
    """A data file that a corpus may do without."""
    return read_yaml_file(root, root / path, MAX_DATA) if os.path.lexists(root / path) else Reading()


def texts_said(library: Library) -> dict[str, str]:
    """What pages and data files say, by path, without the marks readers do not see; lines stay lines. A file that
    cannot be read says nothing here: whoever reads it for itself tells why."""
    said = {path: _said(library.root, path) for path in _speaking(library)}
    return {path: text for path, text in said.items() if text is not None}


def _speaking(library: Library) -> list[str]:
    """The paths of the pages and data files that say something."""
    paths = {story.document.path for story in library.whole.stories.values() if story.document.path}
    paths |= {f.relative_to(library.root).as_posix() for f in files_named(library.root / "data", "**/*.yml")}
    return sorted(path for path in paths if path != UNVERIFIED_PATH and not path.startswith(ABOUT_OTHERS))


def _said(root: Path, path: str) -> str | None:
    text = read_text(root, root / path, MAX_DATA).text
    return None if text is None else _MARKS.sub("", text)


def flat(text: str) -> str:
    """A text as one line, without the marks readers do not see."""
    return " ".join(_MARKS.sub("", text).split())
