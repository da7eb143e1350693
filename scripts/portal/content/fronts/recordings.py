"""A recording: somebody says what a page of ours says, in a language people speak, for others to hear."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from pydantic import Field

from portal.content.front_matter import Front
from portal.content.publishing import PublicDay
from portal.content.strict import Strict
from portal.language.locales import ORIGINAL
from portal.language.places import scripted_place
from portal.language.vocabulary import RECORDINGS
from portal.reading.fields import AgencyId, LanguageTag, PastDay, Text
from portal.reading.pictures.said import PictureLicence

MEDIA: Final = ("sound", "film")
VOICES: Final = ("human", "synthetic")
"""Who speaks; a synthetic voice is refused in a language of the peoples here."""
SOUND_ENDINGS: Final = (".opus", ".mp3")
"""The two qualities of what is heard: small for phones of today, and what any old player plays."""
FILM_ENDING: Final = ".mp4"
MEDIA_ENDINGS: Final = (*SOUND_ENDINGS, FILM_ENDING)
CAPTIONS_ENDING: Final = ".vtt"
_CAPTIONS: Final = re.compile(r"(?P<place>.+)\.(?P<tag>[a-z]{2,3}(?:-[A-Za-z]+)*)\.vtt")

Medium = Literal[*MEDIA]  # type: ignore[valid-type]
Voice = Literal[*VOICES]  # type: ignore[valid-type]


class Consent(Strict):
    """That the speaker agreed in writing to be heard here, and named so: the day, and where the paper is kept, which
    itself stays out of the site. Shown nowhere but for the day."""

    given: PastDay
    note: Text


class Recording(Front):
    """What a person said, recorded. It says nothing the page it `records` does not say: that page, or its script for
    loudspeakers. Its files stand in docs/ under its own place: docs/nghe/khai-sinh-blt.opus, .mp3, of a film .mp4, and
    captions by language (.blt.vtt): what they weigh and how long they take is read from them. `transcript` has what is
    heard, a paragraph each, in the language that is `spoken`."""

    sections = (RECORDINGS,)
    template = "recording.html"

    kind: Literal["recording"]
    date: PublicDay
    agency: AgencyId
    records: Text
    medium: Medium
    spoken: LanguageTag
    voice: Voice
    speaker: Text
    consent: Consent
    script_translator: Text | None = None
    script_reviewer: Text | None = None
    licence: PictureLicence = "portal"
    transcript: list[Text] = Field(min_length=1)

    @property
    def is_film(self) -> bool:
        """Whether there is something to see."""
        return bool(self.medium == "film")

    @property
    def is_translated(self) -> bool:
        """Whether it is in another language than what our pages are first written in."""
        return self.spoken.partition("-")[0] != ORIGINAL

    @property
    def endings(self) -> tuple[str, ...]:
        """The files it has to have: of a film its sound too, for whoever cannot pay for pictures."""
        return (*SOUND_ENDINGS, FILM_ENDING) if self.is_film else SOUND_ENDINGS

    @property
    def page(self) -> str:
        """The place of the page it says, whether it reads that page or its script."""
        return scripted_place(self.records) or self.records


def media_paths(place: str, front: Recording) -> Iterator[str]:
    """Where the files of a recording at a place have to stand below docs/, and in the site."""
    return (f"{place}{ending}" for ending in front.endings)


def captions_path(place: str, tag: str) -> str:
    """Where the captions of a recording in a language stand: "nghe/khai-sinh-blt.vi.vtt"."""
    return f"{place}.{tag}{CAPTIONS_ENDING}"


def captions_named(path: str) -> tuple[str, str]:
    """(place of the recording, language) of a file of captions by its path; ("", "") for any other file."""
    found = _CAPTIONS.fullmatch(path)
    return (found["place"], found["tag"]) if found else ("", "")


def recording_of(path: str) -> str:
    """The place of the recording that a file belongs to by its path; "" for one that is no sound, film or captions."""
    if path.endswith(CAPTIONS_ENDING):
        return captions_named(path)[0] or path.removesuffix(CAPTIONS_ENDING)
    return next((path.removesuffix(ending) for ending in MEDIA_ENDINGS if path.endswith(ending)), "")
