"""What a page says, for machines: JSON-LD with nothing the page does not show."""

import json
from typing import Any
from urllib.parse import urljoin

from portal.content.corrections import PAGE as CORRECTIONS
from portal.content.rebuttals import Rebuttal
from portal.site.addresses import address
from portal.site.pages.values import PageView

CONTEXT = "https://schema.org"
STANDARD = "gioi-thieu/tieu-chuan-bien-tap"


def structured_data(page: PageView, site_url: str) -> tuple[str, ...]:
    """The page's JSON-LD blocks; none where the text is not in the page's language."""
    if page.is_fallback:
        return ()
    blocks = [_breadcrumbs(page, site_url)] if page.breadcrumbs else []
    if page.front.is_story:
        blocks.append(_article(page))
    if isinstance(page.front, Rebuttal) and not page.front.withdrawn:
        blocks.append(_claim_review(page, site_url))
    if page.story.place == "index" and page.owner_name:
        blocks.append({"@context": CONTEXT, **_organisation(page.owner_name)})
    return tuple(_safe(block) for block in blocks)


def _breadcrumbs(page: PageView, site_url: str) -> dict[str, Any]:
    entries = [
        {
            "@type": "ListItem",
            "position": position,
            "name": crumb.title,
            "item": urljoin(site_url + page.address, crumb.href),
        }
        for position, crumb in enumerate(page.breadcrumbs, 1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": entries}


def _article(page: PageView) -> dict[str, Any]:
    front = page.front
    article: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Article",
        "headline": front.title,
        "description": front.description,
        "inLanguage": page.text_lang,
        "datePublished": front.date.isoformat(),
        "mainEntityOfPage": page.canonical,
        "citation": [source.source.title for source in page.sources],
    }
    if front.updated:
        article["dateModified"] = front.updated.isoformat()
    if page.agency:
        article["publisher"] = _organisation(page.agency)
    if not page.approved:
        article["creativeWorkStatus"] = page.t["draft_mark"]
    return article


def _claim_review(page: PageView, site_url: str) -> dict[str, Any]:
    """The answer as schema.org's ClaimReview, which readers of fact-checks gather: what the page shows, no more."""
    front: Rebuttal = page.front
    claim = front.claim
    made: dict[str, Any] = {"@type": "Claim", "appearance": {"@type": "CreativeWork", "url": claim.url}}
    if claim.date:
        made["datePublished"] = claim.date.isoformat()
    if claim.claimant:
        made["author"] = {"@type": "Organization", "name": claim.claimant}
    review: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "url": page.canonical,
        "claimReviewed": claim.text,
        "datePublished": front.date.isoformat(),
        "inLanguage": page.text_lang,
        "itemReviewed": made,
        "reviewRating": {"@type": "Rating", "alternateName": page.verdict, "ratingExplanation": front.finding},
        "author": {
            **_organisation(page.agency or ""),
            "correctionsPolicy": site_url + address(page.lang, CORRECTIONS),
            "publishingPrinciples": site_url + address(page.lang, STANDARD),
        },
    }
    if front.updated:
        review["dateModified"] = front.updated.isoformat()
    if not page.approved:
        review["creativeWorkStatus"] = page.t["draft_mark"]
    return review


def _organisation(name: str) -> dict[str, Any]:
    return {"@type": "GovernmentOrganization", "name": name}


def _safe(block: dict[str, Any]) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(block, ensure_ascii=False, indent=None).replace("<", "\\u003c")
