"""Every reader of the portal, to be given its true files bent by chance: none may raise, or tell a fault of ours."""

import atexit
import random
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from conftest import MADE_UP, ROOT, TODAY
from portal.content.library import open_library
from portal.content.rules.house.docs_folder import ENDINGS
from portal.content.rules.html import scheme_of
from portal.plan.ledger import open_registers
from portal.reading.markdown.rendered import read_html
from portal.reading.markdown.sanitiser import ALLOWED_SCHEMES, ALLOWED_TAGS, may_have
from portal.reading.markdown.text import text_of
from portal.reading.metadata.pdf import pdf_metadata
from portal.reading.metadata.pdf_pages import pdf_pages
from portal.reading.metadata.pictures import picture_metadata
from portal.reading.metadata.stripped import without_metadata
from portal.reading.problems import as_json, as_text
from portal.reading.workbooks.reader import read_workbook
from portal.site.files.offline_copy import as_file

KEPT: Final = ROOT / "tests/corpora/fuzz"
"""Inputs that once broke a reader, in a folder of its name: tried first, for ever."""
OF_OUR_FAULT: Final = frozenset(("could-not-be-read", "not-understood"))
MOST: Final = 6_000
"""Bytes of a bent file: long ones are a matter of the limits and of the patterns."""
_SIGNS: Final = (
    "\0", "\x1b", "\u202e", "\u200b", "\ufeff", "\n", "\r", "\t", "---\n", "|", ",", ";", '"', "'", "[", "]", "(",
    "{", "}", "<", ">", "<![", "<!--", "&#0;", "javascript:", "//[", "http://[", "&a", "*a", "!!int ", "<<: ", ": ",
    "- ", "#", "9" * 40, "-1", "1e999", ".nan", "²", "İ", "ı", "=1+1", "null", "true", "[figure: x]", "[^1]", "```",
    "2026-13-45", "%",
)  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """`act` is given bytes and raises for what may not be; `folder` and `ending` say which true files are bent."""

    act: Callable[[bytes], object]
    folder: str
    ending: str

    @cached_property
    def seeds(self) -> tuple[bytes, ...]:
        """A few true files, no longer than MOST."""
        found = sorted((MADE_UP / self.folder).rglob(f"*{self.ending}"))[:12]
        return tuple(file.read_bytes()[:MOST] for file in found)


def bent(data: bytes, seed: int) -> bytes:
    """A file with some of its pieces cut, doubled, moved, or replaced by what readers stumble over."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice((0, 0, 1, 2, 8, 40)))
        sign = chance.choice(_SIGNS).encode(errors="surrogatepass")
        piece = chance.choice((b"", sign, sign * 3, chance.randbytes(2), data[start:end] * 2, data[end : end + 30]))
        data = data[:start] + piece + data[end:]
    return data[:MOST]


def kept_inputs(name: str) -> list[bytes]:
    """What once broke a reader."""
    return [file.read_bytes() for file in sorted((KEPT / name).glob("*"))]


def _world() -> Path:
    """A small corpus whose files are replaced one by one."""
    root = Path(mkdtemp(prefix="fuzz-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    (root / "data").mkdir()
    for name in ("agencies", "conventions", "glossary", "laws", "owner", "plan"):
        shutil.copy(MADE_UP / f"data/{name}.yml", root / "data")
    (root / "content_vi/thanh-tuu/2026").mkdir(parents=True)
    return root


def _in_corpus(path: str) -> Callable[[bytes], None]:
    """A reader of one file of a corpus: what check tells may be anything but a fault of ours."""
    made = list[Path]()

    def act(data: bytes) -> None:
        made[:] = made or [_world()]
        file = made[0] / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        library = open_library(made[0], TODAY)
        problems = (*library.problems, *open_registers(library, TODAY).problems)
        ours = [one for one in problems if one.code in OF_OUR_FAULT]
        assert not ours, as_text(ours, "en")
        as_json(problems, "vi")

    return act


def _of_text(data: bytes) -> None:
    """What the page shows of any text has only what may stand on a page."""
    found = text_of(data.decode("utf-8", "ignore"))
    for tag in read_html(found.html).tags:
        assert tag.name in ALLOWED_TAGS, tag
        assert all(may_have(tag.name, name) for name, _ in tag.attributes), tag
        for name in ("href", "src"):
            assert scheme_of(tag.get(name) or "") in {"", *ALLOWED_SCHEMES}, tag
    assert all(fault.code != "text-unread" for fault in found.faults), found.faults


def _of_picture(data: bytes, ending: str) -> None:
    picture_metadata(data)
    without_metadata(data)
    ENDINGS[ending](data)


def _of_page(data: bytes) -> None:
    as_file(data.decode("utf-8", "ignore"), "a/b/")


READERS: Final[Mapping[str, Reader]] = {
    "text": Reader(_of_text, "content_vi", ".md"),
    "page": Reader(_in_corpus("content_vi/thanh-tuu/2026/bai.md"), "content_vi/thanh-tuu", ".md"),
    "answer": Reader(_in_corpus("content_vi/phan-bac/2026/cau.md"), "content_vi/phan-bac", ".md"),
    "event": Reader(_in_corpus("content_vi/su-kien/2026/buoi.md"), "content_vi/su-kien", ".md"),
    "figure": Reader(_in_corpus("data/figures/hinh.yml"), "data/figures", ".yml"),
    "laws": Reader(_in_corpus("data/laws.yml"), "data", "laws.yml"),
    "bodies": Reader(_in_corpus("data/agencies.yml"), "data", "agencies.yml"),
    "plan": Reader(_in_corpus("data/plan.yml"), "data", "plan.yml"),
    "owner": Reader(_in_corpus("data/owner.yml"), "data", "owner.yml"),
    "document": Reader(_in_corpus("data/documents/crc.yml"), "data/documents", ".yml"),
    "recommendations": Reader(_in_corpus("data/recommendations/cat-mau.yml"), "data/recommendations", ".yml"),
    "register": Reader(_in_corpus("data/products/2026.csv"), "data/products", ".csv"),
    "report": Reader(_in_corpus("data/reported/2026/so-mau.yml"), "data/reported", ".yml"),
    "workbook": Reader(partial(read_workbook, "a.xls"), "../workbooks", ".xls"),
    "open-workbook": Reader(partial(read_workbook, "a.ods"), "../workbooks", ".ods"),
    "pdf": Reader(lambda data: (pdf_metadata(data), pdf_pages(data)), "docs", ".pdf"),
    "jpeg": Reader(partial(_of_picture, ending=".jpg"), "docs", ".jpg"),
    "png": Reader(partial(_of_picture, ending=".png"), "docs", ".png"),
    "drawing": Reader(partial(_of_picture, ending=".svg"), "../../../docs", ".svg"),
    "offline-page": Reader(_of_page, "../../../overrides", ".html"),
}
