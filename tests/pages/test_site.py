"""The built site, looked at as a reader, a search engine and a web server would."""

import csv
import json
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from conftest import EPOCH, MADE_UP, ROOT, Site, run
from portal.content.library import Library
from portal.content.rules.refused_words import refused, threats
from portal.content.sources import Source
from portal.language.locales import LANGUAGES
from portal.language.made_files import VIEWER
from portal.language.vocabulary import CONVENTIONS, VERDICTS
from portal.language.words import words
from portal.language.written import written_day
from portal.site.addresses import manifest_path
from portal.site.drawings.scenes import POSTER, light_path, scene_path
from portal.site.dress.bundles import BUNDLES
from portal.site.dress.marks import APPLE_ICON, ICON_SIZES, MARK_PATH, icon_path
from portal.site.files.podcasts import COVER
from read_pages import all_of, parsed, text_of

BASE = "https://example.org/"
FALLBACK = "en/thanh-tuu/2026/chi-tieng-viet/"  # Vietnamese text in the English frame
ALONE = "en/thanh-tuu/2026/chi-tieng-anh/"  # English alone, its own original
JOINER = "\u2060"  # keeps a range on one line of a page, and is not for what is read elsewhere
DRAFT = {"vi": "Bản dự thảo, chưa được cơ quan chủ quản phê duyệt", "en": "Draft, not yet approved by the owner"}


def is_notice(text: str) -> bool:
    """Whether a page is all that stands at the address of a story that was taken back."""
    return '<section class="withdrawn"' in text


def drawn_in(element: Any, tag: str) -> list[Any]:
    return list(element.iter(f"{{http://www.w3.org/2000/svg}}{tag}"))


def language_of(address: str) -> str:
    return "en" if address.startswith("en/") else "vi"


def links(text: str) -> Iterator[str]:
    """Everything a page links to or loads, as written."""
    for element in parsed(text).iter():
        for name in ("href", "src", "action", "cite"):
            if isinstance(element.tag, str) and name in element.attrib:
                yield element.attrib[name]


def original(address: str) -> str:
    """The address of the page whose text an address shows."""
    return address.removeprefix("en/") if address == FALLBACK else address


def test_every_page_stands_in_both_frames_but_one_in_english_alone(site: Site) -> None:
    english = {address.removeprefix("en/") for address in site.pages if address.startswith("en/")}
    vietnamese = {address for address in site.pages if not address.startswith("en/")}
    assert english - vietnamese == {ALONE.removeprefix("en/")}
    assert vietnamese <= english


def test_every_page_has_one_h1_a_title_a_description_its_language_and_a_canonical_address(site: Site) -> None:
    for address, text in site.pages.items():
        html = parsed(text)
        assert html.attrib["lang"] == language_of(address), address
        assert len(all_of(text, "h1")) == 1, address
        assert text_of(all_of(text, "title")[0]), address
        metas = {m.attrib.get("name"): m.attrib.get("content") for m in all_of(text, "meta")}
        assert 50 <= len(metas["description"]) <= 170, address
        canonical = [e.attrib["href"] for e in all_of(text, "link") if e.attrib.get("rel") == "canonical"]
        assert canonical == [BASE + original(address)], address


def test_titles_and_descriptions_are_unique_within_a_language(site: Site) -> None:
    for lang in ("vi", "en"):
        titles = Counter(text_of(all_of(t, "title")[0]) for a, t in site.pages.items() if language_of(a) == lang)
        assert [title for title, count in titles.items() if count > 1] == []


def test_headings_never_skip_a_level(site: Site) -> None:
    for address, text in site.pages.items():
        levels = [int(e.tag[1]) for e in parsed(text).iter() if re.fullmatch("h[1-6]", str(e.tag))]
        assert levels[0] == 1, address
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), address


def test_ids_are_unique_on_a_page(site: Site) -> None:
    for address, text in site.pages.items():
        ids = Counter(e.attrib["id"] for e in parsed(text).iter() if isinstance(e.tag, str) and "id" in e.attrib)
        assert [name for name, count in ids.items() if count > 1] == [], address


def test_every_link_inside_the_site_is_relative_and_reaches_a_page_and_an_anchor(site: Site) -> None:
    broken = []
    for address, text in site.pages.items():
        for link in set(links(text)):
            if urlsplit(link).scheme or link.startswith("//"):
                continue
            assert not link.startswith("/"), (address, link)
            goal = urlsplit(urljoin(BASE + address, link))
            if not reaches(site, unquote(goal.path).lstrip("/"), unquote(goal.fragment)):
                broken.append((address, link))
    assert broken == []


