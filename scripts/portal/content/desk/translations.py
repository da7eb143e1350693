"""Which pages have no translation, and whose translation has not seen what changed in the original since."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final, Literal

from portal.content.desk.history import FileChange, History
from portal.content.desk.said_words import said_parts
from portal.content.library import Library
from portal.language.locales import Locale
from portal.reading.documents import Document

State = Literal["stale", "missing", "unknown", "fresh"]
TRANSLATION_STATES: Final[tuple[State, ...]] = ("stale", "missing", "unknown", "fresh")
"""What a translation can be, the most urgent first. "unknown": there is one, and no history says how old it is."""

EarlierText = Callable[[str], str]
"""The text that git keeps under a name."""


@dataclass(frozen=True)
class Translation:
    """A page in a language that is not its original's. `path` is where the translation is or would be; `unseen` are
    the changes of the original that who last translated it had not before him, the newest first."""

    place: str
    lang: str
    path: str
    original: Document
    state: State
    unseen: tuple[FileChange, ...] = ()

    @property
    def title(self) -> str:
        """What the original is called; its place where it has no title that can be read."""
        title = (self.original.front or {}).get("title")
        return title if isinstance(title, str) else self.place


@dataclass(frozen=True)
class _Past:
    """The history, the earlier texts, and the present: the text of each page on the disk."""

    history: History
    earlier: EarlierText
    now: Mapping[str, str]
    renamed: Mapping[str, str]

    def changes(self, path: str) -> tuple[FileChange, ...]:
        """Every change of a page that a reader would see, and the one that made it, the newest first."""
        committed = self.renamed.get(path, path)
        past = [one for one in self.history.of(committed) if one.commit not in self.history.cut]
        if committed not in self.history.head:
            return (FileChange("", None, path, path, (), ""),)
        blob = self.history.head[committed]
        pending = said_parts(self.earlier(blob)) != said_parts(self.now[path])
        here = [FileChange("", None, path, committed, (blob,), "")] if pending else []
        return (*here, *(one for one in past if one.is_new or self._says_other(one)))

    def _says_other(self, change: FileChange) -> bool:
        """Whether a change says what none of its parents said, or takes out what all of them did: a merge that only
        puts two changes together does not."""
        new, *old = (said_parts(self.earlier(blob)) for blob in (change.new, *change.old))
        said, kept = frozenset[str]().union(*old), reduce(frozenset.intersection, old)
        return not new <= said or not kept <= new


def translations(
    library: Library, texts: Mapping[str, str], history: History | None, earlier: EarlierText
) -> tuple[Translation, ...]:
    """Every page in every language but its original's, what is most urgent first. `texts` are the pages as they lie on
    the disk, by path. Without a history nothing is known of how old a translation is. A page that waits or was taken
    back is due in no language."""
    locales, documents = library.data.locales, library.documents
    past = _Past(history, earlier, texts, _renamed(history, texts, earlier)) if history else None
    found = []
    nothing_due = {place for (_, place), story in library.whole.stories.items() if story.withdrawn}
    nothing_due |= {place for _, place in library.waiting}
    for place in sorted({place for _, place in documents} - nothing_due):
        original = next(documents[lang, place] for lang in locales if (lang, place) in documents)
        others = (one for one in locales.values() if one.code != original.lang)
        found += [_translation(original, one, documents.get((one.code, place)), past) for one in others]
    order = list(locales)
    return tuple(sorted(found, key=lambda one: (order.index(one.lang), TRANSLATION_STATES.index(one.state), one.place)))


def _translation(original: Document, locale: Locale, own: Document | None, past: _Past | None) -> Translation:
    path = f"{locale.folder}/{original.place}.md"
    if own is None:
        return Translation(original.place, locale.code, path, original, "missing")
    if past is None:
        return Translation(original.place, locale.code, path, original, "unknown")
    of_original, of_own = past.changes(original.path), past.changes(own.path)
    unseen = tuple(_unseen(of_original, of_own, past.history))
    state: State = "stale" if unseen else "fresh" if of_own else "unknown"
    return Translation(original.place, locale.code, path, original, state, unseen)


def _unseen(original: tuple[FileChange, ...], own: tuple[FileChange, ...], history: History) -> Iterator[FileChange]:
    """The changes of an original that no change of its translation came after. That it was made is none: what nobody
    has changed since is what was translated, whichever of the two files came first."""
    for place, change in enumerate(original):
        made = change.is_new and place == len(original) - 1
        if not made and not any(history.came_after(one.commit, change.commit) for one in own):
            yield change


def _renamed(history: History, texts: Mapping[str, str], earlier: EarlierText) -> dict[str, str]:
    """{name on the disk: name in git} of the pages that were renamed and not committed yet: the same words."""
    gone = [path for path in history.head if path not in texts and path.endswith(".md")]
    new = [path for path in texts if path not in history.head]
    if not gone or not new:
        return {}
    were = {(path.partition("/")[0], said_parts(earlier(history.head[path]))): path for path in gone}
    keys = ((path, (path.partition("/")[0], said_parts(texts[path]))) for path in new)
    return {path: were[key] for path, key in keys if key in were}
