"""What a reader may set of how pages look, and what a filter of rows says, as the script of tools is told it."""

import hashlib
import json
from typing import Final

from portal.language.locales import LANGUAGES
from portal.language.words import words

DISPLAYS: Final = (
    ("palette", "palette", "palettes"),
    ("contrast", "contrast", "contrasts"),
    ("size", "text_size", "text_sizes"),
)
"""The name scripts and styles know each by, the word that asks, the words to choose from."""


_FILTERED: Final = ("left", "none")


def looks(style: str) -> str:
    """What the script is told (docs/scripts/portal/built.d.ts): what it asks, in each language, and the mark of its
    `style`."""
    said = {lang: [_look(lang, *one) for one in DISPLAYS] for lang in LANGUAGES}
    mark = hashlib.sha256(style.encode()).hexdigest()[:8]
    return f'const LOOKS = {_as_script(said)};\nconst STYLE_OF_LOOKS = "tools.css?v={mark}";\n' + _filtered()


def _filtered() -> str:
    """What the filter of rows says, with blanks for what it counts and for what was typed."""
    blanks = {"left": "{left}", "all": "{all}", "typed": "{typed}"}
    said = {
        lang: {name: words(lang).say(f"layers.filter_{name}", **blanks) for name in _FILTERED} for lang in LANGUAGES
    }
    return f"const FILTERED = {_as_script(said)};\n"


def _as_script(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _look(lang: str, name: str, label: str, options: str) -> dict[str, object]:
    text = words(lang)
    return {"name": name, "label": text.say(label), "options": list(text.family(options).items())}
