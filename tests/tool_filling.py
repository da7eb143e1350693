"""Signs in to the editing tool and fills it in as a person does, for tests and for the pictures of the guide."""

from itertools import count

from playwright.sync_api import Browser, Locator, Page, expect

from editing_tool_back_end import GitHub
from waiting import until


def field(page: Page, key: str) -> Locator:
    found = page.locator(f'[data-key-path="{key}"]').first
    found.scroll_into_view_if_needed()
    return found


AWAY = """one => {
  let all = one;
  while (all && all.scrollHeight <= all.clientHeight) all = all.parentElement;
  if (all) all.scrollTop = 0;
}"""
LOOKS = 30


def written_in(page: Page, key: str, text: str) -> None:
    """The tool draws a field when it comes into view, and a slow machine may miss that: look away and look again."""
    looked = count(1)

    def drawn() -> int:
        if next(looked) % LOOKS == 0:
            field(page, key).evaluate(AWAY)
            page.wait_for_timeout(500)
        return field(page, key).locator("input, textarea").count()

    until(drawn, key)
    field(page, key).locator("input, textarea").first.fill(text)


def signed_in(browser: Browser, desk: str, github: GitHub, asked: list[str]) -> Page:
    context = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    github.answer_in(page)
    page.goto(desk)
    page.get_by_role("button", name="Đăng nhập bằng mã truy cập").click()
    page.locator("input").first.fill("a-token-of-nobody")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nỗ lực và kết quả: Tin").first).to_be_visible(timeout=20_000)
    return page
