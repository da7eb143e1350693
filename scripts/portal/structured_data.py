"""What a page says, for machines: JSON-LD with nothing the page does not show."""

import json
from typing import Any
from urllib.parse import urljoin

from portal.views import PageView

CONTEXT = "https://schema.org"


def structured_data(page: PageView, site_url: str) -> tuple[str, ...]:
    """The page's JSON-LD blocks; none where the text is not in the page's language."""
    if page.is_fallback:
        return ()
    blocks = [_breadcrumbs(page, site_url)] if page.breadcrumbs else []
    if page.front.is_story:
        blocks.append(_article(page))
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


def _organisation(name: str) -> dict[str, Any]:
    return {"@type": "GovernmentOrganization", "name": name}


def _safe(block: dict[str, Any]) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(block, ensure_ascii=False, indent=None).replace("<", "\\u003c")