def reaches(site: Site, path: str, anchor: str) -> bool:
    if path in site.pages:
        return not anchor or any(e.attrib.get("id") == anchor for e in parsed(site.pages[path]).iter() if e.attrib)
    return bool(path) and (site.folder / path).is_file()


def test_no_page_loads_anything_from_another_host(site: Site) -> None:
    loading = {"script", "img", "iframe", "source", "video", "audio", "embed", "object", "use", "image"}
    for address, text in site.pages.items():
        for element in parsed(text).iter():
            relation = element.attrib.get("rel", "") if element.tag == "link" else ""
            if element.tag in loading or relation in {"stylesheet", "icon", "preload", "manifest", "preconnect"}:
                found = element.attrib.get("src") or element.attrib.get("href") or ""
                assert not urlsplit(found).netloc, (address, found)


def test_styles_and_scripts_ask_nobody_else(site: Site) -> None:
    """The kept viewer names its own home, and what it asks is watched where it runs."""
    for file in (
        one for one in (site.folder / "assets").rglob("*.*") if one.suffix != ".png" and one.name != Path(VIEWER).name
    ):
        text = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://\w", text), file.name


def test_nothing_of_the_theme_s_own_bundles_is_shipped(site: Site) -> None:
    app = {*map(icon_path, (*ICON_SIZES, APPLE_ICON)), *map(manifest_path, LANGUAGES)}
    pictures = {MARK_PATH, POSTER, icon_path(COVER), *map(scene_path, CONVENTIONS), *map(light_path, CONVENTIONS)}
    ours = {*app, *pictures, VIEWER, *(path for path in BUNDLES if "/" in path)}
    there = (one for one in (site.folder / "assets").rglob("*") if one.is_file())
    assert {one.relative_to(site.folder).as_posix() for one in there} == ours


def test_every_page_says_that_it_is_a_draft(site: Site) -> None:
    for address, text in site.pages.items():
        assert DRAFT[language_of(address)] in text, address


def test_once_the_owner_approves_no_page_says_that_it_is_a_draft(approved: Site) -> None:
    for address, text in approved.pages.items():
        assert DRAFT[language_of(address)] not in text, address
    assert "Cơ quan chủ quản mẫu" in text_of(all_of(approved.pages[""], "footer")[0])
    assert not [e for e in all_of(approved.pages[""], "span") if e.attrib.get("class") == "missing"]


def test_what_the_owner_has_not_given_is_shown_as_missing(site: Site) -> None:
    for home, word in (("", "Cơ quan chủ quản sẽ điền: "), ("en/", "The owner has still to give: ")):
        footer = all_of(site.pages[home], "footer")[0]
        (missing,) = (p for p in footer.iter("p") if p.attrib.get("class") == "missing")
        assert text_of(missing).startswith(word)
        assert text_of(missing).count(",") == 6  # all seven, in one sentence


def test_the_language_switch_leads_to_the_same_story(site: Site) -> None:
    for address, text in site.pages.items():
        found = [e for e in all_of(text, "a") if e.attrib.get("class") == "tool" and "hreflang" in e.attrib]
        assert len(found) == (address != ALONE), address
        if address == ALONE:
            continue
        (switch,) = found
        goal = urljoin(BASE + address, switch.attrib["href"]).removeprefix(BASE)
        assert goal == (address.removeprefix("en/") if language_of(address) == "en" else f"en/{address}")


def test_language_versions_are_absolute_exist_and_agree_with_each_other(site: Site) -> None:
    for address, text in site.pages.items():
        versions = {e.attrib["hreflang"]: e.attrib["href"] for e in all_of(text, "link") if "hreflang" in e.attrib}
        if address == FALLBACK:
            assert versions == {}
            continue
        own = {language_of(address)} if "en/" + address in (FALLBACK, "en/" + ALONE) else {"vi", "en"}
        assert set(versions) == own | {"x-default"}, address
        assert versions["x-default"] == versions["vi" if "vi" in own else "en"]
        assert all(url.removeprefix(BASE) in site.pages for url in versions.values())


