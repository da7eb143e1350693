"""Every reader of the portal, to be given its true files bent by chance: none may raise, or tell a fault of ours."""

import atexit
import random
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from conftest import MADE_UP, ROOT, TODAY
from fuzzed_packages import FORM, LOG, OPEN, SITE, look_through, read_open, receive_form, receive_log
from portal.content.library import open_library
from portal.content.rules.house.docs_folder import ENDINGS
from portal.content.rules.recordings.captions import caption_problems
from portal.plan.ledger import open_registers
from portal.reading.markdown.rendered import read_html
from portal.reading.markdown.sanitiser import ALLOWED_SCHEMES, ALLOWED_TAGS, may_have
from portal.reading.markdown.text import text_of
from portal.reading.media.recorded import recorded, recorded_metadata
from portal.reading.media.scanned_pdf import scanned_pdf
from portal.reading.metadata.pdf import pdf_metadata
from portal.reading.metadata.pdf_pages import pdf_pages
from portal.reading.metadata.pictures import picture_metadata
from portal.reading.metadata.stripped import without_metadata
from portal.reading.problems import Problem, as_json, as_text
from portal.reading.workbooks.reader import read_workbook
from portal.site.files.offline_copy import as_file
from portal.site.gate import gate_problems

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


_AROUND: Final = "".join(map(chr, range(0x21)))


@dataclass(frozen=True)
class Reader:
    """`act` is given bytes and raises for what may not be; `true` makes the true files that are bent, of which no more
    than `most` bytes are given."""

    act: Callable[[bytes], object]
    true: Callable[[], tuple[bytes, ...]]
    most: int = MOST

    @cached_property
    def seeds(self) -> tuple[bytes, ...]:
        """A few true files, as far as they are given."""
        return tuple(data[: self.most] for data in self.true())


def _files(folder: str, ending: str) -> Callable[[], tuple[bytes, ...]]:
    """A few files of the small site, whose names end so."""
    return lambda: tuple(file.read_bytes() for file in sorted((MADE_UP / folder).rglob(f"*{ending}"))[:12])


