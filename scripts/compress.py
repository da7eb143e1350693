"""Lays packed files (gzip, Brotli) beside those of a built site, as a web server gives them to browsers."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import hashlib
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from door import ROOT, parser_of, refused, run
from doorway.placing.lock import alone_at
from doorway.placing.put import OPEN_FILE, NotPut, put_files
from portal.language.words import words
from portal.reading.keeping.kept import CACHE, kept
from portal.site.files.manifest import MANIFEST, read_manifest
from portal.site.files.packed import GZIP, LEAST, WAYS, has_brotli, is_packed, packs


def main(arguments: list[str] | None = None) -> int:
    """0 when every file has its companions and none is left of a file that has gone; 1 where one cannot be written, 2
    where there is no built site or what packs Brotli is not installed."""
    options = _options(arguments)
    text = words(options.lang)
    if not has_brotli():
        return refused(text.say("compress.no_brotli"))
    if not (options.site / MANIFEST).is_file():
        return refused(text.say("compress.no_site", site=options.site))
    try:
        with alone_at(options.site, text):
            sizes = _all_compressed(options.site)
    except NotPut as why:
        return refused(why.said(text), 1)
    plain, packed = (sum(one) for one in zip(*sizes, strict=True)) if sizes else (0, 0)
    print(text.say("compress.done", files=len(sizes), plain=_megabytes(plain), packed=_megabytes(packed)))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("compress.py", __doc__, "lang")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="folder of the built site")
    return parser.parse_args(arguments)


def _all_compressed(site: Path) -> list[tuple[int, int]]:
    """What `_compress` tells of each text of a site. Raises NotPut."""
    sums, _ = read_manifest((site / MANIFEST).read_bytes())
    files = [site / path for path in sums if packs(path) and (site / path).is_file()]
    with ThreadPoolExecutor(os.cpu_count()) as both:
        sizes = list(both.map(partial(_compress, site, frozenset(sums)), files))
    _sweep(site, frozenset(sums))
    return sizes


def _compress(site: Path, own: frozenset[str], file: Path) -> tuple[int, int]:
    """(bytes of a file, bytes of the shortest it is sent in). What the site itself has under a companion's name stays.
    A file that is as it was in an earlier publication keeps that one's time, so that browsers are told it is."""
    content = file.read_bytes()
    mark, found = hashlib.sha256(content).hexdigest(), {}
    for ending, pack in WAYS.items():
        companion = file.with_name(file.name + ending)
        if companion.relative_to(site).as_posix() in own:
            continue
        packed = kept(_kept(mark, ending), partial(pack, content))
        found[companion] = packed if len(packed) < len(content) >= LEAST else None
    put_files({path: data for path, data in found.items() if data != _bytes(path)})
    for path in (path for path, data in found.items() if data):
        path.chmod(OPEN_FILE)  # whatever the umask: who serves the file has to read it
    _date((file, *(path for path, data in found.items() if data)), _kept(mark, GZIP))
    return len(content), min(len(content), *(len(data) for data in found.values() if data), len(content))


def _kept(mark: str, ending: str) -> Path:
    return ROOT / CACHE / "packed" / f"{mark}{ending}"


def _date(files: tuple[Path, ...], first: Path) -> None:
    """Give files the time at which their content was packed for the first time; where nothing is kept, that of now."""
    try:
        known = int(first.stat().st_mtime)
    except OSError:
        return
    for file in files:
        os.utime(file, (known, known))


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _sweep(site: Path, own: frozenset[str]) -> None:
    """Take away the companions of files that have gone."""
    put_files(dict.fromkeys(_left_over(site, own)))


def _left_over(site: Path, own: frozenset[str]) -> Iterator[Path]:
    for file in site.rglob("*"):
        path = file.relative_to(site).as_posix()
        if is_packed(path) and path not in own and not file.with_suffix("").is_file():
            yield file


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.1f}"


if __name__ == "__main__":
    sys.exit(run(main))
