"""Quizzes for readers: by keyboard, by a screen reader, without a script, without a network, from a stick, on paper."""

import io
import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from conftest import Site
from waiting import until

QUIZ = "cau-do/tre-em-mau/"
FRONT = "cau-do/"
EVERY = [root + place for root in ("", "en/") for place in (FRONT, QUIZ)]
PRESSES = ".quiz-press:visible"
FOCUSED = "document.activeElement"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, service_workers="block")
    yield context.new_page()
    context.close()


def begun(page: Page, address: str) -> None:
    """Stand on the first choice of a quiz, as by the Tab key: its script comes then."""
    page.goto(address)
    page.locator(".question input").first.focus()
    expect(page.locator(PRESSES)).to_have_count(3)


def test_a_whole_quiz_is_answered_by_keyboard_alone(phone: Page, base: str) -> None:
    begun(phone, base + QUIZ)
    told = phone.locator(".quiz-told")
    phone.keyboard.press("Enter")
    expect(told.nth(0)).to_have_text("Hãy chọn một ô trước.")
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Enter")
    expect(told.nth(0)).to_have_text("✓ Đúng.")
    assert phone.evaluate(f"{FOCUSED}.textContent") == "Câu tiếp theo"
    phone.keyboard.press("Enter")
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(told.nth(1)).to_have_text(re.compile(r"✗ Chưa đúng\. Đáp án đúng: A\. Mọi trẻ em mẫu"))
    phone.keyboard.press("Enter")
    phone.keyboard.press("Space")
    phone.keyboard.press("ArrowUp")
    phone.keyboard.press("ArrowUp")
    phone.keyboard.press("Enter")
    expect(told.nth(2)).to_have_text("✓ Đúng.")
    assert phone.evaluate(f"{FOCUSED}.textContent") == "Xem kết quả"
    phone.keyboard.press("Enter")
    score = phone.locator("[data-quiz-score]")
    expect(score).to_be_focused()
    expect(score.locator("[role=status]")).to_have_text("Đúng 2 trên 3 câu.")
    expect(score.locator("li a")).to_have_attribute("href", "#hoi-nhu-nhau")


def test_arrows_alone_answer_nothing_and_an_answer_is_not_changed(phone: Page, base: str) -> None:
    begun(phone, base + QUIZ)
    for _ in range(4):
        phone.keyboard.press("ArrowDown")
    expect(phone.locator(".quiz-told").first).to_have_text("")
    phone.keyboard.press("Enter")
    assert phone.locator(".question").first.locator("input:disabled").count() == 3
    expect(phone.locator(".question").nth(1).locator("input:disabled")).to_have_count(0)


def test_why_and_the_source_come_with_the_answer_and_lead_to_the_very_part(phone: Page, base: str) -> None:
    begun(phone, base + QUIZ)
    behind = phone.locator(".question details")
    expect(behind.filter(visible=True)).to_have_count(0)
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Enter")
    expect(behind.first).to_contain_text("Điều 1 mẫu nói về người dưới tuổi mẫu.")
    behind.first.locator("a").click()
    expect(phone.locator("#dieu-1")).to_be_in_viewport()
    phone.goto(base + QUIZ)
    third = phone.locator(".question details").nth(2)
    third.locator("summary").click()
    third.locator("a").click()
    expect(phone).to_have_url(re.compile(r"/tro-giup/buoc-mau/#nguon-1$"))


def test_right_and_wrong_are_said_in_words_beside_the_choices(phone: Page, base: str) -> None:
    begun(phone, base + f"en/{QUIZ}")
    phone.get_by_label("C. Every sample person").check()
    phone.locator("[data-press]").first.click()
    marks = phone.locator(".question").first.locator("li")
    expect(marks.nth(1)).to_contain_text("✓ right answer")
    expect(marks.nth(2)).to_contain_text("✗ you chose this")
    expect(phone.locator(".question").first.get_by_role("status")).to_contain_text("✗ Not right.")


def test_who_begins_again_has_every_question_unanswered(phone: Page, base: str) -> None:
    begun(phone, base + QUIZ)
    for question in phone.locator(".question").all():
        question.locator("input").first.check()
        question.locator("[data-press]").click()
    phone.locator("[data-again]").click()
    expect(phone.locator(".question input:checked, .question input:disabled, .choice-mark")).to_have_count(0)
    expect(phone.locator("[data-quiz-score]")).not_to_be_visible()
    expect(phone.locator(".question details").filter(visible=True)).to_have_count(0)
    expect(phone.locator(".question input").first).to_be_focused()
    assert phone.locator(".quiz-told").all_inner_texts() == ["", "", ""]


