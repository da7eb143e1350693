"""What a word of a closed list is called: its id, its labels, its short names; in any case, with its marks or without.

    formats = Labels({"leaflet": ("Tờ rơi", "Leaflet"), "poster": ("Áp phích", "Poster")})
    formats.one("TỜ RƠI") == "leaflet"          formats.one("to roi") == "leaflet"         formats.one("leaflet") …
    formats.several("Tờ rơi, áp phích/Sách")    == ["leaflet", "poster", …]  or Unclear with what was not understood
    formats.one("Tơ rơi").values["choices"]     == ["Tờ rơi"]

Pure: the answer depends on the text alone, so a caller may keep it. Without any mark a name is compared without marks;
with marks it must have the right ones, wherever in the syllable they sit (hoá, hóa): wrong ones are a slip, and told.
Where a text names two ids (na tau: Na Tấu, Nà Tấu), both are offered and none is taken.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache

from portal.language.folding import fold
from portal.language.locales import LANGUAGES
from portal.language.tags import is_known_tag, meant_tags
from portal.language.words import words
from portal.reading.cells import Unclear, tidy

_BETWEEN = re.compile(r"(?<!\s)\s*[|,;/\n]\s*")
_ANDS = "|".join(re.escape(one) for lang in LANGUAGES for one in words(lang).listed("and_words"))
_AND = re.compile(rf"(?<!\s)\s+(?:&|{_ANDS})\s+", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-–•*+]|[0-9]{1,2}[.)])\s+")
_NOT_OF_A_NAME = re.compile(r"[^a-z0-9]+")
_OF_LANGUAGES = re.compile(r"^ti[eế]ng\s+", re.IGNORECASE)
_NEAR = 0.7
_NEAR_ENOUGH = 0.65
_SHORTEST = 3
_LONG = 5
"""A name of so many letters is found within more that was said: Sở Y tế tỉnh Mẫu."""
MOST_OFFERED = 3
MOST_LISTED = 20
"""A list so short is offered whole where nothing is near; of a longer one always the nearest."""


@lru_cache(20_000)
def squeezed(text: str) -> str:
    """A name as it is compared: lower case, without marks, spaces and signs: "Sở GD-ĐT" is sogddt, as so-gddt is."""
    return _NOT_OF_A_NAME.sub("", fold(text))


def _marks(text: str) -> str:
    """The marks of a name, in an order of their own: old and new spelling set them on different letters."""
    parts = unicodedata.normalize("NFD", text.lower().replace("ð", "đ"))
    return "".join(sorted(c for c in parts if c == "đ" or unicodedata.category(c) == "Mn"))


class Labels:
    """The words of one closed list, by everything they may be called. The first label of an id is what is offered;
    with the id behind it where `ids` are what people know as well."""

    def __init__(self, called: Mapping[str, Iterable[str]], code: str = "unknown-word", ids: bool = False) -> None:
        self.code, self.ids = code, ids
        self._label: dict[str, str] = {}
        self._called: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for name, labels in called.items():
            spoken = tuple(labels)
            self._label[name] = spoken[0] if spoken else name
            offered = [f"{spoken[0]} {name}", f"{name} {spoken[0]}"] if spoken else []  # who takes a suggestion whole
            for label in (name, *spoken, *offered):
                self._called[squeezed(label)].add((_marks(label), name))

    def find(self, text: str) -> str | None:
        """The id a text names; None where it names none, or two."""
        found = self._found(tidy(text))
        return next(iter(found)) if len(found) == 1 else None

    def one(self, text: str) -> str | Unclear:
        """The id a text names."""
        if named := self.find(text):
            return named
        said = tidy(text)
        found = self._found(said)
        offered = [self._offered(name) for name in sorted(found)] or self.near(said)
        return Unclear(self.code, {"value": said, "choices": offered})

    def several(self, text: str) -> tuple[str, ...] | Unclear:
        """The ids a text names, each once, in its order: parted by | , ; / or new lines, as long a name as is known
        taken for one; or joined by "and". Unclear where one is not understood, or where there is none."""
        found: list[str] = []
        for part in self.parts(tidy(text)):
            joined = [self.find(one) for one in _AND.split(part)]
            named = self.one(part)
            if isinstance(named, Unclear) and not all(joined):
                return named
            found += [named] if isinstance(named, str) else filter(None, joined)
        return tuple(dict.fromkeys(found)) or Unclear("empty-list", {})

    def parts(self, text: str) -> Iterator[str]:
        """The names in a text: what stands between separators, but for separators within a name that is known."""
        spans = list(_spans(text))
        at = 0
        while at < len(spans):
            ends = (end for end in range(len(spans), at + 1, -1) if self._found(text[spans[at][0] : spans[end - 1][1]]))
            end = next(ends, at + 1)
            yield text[spans[at][0] : spans[end - 1][1]]
            at = end

    def near(self, text: str) -> list[str]:
        """The labels someone may have meant, the nearest first; all of them where none is near."""
        names = self._near(text, _NEAR if len(self._label) <= MOST_LISTED else 0.0)
        return list(map(self._offered, names or self._label))

    def meant(self, text: str) -> list[str]:
        """The ids someone may have meant, the nearest first; none where none is near."""
        said = tidy(text)
        return sorted(self._found(said)) or self._near(said, _NEAR_ENOUGH)

    def _near(self, text: str, cutoff: float) -> list[str]:
        said = squeezed(text)
        if len(said) < _SHORTEST:
            cutoff = max(cutoff, _NEAR)
        begun = [key for key in self._called if len(said) > 2 and key.startswith(said)]
        within = [key for key in self._called if len(key) >= _LONG and key in said]
        within.sort(key=lambda key: (not said.startswith(key), -len(key)))
        close = begun or [*within, *get_close_matches(said, list(self._called), n=MOST_OFFERED, cutoff=cutoff)]
        return list(dict.fromkeys(name for key in close for _, name in sorted(self._called[key])))[:MOST_OFFERED]

    def __contains__(self, name: str) -> bool:
        return name in self._label

    def label(self, name: str) -> str:
        """What an id is called first."""
        return self._label[name]

    def _offered(self, name: str) -> str:
        label = self._label[name]
        return f"{label} ({name})" if self.ids and label != name else label

    def _found(self, text: str) -> set[str]:
        marks, called = _marks(text), self._called.get(squeezed(text), set())
        right = {name for own, name in called if own == marks}
        return right or {name for own, name in called if not marks or not own}


class LanguageLabels(Labels):
    """The names of languages, and every tag of the known lists in any case: VI is vi, vn is not."""

    def __init__(self, called: Mapping[str, Iterable[str]]) -> None:
        super().__init__(called, "not-a-language")

    def near(self, text: str) -> list[str]:
        """What someone may have meant: a language of a name like it, or the tags meant by a mistaken one."""
        tags = meant_tags(text)
        if re.fullmatch(r"[A-Za-z]{2,3}([-_].*)?", text):
            return [f"{tag} ({self.label(tag)})" if tag in self else tag for tag in tags]
        begun = any(key.startswith(squeezed(text)) for key in self._called)
        return super().near(text if begun else _OF_LANGUAGES.sub("", text))

    def _found(self, text: str) -> set[str]:
        named = super()._found(text)
        return named or {tag for tag in (text, *meant_tags(text)) if tag.lower() == text.lower() and is_known_tag(tag)}


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a text begin and end, bullets left out; empty parts are none."""
    start = 0
    for found in (*_BETWEEN.finditer(text), None):
        end = found.start() if found else len(text)
        bullet = _BULLET.match(text[start:end])
        begin = start + (bullet.end() if bullet else 0)
        if text[begin:end].strip():
            yield begin, end
        start = found.end() if found else len(text)


def parted(text: str) -> tuple[str, ...]:
    """The parts of a text without a closed list, such as places: each once, in its order."""
    said = tidy(text)
    return tuple(dict.fromkeys(said[begin:end].strip() for begin, end in _spans(said)))
