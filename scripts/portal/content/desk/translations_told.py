"""Translations in words: the sentences and the rows that the terminal, an issue and a page for editors show."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from portal.content.desk.history import FileChange, History
from portal.content.desk.translations import TRANSLATION_STATES, State, Translation
from portal.language.locales import LANGUAGES, Locale
from portal.language.words import Words
from portal.language.written import written_day

_BRANCH: Final = "main"


@dataclass(frozen=True)
class TranslationRow:
    """A translation to make or to look at again. `since` and `changes` are "" where nothing changed; `edit` and
    `change` lead to the repository's own pages: to write the translation, and to the newest change; "" without one."""

    title: str
    path: str
    language: str
    state: State
    state_said: str
    since: str
    changes: str
    edit: str
    change: str


def history_kind(history: History | None) -> str:
    """ "none", "shallow" or "whole"."""
    return "none" if history is None else "shallow" if history.is_shallow else "whole"


def translation_sentences(
    found: tuple[Translation, ...], history: History | None, locales: Mapping[str, Locale], text: Words
) -> tuple[str, ...]:
    """How many pages are in which state in each language; what is not known where there is no whole history; what
    counts as a change."""
    kind = history_kind(history)
    not_known = [text.say(f"translations.history.{kind}")] if kind != "whole" else []
    return (*_counts(found, locales, text), *not_known, text.say("translations.rule"))


def _counts(found: tuple[Translation, ...], locales: Mapping[str, Locale], text: Words) -> Iterator[str]:
    for code in locales:
        own = [one for one in found if one.lang == code]
        counts = Counter(one.state for one in own)
        states = [
            f"{counts[state]} {text.label('translations.states', state)}"
            for state in TRANSLATION_STATES
            if counts[state]
        ]
        if own:
            name = _called(locales[code], text)
            yield text.say("translations.counts", language=name, count=len(own), states=", ".join(states))


def translation_rows(
    found: tuple[Translation, ...], locales: Mapping[str, Locale], text: Words, repository: str = ""
) -> tuple[TranslationRow, ...]:
    """What there is to do. Of a language without words of its own, whose pages are few, what is missing is no row."""
    asked = (one for one in found if one.state != "fresh" and (one.state != "missing" or one.lang in LANGUAGES))
    return tuple(_row(one, locales, text, repository.rstrip("/")) for one in asked)


def _row(one: Translation, locales: Mapping[str, Locale], text: Words, repository: str) -> TranslationRow:
    state, language = text.label("translations.states", one.state), _called(locales[one.lang], text)
    written = "new/{}?filename={}" if one.state == "missing" else "edit/{}/{}"
    edit = f"{repository}/{written.format(_BRANCH, quote(one.path))}" if repository else ""
    commit = next((change.commit for change in one.unseen if change.commit), "")
    change = f"{repository}/commit/{commit}" if repository and commit else ""
    changes = str(len(one.unseen)) if one.unseen else ""
    return TranslationRow(one.title, one.path, language, one.state, state, _since(one, text), changes, edit, change)


def _since(one: Translation, text: Words) -> str:
    """The day of the oldest change that the translation has not seen."""
    if not one.unseen:
        return ""
    day = one.unseen[-1].day
    return written_day(day, text) if day else text.say("translations.uncommitted")


def _called(locale: Locale, text: Words) -> str:
    return locale.name or text.language_name(locale.code)


def translations_tree(found: tuple[Translation, ...], history: History | None) -> dict[str, Any]:
    """Everything, for programs: {history, pages: [{place, lang, path, original, title, state, unseen}]}."""
    return {"history": history_kind(history), "pages": [_tree(one) for one in found]}


def _tree(one: Translation) -> dict[str, Any]:
    return {
        "place": one.place,
        "lang": one.lang,
        "path": one.path,
        "original": one.original.path,
        "title": one.title,
        "state": one.state,
        "unseen": [_seen(change) for change in one.unseen],
    }


def _seen(change: FileChange) -> dict[str, str | None]:
    return {"commit": change.commit or None, "day": change.day.isoformat() if change.day else None}
