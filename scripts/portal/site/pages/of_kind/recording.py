"""What a recording shows: players that need no script, the files to take, who spoke and agreed, what was said."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.content.fronts.recordings import FILM_ENDING, Recording
from portal.content.stories import Story
from portal.language.places import scripted_place
from portal.language.words import Words
from portal.language.written import written_day, written_size
from portal.site.drawings.scenes import POSTER
from portal.site.dress.content_security import icon
from portal.site.media import MediaFile, caption_files, feed_link, media_files, sound_files, time_told, weight_told
from portal.site.pages.agency import agency_of
from portal.site.spot import Spot
from portal.site.values import FactRow, Link

QUALITIES: Final = {".opus": "small", ".mp3": "old", FILM_ENDING: "film"}
"""The words for each form of file."""


@dataclass(frozen=True)
class MediaView:
    """A file: where it stands, its type, what it is for people, what it weighs and how long it takes."""

    href: str
    type: str
    name: str
    about: str


@dataclass(frozen=True)
class CaptionsView:
    """Captions in a language: `kind` as HTML calls those in the language spoken and those in another."""

    href: str
    lang: str
    label: str
    kind: str


@dataclass(frozen=True)
class PlayerView:
    """What plays some files, the first a browser can; `poster` is shown before a film plays, "" for sound."""

    label: str
    is_film: bool
    poster: str
    sources: tuple[MediaView, ...]
    captions: tuple[CaptionsView, ...]


@dataclass(frozen=True)
class RecordingView:
    """A recording. `lang` is what is spoken, `page` what it says and `says` how, `older` that the page changed since
    ("" else); `keep` offers to keep the sound on the device, "" where there is none; `feed` is of its language."""

    lang: str
    players: tuple[PlayerView, ...]
    files: tuple[MediaView, ...]
    captions: tuple[CaptionsView, ...]
    facts: tuple[FactRow, ...]
    says: str
    page: Link | None
    older: str
    transcript: tuple[str, ...]
    keep: str
    feed: Link


def recording_view(spot: Spot, story: Story, front: Recording) -> RecordingView:
    """A recording in the words of its frame."""
    text, files = spot.words, media_files(spot.site, story.place, front)
    page = spot.library.read_in(spot.lang, front.page)
    captions = tuple(_captions(spot, story.place, front))
    small = next(iter(sound_files(files)), None)
    return RecordingView(
        lang=front.spoken,
        players=tuple(_players(spot, front, files, captions)),
        files=tuple(_media(spot, one) for one in files),
        captions=captions,
        facts=tuple(_facts(spot, story, front, files)),
        says=text.say("recordings.says_script" if scripted_place(front.records) else "recordings.says"),
        page=spot.link(front.page) if page else None,
        older=_older(front, page, text),
        transcript=tuple(front.transcript),
        keep=_keep(small, text),
        feed=feed_link(spot, front.spoken),
    )


def _players(
    spot: Spot, front: Recording, files: tuple[MediaFile, ...], captions: tuple[CaptionsView, ...]
) -> Iterator[PlayerView]:
    """The film first; its sound alone weighs a twentieth."""
    text, sound = spot.words, sound_files(files)
    film = tuple(one for one in files if one not in sound)
    if film:
        sources = tuple(_media(spot, one) for one in film)
        yield PlayerView(text.say("recordings.watch"), True, _poster(spot), sources, captions)
    if sound:
        label = text.say("recordings.sound_of_film" if film else "recordings.listen")
        yield PlayerView(label, False, "", tuple(_media(spot, one) for one in sound), ())


def _poster(spot: Spot) -> str:
    """People who listen, inside the page itself: one request less."""
    return icon(spot.site.dress.assets.get(POSTER, b"").decode())


def _media(spot: Spot, one: MediaFile) -> MediaView:
    name = spot.words.say(f"recordings.{QUALITIES[one.ending]}")
    return MediaView(spot.root + one.path, one.type, name, weight_told(one.known, spot.words))


def _captions(spot: Spot, place: str, front: Recording) -> Iterator[CaptionsView]:
    """Those in the language spoken first."""
    for path, tag in sorted(caption_files(spot.site, place), key=lambda one: (one[1] != front.spoken, one)):
        label = spot.words.say("recordings.captions_file", language=spot.words.language_name(tag))
        kind = "captions" if tag == front.spoken else "subtitles"
        yield CaptionsView(spot.root + path, tag, label, kind)


def _facts(spot: Spot, story: Story, front: Recording, files: tuple[MediaFile, ...]) -> Iterator[FactRow]:
    text = spot.words
    consented = text.say("recordings.consented", day=written_day(front.consent.given, text))
    said = {
        "spoken": text.language_name(front.spoken),
        "speaker": front.speaker,
        "consent": consented,
        "script_translator": front.script_translator,
        "script_reviewer": front.script_reviewer,
        "length": time_told(files[0].known, text) if files else "",
        "voice": text.label("voices", front.voice),
        "licence": text.label("picture_licences", front.licence),
        "agency": agency_of(spot, story),
    }
    return (FactRow(text.say(f"recordings.facts.{name}"), value) for name, value in said.items() if value)


def _older(front: Recording, page: Story | None, text: Words) -> str:
    newer, mine = page.front.changed if page else None, front.changed
    if not (newer and mine and mine < newer):
        return ""
    return text.say("recordings.older", date=written_day(newer, text), before=written_day(mine, text))


def _keep(small: MediaFile | None, text: Words) -> str:
    if small is None or small.known is None:
        return ""
    return text.say("recordings.keep", size=written_size(small.known.size, text))