def test_an_answer_that_was_opened_first_is_not_counted_as_right(phone: Page, base: str) -> None:
    phone.goto(base + QUIZ)
    phone.locator("summary").filter(has_text="Xem đáp án").first.click()
    expect(phone.locator(PRESSES)).to_have_count(2)
    for at, choice in ((1, 0), (2, 2)):
        question = phone.locator(".question").nth(at)
        question.locator("input").nth(choice).check()
        question.locator("[data-press]").click()
    expect(phone.locator(".quiz-score [role=status]")).to_have_text(
        "Đúng 2 trên 3 câu. Đã mở đáp án trước khi trả lời: 1 câu, không tính điểm."
    )


def test_nothing_is_kept_on_the_device_and_nothing_is_sent(browser: Browser, base: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    asked: list[str] = []
    begun(page, base + QUIZ)
    page.on("request", lambda request: asked.append(request.url))
    for question in page.locator(".question").all():
        question.locator("input").first.check()
        question.locator("[data-press]").click()
    kept = "[localStorage.length, sessionStorage.length, document.cookie, location.search]"
    assert page.evaluate(kept) == [0, 0, "", ""]
    assert asked == []
    page.reload()
    expect(page.locator(".question input:checked")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_enter_sends_nothing_and_no_choice_comes_back_with_the_page(browser: Browser, base: str, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script, service_workers="block")
    page = context.new_page()
    page.goto(base + QUIZ)
    page.locator(".question input").nth(1).check()
    page.keyboard.press("Enter")
    expect(page).to_have_url(base + QUIZ)
    page.reload()
    expect(page.locator(".question input:checked")).to_have_count(0)
    page.locator(".question input").nth(1).check()
    page.goto(base + FRONT)
    page.go_back()
    expect(page.locator(".question input:checked")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("root", ["", "en/"])
def test_without_a_script_each_answer_lies_behind_its_question(browser: Browser, base: str, root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + root + QUIZ)
    assert page.locator(".question").count() == page.locator(".question details > summary").count() == 3
    expect(page.locator("[data-press], [data-quiz-score], .quiz-key").filter(visible=True)).to_have_count(0)
    first = page.locator(".question").first
    expect(first.locator("details strong")).not_to_be_visible()
    first.locator("summary").click()
    expect(first.locator("details strong")).to_contain_text("B.")
    expect(first.locator("details a")).to_have_attribute("href", "../../van-ban/crc/#dieu-1")
    context.close()


def test_from_a_folder_it_tells_right_and_wrong_too(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    begun(page, (site.folder / QUIZ / "index.html").as_uri())
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".quiz-told").first).to_have_text("✓ Đúng.")
    page.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    yield context
    context.close()


def wait_until_stored(page: Page, url: str) -> None:
    """Wait until the device keeps an address."""
    until(lambda: bool(page.evaluate("async url => Boolean(await caches.match(url))", url)))


def test_a_quiz_that_was_read_tells_right_and_wrong_without_a_network(reader: BrowserContext, base: str) -> None:
    page = reader.new_page()
    page.goto(base + QUIZ)
    script = page.locator("[data-quiz]").evaluate("one => new URL(one.dataset.script, location.href).href")
    for url in (base + QUIZ, script):
        wait_until_stored(page, url)
    reader.set_offline(True)
    begun(page, base + QUIZ)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".quiz-told").first).to_have_text("✓ Đúng.")


def test_where_the_script_does_not_come_it_is_said_and_answers_can_be_read(browser: Browser, base: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("**/quiz.js*", lambda route: route.abort())
    page.goto(base + QUIZ)
    page.locator(".question input").first.check()
    expect(page.locator("[data-script-status]")).to_contain_text("chưa tải được")
    page.locator(".question summary").first.click()
    expect(page.locator(".question details strong").first).to_be_visible()
    context.close()


def test_in_forced_colours_words_and_boxes_still_tell(browser: Browser, base: str) -> None:
    context = browser.new_context(forced_colors="active", service_workers="block")
    page = context.new_page()
    begun(page, base + QUIZ)
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".quiz-told").first).to_contain_text("✗")
    expect(page.locator(".choice-mark")).to_have_text(["✗ bạn chọn ô này", "✓ đáp án đúng"])
    context.close()


