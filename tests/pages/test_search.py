"""Search in a real browser: what people type, in the way they type it, and what narrows what they find."""

import gzip
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, Page, Response, Route, expect

from conftest import ROOT, Site
from portal.site.files.search_texts import for_search

QUERIES = yaml.safe_load((ROOT / "tests/corpora/queries.yml").read_text("utf-8"))
BUDGET = 150 * 1024


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def found(page: Page, base: str, query: str, lang: str = "vi") -> list[str]:
    """The addresses a search gives, in their order."""
    page.goto(f"{base}{'' if lang == 'vi' else 'en/'}tim-kiem/?q={quote(query)}")
    expect(page.locator("[data-search-status]")).to_contain_text("“", timeout=15_000)
    links: list[str] = page.locator("[data-search-results] a").evaluate_all("links => links.map(link => link.href)")
    return [link.removeprefix(base).strip("/") for link in links]


@pytest.fixture(scope="module")
def places(page: Page, base: str) -> dict[int, int]:
    """For each query of the table the place of its goal among the results, 99 where it is not among the first."""
    places = {}
    for number, asked in enumerate(QUERIES):
        text = unicodedata.normalize("NFD", asked["query"]) if asked["typed"] == "nfd" else asked["query"]
        given = found(page, base, text, "en" if asked["typed"] == "english" else "vi")
        places[number] = given.index(asked["goal"]) + 1 if asked["goal"] in given else 99
    return places


def test_the_table_has_queries_of_every_way_of_typing() -> None:
    assert {asked["typed"] for asked in QUERIES} == {"plain", "marks", "half", "nfd", "spacing", "english"}


def test_all_queries_without_marks_find_their_page_among_the_first_three(places: dict[int, int]) -> None:
    missed = [QUERIES[n]["query"] for n, place in places.items() if QUERIES[n]["typed"] == "plain" and place > 3]
    assert missed == []


def test_ninety_five_in_a_hundred_queries_find_their_page_among_the_first_three(places: dict[int, int]) -> None:
    missed = [QUERIES[n]["query"] for n, place in places.items() if place > 3]
    assert len(missed) <= 0.05 * len(QUERIES), missed


@pytest.mark.parametrize("query", ["quyen tre em", "em va mang", "nuoc sach"])
def test_a_search_loads_at_most_150_kilobytes_more_until_its_results_stand_there(
    browser: Browser, base: str, query: str
) -> None:
    context = browser.new_context()
    fresh = context.new_page()
    loaded: dict[str, int] = {}

    def weigh(response: Response) -> None:
        if "/pagefind/" in response.url:
            body = response.body()
            loaded[response.url] = min(len(body), len(gzip.compress(body)))

    fresh.on("response", weigh)
    found(fresh, base, query)
    fresh.wait_for_load_state("networkidle")
    context.close()
    assert loaded
    assert sum(loaded.values()) <= BUDGET, loaded


@pytest.mark.parametrize(
    ("query", "lang", "goal"),
    [
        ("SMẪU", "vi", "ke-hoach/co-quan/so-mau"),
        ("smau", "vi", "ke-hoach/co-quan/so-mau"),
        ("Báo Mẫu", "vi", "ke-hoach/co-quan/bao-mau"),
        ("bao mau", "vi", "ke-hoach/co-quan/bao-mau"),
        ("Sample Department", "en", "en/ke-hoach/co-quan/so-mau"),
        ("sdep", "en", "en/ke-hoach/co-quan/so-mau"),
    ],
)
def test_a_body_is_found_by_its_name_and_its_short_name(
    page: Page, base: str, query: str, lang: str, goal: str
) -> None:
    assert goal in found(page, base, query, lang)[:3]


def test_filters_narrow_stand_in_the_address_and_survive_a_reload(page: Page, base: str) -> None:
    every = found(page, base, "mau")
    page.locator("summary").click()
    page.locator("select[name=section]").select_option("phan-bac")
    expect(page).to_have_url(f"{base}tim-kiem/?q=mau&section=phan-bac")
    page.reload()
    expect(page.locator("[data-search-status]")).to_contain_text("“", timeout=15_000)
    links = page.locator("[data-search-results] a").evaluate_all("links => links.map(link => link.pathname)")
    assert links
    assert all(link.startswith("/phan-bac/") for link in links)
    assert len(every) >= len(links)
    expect(page.locator("details")).to_have_attribute("open", "")


