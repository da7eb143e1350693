"""What somebody meant who wrote a word that a closed list does not have: the code to write, and what it is called."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, Final

from portal.language.locales import LANGUAGES
from portal.language.words import CodeName, words
from portal.reading.labels import Labels, LanguageLabels

NAMED_FAMILIES: Final = (
    "kinds",
    "groups",
    "verdicts",
    "claim_kinds",
    "claim_natures",
    "claimant_types",
    "source_types",
    "event_types",
    "event_states",
    "formats",
    "channels",
    "audiences",
    "correction_kinds",
    "reasons_to_name",
    "convention_names",
    "blocks_shown",
    "not_known_words",
    "bodies.kinds",
)
"""Where the words of a language call the codes of a closed list by a name."""


@dataclass(frozen=True)
class ClosedList:
    """The codes of a list, what each is `called` in each language, and what else people call it."""

    called: Mapping[str, Mapping[str, str]]
    also: Mapping[str, Iterable[str]] = field(default_factory=dict)

    @cached_property
    def labels(self) -> Labels:
        """Every name by which a code of the list is found."""
        return Labels({code: (*names.values(), *self.also.get(code, ())) for code, names in self.called.items()})

    @cached_property
    def _meant(self) -> dict[str, tuple[CodeName, ...]]:
        return {}

    def meant(self, said: object) -> list[CodeName]:
        """The codes somebody may have meant, the nearest first; none where nothing is near."""
        text = str(said).lower() if isinstance(said, bool) else str(said)
        if text not in self._meant:
            self._meant[text] = tuple(self.named(code) for code in self.labels.meant(text))
        return list(self._meant[text])

    def several(self, text: str) -> list[str]:
        """The codes of a text that names several, parted by signs; none where one of them is not understood."""
        found = self.labels.several(text)
        return list(found) if isinstance(found, tuple) else []

    def named(self, code: str) -> CodeName:
        """A code with what it is called."""
        return CodeName(code, self.called.get(code, {}))

    @property
    def whole(self) -> list[CodeName]:
        """All of the list."""
        return [self.named(code) for code in self.called]


@cache
def fixed_list(choices: tuple[str, ...]) -> ClosedList:
    """The list of some fixed words, by the names that the words of each language have for them."""
    families = [_families(lang, choices) for lang in LANGUAGES]
    called = {
        code: {
            lang: str(found[code]) for lang, found in zip(LANGUAGES, families, strict=True) if found and code in found
        }
        for code in choices
    }
    return ClosedList(called, {code: _also(code) for code in choices})


def _families(lang: str, choices: tuple[str, ...]) -> Mapping[Any, Any]:
    found = (words(lang).family(path) for path in NAMED_FAMILIES)
    return next((family for family in found if set(choices) <= set(family)), {})


def _also(code: str) -> list[str]:
    """Further words for a code, as the words of each language have them with commas between."""
    return [one for lang in LANGUAGES for one in _parts(words(lang).family("also_called.choices").get(code, ""))]


@cache
def field_list(names: tuple[str, ...]) -> ClosedList:
    """The fields of a place, by their own names, by the labels of forms and by what else people call them."""
    also = {name: [one for lang in LANGUAGES for one in _field_called(lang, name)] for name in names}
    return ClosedList({name: {} for name in names}, also)


def _field_called(lang: str, name: str) -> Iterator[str]:
    said = words(lang)
    asked = (group[name]["label"] for group in said.family("page_fields").values() if name in group)
    yield from (str(label) for label in asked)
    yield from _parts(said.family("also_called.fields").get(name, ""))


def _parts(text: object) -> list[str]:
    return [one.strip() for one in str(text).split(",") if one.strip()]


def _languages_called() -> Mapping[str, list[str]]:
    called: dict[str, list[str]] = {}
    for said in map(words, LANGUAGES):
        for tag in said.family("languages"):
            spelled = _parts(said.family("language_spellings").get(tag, ""))
            called.setdefault(tag, []).extend([said.language_name(tag), *spelled])
    return called


LANGUAGES_CALLED: Final = LanguageLabels(_languages_called())
"""Every language by its tag, by its name and by how people spell it."""
