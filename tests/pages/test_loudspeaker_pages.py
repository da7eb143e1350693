"""The loudspeaker kit for whoever stands at the microphone: on a phone, on paper, read by the device, scriptless."""

import io
import re

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from conftest import Site

KIT = "loa/"
LONG = "loa/cong-uoc/crc/"
PLAYED = "loa/tro-giup/buoc-mau/"
EVERY = [root + place for root in ("", "en/") for place in (KIT, LONG, PLAYED)]


@pytest.mark.parametrize("address", EVERY)
def test_every_page_of_the_kit_fits_the_narrowest_phone(base: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(base + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


@pytest.mark.parametrize(
    ("address", "sheets"),
    [(LONG, 1), (f"en/{LONG}", 1), (PLAYED, 2), (f"en/{PLAYED}", 2)],
)
def test_a_reading_card_is_one_a4_and_the_sketch_another(
    base: str, browser: Browser, address: str, sheets: int
) -> None:
    page = browser.new_page()
    page.goto(base + address)
    page.emulate_media(media="print")
    found = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(found) == sheets
    marks = page.locator(".paper-mark").all_inner_texts()
    assert [re.findall(r"\d/\d", one) for one in marks] == ([["1/2"], ["2/2"]] if sheets == 2 else [])
    page.close()


def test_a_script_longer_than_the_sheet_would_be_seen(base: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(base + LONG)
    page.emulate_media(media="print")
    page.evaluate("for (const one of document.querySelectorAll('.read-sheet p')) one.after(one.cloneNode(true))")
    assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) > 1
    page.close()


def test_figures_and_names_stand_with_how_they_are_said(site: Site) -> None:
    html = site.pages[PLAYED]
    assert ">000</dt><dd" in html
    assert ">không, không, không</dd>" in html
    assert ">kê ni a</dd>" in html
    assert '<span class="said-so">Kenya</span>' in html


def test_two_readers_take_turns_and_each_paragraph_has_its_time(site: Site) -> None:
    html = site.pages[PLAYED]
    assert re.findall(r"Người đọc (\d):", html) == ["1", "2", "1", "2", "1"]
    assert len(re.findall(r'class="time"[^>]*>\d+ giây', html)) >= 7


def test_a_device_reads_figures_as_they_are_said(base: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(base + PLAYED)
    spoken = page.locator(".read-sheet p").evaluate_all("all => all.map((one) => one.dataset.spoken)")
    assert any("Gọi không, không, không" in one for one in spoken)
    assert not any(re.search(r"\d", one) for one in spoken)
    page.close()


def test_the_kit_shows_what_comes_next_with_its_source_and_every_script_with_its_length(site: Site) -> None:
    html = site.pages[KIT]
    coming = html.partition('id="lich-doc"')[2]
    assert "Ngày mẫu" in coming
    assert "https://example.org/van-ban-mau-1" in coming
    assert re.search(r'href="cong-uoc/crc/"', coming)
    assert re.search(r"2 phút \d+ giây, có tiểu phẩm hai vai", html)
    assert all(place.removeprefix(KIT) in html for place in (LONG, PLAYED))


@pytest.mark.parametrize("root", ["", "en/"])
def test_a_page_leads_to_its_script_and_the_script_to_its_page(site: Site, root: str) -> None:
    assert 'href="../../loa/cong-uoc/crc/"' in site.pages[f"{root}cong-uoc/crc/"]
    assert 'href="../../../cong-uoc/crc/"' in site.pages[f"{root}{LONG}"]
    assert 'href="../../../cong-uoc/crc/#nguon"' in site.pages[f"{root}{LONG}"]


def test_a_draft_says_so_on_every_card(site: Site) -> None:
    assert all("data-draft" in site.pages[address] for address in EVERY)


def test_without_a_script_the_whole_kit_can_be_read(base: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + PLAYED)
    expect(page.locator(".read-sheet").first).to_be_visible()
    page.goto(base + KIT)
    expect(page.locator(".kit-days").first).to_be_visible()
    context.close()