def test_the_page_for_lost_readers_speaks_both_languages_and_carries_its_own_style(site: Site) -> None:
    text = (site.folder / "404.html").read_text("utf-8")
    assert "Không tìm thấy trang" in text
    assert "Page not found" in text
    assert [s.attrib["lang"] for s in all_of(text, "section")] == ["vi", "en"]
    assert all_of(text, "style")
    assert not [e for e in all_of(text, "link") if e.attrib.get("rel") == "stylesheet"]


def test_every_story_shows_its_date_its_body_and_its_sources_with_the_day_they_were_read(
    site: Site, library: Library
) -> None:
    stories = [(a, t) for a, t in site.pages.items() if is_written(t) or is_taught(t)]
    assert len(stories) >= 12
    for address, text in stories:
        byline = next(e for e in all_of(text, "p") if e.attrib.get("class") == "byline")
        assert byline.find(".//time") is not None, address
        body = "Cơ quan mẫu|Sở Mẫu" if language_of(address) == "vi" else "Sample (body|Dep)"
        assert re.search(body, text_of(byline)), address
        sources = next(e for e in all_of(text, "section") if e.attrib.get("class") == "sources")
        story = library.read_in(language_of(address), place_of(address))
        assert story
        front = story.front
        entries = list(sources.iter("li"))
        assert len(entries) == len(front.references), address
        for entry, source in zip(entries, front.references, strict=True):
            assert said_of_reading(source, language_of(address)) in text_of(entry), (address, source.title)
            assert source.on_paper or entry.find(".//a") is not None


def place_of(address: str) -> str:
    return address.removeprefix("en/").rstrip("/")


def said_of_reading(source: Source, lang: str) -> str:
    """What the page must say of a source: the day it was read, or openly that no reading was recorded."""
    text = words(lang)
    if source.accessed is None:
        return text.say("source_line.unread")
    return text.say("source_line.day", day=written_day(source.accessed, text)).strip()


def test_every_source_mark_in_a_text_leads_to_a_source(site: Site) -> None:
    for address, text in site.pages.items():
        sources = {e.attrib.get("id") for e in parsed(text).iter() if isinstance(e.tag, str)}
        marks = [link.removeprefix("#") for link in links(text) if link.startswith("#nguon-")]
        assert set(marks) <= sources, address
        assert marks or is_notice(text) or "phan-bac/2026/" not in address, address


