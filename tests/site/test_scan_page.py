"""The page of a digitised document shows its text and leads to its scan; its file comes and goes with it."""

import json
import re
from typing import Final

import pytest

import scan_maker
from conftest import MADE_UP, SITE, TODAY, Corpus, Site
from portal.content.library import open_library
from portal.plan.ledger import open_registers
from portal.plan.register.portal_products import portal_products
from portal.reading.media.scanned_pdf import scanned_pdf
from portal.site.blocks.listed.scans import ScansBlock
from portal.site.built import build_of
from portal.site.pages.make import page_at
from portal.site.site import Settings
from portal.site.site import Site as Portal

PAGE = "tu-lieu/thong-bao-mau/"
FIELDS: Final = {
    **{"kind": "scan", "date": "2026-02-01", "sources": "", "title": '"Thông báo thử đã quét"', "licence": "portal"},
    **{"issuer": '"Ban"', "issued": "not_known", "written_in": "fr", "rights_holder": '"Ban"', "redacted": '"Không"'},
    **{"rights_ground": '"Công khai"', "ocr": "unchecked", "scanned_by": '"Văn thư"', "checked_by": '"Trưởng ban"'},
}


def shown(page: str) -> str:
    return re.sub(r"<script.*?</script>", "", page, flags=re.S).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("", ("Ban Thử nghiệm mẫu", "01/TB-MAU", "5/10/2026", "PDF, 2 trang, 8,4 KB", "chưa có người so")),
        ("en/", ("Sample Board of Tests", "5 October 2026", "PDF, pages: 2, 8.4 KB", "may be wrong", "records clerk")),
    ],
)
def test_it_says_what_the_paper_is_what_the_file_weighs_and_that_nobody_compared_it(
    site: Site, lang: str, said: tuple[str, ...]
) -> None:
    page = shown(site.pages[lang + PAGE])
    assert [words for words in said if words not in page] == []
    assert len(re.findall(r'<em class="unsaid">', page)) == 1  # who looked through it


def test_the_text_stands_in_both_frames_in_the_paper_s_language_as_it_is(site: Site) -> None:
    for lang in ("", "en/"):
        page = site.pages[lang + PAGE]
        sheets = re.findall(r'<div lang="vi">(.*?)</div>', page, re.S)
        assert "- việc mẫu thứ hai * chưa xong." in sheets[1]
        assert "máy vẽ ra để thử xem" in shown(sheets[0])
    assert "In English: this sample notice" in site.pages["en/" + PAGE]


def test_each_page_leads_to_its_place_in_the_browser_s_own_viewer(site: Site) -> None:
    links = re.findall(r'href="([^"]*\.pdf[^"]*)"', site.pages["en/" + PAGE])
    file = "../../../tu-lieu/thong-bao-mau.pdf"
    assert links == [file, file, f"{file}#page=1", f"{file}#page=2"]
    found = scanned_pdf((site.folder / "tu-lieu/thong-bao-mau.pdf").read_bytes())
    assert found == scanned_pdf((MADE_UP / "docs/tu-lieu/thong-bao-mau.pdf").read_bytes())


def test_the_list_names_what_there_is_and_what_one_has_to_come_with(site: Site) -> None:
    page = shown(site.pages["tu-lieu/"])
    assert "Ban Thử nghiệm mẫu · 01/TB-MAU · 5/10/2026 · PDF, 2 trang" in page
    assert "chua-co-tu-lieu" not in page
    assert "ai giữ quyền và vì sao được đăng công khai" in page


def test_machines_are_told_the_paper_its_file_and_its_rights(site: Site) -> None:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site.pages[PAGE], re.S)
    (paper,) = (node for node in map(json.loads, found) if node["@type"] == "DigitalDocument")
    assert paper["encoding"]["contentUrl"].endswith("/tu-lieu/thong-bao-mau.pdf")
    assert (paper["identifier"], paper["dateCreated"]) == ("01/TB-MAU", "2026-10-05")


def files_with(corpus: Corpus, **fields: str) -> frozenset[str]:
    """The files of a site with one scan."""
    corpus.story("tu-lieu/bai", body="## Trang 1\n\nMot page.\n", **{**FIELDS, **fields})
    scan_maker.put_scan(corpus.root, "tu-lieu/bai", "Mot page")
    library = open_library(corpus.root, TODAY)
    assert library.problems == ()
    build = build_of(open_registers(library, TODAY), Settings(SITE, ""), TODAY)
    return frozenset(build.beside_pages.files)


def test_a_file_is_published_with_its_page_and_not_before(corpus: Corpus) -> None:
    assert "tu-lieu/bai.pdf" in files_with(corpus)
    assert "tu-lieu/bai.pdf" not in files_with(corpus, publish_after="2027-01-01")


PRODUCT = "{formats: [article], channels: [portal], languages: [vi], audiences: [everyone]}"


def test_it_counts_where_it_says_what_product_it_is_and_who_answers_for_it(corpus: Corpus) -> None:
    files_with(corpus)
    assert portal_products(open_library(corpus.root, TODAY)) == ()
    files_with(corpus, product=PRODUCT)
    (one,) = portal_products(open_library(corpus.root, TODAY))
    assert (one.id, one.formats, one.kind) == ("tu-lieu/bai", ("article",), "scan")
    files_with(corpus, product=PRODUCT, scanned_by="")
    assert portal_products(open_library(corpus.root, TODAY)) == ()


def test_while_there_is_none_the_list_says_why_and_makes_none_up(corpus: Corpus) -> None:
    corpus.story("tu-lieu/index", kind="page", shows="scans", agency="", sources="", title='"Tư liệu số hóa"')
    library = open_library(corpus.root, TODAY)
    block = page_at(Portal(open_registers(library, TODAY), Settings(SITE, ""), TODAY), "vi", "tu-lieu/index").block
    assert isinstance(block, ScansBlock)
    assert (block.cards, block.count) == ((), "")
    assert len(block.needs) >= 4
