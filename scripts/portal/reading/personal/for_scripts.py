"""How persons are found in a text, as JavaScript reads it: the same patterns, each with its flags.

Labels such as "Họ và tên:" are left to `check`: hardly a phone of today reads a pattern with two ways of case."""

import re
from typing import Final

from portal.language.syllables import ONE_SYLLABLE
from portal.reading.personal.names import NAME_FORMS, NAME_LISTS
from portal.reading.personal.numbers import BEHIND_AMOUNTS, NUMBER_FORMS
from portal.reading.personal.plight import PLIGHT_FORMS

_WRITTEN: Final = ((r"(?=[^\W\d_a-zđà-öø-ÿ])", "(?![a-zđà-öø-ÿ])"), (r"[^\W\d_]", r"\p{L}"), (r"\"", '"'), (r"\'", "'"))
"""(as Python writes it, as JavaScript does): letters of any language, and signs that need no stroke before them."""


def forms_for_scripts() -> dict[str, tuple[str, str]]:
    """By its name each form: (pattern, flags)."""
    forms = {**NUMBER_FORMS, **NAME_FORMS, **PLIGHT_FORMS, "syllable": ONE_SYLLABLE}
    return {name: _for_script(form) for name, form in forms.items()}


def lists_for_scripts() -> dict[str, list[str]]:
    """By its name each list of words."""
    return {name: sorted(words) for name, words in {**NAME_LISTS, "counted": BEHIND_AMOUNTS}.items()}


def _for_script(form: re.Pattern[str]) -> tuple[str, str]:
    source = form.pattern
    for before, after in _WRITTEN:
        source = source.replace(before, after)
    return source, "gui" if form.flags & re.IGNORECASE else "gu"
