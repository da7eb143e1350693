"""Who GitHub asks to read a change: .github/CODEOWNERS, made from `reviewers` in data/owner.yml and held to it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from portal.content.known.house.owner import OWNER_PATH, Reviewers
from portal.content.library import Library
from portal.language.locales import LANGUAGES, Locale
from portal.language.words import words
from portal.reading.files import is_folder
from portal.reading.problems import Problem

CODE_OWNERS: Final = ".github/CODEOWNERS"
_PICTURES: Final = "/docs/hinh/"


def code_owners(reviewers: Reviewers, locales: Iterable[Locale]) -> str:
    """The text of the file. The last line that matches a path decides, so that the one for everything comes first; what
    names the reviewers is read by the engineers, as all the rest is."""
    content = (*(f"/{locale.folder}/" for locale in locales), _PICTURES)
    rows = (
        *_rows(("*",), reviewers.engineering),
        *_rows(content, reviewers.content),
        *_rows(("/data/",), reviewers.data),
        *_rows((f"/{OWNER_PATH}",), reviewers.engineering),
    )
    return "".join(f"{line}\n" for line in (*_said("head"), *rows, *(() if rows else _said("none"))))


def made_by_us(text: str) -> bool:
    """Whether a file begins as the one made here does: one that does not was written by somebody."""
    return text.startswith("".join(f"{line}\n" for line in _said("head")))


def _said(name: str) -> Sequence[str]:
    return [f"# {words(lang).say(f'pull.owners.{name}')}" for lang in LANGUAGES]


def _rows(paths: Iterable[str], names: list[str] | None) -> Iterator[str]:
    for path in paths if names else ():
        yield " ".join((path, *(f"@{name}" for name in names or ())))


def written_code_owners(root: Path) -> str | None:
    """What the file says now; None where there is none that can be read."""
    try:
        return (root / CODE_OWNERS).read_text("utf-8")
    except (OSError, ValueError):
        return None


def code_owner_problems(library: Library) -> Iterator[Problem]:
    """A problem where the file names others than the owner's setting does. A corpus that is no repository on GitHub
    has no such file, and needs none."""
    owner = library.data.owner
    if owner is None or not is_folder((library.root / CODE_OWNERS).parent):
        return
    written = written_code_owners(library.root)
    nobody = owner.reviewers == Reviewers()
    if written != code_owners(owner.reviewers, library.data.locales.values()) and not (nobody and written is None):
        yield Problem(CODE_OWNERS, 1, "", "codeowners-old")
