"""The press desk in a browser: a snippet is copied from its field, and shows its chart on somebody else's page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from conftest import Site

PICTURES = "gioi-thieu/bao-chi/hinh-va-bieu-do/"
FOREIGN = "https://bao.example/"
OURS = "https://example.org/"
"""Where the small site believes to stand."""


def test_a_snippet_is_copied_with_a_script_and_can_be_selected_without_one(
    phones: Callable[..., BrowserContext], base: str
) -> None:
    with_script, without = phones(), phones(script=False)
    with_script.grant_permissions(["clipboard-read", "clipboard-write"])
    page = with_script.new_page()
    page.goto(base + PICTURES)
    page.locator("summary").first.click()
    field = page.locator("textarea").first
    button = page.locator("[data-copies]").first
    expect(button).to_have_text("Chép mã")
    button.click()
    expect(button).to_have_text("Đã chép")
    assert page.evaluate("navigator.clipboard.readText()") == field.input_value()
    plain = without.new_page()
    plain.goto(base + PICTURES)
    plain.locator("summary").first.click()
    expect(plain.locator("[data-copies]").first).to_be_hidden()
    expect(plain.locator("textarea").first).not_to_be_editable()
    plain.locator("textarea").first.focus()
    assert plain.locator("textarea").first.input_value() == field.input_value()


@pytest.mark.parametrize(("ground", "file"), [("light", "vi.svg"), ("dark", "vi.dark.svg")])
def test_on_another_page_a_snippet_asks_once_shows_its_chart_and_leads_back(
    browser: Browser, site: Site, ground: str, file: str, base: str
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme=ground, service_workers="block"  # type: ignore[arg-type]
    )  # fmt: skip
    desk = context.new_page()
    desk.goto(base + PICTURES)
    snippet = desk.locator("#ban-bao-chi-ma-nuoc-mau").input_value()
    asked: list[tuple[str, str | None]] = []

    def answer(route: Route) -> None:
        url = route.request.url
        if url.startswith(FOREIGN):
            route.fulfill(content_type="text/html", body=f"<!DOCTYPE html><body>{snippet}</body>")
            return
        asked.append((url, route.request.headers.get("referer")))
        path = site.folder / url.removeprefix(OURS)
        route.fulfill(content_type="image/svg+xml", body=path.read_bytes())

    page = context.new_page()
    page.route("**/*", answer)
    page.goto(FOREIGN)
    image = page.locator("img")
    image.scroll_into_view_if_needed()
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("image => image.naturalWidth") == 480
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert asked == [(f"{OURS}du-lieu/nuoc-mau.{file}", None)], "one request, which does not say from which page"
    name = page.get_by_role("img").first.get_attribute("alt")
    assert name
    assert site.pages["thanh-tuu/2026/so-lieu-mau/"].count('id="hinh-nuoc-mau"') == 1
    expect(page.get_by_role("link", name=name)).to_have_attribute(
        "href", f"{OURS}thanh-tuu/2026/so-lieu-mau/#hinh-nuoc-mau"
    )
    context.close()
