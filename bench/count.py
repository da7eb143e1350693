"""How long counting takes and how much memory, on 10,000 stories and 100,000 register rows; beside a bare reading.

The ratio compares with the least any counter must do in one run: reading every file and every row with csv and YAML's
own C loader, checking nothing.
"""

import csv
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
STORIES, ROWS = 10_000, 100_000
SECTIONS = (("thanh-tuu", "news"), ("chinh-sach", "policy"), ("doi-ngoai", "news"))
FIRST = date(2025, 12, 1)


def main() -> int:
    """Prints seconds, memory and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make(root)
        print(f"{STORIES} stories and {ROWS} register rows", flush=True)
        bare = timed([sys.executable, __file__, "--bare", str(root)])
        ours = timed([sys.executable, "scripts/kpi.py", "--root", str(root), "--year", "2026", "--as-of", "2026-11-30"])
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"  bare reading       {bare:6.1f} s")
        print(f"  kpi.py             {ours:6.1f} s   {ours / bare:5.2f} × bare reading   at most {peak:.0f} MB")
    return 0


def timed(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - started


def make(root: Path) -> None:
    """A corpus of demonstration stories and rows."""
    (root / "data/products").mkdir(parents=True)
    for name in ("plan.yml", "agencies.yml"):
        (root / "data" / name).write_bytes((ROOT / "data" / name).read_bytes())
    agencies = [one["id"] for one in yaml.safe_load((root / "data/agencies.yml").read_text("utf-8"))]
    for number in range(STORIES):
        section, kind = SECTIONS[number % len(SECTIONS)]
        file = root / f"content_vi/{section}/2026/thu-{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(story(number, kind, agencies[number % len(agencies)]), encoding="utf-8")
    with (root / "data/products/2026.csv").open("w", encoding="utf-8") as out:
        out.write("id,date,title,agency,theme,formats,channels,languages,audiences\n")
        for number in range(ROWS):
            day, agency = FIRST + timedelta(days=number % 360), agencies[number % len(agencies)]
            channel, language = ("print", "facebook", "radio")[number % 3], ("vi", "vi|en", "blt", "hmn|vi")[number % 4]
            out.write(f"sp-{number},{day},Sản phẩm {number},{agency},{number % 5 + 1},leaflet|poster,{channel},")
            out.write(f"{language},residents\n")


def story(number: int, kind: str, agency: str) -> str:
    day = FIRST + timedelta(days=number % 350)
    return f"""---
title: "Bài thử số {number} của bộ đo"
description: "Mô tả của bài thử số {number}, đủ dài để bộ kiểm tra cho qua, không hơn."
kind: {kind}
date: {day}
agency: {agency}
sources:
  - {{title: "Văn bản thử", publisher: "Nơi thử", url: "https://example.org/", accessed: {day}, primary: true}}
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
    with (root / "data/products/2026.csv").open(encoding="utf-8") as rows:
        sum(1 for _ in csv.DictReader(rows))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--bare"]:
        bare(Path(sys.argv[2]))
    else:
        sys.exit(main())
