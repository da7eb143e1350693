"""What a reader may set of how pages look, as the script that asks is told it."""

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


def looks(style: str) -> str:
    """What the script is told (docs/scripts/portal/built.d.ts): what it asks, in each language, and the mark of its
    `style`."""
    said = {lang: [_look(lang, *one) for one in DISPLAYS] for lang in LANGUAGES}
    mark = hashlib.sha256(style.encode()).hexdigest()[:8]
    told = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return f'const LOOKS = {told};\nconst STYLE_OF_LOOKS = "tools.css?v={mark}";\n'


def _look(lang: str, name: str, label: str, options: str) -> dict[str, object]:
    text = words(lang)
    return {"name": name, "label": text.say(label), "options": list(text.family(options).items())}
