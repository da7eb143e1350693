"""The table of a measurement: its rows, their ratios to Hugo and to Material, as CSV and as text."""

import csv
import io
import os
import platform
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

BESIDE: Final = ("Hugo", "Material")
ASKED: Final = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "pydantic", "pyyaml")
DECIMALS: Final = 3


@dataclass(frozen=True)
class Line:
    """A step of an engine: medians of seconds (processor, clock) and MB (largest process, all together); pages and
    bytes of what it made, or bytes and requests a reader waited for; each ratio is to that engine's same step."""

    step: str
    engine: str
    cpu: float | None
    wall: float | None
    largest: float | None
    together: float | None
    pages: int | None = None
    size: int | None = None
    requests: int | None = None
    cpu_to_hugo: float | None = None
    cpu_to_material: float | None = None
    wall_to_hugo: float | None = None
    wall_to_material: float | None = None
    size_to_hugo: float | None = None
    size_to_material: float | None = None


HEAD: Final = {"cpu": "cpu_s", "wall": "wall_s", "largest": "largest_mb", "together": "together_mb", "size": "bytes"}
"""What a column is called where a name alone does not say its unit."""
BUILDS: Final = ("nothing changed", "one story changed", "one template changed", "check", "kpi")
"""Steps that have no equal elsewhere: they are compared with the whole build of the other."""


def with_ratios(lines: list[Line]) -> list[Line]:
    """The same with every ratio this run can tell; none where the other was not measured. Rounded as they are kept, so
    that a table and its drawing say one thing."""
    return [rounded(replace(line, **ratios(line, lines))) for line in lines]


def rounded(line: Line) -> Line:
    long = {field.name: getattr(line, field.name) for field in fields(line)}
    found: dict[str, Any] = {name: round(it, DECIMALS) for name, it in long.items() if isinstance(it, float)}
    return replace(line, **found)


def ratios(line: Line, lines: list[Line]) -> dict[str, Any]:
    found = dict[str, Any]()
    step = "cold" if line.step in BUILDS else line.step
    for engine in BESIDE:
        other = next((one for one in lines if (one.step, one.engine) == (step, engine)), None)
        for name in ("cpu", "wall", "size"):
            mine, theirs = getattr(line, name), getattr(other, name, None)
            if mine is not None and theirs:
                found[f"{name}_to_{engine.lower()}"] = mine / theirs
    return found


def machine(stories: int, rounds: int, hugo: Path | None, loads: list[float]) -> dict[str, str]:
    """What was measured, where and with what; the load before each step, our own work in it."""
    said = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout if hugo else ""
    versions = [f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in ASKED)]
    versions += re.findall(r"hugo v[\d.]+", said)[:1]
    return {
        "stories": str(stories),
        "rounds": str(rounds),
        "day": datetime.now(UTC).date().isoformat(),
        "cores": str(os.cpu_count()),
        "load": f"{min(loads):.1f}–{max(loads):.1f}",
        "system": f"{platform.system()} {platform.machine()}",
        "versions": "; ".join(versions),
    }


def as_csv(lines: list[Line], about: Mapping[str, str]) -> str:
    """A row a line; what was measured where and with what stands in each, so that rows of runs can be laid together."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    names = [field.name for field in fields(Line)]
    table.writerow([*(HEAD.get(name, name) for name in names), *about])
    for line in lines:
        table.writerow([*(shown(getattr(line, name)) for name in names), *about.values()])
    return out.getvalue()


def from_csv(table: str) -> tuple[list[Line], dict[str, str]]:
    """The lines of a table, and where they were measured."""
    rows = list(csv.DictReader(io.StringIO(table)))
    kinds = {field.name: (HEAD.get(field.name, field.name), str(field.type)) for field in fields(Line)}
    lines = [Line(**{name: read(row[head], kind) for name, (head, kind) in kinds.items()}) for row in rows]
    known = {head for head, _ in kinds.values()}
    return lines, {name: value for name, value in rows[0].items() if name not in known}


def read(cell: str, kind: str) -> Any:
    if "str" in kind:
        return cell
    return None if not cell else float(cell) if "float" in kind else int(cell)


def shown(value: float | str | None) -> str:
    if isinstance(value, float):
        return f"{value:.{DECIMALS}f}"
    return "" if value is None else str(value)


def as_text(lines: list[Line], about: Mapping[str, str]) -> str:
    """The same for a terminal."""
    where = f"{about['cores']} cores, load {about['load']}"
    rows = [f"{about['stories']} stories in each language, medians, rounds: {about['rounds']}; {where}"]
    rows.append(about["versions"])
    for line in lines:
        parts = [f"{line.engine + ', ' + line.step:<30}"]
        parts += [f"{line.cpu:8.1f} s of work" if line.cpu is not None else f"{(line.size or 0) / 1024:8.1f} KB       "]
        parts += [f"{line.wall:8.1f} s" if line.wall is not None else ""]
        parts += [f"{line.largest:6.0f} MB, together {line.together:6.0f} MB"] if line.largest and line.together else []
        parts += [compared(line)]
        rows.append("  ".join(parts).rstrip())
    return "\n".join(rows) + "\n"


def compared(line: Line) -> str:
    """ "2.30 × Hugo, 0.30 × Material" of the work, or of the bytes a reader waited for."""
    name = "cpu" if line.cpu is not None else "size"
    found = ((engine, getattr(line, f"{name}_to_{engine.lower()}")) for engine in BESIDE if engine != line.engine)
    return ", ".join(f"{ratio:.2f} × {engine}" for engine, ratio in found if ratio is not None)
