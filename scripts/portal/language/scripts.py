"""Scripts that many phones have no letters of (ISO 15924): which letters are theirs, where a language needs no mention.

Ranges are those of Unicode's blocks; the usual script of a language is what the registry of BCP 47 says not to write
("Suppress-Script"), so that `lo` stays `lo` and `blt` in its own letters is `blt-Tavt`.
"""

from types import MappingProxyType
from typing import Final

LETTERS_OF: Final = MappingProxyType(
    {
        "Tavt": "U+AA80-AADF",
        "Laoo": "U+0E80-0EFF",
        "Hmng": "U+16B00-16B8F",
        "Hmnp": "U+1E100-1E14F",
        "Lana": "U+1A20-1AAF",
        "Talu": "U+1980-19DF",
        "Khmr": "U+1780-17FF, U+19E0-19FF",
        "Cham": "U+AA00-AA5F",
        "Hans": "U+3000-303F, U+3400-9FFF",
        "Hant": "U+3000-303F, U+3400-9FFF",
    }
)
"""Which letters a font of a script is asked for: whatever else a page says is drawn by the fonts a device has."""
CAPITAL_LESS: Final = "".join(
    f"\\U{int(first, 16):08x}-\\U{int(last, 16):08x}"
    for ranges in LETTERS_OF.values()
    for first, _, last in (one.removeprefix("U+").partition("-") for one in ranges.split(", "))
)
"""All these letters as a class of a pattern: a sentence begins with any of them, since they have no capitals."""
_USUAL: Final = MappingProxyType({"lo": "Laoo", "km": "Khmr"})


def tag_in(code: str, script: str | None) -> str:
    """The tag of a language in a script as BCP 47 writes it."""
    return code if script in (None, _USUAL.get(code)) else f"{code}-{script}"
