"""Workbooks and ZIPs bent inside, where their sums still hold: a form, a log of broadcasts, a copy of the site."""

import atexit
import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from openpyxl import load_workbook

from conftest import MADE_UP
from doorway.copies import NoCopy, companions, copy_on_disk
from filler import fill
from portal.content.known.agencies import Agency
from portal.content.library import open_library
from portal.language.words import words
from portal.plan.forms.workbook import form_of
from portal.plan.ledger import Ledger, open_registers
from portal.plan.loudspeaker.log_sheet import LOG_HEAD, log_workbook
from portal.plan.loudspeaker.week import Week
from portal.plan.receive.candidates import Incoming
from portal.plan.receive.logs import receive_logs, script_titles
from portal.plan.receive.taking import receive
from portal.reading.problems import Problem
from portal.reading.workbooks.reader import read_workbook
from portal.site.files.manifest import MANIFEST, manifest_text, read_manifest

DAY: Final = date(2026, 11, 20)
WEEK: Final = Week(date(2026, 11, 16))
_PIECE: Final = 1_500
"""Bytes of one piece of a part: what is bent at once."""
_WRITTEN: Final = (2026, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Package:
    """A packed file of which pieces are bent. What is bent says by its first byte where its piece stood."""

    make: Callable[[], bytes]
    parts: str

    def make_each(self) -> tuple[bytes, ...]:
        """The packed file as it is."""
        return (self.make(),)

    @cached_property
    def entries(self) -> dict[str, bytes]:
        """What is packed, by its names."""
        with zipfile.ZipFile(io.BytesIO(self.make())) as packed:
            return {name: packed.read(name) for name in packed.namelist()}

    @cached_property
    def places(self) -> tuple[tuple[str, int], ...]:
        """(name, first byte) of every piece that may be bent, at most 256, from all over."""
        names = [name for name in self.entries if name.endswith(self.parts)]
        found = [(name, start) for name in names for start in range(0, len(self.entries[name]), _PIECE)]
        return tuple(found[:: len(found) // 256 + 1])

    def pieces(self) -> tuple[bytes, ...]:
        """The pieces, each after the byte of its place."""
        whole = (
            (bytes([n]), self.entries[name][start : start + _PIECE]) for n, (name, start) in enumerate(self.places)
        )
        return tuple(first + piece for first, piece in whole)

    def with_piece(self, data: bytes) -> bytes:
        """The packed file with a bent piece in its place."""
        name, start = self.places[(data[0] if data else 0) % len(self.places)]
        whole = self.entries[name]
        return packed_of({**self.entries, name: whole[:start] + data[1:] + whole[start + _PIECE :]})


def packed_of(entries: dict[str, bytes]) -> bytes:
    """A ZIP of some files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, data in entries.items():
            packed.writestr(zipfile.ZipInfo(name, _WRITTEN), data)
    return out.getvalue()


@cache
def _desk() -> Ledger:
    """The small site, before its bodies reported anything."""
    root = Path(mkdtemp(prefix="fuzz-desk-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    shutil.copytree(MADE_UP, root, dirs_exist_ok=True)
    for name in ("products", "received", "reported"):
        shutil.rmtree(root / "data" / name)
    ledger = open_registers(open_library(root, DAY), DAY).ledger
    assert ledger
    return ledger


def _body() -> Agency:
    return next(iter(_desk().library.data.agencies.values()))


def _form() -> bytes:
    return fill(form_of(_desk(), _body(), DAY.year, words("vi")), _body().id, seed=33, full=True).data


def _log() -> bytes:
    """A log with two lines, as an officer fills it in."""
    titles = script_titles(_desk().library)
    book = load_workbook(io.BytesIO(log_workbook(_body(), WEEK, titles, words("vi"))))
    for row, hour in ((1, "6:30"), (2, "17h")):
        line = (WEEK.first, hour, next(iter(titles)), "vi", 3, 4, 5)
        for column, value in enumerate(line, 1):
            book.worksheets[0].cell(LOG_HEAD + 1 + row, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _site() -> bytes:
    files = {file.name: file.read_bytes() for file in sorted((MADE_UP / "data/figures").glob("*"))}
    return packed_of({**files, MANIFEST: manifest_text(dict.fromkeys(files, "0" * 64)).encode()})


OPEN: Final = Package((MADE_UP.parent / "workbooks/loi.ods").read_bytes, "content.xml")
FORM: Final = Package(_form, ".xml")
LOG: Final = Package(_log, ".xml")
SITE: Final = Package(_site, "")


def receive_form(data: bytes) -> Iterator[Problem]:
    """Take in a form with a bent piece: what is told of it."""
    yield from receive(_desk(), [Incoming("a.xlsx", FORM.with_piece(data))], DAY, DAY).problems


def receive_log(data: bytes) -> Iterator[Problem]:
    """Take in a log of broadcasts with a bent piece: what is told of it."""
    yield from receive_logs(_desk(), [Incoming("a.xlsx", LOG.with_piece(data))], DAY).problems


def read_open(data: bytes) -> Iterator[Problem]:
    """Read an OpenDocument workbook with a bent piece: what is told of it."""
    yield from read_workbook("a.ods", OPEN.with_piece(data))[1]


def look_through(data: bytes) -> None:
    """Compare every file of a ZIP with the list in it, whatever both say."""
    with_file = Path(mkdtemp(prefix="fuzz-zip-")) / "a.zip"
    try:
        with_file.write_bytes(data)
        copy = copy_on_disk(with_file)
        sums, _ = read_manifest(copy.small(MANIFEST) or b"")
        companions(copy, sums)
        found = [copy.found(name) for name in (*sums, *(copy.names() or ()))]
        assert all(bool(one.sha256) != bool(one.why) for one in found), found
    except NoCopy:
        pass
    finally:
        shutil.rmtree(with_file.parent)
