"""What a page's list says of each source, in sentences: where it is published, what was opened, how far it carries."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from portal.content.sources import OF_LAW, Source
from portal.language.words import Words
from portal.language.written import written_day
from portal.reading.addresses.hosts import host_of, is_home_page
from portal.site.values import Cited, cited

HASH_SHOWN: Final = 8
"""Digits of a hash a page shows: enough to tell two files apart by eye; the file of the page has all 64."""
_HERE: Final = "\0"
OFTEN: Final = 4
"""From so many lines on that would say the same, the list says it once."""


@dataclass(frozen=True)
class Sentence:
    """A sentence with one link in it: what stands before, what is linked and where to ("" links nothing), the rest."""

    before: str
    linked: str
    href: str
    after: str


@dataclass(frozen=True)
class SourceView:
    """One entry of a page's numbered sources. `locator` is a place in the document, `published` says where to find it
    if that is not what was opened, `remarks` what more is to be known, `notes` what it is, its language and the hash of
    what was read."""

    number: int
    document: Cited
    locator: str | None
    published: str
    opened: Sentence
    remarks: tuple[str, ...]
    notes: str


def usual_day(sources: Iterable[Source]) -> date | None:
    """The day on which most accounts of a list were read where they are published, if a list says so often enough that
    it had better say it once; the earlier of two."""
    days = Counter(one.accessed for one in sources if one.accessed and _is_read_in_place(one))
    day, often = min(days.items(), key=lambda found: (-found[1], found[0]), default=(None, 0))
    return day if often >= OFTEN else None


def _is_read_in_place(source: Source) -> bool:
    """Whether all there is to say of what was opened is that it is the account at its address."""
    is_account = source.carries == "report" and source.opened is None and source.read is None
    return bool(is_account and source.url and not source.is_from_a_copy and not is_home_page(source.url))


def source_view(number: int, source: Source, lang: str, text: Words, usual: date | None = None) -> SourceView:
    """A source as a page in `lang` lists it, in the words of its frame. Of an account read where it stands, on the
    `usual` day, the list says so once for all."""
    type_ = text.label("source_types", source.type) if source.type else ""
    language = text.language_name(source.lang) if source.lang else ""
    at_the_door = bool(source.url and is_home_page(source.url))
    return SourceView(
        number=number,
        document=cited(source, lang, text),
        locator=source.locator[text.lang] if source.locator and not at_the_door else None,
        published=_published(source, text, at_the_door),
        opened=_LEFT_OUT if usual and usual == source.accessed and _is_read_in_place(source) else _opened(source, text),
        remarks=tuple(_remarks(source, text)),
        notes=" · ".join(note for note in (type_, language, _hash(source, text)) if note),
    )


_LEFT_OUT: Final = Sentence("", "", "", "")


def law_from_copies(sources: Iterable[Source], text: Words) -> str:
    """What a page says above its sources where law was read in copies that nobody compared; "" where none was."""
    numbers = [str(n) for n, one in enumerate(sources, 1) if one.not_compared and one.type in OF_LAW]
    if not numbers:
        return ""
    return text.say("sources_law_copy" if len(numbers) == 1 else "sources_law_copies", numbers=", ".join(numbers))


def _published(source: Source, text: Words, at_the_door: bool) -> str:
    if not source.url or not (source.is_from_a_copy or at_the_door) or source.opened == "home_page":
        return ""
    said = {"host": host_of(source.url)}
    if at_the_door and source.locator:
        return text.say("source_line.published", how=source.locator[text.lang], **said)
    # The symbol itself stands in the same line already.
    return text.say(f"source_line.{'by_symbol' if at_the_door and source.symbol else 'at'}", **said)


def _opened(source: Source, text: Words) -> Sentence:
    day = written_day(source.accessed, text) if source.accessed else ""
    if source.opened == "not_recorded":
        return Sentence(text.say(f"source_line.{'lost_on' if day else 'unread'}", day=day), "", "", "")
    if not day and not source.is_from_a_copy and not source.read:
        return Sentence(text.say("source_line.unread"), "", "", "")
    said = text.say(
        "source_line.opened",
        much=text.say(f"source_line.much.{source.read}") if source.read else "",
        what=_HERE,
        day=text.say("source_line.day", day=day) if day else "",
        rest=text.say(f"source_line.rest.{source.carries}"),
    )
    before, _, after = said.partition(_HERE)
    return Sentence(before, _what(source, text), source.copy_url or "", after)


def _what(source: Source, text: Words) -> str:
    """What was opened, in words: the original at a host, somebody's copy, the paper."""
    if source.is_from_a_copy:
        return text.say(f"source_line.kept.{source.carries}", keeper=source.keeper(text.lang))
    if source.url is None:
        return text.say(f"source_line.paper.{source.carries}")
    where = "home" if source.opened == "home_page" else source.carries
    return text.say(f"source_line.there.{where}", host=host_of(source.url))


def _hash(source: Source, text: Words) -> str:
    return text.say("source_line.hash", start=source.sha256[:HASH_SHOWN]) if source.sha256 else ""


def _remarks(source: Source, text: Words) -> Iterator[str]:
    if source.accessed is None and (source.is_from_a_copy or source.read):
        yield text.say("source_line.day_lost")
    if source.not_compared and source.type not in OF_LAW:  # of law the page says it above the list
        yield text.say("source_line.not_compared")
