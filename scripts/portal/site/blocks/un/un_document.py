"""One document of the UN on Viet Nam, with all that was read of it."""

from dataclasses import dataclass

from portal.language.places import recommendation_place
from portal.site.documents.recommended import SaidDocument, document_view, onward
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class UnDocumentBlock:
    """One document with all that was read of it, the ways onward."""

    document: SaidDocument
    ways: tuple[Link, ...]


def un_document_block(spot: Spot) -> UnDocumentBlock | None:
    """The document that the place names; None where it names none."""
    documents = spot.library.data.recommendations
    document = next((one for one in documents.values() if recommendation_place(one.id) == spot.place), None)
    return UnDocumentBlock(document_view(spot, document), onward(spot, document)) if document else None
