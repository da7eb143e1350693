"""What a village loudspeaker reads of a page: a script of two to three minutes, a sketch, how names are said."""

from collections.abc import Iterator
from typing import Final

from pydantic import Field

from portal.content.strict import Strict
from portal.reading.fields import Text
from portal.reading.yaml_reader import Location

MOST_READERS: Final = 2


class SpokenForm(Strict):
    """How a name or a sign of the script is said: `written` as the script has it, `spoken` in syllables."""

    written: Text
    spoken: Text


class SketchLine(Strict):
    """What one of the two voices of a sketch says; `voice` is a part, as "Người mẹ", never a person there is."""

    voice: Text
    line: Text


class Radio(Strict):
    """The script of one language. `readers` is one or two, who then read its paragraphs in turn; `sketch` says the
    same for two voices. It says nothing the page does not say, and rests on its sources."""

    readers: int = Field(default=1, ge=1, le=MOST_READERS)
    script: list[Text] = Field(min_length=1)
    sketch: list[SketchLine] = []
    say: list[SpokenForm] = []

    @property
    def spoken_forms(self) -> dict[str, str]:
        """How its own names and signs are said."""
        return {one.written: one.spoken for one in self.say}

    def spoken_lines(self) -> Iterator[tuple[Location, str]]:
        """Everything that is read aloud, with its place in the front matter."""
        yield from ((("radio", "script", number), text) for number, text in enumerate(self.script))
        yield from ((("radio", "sketch", number, "line"), one.line) for number, one in enumerate(self.sketch))
