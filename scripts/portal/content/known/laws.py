"""The laws pages rest on: data/laws.yml."""

from typing import Final

from portal.content.front_matter import Both, Strict
from portal.reading.fields import DayField, Text

LAWS_PATH: Final = "data/laws.yml"


class Law(Strict):
    """A Vietnamese law that pages refer to by `id`."""

    id: Text
    number: Text | None = None
    title: Both
    in_force: DayField | None = None
    ends: DayField | None = None
