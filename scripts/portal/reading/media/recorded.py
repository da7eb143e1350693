"""What a file of sound or film says of itself: how long it takes, what a second of it weighs, whom its tags name."""

import io
from dataclasses import dataclass
from functools import cache
from typing import Final

from tinytag import TinyTag

from portal.reading.metadata.of_files import Metadata

_WHERE: Final = (b"\xa9xyz", b"com.apple.quicktime.location")
"""What a telephone writes into a film when it knows where it is."""
_AUTHORS: Final = frozenset(("artist", "albumartist", "composer", "director", "lyricist", "conductor"))
_NO_WORDS: Final = frozenset(("filename", "mime_type", "year", "genre", "encoded_by", "encoder_settings", "isrc"))


@dataclass(frozen=True)
class Recorded:
    """A file of sound or film: `seconds` it takes, `size` in bytes."""

    seconds: float
    size: int

    @property
    def kilobits(self) -> float:
        """What a second weighs on average, the file as a whole, in thousands of bits."""
        return self.size * 8 / self.seconds / 1000

    @property
    def minutes(self) -> tuple[int, int]:
        """Whole minutes, and the seconds that are left."""
        return divmod(round(self.seconds), 60)


@cache
def recorded(data: bytes) -> Recorded | None:
    """What a file with these bytes says; None where it cannot be played by what it says of itself."""
    found = _tags(data)
    return Recorded(found.duration, len(data)) if found and found.duration and found.duration > 0 else None


def recorded_metadata(data: bytes) -> Metadata:
    """Whom the tags of such a file name, what else they say, whether they tell of a spot."""
    found = _tags(data)
    if found is None:
        return Metadata()  # nobody can play it, which is told where its recording is
    said = {key: value for key, value in found.as_dict().items() if key not in _NO_WORDS}
    texts = {key: tuple(value) for key, value in said.items() if isinstance(value, list)}
    authors = (one for key in _AUTHORS for one in texts.pop(key, ()))
    return Metadata(tuple(authors), tuple(one for some in texts.values() for one in some), _tells_where(data))


def _tells_where(data: bytes) -> bool:
    return any(mark in data for mark in _WHERE)


def _tags(data: bytes) -> TinyTag | None:
    """What the library reads; a file may be anything, and the library says so in more ways than it names."""
    try:
        return TinyTag.get(file_obj=io.BytesIO(data))
    except Exception:
        return None
