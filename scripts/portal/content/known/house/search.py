"""What the search is told by editors: words people say for others, the best answer to a question: data/search.yml."""

from typing import Final

from pydantic import Field

from portal.content.strict import Strict
from portal.language.locales import ENGLISH, ORIGINAL
from portal.reading.fields import Text

SEARCH_PATH: Final = "data/search.yml"


class Synonym(Strict):
    """What people say where texts write something else: who types one of `said` finds what has one of `written`."""

    said: list[Text] = Field(min_length=1)
    written: list[Text] = Field(min_length=1)


class BestAnswer(Strict):
    """The place that answers best where what was typed has one of `asked`."""

    place: Text
    asked: list[Text] = Field(min_length=1)


class Danger(Strict):
    """Words of danger: where what was typed has one of `asked`, the numbers to `call` stand above the results, the most
    urgent first. `lacks` says that the portal has no page on this: then only the answers editors gave are shown."""

    asked: list[Text] = Field(min_length=1)
    call: list[Text] = Field(min_length=1)
    lacks: bool = False


class Short(Strict):
    """What people type short for words: who types one of `typed` asks what it `means`."""

    typed: list[Text] = Field(min_length=1)
    means: Text


class SearchAsked(Strict):
    """What is told about one language: `short` is what people shorten, `idle` words tell nothing by themselves, `lacks`
    is what people ask that is no danger and that no page answers, `examples` are offered on the search page."""

    short: list[Short] = []
    synonyms: list[Synonym] = []
    best: list[BestAnswer] = []
    danger: list[Danger] = []
    idle: list[Text] = []
    lacks: list[Text] = []
    examples: list[Text] = []


class SearchHints(Strict):
    """`call` is a number of data/public_numbers.yml; `more` are the places that people in trouble look for, `less`
    those that they do not: they count more and less than others, each with all that lies below it."""

    call: Text | None = None
    more: list[Text] = []
    less: list[Text] = []
    vi: SearchAsked = SearchAsked()
    en: SearchAsked = SearchAsked()

    def asked(self, lang: str) -> SearchAsked:
        """What is told about a language; nothing about one that has no words of its own."""
        return {ORIGINAL: self.vi, ENGLISH: self.en}.get(lang, SearchAsked())
