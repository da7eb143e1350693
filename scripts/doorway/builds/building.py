"""A build, once it is known that something has to be made: check, make, index, count, put in place."""

import argparse
import contextlib
import errno
import io
import os
import runpy
import sys
import traceback
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from check import main as check
from door import counted_up_to, today
from doorway.builds.kept_builds import LOOKS, TEXTS, WORK, kept_of
from doorway.builds.making import Made, make_site
from doorway.placing.built_site import carry_foreign, counted, is_a_site
from doorway.placing.put import told_by_disk
from doorway.placing.rooms import own_room, room_beside
from doorway.placing.whole_folder import free_place, put_folder, recover_folder
from doorway.publication import lists_of
from doorway.published_as import publication_json
from portal.content.desk.address import ENGINE_SETTINGS
from portal.content.kept_looks import KeptLooks
from portal.content.known.house.search import SearchHints
from portal.language.words import Words, words
from portal.plan.corpus import open_corpus
from portal.reading.keeping.kept import CACHE
from portal.reading.keeping.kept_values import KeptValues, work_kept
from portal.reading.markdown.kept_texts import texts_kept
from portal.site.files.kept_list import kept_lists
from portal.site.files.manifest import PUBLICATION
from portal.site.files.new_site import NewSite
from portal.site.plain.beside import write_markdown
from portal.site.search.built_index import write_index

ROOT: Final = Path(__file__).parents[3]
ENGINE: Final = "mkdocs"
_OF_THE_DISK: Final = ("ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EFBIG", "EIO", "EMFILE")
OF_THE_MACHINE: Final = frozenset(getattr(errno, name, 0) for name in (*_OF_THE_DISK, "ENOMEM"))
"""What a disk or a full memory says that no change of a text or template mends."""


def checked_and_made(options: argparse.Namespace, text: Words) -> tuple[str, str] | None:
    """Check; then build, index, count and put in place, in a folder of this build alone. What stands at the target is
    looked at before anything is built. What the check said on the two channels; None where nothing was put in place,
    and why is said. Raises NotPut, and what the disk says."""
    texts, work = _kept(options, TEXTS), _kept(options, WORK)
    with texts_kept(texts), work_kept(work) if not options.clean else contextlib.nullcontext():
        said = _checked_and_made(options, text)
    texts.keep()
    work.keep()
    return said


def _checked_and_made(options: argparse.Namespace, text: Words) -> tuple[str, str] | None:
    os.environ["PORTAL_ROOT"] = str(options.root.absolute())  # the hooks, which MkDocs calls, know no options
    os.environ["PORTAL_LANG"] = options.lang
    index = partial(_index, root=options.root, values=_kept(options, "finished"))
    build = _build if options.clean else partial(_made, root=options.root, lang=options.lang)
    steps = ((f"2/3 {text.say('build.building')} …", build), (f"3/3 {text.say('build.searching')} …", index))
    print(f"1/3 {text.say('build.checking')} …", file=sys.stderr)
    with told_by_disk(options.site):
        recover_folder(true_folder(options.site))
    looks, said = KeptLooks(_kept(options, LOOKS)), list[tuple[str, str]]()
    if check(["--root", str(options.root), "--lang", options.lang], looks, lambda *told: said.append(told)):
        return None
    looks.keep()
    before = free_place(options.site, is_a_site)
    with _room(before) as room:
        site = NewSite(room / "site", None if options.clean else before)
        site.folder.mkdir()
        for label, step in steps:
            print(label, file=sys.stderr)
            if not step(site):
                return None
        counted(site.folder)
        put_folder(site.folder, options.site, is_a_site, carry_foreign)
    return said[0]


def _room(true: Path) -> contextlib.AbstractContextManager[Path]:
    """A folder beside the site, so that one renaming puts it in place, and a full disk is known before; elsewhere where
    the site is the root of a disk and has no beside."""
    return own_room(ROOT / CACHE) if os.path.ismount(true) else room_beside(true)


def true_folder(site: Path) -> Path:
    """The folder a link leads to: that is what two builds must not write at once."""
    with told_by_disk(site):
        return site.resolve()


def _made(site: NewSite, root: Path, lang: str) -> bool:
    """Make the pages that changed, and take the others as the build before made them."""
    try:
        done = make_site(ROOT, root, site, lang)
    except OSError as error:
        if error.errno in OF_THE_MACHINE:
            raise
        done = Made(traceback.format_exc())
    except MemoryError:
        raise
    except Exception:
        done = Made(traceback.format_exc())
    told = words(lang).say("build.taken", made=done.made, taken=done.pages - done.made)
    print(done.told or told, file=sys.stderr)
    return not done.told


def _build(site: NewSite) -> bool:
    """Run the engine as `python -m mkdocs` would, in this process, so that it builds from the corpus just checked."""
    settings = str(ROOT / ENGINE_SETTINGS)
    command = (ENGINE, "build", "--strict", "--config-file", settings, "--site-dir", str(site.folder))
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said), _called_as(*command):
            runpy.run_module(ENGINE, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        done = not end.code
    except OSError as error:
        if error.errno in OF_THE_MACHINE:
            raise
        said.write(traceback.format_exc())
        done = False
    except MemoryError:
        raise
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


def _index(site: NewSite, root: Path, values: KeptValues) -> bool:
    """Write the search index from the finished pages and what editors told the search, the text beside each, what
    devices that keep pages ask, and last what tells of which publication all these files are."""
    write_index(site, open_corpus(root, today()).library.data.search or SearchHints(), values)
    write_markdown(site, values)
    site.write(PUBLICATION, publication_json(ROOT, root, counted_up_to(today())))
    for make_lists in (kept_lists, partial(lists_of, values=values)):  # the second tells of the first
        for name, content in make_lists(site.folder).items():
            site.write(name, content)
    values.keep()
    return True
