"""Names that no line may part: a place stands whole everywhere, and in headings so do words of two syllables."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from portal.content.library import Library
from portal.language.words import Words

NBSP: Final = "\u00a0"
WORD_JOINER: Final = "\u2060"
"""Where it stands no line breaks; nobody sees it, and no text but a page has it."""
_RANGE: Final = re.compile(r"(?<=\d)–(?=\d)")
_PIECE: Final = re.compile(r"<(script|style|pre|code|textarea)\b.*?</\1>|<(/?)(h[1-4])?\b[^>]*>|[^<]+", re.DOTALL)


@dataclass(frozen=True)
class BoundNames:
    """`places` stay whole in every text, `compounds` in headings, which are broken into lines of like length."""

    places: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()

    @cached_property
    def _place(self) -> re.Pattern[str] | None:
        return _any_of(self.places, 0)

    @cached_property
    def _compound(self) -> re.Pattern[str] | None:
        return _any_of((*self.places, *self.compounds), re.IGNORECASE)

    def whole(self, body: str) -> str:
        """The HTML of a page's body in which no line parts a name, or a number from that up to which it goes ("33–39").
        Tags, scripts and code stay as they are."""
        heading = 0

        def bound(found: re.Match[str]) -> str:
            nonlocal heading
            if found[0].startswith("<"):
                heading += 0 if not found[3] else -1 if found[2] else 1
                return found[0]
            pattern, text = self._compound if heading else self._place, _RANGE.sub(f"–{WORD_JOINER}", found[0])
            return pattern.sub(lambda name: name[0].replace(" ", NBSP), text) if pattern else text

        return _PIECE.sub(bound, body)


def bound_names(library: Library, spoken: Iterable[Words]) -> BoundNames:
    """The names of the portal's province and of its communes, and the compounds each language's words list."""
    data, texts = library.data, tuple(spoken)
    provinces = filter(None, (province_name(library, text) for text in texts))
    places = {name for name in (*provinces, *(one.name for one in data.communes.values())) if " " in name}
    compounds = {word for text in texts for word in text.say("kept_whole").split(", ")}
    return BoundNames(tuple(sorted(places)), tuple(sorted(compounds)))


def province_name(library: Library, text: Words) -> str:
    """The name of a place alone, not what kind of place it is, which a language says before it or after
    it; "" where nobody has said it."""
    portal, kinds = library.data.portal, "|".join(text.say("kinds_of_places").split(", "))
    return (
        re.sub(rf"^(?:{kinds}) | (?:{kinds})$", "", portal.province[text.lang], flags=re.IGNORECASE) if portal else ""
    )


def _any_of(names: Iterable[str], flags: int) -> re.Pattern[str] | None:
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", flags) if longest else None
