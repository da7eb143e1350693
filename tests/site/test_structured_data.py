"""What a page says for machines."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest

from conftest import MADE_UP, ROOT, Corpus, Site, portal_of
from makers import BODY, CORRECTION, GOOD, rebuttal_file
from portal.site.pages.make import page_at
from portal.site.site import Site as Portal


def test_structured_data_says_what_the_page_says(portal: Portal) -> None:
    page = page_at(portal, "en", "thanh-tuu/2026/bai")
    crumbs, article = map(json.loads, page.head.json_ld)
    assert crumbs["@type"] == "BreadcrumbList"
    assert [entry["name"] for entry in crumbs["itemListElement"]] == [crumb.title for crumb in page.frame.breadcrumbs]
    assert crumbs["itemListElement"][-1]["item"] == page.head.canonical
    assert article["headline"] == page.heading.title
    assert article["inLanguage"] == "en"
    assert article["publisher"] == {"@type": "GovernmentOrganization", "name": "Body"}
    assert article["creativeWorkStatus"] == "Draft"


def test_structured_data_cannot_end_its_script_element(corpus: Corpus) -> None:
    sly = "</script><script>x</script>"
    corpus.story(title=f'"{sly}"')
    block = page_at(portal_of(corpus), "vi", "thanh-tuu/2026/bai").head.json_ld[1]
    assert "</script>" not in block
    assert json.loads(block)["headline"] == sly


SCHEMA = json.loads((ROOT / "tests/corpora/schema-org.json").read_text("utf-8"))
"""The types and properties of a release of schema.org that the portal may use, with what each property may hold."""
ASKED = {  # what the documentation of the format asks for
    "ClaimReview": {"claimReviewed", "reviewRating", "url", "author", "datePublished", "itemReviewed"},
    "Rating": {"alternateName"},
    "Article": {"headline", "datePublished"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "GovernmentOrganization": {"name"},
    "DataCatalog": {"name", "dataset"},
    "Dataset": {"name", "description", "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "HowTo": {"name", "step"},
    "HowToStep": {"text"},
    "WebSite": {"name", "url"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "DefinedTermSet": {"name", "hasDefinedTerm"},
    "Quiz": {"name", "hasPart"},
    "DefinedTerm": {"name", "url"},
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
    """The blocks of schema.org; the catalogue of open data says the same in DCAT, which test_open_data.py reads."""
    found = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)]
    return [block for block in found if block["@context"] == "https://schema.org"]


def test_json_ld_of_every_page_parses_and_uses_only_the_vocabulary(site: Site, approved: Site) -> None:
    blocks = [block for page in (*site.pages.values(), *approved.pages.values()) for block in blocks_of(page)]
    assert len(blocks) > 100
    assert [complaint for block in blocks for complaint in complaints(block)] == []


def test_a_claim_review_says_nothing_its_page_does_not_show(approved: Site) -> None:
    answers = {path: page for path, page in approved.pages.items() if '"ClaimReview"' in page}
    assert set(answers) == {"phan-bac/2026/dung/", "en/phan-bac/2026/dung/"}
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


def said_by(site: Site, path: str, kind: str) -> dict[str, Any]:
    (found,) = (block for block in blocks_of(site.pages[path]) if block["@type"] == kind)
    return found


def shown_by(site: Site, path: str) -> str:
    """What a page shows, without its spaces."""
    plain = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", site.pages[path], flags=re.S)
    return "".join(unescape(plain).split())


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_home_page_names_the_site_and_its_owner_once_it_has_a_name(site: Site, approved: Site, root: str) -> None:
    draft, whole = said_by(site, root, "WebSite"), said_by(approved, root, "WebSite")
    assert "".join(draft["name"].split()) in shown_by(site, root)
    assert draft["url"] == f"https://example.org/{root}"
    assert (draft["creativeWorkStatus"], "publisher" in draft) == (("Draft" if root else "Dự thảo"), False)
    assert "creativeWorkStatus" not in whole
    owner = said_by(approved, root, "GovernmentOrganization")
    assert whole["publisher"] == {name: value for name, value in owner.items() if name != "@context"}
    given = [owner[name] for name in ("name", "address", "email", "telephone")] + [owner["parentOrganization"]["name"]]
    assert [text for text in given if "".join(text.split()) not in shown_by(approved, root)] == []


@pytest.mark.parametrize("root", ["", "en/"])
def test_questions_words_and_laws_are_told_as_they_are_shown(site: Site, root: str) -> None:
    asked = said_by(site, f"{root}hoi-dap/", "FAQPage")["mainEntity"]
    words = said_by(site, f"{root}thuat-ngu/", "DefinedTermSet")["hasDefinedTerm"]
    laws = said_by(site, f"{root}chinh-sach/cac-luat/", "ItemList")["itemListElement"]
    assert asked
    assert words
    assert laws
    for path, said in (
        ("hoi-dap", [text for one in asked for text in (one["name"], one["acceptedAnswer"]["text"])]),
        ("thuat-ngu", [one["name"] for one in words]),
        ("chinh-sach/cac-luat", [law["name"] for law in laws]),
    ):
        shown = shown_by(site, f"{root}{path}/")
        assert [text for text in said if "".join(text.split()) not in shown] == [], path
    ids = re.findall(r' id="([^"]+)"', site.pages[f"{root}thuat-ngu/"])
    assert {one["url"].partition("#")[2] for one in words} <= set(ids)


@pytest.mark.parametrize("root", ["", "en/"])
def test_steps_are_told_in_their_order_with_what_to_bring_as_they_are_shown(site: Site, root: str) -> None:
    path = f"{root}tro-giup/buoc-mau/"
    way, shown = said_by(site, path, "HowTo"), re.sub(r"\[\d+\]", "", shown_by(site, path))
    places = [shown.find("".join(one["text"].split())) for one in way["step"]]
    assert len(places) > 1
    assert -1 not in places
    assert places == sorted(places)
    assert [one["position"] for one in way["step"]] == list(range(1, len(places) + 1))
    assert [text for text in way["supply"] if "".join(text.split()) not in shown] == []
    assert "estimatedCost" not in way, "nobody read what it costs"
    assert way["creativeWorkStatus"] == ("Draft" if root else "Dự thảo")


@pytest.mark.parametrize(
    ("days", "force", "covers"),
    [
        ("in_force: 2020-01-01", "InForce", "2020-01-01/.."),
        ("in_force: 2020-01-01\n  ends: 2025-06-30", "NotInForce", "2020-01-01/2025-06-30"),
        ("in_force: 2999-01-01", "NotInForce", "2999-01-01/.."),
        ("number: 1/2020/QH14", None, None),
    ],
)
def test_a_law_says_of_its_force_what_its_days_say(corpus: Corpus, days: str, force: str, covers: str) -> None:
    law = '- id: luat-thu\n  title: {vi: "Luật thử", en: "Law for tests"}\n'
    corpus.write("data/laws.yml", f"{law}  {days}\n")
    corpus.story(laws="[luat-thu]")
    plain = {"kind": "page", "date": "", "agency": "", "sources": ""}
    corpus.story("chinh-sach/cac-luat", title='"Các luật"', shows="laws", **plain)
    (told,) = (json.loads(one) for one in page_at(portal_of(corpus), "vi", "chinh-sach/cac-luat").head.json_ld[1:])
    (one,) = told["itemListElement"]
    assert one.get("legislationLegalForce") == (force and f"https://schema.org/{force}")
    assert one.get("temporalCoverage") == covers


def test_an_answer_speaks_for_its_body_only_when_owner_and_approver_have_approved(site: Site, approved: Site) -> None:
    """ "Official response" on a page that nobody has approved would be a body's word that it never gave."""
    official = {"": "Phản hồi chính thức của", "en/": "Official response by"}
    draft = {"": "Dự thảo phản hồi, đề nghị", "en/": "Draft response, proposed to"}
    for root in ("", "en/"):
        for made, said, unsaid in ((site, draft, official), (approved, official, draft)):
            page = made.pages[f"{root}phan-bac/2026/dung/"]
            assert said[root] in page
            assert unsaid[root] not in page
    answers = [path for path in approved.pages if path.startswith("phan-bac/2026/") and "da-rut" not in path]
    for path in answers:
        assert (official[""] in approved.pages[path]) == ('"ClaimReview"' in approved.pages[path]), path


