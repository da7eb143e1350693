"""Packs the built site as plain files that open from a USB stick and are searched without a network: one ZIP."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import io
import os
import sys
import zipfile
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from door import moment_of_build, parser_of, refused, run, today
from portal.content.known.reference import read_reference_data
from portal.language.words import Words, words
from portal.reading.fields import Context
from portal.site.files.offline_copy import PAGE
from doorway.publication import copy_with_list
from doorway.placing.lock import alone_at
from doorway.placing.put import NotPut, put_file
from doorway.placing.rooms import own_room
from doorway.placing.whole_folder import put_folder

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache"
EARLIEST = 315_532_800  # 1 January 1980, the first day a ZIP can write


def main(arguments: list[str] | None = None) -> int:
    """0 with the ZIP, or the folder, in place; 1 where there is no built site."""
    options = _options(arguments)
    text, top = words(options.lang), _name(options.root, words(options.lang))
    if not (options.site / PAGE).is_file():
        return refused(text.say("offline_copy.no_site", site=options.site), 1)
    out = options.out or ROOT / "dist" / f"{top}.zip"
    try:
        with _unchanged(options.site, text):
            if options.folder:
                _put_as_folder(options.site, options.folder)
                print(text.say("offline_copy.folder_done", start=options.folder / PAGE))
                return 0
            put_file(out, _packed(options.site, top))
    except NotPut as why:
        return refused(why.said(text), 1)
    size = f"{out.stat().st_size / 1_000_000:.1f}"
    print(text.say("offline_copy.done", path=out, size=size, start=f"{top}/index.html"))
    return 0


def _unchanged(site: Path, text: Words) -> AbstractContextManager[None]:
    """While this is held nobody builds another site there; where nothing can be written nobody does in any case."""
    return alone_at(site, text) if os.access(site.resolve().parent, os.W_OK) else nullcontext()


def _packed(site: Path, top: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as copy:
        for name, content in copy_with_list(site):
            copy.writestr(_entry(f"{top}/{name}"), content, zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def _put_as_folder(site: Path, folder: Path) -> None:
    """The same files unpacked. A folder that is no such copy is left alone. Raises NotPut."""
    with own_room(CACHE) as room:
        for name, content in copy_with_list(site):
            file = room / "copy" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        put_folder(room / "copy", folder, lambda there: (there / PAGE).is_file())


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("offline.py", __doc__, "root", "lang")
    parser.set_defaults(root=ROOT)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    parser.add_argument("--out", type=Path, help="where the ZIP goes; dist/ and the copy's name where left out")
    parser.add_argument("--folder", type=Path, help="a folder to write the plain files into instead")
    return parser.parse_args(arguments)


def _name(root: Path, text: Words) -> str:
    """What the copy and its folder are called: as data/portal.yml of the corpus says, else as any portal's."""
    portal = read_reference_data(root, Context(today())).portal
    return portal.offline_copy if portal else text.say("offline_copy.name")


def _entry(name: str) -> zipfile.ZipInfo:
    """The same name, day and rights for the same input: the day is that of the last commit where it is known."""
    moment = datetime.fromtimestamp(moment_of_build() or EARLIEST, UTC)
    entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
    entry.external_attr = 0o644 << 16
    return entry


if __name__ == "__main__":
    sys.exit(run(main))
