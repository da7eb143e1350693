"""A field of a page as a widget of the editing tool: one row for each way a field is filled in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from portal.content.asking.values import Control, PageChoice, PageField
from portal.language.locales import LANGUAGES
from portal.language.vocabulary import CONVENTIONS
from portal.language.words import words

Widget = dict[str, Any]
"""One field as the tool's configuration has it."""
DAY_SHAPE: Final = r"^\d{4}-\d{2}-\d{2}$"
ADDRESS_SHAPE: Final = r"^https?://\S+\.\S+$"
_BOXES: Final = 4
"""From how many choices on a list opens instead of boxes on the page."""


def widget(one: PageField, lang: str) -> Widget:
    """The field as the tool asks for it in `lang`. A field of one language is asked in each, any other once."""
    return {
        "name": one.key,
        "label": one.label[lang],
        "hint": one.help[lang],
        "required": one.required,
        "i18n": one.is_said,
        **_WIDGETS[one.control](one, lang),
    }


def _text(one: PageField, lang: str) -> Widget:
    return {"widget": "string", **_letters(one)}


def _long(one: PageField, lang: str) -> Widget:
    return {"widget": "text", **_letters(one)}


def _letters(one: PageField) -> Widget:
    return _without_none({"minlength": one.least, "maxlength": one.most})


def _day(one: PageField, lang: str) -> Widget:
    """A day from a calendar; where a file may say that it is not known, a text that is a day or that word."""
    if one.instead is None:
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "input_timezone": "local"}
    said = words(lang).say("editing_tool.day_or", value=one.instead.value, label=one.instead.label[lang])
    pattern = DAY_SHAPE.replace("$", f"$|^{one.instead.value}$")
    return {"widget": "string", "pattern": [pattern, said], "hint": f"{one.help[lang]} {said}"}


def _whole(one: PageField, lang: str) -> Widget:
    return {"widget": "number", "value_type": "int", "min": one.least or 0}


def _yes_no(one: PageField, lang: str) -> Widget:
    return {"widget": "boolean", "default": False}


def _address(one: PageField, lang: str) -> Widget:
    return {"widget": "string", "type": "url", "pattern": [ADDRESS_SHAPE, words(lang).say("editing_tool.address")]}


def _language(one: PageField, lang: str) -> Widget:
    named = words(lang).family("languages").items()
    return {"widget": "select", "options": [{"value": tag, "label": name} for tag, name in named]}


def _choice(one: PageField, lang: str) -> Widget:
    return {"widget": "select", "options": _options(one.choices, lang), "dropdown_threshold": _BOXES}


def _choices(one: PageField, lang: str) -> Widget:
    least = {"min": one.least} if one.least else {}
    return {"widget": "select", "multiple": True, "options": _options(one.choices, lang), **least}


def _texts(one: PageField, lang: str) -> Widget:
    """A list; what bounds it bounds none of its entries."""
    single: Mapping[Control, Callable[[PageField, str], Widget]] = {"language": _language, "whole": _whole}
    made = single.get(one.each, _long)(replace(one, least=None, most=None), lang)
    each = {"name": "one", "label": one.label[lang], **made}
    return {"widget": "list", "field": each, **({"min": one.least} if one.least else {})}


def _both(one: PageField, lang: str) -> Widget:
    named = words(lang)
    parts = [{"name": code, "label": named.language_name(code), "widget": "text"} for code in LANGUAGES]
    return {"widget": "object", "fields": parts}


def _group(one: PageField, lang: str) -> Widget:
    return {"widget": "object", "collapsed": "auto", "fields": _below(one, lang)}


def _rows(one: PageField, lang: str) -> Widget:
    first = one.fields[0].key
    summary = f"{{{{fields.{first}}}}}"
    return {"widget": "list", "collapsed": "auto", "summary": summary, "fields": _below(one, lang)}


def _articles(one: PageField, lang: str) -> Widget:
    number = {"name": "number", "label": one.label[lang], "widget": "number", "value_type": "int", "min": 1}
    lists = [
        {"name": code, "label": code.upper(), "widget": "list", "required": False, "field": number}
        for code in CONVENTIONS
    ]
    return {"widget": "object", "collapsed": True, "fields": lists}


def _below(group: PageField, lang: str) -> list[Widget]:
    """The fields of a group: said in each language where the group is, else once."""
    return [{**widget(one, lang), "i18n": group.is_said} for one in group.fields]


def _options(choices: Iterable[PageChoice], lang: str) -> list[dict[str, str]]:
    return [{"value": one.value, "label": one.label[lang]} for one in choices]


def _without_none(values: Mapping[str, Any]) -> Widget:
    return {name: value for name, value in values.items() if value is not None}


_WIDGETS: Final[Mapping[Control, Callable[[PageField, str], Widget]]] = {
    "text": _text,
    "long": _long,
    "day": _day,
    "whole": _whole,
    "yes_no": _yes_no,
    "address": _address,
    "language": _language,
    "place": _text,
    "choice": _choice,
    "choices": _choices,
    "texts": _texts,
    "both": _both,
    "group": _group,
    "rows": _rows,
    "articles": _articles,
}