def test_a_draft_site_gives_out_no_claim_review_and_asks_not_to_be_listed(site: Site, approved: Site) -> None:
    assert [path for path, page in site.pages.items() if "ClaimReview" in page] == []
    asks = '<meta name="robots" content="noindex">'
    assert [path for path, page in site.pages.items() if asks not in page.partition("</head>")[0]] == []
    unlisted = {path for path, page in approved.pages.items() if "noindex" in page.partition("</head>")[0]}
    gone = ("thanh-tuu/2026/so-lieu-da-rut/", "phan-bac/2026/da-rut/")
    assert unlisted == {f"{lang}{path}" for lang in ("", "en/") for path in (*gone, "viet-bai/")}
    assert "Allow: /" in (site.folder / "robots.txt").read_text("utf-8")


ROLES = {"author": "co-quan", "reviewer": "noi-hai", "approver": "noi-ba"}
TAKEN = {"withdrawn": {"date": "2026-03-01", "why": CORRECTION["why"]}}


def blocks_of_answer(corpus: Corpus, front: dict[str, Any], owner: bool, lang: str = "vi") -> dict[str, Any]:
    """What the page of one answer says for machines, by type, where the owner has approved or not."""
    names = ("co-quan", "noi-hai", "noi-ba")
    corpus.write("data/agencies.yml", "".join(f'- id: {n}\n  name: {{vi: "Cơ quan", en: "Body"}}\n' for n in names))
    if owner:
        corpus.write("data/owner.yml", (MADE_UP.parent / "owner-approved.yml").read_text("utf-8"))
    corpus.write("content_vi/phan-bac/2026/mot.md", rebuttal_file({**GOOD, **front}, BODY))
    portal = portal_of(corpus)
    assert portal.library.problems == ()
    blocks = map(json.loads, page_at(portal, lang, "phan-bac/2026/mot").head.json_ld)
    return {block["@type"]: block for block in blocks}


