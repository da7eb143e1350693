"""The fields of a page's head as YAML to be filled in: each is explained, and commented where none must be there."""

import json
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Final

from portal.content.asking.values import PageField
from portal.language.words import Words

WIDTH: Final = 110
"""Letters of a row of explanation."""
MOST_CHOICES_NAMED: Final = 20
"""Choices that are named one by one; of more, as bodies are, the file that names them is."""
NAMED_IN: Final[Mapping[str, str]] = {
    **dict.fromkeys(("agency", "author", "reviewer", "approver"), "data/agencies.yml"),
    "laws": "data/laws.yml",
}
ASKED_BY_RULE: Final = frozenset(("Source.url",))
"""Fields that may be left out by their type alone: nearly every page needs them, or its rules ask for another."""
NOT_USED: Final = "# "
"""What stands before a row that is there to be used."""
_EMPTY: Final = {"choices": "[]", "both": '{vi: "", en: ""}', "articles": "{}", "day": "", "whole": "", "yes_no": ""}
_WRITTEN_AS: Final = {"articles": "each_of", "day": "a_day", "yes_no": "true_false"}
_Known = Mapping[str, str]


def in_quotation_marks(text: str) -> str:
    """A text as YAML takes it whatever stands in it: in quotation marks, those within it marked."""
    return json.dumps(text, ensure_ascii=False)


def blank_rows(fields: Iterable[PageField], known: _Known, text: Words) -> Iterator[str]:
    """The rows of some fields: those required or `known` first, with what is known of them as YAML; the others after
    them, commented."""
    asked = tuple(fields)
    for one in asked:
        if _is_in_use(one) or one.key in known:
            yield from _rows(one, known.get(one.key), text)
    yield from not_used((one for one in asked if not (_is_in_use(one) or one.key in known)), text)


def _is_in_use(one: PageField) -> bool:
    return one.required or one.words in ASKED_BY_RULE


def not_used(fields: Iterable[PageField], text: Words) -> Iterator[str]:
    """The rows of fields an author may do without: explanations as they are, all else commented."""
    for one in fields:
        for row in _rows(one, None, text):
            about = row.lstrip()
            indent = " " * (len(row) - len(about))
            yield f"## {indent}{about.removeprefix('## ')}" if about.startswith("## ") else NOT_USED + row


def _rows(one: PageField, known: str | None, text: Words) -> Iterator[str]:
    yield from _explained(one, text)
    if known is not None:
        yield f"{one.key}: {known}"
    elif one.control in ("group", "rows"):
        yield f"{one.key}:"
        yield from _below(one, text)
    elif one.control == "texts":
        yield from (f"{one.key}:", '  - ""')
    else:
        yield f"{one.key}: {_EMPTY.get(one.control, in_quotation_marks(''))}".rstrip()


def _below(one: PageField, text: Words) -> Iterator[str]:
    """The fields of a group, or of the first row of some: its first field stands behind the hyphen."""
    mark = "- " if one.control == "rows" else ""
    for row in blank_rows(_first_required(one.fields), {}, text):
        is_first = bool(mark) and not row.startswith("#")
        yield "  " + (mark if is_first else "  " if one.control == "rows" else "") + row
        mark = "" if is_first else mark


def _first_required(fields: tuple[PageField, ...]) -> tuple[PageField, ...]:
    return tuple(sorted(fields, key=lambda one: not _is_in_use(one)))


def _explained(one: PageField, text: Words) -> Iterator[str]:
    said = f"{one.label[text.lang]}: {one.help[text.lang]}"
    told = " ".join((said, *_words_of(one, text)))
    for number, row in enumerate(wrap(told, WIDTH, break_long_words=False, break_on_hyphens=False)):
        yield f"## {row}" if not number else f"##   {row}"


def _words_of(one: PageField, text: Words) -> Iterator[str]:
    """What may stand in a field, by its word and its name; or where those words are."""
    if one.key in NAMED_IN:
        yield text.say("new_page.known_at", path=NAMED_IN[one.key])
    elif one.choices and len(one.choices) <= MOST_CHOICES_NAMED:
        named = ", ".join(f"{choice.value} ({choice.label[text.lang]})" for choice in one.choices)
        yield text.say("new_page.some_of" if one.control == "choices" else "new_page.one_of", words=named)
    if one.control in _WRITTEN_AS:
        yield text.say(f"new_page.{_WRITTEN_AS[one.control]}")
    if one.instead:
        yield text.say("new_page.not_known", label=one.instead.label[text.lang], value=one.instead.value)
