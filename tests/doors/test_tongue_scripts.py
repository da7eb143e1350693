"""Languages in scripts that phones have no letters of: their tags, their fonts, their lines, their search.

Two made-up languages, of letters one after another that say nothing: one in Tai Viet (U+AA80 to U+AADF), one in Lao
(U+0E80 to U+0EFF), translated by the kit as translators do it.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from conftest import EPOCH, MADE_UP, Corpus, Site, built, run
from tai_letters import READER, TRANSLATOR, filled, in_script

FONTS = MADE_UP.parent / "fonts"
ROWS = """\
- code: blt
  name: "\uaabc\uaa95"
  script: Tavt
  line: 2
  font: {file: phong-chu/tai-viet.woff2, name: "Noto Sans Tai Viet, The Noto Project Authors", licence: "SIL OFL 1.1"}
- code: lo
  name: "\u0ea5\u0eb2\u0ea7"
  script: Laoo
  font: {file: phong-chu/lao.woff2, name: "Noto Sans Lao, The Noto Project Authors", licence: "SIL OFL 1.1"}
"""
SCRIPTS = {"blt": "Tavt", "lo": "Laoo"}
LAW = "chinh-sach/2026/luat-mau"
FALLBACK = "thanh-tuu/2026/chi-tieng-viet"


@pytest.fixture(scope="module")
def tongues(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("tongues")
    shutil.copytree(MADE_UP, root, dirs_exist_ok=True)
    shutil.copytree(FONTS, root / "docs/phong-chu", ignore=shutil.ignore_patterns("*.md", "*.txt"))
    made = Corpus(root)
    made.write("data/locales.yml", ROWS)
    for code, script in SCRIPTS.items():
        door = ("scripts/translate.py", "--root", str(root))
        asked = ("out", "--locale", code, "--pages", "index", "thanh-tuu/index", LAW)
        given = run(*door, *asked, SOURCE_DATE_EPOCH=EPOCH)
        assert given.returncode == 0, given.stderr
        file = filled(root / f"dist/ban-dich/ban-dich-{code}.xlsx", script)
        taken = run(*door, "back", str(file), SOURCE_DATE_EPOCH=EPOCH)
        assert taken.returncode == 0, taken.stdout + taken.stderr
    shutil.rmtree(root / "dist")
    return made


@pytest.fixture(scope="module")
def dressed(tongues: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tongues.root, tmp_path_factory.mktemp("built-tongues") / "site")


def test_the_check_finds_nothing_in_them(tongues: Corpus) -> None:
    done = run("scripts/check.py", "--root", str(tongues.root), "--lang", "en", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_page_says_its_tag_with_the_script_where_that_must_be_told(dressed: Site) -> None:
    page = dressed.pages[f"blt/{LAW}/"]
    assert '<html lang="blt-Tavt"' in page
    assert '<article lang="blt-Tavt"' in page
    assert '<body class="kind-policy petal-2" lang="vi"' in page
    assert ' lang="blt"' not in page
    assert '<html lang="lo"' in dressed.pages[f"lo/{LAW}/"]  # lo is written in Lao: BCP 47 says not to tell it


def test_every_other_page_names_the_tag_too(dressed: Site) -> None:
    page = dressed.pages[f"{LAW}/"]
    assert re.findall(r'<link rel="alternate" hreflang="([^"]+)"', page) == ["vi", "en", "blt-Tavt", "lo", "x-default"]
    assert 'hreflang="blt-Tavt"' in (dressed.folder / "sitemap.xml").read_text("utf-8")
    assert 'xml:lang="blt-Tavt"' in (dressed.folder / "blt/tin.xml").read_text("utf-8")
    assert json.loads((dressed.folder / "blt/tin.json").read_text("utf-8"))["language"] == "blt-Tavt"
    assert re.search(r'"inLanguage": ?"blt-Tavt"', dressed.pages[f"blt/{LAW}/"])


def test_only_pages_that_speak_it_ask_for_its_style(dressed: Site) -> None:
    for address, page in dressed.pages.items():
        for code in SCRIPTS:
            assert (f"assets/tieng-{code}.css" in page) == address.startswith(f"{code}/"), (address, code)


def test_the_style_is_for_its_letters_alone(dressed: Site) -> None:
    style = (dressed.folder / "assets/tieng-blt.css").read_text("utf-8")
    assert "unicode-range:U+AA80-AADF" in style
    assert "font-display:swap" in style
    assert style.startswith("/* Noto Sans Tai Viet, The Noto Project Authors; SIL OFL 1.1 */")
    assert "assets/tieng-blt.css" in (dressed.folder / "sw.js").read_text("utf-8")  # the worker trusts it
    assert 'url("../phong-chu/tai-viet.woff2")' in style
    assert ":lang(blt){line-height:2}" in style
    assert (dressed.folder / "phong-chu/tai-viet.woff2").read_bytes() == (FONTS / "tai-viet.woff2").read_bytes()
    assert "line-height" not in (dressed.folder / "assets/tieng-lo.css").read_text("utf-8")


def test_elsewhere_it_is_called_by_a_name_that_can_be_read(dressed: Site) -> None:
    switch = re.search(r'<a class="tool"[^>]* hreflang="blt-Tavt"[^>]*>', dressed.pages[""])
    assert switch
    assert 'lang="vi"' in switch[0]
    assert '<span class="long">tiếng Thái Đen</span>' in dressed.pages[""]
    assert '<span class="long">Tai Dam</span>' in dressed.pages["en/"]


def test_a_page_names_its_translator_and_its_reader(dressed: Site) -> None:
    for place in ("", "thanh-tuu/", f"{LAW}/"):
        page = dressed.pages[f"blt/{place}"]
        assert f"Người dịch: {TRANSLATOR}." in page
        assert f"Người bản ngữ đọc soát: {READER}." in page
        assert READER not in dressed.pages[place]
    assert READER not in dressed.pages[f"blt/{FALLBACK}/"]


def test_a_heading_is_found_under_the_anchor_of_the_original(dressed: Site) -> None:
    assert 'id="luat-mau-noi-gi"' in dressed.pages[f"blt/{LAW}/"]
    assert 'id="luat-mau-noi-gi"' in dressed.pages[f"{LAW}/"]


@pytest.fixture(scope="module")
def top(dressed: Site, serve: Callable[[Path], str]) -> str:
    return serve(dressed.folder)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    yield page
    page.close()


def test_a_browser_draws_its_letters_with_its_font(phone: Page, top: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{top}blt/{LAW}/", wait_until="networkidle")
    assert [url for url in asked if url.endswith(".woff2")] == [f"{top}phong-chu/tai-viet.woff2"]
    assert phone.evaluate("document.fonts.check('16px tieng-blt', '\\uaa80')")
    assert phone.evaluate("getComputedStyle(document.querySelector('.prose p')).lineHeight") == "34px"
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    asked.clear()
    phone.goto(f"{top}{LAW}/", wait_until="networkidle")
    assert [url for url in asked if url.endswith(".woff2")] == []


@pytest.mark.parametrize("code", SCRIPTS)
@pytest.mark.parametrize("spaces", [True, False])
def test_what_is_typed_in_its_letters_finds_its_page(phone: Page, top: str, code: str, spaces: bool) -> None:
    typed = in_script("Luật này nhắc tới trẻ em", SCRIPTS[code])
    query = typed if spaces else typed.replace(" ", "")
    phone.goto(f"{top}{code}/tim-kiem/?q={query}", wait_until="networkidle")
    first = phone.locator("[data-search-results] a").first
    first.wait_for()
    assert str(first.get_attribute("href")).split("#")[0].endswith(f"{code}/{LAW}/")
    assert phone.locator("[data-search-results] mark").count() > 0


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ('- {code: blt, name: "T", script: Xxxx}\n', "choose one of: Latn, Tavt, Laoo"),
        ('- {code: blt, name: "T", line: 9}\n', "line"),
        (ROWS.replace("  script: Tavt\n", ""), "nothing says for which letters; add 'script'"),
        (ROWS.replace("Tavt", "Latn"), "nothing says for which letters; add 'script'"),
        (ROWS.replace("tai-viet.woff2", "khong-co.woff2"), "there is no file docs/phong-chu/khong-co.woff2"),
        (ROWS.replace("tai-viet.woff2", "tai-viet.ttf"), "write the path of a WOFF2 file"),
        (ROWS.replace("phong-chu/tai", "../tai"), "write the path of a WOFF2 file"),
        (ROWS.replace(', licence: "SIL OFL 1.1"', "", 1), "licence"),
    ],
)
def test_a_row_that_cannot_be_drawn_is_told(tmp_path: Path, tongues: Corpus, rows: str, told: str) -> None:
    shutil.copytree(tongues.root, tmp_path / "broken")
    (tmp_path / "broken/data/locales.yml").write_text(rows, encoding="utf-8")
    done = run("scripts/check.py", "--root", str(tmp_path / "broken"), "--lang", "en", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 1
    said = [one for one in done.stdout.splitlines() if one.startswith("data/locales.yml:")]
    assert any(told in one for one in said), done.stdout


NAMES = f"translator: {TRANSLATOR}\nnative_reviewer: {READER}\n"


@pytest.mark.parametrize(
    ("before", "after", "line", "told"),
    [
        (f"translator: {TRANSLATOR}\n", "", 1, "a translated page names its translator"),
        (f"native_reviewer: {READER}\n", "", 1, "no native speaker has read this page"),
        (READER, TRANSLATOR, 5, "both translated and read it"),
        (TRANSLATOR, "ChatGPT", 4, "the portal publishes no machine translation"),
        (TRANSLATOR, "Máy dịch", 4, "the portal publishes no machine translation"),
        (" 1) [1]", ") [1]", 10, "the original has 1 and this has not"),
        ("[2]", "[1]", 10, "the marks of sources [2] of the original are missing"),
        ("](../../van-ban/luat-mau-mot.md#dieu-2)", "](../../index.md)", 10, "the link to ../../van-ban/luat-mau-mot"),
    ],
)
def test_what_a_page_in_such_a_language_lacks_is_told(
    tmp_path: Path, tongues: Corpus, before: str, after: str, line: int, told: str
) -> None:
    shutil.copytree(tongues.root, tmp_path / "broken")
    file = tmp_path / f"broken/content_blt/{LAW}.md"
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")
    done = run("scripts/check.py", "--root", str(tmp_path / "broken"), "--lang", "en", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 1
    said = [one for one in done.stdout.splitlines() if one.startswith(f"content_blt/{LAW}.md:")]
    assert any(told in one for one in said), done.stdout
