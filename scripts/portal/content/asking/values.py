"""What may be filled in at the head of a page, as values: kinds, their fields, and what may be chosen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Control = Literal[
    "text",
    "long",
    "day",
    "whole",
    "yes_no",
    "address",
    "language",
    "place",
    "choice",
    "choices",
    "texts",
    "both",
    "group",
    "rows",
    "articles",
]
"""How a field is filled in. `long` is a text of several sentences; `choice` one of the choices and `choices` any number
of them; `texts` a list of texts; `both` the same text in both languages; `group` fields that stand together under the
field's name, `rows` a list of such groups; `articles` numbers of articles for each convention."""

InEvery = Mapping[str, str]
"""Words in every language that has words, by its code."""


@dataclass(frozen=True)
class PageChoice:
    """What may be chosen: the word as a file has it, and as people read it."""

    value: str
    label: InEvery


@dataclass(frozen=True)
class PageField:
    """A field of a page's head. `key` is its name in the file within the group it stands in, `words` where its label
    and help stand in the words ("Source.title"). `least` and `most` are letters of a text, entries of a list or the
    bounds of a number, None for no bound. `is_said`: a text of one language, which each language's file says itself.
    `is_past`: a day that cannot lie in the future. `instead` is what a file says where a day or an answer is not known.
    `each` is what one of the `texts` is: a text, a language, a place, a number. `fields` are those of a group or of a
    row."""

    key: str
    words: str
    control: Control
    label: InEvery
    help: InEvery
    required: bool = False
    is_said: bool = False
    is_past: bool = False
    instead: PageChoice | None = None
    least: int | None = None
    most: int | None = None
    choices: tuple[PageChoice, ...] = ()
    each: Control = "text"
    fields: "tuple[PageField, ...]" = ()

    @property
    def is_paged(self) -> bool:
        """Whether it is a list of whole pages, each of many lines."""
        return self.control == "texts" and self.each == "long"

    def walk(self, before: str = "") -> "Iterator[tuple[str, PageField]]":
        """This field and all below it, each with its place: "sources", "sources.title"."""
        place = f"{before}{self.key}"
        yield place, self
        for one in self.fields:
            yield from one.walk(f"{place}.")


@dataclass(frozen=True)
class PageKind:
    """A kind of page. `use` says when to take it; `sections` where it may stand, "" for the top; `is_story`: the plan
    counts it and it needs a source mark in its text. The field `kind` is not among the fields: it is `name`."""

    name: str
    label: InEvery
    use: InEvery
    sections: tuple[str, ...]
    only_index: bool
    is_story: bool
    fields: tuple[PageField, ...]

    def walk(self) -> Iterator[tuple[str, PageField]]:
        """Every field at every depth with its place, in the order of the file."""
        for one in self.fields:
            yield from one.walk()
