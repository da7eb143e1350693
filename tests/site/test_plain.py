"""Markdown beside each page, llms.txt, the digests of months, the icons: what stands beside pages for other uses."""

import io
import json
import re
from html import unescape
from urllib.parse import urljoin

import pytest
from PIL import Image

from conftest import Site
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.site.plain.beside import markdown_of
from portal.site.plain.markdown import markdown_text
from portal.site.plain.tree import main_of

HOST = "https://example.org/"
ROOTS = {"vi": "", "en": "en/"}


def markdown(html: str) -> str:
    return markdown_text(main_of(f"<main>{html}</main>"))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h2 id=a>Một</h2><p>Hai <strong>ba</strong>\nbốn.</p>", "## Một\n\nHai **ba** bốn.\n"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c\n"),
        ("<ol><li>a</li><li><p>b</p></li></ol>", "1. a\n2. b\n"),
        ('<p><a href="../crc/">CRC</a> [<a href="#nguon-1">1</a>]</p>', "[CRC](../crc/) [1]\n"),
        ("<p>2 * 3 &lt; 7, `x`</p>", "2 \\* 3 \\< 7, \\`x\\`\n"),
        ("<dl><div><dt>A</dt><dd>b</dd></div></dl>", "- **A**\n  b\n"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n> \n> b\n"),
        ("<p><span>a</span><span>b</span></p>", "a b\n"),
        ('<p>a</p><nav>x</nav><svg></svg><form>y</form><p hidden>z</p><aside class="share">w</aside>', "a\n"),
        ("<details><summary>A</summary><p>b</p></details>", "**A**\n\nb\n"),
        ('<p>a<br>b <img src="x.jpg" alt="c"></p>', "a b ![c](x.jpg)\n"),
        (
            "<table><caption>T</caption><thead><tr><td></td><th>A</th></tr></thead>"
            "<tbody><tr><th>1|2</th><td>b</td></tr></tbody></table>",
            "**T**\n\n|  | A |\n| --- | --- |\n| 1\\|2 | b |\n",
        ),
        ("<p>a</section></p><p>b</p>", "a\n\nb\n"),
    ],
)
def test_a_page_s_parts_are_written_as_markdown(html: str, text: str) -> None:
    assert markdown(html) == text


def test_a_page_without_a_main_part_gives_an_empty_text() -> None:
    assert markdown_of("<p>a</p>") == "\n"


def test_each_page_that_really_exists_has_its_text_and_a_draft_says_so_in_the_first_line(
    site: Site, approved: Site
) -> None:
    for made, is_draft in ((site, True), (approved, False)):
        for path, page in made.pages.items():
            offered = 'type="text/markdown"' in page
            text = made.folder / path / "index.md"
            assert text.exists() == offered, path
            if offered:
                first, *_ = text.read_text("utf-8").splitlines()
                lang = "en" if path.startswith("en/") else "vi"
                assert (first == f"**{words(lang).say('draft')}**") == is_draft, path
    having = {path for path, page in site.pages.items() if 'type="text/markdown"' in page}
    assert {"", "en/", "cong-uoc/crc/", "thuat-ngu/", "phan-bac/2026/dung/"} <= having
    assert not {"viet-bai/", "tim-kiem/", "phan-bac/2026/da-rut/"} & having


def test_a_page_in_another_language_s_frame_has_no_text_of_its_own(site: Site) -> None:
    shown = [path for path, page in site.pages.items() if 'rel="canonical" href="' + HOST + path + '"' not in page]
    assert shown
    assert [path for path in shown if (site.folder / path / "index.md").exists()] == []


