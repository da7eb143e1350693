"""A third language, whose code static-i18n refuses: a folder and a row of data/locales.yml, and nothing else.

Its texts are rows of letters of the Tai Viet script (Unicode U+AA80 to U+AADF) and say nothing.
"""

import json
import re
import shutil
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from conftest import EPOCH, MADE_UP, ROOT, Corpus, Site, built, run, written
from engines import default_engine, differences, other_engine
from portal.language.words import words
from tai_letters import READER, TRANSLATOR

LETTERS = " ".join("".join(chr(0xAA80 + (start + n) % 48) for n in range(5)) for start in range(0, 60, 5))
"""Letters of the script one after another: a sample of writing, in no language."""
NAME = "ꪎꪳ ꪁꪫꪱꪣ ꪼꪕ"
ROW = f'- {{code: blt, name: "{NAME}"}}\n'


LAW = f"{LETTERS} [1]. {LETTERS} [2]. 1 [1]; [{LETTERS[:11]}](../../van-ban/luat-mau-mot.md#dieu-2)."
"""What the Vietnamese text keeps in every language: its number, its marks of sources, its link."""
NAMES = {"translator": TRANSLATOR, "native_reviewer": READER}


def letters(start: int, most: int) -> str:
    return LETTERS[start : start + most].strip()


def page(start: int, body: str, **fields: str) -> str:
    said = {"title": f'"{letters(start, 20)}"', "description": f'"{letters(start, 60)}"', **NAMES, **fields}
    return written(said, body)


class Speaker(HTMLParser):
    """(language, text) of everything a page's body shows, the language as the elements around it say."""

    EMPTY = frozenset(("meta", "link", "input", "br", "img", "hr", "path", "rect", "use", "circle"))

    def __init__(self, html: str) -> None:
        super().__init__()
        self.langs: list[str] = []
        self.spoken: list[tuple[str, str]] = []
        self.feed(re.sub(r"<head>.*?</head>|<script.*?</script>|<[a-z]+ [^>]*/>", "", html, flags=re.DOTALL))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.EMPTY:
            self.langs.append(dict(attrs).get("lang") or (self.langs[-1] if self.langs else ""))

    def handle_endtag(self, tag: str) -> None:
        self.langs.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.spoken.append((self.langs[-1] if self.langs else "", data.strip()))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The small site, and three pages in a third language: the home page, a page with links, a story."""
    root = tmp_path_factory.mktemp("third")
    shutil.copytree(MADE_UP, root, dirs_exist_ok=True)
    made = Corpus(root)
    made.write("data/locales.yml", ROW)
    made.write("content_blt/index.md", page(0, f"{LETTERS}\n"))
    links = "[{0}](index.md) [{0}](../cong-uoc/crc.md) [{0}](2026/chi-tieng-viet.md)\n".format(letters(0, 11))
    made.write("content_blt/thanh-tuu/index.md", page(6, f"{LETTERS}\n\n{links}"))
    made.write("content_blt/chinh-sach/2026/luat-mau.md", page(12, f"## {letters(3, 14)}\n\n{LAW}\n"))
    return made


@pytest.fixture(scope="module")
def third(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(corpus.root, tmp_path_factory.mktemp("built-third") / "site")


class Reader(HTMLParser):
    """The languages a page declares: of the whole, of the frame, of the text; and its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lang: dict[str, str | None] = {}
        self.links: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("html", "body", "article"):
            self.lang.setdefault(tag, dict(attrs).get("lang"))
        if tag in ("a", "link"):
            self.links.append({**dict(attrs), "tag": tag})

    def of(self, **wanted: str) -> list[dict[str, str | None]]:
        return [one for one in self.links if all(one.get(name) == value for name, value in wanted.items())]


