"""The words of the glossary: data/glossary.yml."""

from typing import Final

from portal.content.sources import Source
from portal.content.strict import Both, Label, Strict
from portal.reading.fields import Slug, Text

GLOSSARY_PATH: Final = "data/glossary.yml"


class Forms(Strict):
    """Other ways texts write a term."""

    vi: list[Text] = []
    en: list[Text] = []


class Term(Strict):
    """A word of the glossary in both languages, explained in a sentence or two, with the document it rests on."""

    id: Slug
    term: Label
    also: Forms = Forms()
    definition: Both
    source: Source

    def forms(self, lang: str) -> tuple[str, ...]:
        """Every way the term is written in `lang`."""
        return (self.term[lang], *getattr(self.also, lang))
