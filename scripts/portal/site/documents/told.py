"""All documents that are told part by part, as one value: what texts name of them, which pages rest on them."""

from dataclasses import dataclass, field
from functools import cached_property

from portal.content.library import Library
from portal.plan.plan import Plan
from portal.site.documents.citations import CitedParts, cited_parts
from portal.site.documents.known import KnownDocument, known_documents
from portal.site.documents.recognised import Recogniser


@dataclass(frozen=True)
class ToldDocuments:
    """The documents of a library. What takes long is worked out when it is first asked for, and once for a language."""

    library: Library = field(repr=False)
    plan: Plan | None = None
    _readers: dict[str, Recogniser] = field(default_factory=dict, repr=False)
    _cited: dict[str, CitedParts] = field(default_factory=dict, repr=False)

    @cached_property
    def known(self) -> dict[str, KnownDocument]:
        """Every document by its id."""
        return dict(known_documents(self.library.data, self.plan))

    def reader(self, lang: str) -> Recogniser:
        """What finds the articles of these documents in texts of a language."""
        return self._readers.setdefault(lang, Recogniser(self.known, lang))

    def cited(self, lang: str) -> CitedParts:
        """Which pages of a language rest on which part."""
        if lang not in self._cited:
            self._cited[lang] = cited_parts(self.library, self.known, lang)
        return self._cited[lang]
