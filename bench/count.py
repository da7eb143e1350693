"""How long counting takes and how much memory: stories and a register, cold, kept, and with one file of many changed.

Ratios compare with the least any counter must do in one run: reading every file and every row with csv and YAML's own C
loader, checking nothing. Each command runs in a process of its own, whose peak memory is its own.
"""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
SECTIONS = (("thanh-tuu", "news"), ("chinh-sach", "policy"), ("doi-ngoai", "news"))
LAST = date(2026, 11, 28)
"""The last day of a row: none may lie in the future."""


def main() -> int:
    """Prints seconds, memory and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=2_000)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--files", type=int, default=34, help="files of one year, one for each body or province")
    parser.add_argument("--bare", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.bare:
        bare(options.bare)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make(root, options.stories, options.rows, options.files)
        print(f"{options.stories} stories and {options.rows} register rows in {options.files} files", flush=True)
        compare(root, options.rows)
    return 0


def compare(root: Path, rows: int) -> None:
    """Bare reading; counting cold; what was kept; one file changed."""
    count = ["scripts/kpi.py", "--root", str(root), "--year", "2026", "--as-of", LAST.isoformat()]
    bare_seconds, _ = timed([__file__, "--bare", str(root)])
    print(f"  bare reading             {bare_seconds:6.1f} s of work")
    for label in ("kpi.py, nothing kept", "kpi.py, all kept", "kpi.py, one file changed"):
        if label.endswith("changed"):
            change(sorted((root / "data/products").iterdir())[0])
        seconds, peak = timed(count)
        each = f"   {1e6 * seconds / rows:5.2f} µs a row" if label.endswith("nothing kept") else ""
        print(f"  {label:<24} {seconds:6.1f} s of work   {seconds / bare_seconds:5.2f} × bare   {peak:.0f} MB{each}")


def timed(command: list[str]) -> tuple[float, float]:
    """(seconds of the processor, MB at most) of one command, by itself."""
    started = subprocess.Popen([sys.executable, *command], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise SystemExit(f"{command}: {started.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def change(file: Path) -> None:
    """One row less; a large file is not read for it, as a child's peak memory begins at its parent's."""
    with file.open("rb+") as opened:
        size = opened.seek(0, os.SEEK_END)
        opened.seek(size - 200)
        end = opened.read()
        opened.truncate(size - 200 + end.rstrip(b"\n").rfind(b"\n") + 1)


def make(root: Path, stories: int, rows: int, files: int) -> None:
    """A corpus of demonstration stories and rows."""
    (root / "data/products").mkdir(parents=True)
    for name in ("plan.yml", "agencies.yml"):
        (root / "data" / name).write_bytes((ROOT / "data" / name).read_bytes())
    agencies = [one["id"] for one in yaml.safe_load((root / "data/agencies.yml").read_text("utf-8")) if there(one)]
    for number in range(stories):
        section, kind = SECTIONS[number % len(SECTIONS)]
        file = root / f"content_vi/{section}/2026/thu-{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(story(number, kind, agencies[number % len(agencies)]), encoding="utf-8")
    (root / "content_vi").mkdir(exist_ok=True)
    for part in range(files):
        with (root / f"data/products/2026-phan-{part:03}.csv").open("w", encoding="utf-8") as out:
            out.write("id,date,title,agency,theme,formats,channels,languages,audiences\n")
            out.writelines(lines(range(part, rows, files), agencies))


def there(agency: dict[str, object]) -> bool:
    """Whether a body made products all through 2026."""
    began, kind = str(agency.get("valid_from") or ""), agency.get("kind")
    return not agency.get("valid_to") and began < "2025-12" and kind not in {"collective", "former"}


def lines(numbers: range, agencies: list[str]) -> Iterator[str]:
    for number in numbers:
        day, agency = date(2025, 12, 1) + timedelta(days=number % 360), agencies[number % len(agencies)]
        channel, language = ("print", "facebook", "radio")[number % 3], ("vi", "vi|en", "blt", "hmn|vi")[number % 4]
        yield f"sp-{number},{day},Sản phẩm {number},{agency},{number % 5 + 1},leaflet|poster,{channel},"
        yield f"{language},residents\n"


def story(number: int, kind: str, agency: str) -> str:
    day = date(2025, 12, 1) + timedelta(days=number % 350)
    return f"""---
title: "Bài thử số {number} của bộ đo"
description: "Mô tả của bài thử số {number}, đủ dài để bộ kiểm tra cho qua, không hơn."
kind: {kind}
date: {day}
agency: {agency}
sources:
  - {{title: "Văn bản thử", publisher: "Nơi thử", url: "https://example.org/", accessed: {day}, carries: original}}
conventions: [crc]
groups: [children]
product: {{formats: [article], channels: [portal], languages: [vi], audiences: [everyone]}}
---
Một câu thử [1].
"""


def bare(root: Path) -> None:
    """Read everything and check nothing."""
    for file in root.rglob("*.md"):
        yaml.load(file.read_text("utf-8").split("---")[1], yaml.CSafeLoader)
    for file in (root / "data/products").iterdir():
        with file.open(encoding="utf-8") as rows:
            sum(1 for _ in csv.DictReader(rows))


if __name__ == "__main__":
    sys.exit(main())
