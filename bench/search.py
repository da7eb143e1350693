"""What a search moves as the site grows: index bytes at 100, 1,000 and 10,000 generated stories, bytes and requests of
a query to its first result, in real Chromium over a slow network.

Takes a built site for its search page; its Vietnamese index is replaced in a copy. Stories are made of sentences of the
site's own pages, drawn by chance, so that words are as frequent as in real ones, and of made-up words, so that the
vocabulary grows too.
"""

import argparse
import gzip
import random
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Request, sync_playwright

from chromium import ARGUMENTS, installed
from door import today
from gzip_server import served
from portal.content.known.house.search import SearchHints
from portal.content.known.reference import read_reference_data
from portal.language.made_files import INDEX_FOLDER
from portal.reading.fields import Context
from portal.site.search.index import Searched, counts_of, index_files
from portal.site.search.notes import Noted
from portal.site.search.passages import Passage, SearchedPage, searched_page

ROOT = Path(__file__).parent.parent
QUERIES = (
    "bi danh",
    "quyền trẻ em",
    "con toi chua co giay khai sinh",
    "xã không đồng ý cho tôi xem giấy tờ đất của gia đình tôi",
    "khieu nai quyet dinh thu hoi dat cua uy ban nhan dan tinh",
)
MOST = 60 * 1024
"""Bytes a query may move, packed."""
SECTIONS = 7
SENTENCES = 9
NAMES = 0.04
"""In what part of sentences a made-up name stands: names are what a growing site has new."""


def main() -> int:
    """0 when no query moves more than it may, else 1; prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--stories", type=int, nargs="+", default=[100, 1_000, 10_000])
    options = parser.parse_args()
    hints = read_reference_data(ROOT, Context(today())).search or SearchHints()
    own = list(own_pages(options.site))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        copy = Path(shutil.copytree(options.site, Path(folder, "site")))
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        worst = [measured(copy, browser, [*own, *stories(own, number)], hints) for number in (0, *options.stories)]
        browser.close()
    return 1 if max(worst) > MOST else 0


def own_pages(site: Path) -> Iterator[Searched]:
    """The Vietnamese pages of the site, with the least that search needs to know of them."""
    for file in sorted(site.rglob("index.html")):
        address = f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./")
        page = None if address.startswith("en/") else searched_page(address, file.read_text("utf-8"))
        if page:
            yield Searched(page, Noted("vi", f"{address}index", (), {"kind": ("page",), "date": ("2026-11-28",)}))


def stories(own: list[Searched], number: int) -> Iterator[Searched]:
    """Generated stories: the same number, the same stories."""
    chance = random.Random(number)
    texts = [one.text for page in own for one in page.page.passages]
    sentences = [one for text in texts for one in re.split(r"(?<=[.!?])\s|\n", text) if one.count(" ") > 4]
    for story in range(number):
        passages = tuple(
            Passage(f"muc-{n}", f"{chance.choice(sentences)[:60]}", "\n".join(said(chance, sentences)))
            for n in range(SECTIONS)
        )
        page = SearchedPage(f"thu/{story}/", chance.choice(sentences)[:90], chance.choice(sentences)[:160], passages)
        facets = {"kind": (chance.choice(("news", "policy")),), "group": (chance.choice(("women", "children")),)}
        yield Searched(page, Noted("vi", f"thu/{story}", (), {**facets, "date": ("2026-01-02",)}))


def said(chance: random.Random, sentences: list[str]) -> Iterator[str]:
    for _ in range(SENTENCES):
        name = f" {chance.choice('bcdghklmnt')}{chance.choice('aeiou')}{chance.randrange(10**5):x}"
        yield chance.choice(sentences) + (name if chance.random() < NAMES else "")


def measured(site: Path, browser: Browser, pages: list[Searched], hints: SearchHints) -> int:
    """Prints what the index of the pages weighs and what each query moves; the most that one does."""
    started = time.perf_counter()
    files = dict(index_files(pages, "vi", hints, counts_of(pages, "vi", hints)))
    seconds = time.perf_counter() - started
    shutil.rmtree(site / INDEX_FOLDER / "vi")
    for path, content in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    packed = {path.rpartition("/")[2]: len(gzip.compress(content, 6)) for path, content in files.items()}
    kinds = {kind: [size for name, size in packed.items() if re.match(kind, name)] for kind in ("s\\d", "t\\d")}
    shown = ", ".join(f"{len(sizes)} × ≤ {max(sizes):,}" for sizes in kinds.values())
    print(f"{len(pages):,} pages: {sum(packed.values()) / 1024:,.0f} KB packed (terms, texts: {shown}; ", end="")
    print(f"first file {packed['index.js']:,} B; facets {packed['facets.js']:,} B), indexed in {seconds:.1f} s")
    return max(asked(site, browser, query) for query in QUERIES)


def asked(site: Path, browser: Browser, query: str) -> int:
    """Packed bytes of what the index is asked for until the results stand there."""
    with served(site) as server:
        page = browser.new_context(service_workers="block").new_page()
        loaded: list[Request] = []
        page.on("requestfinished", lambda request: loaded.append(request))
        started = time.perf_counter()
        page.goto(f"{server.base()}tim-kiem/?q={quote(query)}")
        page.locator("[data-search-results] a").first.wait_for(timeout=30_000)
        seconds = time.perf_counter() - started
        page.wait_for_load_state("networkidle")
        index = [one for one in loaded if f"/{INDEX_FOLDER}/" in one.url]
        sizes = [one.sizes()["responseBodySize"] for one in index]
        print(f"  “{query}”: {sum(sizes) / 1024:.1f} KB in {len(sizes)} requests, first result after {seconds:.2f} s")
        page.context.close()
    return sum(sizes)


if __name__ == "__main__":
    sys.exit(main())
