"""The form on /viet-bai/ as people use it: by touch on a phone, by keyboard alone, without JavaScript."""

import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from conftest import MADE_UP, Corpus, Site, run
from form_filling import PHONE, control, fill, opened
from form_script import REPOSITORY, WHOLE
from node import AXE
from portal.language.words import words
from portal.reading.documents import read_document
from readers import too_heavy

WORD = """<html><body><p class=MsoNormal style='mso-pagination:none'><b>Số liệu:</b> 92,86&nbsp;% ở
Ðiện Biên [1].<o:p></o:p></p>
<h2 style='color:red'>Việc ở bản</h2>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>Một việc</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>Việc nhỏ</p>
<table><tr><td><p>Năm</p></td><td><p>Tỷ lệ</p></td></tr><tr><td>2025</td><td>92,86&nbsp;%</td></tr></table>
<p>Xem <a href="https://example.org/a?utm_source=x&amp;id=1">văn bản</a>.</p>
<p>- Ý gõ tay</p><p>- Ý nữa</p>
<img src="https://example.org/anh.png" onerror="window.hit = 1"><script>window.hit = 1</script></body></html>"""
CLEANED = """**Số liệu:** 92,86 % ở Điện Biên [1].

## Việc ở bản

- Một việc
    - Việc nhỏ

| Năm | Tỷ lệ |
| --- | --- |
| 2025 | 92,86 % |

Xem [văn bản](https://example.org/a?id=1).

- Ý gõ tay
- Ý nữa"""
PASTE = """([selector, html]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const area = document.querySelector(selector);
  area.focus();
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
LOOK = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"
TEXT = "#o-bai-viet"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**PHONE, accept_downloads=True, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, service_workers="block")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def write(page: Page, base: str, kind: str, body: str) -> None:
    """Write a whole page of a kind."""
    section, fields, _ = WHOLE[kind]
    opened(page, base, kind)
    if control(page, "section").is_visible():
        control(page, "section").select_option(section)
    for name, value in fields.items():
        fill(page, name, value)
    page.locator(TEXT).fill(body)
    expect(page.locator(".left-count")).to_have_text(words("vi").say("writing.form.none_left"))


def taken(page: Page) -> dict[str, str]:
    """The files of the ZIP that the form gives."""
    with page.expect_download() as download:
        page.locator(".handing .more-results").click()
    packed = zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes()))
    return {name: packed.read(name).decode() for name in packed.namelist()}


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.fixture
def small(corpus: Corpus) -> Corpus:
    """A corpus with the bodies of the small site."""
    for name in ("agencies", "laws"):
        corpus.write(f"data/{name}.yml", (MADE_UP / f"data/{name}.yml").read_bytes())
    return corpus


def test_on_a_phone_three_kinds_are_written_and_pass_check_unchanged(phone: Page, base: str, small: Corpus) -> None:
    for kind in ("achievement", "event", "rebuttal"):
        write(phone, base, kind, WHOLE[kind][2])
        assert fits(phone)
        for path, text in taken(phone).items():
            small.write(path.replace("/2026/", f"/2026/{kind}-"), text.replace("Nước sạch", f"Nước {kind}"))
    done = run("scripts/check.py", "--root", str(small.root))
    assert (done.returncode, done.stdout) == (0, "")
    assert len(list(small.root.rglob("*.md"))) == 3


def test_what_is_touched_is_large_enough_for_a_finger(phone: Page, base: str) -> None:
    opened(phone, base, "rebuttal")
    sizes = phone.locator(
        "form :is(input:not([type=checkbox]), select, textarea, button, .tick, summary)"
    ).evaluate_all(
        "all => all.filter(one => one.offsetParent).map(one => [one.textContent || one.id, one.offsetHeight])"
    )
    assert len(sizes) > 30
    assert [one for one in sizes if one[1] < 44] == []


def test_by_keyboard_alone_a_page_is_written_and_taken(desk: Page, base: str) -> None:
    desk.goto(f"{base}viet-bai/")
    keys = desk.keyboard

    def to(selector: str) -> None:
        for _ in range(80):
            if desk.evaluate("selector => Boolean(document.activeElement.closest(selector))", selector):
                return
            keys.press("Tab")
        raise AssertionError(selector)

    to("[data-kind=page]")
    keys.press("Enter")
    expect(desk.locator("form .step").first).to_be_visible(timeout=15_000)
    for selector, text in (
        ("#o-title", "Một trang gõ bằng bàn phím"),
        ("#o-description", "Một mô tả đủ dài để người đọc biết trang này nói về điều gì."),
        (TEXT, "Chữ của trang."),
    ):
        to(selector)
        keys.type(text)
    expect(desk.locator(".handing .more-results")).to_be_visible()
    to(".handing .more-results")
    with desk.expect_download() as download:
        keys.press("Enter")
    assert download.value.suggested_filename == "mot-trang-go-bang-ban-phim.zip"
    expect(desk.locator(".handed")).not_to_be_empty()


def test_pasted_from_word_is_cleaned_shown_and_never_run(desk: Page, base: str) -> None:
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    opened(desk, base, "achievement")
    fill(desk, "title", "Nước sạch ở bản mẫu")
    desk.evaluate(PASTE, [TEXT, WORD])
    expect(desk.locator(TEXT)).to_have_value(CLEANED)
    preview = desk.locator(".preview .prose").first
    expect(preview.locator("h2")).to_have_text("Việc ở bản")
    expect(preview.locator("li li")).to_have_text("Việc nhỏ")
    expect(preview.locator("td").first).to_have_text("2025")
    expect(preview.locator(".preview-title")).to_have_text("Nước sạch ở bản mẫu")
    assert desk.evaluate("window.hit") is None
    assert [url for url in asked if not url.startswith(base)] == []
    desk.locator(".pasted button").first.click()
    expect(desk.locator(TEXT)).to_have_value("")


def test_a_problem_stands_beside_its_field_and_in_a_list_that_leads_there(desk: Page, base: str) -> None:
    opened(desk, base, "news")
    expect(desk.locator(".fault:visible")).to_have_count(0)
    fill(desk, "sources[1].url", "www.example.org")
    desk.locator("#o-title").focus()
    beside = desk.locator("#o-sources-1-url-loi")
    expect(beside).to_contain_text("không phải địa chỉ trang; hãy viết đầy đủ")
    expect(desk.locator("#o-sources-1-url")).to_have_attribute("aria-invalid", "true")
    desk.locator(".left summary").click()
    desk.locator(".left .faults a", has_text="www.example.org").click()
    expect(desk.locator("#o-sources-1-url")).to_be_focused()
    fill(desk, "sources[1].url", "https://example.org/van-ban")
    expect(beside).to_be_hidden()
    desk.locator(TEXT).fill("Chữ [1].\n\n### Mục\n\nTỷ lệ 92.86 %.")
    expect(desk.locator("#bai-viet-loi li")).to_have_count(2)
    desk.locator("#bai-viet-loi a", has_text="92.86").click()
    at = desk.locator(TEXT).evaluate("one => one.value.slice(one.selectionStart, one.selectionStart + 5)")
    assert at == "Tỷ lệ"


def test_rows_are_added_and_taken_away_and_the_tools_know_how_many(desk: Page, base: str) -> None:
    opened(desk, base, "news")
    for number in (1, 2, 3):
        fill(desk, "sources", [{"title": f"Nguồn {one}"} for one in range(1, number + 1)])
    expect(desk.locator(".marks button").first).to_have_text("[1]")
    expect(desk.locator(".toolbar").first.locator(".marks button")).to_have_count(3)
    desk.locator("#o-sources-2 > button").click()
    assert desk.locator("#o-sources-2-title").input_value() == "Nguồn 3"
    desk.locator(TEXT).fill("Chữ")
    desk.locator(".toolbar").first.locator(".marks button").nth(1).click()
    expect(desk.locator(TEXT)).to_have_value("Chữ [2]")


def with_repository(route: Route) -> None:
    """What the form is told once the owner has said where the repository is."""
    answer = route.fetch()
    route.fulfill(response=answer, json={**answer.json(), "repository": REPOSITORY})


def test_github_opens_with_the_file_and_a_long_one_is_copied(desk: Page, base: str) -> None:
    desk.route("**/viet-bai/vi.json*", with_repository)
    write(desk, base, "page", "Chữ của trang.")
    link = desk.locator(".hand")
    assert f"{REPOSITORY}/new/main?filename=content_vi%2Fgioi-thieu%2F" in (link.get_attribute("href") or "")
    desk.locator(TEXT).fill("Chữ của trang.\n\n" * 900)
    expect(link).not_to_have_attribute("href", re.compile("value="))
    desk.context.route("https://github.com/**", lambda route: route.fulfill(body="GitHub"))
    with desk.context.expect_page():
        link.click()
    expect(desk.locator(".handed")).to_contain_text("Ctrl+V")
    assert desk.evaluate("navigator.clipboard.readText()").startswith("---\ntitle: ")


def test_without_the_repository_the_files_are_still_taken(desk: Page, base: str) -> None:
    write(desk, base, "page", "Chữ của trang.")
    expect(desk.locator(".handing .missing")).to_be_visible()
    assert list(taken(desk)) == ["content_vi/gioi-thieu/nuoc-sach-o-ban-mau-da-co-gi.md"]


def test_a_draft_is_kept_only_on_request_and_can_be_deleted(desk: Page, base: str) -> None:
    sent: list[str] = []
    desk.on("request", lambda request: sent.append(request.method))
    opened(desk, base, "page")
    fill(desk, "title", "Một bản nháp")
    desk.locator(TEXT).fill("Chữ nháp")
    assert desk.evaluate("localStorage.length") == 0
    desk.locator(".keeping input").check()
    expect(desk.locator(".keeping [role=status]")).to_have_text(words("vi").say("writing.form.kept"))
    opened(desk, base, "page")
    expect(desk.locator("#o-title")).to_have_value("Một bản nháp")
    expect(desk.locator(TEXT)).to_have_value("Chữ nháp")
    desk.locator(".keeping button").click()
    assert desk.evaluate("localStorage.length") == 0
    assert set(sent) == {"GET"}


def test_the_english_version_is_written_beside_with_what_it_says_itself(desk: Page, base: str) -> None:
    write(desk, base, "page", "Chữ của trang.")
    desk.locator("[aria-labelledby=buoc-4] .tick input").check()
    fill(desk, "en.title", "A page of the tests")
    fill(desk, "en.description", "A description that is long enough to say what this page is about.")
    desk.locator("#o-bai-viet-en").fill("The text.")
    files = taken(desk)
    assert sorted(files) == [f"content_{lang}/gioi-thieu/nuoc-sach-o-ban-mau-da-co-gi.md" for lang in ("en", "vi")]
    assert "kind:" not in files["content_en/gioi-thieu/nuoc-sach-o-ban-mau-da-co-gi.md"]


def test_the_english_frame_asks_in_english(desk: Page, base: str) -> None:
    opened(desk, base, "news", "en/")
    expect(desk.locator("label[for=o-title]")).to_contain_text(words("en").say("page_fields.page.title.label"))
    desk.locator(".left summary").click()
    expect(desk.locator(".left .faults")).to_contain_text("is missing")


def test_a_kind_changed_keeps_what_both_have(desk: Page, base: str) -> None:
    opened(desk, base, "news")
    fill(desk, "title", "Một tin về bản mẫu")
    desk.locator(TEXT).fill("Chữ [1].")
    desk.locator(".chosen button").click()
    desk.locator("[data-kind=achievement]").click()
    expect(desk.locator("#o-title")).to_have_value("Một tin về bản mẫu")
    expect(desk.locator(TEXT)).to_have_value("Chữ [1].")


def test_without_javascript_each_kind_leads_to_a_template_the_reader_can_read(
    browser: Browser, base: str, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False, **PHONE)
    page = context.new_page()
    page.goto(f"{base}viet-bai/")
    expect(page.locator("[data-writing]")).to_be_hidden()
    for kind in WHOLE:
        assert page.locator(f"a[href='#mau-{kind}']").count() == 1
        page.locator(f"#mau-{kind} summary").click()
        file = Corpus(tmp_path).write(f"content_vi/a/{kind}.md", page.locator(f"#mau-{kind} pre").inner_text())
        document = read_document(tmp_path, file)
        assert (document.problems, (document.front or {}).get("kind")) == ((), kind)
    assert fits(page)
    context.close()


@pytest.mark.parametrize(("width", "palette"), [(320, "light"), (768, "dark"), (1280, "light")])
def test_the_form_has_no_fault_of_access_and_fits(browser: Browser, base: str, width: int, palette: str) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 800}, service_workers="block")
    context.add_init_script(f"localStorage.palette = '{palette}'")
    context.add_init_script(path=AXE)
    page = context.new_page()
    opened(page, base, "rebuttal")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    fill(page, "title", "A")
    page.locator(TEXT).fill("# Mục\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n**đậm")
    page.wait_for_timeout(500)
    found = [(one["id"], one["nodes"][0]["html"][:150]) for one in page.evaluate(LOOK)]
    is_narrow = fits(page)
    context.close()
    assert (found, is_narrow) == ([], True)


def test_the_form_weighs_little_and_only_on_its_own_page(site: Site) -> None:
    def packed(*names: str) -> int:
        return sum(len(gzip.compress((site.folder / name).read_bytes(), 9)) for name in names)

    own = ("viet-bai/index.html", "viet-bai/vi.json", "assets/writing.js", "assets/writing.css")
    # Three are the net for what is about one person, two what was opened of a source and the kinds since; four the
    # fields, lists and rules of recordings and lessons, four those of scans, units and exhibitions.
    assert packed(*own) <= 74 * 1024
    assert [page for page, _ in too_heavy(site.folder) if "viet-bai" in page] == []  # until a kind is chosen
    loading = [address for address, text in site.pages.items() if re.search(r'(?:src|href)="[^"]*writing\.', text)]
    assert loading == []  # the form's page itself loads them when a kind is chosen
    asking = [address for address, text in site.pages.items() if "assets/writing." in text]
    assert asking == ["en/viet-bai/", "viet-bai/"]
    assert json.loads((site.folder / "viet-bai/en.json").read_text("utf-8"))["lang"] == "en"


def test_the_form_s_page_is_found_by_editors_and_by_no_search(site: Site) -> None:
    text = site.pages["viet-bai/"]
    assert '<meta name="robots" content="noindex">' in text
    assert "data-searched" not in text
    assert "viet-bai" not in (site.folder / "sitemap.xml").read_text("utf-8")
    assert 'href="../../viet-bai/"' in site.pages["gioi-thieu/so-do/"]
