"""Puts a page, in all its languages, back as it was before its last change: through git, losing nobody's words."""

import argparse
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches, unified_diff
from pathlib import Path

from door import parser_of, refused, run, today
from doorway.placing.put import NotPut, put_files
from portal.content.known.reference import read_reference_data
from portal.content.library import is_corpus
from portal.language.locales import Locale
from portal.language.words import Words, words
from portal.language.written import written_day
from portal.reading.characters import on_one_line
from portal.reading.fields import Context

SHORT = 10
"""Letters of a commit's name that tell it apart, for people."""


@dataclass(frozen=True)
class Change:
    """A commit that changed a page."""

    commit: str
    day: date
    subject: str

    @property
    def short(self) -> str:
        return self.commit[:SHORT]


class Refused(Exception):
    """Nothing was done, and this is why, in the reader's words."""


class History:
    """What git knows of the folder `root`; raises Refused, with a sentence, where it knows nothing."""

    def __init__(self, root: Path, text: Words) -> None:
        self.root, self.text = root, text
        if self.ask("rev-parse", "--is-inside-work-tree").strip() != b"true":
            raise Refused(text.say("undo.not_git"))

    def ask(self, *arguments: str) -> bytes:
        """What git answers; b"" where it refuses."""
        command = ["git", "-C", str(self.root), "-c", "core.quotepath=off", *arguments]
        try:
            return subprocess.run(command, capture_output=True, check=False).stdout
        except FileNotFoundError:
            raise Refused(self.text.say("undo.no_git")) from None

    def unsaved(self, paths: list[str]) -> list[str]:
        """Those files that say something git does not have, or that git has and somebody took away."""
        told = self.ask("status", "--porcelain", "-z", "--untracked-files=all", "--ignored", "--", *paths)
        return [line[3:].decode() for line in told.split(b"\0") if line]

    def last_change(self, paths: list[str]) -> Change | None:
        """The last commit that changed one of the files; None where none did."""
        told = self.ask("log", "-1", "--format=%H %cs %s", "--", *paths).decode(errors="replace").strip()
        commit, _, said = told.partition(" ")
        day, _, subject = said.partition(" ")
        return Change(commit, date.fromisoformat(day), subject) if commit else None

    def commit(self, name: str) -> str:
        """The whole name of a commit; "" for what is none. A name that looks like an option is none."""
        found = self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return found.decode().strip()

    def known(self, path: str, commit: str) -> bytes | None:
        """A file as a commit has it; None where it has none."""
        name = f"{commit}:./{path}"
        return self.ask("show", name) if self.ask("cat-file", "-t", name) else None

    def is_cut(self) -> bool:
        """Whether the beginning of the history is not here."""
        return self.ask("rev-parse", "--is-shallow-repository").strip() == b"true"


def main(arguments: list[str] | None = None) -> int:
    """0 when the page is as it was, or would be; 1 when nothing was done, with the reason; 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    if not is_corpus(options.root):
        return refused(text.say("check.no_content", root=options.root))
    try:
        history = History(options.root, text)
        paths = _paths(history, options.page)
        commit = _goal(history, paths, options.to)
        return _put_back(history, paths, commit, options.dry_run)
    except Refused as why:
        return refused(str(why), 1)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("undo.py", __doc__, "root", "lang")
    parser.add_argument("page", help="a place, as thanh-tuu/2026/ten-bai, or one of its files")
    parser.add_argument("--to", metavar="COMMIT", help="as it was at this commit; before its last change if left out")
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and stop")
    return parser.parse_args(arguments)


def _paths(history: History, page: str) -> list[str]:
    """The files of the page in every language, those taken away among them; Refused where git and disk have none."""
    locales = read_reference_data(history.root, Context(today())).locales
    place = _place(page, history.root, locales)
    paths = [f"{one.folder}/{place}.md" for one in locales.values()]
    there = [path for path in paths if (history.root / path).is_file()]
    if not there and history.last_change(paths) is None:
        raise Refused(history.text.say("undo.no_page", value=page, close=_meant(history, place, locales)))
    return paths


def _place(page: str, root: Path, locales: Mapping[str, Locale]) -> str:
    """The place of a page from what a person writes: a place, a file, an address of the site."""
    path = Path(page)
    found = path.relative_to(root.absolute()) if path.is_absolute() and path.is_relative_to(root.absolute()) else path
    parts = found.as_posix().strip("/").removesuffix(".md").removesuffix(".html").split("/")
    folders = [one.folder for one in locales.values()]
    kept = parts[1:] if parts[0] in folders else parts
    return "/".join(part for part in kept if part not in ("", ".", ".."))


def _meant(history: History, place: str, locales: Mapping[str, Locale]) -> str:
    known = {
        file.relative_to(history.root / one.folder).with_suffix("").as_posix()
        for one in locales.values()
        for file in (history.root / one.folder).rglob("*.md")
    }
    close = get_close_matches(place, sorted(known), n=2, cutoff=0.6)
    return history.text.say("undo.close", names=", ".join(close)) if close else ""


def _goal(history: History, paths: list[str], named: str | None) -> str:
    """The commit the page goes back to: the one that was named, or the last before its last change."""
    text = history.text
    for path in history.unsaved(paths):
        raise Refused(text.say("undo.unsaved", path=on_one_line(path)))
    if named:
        commit = history.commit(named)
        if not commit:
            raise Refused(text.say("undo.shallow" if history.is_cut() else "undo.no_commit", value=named))
        return commit
    last = history.last_change(paths)
    if last is None:
        raise Refused(text.say("undo.never"))
    before = history.commit(f"{last.commit}^")
    if not before and history.is_cut():
        raise Refused(text.say("undo.shallow"))
    if not before or not any(history.known(path, before) is not None for path in paths):
        raise Refused(text.say("undo.first", day=written_day(last.day, text)))
    print(text.say("undo.last", day=written_day(last.day, text), commit=last.short, subject=last.subject))
    return before


def _put_back(history: History, paths: list[str], commit: str, dry_run: bool) -> int:
    text, short = history.text, commit[:SHORT]
    then = {path: history.known(path, commit) for path in paths}
    if not any(content is not None for content in then.values()):
        raise Refused(text.say("undo.absent", commit=short))
    changed = {path: content for path, content in then.items() if content != _now(history.root / path)}
    if not changed:
        raise Refused(text.say("undo.same", commit=short))
    if not dry_run:
        try:
            put_files({history.root / path: content for path, content in changed.items()})
        except NotPut as why:
            raise Refused(why.said(text)) from None
    _show(history, changed, text.say("undo.would" if dry_run else "undo.done", commit=short))
    if not dry_run:
        print(text.say("undo.next"))
    return 0


def _now(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _show(history: History, changed: Mapping[str, bytes | None], said: str) -> None:
    """What changes, line by line, from the last commit's text to the one that comes back."""
    print(said)
    for path, content in changed.items():
        if content is None:
            print(history.text.say("undo.takes_away", path=path))
        before, after = (
            (text or b"").decode(errors="replace").splitlines() for text in (history.known(path, "HEAD"), content)
        )
        print(*unified_diff(before, after, path, path, lineterm=""), sep="\n")


if __name__ == "__main__":
    sys.exit(run(main))