def test_a_text_says_all_that_its_page_says_and_its_links_lead_where_those_of_the_page_lead(site: Site) -> None:
    page, text = site.pages["phan-bac/2026/dung/"], (site.folder / "phan-bac/2026/dung/index.md").read_text("utf-8")
    article = page.partition("<article")[2].partition("</article>")[0]
    for heading in re.findall(r"<h[12][^>]*>([^<]+)<", article):
        assert unescape(heading).replace("\u00a0", " ").strip(" :") in text
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert links
    for link in links:
        goal = urljoin(HOST + "phan-bac/2026/dung/", link).removeprefix(HOST).partition("#")[0]
        assert goal in site.pages, link
    assert text.endswith("<https://example.org/phan-bac/2026/dung/>\n")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_llms_txt_lists_the_texts_and_a_draft_says_so_in_the_first_line(site: Site, approved: Site, lang: str) -> None:
    for made, is_draft in ((site, True), (approved, False)):
        first, *rest = (made.folder / ROOTS[lang] / "llms.txt").read_text("utf-8").splitlines()
        assert (first == words(lang).say("draft")) == is_draft
        assert [line[:2] for line in (first, *rest) if line].index("# ") == int(is_draft)
        listed = [link for line in rest for link in re.findall(r"\]\(([^)]+)\): ", line)]
        assert len(listed) == len(set(listed)) > 10
        for link in listed:
            assert (made.folder / link.removeprefix(HOST)).is_file(), link


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_month_s_digest_holds_what_the_feeds_told_in_it_and_a_real_page_leads_there(
    site: Site, approved: Site, lang: str
) -> None:
    told = json.loads((site.folder / ROOTS[lang] / "tin.json").read_text("utf-8"))["items"]
    mended = json.loads((site.folder / ROOTS[lang] / "dinh-chinh.json").read_text("utf-8"))["items"]
    lists = site.pages[f"{ROOTS[lang]}danh-sach/"]
    assert told
    assert mended
    for item in (*told, *mended):
        name = f"ban-tin/{item['date_published'][:7]}"
        text, html = (f"{name}.{end}" for end in ("txt", "html"))
        for made, is_draft in ((site, True), (approved, False)):
            message = (made.folder / ROOTS[lang] / text).read_text("utf-8")
            letter = (made.folder / ROOTS[lang] / html).read_text("utf-8")
            assert item["title"] in message
            assert item["url"] in message
            assert item["title"] in unescape(letter)
            assert (message.splitlines()[0] == words(lang).say("draft")) == is_draft
            assert (words(lang).say("draft") in letter, "noindex" in letter) == (is_draft, is_draft)
        for file in (text, html):
            assert re.search(rf'href="[./]*{re.escape(ROOTS[lang] + file)}"', lists), file


def test_every_file_a_browser_shows_asks_not_to_be_listed_while_the_site_is_a_draft(site: Site) -> None:
    shown = {file.relative_to(site.folder).as_posix(): file.read_text("utf-8") for file in site.folder.rglob("*.html")}
    assert {"404.html", "index.html", "viet-bai/index.html"} < set(shown)
    assert [path for path, text in shown.items() if '<meta name="robots" content="noindex">' not in text] == []


def test_icons_that_a_device_may_cut_keep_the_whole_flower(site: Site) -> None:
    """The circle every shape leaves is four fifths of the side across: outside of it there is nothing but ground."""
    icons = json.loads((site.folder / "assets/app-vi.webmanifest").read_text("utf-8"))["icons"]
    cut = [icon for icon in icons if icon["purpose"] == "maskable"]
    assert {icon["sizes"] for icon in cut} == {"192x192", "512x512"}
    for icon in cut:
        picture = Image.open(io.BytesIO((site.folder / "assets" / icon["src"]).read_bytes())).convert("RGB")
        size, ground = picture.width, picture.getpixel((0, 0))
        outside = [
            picture.getpixel((x, y))
            for x in range(0, size, 2)
            for y in range(0, size, 2)
            if (x - size / 2) ** 2 + (y - size / 2) ** 2 > (0.4 * size) ** 2
        ]
        assert set(outside) == {ground}
        assert picture.getpixel((size // 2, size // 4)) != ground


@pytest.mark.parametrize(("lang", "number"), [("vi", "40,5 %"), ("en", "40.5%")])
def test_a_number_read_from_the_facts_stands_on_the_page_in_its_markdown_and_nowhere_as_a_mark(
    site: Site, lang: str, number: str
) -> None:
    place = f"{ROOTS[lang]}thanh-tuu/2026/so-lieu-mau/"
    sentence = {"vi": f"Năm 2025 có {number} số hộ mẫu", "en": f"In 2025 {number} of the sample households"}[lang]
    page = re.sub(r"<[^>]*>", "", site.pages[place]).replace("\u00a0", " ").replace("&nbsp;", " ")
    assert sentence in page
    assert sentence in (site.folder / place / "index.md").read_text("utf-8").replace("\u00a0", " ")
    texts = [file for ending in ("html", "md", "json", "xml", "txt") for file in site.folder.rglob(f"*.{ending}")]
    assert [file for file in texts if "[fact:" in file.read_text("utf-8")] == []
