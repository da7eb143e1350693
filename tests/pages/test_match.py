"""Has this been answered? What people type, in a real browser; without a script a list; nothing leaves the page."""

import re
from collections.abc import Iterator
from html import escape

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from conftest import Corpus, Site, portal_of
from makers import BODY, GOOD, rebuttal_file
from portal.site.match import MOST_INLINE, match_box
from portal.site.spot import Spot

CLAIMS = {
    "1": "Xã mẫu có 40 lớp học chưa có điện.",
    "2": "Việt Nam giành 145 trên tổng số 189 phiếu.",
    "3": "Ngày 9/6/1981, nước mẫu chính thức gia nhập Công ước CERD",
    "4": "The country won a two-year term on the Council.",
    "5": "Mọi hộ ở tỉnh đều có nước sạch.",
}
"""What stands in the place of the small site's claims, by their numbers."""


@pytest.fixture
def front(browser: Browser, base: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()

    def said(route: Route) -> None:
        html = route.fetch().text()
        for number, text in CLAIMS.items():
            html = html.replace(f">Sample claim number {number}</q>", f">{escape(text)}</q>")
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page.route("**/phan-bac/", said)
    page.goto(f"{base}phan-bac/")
    yield page
    context.close()


def type_in(page: Page, text: str) -> None:
    """Type, and wait for the script, which comes with the first touch of the field."""
    page.fill("#cau-gap", text)
    expect(page.locator("[data-match=ready]")).to_be_attached()


def shown(page: Page) -> list[str]:
    return page.locator("[data-claim]:not([hidden]) q").all_text_contents()


@pytest.mark.parametrize(
    ("typed", "claim"),
    [
        ("xa mau co 40 lop hoc chua co dien", "1"),
        ("Xã mẫu 40 lớp học không điện", "1"),
        ("145/189 phieu", "2"),
        ("vietnam gianh 145 phieu", "2"),
        ("gia nhập công ước CERD năm 1981", "3"),
        ("gianhap congước cerd", "3"),
        ("won a two-year term", "4"),
        ("ho nao o tinh cung co nuoc sach", "5"),
        ("Nghe nói " + "trên mạng có người bảo " * 3 + CLAIMS["1"], "1"),
    ],
)
def test_a_sentence_like_a_claim_finds_it_with_or_without_marks(front: Page, typed: str, claim: str) -> None:
    type_in(front, typed)
    assert shown(front)[0].strip("“”") == CLAIMS[claim]
    expect(front.locator("[data-match-status]")).to_contain_text("gần giống")
    expect(front.locator("[data-match-none]")).to_be_hidden()
    assert front.locator("[data-match-list]").get_attribute("open") is not None


@pytest.mark.parametrize("typed", ["giá xăng tăng gấp đôi", "zzz", "$& {count} <b>", "7777"])
def test_where_there_is_none_it_says_so_and_how_to_go_on(front: Page, typed: str) -> None:
    type_in(front, typed)
    assert shown(front) == []
    expect(front.locator("[data-match-none]")).to_be_visible()
    assert front.locator("[data-match-status]").inner_text() == ""
    expect(front.locator("[data-match-search]")).to_have_attribute("href", re.compile(r"\.\./tim-kiem/\?q=\S+$"))
    expect(front.get_by_text("chưa cho địa chỉ thư")).to_be_visible()


def test_an_empty_field_shows_every_claim_again_and_leads_to_the_search_as_before(front: Page) -> None:
    every = shown(front)
    type_in(front, "giá xăng")
    type_in(front, "  ")
    assert sorted(shown(front)) == sorted(every)
    assert front.locator("[data-match-search]").get_attribute("href") == "../tim-kiem/"
    expect(front.locator("[data-match-none]")).to_be_hidden()


def test_nothing_that_is_typed_is_sent_or_kept(front: Page) -> None:
    type_in(front, "x")
    asked: list[str] = []
    front.on("request", lambda request: asked.append(request.url))
    type_in(front, "xa mau co 40 lop hoc")
    front.press("#cau-gap", "Enter")
    assert asked == []
    assert "lop" not in front.evaluate("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])")


def test_where_the_script_cannot_come_it_says_so_and_nothing_is_sent_either(front: Page) -> None:
    front.route("**/assets/claims.js*", lambda route: route.abort())
    front.fill("#cau-gap", "lop hoc")
    expect(front.locator("[data-match-status]")).to_contain_text("Chưa tải được")
    front.press("#cau-gap", "Enter")
    assert "lop" not in front.url


def test_without_a_script_the_claims_are_a_list_with_their_verdicts_and_the_way_to_send(
    browser: Browser, base: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{base}phan-bac/")
    expect(page.locator("#cau-gap")).to_be_hidden()
    page.locator("[data-match-list] summary").click()
    rows = page.locator("[data-claim]")
    assert rows.count() == 7  # the one that was taken back is not among them
    expect(rows.first.locator("strong")).to_be_visible()
    page.context.close()


def test_only_the_front_of_the_answers_has_the_box_and_its_script(site: Site) -> None:
    having = {address for address, html in site.pages.items() if "data-match" in html}
    assert having == {"phan-bac/", "en/phan-bac/"}
    assert {address for address, html in site.pages.items() if "assets/claims.js" in html} == having


def test_of_very_many_claims_the_newest_stand_there_and_it_says_how_many_there_are(corpus: Corpus) -> None:
    corpus.write("content_vi/phan-bac/index.md", "---\ntitle: a\ndescription: b\nkind: theme\n---\n")
    for number in range(MOST_INLINE + 2):
        front = {**GOOD, "title": f"Câu trả lời {number}"}
        corpus.write(f"content_vi/phan-bac/2026/bai-{number}.md", rebuttal_file(front, BODY))
    box = match_box(Spot(portal_of(corpus), "vi", "phan-bac/index"))
    assert box
    assert len(box.claims) == MOST_INLINE
    assert box.newest == f"{MOST_INLINE} câu mới nhất trong {MOST_INLINE + 2} câu"
    assert match_box(Spot(portal_of(corpus), "vi", "thanh-tuu/index")) is None
