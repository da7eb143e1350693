"""What our own pages give readers: no first view is heavy, steps fit a sheet, what people type finds its page.

Looks at the built site. Every page is weighed with all that a first view loads: itself, the parts it names, the worker
and the page the worker keeps. Every page of steps is printed on A4. Then a browser types the queries of queries.yml
into the search, and those of situations.yml as they are and without marks.
"""

import argparse
import gzip
import io
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pypdf
import yaml
from playwright.sync_api import Browser, Page, expect, sync_playwright

from chromium import ARGUMENTS, installed
from gzip_server import served
from portal.language.folding import fold

ROOT = Path(__file__).parent.parent
MOST_BYTES = 44 * 1024
"""Of a first view with the worker and the page it keeps. Six conventions and the glossary weigh 40.2 to 42.3 KB."""
MOST_AT_FIRST = 30 * 1024
"""Of what a page itself asks for before it can be read."""
FIRST = 3
MOST_MISSED = 0.05
LEAST_ANSWERED = (0.70, 0.92)
"""In what part of situations the first result, and one of the first three, has to answer."""
LOOKED_AT = "looked_at"
"""The questions that search is held to; of others it is told how many it answers."""
_STEPS = re.compile(r'<body [^>]*class="[^"]*\bkind-steps\b')
_PART = re.compile(r'<(?:link rel="stylesheet" href|script[^>]* src)="([^"?]+)')


def main(arguments: list[str] | None = None) -> int:
    """0 when no page is too heavy and the queries find their pages, else 1; says which do not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--queries", type=Path, default=ROOT / "bench" / "queries.yml")
    options = parser.parse_args(arguments)
    heavy = list(too_heavy(options.site))
    for page, size in heavy:
        print(f"{page}: {size / 1024:.1f} KB > {MOST_BYTES / 1024:.0f} KB")
    for page, size in heavy_at_first(options.site):  # told, and no fault yet: the pages of conventions are long
        print(f"{page}: {size / 1024:.1f} KB > {MOST_AT_FIRST / 1024:.0f} KB")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        long = list(on_more_sheets(options.site, browser))
    for page, sheets in long:
        print(f"{page}: A4 x {sheets} > 1")
    queries = yaml.safe_load(options.queries.read_text("utf-8"))
    missed = list(not_found(options.site, queries))
    for asked in missed:
        print(f"“{asked['query']}” ({asked['typed']}): {asked['goal']} > {FIRST}")
    print(f"{len(missed)} / {len(queries)}")
    without_marks = [asked for asked in missed if asked["typed"] == "plain"]
    unanswered = not questions_answered(options.site)
    return 1 if heavy or long or without_marks or unanswered or len(missed) > MOST_MISSED * len(queries) else 0


def questions_answered(site: Path) -> bool:
    """Whether enough situations are answered, and enough of the questions that search was mended after."""
    situations = yaml.safe_load((ROOT / "bench" / "situations.yml").read_text("utf-8"))
    enough = all(list(answered_enough(site, situations)))
    questions = yaml.safe_load((ROOT / "bench" / "questions.yml").read_text("utf-8"))
    for name, by_lang in questions.items():
        print(name)
        asked = [{"lang": lang, **one} for lang, several in by_lang.items() for one in several]
        answered = all(list(answered_enough(site, asked)))
        enough = enough and (answered or name != LOOKED_AT)
    return enough


def too_heavy(site: Path) -> Iterator[tuple[str, int]]:
    """(page, gzip bytes of its first view with all that comes after) of every page that weighs too much."""
    for file in sorted(site.rglob("index.html")):
        kept = site / ("en" if file.relative_to(site).parts[0] == "en" else "") / "mat-mang" / "index.html"
        size = sum(map(packed, {*asked_first(file), kept.resolve(), site.resolve() / "sw.js"}))
        if size > MOST_BYTES:
            yield file.relative_to(site).as_posix(), size


def heavy_at_first(site: Path) -> Iterator[tuple[str, int]]:
    """(page, gzip bytes of what it asks for before it can be read) of every page for which that is too much."""
    for file in sorted(site.rglob("index.html")):
        size = sum(map(packed, asked_first(file)))
        if size > MOST_AT_FIRST:
            yield file.relative_to(site).as_posix(), size


def asked_first(file: Path) -> set[Path]:
    """A page and the styles and scripts it names."""
    return {file.resolve(), *((file.parent / part).resolve() for part in _PART.findall(file.read_text("utf-8")))}


def on_more_sheets(site: Path, browser: Browser) -> Iterator[tuple[str, int]]:
    """(page, sheets of A4 it takes) of every page of steps that one sheet does not hold."""
    with served(site) as server:
        page = browser.new_page()
        for file in sorted(site.rglob("index.html")):
            if not _STEPS.search(file.read_text("utf-8")):
                continue
            place = file.relative_to(site).as_posix()
            page.goto(server.base() + place)
            paper = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
            if len(paper.pages) > 1:
                yield place, len(paper.pages)
        page.close()


@cache
def packed(file: Path) -> int:
    """The bytes of a file as a server sends it, packed."""
    return len(gzip.compress(file.read_bytes(), 9))


def not_found(site: Path, queries: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The queries whose page is not among the first results."""
    with served(site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        page = browser.new_page()
        for asked in queries:
            query = unicodedata.normalize("NFD", asked["query"]) if asked["typed"] == "nfd" else asked["query"]
            found = first_results(page, server.base(), query, "en" if asked["typed"] == "english" else "vi")
            if f"{asked['goal']}/" not in found:
                yield asked
        browser.close()


def answered_enough(site: Path, situations: list[dict[str, Any]]) -> Iterator[bool]:
    """For each language and way of typing whether enough situations are answered; says how many."""
    with served(site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        page = browser.new_page()
        for lang in ("vi", "en"):
            asked = [one for one in situations if one["lang"] == lang]
            for way, typed in (("as typed", str), ("without marks", fold)):
                found = [first_results(page, server.base(), typed(one["query"]), lang) for one in asked]
                places = [place_of(one["goals"], results) for one, results in zip(asked, found, strict=True)]
                share = [sum(place <= most for place in places) / len(places) for most in (1, FIRST)]
                print(f"{lang}, {way}: {share[0]:.0%} first, {share[1]:.0%} in the first {FIRST}, of {len(places)}")
                yield all(part >= least for part, least in zip(share, LEAST_ANSWERED, strict=True))
        browser.close()


def place_of(goals: list[str], results: list[str]) -> int:
    """The place of the first result that answers; one after the first few where none does."""
    answers = (n for n, link in enumerate(results, 1) if any(is_answer(goal, link) for goal in goals))
    return next(answers, FIRST + 1)


def is_answer(goal: str, link: str) -> bool:
    """Whether a link leads to what answers: a goal is a part of its address, or after "=" the whole place."""
    place = urlsplit(link).path.strip("/").removeprefix("en/")
    return place == goal[1:] if goal.startswith("=") else goal in link


def first_results(page: Page, base: str, query: str, lang: str) -> list[str]:
    """The addresses of the first pages a search gives."""
    page.goto(f"{base}{'en/' if lang == 'en' else ''}tim-kiem/?q={quote(query)}")
    expect(page.locator("[data-search-status]")).to_contain_text("“", timeout=15_000)
    links: list[str] = page.locator("[data-search-results] a").evaluate_all("links => links.map(link => link.href)")
    return [link.removeprefix(base).partition("#")[0] for link in links[:FIRST]]


if __name__ == "__main__":
    sys.exit(main())
