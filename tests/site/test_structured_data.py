"""What a page says for machines."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from conftest import ROOT, SITE, TODAY, Corpus, Site
from makers import BODY, CORRECTION, GOOD, rebuttal_file
from portal.content.library import open_library
from portal.language.vocabulary import VERDICTS
from portal.plan.ledger import open_registers
from portal.site.files.structured_data import structured_data
from portal.site.pages.values import Settings
from portal.site.views import Views


def test_structured_data_says_what_the_page_says(views: Views) -> None:
    page = views.page("en", "thanh-tuu/2026/bai")
    crumbs, article = map(json.loads, structured_data(page, SITE))
    assert crumbs["@type"] == "BreadcrumbList"
    assert [entry["name"] for entry in crumbs["itemListElement"]] == [crumb.title for crumb in page.breadcrumbs]
    assert crumbs["itemListElement"][-1]["item"] == page.canonical
    assert article["headline"] == page.front.title
    assert article["inLanguage"] == "en"
    assert article["publisher"] == {"@type": "GovernmentOrganization", "name": "Body"}
    assert article["creativeWorkStatus"] == "Draft"


def test_structured_data_cannot_end_its_script_element(views: Views) -> None:
    page = views.page("vi", "thanh-tuu/2026/bai")
    sly = page.front.model_copy(update={"title": "</script><script>x</script>"})
    block = structured_data(replace(page, story=replace(page.story, front=sly)), SITE)[1]
    assert "</script>" not in block
    assert json.loads(block)["headline"] == sly.title


SCHEMA = json.loads((ROOT / "tests/corpora/schema-org.json").read_text("utf-8"))
"""The types and properties of a release of schema.org that the portal may use, with what each property may hold."""
ASKED = {  # what the documentation of the format asks for
    "ClaimReview": {"claimReviewed", "reviewRating", "url", "author", "datePublished", "itemReviewed"},
    "Rating": {"alternateName"},
    "Article": {"headline", "datePublished"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "GovernmentOrganization": {"name"},
}


def complaints(block: Any) -> Iterator[str]:
    """What in a block is not of the vocabulary, or is asked for and missing."""
    if isinstance(block, list):
        for one in block:
            yield from complaints(one)
    if isinstance(block, dict):
        kind = block["@type"]
        known = SCHEMA["properties"]["Article" if kind == "CreativeWork" else kind]
        yield from (f"{kind}.{name}" for name in block if not name.startswith("@") and name not in known)
        yield from (f"{kind} lacks {name}" for name in ASKED.get(kind, set()) - set(block))
        for value in block.values():
            yield from complaints(value)


def blocks_of(page: str) -> list[dict[str, Any]]:
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)]


def test_json_ld_of_every_page_parses_and_uses_only_the_vocabulary(site: Site) -> None:
    blocks = [block for page in site.pages.values() for block in blocks_of(page)]
    assert len(blocks) > 100
    assert [complaint for block in blocks for complaint in complaints(block)] == []


def test_a_claim_review_says_nothing_its_page_does_not_show(site: Site) -> None:
    answers = {path: page for path, page in site.pages.items() if "phan-bac/2026/" in path and "da-rut" not in path}
    assert len(answers) == 2 * len(VERDICTS)
    for path, page in answers.items():
        shown = " ".join(unescape(re.sub(r"<script.*?</script>|<[^>]+>", " ", page, flags=re.S)).split())
        links = " ".join(unescape(link) for link in re.findall(r'(?:href|cite|datetime)="([^"]*)"', page))
        (review,) = (block for block in blocks_of(page) if block["@type"] == "ClaimReview")
        claim = review["itemReviewed"]
        for text in (review["claimReviewed"], review["reviewRating"]["alternateName"], review["author"]["name"]):
            assert " ".join(text.split()) in shown, path
        assert " ".join(review["reviewRating"]["ratingExplanation"].split()) in shown.replace("\u00a0", " ")
        assert claim["appearance"]["url"] in links
        assert claim.get("author", {}).get("name", "") in shown
        for policy in ("correctionsPolicy", "publishingPrinciples"):
            assert review["author"][policy].removeprefix("https://example.org/") in links
        assert claim.get("datePublished", "") in links
        assert review["datePublished"] in links


def test_a_withdrawn_answer_and_a_fallback_page_carry_no_claim_review(corpus: Corpus) -> None:
    taken = {"updated": "2026-03-01", "corrections": [{"date": "2026-03-01", **CORRECTION, "kind": "retraction"}]}
    corpus.write("content_vi/phan-bac/2026/mot.md", rebuttal_file(GOOD, BODY))
    corpus.write("content_vi/phan-bac/2026/hai.md", rebuttal_file({**GOOD, "title": "Câu trả lời hai", **taken}, BODY))
    library = open_library(corpus.root, TODAY)
    made = Views(open_registers(library, TODAY), Settings(SITE, ""), TODAY)

    def kinds(lang: str, slug: str) -> list[str]:
        page = made.page(lang, f"phan-bac/2026/{slug}")
        return [json.loads(block)["@type"] for block in structured_data(page, SITE)]

    assert "ClaimReview" in kinds("vi", "mot")
    assert "ClaimReview" not in kinds("vi", "hai")
    assert kinds("en", "mot") == []