@pytest.mark.parametrize("address", EVERY)
def test_no_page_of_quizzes_is_wider_than_its_phone(phone: Page, base: str, address: str) -> None:
    phone.goto(base + address)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("answered", [False, True])
def test_on_paper_the_questions_come_first_and_the_key_on_a_page_of_its_own(
    browser: Browser, base: str, answered: bool
) -> None:
    page = browser.new_page()
    begun(page, base + QUIZ)
    if answered:
        for question in page.locator(".question").all():
            question.locator("input").first.check()
            question.locator("[data-press]").click()
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    assert len(sheets) == 2
    questions, key = sheets
    assert "Câu 3." in questions
    assert not re.search(r"Đáp án|nói hỏi thư viện mẫu|✓|✗|Đúng|Trả lời", questions)
    assert re.findall(r"\d\. ([A-D])\.", key) == ["B", "A", "C"]
    assert "Điều 1" in key
    assert all("Bản dự thảo" in sheet for sheet in sheets)
    assert "https://example.org/cau-do/tre-em-mau/" in key
    assert not re.search(r"[Hh]ọ và tên|Tên em|[Ll]ớp:", questions)
    page.close()


@pytest.mark.parametrize("root", ["", "en/"])
def test_a_page_leads_to_its_quiz_and_the_quiz_to_its_page(site: Site, root: str) -> None:
    assert 'href="../../cau-do/tre-em-mau/"' in site.pages[f"{root}cong-uoc/crc/"]
    assert 'href="../../cau-do/luat-mau/"' in site.pages[f"{root}van-ban/luat-mau-mot/"]
    assert "data-quiz-way" not in site.pages[f"{root}cong-uoc/cat/"]
    assert 'href="../../cong-uoc/crc/"' in site.pages[root + QUIZ]
    assert 'cau-do/"' in site.pages[root]


@pytest.mark.parametrize(
    ("root", "will", "why", "who"),
    [
        ("", "Ở đây sẽ có", "Hiện chưa có", "Ai gửi được"),
        ("en/", "Here will stand", "There are none yet", "Who can send it"),
    ],
)
def test_the_front_says_of_contests_what_will_be_here_why_not_yet_and_who_can_give_it(
    site: Site, root: str, will: str, why: str, who: str
) -> None:
    said = site.pages[root + FRONT].partition('id="cuoc-thi"')[2].partition("</section>")[0]
    assert all(one in said for one in (will, why, who))
    assert "gioi-thieu/lien-he/" in said


@pytest.mark.parametrize("root", ["", "en/"])
def test_a_quiz_says_for_machines_what_it_asks_and_that_it_is_a_draft(site: Site, root: str) -> None:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site.pages[root + QUIZ], re.S)
    (quiz,) = (one for one in map(json.loads, blocks) if one["@type"] == "Quiz")
    assert quiz["creativeWorkStatus"] == ("Draft" if root else "Dự thảo")
    assert [one["@type"] for one in quiz["hasPart"]] == ["Question"] * 3
    third = quiz["hasPart"][2]
    wrong = {one["text"] for one in third["suggestedAnswer"]}
    assert len(wrong) == 3
    assert third["acceptedAnswer"]["text"] not in wrong


def test_questions_are_found_and_programs_read_them(site: Site, phone: Page, base: str) -> None:
    text = (site.folder / QUIZ / "index.md").read_text("utf-8")
    assert "## Câu 1. Theo công ước mẫu, trẻ em mẫu là ai?" in text
    assert "- **A.** Người trên tuổi mẫu" in text
    assert text.count("Điều 1 mẫu nói về") == 1
    assert "cau-do/tre-em-mau/index.md" in (site.folder / "llms.txt").read_text("utf-8")
    assert "cau-do/tre-em-mau/" in (site.folder / "sitemap.xml").read_text("utf-8")
    phone.goto(base + "tim-kiem/?q=mat+so+mau+thi+hoi+o+dau")
    expect(phone.locator("[data-search-results] a").first).to_have_attribute("href", re.compile(QUIZ))
