"""The head of a page as JSON Schema (2020-12): what a program can say of it, made from what editors are asked."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from portal.content.asking.values import PageChoice, PageField, PageKind
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.vocabulary import CONVENTIONS
from portal.reading.fields import PLACE_LENGTH

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
MADE_BY: Final = "make schema"
"""What a file of these says of itself: nobody mends it by hand."""
Schema = dict[str, Any]
_DAY: Final = r"\d"  # a day is also read as 23/11/2026 or in words: whether there is such a day, check knows
_ADDRESS: Final = r"^\s*https?://\S+\s*$"
_NEVER_EMPTY: Final = frozenset(("choices", "texts", "rows", "articles", "yes_no"))
"""What cannot stand there with nothing behind it, even where it may be left out."""
_EACH: Final[dict[str, Schema]] = {"place": {"maxLength": PLACE_LENGTH}, "whole": {"type": ["integer", "string"]}}
_YAML_TRUTH: Final = {"true": True, "false": False}
"""YAML takes these words for truth values where nobody put them in quotation marks; a verdict means the words."""


def page_schema(kind: PageKind, translated: bool = False) -> Schema:
    """The schema of a file of a kind; of one in another language than the original's, which says only its own."""
    fields = [one for one in kind.fields if one.is_said or not translated]
    said = _object(fields)
    own = {} if translated else {"kind": {"const": kind.name, "title": kind.label[ORIGINAL]}}
    required = [*own, *said["required"]]
    about = {"$schema": DIALECT, "$comment": MADE_BY, "title": kind.label[ORIGINAL], "description": kind.use[ORIGINAL]}
    return {**about, **said, "properties": {**own, **said["properties"]}, "required": required}


def _object(fields: Iterable[PageField]) -> Schema:
    asked = tuple(fields)
    return {
        "type": "object",
        "properties": {one.key: _named(one) for one in asked},
        "required": [one.key for one in asked if one.required],
        "additionalProperties": False,
    }


def _named(one: PageField) -> Schema:
    made = _MADE[one.control](one)
    others: list[Schema] = [{"const": one.instead.value}] if one.instead else []
    others += [] if one.required or one.control in _NEVER_EMPTY else [{"type": "null"}]
    told = {"title": one.label[ORIGINAL], "description": one.help[ORIGINAL]}
    return {**told, "anyOf": [made, *others]} if others else {**told, **made}


def _text(one: PageField) -> Schema:
    return {"type": "string", "minLength": one.least or 1, **({"maxLength": one.most} if one.most else {})}


def _whole(one: PageField) -> Schema:
    bounds = {"minimum": one.least, "maximum": one.most}
    return {"type": "integer", **{name: bound for name, bound in bounds.items() if bound is not None}}


def _one_of(choices: tuple[PageChoice, ...]) -> Schema:
    """The words of a closed list with what each is called; any text where data/ alone knows the list."""
    words = [choice.value for choice in choices]
    if not words:
        return {"type": "string", "minLength": 1}
    called = [choice.label[ORIGINAL] for choice in choices]
    truths = [word for word in words if word in _YAML_TRUTH]
    values = [*words, *(_YAML_TRUTH[word] for word in truths)]
    return {"enum": values, "enumDescriptions": [*called, *(called[words.index(word)] for word in truths)]}


def _list_of(one: PageField, entries: Schema) -> Schema:
    return {"type": "array", "items": entries, **({"minItems": one.least} if one.least else {})}


def _both(_: PageField) -> Schema:
    texts: Schema = {lang: {"type": "string", "minLength": 1} for lang in LANGUAGES}
    made: Schema = {"type": "object", "properties": texts, "required": list(LANGUAGES), "additionalProperties": False}
    return {"anyOf": [{"type": "string", "minLength": 1}, made]}


def _articles(_: PageField) -> Schema:
    numbers: Schema = {"type": "array", "items": {"type": "integer"}}
    return {"type": "object", "propertyNames": {"enum": list(CONVENTIONS)}, "additionalProperties": numbers}


_MADE: Final[dict[str, Callable[[PageField], Schema]]] = {
    **dict.fromkeys(("text", "long", "language", "place"), _text),
    "day": lambda _: {"type": "string", "pattern": _DAY},
    "address": lambda _: {"type": "string", "pattern": _ADDRESS},
    "whole": _whole,
    "yes_no": lambda _: {"type": ["boolean", "string"]},  # có, không
    "choice": lambda one: _one_of(one.choices),
    "choices": lambda one: _list_of(one, _one_of(one.choices)),
    "texts": lambda one: _list_of(one, {"type": "string", "minLength": 1, **_EACH.get(one.each, {})}),
    "both": _both,
    "articles": _articles,
    "group": lambda one: _object(one.fields),
    "rows": lambda one: _list_of(one, _object(one.fields)),
}
"""For each way a field is filled in the schema of its value."""
