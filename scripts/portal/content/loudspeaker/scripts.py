"""The script of a page as it is read: paragraph by paragraph, from breath to breath, with the time each takes."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from portal.content.library import Library
from portal.content.radio import Radio
from portal.content.stories import Story
from portal.language.spoken.forms import SpokenPart, spoken_parts, spoken_text
from portal.language.spoken.pace import Breath, breaths, seconds_to_say
from portal.language.words import Words

MOST_LARGE: Final = 1450
"""Letters of a sheet up to which they are set large: with more the script would not fit one A4."""
_BREATH: Final = 3  # letters as wide as the mark of a breath


@dataclass(frozen=True)
class ScriptLine:
    """A paragraph, or what a voice of the sketch says: `voice` is "" where one person reads all, else the number of
    the reader ("2") or the part. `spoken` is the whole of it in words."""

    voice: str
    breaths: tuple[Breath, ...]
    spoken: str
    seconds: float


@dataclass(frozen=True)
class Script:
    """What one page says over a loudspeaker in one language. `said` are the names, figures and signs that are said
    otherwise than they are written, each once."""

    story: Story
    readers: int
    lines: tuple[ScriptLine, ...]
    sketch: tuple[ScriptLine, ...]
    said: tuple[SpokenPart, ...]

    @property
    def seconds(self) -> int:
        """How long the script takes."""
        return round(sum(line.seconds for line in self.lines))

    @property
    def sketch_seconds(self) -> int:
        """How long the sketch takes; 0 where there is none."""
        return round(sum(line.seconds for line in self.sketch))


def is_close(lines: tuple[ScriptLine, ...]) -> bool:
    """Whether lines have so much to say that one sheet takes them only in letters a size smaller."""
    return sum(len(breath.written) + _BREATH for line in lines for breath in line.breaths) > MOST_LARGE


def script_lead(script: Script, text: Words) -> str:
    """How long a script takes and who reads it, in words."""
    readers = text.say(f"loudspeaker.readers.{script.readers}")
    return text.say("loudspeaker.lead", length=duration(script.seconds, text), readers=readers)


def duration(seconds: float, text: Words) -> str:
    """A time in minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return text.say("loudspeaker.seconds", seconds=rest)
    return text.say("loudspeaker.minutes", minutes=minutes, seconds=rest)


def radio_of(story: Story) -> Radio | None:
    """What a page gives a loudspeaker to read; None of one that gives nothing, or was taken back."""
    found = getattr(story.front, "radio", None)
    return found if isinstance(found, Radio) and not story.withdrawn else None


def script_of(story: Story, numbers: Collection[str]) -> Script | None:
    """The script of a page; None where it has none. `numbers` are those anybody may call."""
    radio = radio_of(story)
    if radio is None:
        return None
    read = [_line(story, radio, text, _reader(radio, place), numbers) for place, text in enumerate(radio.script)]
    played = [_line(story, radio, one.line, one.voice, numbers) for one in radio.sketch]
    parts = (part for line in (*read, *played) for breath in line.breaths for part in breath.parts)
    said = {part.written: part for part in parts if part.is_changed}
    return Script(story, radio.readers, tuple(read), tuple(played), tuple(said.values()))


def scripts_of(library: Library, lang: str) -> Iterator[Script]:
    """Every script, in the order of places, as far as it is there in a language or in one it falls back on."""
    for place in library.places:
        story = library.read_in(lang, place)
        found = script_of(story, library.data.numbers) if story else None
        if found:
            yield found


def _reader(radio: Radio, place: int) -> str:
    """Two read the paragraphs in turn; one has no number."""
    return str(place % radio.readers + 1) if radio.readers > 1 else ""


def _line(story: Story, radio: Radio, text: str, voice: str, numbers: Collection[str]) -> ScriptLine:
    parts = spoken_parts(text, story.lang, radio.spoken_forms, numbers)
    said = spoken_text(parts)
    return ScriptLine(voice, tuple(breaths(parts, story.lang)), said, seconds_to_say(said, story.lang))
