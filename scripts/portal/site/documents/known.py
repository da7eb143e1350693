"""A document with all that data/ says of it, in whichever file it says it: one place for each fact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from portal.content.known.law.documents import DocumentPart, WalkedDocument
from portal.content.known.reference import ReferenceData
from portal.content.sources import Source
from portal.content.strict import Both
from portal.language.words import Words
from portal.plan.plan import Plan


@dataclass(frozen=True)
class KnownDocument:
    """A document and its facts; `sign` and the day Viet Nam `joined` are those of a convention. `names` are those by
    which texts of each language call it, the longest title first."""

    told: WalkedDocument
    title: Both
    number: str | None = None
    issuer: Both | None = None
    issued: date | None = None
    in_force: date | None = None
    ends: date | None = None
    sign: str = ""
    joined: date | None = None

    @property
    def id(self) -> str:
        return self.told.id

    @cached_property
    def parts(self) -> Mapping[str, DocumentPart]:
        """Its parts by their ids, in their order."""
        return {part.id: part for part in self.told.parts}

    @cached_property
    def copies(self) -> frozenset[str]:
        """The addresses of the copies that were opened."""
        return frozenset(one.url for one in self.told.copies if one.url)

    def name(self, lang: str) -> str:
        """Its short name: what it is given, or its title without what stands in brackets."""
        return self.told.name[lang] if self.told.name else self.title[lang].partition(" (")[0]

    def names(self, lang: str) -> tuple[str, ...]:
        """Every name of it in the texts of a language."""
        known = (self.name(lang), self.title[lang].partition(" (")[0], *self.told.also[lang], self.number, self.sign)
        return tuple(dict.fromkeys(filter(None, known)))

    def holds(self, day: date) -> bool | None:
        """Whether it is in force on a day; None where nobody has read since when."""
        if self.in_force is None:
            return None
        return self.in_force <= day and not (self.ends and self.ends < day)

    def is_source(self, source: Source) -> bool:
        """Whether a source of a page is this document: by its symbol, or by the very copy."""
        symbol = (source.symbol or "").partition(",")[0].strip()
        by_symbol = bool(self.number) and symbol == self.number
        return by_symbol or bool({source.url, source.copy_url} & self.copies)


def known_documents(data: ReferenceData, plan: Plan | None) -> Mapping[str, KnownDocument]:
    """Every document by its id, with the facts that other files of data/ have of it."""
    return {one.id: one for one in _known(data, plan)}


def _known(data: ReferenceData, plan: Plan | None) -> Iterator[KnownDocument]:
    for told in data.documents.values():
        law, convention = data.laws.get(told.id), data.conventions.get(told.id)
        title = (law and law.title) or (convention and convention.name) or told.title
        if title is None:
            continue  # told as a problem
        if told.kind == "plan" and plan:
            yield KnownDocument(told, title, plan.number, plan.issuer, plan.issued, told.in_force, told.ends)
        elif law:
            yield KnownDocument(told, title, law.number, told.issuer, told.issued, law.in_force, law.ends)
        elif convention:
            days = (convention.adopted, convention.in_force)
            yield KnownDocument(
                told, title, told.number, told.issuer, *days, sign=convention.code.upper(), joined=convention.joined
            )
        else:
            yield KnownDocument(told, title, told.number, told.issuer, told.issued, told.in_force, told.ends)


def mark_of(text: Words, one: KnownDocument, part: DocumentPart) -> str:
    """The number of a part as people say it: "Điều 9", "Mục IV.1b"; "" for one without a number."""
    if part.article and part.mark is None:
        return text.say("documents.article", number=part.article)
    if part.mark is None:
        return ""
    return text.say(f"documents.marks.{one.told.kind}", number=part.mark[text.lang])
