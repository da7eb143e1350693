"""What the form on /viet-bai/ is told, as JSON: what each kind asks, the words, the rules it knows; each thing once."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from portal.content.asking.kinds import page_kinds
from portal.content.asking.values import PageField, PageKind
from portal.content.rules.html import FRAME_ID_FAMILIES, FRAME_IDS
from portal.content.rules.plain_words import FEWEST_SENTENCES, MOST_WORDS
from portal.content.rules.refused_words import MOTIVES, PRAISE, THREATS
from portal.content.rules.standard.facts import PRIVATE, SOCIAL
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.places import WRITING
from portal.language.vocabulary import SECTIONS, WITHOUT_VERDICT
from portal.language.words import words
from portal.reading.addresses.web_address import WHOLE_ADDRESS
from portal.reading.markdown.sanitiser import ALLOWED_TAGS
from portal.site.addresses import BRANCH
from portal.site.site import Site
from portal.site.writing.net import personal_net
from portal.site.writing.told import TOLD_BY_THE_FORM

SELDOM: Final = ("convention", "theme")
"""Kinds of which there is one for each convention or theme: offered last."""
FOLDS: Final[Mapping[str, tuple[str, ...]]] = {
    "about": ("conventions", "articles", "laws", "groups", "places"),
    "plan": ("product",),
    "later": (
        "updated",
        "reviewed",
        "publish_after",
        "withdrawn",
        "people",
        "corrections",
        "roles",
        "translator",
        "native_reviewer",
        "original_parts",
    ),
}
"""Fields that need not be filled in, folded away by what they are for; all others stand with what is only of a kind."""
OTHER_FOLD: Final = "more"
EXPECTED: Final[Mapping[str, tuple[str, ...]]] = {
    "": ("right_of_reply",),
    "claim": ("nature", "date", "archive_url", "archive"),
    "sources": ("url", "symbol", "type", "read", "copy_url", "carries"),
    "evidence": ("url", "symbol", "type", "read", "copy_url", "carries", "locator"),
}
"""Fields that the model can do without and most pages, or the standard for answers, cannot; by their group."""
_NO_STORY_AT_THE_TOP: Final = ""


def asked_path(lang: str) -> str:
    """Where the JSON of a language stands in the site."""
    return f"{WRITING}/{lang}.json"


def asked_link(site: Site, root: str, lang: str) -> str:
    """The link from a page to the JSON, with a mark of its content: it is read with the script of the same build."""
    mark = hashlib.sha256(asked_json(site, lang).encode()).hexdigest()[:8]
    return f"{root}{asked_path(lang)}?v={mark}"


def ordered_kinds(site: Site) -> tuple[PageKind, ...]:
    """The kinds as the form offers them: stories first, plain pages, then those that are seldom made."""
    return tuple(sorted(page_kinds(site.library.data), key=lambda one: (one.name in SELDOM, not one.is_story)))


def asked_json(site: Site, lang: str) -> str:
    """Everything the form is told in a language."""
    text, shared = site.words(lang), _Shared(lang)
    tree = {
        "lang": lang,
        "house": list(LANGUAGES),
        "kinds": [_kind(one, shared) for one in ordered_kinds(site)],
        "fields": shared.fields,
        "lists": shared.lists,
        "sections": {name: text.label("sections", name) for name in SECTIONS},
        "languages": [[tag, name] for tag, name in text.family("languages").items()],
        "words": text.family("writing")["form"],
        "problems": {code: text.problems[code] for code in TOLD_BY_THE_FORM},
        "rules": _rules(),
        "net": personal_net(site.library.data.allowed),
        "repository": site.repository,
        "branch": BRANCH,
    }
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def _rules() -> dict[str, Any]:
    """The lists that rules of `check` look into, for the same rules of the form."""
    return {
        "withoutVerdict": sorted(WITHOUT_VERDICT),
        "private": PRIVATE,
        "social": SOCIAL,
        "praise": PRAISE,
        "motives": MOTIVES,
        "threats": THREATS,
        "mostWords": MOST_WORDS,
        "fewestSentences": FEWEST_SENTENCES,
        "tags": sorted(ALLOWED_TAGS),
        "frameIds": sorted(FRAME_IDS),
        "frameFamilies": FRAME_ID_FAMILIES.pattern,
        "wholeAddress": WHOLE_ADDRESS,
        "sheet": words(ORIGINAL).say("scans.sheet", number="{number}"),
    }


def _kind(kind: PageKind, shared: "_Shared") -> dict[str, Any]:
    return {
        "name": kind.name,
        "label": kind.label[shared.lang],
        "use": kind.use[shared.lang],
        "sections": [name for name in kind.sections if name != _NO_STORY_AT_THE_TOP],
        "isIndex": kind.only_index,
        "isStory": kind.is_story,
        "fields": [shared.field(one) for one in kind.fields],
    }


def _fold(field: PageField, group: str) -> str:
    """Under what a field is folded away, "" for one that stands open. Few fields of a group need no folding."""
    if field.required or field.key in EXPECTED.get(group, ()):
        return ""
    if group:
        return OTHER_FOLD
    return next((name for name, keys in FOLDS.items() if field.key in keys), OTHER_FOLD)


class _Shared:
    """Fields and lists of choices, each written once and named by its number: kinds share most of them."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.fields: list[dict[str, Any]] = []
        self.lists: list[list[list[str]]] = []

    def field(self, one: PageField, group: str = "") -> int:
        facts = {
            "key": one.key,
            "control": one.control,
            "label": one.label[self.lang],
            "help": one.help[self.lang],
            "required": one.required,
            "isSaid": one.is_said,
            "isPast": one.is_past,
            "instead": [one.instead.value, one.instead.label[self.lang]] if one.instead else None,
            "least": one.least,
            "most": one.most,
            "each": one.each if one.control == "texts" else None,
            "choices": self._list(one) if one.choices else None,
            "fields": [self.field(part, one.key) for part in one.fields] or None,
            "fold": _fold(one, group) or None,
        }
        said = {name: value for name, value in facts.items() if value is not None and value is not False}
        return _number(said, self.fields)

    def _list(self, one: PageField) -> int:
        return _number([[choice.value, choice.label[self.lang]] for choice in one.choices], self.lists)


def _number(value: Any, among: list[Any]) -> int:
    """The place of a value in a list, which it is added to where it is new."""
    if value not in among:
        among.append(value)
    return among.index(value)
