"""Speed and weight beside stock Material, as ratios within one run: same texts, same machine, one after the other.

Makes a corpus of demonstration pages in a temporary folder, times checking and building with the portal and building
with stock Material (its own search on), and weighs the first view of one story in Chromium, at the server.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from chromium import ARGUMENTS, installed
from gzip_server import served

ROOT = Path(__file__).parent.parent

PARTS = ("scripts", "overrides", "docs", "mkdocs.yml")
STOCK = """site_name: Stock
theme:
  name: material
  font: false
plugins: [search]
"""
TEXT = "Đây là một đoạn thử của bộ đo, có dẫn nguồn [1] và **chữ đậm**, dài như một đoạn thật trong bài. " * 4


def main() -> int:
    """Prints a table of medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300, help="pages in each language")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        portal, stock = Path(folder, "portal"), Path(folder, "stock")
        make_portal(portal, options.pages)
        make_stock(stock, options.pages)
        figures = measure(portal, stock, options.runs)
        show(figures, options.pages)
        weigh(portal / "site", stock / "site")
    return 0


def body() -> str:
    return "\n\n".join(f"## Phần {n}\n\n{TEXT}" for n in range(1, 7)) + "\n"


def make_portal(root: Path, pages: int) -> None:
    """The portal itself with demonstration pages instead of its content."""
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        root.mkdir(exist_ok=True)
        copy(ROOT / part, root / part)
    shutil.copytree(ROOT / "data", root / "data")
    for lang in ("vi", "en"):
        shutil.copytree(ROOT / f"content_{lang}", root / f"content_{lang}")
        for number in range(pages):
            file = root / f"content_{lang}/thanh-tuu/2026/thu-{number}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"---\n{head(lang, number)}---\n{body()}", encoding="utf-8")


def head(lang: str, number: int) -> str:
    said = f'title: "Bài thử {lang} {number}"\n'
    said += f'description: "Mô tả của bài thử số {number}, đủ dài để bộ kiểm tra cho qua, không hơn."\n'
    facts = (
        "kind: news\ndate: 2026-01-15\nagency: ubnd-tinh\nsources:\n"
        '  - {title: "Văn bản", publisher: "Nơi", url: "https://example.org/", accessed: 2026-01-15}\n'
    )
    return said + (facts if lang == "vi" else "")


def make_stock(root: Path, pages: int) -> None:
    """Stock Material with as many pages of the same text."""
    (root / "docs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    (root / "docs/index.md").write_text("# Trang chủ\n", encoding="utf-8")
    for number in range(2 * pages):
        (root / f"docs/thu-{number}.md").write_text(f"# Bài thử {number}\n\n{body()}", encoding="utf-8")


def measure(portal: Path, stock: Path, runs: int) -> dict[str, float]:
    """Median seconds of each step; the steps take turns, so that a slow moment hits all of them."""
    steps = {
        "check": (portal, ["scripts/check.py"]),
        "build": (portal, ["scripts/build.py"]),
        "stock": (stock, ["-m", "mkdocs", "build", "-q"]),
    }
    seconds: dict[str, list[float]] = {name: [] for name in steps}
    for number in range(runs):
        for name, (folder, arguments) in steps.items():
            print(f"  {number + 1}/{runs} {name} …", file=sys.stderr)
            started = time.perf_counter()
            subprocess.run([sys.executable, *arguments], cwd=folder, check=True, capture_output=True)
            seconds[name].append(time.perf_counter() - started)
    return {name: statistics.median(values) for name, values in seconds.items()}


def show(figures: dict[str, float], pages: int) -> None:
    print(f"{pages} demonstration pages in each language besides the portal's own; medians")
    for name, label in (("check", "check"), ("build", "check + build + index"), ("stock", "stock Material build")):
        print(f"  {label:<24}{figures[name]:6.1f} s   {figures[name] / figures['stock']:5.2f} × stock")


def weigh(portal: Path, stock: Path) -> None:
    """What a first view of one story costs a phone, counted at the server over five seconds, in real Chromium."""
    ours, theirs = first_view(portal, "thanh-tuu/2026/thu-0/"), first_view(stock, "thu-0/")
    print("first view of one story: gzip bytes and requests, counted at the server over five seconds")
    for name, asked in (("portal", ours), ("stock Material", theirs)):
        total, beside = sum(size for _, size in asked), sum(size for _, size in theirs)
        print(f"  {name:<24}{total / 1024:6.1f} KB in {len(asked):2} requests   {total / beside:5.2f} × stock")


def first_view(site: Path, address: str) -> list[tuple[str, int]]:
    """(path, gzip bytes) of everything a reader's first view of a page asks for."""
    with served(site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
        page.goto(server.base("reader") + address)
        page.wait_for_timeout(5_000)
        browser.close()
        return server.asked_by("reader")


if __name__ == "__main__":
    sys.exit(main())
