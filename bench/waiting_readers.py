"""What a reader waits for on the sites of a measurement, in real Chromium: a first view of a story, a first result.

Prints, separated by tabs: what, whose, seconds, bytes packed with gzip, requests. A first result is asked where
the site's own search is; Hugo has none of its own.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from chromium import ARGUMENTS, installed
from gzip_server import served

QUERIES = ("quyền trẻ em", "khiếu nại quyết định thu hồi đất", "khai sinh")
PATIENCE = 60_000
Look = Callable[[Page, str], None]


def main() -> int:
    """0; prints a row a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", help="address of the story below the site, as thanh-tuu/2026/bai-do-0/")
    parser.add_argument("sites", nargs="+", help="name=folder")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        for name, site in (one.split("=", 1) for one in options.sites):
            tell(name, "first view", [look(browser, Path(site), partial(first_view, options.story))])
            if name in SEARCHES:
                tell(name, "first result", [look(browser, Path(site), searched(name, query)) for query in QUERIES])
        browser.close()
    return 0


def tell(name: str, what: str, found: list[tuple[float, int, int]]) -> None:
    seconds, size, requests = (statistics.median(values) for values in zip(*found, strict=True))
    print(what, name, f"{seconds:.3f}", round(size), round(requests), sep="\t")


def look(browser: Browser, site: Path, at: Look) -> tuple[float, int, int]:
    """(seconds, bytes, requests) of one look by a reader who was never there."""
    with served(site) as server:
        page = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block").new_page()
        started = time.perf_counter()
        at(page, server.base("reader"))
        seconds = time.perf_counter() - started
        page.wait_for_load_state("networkidle")
        asked = server.asked_by("reader")
        page.context.close()
    return seconds, sum(size for _, size in asked), len(asked)


def first_view(story: str, page: Page, base: str) -> None:
    answer = page.goto(base + story)
    assert answer is not None
    assert answer.ok, story


def searched(name: str, query: str) -> Look:
    return lambda page, base: SEARCHES[name](page, base, query)


def by_ours(page: Page, base: str, query: str) -> None:
    page.goto(f"{base}tim-kiem/?q={quote(query)}")
    page.locator("[data-search-results] a").first.wait_for(timeout=PATIENCE)


def by_material(page: Page, base: str, query: str) -> None:
    page.goto(base)
    page.locator("label[for=__search]").first.click()
    page.locator("input[name=query]").fill(query)
    page.locator(".md-search-result__link").first.wait_for(timeout=PATIENCE)


SEARCHES: dict[str, Callable[[Page, str, str], None]] = {"portal": by_ours, "Material": by_material}


if __name__ == "__main__":
    sys.exit(main())
