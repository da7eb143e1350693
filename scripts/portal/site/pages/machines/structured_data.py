"""What a page says, for machines: JSON-LD with nothing the page does not show. Its sources say so in their list."""

import json
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin

from portal.content.front_matter import StoryFront
from portal.content.fronts.rebuttals import Claim, Rebuttal
from portal.content.fronts.recordings import Recording
from portal.content.fronts.scans import Scan
from portal.content.fronts.steps import Steps
from portal.content.kinds import Event, LegalDocument, Policy
from portal.content.stories import Story
from portal.language.places import CORRECTIONS, QUESTIONS, STANDARD
from portal.site.addresses import address
from portal.site.pages.agency import agency_of
from portal.site.pages.head import absolute
from portal.site.pages.machines.datasets import dataset_blocks
from portal.site.pages.machines.known_data import SHOWN, questions, way_through
from portal.site.pages.machines.media_data import heard
from portal.site.pages.machines.nodes import Node, draft_mark, organisation
from portal.site.pages.machines.scan_data import digitised
from portal.site.spot import Spot
from portal.site.values import Link

CONTEXT: Final = "https://schema.org"
PERSONS: Final = frozenset(("public_figure",))
"""Those who make claims in their own name; everyone else that may be named is a body."""


def structured_data(spot: Spot, story: Story, crumbs: tuple[Link, ...]) -> tuple[str, ...]:
    """The page's JSON-LD blocks; none where the text is not in the page's language. `crumbs` lead to the page."""
    if story.lang != spot.lang:
        return ()
    return tuple(_safe({"@context": CONTEXT, **node}) for node in _nodes(spot, story, crumbs))


def _nodes(spot: Spot, story: Story, crumbs: tuple[Link, ...]) -> Iterator[Node]:
    front = story.front
    if crumbs:
        yield _breadcrumbs(spot, crumbs)
    if story.withdrawn:
        return
    if isinstance(front, StoryFront):
        yield _article(spot, story, front)
    if isinstance(front, Event):
        yield _event(spot, story, front)
    if isinstance(front, Rebuttal) and front.is_given_out(spot.site.approved):
        yield _claim_review(spot, story, front)
    if isinstance(front, Steps):
        yield from way_through(spot, front)
    if isinstance(front, Recording):
        yield from heard(spot, story, front)
    if isinstance(front, Scan):
        yield digitised(spot, story, front)
    yield from _known(spot, story)


def _known(spot: Spot, story: Story) -> Iterator[Node]:
    """What pages say that list what the portal knows."""
    shows = getattr(story.front, "shows", None) or ""
    if shows == "open_data":
        yield from dataset_blocks(spot)
    if shows in SHOWN:
        yield from SHOWN[shows](spot)
    if spot.place == QUESTIONS:
        yield from questions(spot, story)


def _breadcrumbs(spot: Spot, crumbs: tuple[Link, ...]) -> Node:
    here = spot.site.absolute(spot.address)
    entries = [
        {"@type": "ListItem", "position": position, "name": crumb.title, "item": urljoin(here, crumb.href)}
        for position, crumb in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": entries}


def _article(spot: Spot, story: Story, front: StoryFront) -> Node:
    agency = agency_of(spot, story)
    return {
        "@type": "Article",
        "headline": front.title,
        "description": front.description,
        "inLanguage": spot.locale.tag,
        "datePublished": (front.published or front.date).isoformat(),
        "mainEntityOfPage": absolute(spot, story.lang),
        **({"dateModified": front.updated.isoformat()} if front.updated else {}),
        **({"publisher": organisation(agency)} if agency else {}),
        **({"about": _explained(front.document)} if isinstance(front, Policy) and front.document else {}),
        **draft_mark(spot),
    }


def _event(spot: Spot, story: Story, front: Event) -> Node:
    agency = agency_of(spot, story)
    return {
        "@type": "Event",
        "name": front.title,
        "description": front.description,
        "url": absolute(spot, story.lang),
        "inLanguage": spot.locale.tag,
        "startDate": front.starts.isoformat(),
        "endDate": front.last_day.isoformat(),
        "eventStatus": f"{CONTEXT}/{'EventCancelled' if front.state == 'cancelled' else 'EventScheduled'}",
        **({"location": {"@type": "Place", "name": front.venue}} if front.venue else {}),
        **({"organizer": organisation(agency)} if agency else {}),
    }


def _explained(document: LegalDocument) -> Node:
    """The law or decision a policy page explains."""
    issued = {"legislationDate": document.issued.isoformat()} if document.issued else {}
    return {"@type": "Legislation", "legislationIdentifier": document.number, **issued}


def _claim_review(spot: Spot, story: Story, front: Rebuttal) -> Node:
    """The answer as schema.org's ClaimReview, which readers of fact-checks gather: what the page shows, no more."""
    verdict = spot.words.label("verdicts", front.verdict)
    return {
        "@type": "ClaimReview",
        "url": absolute(spot, story.lang),
        "claimReviewed": front.claim.text,
        "datePublished": (front.published or front.date).isoformat(),
        "inLanguage": spot.locale.tag,
        "itemReviewed": _claim(front.claim),
        "reviewRating": {"@type": "Rating", "alternateName": verdict, "ratingExplanation": front.finding},
        "author": {
            **organisation(agency_of(spot, story) or ""),
            "correctionsPolicy": spot.site.absolute(address(spot.lang, CORRECTIONS)),
            "publishingPrinciples": spot.site.absolute(address(spot.lang, STANDARD)),
        },
        **({"dateModified": front.updated.isoformat()} if front.updated else {}),
    }


def _claim(claim: Claim) -> Node:
    made: Node = {"@type": "Claim", "appearance": {"@type": "CreativeWork", "url": claim.url}}
    if claim.date:
        made["datePublished"] = claim.date.isoformat()
    if claim.claimant:
        kind = "Person" if claim.claimant_type in PERSONS else "Organization"
        made["author"] = {"@type": kind, "name": claim.claimant}
    return made


def _safe(block: Node) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(block, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
