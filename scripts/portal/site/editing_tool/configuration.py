"""The configuration of the editing tool: where the repository is, and a collection for each kind of story and page."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import yaml

from portal.content.asking.values import PageKind
from portal.language.locales import HOUSE, ORIGINAL
from portal.language.words import words
from portal.site.addresses import BRANCH
from portal.site.editing_tool.widgets import Widget, widget

CONFIG: Final = "config.yml"
_NOT_NEW: Final = frozenset(("convention", "theme"))
"""Kinds of which there are as many as there will ever be: they are changed, never added."""
_WIDEST: Final = 80
"""Letters of a file's name."""
_BUTTONS: Final = ("bold", "link", "heading-two", "heading-three", "bulleted-list", "numbered-list", "quote")


def configuration(kinds: Iterable[PageKind], repository: str, lang: str = ORIGINAL) -> str:
    """The configuration as YAML. `repository` is its address: https://github.com/<owner>/<name>."""
    folders = [one.folder for one in HOUSE]
    tree = {
        "backend": _backend(repository),
        "publish_mode": "editorial_workflow",
        "media_folder": "docs/hinh",
        "public_folder": "/hinh",
        "app_title": words(lang).say("editing_tool.title"),
        "slug": {"encoding": "ascii", "clean_accents": True, "lowercase": True, "maxlength": _WIDEST},
        "i18n": {
            "structure": "multiple_root_folders",  # the folder of a language is its name here: content_vi, content_en
            "locales": folders,
            "default_locale": folders[0],
            "initial_locales": folders[:1],
        },
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "collections": list(_collections(kinds, lang)),
    }
    head = "# " + words(lang).say("editing_tool.made") + "\n"
    return head + yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=120)


def _backend(repository: str) -> dict[str, Any]:
    return {
        "name": "github",
        "repo": "/".join(repository.rstrip("/").rsplit("/", 2)[-2:]),
        "branch": BRANCH,
        "open_authoring": True,  # whoever may not write proposes from a fork: nobody needs a right given by hand
        "auth_methods": ["token"],
        "squash_merges": True,
    }


def _collections(kinds: Iterable[PageKind], lang: str) -> Iterator[dict[str, Any]]:
    for kind in sorted(kinds, key=lambda kind: not kind.is_story):
        for section in kind.sections if not kind.only_index else ():
            if section:
                yield _collection(kind, section, lang)


def _collection(kind: PageKind, section: str, lang: str) -> dict[str, Any]:
    text = words(lang)
    is_new = kind.name not in _NOT_NEW
    return {
        "name": f"{section}-{kind.name}",
        "label": f"{text.label('sections', section)}: {kind.label[lang]}",
        "label_singular": kind.label[lang],
        "description": kind.use[lang],
        "folder": section,
        "path": "{{year}}/{{slug}}" if kind.is_story and is_new else "{{slug}}",
        "filter": {"field": "kind", "value": kind.name},
        "create": is_new,
        "delete": False,  # a page that was public is withdrawn, never deleted
        "i18n": True,
        "fields": [*_fields(kind, lang)],
    }


def _fields(kind: PageKind, lang: str) -> Iterator[Widget]:
    """What a file cannot do without, its text, then everything else."""
    yield {"name": "kind", "widget": "hidden", "default": kind.name, "i18n": False}
    yield from (widget(one, lang) for one in kind.fields if one.required)
    yield _body(kind, lang)
    yield from (widget(one, lang) for one in kind.fields if not one.required)


def _body(kind: PageKind, lang: str) -> Widget:
    return {
        "name": "body",
        "label": words(lang).say("editing_tool.body"),
        "hint": words(lang).say("editing_tool.body_hint"),
        "widget": "markdown",
        "required": kind.is_story,
        "i18n": True,
        "buttons": list(_BUTTONS),
        "editor_components": [],
    }
