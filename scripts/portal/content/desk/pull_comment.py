"""The one comment under a change: every problem by file, each linked to its line, and what to do next."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import quote

from portal.language.words import Words
from portal.reading.characters import on_one_line
from portal.reading.problems import Problem, to_mend

MOST_IN_COMMENT: Final = 65_500
"""What a comment may have: GitHub takes 65,536 characters, and whoever posts it adds a mark by which it is found."""
_EDITED: Final = (".md", ".yml", ".csv")
_SPECIAL: Final = re.compile(r"[\\`*\[\]<>#|~!@&]|(?<!\w)_|_(?!\w)|(?<=www)\.|:(?=//)")


@dataclass(frozen=True)
class PullRequest:
    """Where a change lies: the web address of the repository its files are in, its commit, its branch, and of the page
    that tells how the check went. What is "" is not linked to."""

    repository: str = ""
    commit: str = ""
    branch: str = ""
    run: str = ""

    def file(self, path: str, line: int = 0) -> str:
        """Where a file of the commit is read, at one of its lines."""
        if not (self.repository and self.commit):
            return ""
        at_line = f"?plain=1#L{line}" if line else ""  # without plain, GitHub draws Markdown and jumps nowhere
        return f"{self.repository}/blob/{self.commit}/{quote(path, errors='replace')}{at_line}"

    def edit(self, path: str) -> str:
        """Where a text file of the branch is changed in the browser."""
        if not (self.repository and self.branch and path.endswith(_EDITED)):
            return ""
        return f"{self.repository}/edit/{quote(self.branch)}/{quote(path, errors='replace')}"


@dataclass(frozen=True)
class Checked:
    """What a check found: the problems in reading order, how many pages were read, and how many places of each file a
    machine can mend."""

    problems: Sequence[Problem]
    pages: int
    fixable: Mapping[str, int] = field(default_factory=dict)


def comment(found: Checked, change: PullRequest, text: Words, most: int = MOST_IN_COMMENT) -> str:
    """The comment as Markdown, of at most so many characters. Where it would be longer, lines lose their links, then
    files; where that does not do, the last whole lines are left out, and it says how many problems they told and where
    those are."""
    unlinked = replace(change, repository="")
    ways = ((change, True), (change, False), (unlinked, False))
    full: list[str] = []
    for where, linked in ways:
        full = _lines(found, where, text, linked)
        full[2:2] = [] if (linked or not change.run) else [text.say("pull.comment.shortened", run=change.run), ""]
        if _size(full) <= most:
            break
    return "".join(f"{line}\n" for line in _fitting(full, change, text, most))


def _size(lines: Sequence[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _fitting(lines: list[str], change: PullRequest, text: Words, most: int) -> list[str]:
    """The lines, or the first of them and how many problems the others tell."""
    kept, left_out = list(lines), 0
    told: list[str] = []
    while kept and _size([*kept, *told]) > most:
        left_out += kept.pop().startswith("- ")
        told = ["", _more(left_out, change, text)]
    return [*kept, *told]


def _more(count: int, change: PullRequest, text: Words) -> str:
    where = "more_at" if change.run else "more"
    return text.say(f"pull.comment.{where}", count=count, run=change.run)


def _lines(found: Checked, change: PullRequest, text: Words, linked: bool) -> list[str]:
    wrong = to_mend(found.problems)
    doubts = [problem for problem in found.problems if problem.is_doubt]
    lines = [*_wrong(wrong, found, change, text)] if wrong else [*_clear(found, change, text)]
    lines += _by_file(wrong, found, change, text, linked)
    if doubts:
        lines += ["", f"## {text.say('pull.comment.doubts', count=len(doubts))}", ""]
        lines += [text.say("pull.comment.doubts_why")]
        lines += _by_file(doubts, found, change, text, linked)
    return lines


def _clear(found: Checked, change: PullRequest, text: Words) -> Iterator[str]:
    yield f"## {text.say('pull.comment.clear')}"
    yield ""
    yield text.say("pull.comment.clear_next", pages=found.pages)
    if change.run:
        yield ""
        yield text.say("pull.comment.preview", run=change.run)


def _wrong(wrong: Sequence[Problem], found: Checked, change: PullRequest, text: Words) -> Iterator[str]:
    files = len({problem.path for problem in wrong})
    yield f"## {text.say('pull.comment.wrong', count=len(wrong), files=files)}"
    yield ""
    yield text.say("pull.comment.not_public")
    yield ""
    yield from (f"{number}. {step}" for number, step in enumerate(text.listed("pull.comment.steps"), 1))
    if found.fixable:
        yield ""
        yield text.say("pull.comment.fixable", count=sum(found.fixable.values()), files=len(found.fixable))
    if change.run:
        yield ""
        yield text.say("pull.comment.preview_later")


def _by_file(
    problems: Iterable[Problem], found: Checked, change: PullRequest, text: Words, linked: bool
) -> Iterator[str]:
    files = defaultdict[str, list[Problem]](list)
    for problem in problems:
        files[problem.path].append(problem)
    for path, told in files.items():
        yield ""
        yield f"**{_file(path, len(told), change, text)}**{_beside(path, found, change, text, linked)}"
        yield ""
        yield from (
            f"- {_place(problem, change, text, linked)}: {escaped(problem.message(text.lang))}" for problem in told
        )


def _file(path: str, count: int, change: PullRequest, text: Words) -> str:
    return text.say("pull.comment.file", name=_link(escaped(path), change.file(path)), count=count)


def _beside(path: str, found: Checked, change: PullRequest, text: Words, linked: bool) -> str:
    """What stands beside the name of a file: the way to change it, and that a machine can."""
    edit = _link(text.say("pull.comment.edit"), change.edit(path)) if linked and change.edit(path) else ""
    by_machine = text.say("pull.comment.fixed_by_machine") if path in found.fixable else ""
    return "".join(f" · {part}" for part in (edit, by_machine) if part)


def _place(problem: Problem, change: PullRequest, text: Words, linked: bool) -> str:
    if problem.sheet:
        return escaped(problem.place(text.lang).removeprefix(f"{problem.path}, "))
    where = text.say("pull.comment.line", line=problem.line) if problem.line else text.say("pull.comment.whole")
    return _link(where, change.file(problem.path, problem.line)) if linked else where


def _link(said: str, url: str) -> str:
    return f"[{said}]({url})" if url else said


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it is: nothing in it becomes a link, a mention, a picture or HTML."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", on_one_line(" ".join(text.split())))
