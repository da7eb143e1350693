"""Builds the site: checks the content, builds both languages beside the old site, indexes it, then puts it in place."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import contextlib
import io
import os
import runpy
import sys
import time
import traceback
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from rich.console import Console

from check import main as check
from door import counted_up_to, fixed_moment, parser_of, run, today
from portal.content.desk.address import ENGINE_SETTINGS, is_public_address, site_address
from portal.content.known.reference import read_reference_data
from portal.content.known.search import SearchHints
from portal.language.words import Words, words
from portal.reading.fields import Context
from portal.site.files.kept_list import kept_lists
from portal.site.files.manifest import PUBLICATION
from portal.site.plain.beside import write_markdown
from portal.site.search.built_index import write_index
from doorway.publication import lists_of, publication_json
from doorway.put import NotPut, own_room, put_folder, recover_folder

ROOT = Path(__file__).parent.parent
ENGINE = "mkdocs"
CACHE = ROOT / ".cache"


def main(arguments: list[str] | None = None) -> int:
    """0 when the new site is in place; otherwise 1, and the old one is as it was."""
    options = _options(arguments)
    text, console, started = words(options.lang), Console(stderr=True, highlight=False), time.monotonic()
    if not fixed_moment():
        console.print(text.say("build.no_moment", day=today().isoformat()))
    console.print(f"1/3 {text.say('build.checking')} …")
    with contextlib.suppress(OSError):
        recover_folder(options.site.absolute())
    if check(["--root", str(options.root), "--lang", options.lang]) or not _made(options, text, console):
        console.print(text.say("build.failed", site=options.site))
        return 1
    pages = sum(1 for _ in options.site.rglob("index.html"))
    seconds = f"{time.monotonic() - started:.1f}"
    console.print(text.say("build.done", pages=pages, site=f"{_shown(options.site)}/", seconds=seconds))
    console.print(text.say("build.next"))
    address, _ = site_address((ROOT / ENGINE_SETTINGS).read_text(encoding="utf-8"), os.environ.get("SITE_URL", ""))
    if not is_public_address(address):
        console.print(text.say("build.placeholder", address=address))
    return 0


def _made(options: argparse.Namespace, text: Words, console: Console) -> bool:
    """Build, index and put in place, in a folder of this build alone: two builds at once do not mix."""
    os.environ["PORTAL_ROOT"] = str(options.root.absolute())  # the hooks, which MkDocs calls, know no options
    os.environ["PORTAL_LANG"] = options.lang
    os.environ |= {"PORTAL_WAITING": "all"} if options.scheduled else {}
    index = partial(_index, root=options.root)
    steps = ((f"2/3 {text.say('build.building')} …", _build), (f"3/3 {text.say('build.searching')} …", index))
    try:
        with own_room(CACHE) as room:
            site = room / "site"
            for label, step in steps:
                console.print(label)
                if not step(site):
                    return False
            put_folder(site, options.site, _is_a_site)
    except NotPut as why:
        print(why.said(text), file=sys.stderr)
        return False
    except OSError as error:
        print(text.say("put.cannot_write", path=error.filename or CACHE, reason=error.strerror), file=sys.stderr)
        return False
    return True


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("build.py", __doc__, "root", "lang")
    parser.set_defaults(root=ROOT)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="where the finished site goes")
    parser.add_argument("--scheduled", action="store_true", help="also the pages that wait for their day, so marked")
    return parser.parse_args(arguments)


def _shown(path: Path) -> Path:
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


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


def _index(site: Path, root: Path) -> bool:
    """Write the search index from the finished pages and what editors told the search, the text beside each, what
    devices that keep pages ask, and last what tells of which publication all these files are."""
    write_index(site, read_reference_data(root, Context(today())).search or SearchHints())
    write_markdown(site)
    (site / PUBLICATION).write_bytes(publication_json(ROOT, root, counted_up_to(today())))
    for name, content in kept_lists(site).items():
        (site / name).write_bytes(content)
    for name, content in lists_of(site).items():
        (site / name).write_bytes(content)
    return True


def _is_a_site(folder: Path) -> bool:
    return (folder / "index.html").is_file()


if __name__ == "__main__":
    sys.exit(run(main))
