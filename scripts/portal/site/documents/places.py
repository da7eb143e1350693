"""Where documents told part by part say a thing: the plan each task and target, a convention each article."""

from portal.content.known.law.documents import DocumentPart
from portal.site.documents.known import KnownDocument, mark_of
from portal.site.links import way_to_part
from portal.site.spot import Spot
from portal.site.values import Link


def place_of_task(spot: Spot, task: str) -> Link | None:
    """The way to the part of the plan that sets a task; None where no document tells it."""
    return next((_link(spot, one, part) for one, part in _parts(spot) if task in part.tasks), None)


def place_of_target(spot: Spot, target: str) -> Link | None:
    """The way to the part of the plan that sets a target; None where no document tells it."""
    return next((_link(spot, one, part) for one, part in _parts(spot) if target in part.targets), None)


def articles_of(spot: Spot, code: str) -> tuple[Link, ...]:
    """The way to each article of a convention that is told; () where no document tells it."""
    one = spot.site.documents.known.get(code)
    told = (part for part in one.told.parts if part.article) if one else ()
    text = spot.words
    return tuple(
        Link(f"{mark_of(text, one, part)}. {part.heading[text.lang]}", way_to_part(spot, code, part.id))
        for part in told
        if one
    )


def _parts(spot: Spot) -> list[tuple[KnownDocument, DocumentPart]]:
    return [(one, part) for one in spot.site.documents.known.values() for part in one.told.parts]


def _link(spot: Spot, one: KnownDocument, part: DocumentPart) -> Link:
    mark = mark_of(spot.words, one, part)
    return Link(
        spot.words.say("documents.in_plan", mark=mark[:1].lower() + mark[1:]), way_to_part(spot, one.id, part.id)
    )