@pytest.mark.parametrize(
    ("front", "owner", "lang", "given_out"),
    [
        ({"roles": ROLES}, True, "vi", True),
        ({"roles": ROLES}, False, "vi", False),
        ({}, True, "vi", False),
        ({"roles": {"author": "co-quan", "reviewer": "noi-hai"}}, True, "vi", False),
        ({"roles": ROLES, **TAKEN}, True, "vi", False),
        ({"roles": ROLES}, True, "en", False),
    ],
    ids=["approved", "by a body, not the owner", "by the owner, no body", "reviewed only", "withdrawn", "fallback"],
)
def test_an_answer_is_given_out_when_owner_and_approver_have_approved_and_it_stands(
    corpus: Corpus, front: dict[str, Any], owner: bool, lang: str, given_out: bool
) -> None:
    assert ("ClaimReview" in blocks_of_answer(corpus, front, owner, lang)) == given_out


@pytest.mark.parametrize(("who", "type_"), [("public_figure", "Person"), ("ngo", "Organization")])
def test_a_public_figure_is_a_person_and_everyone_else_a_body(corpus: Corpus, who: str, type_: str) -> None:
    claim = {**GOOD["claim"], "claimant_type": who, "claimant": "Tên"}
    review = blocks_of_answer(corpus, {"roles": ROLES, "claim": claim}, owner=True)["ClaimReview"]
    assert review["itemReviewed"]["author"] == {"@type": type_, "name": "Tên"}
