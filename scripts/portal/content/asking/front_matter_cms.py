"""The settings of Front Matter, an extension of VS Code that shows a page's head as a form, from the same fields."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from portal.content.asking.fields import HEAD
from portal.content.asking.values import PageChoice, PageField, PageKind
from portal.language.locales import HOUSE, LANGUAGES, ORIGINAL
from portal.language.words import Words

FRONT_MATTER_PATH: Final = "frontmatter.json"
Setting = dict[str, Any]
_TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("text", "address", "language", "place", "long"), "string"),
    **{"day": "datetime", "whole": "number", "yes_no": "boolean", "texts": "list"},
    **{"both": "fields", "group": "fields", "rows": "fieldCollection"},
}
_ONE_LINE: Final = frozenset(("text", "address", "language", "place", "choice"))


def front_matter_settings(kinds: Iterable[PageKind], text: Words) -> Setting:
    """All its settings. It knows the kind of a file by its folder alone, so one content type holds the fields of every
    kind, each shown for the kinds that have it where the extension can say so; files in another language have one of
    their own. It makes no files: their names and folders are the portal's own to choose."""
    asked = tuple(kinds)
    fields = _shared(asked, text)
    said = [one for one in fields if one["name"] in {f.key for kind in asked for f in kind.fields if f.is_said}]
    folders = [_folder(locale.code, locale.folder, text) for locale in HOUSE]
    return {
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.content.pageFolders": folders,
        "frontMatter.taxonomy.contentTypes": [
            _content_type("default", [_kind_field(asked, text), *fields]),
            _content_type("translated", [_without_when(one) for one in said]),
        ],
        "frontMatter.taxonomy.fieldGroups": list(_groups(asked, text)),
        "frontMatter.taxonomy.dateFormat": "yyyy-MM-dd",
        "frontMatter.taxonomy.noPropertyValueQuotes": sorted(_days(asked)),
        "frontMatter.taxonomy.seoTitleLength": _most("title", asked),
        "frontMatter.taxonomy.seoDescriptionLength": _most("description", asked),
        "frontMatter.content.autoUpdateDate": False,
    }


def is_left_out(one: PageField) -> bool:
    """Whether the extension has nothing to fill a field in with: it leaves that of a file as it is."""
    return one.control == "articles" or one.is_paged


def _most(key: str, kinds: tuple[PageKind, ...]) -> int:
    """How many letters a text may have in every kind."""
    return min(one.most for kind in kinds for one in kind.fields if one.key == key and one.most)


def _folder(code: str, folder: str, text: Words) -> Setting:
    own = {} if code == ORIGINAL else {"contentTypes": ["translated"]}
    name = text.say(f"vs_code.folder_{code}")
    return {"title": name, "path": f"[[workspace]]/{folder}", "disableCreation": True, **own}


def _content_type(name: str, fields: list[Setting]) -> Setting:
    return {"name": name, "pageBundle": False, "clearEmpty": True, "fields": fields}


def _kind_field(kinds: tuple[PageKind, ...], text: Words) -> Setting:
    choices = [{"id": kind.name, "title": kind.label[text.lang]} for kind in kinds]
    return {
        "name": "kind",
        "title": text.say("vs_code.kind"),
        "type": "choice",
        "multiple": False,
        "required": True,
        "choices": choices,
    }


def _shared(kinds: tuple[PageKind, ...], text: Words) -> list[Setting]:
    """The fields of all kinds, each once, in the order in which they are met."""
    having: dict[str, list[PageKind]] = {}
    first: dict[str, PageField] = {}
    for kind in kinds:
        for one in kind.fields:
            having.setdefault(one.key, []).append(kind)
            first.setdefault(one.key, one)
    shown = {key: one for key, one in first.items() if not is_left_out(one)}
    return [_for_kinds(one, having[key], kinds, text) for key, one in shown.items()]


def _for_kinds(one: PageField, having: list[PageKind], kinds: tuple[PageKind, ...], text: Words) -> Setting:
    must = all(any(field.key == one.key and field.required for field in kind.fields) for kind in kinds)
    made = {**_setting(one, text), "required": must}
    if len(having) == len(kinds):
        return made
    names = ", ".join(kind.label[text.lang] for kind in having)
    made["description"] = f"{made['description']} {text.say('vs_code.only_for', kinds=names)}"
    return made | (
        {"when": {"fieldRef": "kind", "operator": "eq", "value": having[0].name}} if len(having) == 1 else {}
    )


def _without_when(setting: Setting) -> Setting:
    return {name: value for name, value in setting.items() if name != "when"}


def _setting(one: PageField, text: Words) -> Setting:
    made: Setting = {"name": one.key, "title": one.label[text.lang], "description": one.help[text.lang]}
    made["type"] = "choice" if one.control in ("choice", "choices") else _TYPES[one.control]
    if made["type"] == "choice" and not one.choices:  # data/ alone knows them
        made["type"] = "list" if one.control == "choices" else "string"
    if made["type"] == "choice":
        made |= {"choices": [_choice(choice, text) for choice in one.choices], "multiple": one.control == "choices"}
    return made | _more(one, made["type"], text)


def _more(one: PageField, kind: str, text: Words) -> Setting:
    """What a type of theirs needs besides."""
    if kind == "string":
        return {"single": one.control in _ONE_LINE}
    if kind == "datetime":
        return {"dateFormat": "yyyy-MM-dd"}
    if kind == "number":
        bounds = {"min": one.least, "max": one.most}
        return {"numberOptions": {name: bound for name, bound in bounds.items() if bound is not None}}
    if one.control == "rows":
        return {"fieldGroup": _group_id(one)}
    if one.control == "both":
        return {
            "fields": [{"name": lang, "title": text.say(f"vs_code.in_{lang}"), "type": "string"} for lang in LANGUAGES]
        }
    return {"fields": [_below(part, text) for part in one.fields]} if one.control == "group" else {}


def _below(one: PageField, text: Words) -> Setting:
    """A field of a group: its group says whether it is asked for, and check whether it must be there."""
    return {**_setting(one, text), "required": False}


def _choice(choice: PageChoice, text: Words) -> Setting:
    return {"id": choice.value, "title": choice.label[text.lang]}


def _groups(kinds: tuple[PageKind, ...], text: Words) -> Iterator[Setting]:
    """The rows of which a field holds some, each once by the name of that field."""
    rows = {_group_id(one): one for kind in kinds for _, one in kind.walk() if one.control == "rows"}
    for key, one in rows.items():
        yield {"id": key, "labelField": one.fields[0].key, "fields": [_below(part, text) for part in one.fields]}


def _group_id(one: PageField) -> str:
    """The name of a field, with its group's where it stands in one: a leaflet has panels, and so has an exhibition."""
    return one.words.removeprefix(f"{HEAD}.")


def _days(kinds: tuple[PageKind, ...]) -> set[str]:
    return {one.key for kind in kinds for _, one in kind.walk() if one.control == "day"}
