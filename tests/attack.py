"""An attack on the check: what somebody writes where, and what the check says of it."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from conftest import MADE_UP, ROOT, STORY, TODAY, written
from portal.plan.corpus import open_corpus
from portal.reading.characters import on_one_line
from portal.reading.problems import Problem, to_mend
from portal.site.gate import gate_problems

Made = str | bytes | Callable[[Path], None]
"""What stands at a path: a text, bytes, or what a function makes there."""
BODY = "Chữ [1].\n"
TABLE = ROOT / "bench/results/attacks.csv"
"""What became of each attack; bench/attacks.py writes it anew."""


@dataclass(frozen=True)
class Attack:
    """`number` is that of the list of attacks ("A089", "S8.1"), `overlay` what is written over the small site. One that
    is `alone` changes what all others are read with. `why` says what makes one harmless that the check lets through."""

    number: str
    what: str
    overlay: Mapping[str, Made]
    why: str = ""
    alone: bool = False


def page(number: str, what: str, body: str, why: str = "", **fields: str) -> Attack:
    """A story of the small site with this text and these fields; a field that is "" is left out."""
    front = {**STORY, "title": f'"Bài thử {number}"', "agency": "so-mau", **fields}
    path = f"content_vi/thanh-tuu/2026/{number.lower().replace('.', '-')}.md"
    return Attack(number, what, {path: written(front, body)}, why)


def front(number: str, what: str, **fields: str) -> Attack:
    return page(number, what, BODY, **fields)


def file(number: str, what: str, path: str, made: Made, why: str = "", alone: bool = False) -> Attack:
    return Attack(number, what, {path: made}, why, alone)


def linked(target: str) -> Callable[[Path], None]:
    """A symbolic link to somewhere."""
    return lambda path: path.symlink_to(target)


def told_of(attacks: Iterable[Attack], folder: Path) -> Iterator[tuple[Attack, tuple[Problem, ...]]]:
    """What the check says of the files of each attack; those that do not stand in each other's way in one corpus."""
    for number, some in enumerate(_together(attacks)):
        root = folder / str(number)
        shutil.copytree(MADE_UP, root)
        for attack in some:
            for path, made in attack.overlay.items():
                put(root / path, made)
        problems = to_mend(gate_problems(open_corpus(root, TODAY), TODAY, TODAY))
        for attack in some:
            yield attack, tuple(one for one in problems if _is_of(one.path, attack.overlay))


def put(path: Path, made: Made) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_file():
        path.unlink()
    if callable(made):
        made(path)
    else:
        path.write_bytes(made.encode() if isinstance(made, str) else made)


def _together(attacks: Iterable[Attack]) -> list[list[Attack]]:
    batch, alone = list[Attack](), list[list[Attack]]()
    for attack in attacks:
        if attack.alone:
            alone.append([attack])
        else:
            batch.append(attack)
    return [batch, *alone]


def _is_of(path: str, overlay: Mapping[str, Made]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in overlay)


def rows_of(attacks: Iterable[Attack], folder: Path) -> list[tuple[str, ...]]:
    """(number, path, what it is, the codes that the check says of its files, why it is harmless) of each."""
    return [
        (attack.number, _shown(attack), attack.what, " ".join(sorted({one.code for one in told})), attack.why)
        for attack, told in told_of(attacks, folder)
    ]


def _shown(attack: Attack) -> str:
    return on_one_line(next(iter(attack.overlay)))
