"""What a published file says of itself without showing it: who made it, where, and in what words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Metadata:
    """`authors` are what stands where a file names who made it, `texts` what it says elsewhere; `has_place` tells of
    coordinates or a spot, `is_unread` that some of it cannot be read."""

    authors: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    has_place: bool = False
    is_unread: bool = False

    def __add__(self, other: "Metadata") -> "Metadata":
        return Metadata(
            (*self.authors, *other.authors),
            (*self.texts, *other.texts),
            self.has_place or other.has_place,
            self.is_unread or other.is_unread,
        )