def test_make_links_passes_on_the_built_site_and_names_an_anchor_that_is_not_there(site: Site, tmp_path: Path) -> None:
    command = ["make", "--no-print-directory", "links"]
    done = subprocess.run([*command, f"SITE={site.folder}"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    (tmp_path / "index.html").write_text('<a href="a/#khong-co">a</a>', "utf-8")
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("<h1>A</h1>", "utf-8")
    broken = subprocess.run([*command, f"SITE={tmp_path}"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert broken.returncode != 0
    assert "khong-co" in broken.stdout


def test_structured_data_parses_and_names_what_the_page_shows(site: Site) -> None:
    kinds = Counter[str]()
    for address, text in site.pages.items():
        shown = text_of(parsed(re.sub(r"<script.*?</script>", "", text, flags=re.S)).find("body"))
        for script in all_of(text, "script"):
            if script.attrib.get("type") == "application/ld+json":
                block = json.loads(script.text)
                kinds[block["@type"]] += 1
                if block["@type"] == "Article":
                    assert block["headline"] in shown, address
                    assert block["publisher"]["name"] in shown, address
    assert kinds["BreadcrumbList"] == len(set(site.pages) - {"", "en/", FALLBACK})
    stories = [a for a, t in site.pages.items() if is_written(t) and a != FALLBACK]
    assert kinds["Article"] == len(stories) > 0


def test_each_entry_of_a_list_of_sources_says_to_machines_that_the_page_cites_it(site: Site) -> None:
    lists = 0
    for address, text in site.pages.items():
        canonical = next(one.attrib["href"] for one in all_of(text, "link") if one.attrib.get("rel") == "canonical")
        for section in (one for one in all_of(text, "section") if one.attrib.get("class") == "sources"):
            lists += 1
            assert (section.attrib["itemtype"], section.attrib["itemid"]) == ("https://schema.org/WebPage", canonical)
            for entry in section.findall("ol/li"):
                cited = [one for one in entry.iter() if one.attrib.get("itemprop") == "citation"]
                assert len(cited) == 1, address
                assert cited[0].tag == "cite" or cited[0].attrib["href"].startswith("http"), address
    assert lists


def is_written(text: str) -> bool:
    """Whether a page is a story of its own whose text can be read."""
    if is_taught(text) or is_notice(text):
        return False
    return bool(re.search(r'<body class="kind-(?!page|theme|steps|easy|recording|scan)', text))


def is_taught(text: str) -> bool:
    """Whether a page is a lesson, a unit or an exhibition: dated, resting on sources, and no article of its own."""
    return bool(re.search(r'<body class="kind-(?:lesson|unit|exhibition)', text))


def test_open_graph_says_what_the_page_says(site: Site, library: Library) -> None:
    for address, text in site.pages.items():
        graph = {m.attrib["property"]: m.attrib["content"] for m in all_of(text, "meta") if "property" in m.attrib}
        assert JOINER not in "".join(graph.values()), address
        title = text_of(all_of(text, "h1")[0]).replace(JOINER, "")
        home = library.story(language_of(address), "index") if address in ("", "en/") else None
        if home:  # a home page asks; its name is the one its file gives it
            title = home.front.title
        assert graph["og:title"].endswith(f": {title}") if is_notice(text) else graph["og:title"] == title, address
        assert graph["og:url"] == BASE + original(address)


def test_the_site_map_for_machines_lists_every_page_that_exists(site: Site) -> None:
    tree = ElementTree.parse(site.folder / "sitemap.xml")
    found = [e.text or "" for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    notices = [address for address, text in site.pages.items() if is_notice(text)]
    left_out = (FALLBACK, "viet-bai/", "en/viet-bai/", *notices)  # the form is a tool of editors
    assert sorted(found) == sorted(BASE + address for address in site.pages if address not in left_out)


BELOW = re.compile(
    r"(.*/)?(ke-hoach/co-quan/[a-z-]+|cong-uoc/so-sanh/[a-z]+-[a-z]+|cong-uoc/[a-z]+-de-doc"
    r"|doi-ngoai/khuyen-nghi/[a-z0-9-]+|gioi-thieu/du-lieu-mo/cot|gioi-thieu/bao-chi/[a-z0-9-]+|danh-sach/[a-z-]+/[a-z0-9-]+/trang-[0-9]+)/"
)


def test_the_site_map_for_people_lists_every_page_and_of_those_below_another_the_one_above(site: Site) -> None:
    for address in ("gioi-thieu/so-do/", "en/gioi-thieu/so-do/"):
        found = {urljoin(BASE + address, link).removeprefix(BASE) for link in links(site.pages[address])}
        own = {a for a, t in site.pages.items() if language_of(a) == language_of(address) and not is_notice(t)}
        below = {a for a in own if BELOW.fullmatch(a)}
        assert own - below <= found
        assert below
        assert not below & found
        for page in below:
            above = f"{page.removesuffix('-de-doc/')}/" if "-de-doc/" in page else page[: page.rindex("/", 0, -1) + 1]
            led = (urljoin(BASE + above, link).partition("#")[0] for link in links(site.pages[above]))
            assert BASE + page in led


def is_comparison(section: Any) -> bool:
    """Whether a part of the page compares; what its sources dispute is a table of its own."""
    return "comparison" in section.attrib.get("class", "").split()


def test_the_comparison_has_all_seven_conventions_in_both_tables(site: Site) -> None:
    compared = [one for one in all_of(site.pages["cong-uoc/so-sanh/"], "section") if is_comparison(one)]
    tables = [table for one in compared for table in one.iter("table") if table.find("caption") is not None]
    assert [len(t.findall(".//tbody/tr")) for t in tables] == [7, 7]


def test_a_figure_s_bars_are_its_table_with_a_caption_and_every_number(site: Site) -> None:
    text = site.pages["thanh-tuu/2026/so-lieu-mau/"]
    (figure,) = [e for e in all_of(text, "figure") if e.attrib.get("id") == "hinh-nuoc-mau"]
    (table,) = figure.iter("table")
    assert text_of(table.find("caption")).startswith("Bảng số liệu: ")
    assert "40,5" in text_of(table)
    drawn = drawn_in(table, "svg")
    assert len(drawn) == len(list(table.iter("td"))) > 0
    assert all(one.attrib["aria-hidden"] == "true" for one in drawn)
    written = list(csv.DictReader((site.folder / "du-lieu/nuoc-mau.vi.csv").read_text("utf-8-sig").splitlines()))
    assert ("Bản Mẫu hai", "2024", "22.25") in [(row["series"], row["column"], row["value"]) for row in written]


def test_a_figure_of_years_is_a_line_with_a_title_a_description_and_its_table(site: Site) -> None:
    figures = all_of(site.pages["thanh-tuu/2026/so-lieu-mau/"], "figure")
    (figure,) = [one for one in figures if "line" in {e.attrib.get("class") for e in drawn_in(one, "svg")}]
    (drawn,) = [one for one in drawn_in(figure, "svg") if one.attrib.get("class") == "line"]
    numbers = [text_of(cell) for cell in figure.iter("td") if text_of(cell).strip()]
    assert numbers
    (described,) = drawn_in(drawn, "desc")
    assert all(number.split(" (")[0] in text_of(described) for number in numbers)
    named = {one.attrib.get("id") for one in (*drawn_in(drawn, "title"), described)}
    assert set(drawn.attrib["aria-labelledby"].split()) == named


def test_every_foreign_claim_and_source_says_its_language(site: Site) -> None:
    text = site.pages["phan-bac/2026/sai/"]
    (quote,) = all_of(text, "blockquote")
    assert quote.find("p").attrib["lang"] == "en"


def test_a_strict_policy_forbids_everything_from_elsewhere(site: Site) -> None:
    for address, text in site.pages.items():
        policy = [
            m.attrib["content"] for m in all_of(text, "meta") if m.attrib.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policy, address
        assert policy[0].startswith("default-src 'none'; ")
        assert "unsafe-inline" not in policy[0]
        not_shown = r"<script.*?</script>|<textarea.*?</textarea>"  # in a field stands a snippet for other pages
        assert " style=" not in re.sub(not_shown, "", text, flags=re.S), address


def test_the_same_input_gives_the_same_bytes(site: Site, tmp_path: Path) -> None:
    again = tmp_path / "again"
    done = run("scripts/build.py", "--root", str(MADE_UP), "--site", str(again), SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    names = sorted(p.relative_to(again).as_posix() for p in again.rglob("*") if p.is_file())
    assert names == sorted(p.relative_to(site.folder).as_posix() for p in site.folder.rglob("*") if p.is_file())
    different = [name for name in names if (again / name).read_bytes() != (site.folder / name).read_bytes()]
    assert different == []


@pytest.mark.parametrize("word", ["thế lực thù địch", "xuyên tạc", "phản động", "hostile forces"])
def test_no_answer_to_a_claim_imputes_motives(site: Site, word: str) -> None:
    for address, text in site.pages.items():
        if "phan-bac/2026" in address:
            assert word not in text_of(parsed(text).find("body")).lower(), address


def test_a_un_finding_stands_beside_viet_nam_s_answer_without_a_verdict(site: Site) -> None:
    for lang, answer in (("", "Việt Nam trả lời"), ("en/", "Viet Nam answers")):
        page = site.pages[f"{lang}cong-uoc/cat/"]
        section = page.split('class="findings"')[1].split("</section>")[0].replace("\u00a0", " ").replace(JOINER, "")
        assert answer in section
        assert "MAU/C/CO/1" in section
        assert "(§§1–2)" in section
        assert "MAU/C/FCO/1" in section
        assert 'class="verdict' not in section


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_answer_uses_a_refused_word_or_a_threat_outside_quotation(site: Site, lang: str) -> None:
    answers = [
        p
        for path, p in site.pages.items()
        if re.search(r"phan-bac/2026/", path) and path.startswith("en/") == (lang == "en")
    ]
    assert len(answers) == len(VERDICTS) + 1
    for page in answers:
        text = page.split("<main")[1].split("</main>")[0]
        said = re.sub(r"<blockquote.*?</blockquote>|<q\b.*?</q>|<cite.*?</cite>", " ", text, flags=re.S)
        plain = re.sub(r"<[^>]+>", " ", said)
        assert list(refused(plain, lang)) == []
        assert list(threats(plain, lang)) == []


def test_robots_are_told_where_the_site_map_is(site: Site) -> None:
    text = (site.folder / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {BASE}sitemap.xml" in text
    assert "Disallow" not in text


@pytest.mark.parametrize("code", ["crc", "cat", "en/crc"])
def test_the_days_of_a_convention_stand_in_their_order(site: Site, code: str) -> None:
    lang, _, slug = code.rpartition("/")
    page = site.pages[f"{lang + '/' if lang else ''}cong-uoc/{slug}/"]
    days = re.findall(r'<time datetime="([\d-]+)">', page.split('<ol class="timeline">')[1].split("</ol>")[0])
    assert 4 <= len(days) <= 5
    assert days == sorted(days)
