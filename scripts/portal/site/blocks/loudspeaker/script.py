"""A script as whoever stands at the microphone reads it: large, breaths marked, names and figures as they are said."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.loudspeaker.scripts import Script, ScriptLine, duration, is_close, script_of
from portal.language.places import front_of, scripted_place
from portal.language.spoken.pace import Breath
from portal.language.vocabulary import LOUDSPEAKER
from portal.language.words import Words
from portal.site.spot import Spot
from portal.site.values import FactRow, Link


@dataclass(frozen=True)
class ReadLine:
    """A paragraph of the script or a line of the sketch: who reads it ("" where one reads all), from breath to breath,
    how long it takes; `spoken` is all of it in words, for a voice of the device."""

    voice: str
    breaths: tuple[Breath, ...]
    spoken: str
    time: str


@dataclass(frozen=True)
class ReadSheet:
    """What goes on one sheet of paper: `mark` numbers it where there are two, "" where it is the only one; one that
    `is_close` has so much to say that its letters are a size smaller."""

    id: str
    title: str
    mark: str
    is_close: bool
    lines: tuple[ReadLine, ...]


@dataclass(frozen=True)
class ScriptBlock:
    """A script: the page it says, its sources, how names and figures are said, its sheets, the way to all scripts."""

    page: Link
    sources: Link | None
    said: tuple[FactRow, ...]
    sheets: tuple[ReadSheet, ...]
    all: Link


def script_block(spot: Spot) -> ScriptBlock | None:
    """The script of a page; None where that page has none."""
    shown, place = spot.library.read_in(spot.lang, spot.place), scripted_place(spot.place)
    story = spot.library.story(shown.lang, place) if shown else None
    script = script_of(story, spot.library.data.numbers) if story else None
    if story is None or script is None:
        return None
    text, count = spot.words, len(story.front.references)
    counted = Link(text.say("loudspeaker.sources", count=count), f"{spot.to(place)}#nguon") if count else None
    return ScriptBlock(
        page=spot.link(place),
        sources=counted,
        said=tuple(FactRow(part.written, part.spoken or "") for part in script.said),
        sheets=tuple(_sheets(script, text)),
        all=Link(text.say("loudspeaker.all"), spot.to(front_of(LOUDSPEAKER))),
    )


def _sheets(script: Script, text: Words) -> Iterator[ReadSheet]:
    """The script on a sheet of its own, and the sketch on the next where there is one."""
    every = (("bai-doc", script.seconds, script.lines), ("tieu-pham", script.sketch_seconds, script.sketch))
    sheets = [one for one in every if one[2]]
    for number, (name, seconds, lines) in enumerate(sheets, 1):
        title = text.say(f"loudspeaker.sheets.{name}", length=duration(seconds, text))
        mark = text.say("loudspeaker.sheet_mark", number=number, of=len(sheets)) if len(sheets) > 1 else ""
        read = tuple(_read(line, text, is_sketch=number > 1) for line in lines)
        yield ReadSheet(name, title, mark, is_close(lines), read)


def _read(line: ScriptLine, text: Words, is_sketch: bool) -> ReadLine:
    key = "loudspeaker.voice" if is_sketch else "loudspeaker.reader"
    voice = text.say(key, voice=line.voice) if line.voice else ""
    return ReadLine(voice, line.breaths, line.spoken, duration(line.seconds, text))
