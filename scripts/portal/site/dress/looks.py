"""What a reader may set of how pages look, as the script that asks is told it."""

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


def looks() -> str:
    """What the script is told (docs/scripts/portal/built.d.ts), in each language."""
    said = {lang: [_look(lang, *one) for one in DISPLAYS] for lang in LANGUAGES}
    return f"const LOOKS = {json.dumps(said, ensure_ascii=False, separators=(',', ':'))};\n"


def _look(lang: str, name: str, label: str, options: str) -> dict[str, object]:
    text = words(lang)
    return {"name": name, "label": text.say(label), "options": list(text.family(options).items())}