def bent(data: bytes, seed: int, most: int = MOST) -> bytes:
    """A file with some of its pieces cut, doubled, moved, or replaced by what readers stumble over."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice((0, 0, 1, 2, 8, 40)))
        sign = chance.choice(_SIGNS).encode(errors="surrogatepass")
        piece = chance.choice((b"", sign, sign * 3, chance.randbytes(2), data[start:end] * 2, data[end : end + 30]))
        data = data[:start] + piece + data[end:]
    return data[:most]


def kept_inputs(name: str) -> list[bytes]:
    """What once broke a reader."""
    return [file.read_bytes() for file in sorted((KEPT / name).glob("*"))]


def _world() -> Path:
    """A small corpus whose files are replaced one by one."""
    root = Path(mkdtemp(prefix="fuzz-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    (root / "data").mkdir()
    for file in sorted((MADE_UP / "data").glob("*.yml")):
        shutil.copy(file, root / "data")
    story = "content_vi/chinh-sach/2026/luat-mau.md"  # rests on a law, which a bent file may take away
    (root / story).parent.mkdir(parents=True)
    shutil.copy(MADE_UP / story, root / story)
    return root


def _in_corpus(path: str) -> Callable[[bytes], None]:
    """A reader of one file of a corpus: what check tells may be anything but a fault of ours."""
    made = list[Path]()

    def act(data: bytes) -> None:
        made[:] = made or [_world()]
        file = made[0] / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        registers = open_registers(open_library(made[0], TODAY), TODAY)
        problems = gate_problems(registers, TODAY, TODAY)
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
            assert _scheme_seen(tag.get(name) or "") in {"", *ALLOWED_SCHEMES}, tag
    assert all(fault.code != "text-unread" for fault in found.faults), found.faults


def _scheme_seen(address: str) -> str:
    """The scheme of an address for a browser (WHATWG, URL): it passes over what stands around it and over tabs and line
    ends; any other sign within a scheme makes it none, while the check tells of that, too (`scheme_of`)."""
    seen = re.sub(r"[\t\n\r]", "", address.strip(_AROUND))
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", seen)
    return found[1].lower() if found else ""


def _of_picture(data: bytes, ending: str) -> None:
    picture_metadata(data)
    without_metadata(data)
    ENDINGS[ending](data)


def _of_page(data: bytes) -> None:
    as_file(data.decode("utf-8", "ignore"), "a/b/")


def _of_recording(data: bytes, ending: str) -> None:
    recorded(data)
    recorded_metadata(data)
    ENDINGS[ending](data)


def _of_captions(data: bytes) -> None:
    as_json(tuple(caption_problems("a.vtt", data.decode("utf-8", "ignore"), 60.0)), "en")


def _received(take: Callable[[bytes], Iterable[Problem]]) -> Callable[[bytes], None]:
    """What is told of a file that came may be anything but a fault of ours."""

    def act(data: bytes) -> None:
        problems = tuple(take(data))
        ours = [one for one in problems if one.code in OF_OUR_FAULT]
        assert not ours, as_text(ours, "en")
        as_json(problems, "vi")

    return act


def _page(folder: str, place: str) -> Reader:
    """A page of one kind, read at its place."""
    return Reader(_in_corpus(f"content_vi/{folder}/{place}.md"), _files(f"content_vi/{folder}", ".md"))


def _data(path: str, folder: str = "data") -> Reader:
    """A file of data, read at its place."""
    return Reader(
        _in_corpus(f"data/{path}"), _files(folder, Path(path).name if folder == "data" else Path(path).suffix)
    )


PAGES: Final = {
    "page": _page("thanh-tuu", "2026/bai"),
    "answer": _page("phan-bac", "2026/cau"),
    "event": _page("su-kien", "2026/buoi"),
    "product": _page("an-pham", "2026/to-roi"),
    "sent": _page("doi-ngoai", "2026/tin"),
    "law-page": _page("chinh-sach", "2026/luat"),
    "convention": _page("cong-uoc", "crc"),
    "lesson": _page("truong-hoc", "em-va-mang"),
    "unit": _page("tap-huan", "bai-1-mau"),
    "exhibition": _page("trien-lam", "mau"),
    "help": _page("tro-giup", "viec-mau"),
    "recording": _page("nghe", "phim-mau"),
    "scan": _page("tu-lieu", "thong-bao-mau"),
}
DATA: Final = {
    "figure": _data("figures/hinh.yml", "data/figures"),
    "document": _data("documents/crc.yml", "data/documents"),
    "recommendations": _data("recommendations/cat-mau.yml", "data/recommendations"),
    "quiz": _data("quizzes/luat-mau.yml", "data/quizzes"),
    "report": _data("reported/2026/so-mau.yml", "data/reported"),
    "register": _data("products/2026.csv", "data/products"),
    "receipts": _data("received/2026.csv", "data/received"),
    **{
        name: _data(f"{name}.yml")
        for name in (
            "agencies", "communes", "conventions", "facts", "glossary", "home", "laws", "observances", "owner", "plan",
            "portal", "public_numbers", "search",
        )
    },
}  # fmt: skip
_WHOLE: Final = 1 << 16
"""Bytes of a packed file that is bent from outside: its list of what is in it stands at its end."""
FORMS: Final = {
    "old-workbook": Reader(partial(read_workbook, "a.xls"), _files("../workbooks", ".xls")),
    "open-workbook": Reader(_received(read_open), OPEN.pieces),
    "whole-workbook": Reader(partial(read_workbook, "a.ods"), OPEN.make_each, most=_WHOLE),
    "whole-form": Reader(partial(read_workbook, "a.xlsx"), FORM.make_each, most=_WHOLE),
    "form": Reader(_received(receive_form), FORM.pieces),
    "log": Reader(_received(receive_log), LOG.pieces),
}
READERS: Final[Mapping[str, Reader]] = {
    "text": Reader(_of_text, _files("content_vi", ".md")),
    **PAGES,
    **DATA,
    **FORMS,
    "copy": Reader(look_through, lambda: (SITE.make(),)),
    "packed-copy": Reader(lambda data: look_through(SITE.with_piece(data)), SITE.pieces),
    "pdf": Reader(lambda data: (pdf_metadata(data), pdf_pages(data), scanned_pdf(data)), _files("docs", ".pdf")),
    "jpeg": Reader(partial(_of_picture, ending=".jpg"), _files("docs", ".jpg")),
    "png": Reader(partial(_of_picture, ending=".png"), _files("docs", ".png")),
    "drawing": Reader(partial(_of_picture, ending=".svg"), _files("../../../docs", ".svg")),
    **{
        ending: Reader(partial(_of_recording, ending=f".{ending}"), _files("docs", f".{ending}"))
        for ending in ("mp3", "mp4", "opus")
    },
    "captions": Reader(_of_captions, _files("docs", ".vtt")),
    "offline-page": Reader(_of_page, _files("../../../overrides", ".html")),
}
