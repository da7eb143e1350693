"""A recording for machines (JSON-LD): what it is and in which language, each of its files, how long it takes."""

from collections.abc import Iterator

from portal.content.fronts.recordings import FILM_ENDING, Recording
from portal.content.stories import Story
from portal.site.addresses import address
from portal.site.drawings.scenes import POSTER
from portal.site.media import MediaFile, media_files
from portal.site.pages.head import absolute
from portal.site.pages.machines.nodes import Node, draft_mark
from portal.site.spot import Spot


def heard(spot: Spot, story: Story, front: Recording) -> Iterator[Node]:
    """The recording as its film, or as the sound that any player plays; its other files are its encodings. None where
    there is no file."""
    *others, main = media_files(spot.site, story.place, front) or (None,)
    if main:
        encodings = {"encoding": [_file(spot, one) for one in others if one]} if others else {}
        yield {**_shared(spot, story, front), **_file(spot, main), **encodings, **draft_mark(spot)}


def _shared(spot: Spot, story: Story, front: Recording) -> Node:
    """What its files have in common."""
    page = spot.library.read_in(spot.lang, front.page)
    based = {"isBasedOn": spot.site.absolute(address(spot.lang, front.page))} if page else {}
    return {
        "name": front.title,
        "description": front.description,
        "inLanguage": front.spoken,
        "uploadDate": (front.published or front.date).isoformat(),
        "datePublished": (front.published or front.date).isoformat(),
        "mainEntityOfPage": absolute(spot, story.lang),
        "transcript": "\n".join(front.transcript),
        **based,
    }


def _file(spot: Spot, one: MediaFile) -> Node:
    is_film = one.ending == FILM_ENDING
    known = {"duration": _duration(one.known.minutes), "contentSize": str(one.known.size)} if one.known else {}
    return {
        "@type": "VideoObject" if is_film else "AudioObject",
        "contentUrl": spot.site.absolute(one.path),
        "encodingFormat": one.mime,
        **known,
        **({"thumbnailUrl": spot.site.absolute(POSTER)} if is_film else {}),
    }


def _duration(minutes: tuple[int, int]) -> str:
    """ISO 8601: PT3M5S."""
    return f"PT{minutes[0]}M{minutes[1]}S"
