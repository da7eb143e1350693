"""A digitised document in a real browser: read and found without its file, which comes when somebody asks for it."""

from playwright.sync_api import Browser, expect

from conftest import Site
from gzip_server import served

PAGE = "tu-lieu/thong-bao-mau/"
TAKEN = """async href => {
  const answer = await fetch(href);
  return [answer.headers.get("Content-Type"), (await answer.text()).slice(0, 5)];
}"""


def test_its_text_is_found_by_a_search_and_read_on_a_small_phone_without_its_file(site: Site, browser: Browser) -> None:
    asked = list[str]()
    with served(site.folder) as server:
        context = browser.new_context(viewport={"width": 320, "height": 640}, service_workers="block")
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        base = server.base("reader")
        page.goto(base + "tim-kiem/?q=hạt-cườm-xanh")
        page.locator("main").get_by_role("link", name="Thông báo mẫu đã quét").first.click(timeout=20_000)
        expect(page.locator("h1")).to_have_text("Thông báo mẫu đã quét")
        expect(page.locator(".sheets")).to_contain_text("hạt-cườm-xanh")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        way = page.get_by_role("link", name="Xem trang này trong bản quét (Trang 2)")
        way.focus()
        assert (way.get_attribute("href") or "").endswith("thong-bao-mau.pdf#page=2")
        assert [url for url in asked if ".pdf" in url] == []
        assert page.evaluate(TAKEN, way.get_attribute("href")) == ["application/pdf", "%PDF-"]
        page.emulate_media(media="print")
        expect(page.locator(".sheets")).to_contain_text("hạt-cườm-xanh")
        expect(page.locator(".paper .open")).to_be_hidden()
        context.close()


def test_it_is_whole_without_a_script(site: Site, browser: Browser) -> None:
    with served(site.folder) as server:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(server.base("plain") + "en/" + PAGE)
        expect(page.get_by_role("link", name="See the scan")).to_be_visible()
        expect(page.locator("[id^='trang-giay-']")).to_have_count(2)
        expect(page.locator(".sheets [lang='vi']").first).to_contain_text("BAN THỬ NGHIỆM MẪU")
        page.context.close()
