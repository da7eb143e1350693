"""The people behind a recording: who speaks agreed first; who translated and who read it over are people, by name."""

from collections.abc import Iterator
from typing import Final

from portal.content.rules.recordings.told import RecordingStory
from portal.language.folding import fold
from portal.language.tags import PEOPLES
from portal.reading.problems import Problem

BY_NAME: Final = ("script_translator", "script_reviewer")
"""Who has to be named where a recording is in another language than its page was first written in."""
MACHINES: Final = frozenset(
    "ai bing chatgpt claude copilot deepl gemini gpt google llm machine bot tts vall azure siri".split()
)
"""Words by which people name a machine that translates or speaks, each a word of its own."""
_MACHINE_SAID: Final = ("dich may", "may dich", "may doc", "giong may", "tri tue nhan tao", "text to speech")


def people_problems(one: RecordingStory) -> Iterator[Problem]:
    """What is wrong with who is said to have spoken, translated, read it over, agreed."""
    front = one.front
    if front.voice == "synthetic" and front.spoken.partition("-")[0] in PEOPLES:
        yield one.told("voice", "recording-synthetic", value=front.spoken)
    yield from _missing(one)
    machines = tuple(_machines(one))
    yield from machines
    if not machines and front.script_reviewer and fold(front.script_reviewer) == fold(front.script_translator or ""):
        yield one.told("script_reviewer", "recording-one-person", value=front.script_reviewer)
    published = front.published
    if published and front.consent.given > published:
        values = {"value": front.consent.given.isoformat(), "date": published.isoformat()}
        yield one.told("consent", "recording-consent-late", **values)


def _missing(one: RecordingStory) -> Iterator[Problem]:
    for name in BY_NAME if one.front.is_translated else ():
        if getattr(one.front, name) is None:
            yield one.told(name, "recording-nobody-named", name=name, value=one.front.spoken)


def _machines(one: RecordingStory) -> Iterator[Problem]:
    """A machine in the place of a person: nothing here is machine-translated."""
    for name in BY_NAME:
        said = fold(getattr(one.front, name) or "")
        if not MACHINES.isdisjoint(said.split()) or any(words in said for words in _MACHINE_SAID):
            yield one.told(name, "recording-by-machine", value=getattr(one.front, name))
