"""A net for privacy under docs/: who made a picture or a PDF, where it was taken, what it says of a person."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from portal.content.front_matter import NamedPerson
from portal.content.known.agencies import Agency
from portal.content.known.reference import ReferenceData
from portal.content.rules.house.docs_folder import FOLDER, WORKSHOPS, published_bytes
from portal.content.rules.privacy.texts import personal_lines, private_problem
from portal.language.folding import fold
from portal.language.locales import LANGUAGES
from portal.reading.files import files_below, guarded_problems
from portal.reading.media.recorded import recorded_metadata
from portal.reading.metadata.of_files import Metadata
from portal.reading.metadata.pdf import pdf_metadata
from portal.reading.metadata.pdf_pages import kept_pages
from portal.reading.metadata.pictures import picture_metadata
from portal.reading.personal.details import Personal, personal_in
from portal.reading.personal.names import names_in
from portal.reading.problems import Problem

_READERS: Final[Mapping[str, Callable[[bytes], Metadata]]] = {
    ".pdf": pdf_metadata,
    **dict.fromkeys((".avif", ".jpeg", ".jpg", ".png", ".webp"), picture_metadata),
    **dict.fromkeys((".mp3", ".mp4", ".opus"), recorded_metadata),
}
_TEXTS: Final = frozenset((".csv", ".json", ".svg", ".vtt"))
_A_BODY: Final = re.compile(
    r"^(?:[uủ][yỷ] ban|ubnd|hđnd|hội|sở|so|ban|công an|văn phòng|vp|chi cục|cục|tổng cục|trung tâm|trường|bộ|báo|đài"
    r"|mặt trận|mttq|liên đoàn|tỉnh đoàn|đoàn thanh niên|đoàn tncs|tòa án|viện|chính phủ|quốc hội|phòng|tỉnh|xã|phường"
    r"|đảng [uủ]y|tỉnh [uủ]y)\b"
    r"|\b(?:department|committee|office|ministry|government|agency|cent(?:re|er)|university|institute|council|province"
    r"|united nations|unicef|undp|unfpa|ohchr|un women|ilo|who)\b"
)
"""How the name of a body begins in Vietnamese, and what stands anywhere in it in English, in small letters."""
_A_MACHINE: Final = re.compile(
    r"(?:(?:admin(?:istrator)?|user|owner|pc|windows|microsoft|office|laptop|desktop|computer|hp|dell|asus|acer|lenovo"
    r"|canon|nikon|sony|scanner|unknown|anonymous|root|guest|default|\d+)[ _\-.]*)+"
)


def published_privacy(
    root: Path, data: ReferenceData, people: Mapping[str, tuple[NamedPerson, ...]] = MappingProxyType({})
) -> Iterator[Problem]:
    """What files under docs/ give away; `people` are those that the page of a file names, by its path."""
    offices = frozenset(_offices(data.agencies.values()))
    for file in files_below(root, FOLDER)[0]:
        place = PurePosixPath(file.relative_to(root / FOLDER).as_posix())
        is_own_code = file.suffix in WORKSHOPS.get(place.parts[0], ())
        is_read = file.suffix.lower() in (*_READERS, *_TEXTS) and not is_own_code
        content = published_bytes(root, file) if is_read else None
        if content is not None:
            path = file.relative_to(root).as_posix()
            allowed = data.allowed.only((*data.allowed.people, *people.get(path, ())))
            every = _of_file(root, path, content, offices)
            refused = (problem for problem, found in every if found is None or not allowed.allows(found))
            yield from guarded_problems(path, refused)


def _offices(agencies: Iterable[Agency]) -> Iterator[str]:
    for body in agencies:
        for lang in LANGUAGES:
            yield fold(body.called(lang))
            yield fold(body.for_short(lang) or body.called(lang))


def _of_file(root: Path, path: str, data: bytes, offices: frozenset[str]) -> Iterator[tuple[Problem, Personal | None]]:
    """(problem, what it is about; None where nothing could allow it)."""
    ending = PurePosixPath(path).suffix.lower()
    if ending in _TEXTS:
        for line, found in personal_lines(data.decode("utf-8", "replace")):
            yield private_problem(path, line + 1, "", found), found
        return
    said = _READERS[ending](data)
    if said.has_place:
        yield Problem(path, 1, "", "file-place"), None
    if said.is_unread:
        yield Problem(path, 1, "", "file-unread"), None
    for author in said.authors:
        if _is_person(author, offices):
            found = Personal("name", 0, author)
            yield Problem(path, 1, "", "file-author", {"shown": found.shown}), found
    for text in said.texts:
        for found in personal_in(text):
            yield Problem(path, 1, "", "file-personal", {"shown": found.shown}), found
    if ending == ".pdf" and not said.is_unread:
        yield from _of_pages(root, path, data)


def _of_pages(root: Path, path: str, data: bytes) -> Iterator[tuple[Problem, Personal | None]]:
    """What stands on the pages of a PDF; where they cannot be read, that somebody has to."""
    pages = kept_pages(root, data)
    for number, text in enumerate(pages.texts, 1):
        for _, found in personal_lines(text, in_paragraphs=True):
            yield Problem(path, 1, "", "pdf-personal", {"page": number, "shown": found.shown}), found
    if pages.is_scanned or pages.is_unread:
        yield Problem(path, 1, "", "pdf-scanned" if pages.is_scanned else "pdf-unread"), None


def _is_person(author: str, offices: frozenset[str]) -> bool:
    """Whether who made a file is somebody: no body of ours, no other office, no machine, and letters at all."""
    said = " ".join(author.casefold().split())
    if fold(said) in offices or _A_MACHINE.fullmatch(said) or not re.search(r"[^\W\d_]{2}", said):
        return False
    return not _A_BODY.search(said) or any(names_in(author))
