"""The laws pages rest on: data/laws.yml."""

from collections.abc import Mapping
from typing import Final

from portal.content.strict import Both, Strict
from portal.language.locales import LANGUAGES
from portal.reading.fields import DayField, Text
from portal.reading.slips.choices import ClosedList

LAWS_PATH: Final = "data/laws.yml"


class Law(Strict):
    """A Vietnamese law that pages refer to by `id`."""

    id: Text
    number: Text | None = None
    title: Both
    in_force: DayField | None = None
    ends: DayField | None = None

    @property
    def called(self) -> Mapping[str, str]:
        """Its title in each language, with its number: a law and the one that replaced it may share the title."""
        number = f" ({self.number})" if self.number else ""
        return {lang: self.title[lang] + number for lang in LANGUAGES}


def law_list(laws: Mapping[str, Law | None]) -> ClosedList:
    """The laws as a closed list: each id with its title in every language; also found by its number."""
    known = {name: law for name, law in laws.items() if law}
    called = {name: {lang: known[name].title[lang] for lang in LANGUAGES} if name in known else {} for name in laws}
    return ClosedList(called, {name: (law.number,) for name, law in known.items() if law.number})
