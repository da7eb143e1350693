"""A document a page rests on, with three things kept apart: what was published, what was opened, how far that carries.

Why so: adr/0024."""

from collections.abc import Mapping
from typing import Any, Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from portal.content.strict import Label, Strict
from portal.language import vocabulary
from portal.reading.addresses.hosts import host_of, is_home_page, is_open_store, is_public_body, keeper_of
from portal.reading.addresses.web_address import is_sample_address
from portal.reading.fields import (
    LanguageTag,
    PastDay,
    ReadingDay,
    Sha256,
    SourceType,
    Text,
    Url,
    YesNo,
    context_of,
    problem,
)

HowFar = Literal[*vocabulary.HOW_FAR]  # type: ignore[valid-type]
HowMuch = Literal[*vocabulary.HOW_MUCH]  # type: ignore[valid-type]
OpenedAt = Literal[*vocabulary.OPENED_AT]  # type: ignore[valid-type]
OF_LAW: Final = ("law", "treaty_collection")
"""Types of sources that bind."""
OFFICIAL: Final = ("original", "official_copy")
"""How far a source carries that a public body, or its own publisher, stands for."""
ON_LAW: Final = ("chinh-sach", "cong-uoc", "tro-giup", "ke-hoach")
"""Sections whose pages tell readers what the law is."""
_Said = Mapping[str, Any]


class Source(Strict):
    """Published: `title`, `publisher`, `url` (None: a paper, which its symbol, its publisher and the day it was
    `issued` tell apart), and `locator`, the place in it or, at a home page, how to find it there.

    Opened: on the day `accessed` (None where the file says `not_recorded`, which the page shows and the release check
    reports), at `url` or, where `copy_url` or `copy_by` is given, in a copy of somebody else; `read` is how much of it,
    None where that was not recorded; `sha256` the bytes.

    `carries` is how far that goes: without it a source is only what somebody tells about the matter."""

    title: Text
    publisher: Text
    url: Url | None = None
    symbol: Text | None = None
    issued: PastDay | None = Field(default=None, validate_default=True)
    locator: Label | None = None
    type: SourceType | None = None
    lang: LanguageTag | None = None
    accessed: ReadingDay
    read: HowMuch | None = None
    copy_url: Url | None = None
    copy_by: Label | None = None
    opened: OpenedAt | None = Field(default=None, validate_default=True)
    sha256: Sha256 | None = None
    carries: HowFar = Field(default="report", validate_default=True)
    not_compared: YesNo = Field(default=False, validate_default=True)

    @field_validator("issued")
    @classmethod
    def _can_be_found(cls, value: Any, info: ValidationInfo) -> Any:
        """Nobody can look up what has neither an address nor the marks of a paper."""
        if info.data.get("url", "") is None and not (value and info.data.get("symbol", "")):
            raise problem("source-nowhere")
        return value

    @field_validator("opened")
    @classmethod
    def _opened_somewhere(cls, value: Any, info: ValidationInfo) -> Any:
        """A home page is a document's address only together with what finds it there, and with what was opened."""
        said, has_copy = info.data, _has_copy(info.data)
        at_the_door = bool(said.get("url") and is_home_page(said["url"]) and value != "home_page")
        if at_the_door and said.get("symbol", "") is None and said.get("locator", "") is None:
            raise problem("home-page-alone", value=said["url"])
        if at_the_door and value is None and not has_copy and "copy_url" in said:
            raise problem("opened-unsaid", value=said["url"])
        if value is not None and has_copy:
            raise problem("opened-twice", value=value)
        return value

    @field_validator("carries")
    @classmethod
    def _as_far_as_it_was_opened(cls, value: Any, info: ValidationInfo) -> Any:
        said = info.data
        where = said.get("copy_url") or said.get("url") or ""
        if value == "original" and (_has_copy(said) or said.get("opened") == "not_recorded" or not _was_read(said)):
            raise problem("original-not-opened")
        if value in OFFICIAL and is_open_store(where):
            raise problem("original-in-a-store", value=value, host=host_of(where))
        public = value == "official_copy" or (value == "original" and said.get("type") in (*OF_LAW, "un_document"))
        if public and where and not is_sample_address(where, whole=True) and not is_public_body(where):
            raise problem("not-a-public-body", value=value, host=host_of(where))
        return value

    @field_validator("not_compared")
    @classmethod
    def _law_from_a_copy_says_so(cls, value: Any, info: ValidationInfo) -> Any:
        said = info.data
        law = said.get("type") in OF_LAW and context_of(info).section in ON_LAW
        if law and said.get("carries") == "copy" and not value:
            raise problem("law-from-a-copy", host=host_of(said.get("copy_url") or said.get("url") or ""))
        return value

    @property
    def mark(self) -> str:
        """What tells it apart from others."""
        if self.url and is_home_page(self.url):
            return f"{self.url} {self.symbol} {self.title}"
        return self.url or f"{self.publisher} {self.symbol} {self.issued}"

    @property
    def on_paper(self) -> bool:
        """Whether it is a paper nobody can open on the web."""
        return self.url is None

    @property
    def is_from_a_copy(self) -> bool:
        """Whether what was opened is not what stands at its own address."""
        return self.copy_url is not None or self.copy_by is not None

    def keeper(self, lang: str) -> str:
        """Whose copy was opened, in a language; "" where none was."""
        return self.copy_by[lang] if self.copy_by else keeper_of(self.copy_url or "") if self.copy_url else ""


def _has_copy(said: _Said) -> bool:
    return said.get("copy_url") is not None or said.get("copy_by") is not None


def _was_read(said: _Said) -> bool:
    """Whether a day of reading is said; one that cannot be read is told by itself."""
    return said.get("accessed", "") is not None


def cited_in_full(source: Source) -> str:
    """A source in one line for programs, with what finds it: number, and of a paper its day."""
    day = source.issued.isoformat() if source.on_paper and source.issued else None
    return ". ".join(mark for mark in (source.title, source.publisher, source.symbol, day) if mark)