def test_the_check_finds_nothing(corpus: Corpus) -> None:
    done = run("scripts/check.py", "--root", str(corpus.root), "--lang", "en", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_page_has_an_address_in_the_third_language(third: Site) -> None:
    """The Vietnamese ones too, as in the English frame; a story that is in English alone is in none but that."""
    own = {address for address in third.pages if not address.startswith(("en/", "blt/"))}
    assert {address.removeprefix("blt/") for address in third.pages if address.startswith("blt/")} == own
    assert not (third.folder / "en" / "blt").exists()


def test_a_page_says_which_language_each_part_is_in(third: Site) -> None:
    text = third.pages["blt/chinh-sach/2026/luat-mau/"]
    assert Reader(text).lang == {"html": "blt", "body": "vi", "article": "blt"}
    assert letters(12, 20) in text
    assert words("vi").say("skip") in text
    assert 'role="note"' not in text
    assert '<meta property="og:locale" content="blt_VN">' in text


@pytest.mark.parametrize("address", ["blt/", "blt/thanh-tuu/", "blt/chinh-sach/2026/luat-mau/", "blt/chinh-sach/"])
def test_no_word_is_said_to_be_in_another_language_than_it_is(third: Site, address: str) -> None:
    """Whatever is written in the script of the third language is said to be in it, whatever has Vietnamese letters
    in Vietnamese: the frame, the labels inside a text, links to other texts."""
    spoken = list(Speaker(third.pages[address]).spoken)
    assert [text for lang, text in spoken if re.search("[\uaa80-\uaadf]", text) and lang != "blt"] == []
    assert [text for lang, text in spoken if re.search("[ăđơưạếềộợứự]", text) and lang != "vi"] == []


def test_where_it_has_no_page_the_vietnamese_one_is_shown_and_said_to_be(third: Site) -> None:
    address = "blt/thanh-tuu/2026/chi-tieng-viet/"
    text, reader = third.pages[address], Reader(third.pages[address])
    assert reader.lang == {"html": "blt", "body": "vi", "article": "vi"}
    assert "chưa có bản tiếng Thái Đen. Dưới đây là nguyên văn tiếng Việt." in text
    (canonical,) = reader.of(rel="canonical")
    assert str(canonical["href"]).endswith("/thanh-tuu/2026/chi-tieng-viet/")
    assert "/blt/" not in str(canonical["href"])
    assert [one for one in reader.of(tag="link") if one.get("hreflang")] == []
    assert "application/ld+json" not in text


def test_alternates_name_the_languages_that_exist(third: Site) -> None:
    for address in ("chinh-sach/2026/luat-mau/", "en/chinh-sach/2026/luat-mau/", "blt/chinh-sach/2026/luat-mau/"):
        found = [one for one in Reader(third.pages[address]).of(rel="alternate") if one.get("hreflang")]
        ends = {one["hreflang"]: urlsplit(str(one["href"])).path for one in found}
        assert ends == {
            "vi": "/chinh-sach/2026/luat-mau/",
            "en": "/en/chinh-sach/2026/luat-mau/",
            "blt": "/blt/chinh-sach/2026/luat-mau/",
            "x-default": "/chinh-sach/2026/luat-mau/",
        }
    assert 'hreflang="blt"' not in re.sub(r"<a [^>]*>", "", third.pages["cong-uoc/crc/"])


def test_the_switch_leads_to_each_other_language(third: Site) -> None:
    for address, others in (("", ["en", "blt"]), ("en/", ["vi", "blt"]), ("blt/", ["vi", "en"])):
        found = [one for one in Reader(third.pages[address]).of(tag="a") if one.get("hreflang")]
        assert [one["hreflang"] for one in found] == others
        goals = [urljoin(f"/{address}", str(one["href"])).strip("/") for one in found]
        assert goals == ["" if lang == "vi" else lang for lang in others]
    assert f'title="Đọc trang này bằng tiếng Thái Đen"><span class="long">{NAME}</span>' in third.pages[""]
    assert 'title="Read this page in Tai Dam"' in third.pages["en/"]
    missing = "This page has no Tai Dam version; the link leads to its Vietnamese text in the Tai Dam pages"
    assert missing in third.pages["en/cong-uoc/crc/"]


def test_its_links_lead_to_pages_of_its_own_frame(third: Site) -> None:
    links = [str(one["href"]) for one in Reader(third.pages["blt/thanh-tuu/"]).of(tag="a")]
    goals = {urljoin("/blt/thanh-tuu/", link) for link in links}
    assert {"/blt/thanh-tuu/", "/blt/cong-uoc/crc/", "/blt/thanh-tuu/2026/chi-tieng-viet/"} <= goals


def test_no_link_of_its_pages_leads_nowhere(third: Site) -> None:
    for address, text in third.pages.items():
        for link in Reader(text).of(tag="a") if address.startswith("blt/") else ():
            parts = urlsplit(str(link["href"]))
            if not parts.scheme and parts.path:
                goal = unquote(urljoin(f"/{address}", parts.path)).lstrip("/")
                file = third.folder / goal / ("index.html" if goal.endswith("/") or not goal else "")
                assert file.is_file(), (address, link["href"])


def test_a_link_to_a_text_in_another_language_says_so(third: Site) -> None:
    """Around the texts Vietnamese is spoken: what is in it needs no mark, what is in the third language does."""
    cards = re.findall(r'<li class="card"( lang="\w+")?>\s*<a href="([^"]+)"', third.pages["blt/chinh-sach/"])
    langs = {link.strip("/").rsplit("/", 1)[-1]: lang for lang, link in cards}
    assert langs.get("luat-mau", ' lang="blt"') == ' lang="blt"'
    assert ' lang="vi"' not in langs.values()


def test_the_map_for_machines_has_its_pages_and_no_others(third: Site) -> None:
    found = re.findall(r"<loc>https?://[^/]+/([^<]*)</loc>", (third.folder / "sitemap.xml").read_text("utf-8"))
    assert {one for one in found if one.startswith("blt/")} == {
        "blt/",
        "blt/thanh-tuu/",
        "blt/chinh-sach/2026/luat-mau/",
    }


def test_it_has_feeds_of_its_own(third: Site) -> None:
    atom = (third.folder / "blt/tin.xml").read_text("utf-8")
    assert 'xml:lang="blt"' in atom
    assert letters(12, 20) in atom
    assert "/blt/chinh-sach/2026/luat-mau/</id>" in atom
    assert json.loads((third.folder / "blt/tin.json").read_text("utf-8"))["language"] == "blt"
    assert (third.folder / "blt/chinh-sach/tin.xml").is_file()
    assert (third.folder / "blt/dinh-chinh.xml").is_file()
    assert 'href="../../../tin.xml"' in third.pages["blt/chinh-sach/2026/luat-mau/"]


def test_search_has_an_index_and_facets_of_its_own(third: Site) -> None:
    for lang in ("vi", "en", "blt"):
        assert (third.folder / f"search/{lang}/index.js").is_file()
        assert f"search/{lang}/index.js" in third.pages[f"{'' if lang == 'vi' else f'{lang}/'}tim-kiem/"]
    facets = (third.folder / "search/blt/facets.js").read_text("utf-8")
    assert '"chinh-sach":' in facets
    others = re.findall(r'<p data-search-other hidden><a href="([^"]+)" lang="(\w+)">([^<]+)', third.pages["tim-kiem/"])
    assert others == [
        ("../en/tim-kiem/", "en", "Search in the English pages"),
        ("../blt/tim-kiem/", "vi", "Tìm trong các trang tiếng Thái Đen"),
    ]


def test_the_worker_and_the_page_for_lost_readers_know_it(third: Site) -> None:
    pages = re.search(r"OFFLINE_PAGES = (\[.*?\]);", (third.folder / "sw.js").read_text("utf-8"))
    assert pages
    assert json.loads(pages[1]) == ["blt/mat-mang/", "en/mat-mang/", "mat-mang/"]
    lost = Reader((third.folder / "404.html").read_text("utf-8"))
    assert [one["href"] for one in lost.of(tag="a", lang="blt")] == ["/blt/"]


def test_a_card_is_drawn_in_letters_its_font_has(third: Site) -> None:
    text = third.pages["blt/chinh-sach/2026/luat-mau/"]
    card = re.search(r'property="og:image" content="https?://[^/]+/([^"]+)"', text)
    assert card
    assert (third.folder / card[1]).is_file()
    assert not list(third.folder.glob("**/blt/*.png"))


def test_what_is_in_two_languages_is_the_same_as_without_the_third(site: Site, third: Site) -> None:
    """But for what leads to it, and for the plan's progress: a text in the language of a people counts."""
    mark = re.compile(r'<a class="tool"[^>]* hreflang="blt".*?</a>|<link rel="alternate" hreflang="blt"[^>]*>\n?')
    lost = re.compile(r"<p data-search-other hidden><a [^>]*>[^<]*Thái Đen</a></p>")
    assert "Tai Dam" in third.pages["en/ke-hoach/tien-do/"].partition("<main")[2]
    for address, text in site.pages.items():
        if not address.endswith(("tien-do/", "tieng-noi/")):
            assert lost.sub("", mark.sub("", third.pages[address])) == text, address


def test_the_page_of_languages_leads_to_what_there_is(third: Site) -> None:
    page = third.pages["tieng-noi/"]
    assert re.search(r'<th scope="row">tiếng Thái Đen</th><td data-label="Trang viết">3: <a href="../blt/">', page)
    assert re.search(r'<th scope="row">tiếng Mông</th>(<td[^>]*>chưa có</td>){2}<td[^>]*><a href="\.\./nghe/">', page)
    assert "Chưa có trang viết" not in page, "there is something in each language of the sample plan"
    assert '<a class="more" href="tieng-noi/">' in third.pages[""]


def test_the_copy_for_a_folder_has_its_pages_and_its_search(third: Site, tmp_path: Path) -> None:
    shutil.copytree(third.folder, tmp_path / "site")
    done = run("scripts/offline.py", "--site", str(tmp_path / "site"), "--out", str(tmp_path / "copy.zip"))
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(tmp_path / "copy.zip") as copy:
        names = {name for name in copy.namelist() if "blt/" in name}
    assert any(name.endswith("blt/chinh-sach/2026/luat-mau/index.html") for name in names)
    assert any(name.endswith("blt/tim-kiem/index.html") for name in names)


def test_both_engines_write_it_alike(corpus: Corpus, tmp_path: Path) -> None:
    sites = []
    for name, engine in (("mkdocs", default_engine()), ("properdocs", other_engine())):
        done = engine.build(ROOT, corpus.root, tmp_path / name)
        assert done.returncode == 0, done.stdout + done.stderr
        sites.append(tmp_path / name)
    assert (sites[0] / "blt/chinh-sach/2026/luat-mau/index.html").is_file()
    assert differences(*sites) == []


@pytest.mark.parametrize(
    ("rows", "line", "told"),
    [
        ('- {code: vi, name: "Tiếng"}\n', 1, "write a language code"),
        ('- {code: blt-Tavt, name: "Tiếng"}\n', 1, "write a language code"),
        ('- {code: cong-uoc, name: "Tiếng"}\n', 1, "no language code of the portal"),
        (ROW + ROW, 2, "blt"),
        (ROW + '- {code: hmn, name: "Mông"}\n', 2, "content_hmn/"),
        ('- {code: blt, name: "Tiếng", words: fr}\n', 1, "choose one of: vi, en"),
        ('- {code: blt, name: "Tiếng", fallback: []}\n', 1, "fallback"),
        ('- {code: blt, name: "Tiếng", engine: qb}\n', 1, "engine"),
    ],
)
def test_a_row_that_cannot_be_is_told_by_file_and_line(
    tmp_path: Path, corpus: Corpus, rows: str, line: int, told: str
) -> None:
    shutil.copytree(corpus.root, tmp_path / "broken")
    (tmp_path / "broken/data/locales.yml").write_text(rows, encoding="utf-8")
    done = run("scripts/check.py", "--root", str(tmp_path / "broken"), "--lang", "en", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 1
    said = [one for one in done.stdout.splitlines() if one.startswith(f"data/locales.yml:{line}: ")]
    assert any(told in one for one in said), done.stdout


def test_a_folder_without_a_row_is_told(tmp_path: Path, corpus: Corpus) -> None:
    shutil.copytree(corpus.root, tmp_path / "broken")
    (tmp_path / "broken/data/locales.yml").unlink()
    done = run("scripts/check.py", "--root", str(tmp_path / "broken"), "--lang", "en", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 1
    assert "content_blt:1: " in done.stdout
    assert "add 'blt' to data/locales.yml" in done.stdout


@pytest.mark.parametrize(
    ("place", "text", "told"),
    [
        ("thanh-tuu/index", page(6, "[a](khong-co.md)\n"), "khong-co.md"),
        ("thanh-tuu/index", page(6, "[a](2026/chi-tieng-anh.md)\n"), "chi-tieng-anh.md"),
        ("thanh-tuu/index", page(6, "a\n", date="2026-01-01"), "date"),
        ("thanh-tuu/2026/rieng", page(6, "a\n", kind="news"), "full set of fields"),
        ("thanh-tuu/index", page(0, "a\n"), "title"),
    ],
)
def test_its_texts_are_held_to_the_rules_of_all(
    tmp_path: Path, corpus: Corpus, place: str, text: str, told: str
) -> None:
    broken = Corpus(tmp_path / "broken")
    shutil.copytree(corpus.root, broken.root)
    broken.write(f"content_blt/{place}.md", text)
    done = run("scripts/check.py", "--root", str(broken.root), "--lang", "en", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 1
    assert any(one.startswith(f"content_blt/{place}.md:") and told in one for one in done.stdout.splitlines())
