"""The files of a recording: both qualities are there, light enough, of one length; none belongs to nobody."""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

from portal.content.fronts.recordings import (
    CAPTIONS_ENDING,
    FILM_ENDING,
    MEDIA_ENDINGS,
    captions_named,
    captions_path,
    recording_of,
)
from portal.content.rules.house.docs_folder import ENDINGS, FOLDER, MOST_BYTES, published_bytes
from portal.content.rules.recordings.captions import caption_problems
from portal.content.rules.recordings.told import RecordingStory
from portal.language.locales import ORIGINAL
from portal.language.tags import is_known_tag
from portal.reading.files import files_below, files_named
from portal.reading.media.recorded import Recorded, recorded
from portal.reading.problems import Problem

KILOBITS: Final[Mapping[str, tuple[int, int]]] = {".opus": (16, 24), ".mp3": (24, 64), FILM_ENDING: (0, 500)}
"""Thousands of bits a second, the least and the most: what speech needs, and what a reader pays for."""
OFF: Final = 0.1
"""So far from these a file may be: an encoder keeps an average, and a file has a head."""
MOST_HEAVY: Final[Mapping[str, int]] = {".opus": 3_000_000, ".mp3": 6_000_000, FILM_ENDING: MOST_BYTES}
"""Bytes: a quarter of an hour as small sound."""
APART: Final = 1.0
"""Seconds by which two qualities of one recording may differ."""


def file_set_problems(root: Path, one: RecordingStory) -> Iterator[Problem]:
    """What is wrong with the files of a recording, told where its medium stands; of captions in these."""
    known: dict[str, Recorded] = {}
    for ending in one.front.endings:
        path = f"{one.story.place}{ending}"
        data = media_bytes(root, path)
        found = recorded(data) if data else None
        if data is None:
            yield one.told("medium", "recording-file-missing", value=f"{FOLDER}/{path}")
        elif found is None:
            yield from _unplayable(one, path, data)
        else:
            known[path] = found
            yield from _weight(one, path, found)
    yield from _lengths(one, known)
    yield from _captions(root, one, min((each.seconds for each in known.values()), default=0.0))


def media_bytes(root: Path, path: str) -> bytes | None:
    """A file below docs/; None where there is none. What leads elsewhere or is too large, others tell."""
    file = root / FOLDER / path
    data = published_bytes(root, file)
    return b"" if data is None and os.path.lexists(file) else data


def _unplayable(one: RecordingStory, path: str, data: bytes) -> Iterator[Problem]:
    """Not where its first bytes are told already."""
    if data and not ENDINGS[f".{path.rpartition('.')[2]}"](data):
        yield one.told("medium", "recording-unplayable", value=f"{FOLDER}/{path}")


def _weight(one: RecordingStory, path: str, found: Recorded) -> Iterator[Problem]:
    ending = f".{path.rpartition('.')[2]}"
    (least, most), heavy = KILOBITS[ending], MOST_HEAVY[ending]
    if not least * (1 - OFF) <= found.kilobits <= most * (1 + OFF):
        values = {"count": round(found.kilobits), "least": least, "most": most}
        yield one.told("medium", "recording-bits", value=f"{FOLDER}/{path}", **values)
    if found.size > heavy:
        values = {"size": found.size // 1000, "most": heavy // 1000}
        yield one.told("medium", "recording-heavy", value=f"{FOLDER}/{path}", **values)


def _lengths(one: RecordingStory, known: Mapping[str, Recorded]) -> Iterator[Problem]:
    """Against the first of them: one that was cut anew and its sister not."""
    (first, length), *others = known.items() or ((("", None)),)
    for path, found in others:
        if length and abs(found.seconds - length.seconds) > APART:
            values = {"value": f"{FOLDER}/{path}", "count": round(found.seconds), "other": f"{FOLDER}/{first}"}
            yield one.told("medium", "recording-lengths", **values, most=round(length.seconds))


def _captions(root: Path, one: RecordingStory, seconds: float) -> Iterator[Problem]:
    place, spoken = one.story.place, one.front.spoken
    if one.front.is_film and media_bytes(root, captions_path(place, spoken)) is None:
        should = f"{FOLDER}/{captions_path(place, spoken)}"
        yield one.told("medium", "recording-no-captions", value=should)
    for file in files_named((root / FOLDER / place).parent, f"{Path(place).name}.*{CAPTIONS_ENDING}"):
        path = file.relative_to(root / FOLDER).as_posix()
        data = media_bytes(root, path) or b""
        if seconds and data and not ENDINGS[CAPTIONS_ENDING](data):
            yield from caption_problems(f"{FOLDER}/{path}", data.decode("utf-8-sig"), seconds)


def nobodys_problems(root: Path, places: Collection[str]) -> Iterator[Problem]:
    """Files of sound, film and captions that belong to none of the recordings: whoever took back what they agreed to
    must not be heard any more."""
    for file in files_below(root, FOLDER)[0]:
        path = file.relative_to(root / FOLDER).as_posix()
        place = recording_of(path)
        if place and place not in places:
            known = {"value": place, "endings": (*MEDIA_ENDINGS, CAPTIONS_ENDING)}
            yield Problem(f"{FOLDER}/{path}", 1, "", "recording-file-of-nobody", known)
        elif path.endswith(CAPTIONS_ENDING) and not is_known_tag(captions_named(path)[1]):
            should = f"{FOLDER}/{captions_path(place, ORIGINAL)}"
            yield Problem(f"{FOLDER}/{path}", 1, "", "captions-language", {"value": should})
