"""Claims and their answers seen together, and everything that was corrected: page, feed and stories agree."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from conftest import SITE, Corpus, Site
from makers import BODY, CORRECTION, GOOD, rebuttal_file
from portal.content.corrections import corrections
from portal.content.fronts.rebuttals import Rebuttal, Roles
from portal.content.library import Library, open_library
from portal.language import vocabulary
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.words import words
from portal.plan.open_data.claims import claims_table
from portal.site.blocks.claims import claims
from portal.site.files.news.feeds import as_atom, feeds

TODAY = date(2026, 11, 23)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def library(corpus: Corpus) -> Library:
    taken = {"withdrawn": {"date": "2026-03-01", "why": CORRECTION["why"]}}
    mended = {"updated": "2026-02-01", "corrections": [{"date": "2026-02-01", **CORRECTION}]}
    stories = {
        "mot": {**GOOD, "title": "Câu trả lời một", "conventions": ["crc"], "groups": ["children"]},
        "hai": {**GOOD, "title": "Câu trả lời hai", "date": "2026-01-20", **mended},
        "ba": {**GOOD, "title": "Câu trả lời ba", **taken},
    }
    for slug, front in stories.items():
        corpus.write(f"content_vi/phan-bac/2026/{slug}.md", rebuttal_file(front, BODY))
    found = open_library(corpus.root, TODAY)
    assert found.problems == ()
    return found


def test_answers_are_listed_newest_first_and_a_withdrawn_one_is_none_of_them(library: Library) -> None:
    found = claims(library, "vi")
    assert [story.document.slug for story in found.answers] == ["hai", "mot"]
    assert dict(found.verdicts.rows)["Sai"] == 2
    assert tuple(label for label, _ in found.verdicts.rows) == tuple(
        words("vi").label("verdicts", v) for v in vocabulary.VERDICTS
    )
    assert found.claimants.rows == (("Báo chí", 2),)


def test_answers_stand_on_the_shelf_of_each_convention_and_group(library: Library) -> None:
    shelves = claims(library, "en").shelves
    assert [(shelf.id, len(shelf.answers)) for shelf in shelves["convention"]] == [("convention-crc", 1)]
    assert [shelf.title for shelf in shelves["group"]] == ["Children"]
    assert [shelf.id for shelf in shelves["verdict"]] == ["verdict-false"]
    assert [(shelf.id, len(shelf.answers)) for shelf in shelves["year"]] == [("year-2026", 2)]


def test_corrections_are_gathered_newest_first(library: Library) -> None:
    found = corrections(library, "vi")
    assert [(one.made.date.isoformat(), one.story.document.slug) for one in found] == [
        ("2026-03-01", "ba"),
        ("2026-02-01", "hai"),
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_feed_says_what_the_stories_say(library: Library, lang: str) -> None:
    feed = next(one for one in feeds(library, lang, words(lang), SITE) if one.place.endswith("dinh-chinh"))
    tree = ElementTree.fromstring(as_atom(feed, SITE))
    entries = tree.findall(f"{ATOM}entry")
    made = corrections(library, lang)
    assert len(entries) == len(made)
    for entry, one in zip(entries, made, strict=True):
        assert one.made.what[lang] in (entry.findtext(f"{ATOM}summary") or "")
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.get("href", "").endswith(f"phan-bac/2026/{one.story.document.slug}/")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert tree.findtext(f"{ATOM}updated") == "2026-03-01T00:00:00Z"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_corrections_page_its_feed_and_the_pages_agree(site: Site, lang: str) -> None:
    root = "" if lang == ORIGINAL else f"{lang}/"
    listed = re.search(r'<h2 id="moi-lan-sua">[^(]*\((\d+)\)', site.pages[f"{root}gioi-thieu/dinh-chinh/"])
    assert listed
    entries = ElementTree.parse(site.folder / root / "dinh-chinh.xml").getroot().findall(f"{ATOM}entry")
    own = [page for path, page in site.pages.items() if path.startswith("en/") == bool(root)]
    sections = [part for page in own for part in re.findall(r'<section class="corrections".*?</section>', page, re.S)]
    assert int(listed[1]) == len(entries) == sum(section.count("<li>") for section in sections)


def test_the_answers_are_an_open_table_in_both_languages_without_those_taken_back(library: Library) -> None:
    table = claims_table(library)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows()]
    assert [row["id"] for row in rows] == ["phan-bac/2026/hai", "phan-bac/2026/mot"]
    assert rows[0]["claim"] == GOOD["claim"]["text"]
    assert (rows[0]["verdict"], rows[0]["title_vi"], rows[0]["title_en"]) == ("false", "Câu trả lời hai", None)
    assert {row["approved"] for row in rows} == {False}


@pytest.mark.parametrize(
    ("approved", "roles", "given"),
    [(True, {"approver": "co-quan"}, True), (True, {}, False), (False, {"approver": "co-quan"}, False)],
)
def test_an_answer_is_called_approved_only_where_owner_and_body_have_approved_it(
    approved: bool, roles: dict[str, str], given: bool
) -> None:
    assert Rebuttal.model_construct(roles=Roles.model_construct(None, **roles)).is_given_out(approved) is given
