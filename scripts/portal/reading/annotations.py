"""Problems as GitHub shows them beside the lines of a change: each under a title in words."""

import re
from collections.abc import Iterable
from typing import Final

from portal.language.words import words
from portal.reading.characters import on_one_line
from portal.reading.problems import Problem

_TITLES: Final = {
    "people": ("private-", "personal-", "file-place", "file-author", "file-personal"),
    "source": ("source-", "sources-", "evidence-", "archive-", "answer-without-source", "unverified", "sample-"),
    "link": ("link-", "anchor-"),
    "file": ("picture-", "published-", "file-", "office-", "pdf-"),
    "head": ("yaml-", "front-", "key-"),
}
"""What a problem is about, by how its code begins; the first that fits."""
_PLACES: Final = (("content_", "text"), ("data/", "data"), ("docs/identity/", "other"), ("docs/", "file"))
"""What a problem is about where its code does not tell, by where it stands."""


def as_github(problems: Iterable[Problem], lang: str) -> str:
    """Workflow commands that GitHub shows beside the line in a pull request; a doubt is a warning there."""
    return "\n".join(_command(problem, lang) for problem in problems)


def _command(problem: Problem, lang: str) -> str:
    kind = "warning" if problem.is_doubt else "error"
    where = f"file={_property(on_one_line(problem.path))},line={max(problem.line, 1)}"  # of a file: its first
    return f"::{kind} {where},title={_property(title_of(problem, lang))}::{_data(problem.message(lang))}"


def title_of(problem: Problem, lang: str) -> str:
    """What a problem is about, in a few words: "Cần sửa: liên kết"; a field of a page by the label editors know."""
    text, subject = words(lang), _subject(problem)
    label = text.family("page_fields.page").get(re.split(r"[.\[]", problem.field)[0])
    if subject == "field" and label and problem.path.startswith("content_"):
        return text.say("pull.titles.labelled", label=label["label"], field=problem.field)
    return text.say(f"pull.titles.{subject}", field=problem.field)


def _subject(problem: Problem) -> str:
    if problem.is_doubt:
        return "doubt"
    by_code = (name for name, begins in _TITLES.items() if problem.code.startswith(begins))
    by_place = (name for begin, name in _PLACES if problem.path.startswith(begin))
    return next(by_code, "field" if problem.field else next(by_place, "other"))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
