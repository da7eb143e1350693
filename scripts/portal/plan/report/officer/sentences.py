"""The officer's own sentences: what data/report-texts/ says in the places of a report that no machine can fill."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Final

from portal.content.known.people import NOBODY, Allowed
from portal.content.rules.privacy.texts import text_privacy
from portal.language.folding import slugify
from portal.language.vocabulary import REPORT_KINDS
from portal.plan.plan import Plan
from portal.plan.report.officer.places import places_of
from portal.reading.files import files_named, guarded, read_text
from portal.reading.problems import Problem

TEXTS_FOLDER: Final = "data/report-texts"
HINT: Final = ">"
"""What a line begins with that asks the officer and is never printed."""
MAX_TEXT: Final = 64 * 1024
"""Bytes of one text: thirty pages, where a place asks for some sentences."""

_FOLDER = re.compile(r"(?P<year>\d{4})(-(?P<kind>interim|final))?")
_POINT = re.compile(r"\s*[-*+•–—]\s+(?=\S)")
_NOT_PLAIN: Final = {
    "text-heading": re.compile(r"^\s*#{1,6}(\s|$)|^\s*(=+|-{3,})\s*$"),
    "text-html": re.compile(r"</?[a-zA-Z][^<>]*>|<!--"),
    "text-link": re.compile(r"\]\(|https?://|\bwww\."),
    "text-marks": re.compile(r"\*\*|__|`|^\s*\||(?<![\w*])\*[^\s*][^*]*\*(?![\w*])"),
}
"""What a paper cannot print, by the problem that tells it: the paper is plain paragraphs and lists."""

AllTexts = Mapping[tuple[int, str], Mapping[str, tuple[str, ...]]]
"""(year, kind of report) → name of a place → its paragraphs; one that belongs to a list begins with "- "."""


@dataclass(frozen=True)
class OwnTexts:
    """Everything officers wrote, and what is wrong in it. A text that is empty, or holds nothing but the questions, is
    not there: nobody has written it yet."""

    texts: AllTexts
    problems: tuple[Problem, ...]


def folder_of(year: int, kind: str) -> str:
    """Where the texts of a report lie, below the root: data/report-texts/2026, data/report-texts/2027-interim."""
    return f"{TEXTS_FOLDER}/{year}" + ("" if kind == REPORT_KINDS[0] else f"-{kind}")


def text_files(root: Path) -> list[Path]:
    """The files that can hold a text, in order."""
    return files_named(root / TEXTS_FOLDER, "*/*.md")


def read_texts(root: Path, plan: Plan, allowed: Allowed = NOBODY) -> OwnTexts:
    """Read every text below `root`; content never makes it raise. What a file may not say is told, and the file is
    then as if it were not there. `allowed` are the people and numbers it may name."""
    problems: list[Problem] = []
    found: dict[tuple[int, str], dict[str, tuple[str, ...]]] = {}
    for folder in sorted({file.parent for file in text_files(root)}):
        report = _report_of(folder.name, plan)
        if report is None:
            problems.append(_unknown_folder(root, folder, plan))
            continue
        names = [place.name for place in places_of(plan, report[1])]
        for file in files_named(folder, "*.md"):
            path = file.relative_to(root).as_posix()
            written, told = guarded(path, problems, partial(_read, root, file, names, allowed)) or ((), [])
            problems += told
            if written:
                found.setdefault(report, {})[file.stem] = written
    return OwnTexts(found, tuple(problems))


def reviewed_until(plan: Plan, kind: str) -> int | None:
    """The last year a review speaks of: the one before the interim review, so that it has the three years the plan asks
    for; the plan's last for the final one. None for the annual report."""
    return {"interim": plan.interim_review.year - 1, "final": plan.years.last}.get(kind)


def _report_of(name: str, plan: Plan) -> tuple[int, str] | None:
    """(year, kind) of a folder's name, None where there is no such report."""
    match = _FOLDER.fullmatch(name)
    if match is None or not plan.covers(int(match["year"])):
        return None
    return int(match["year"]), match["kind"] or REPORT_KINDS[0]


def _unknown_folder(root: Path, folder: Path, plan: Plan) -> Problem:
    years = range(plan.years.first, plan.years.last + 1)
    known = [Path(folder_of(year, kind)).name for kind in REPORT_KINDS for year in years]
    usual = [(year, "annual") for year in years]
    usual += [(reviewed_until(plan, kind) or plan.years.last, kind) for kind in REPORT_KINDS[1:]]
    choices = get_close_matches(folder.name, known, n=1) or [Path(folder_of(*report)).name for report in usual]
    path = folder.relative_to(root).as_posix()
    return Problem(path, 1, "", "unknown-text-folder", {"name": folder.name, "choices": choices})


def _read(root: Path, file: Path, names: list[str], allowed: Allowed) -> tuple[tuple[str, ...], list[Problem]]:
    """The paragraphs of one file, and what is wrong in it; () where it says nothing, or what cannot be printed."""
    path = file.relative_to(root).as_posix()
    read = read_text(root, file, MAX_TEXT)
    told = list(read.problems)
    if file.stem not in names:
        choices = get_close_matches(slugify(file.stem), names, n=1) or names
        told.append(Problem(path, 1, "", "unknown-text", {"name": file.stem, "choices": choices}))
    lines = (read.text or "").split("\n")
    told += [*_not_plain(path, lines), *text_privacy(path, read.text or "", allowed, in_paragraphs=True)]
    return () if told else tuple(_paragraphs(lines)), told


def _not_plain(path: str, lines: list[str]) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        for code, pattern in _NOT_PLAIN.items():
            match = None if line.lstrip().startswith(HINT) else pattern.search(line)
            if match:
                yield Problem(path, number, "", code, {"found": match[0].strip()})


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines that stand together are one paragraph; a line with a dash begins one of its own."""
    so_far: list[str] = []
    for line in [*lines, ""]:
        point = _POINT.match(line)
        hint = line.lstrip().startswith(HINT)
        if so_far and (point or hint or not line.strip()):
            yield " ".join(so_far)
            so_far = []
        if point:
            line = f"- {line[point.end() :]}"
        if line.strip() and not hint:
            so_far.append(" ".join(line.split()))