@pytest.mark.parametrize(
    ("name", "value", "start"),
    [
        ("kind", "rebuttal", "phan-bac/2026/"),
        ("verdict", "true", "phan-bac/2026/"),
        ("convention", "crc", ""),
        ("group", "children", ""),
        ("year", "2026", ""),
    ],
)
def test_every_filter_gives_something_and_less_than_all(
    page: Page, base: str, name: str, value: str, start: str
) -> None:
    found(page, base, "mau")
    count = page.locator("[data-search-status]").inner_text()
    page.goto(f"{base}tim-kiem/?q=mau&{name}={value}")
    expect(page.locator("[data-search-status]")).to_contain_text("“", timeout=15_000)
    links = page.locator("[data-search-results] a").evaluate_all("links => links.map(link => link.pathname.slice(1))")
    assert links
    assert all(link.startswith(start) for link in links)
    assert page.locator("[data-search-status]").inner_text() != count


def test_a_choice_that_would_find_nothing_is_not_offered(page: Page, base: str) -> None:
    found(page, base, "mau")
    expect(page.locator("select[name=group] option[value=migrants]")).to_have_attribute("disabled", "")
    expect(page.locator("select[name=group] option[value=children]")).not_to_have_attribute("disabled", "")


def test_results_can_be_sorted_by_date(page: Page, base: str) -> None:
    page.goto(f"{base}tim-kiem/?q=mau&sort=desc")
    expect(page.locator("[data-search-status]")).to_contain_text("“", timeout=15_000)
    days = page.locator("[data-search-results] .small").all_inner_texts()
    written = [tuple(reversed([int(n) for n in day.split(" · ")[1].split("/")])) for day in days]
    assert written == sorted(written, reverse=True)


def test_found_words_are_marked_in_title_and_description_whatever_marks_were_typed(page: Page, base: str) -> None:
    found(page, base, "tre em")
    marked = {text.lower() for text in page.locator("[data-search-results] mark").all_inner_texts()}
    assert {"trẻ", "em"} <= marked


def test_arrow_keys_walk_from_the_field_through_the_results_and_back(page: Page, base: str) -> None:
    found(page, base, "tre em")
    page.locator("#q").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-search-results] a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()


def test_more_results_are_shown_on_request_and_the_focus_follows(page: Page, base: str) -> None:
    found(page, base, "mau")
    before = page.locator("[data-search-results] li").count()
    page.locator("[data-search-more]").click()
    expect(page.locator("[data-search-results] li").nth(before).locator("a")).to_be_focused()


def test_no_result_leads_to_help_to_the_site_map_and_to_the_other_language(page: Page, base: str) -> None:
    assert found(page, base, "qwxzqwxz") == []
    expect(page.locator("[data-search-status]")).to_contain_text("Không tìm thấy")
    expect(page.locator("[data-search-help] a[href$='tro-giup/']")).to_be_visible()
    expect(page.locator(".search-page a[href$='so-do/']").first).to_be_visible()
    other = page.locator("[data-search-other] a")
    assert (other.get_attribute("href") or "").endswith("/en/tim-kiem/?q=qwxzqwxz")


def test_a_word_that_stands_nowhere_does_not_hide_what_the_others_find(page: Page, base: str) -> None:
    assert found(page, base, "tre em qwxzqwxz")


def test_results_in_english_stay_in_english(page: Page, base: str) -> None:
    assert all(f"{link}/".startswith("en/") for link in found(page, base, "rights of the child", "en"))


def test_the_bundle_holds_only_what_the_search_page_loads(site: Site) -> None:
    names = {file.name for file in (site.folder / "pagefind").iterdir() if file.is_file()}
    assert not [name for name in names if "-ui" in name or "worker" in name or "highlight" in name]


def test_the_text_for_search_has_headings_in_place_every_word_once_and_no_marks() -> None:
    html = (
        "<head><title>Đầu</title></head><body><nav>Thực đơn</nav><article data-pagefind-body><h1>Quyền trẻ em</h1>"
        "<p>Trẻ em, trẻ em ở Điện Biên<span class=\"cite\">[<a href='#n'>12</a>]</span></p>"
        "<div data-pagefind-ignore><p>Nguồn</p></div></article><p>Chân</p></body>"
    )
    text = for_search(html)
    assert "<h1>quyen tre em</h1>" in text
    assert "<p>bien dien em o tre</p></article>" in text
    assert "<nav>Thực đơn</nav>" in text
    assert "12" not in text


def test_what_is_typed_before_the_search_is_ready_stays_in_the_field(browser: Browser, base: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    held: list[Route] = []
    page.route("**/assets/search.js*", lambda route: held.append(route))
    page.goto(f"{base}tim-kiem/", wait_until="commit")
    field = page.locator("[data-search-form] [name=q]")
    field.fill("quyen tre em")
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()
    page.wait_for_load_state("networkidle")
    expect(field).to_have_value("quyen tre em")
    field.press("Enter")
    expect(page.locator("[data-search-results] a").first).to_be_visible(timeout=15_000)
    context.close()
