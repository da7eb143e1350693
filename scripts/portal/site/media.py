"""Sound and film as pages, lists and feeds tell of it: where each file stands, what it weighs, how long it takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from portal.content.fronts.recordings import (
    FILM_ENDING,
    SOUND_ENDINGS,
    Recording,
    captions_named,
    media_paths,
    recording_of,
)
from portal.content.fronts.scans import scan_of
from portal.language.vocabulary import RECORDINGS
from portal.language.words import Words
from portal.language.written import written_size
from portal.reading.media.recorded import Recorded, recorded
from portal.site.site import Site
from portal.site.spot import Spot
from portal.site.values import Link

PLAYED_AS: Final[Mapping[str, str]] = MappingProxyType(
    {".opus": "audio/ogg; codecs=opus", ".mp3": "audio/mpeg", FILM_ENDING: "video/mp4"}
)
"""What a browser is told of each, so that it asks only for what it can play."""


@dataclass(frozen=True)
class MediaFile:
    """A file of a recording by its path in the site; `known` is None where nobody can read it."""

    path: str
    known: Recorded | None

    @property
    def ending(self) -> str:
        """Its ending, which says its form."""
        return f".{self.path.rpartition('.')[2]}"

    @property
    def type(self) -> str:
        """Its type, with the codec where that says whether a browser plays it."""
        return PLAYED_AS[self.ending]

    @property
    def mime(self) -> str:
        """Its type alone."""
        return self.type.partition(";")[0]


def media_files(site: Site, place: str, front: Recording) -> tuple[MediaFile, ...]:
    """The files of a recording that are there, the smallest sound first, the film last."""
    known = site.dress.assets
    return tuple(MediaFile(path, recorded(known[path])) for path in media_paths(place, front) if path in known)


def sound_files(files: tuple[MediaFile, ...]) -> tuple[MediaFile, ...]:
    """Those of them that are only heard."""
    return tuple(one for one in files if one.ending in SOUND_ENDINGS)


def caption_files(site: Site, place: str) -> Iterator[tuple[str, str]]:
    """(path, language) of each file of captions of a recording."""
    for path in sorted(site.dress.assets):
        of, tag = captions_named(path)
        if of == place:
            yield path, tag


def time_told(found: Recorded | None, text: Words) -> str:
    """How long something takes, in words; "" where nobody knows."""
    if found is None:
        return ""
    minutes, seconds = found.minutes
    if not minutes:
        return text.say("recordings.seconds", seconds=seconds)
    return text.say("recordings.minutes", minutes=minutes, seconds=seconds)


def weight_told(found: Recorded | None, text: Words) -> str:
    """What it weighs and how long it takes; "" where nobody knows."""
    if found is None:
        return ""
    return text.say("recordings.weighs", size=written_size(found.size, text), length=time_told(found, text))


def is_published(path: str, places: frozenset[str]) -> bool:
    """Whether a file of docs/ may be published: sound, film, captions and scans only where a page that readers get
    stands for them, so that what waits for its day, or was taken back, is neither heard nor read."""
    place = recording_of(path) or scan_of(path)
    return not place or place in places


def feed_link(spot: Spot, tag: str) -> Link:
    """The way to the feed of a spoken language."""
    title = spot.words.say("recordings.feed", language=spot.words.language_name(tag))
    return Link(title, spot.root + podcast_path(tag))


def podcast_path(tag: str) -> str:
    """Where the feed of a spoken language stands: "nghe/podcast-hmn.xml"."""
    return f"{RECORDINGS}/podcast-{tag}.xml"
