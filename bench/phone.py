"""Pictures of the pages a change shows on, at a phone's width, for whoever looks at a pull request.

Asks git which files changed since a commit, and draws each page of theirs from the built site in a real browser, whole.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from chromium import ARGUMENTS, installed
from gzip_server import served
from portal.content.known.reference import read_reference_data
from portal.reading.fields import Context
from portal.site.files.news.changed import changed_pages

ROOT = Path(__file__).parent.parent
WIDTH, HEIGHT = 360, 740
TALLEST = 16_000
"""Pixels of a page that are drawn: more than that, Chromium draws again from the top."""


def main(arguments: list[str] | None = None) -> int:
    """0 with a picture of each changed page in the folder, 1 where git or the site cannot tell."""
    options = _options(arguments)
    paths = changed_paths(options.root, options.since)
    if paths is None:
        print(f"Không hỏi được git. / Git cannot tell what changed since {options.since}.", file=sys.stderr)
        return 1
    codes = read_reference_data(options.root, Context(date.max)).locales
    pages = changed_pages(paths, codes, built(options.site))
    options.out.mkdir(parents=True, exist_ok=True)
    for name in drawn(options.site, pages[: options.most], options.out):
        print(name)
    if len(pages) > options.most:
        print(f"… + {len(pages) - options.most}")
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--since", default="HEAD^1", help="commit from which on files count as changed")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "dist" / "anh-dien-thoai", help="folder the pictures go into"
    )
    parser.add_argument("--most", type=int, default=60, help="pages drawn: of more than that nobody looks at each")
    return parser.parse_args(arguments)


def changed_paths(root: Path, since: str) -> frozenset[str] | None:
    """The files below `root` that are not as they were in a commit, new ones included; None where git cannot tell."""
    asked = (
        ("diff", "--name-only", "--relative", "-z", "--end-of-options", since, "--"),
        ("ls-files", "--others", "--exclude-standard", "-z"),
    )
    found: set[str] = set()
    for command in asked:
        done = subprocess.run(["git", "-C", str(root), *command], capture_output=True, check=False)
        if done.returncode:
            return None
        found |= {path.decode("utf-8", "replace") for path in done.stdout.split(b"\0") if path}
    return frozenset(found)


def built(site: Path) -> frozenset[str]:
    """The addresses of the built pages: "" is the home page."""
    folders = (file.parent.relative_to(site).as_posix() for file in site.rglob("index.html"))
    return frozenset("" if folder == "." else f"{folder}/" for folder in folders)


def drawn(site: Path, pages: tuple[str, ...], out: Path) -> Iterator[str]:
    """Draw each page into a file named by its address: "en_thanh-tuu_2026_bai.png"; the names as they are written."""
    if not pages:
        return
    with served(site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        for page in pages:
            name = f"{page.strip('/').replace('/', '_') or 'trang-chu'}.png"
            (out / name).write_bytes(picture(browser, server.base() + page))
            yield name
        browser.close()


def picture(browser: Browser, url: str) -> bytes:
    """A whole page at a phone's width, as PNG."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
    try:
        page.goto(url, wait_until="networkidle")
        tall = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
        page.set_viewport_size({"width": WIDTH, "height": max(tall, HEIGHT)})  # so that lazy pictures are fetched
        page.wait_for_load_state("networkidle")
        return page.screenshot()
    finally:
        page.close()


if __name__ == "__main__":
    sys.exit(main())
