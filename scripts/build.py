"""Builds the site: checks the content, builds both languages beside the old site, indexes it, then puts it in place."""

import argparse
import contextlib
import io
import json
import os
import runpy
import shutil
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from check import main as check
from in_place import own_room, put_back, put_in_place
from portal.content.desk.address import ENGINE_SETTINGS, is_public_address, site_address
from portal.language.words import words
from portal.site.files.search_texts import FACETS, facets_by_id, for_search

ROOT = Path(__file__).parent.parent
ENGINE = "mkdocs"
CACHE = ROOT / ".cache"


def main(arguments: list[str] | None = None) -> int:
    """0 when the new site is in place; otherwise 1, and the old one is as it was."""
    options = _options(arguments)
    said, console, started = words(options.lang).ui["build"], Console(stderr=True, highlight=False), time.monotonic()
    console.print(f"1/3 {said['checking']} …")
    if check(["--root", str(options.root), "--lang", options.lang]):
        console.print(said["failed"].format(site=options.site))
        return 1
    os.environ["PORTAL_ROOT"] = str(options.root.absolute())  # the hooks, which MkDocs calls, know no options
    os.environ["PORTAL_LANG"] = options.lang
    if not _made(options, console):
        console.print(said["failed"].format(site=options.site))
        return 1
    pages = sum(1 for _ in options.site.rglob("index.html"))
    seconds = f"{time.monotonic() - started:.1f}"
    console.print(said["done"].format(pages=pages, site=f"{_shown(options.site)}/", seconds=seconds))
    console.print(said["next"])
    address, _ = site_address((ROOT / ENGINE_SETTINGS).read_text(encoding="utf-8"), os.environ.get("SITE_URL", ""))
    if not is_public_address(address):
        console.print(said["placeholder"].format(address=address))
    return 0


def _made(options: argparse.Namespace, console: Console) -> bool:
    """Build, index and put in place; False, with the reason told, where one of these did not work."""
    said = words(options.lang).ui["build"]
    try:
        put_back(options.site)
        with own_room(CACHE) as room:
            console.print(f"2/3 {said['building']} …")
            if not _build(room / "site"):
                return False
            console.print(f"3/3 {said['searching']} …")
            if not _index(room / "site"):
                return False
            put_in_place(room / "site", options.site)
    except OSError as error:
        console.print(f"{error.filename or options.site}: {error.strerror or error}")
        return False
    return True


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build.py", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="folder with content_vi/, content_en/, data/")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="where the finished site goes")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the messages")
    return parser.parse_args(arguments)


def _shown(path: Path) -> Path:
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def _run(*command: str) -> bool:
    """Run a step quietly; show what it said only when it failed."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode == 0


def _build(site: Path) -> bool:
    """Run the engine as `python -m mkdocs` would, in this process, so that it builds from the corpus just checked."""
    command = (ENGINE, "build", "--strict", "--config-file", str(ROOT / ENGINE_SETTINGS), "--site-dir", str(site))
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said), _called_as(*command):
            runpy.run_module(ENGINE, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        done = not end.code
    except Exception:
        said.write(traceback.format_exc())
        done = False
    if not done:
        print(said.getvalue(), file=sys.stderr)
    return done


@contextlib.contextmanager
def _called_as(*command: str) -> Iterator[None]:
    """The arguments the engine finds, and its own settings from outside, for as long as it runs."""
    before, sys.argv = sys.argv, list(command)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    try:
        yield
    finally:
        sys.argv = before


def _index(site: Path) -> bool:
    """Index a copy of the pages whose text has no marks; keep of Pagefind's bundle what the search page loads."""
    copy, bundle = site.with_name("site-for-search"), site / "pagefind"
    shutil.rmtree(copy, ignore_errors=True)
    for page in sorted(site.rglob("index.html")):
        beside = copy / page.relative_to(site)
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(for_search(page.read_text(encoding="utf-8")), encoding="utf-8")
    done = _run(sys.executable, "-m", "pagefind", "--site", str(copy), "--output-path", str(bundle))
    shutil.rmtree(copy)
    if done:
        _sort_keys(bundle / "pagefind-entry.json")
        _name_facets(site / "du-lieu" / FACETS, bundle)
        for unused in {*bundle.glob("*-ui.*"), *bundle.glob("pagefind-*.js")}:
            unused.unlink()
    return done


def _name_facets(noted: Path, bundle: Path) -> None:
    """Put what each page may be narrowed by beside the index, under the ids the index uses."""
    for lang, pages in facets_by_id(bundle, json.loads(noted.read_text(encoding="utf-8"))).items():
        (bundle / f"pages.{lang}.json").write_text(json.dumps(pages, sort_keys=True, separators=(",", ":")))
    noted.unlink()


def _sort_keys(path: Path) -> None:
    """Pagefind writes its languages in no order; the same input must give the same bytes."""
    path.write_text(json.dumps(json.loads(path.read_text()), sort_keys=True, separators=(",", ":")))


if __name__ == "__main__":
    sys.exit(main())
