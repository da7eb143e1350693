"""How nginx with the configuration of deploy/ serves the built site: one address that asks without end, and readers."""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from nginx_started import Nginx, nginx
from raw_http import ask, many_readers

CONNECTIONS, SECONDS = 200, 60
PAGES = ("", "en/", "cong-uoc/", "tro-giup/", "tin.xml")
NO_LIMITS = "# The measurement asks from one address what ten thousand readers ask from theirs.\n"


def main() -> int:
    """0 when nothing but 200, 304 and 429 came from under the limits; 1 when something else did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"), help="a built site with its packed files")
    options = parser.parse_args()
    site = options.site.resolve()
    version = subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True).stderr.strip()
    print(f"{version}, {os.cpu_count()} cores, which ask as well as serve\n")
    with tempfile.TemporaryDirectory() as room, nginx(site, Path(room), behind=True) as server:
        found = many_readers(server.http, [f"/{page}" for page in PAGES], CONNECTIONS, SECONDS)
    total = sum(found.values())
    print(f"{CONNECTIONS} connections from one address, {SECONDS} s, with the limits: {total} answers, {dict(found)}")
    with tempfile.TemporaryDirectory() as room, nginx(site, Path(room), behind=True, limits=NO_LIMITS) as server:
        for label, options_of_ab in asked(server):
            print(f"{label}: {per_second(options_of_ab)} a second")
    return 0 if set(found) <= {200, 304, 429} else 1


def asked(server: Nginx) -> list[tuple[str, list[str]]]:
    """What ab is told for each measurement: a packed page, the same where the reader has it, a connection for each."""
    page, gzip = f"http://127.0.0.1:{server.http}/", ["-H", "Accept-Encoding: gzip"]
    day = ask(server.http, "/", "127.0.0.1", False, Accept_Encoding="gzip").headers["last-modified"]
    return [
        ("home page, gzip, kept connections", [*gzip, "-k", page]),
        ("home page, unchanged (304), kept connections", [*gzip, "-k", "-H", f"If-Modified-Since: {day}", page]),
        ("home page, gzip, a connection each", [*gzip, page]),
    ]


def per_second(options: list[str]) -> str:
    done = subprocess.run(
        ["ab", "-q", "-c", str(CONNECTIONS), "-t", "10", "-n", "1000000", *options],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    failed = re.search(r"Failed requests: +(\d+)", done.stdout)
    found = re.search(r"Requests per second: +([\d.]+)", done.stdout)
    if not found or not failed or failed[1] != "0":
        raise SystemExit(done.stdout)
    return f"{float(found[1]):.0f}"


if __name__ == "__main__":
    sys.exit(main())
