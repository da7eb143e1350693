"""A digitised document for machines (JSON-LD): what it is, in which language, who issued it, its file, its rights."""

from portal.content.fronts.scans import Scan, scan_path
from portal.content.stories import Story
from portal.site.pages.head import absolute
from portal.site.pages.machines.nodes import Node, draft_mark
from portal.site.pages.of_kind.scan import file_of_scan
from portal.site.spot import Spot


def digitised(spot: Spot, story: Story, front: Scan) -> Node:
    """The paper as its page shows it; without its file where there is none."""
    file = _file(spot, story.place)
    return {
        "@type": "DigitalDocument",
        "name": front.title,
        "description": front.description,
        "inLanguage": front.written_in,
        "mainEntityOfPage": absolute(spot, story.lang),
        "datePublished": (front.published or front.date).isoformat(),
        "sourceOrganization": {"@type": "Organization", "name": front.issuer},
        "copyrightNotice": f"{front.rights_holder}. {front.rights_ground}",
        **({"identifier": front.number} if front.number else {}),
        **({"dateCreated": front.issued.isoformat()} if front.issued else {}),
        **({"encoding": file} if file else {}),
        **draft_mark(spot),
    }


def _file(spot: Spot, place: str) -> Node | None:
    found = file_of_scan(spot.site, place)
    if found is None:
        return None
    return {
        "@type": "MediaObject",
        "contentUrl": spot.site.absolute(scan_path(place)),
        "encodingFormat": "application/pdf",
        "contentSize": str(found.size),
    }
