"""Builds the site: checks the content, builds both languages beside the old site, indexes it, then puts it in place."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import contextlib
import errno
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
from door import counted_up_to, fixed_address, fixed_moment, parser_of, run, today
from portal.content.kept_looks import KeptLooks
from portal.content.desk.address import ENGINE_SETTINGS, is_public_address, site_address
from portal.content.known.house.search import SearchHints
from portal.language.words import Words, words
from portal.plan.corpus import open_corpus
from portal.reading.kept_values import KeptValues
from portal.reading.markdown.kept_texts import texts_kept
from portal.site.files.kept_list import kept_lists
from portal.site.files.manifest import PUBLICATION
from portal.site.plain.beside import write_markdown
from portal.site.search.built_index import write_index
from doorway.making import kept_of, make_site
from doorway.placing.built_site import carry_foreign, counted, is_a_site
from doorway.placing.lock import held
from doorway.publication import lists_of, publication_json
from doorway.placing.put import NotPut, told_by_disk
from doorway.placing.rooms import own_room, room_beside
from doorway.placing.whole_folder import free_place, put_folder, recover_folder

ROOT = Path(__file__).parent.parent
ENGINE = "mkdocs"
CACHE = ROOT / ".cache"
OF_THE_DISK = frozenset(
    getattr(errno, name, 0) for name in ("ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EFBIG", "EIO", "EMFILE")
)
"""What a disk says that no change of a text or template mends."""


def main(arguments: list[str] | None = None) -> int:
    """0 when the new site is in place; otherwise 1, and the old one is as it was."""
    options = _options(arguments)
    text, console, started = words(options.lang), Console(stderr=True, highlight=False, markup=False), time.monotonic()
    if not fixed_moment():
        console.print(text.say("build.no_moment", day=today().isoformat()))
    if not fixed_address():
        console.print(text.say("build.bad_address", value=repr(os.environ["SITE_URL"])))
        return 1
    try:
        texts = _kept(options, "texts")
        with held(_true(options.site), lambda who: console.print(text.say("put.waiting", path=options.site, who=who))):
            with texts_kept(texts):
                done = _checked_and_made(options, text, console)
            texts.keep()
    except NotPut as why:
        print(why.said(text), file=sys.stderr)
        done = False
    except OSError as error:
        print(text.say("put.cannot_write", path=error.filename or options.site, reason=error.strerror), file=sys.stderr)
        done = False
    if not done:
        console.print(text.say("build.failed", site=options.site))
        return 1
    _tell(options.site, time.monotonic() - started, text, console)
    return 0


def _tell(site: Path, seconds: float, text: Words, console: Console) -> None:
    pages = sum(1 for _ in site.rglob("index.html"))
    console.print(text.say("build.done", pages=pages, site=f"{_shown(site)}/", seconds=f"{seconds:.1f}"))
    console.print(text.say("build.next"))
    address, _ = site_address((ROOT / ENGINE_SETTINGS).read_text(encoding="utf-8"), os.environ.get("SITE_URL", ""))
    if not is_public_address(address):
        console.print(text.say("build.placeholder", address=address))


def _checked_and_made(options: argparse.Namespace, text: Words, console: Console) -> bool:
    """Check; then build, index, count and put in place, in a folder of this build alone. What stands at the target is
    looked at before anything is built. Raises NotPut, and what the disk says."""
    os.environ["PORTAL_ROOT"] = str(options.root.absolute())  # the hooks, which MkDocs calls, know no options
    os.environ["PORTAL_LANG"] = options.lang
    os.environ |= {"PORTAL_WAITING": "all"} if options.scheduled else {}
    index = partial(_index, root=options.root, values=_kept(options, "finished"))
    build = _build if options.clean else partial(_made, root=options.root, lang=options.lang)
    steps = ((f"2/3 {text.say('build.building')} …", build), (f"3/3 {text.say('build.searching')} …", index))
    console.print(f"1/3 {text.say('build.checking')} …")
    with told_by_disk(options.site):
        recover_folder(_true(options.site))
    looks = KeptLooks(_kept(options, "looks"))
    if check(["--root", str(options.root), "--lang", options.lang], looks):
        return False
    looks.keep()
    with _room(free_place(options.site, is_a_site)) as room:
        site = room / "site"
        for label, step in steps:
            console.print(label)
            if not step(site):
                return False
        counted(site)
        put_folder(site, options.site, is_a_site, carry_foreign)
    return True


def _room(true: Path) -> contextlib.AbstractContextManager[Path]:
    """A folder beside the site, so that one renaming puts it in place, and a full disk is known before; elsewhere where
    the site is the root of a disk and has no beside."""
    return own_room(CACHE) if os.path.ismount(true) else room_beside(true)


def _true(site: Path) -> Path:
    """The folder a link leads to: that is what two builds must not write at once."""
    with told_by_disk(site):
        return site.resolve()


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("build.py", __doc__, "root", "lang")
    parser.set_defaults(root=ROOT)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="where the finished site goes")
    parser.add_argument("--clean", action="store_true", help="make all anew, taking nothing from a build before")
    parser.add_argument("--scheduled", action="store_true", help="also the pages that wait for their day, so marked")
    return parser.parse_args(arguments)


def _shown(path: Path) -> Path:
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def _made(site: Path, root: Path, lang: str) -> bool:
    """Make the pages that changed, and take the others as the build before made them."""
    said = ""
    try:
        said = make_site(ROOT, root, site, lang).told
    except OSError as error:
        if error.errno in OF_THE_DISK:
            raise
        said = traceback.format_exc()
    except Exception:
        said = traceback.format_exc()
    if said:
        print(said, file=sys.stderr)
    return not said


def _build(site: Path) -> bool:
    """Run the engine as `python -m mkdocs` would, in this process, so that it builds from the corpus just checked."""
    command = (ENGINE, "build", "--strict", "--config-file", str(ROOT / ENGINE_SETTINGS), "--site-dir", str(site))
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said), _called_as(*command):
            runpy.run_module(ENGINE, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        done = not end.code
    except OSError as error:
        if error.errno in OF_THE_DISK:
            raise
        said.write(traceback.format_exc())
        done = False
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


def _kept(options: argparse.Namespace, name: str) -> KeptValues:
    """What builds before worked out; nothing for one that makes all anew."""
    return KeptValues(None if options.clean else kept_of(ROOT, options.root) / name)


def _index(site: Path, root: Path, values: KeptValues) -> bool:
    """Write the search index from the finished pages and what editors told the search, the text beside each, what
    devices that keep pages ask, and last what tells of which publication all these files are."""
    write_index(site, open_corpus(root, today()).library.data.search or SearchHints(), values)
    write_markdown(site, values)
    (site / PUBLICATION).write_bytes(publication_json(ROOT, root, counted_up_to(today())))
    for name, content in kept_lists(site).items():
        (site / name).write_bytes(content)
    for name, content in lists_of(site, values).items():
        (site / name).write_bytes(content)
    values.keep()
    return True


if __name__ == "__main__":
    sys.exit(run(main))
