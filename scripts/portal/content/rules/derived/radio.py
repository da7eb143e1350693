"""Scripts for loudspeakers: two to three minutes, nothing a reader cannot say, nothing the page does not say."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final

from portal.content.radio import Radio
from portal.content.rules.derived.page_numbers import figures_in, page_numbers
from portal.content.stories import Story
from portal.language.spoken.forms import SpokenPart, spoken_parts, spoken_text
from portal.language.spoken.pace import (
    breaths,
    most_in_a_breath,
    seconds_to_say,
    syllables_in_seconds,
)
from portal.reading.keeping.kept_values import worked_out
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted

SHORTEST_SCRIPT: Final = 120
LONGEST_SCRIPT: Final = 180
"""Seconds a script takes, at least and at most: what the kit promises to whoever gives it a place between two songs."""
_SHOWN: Final = 60
_VOICES: Final = 2


@dataclass(frozen=True)
class _Script:
    """A page with a script, and the numbers anybody may call."""

    story: Story
    radio: Radio
    numbers: Collection[str]

    def told(self, place: Location, code: str, **values: object) -> Problem:
        document = self.story.document
        return Problem(document.path, document.line(place), dotted(place), code, values)

    def said(self, text: str) -> str:
        """A text as it is spoken."""
        return spoken_text(spoken_parts(text, self.story.lang, self.radio.spoken_forms, self.numbers))

    @cached_property
    def page_numbers(self) -> frozenset[str]:
        """The figures the page has by itself."""
        return page_numbers(self.story)


def radio_problems(stories: Iterable[Story], numbers: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the scripts of pages, in every language. `numbers` are those anybody may call. That a script
    is well is kept; what is wrong is found again, and told anew."""
    known = tuple(sorted(numbers))
    for story in stories:
        radio = getattr(story.front, "radio", None)
        if isinstance(radio, Radio) and not story.withdrawn:
            one = _Script(story, radio, numbers)
            made_from = (story.lang, story.front, story.document.front, story.document.body, known)
            if not worked_out("radio", made_from, partial(_is_well, one)):
                yield from _wrong(one)


def _is_well(one: _Script) -> bool:
    return not any(True for _ in _wrong(one))


def _wrong(one: _Script) -> Iterator[Problem]:
    yield from _length(one)
    yield from _lines(one)
    yield from _say(one)
    yield from _voices(one)


def _length(one: _Script) -> Iterator[Problem]:
    parts = {"script": one.radio.script, "sketch": [line.line for line in one.radio.sketch]}
    least = {"script": SHORTEST_SCRIPT, "sketch": 0}  # a sketch may be short
    for name, texts in parts.items():
        seconds = round(sum(seconds_to_say(one.said(text), one.story.lang) for text in texts))
        if seconds < least[name]:
            yield _told_length(one, name, "radio-short", seconds, SHORTEST_SCRIPT - seconds)
        if seconds > LONGEST_SCRIPT:
            yield _told_length(one, name, "radio-long", seconds, seconds - LONGEST_SCRIPT)


def _told_length(one: _Script, name: str, code: str, seconds: int, off: int) -> Problem:
    """With about how many syllables are too few or too many."""
    lang = one.story.lang
    least, most = (syllables_in_seconds(limit, lang) for limit in (SHORTEST_SCRIPT, LONGEST_SCRIPT))
    values = {"seconds": seconds, "least": least, "most": most, "count": max(syllables_in_seconds(off, lang), 1)}
    return one.told(("radio", name), code, **values)


def _lines(one: _Script) -> Iterator[Problem]:
    for place, text in one.radio.spoken_lines():
        parts = spoken_parts(text, one.story.lang, one.radio.spoken_forms, one.numbers)
        unknown = dict.fromkeys(part.written for part in parts if part.spoken is None)
        if unknown:
            yield one.told(place, "radio-unsayable", value=list(unknown))
        yield from _breaths(one, place, parts)
        yield from _figures(one, place, text)


def _breaths(one: _Script, place: Location, parts: tuple[SpokenPart, ...]) -> Iterator[Problem]:
    most = most_in_a_breath(one.story.lang)
    for breath in breaths(parts, one.story.lang):
        if breath.syllables > most:
            begin = breath.written.strip()[:_SHOWN].rpartition(" ")[0]
            yield one.told(place, "radio-breath", value=begin, count=breath.syllables, most=most)


def _figures(one: _Script, place: Location, text: str) -> Iterator[Problem]:
    """A figure that the page does not have; those to call need not stand there."""
    strange = [number for number in figures_in(text) if number not in {*one.numbers, *one.page_numbers}]
    if strange:
        yield one.told(place, "radio-number-elsewhere", value=strange[0])


def _say(one: _Script) -> Iterator[Problem]:
    """What a script says how to say and does not say, or what cannot be said so either."""
    texts = [text for _, text in one.radio.spoken_lines()]
    for number, form in enumerate(one.radio.say):
        if not any(form.written in text for text in texts):
            yield one.told(("radio", "say", number, "written"), "radio-say-unused", value=form.written)
        unknown = [p.written for p in spoken_parts(form.spoken, one.story.lang, {}, ()) if p.spoken != p.written]
        if unknown:
            yield one.told(("radio", "say", number, "spoken"), "radio-unsayable", value=unknown)


def _voices(one: _Script) -> Iterator[Problem]:
    voices = list(dict.fromkeys(line.voice for line in one.radio.sketch))
    if one.radio.sketch and len(voices) != _VOICES:
        yield one.told(("radio", "sketch"), "radio-voices", count=len(voices), value=voices)
