"""`make publications` and what readers get of it: products that say what the page says, and the library of them."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image
from playwright.sync_api import Browser
from pypdf import PdfReader

import publications
from conftest import EPOCH, MADE_UP, ROOT, SITE, TODAY, bring_house
from node import AXE, HTML_VALIDATE, node
from pdf_looked_at import POINT, fonts, places, root_of, tags, unmarked, words_of
from portal.content.printed import PRINTED_FIELDS
from portal.language.words import words
from portal.plan.corpus import open_corpus
from portal.site.publications.jobs import print_jobs
from portal.site.publications.sheets import BLEED, PRINT_SHEETS, PrintSheet
from portal.site.site import Dress, Settings, Site


def has_pango() -> bool:
    """Whether what prints can run here: Pango is a library of the system, no package of Python's."""
    try:
        import portal.site.publications.rendered  # noqa: F401
    except OSError:
        return False
    return True


pytestmark = pytest.mark.skipif(not has_pango(), reason="no Pango on this machine: nothing can be printed")
PLACE = "tro-giup/buoc-mau"
LANGS = ("vi", "en")
SHEETS = [one for one in PRINT_SHEETS if one.needs in PRINTED_FIELDS]
"""Of a page; those of a lesson are read back by a file of their own."""
PDFS = [one for one in SHEETS if one.form == "pdf"]
LOOK = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(one => one.id)"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the portal with the small site, printed and built by the doors people use."""
    root = tmp_path_factory.mktemp("printed")
    bring_house(root)
    shutil.copytree(MADE_UP, root, dirs_exist_ok=True)
    done = door(root, "publications")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"There are (\d+) products, \1 printed anew", done.stdout)
    done = door(root, "build", "--site", str(root / "site"))
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def test_a_page_leads_to_what_was_printed_of_it(project: Path) -> None:
    for lang, prefix in (("vi", ""), ("en", "en/")):
        page = (project / f"site/{prefix}{PLACE}/index.html").read_text("utf-8")
        library = (project / f"site/{prefix}an-pham/index.html").read_text("utf-8")
        anchor = PLACE.replace("/", "-")
        assert f'href="../../an-pham/#{anchor}">{words(lang).say("shelves.offer")}</a>' in page
        assert f'<section id="{anchor}"' in library
        other = (project / f"site/{prefix}index.html").read_text("utf-8")
        assert words(lang).say("shelves.offer") not in other


def door(root: Path, name: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / f"scripts/{name}.py"), "--root", str(root), "--lang", "en", *options]
    settings = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    return subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, check=False)


def front_of(root: Path, lang: str) -> dict[str, Any]:
    text = (root / f"content_{lang}/{PLACE}.md").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text.split("---")[1])
    return found


def file_of(root: Path, lang: str, sheet: PrintSheet) -> Path:
    return root / f"site/an-pham/in/{lang}/{PLACE}/{sheet.file}"


def said(front: dict[str, Any], sheet: PrintSheet) -> Iterator[str]:
    """What a sheet has to say of a page's fields."""
    poster, panels = front["poster"], front["leaflet"]["panels"]
    yield poster["headline"]
    if sheet.needs == "poster" or sheet.name == "to-gap-a4":
        yield from poster["lines"]
    if sheet.name == "to-gap-a4":
        yield front["banner"]
    if sheet.needs == "leaflet":
        for panel in panels:
            yield panel["heading"]
            yield from (row.removeprefix("- ") for row in panel["text"].strip().split("\n"))


@pytest.mark.parametrize("sheet", PDFS, ids=lambda one: one.file)
@pytest.mark.parametrize("lang", LANGS)
def test_a_sheet_says_its_fields_whole_and_who_where_and_when(project: Path, lang: str, sheet: PrintSheet) -> None:
    text = words_of(PdfReader(file_of(project, lang, sheet)))
    for one in said(front_of(project, lang), sheet):
        assert " ".join(one.split()) in text
    carried = words(lang)
    for one in (carried.say("draft"), carried.say("missing"), carried.say("print.read_on"), "2026", "000"):
        assert one in text
    assert f"example.org/{'en/' if lang == 'en' else ''}{PLACE}" in text.replace(" ", "")


@pytest.mark.parametrize("sheet", PDFS, ids=lambda one: one.file)
def test_a_sheet_can_be_read_by_a_screen_reader(project: Path, sheet: PrintSheet) -> None:
    for lang in LANGS:
        reader = PdfReader(file_of(project, lang, sheet))
        root, found = root_of(reader), tags(reader)
        assert root["/Lang"] == lang
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
        assert front_of(project, lang)["poster"]["headline"] in str(reader.metadata and reader.metadata.title)
        assert [one.name for one in found if one.name in ("/H1", "/H2")][:2] in (["/H1"], ["/H1", "/H2"])
        assert sum(one.name == "/H1" for one in found) == 1
        assert [one.alternative for one in found if one.name == "/Figure"] == [words(lang).say("print_code")]
        assert unmarked(reader) == []


@pytest.mark.parametrize("call", [True, False], ids=["with-call", "without-call"])
def test_rooms_of_a_sheet_never_share_a_place_whatever_a_page_has(call: bool) -> None:
    """What each room holds is measured; that no room lies over another, only this sees."""
    from portal.site.publications import measured, rendered

    site = Site(open_corpus(MADE_UP, TODAY), Settings(SITE, "", house=ROOT), TODAY, Dress())
    for job in print_jobs(site):
        if job.place != PLACE or job.page.lang != LANGS[0] or not job.sheet.template:
            continue
        page = job.page if call else replace(job.page, call=None)
        one = replace(job, page=page, view=replace(job.view, page=page))
        document = rendered._laid_out(one, ROOT, job.sheet.headlines[0], job.sheet.sizes[0], spare=60)
        for leaf in document.pages:
            rooms = list(measured._rooms(leaf._page_box))
            assert rooms
            for room, other in combinations(rooms, 2):
                assert not lies_over(room, other), (job.sheet.file, room.element.attrib, other.element.attrib)


def lies_over(one: Any, other: Any) -> bool:
    """Whether two boxes have a place in common, by more than a hair."""
    across = min(one.position_x + one.border_width(), other.position_x + other.border_width())
    down = min(one.position_y + one.border_height(), other.position_y + other.border_height())
    across, down = across - max(one.position_x, other.position_x), down - max(one.position_y, other.position_y)
    return bool(across > 1 and down > 1)


def test_letters_are_the_largest_in_which_all_fits_however_few_are_tried() -> None:
    from portal.site.publications.rendered import _Sizes

    for fits in range(6):  # all from this one on; from 5 on none
        tried, sizes = [], _Sizes((50, 40, 30, 20, 10))
        while not sizes.is_found:
            tried.append(sizes.tried)
            sizes = sizes.after(sizes.tried > (50, 40, 30, 20, 10, 0)[fits])
        assert sizes.tried == (50, 40, 30, 20, 10, 10)[fits]
        assert len(tried) <= 3


@pytest.mark.parametrize("sheet", PDFS, ids=lambda one: one.file)
def test_the_letters_come_along_and_are_the_portals_own(project: Path, sheet: PrintSheet) -> None:
    found = fonts(PdfReader(file_of(project, "vi", sheet)))
    assert found
    assert all(found.values())
    assert all(name.startswith("Sheet") for name in found)


@pytest.mark.parametrize("sheet", PDFS, ids=lambda one: one.file)
def test_nothing_to_read_stands_outside_the_cut_page(project: Path, sheet: PrintSheet) -> None:
    reader = PdfReader(file_of(project, "en", sheet))
    assert len(reader.pages) == sheet.pages
    for page in reader.pages:
        width, height = float(page.trimbox.width) * POINT, float(page.trimbox.height) * POINT
        assert (round(width), round(height)) == (sheet.width, sheet.height)
        beyond = (float(page.mediabox.width) * POINT - width) / 2
        assert beyond >= BLEED if sheet.for_printers else beyond < 0.1
    for x, y in places(reader):
        assert 4 / POINT <= x <= (sheet.width - 4) / POINT
        assert 0.5 / POINT <= y <= (sheet.height - 1) / POINT


def test_pictures_and_banner_words_are_what_networks_and_boards_take(project: Path) -> None:
    folder = project / f"site/an-pham/in/vi/{PLACE}"
    for name, size in (("anh-vuong", (1080, 1080)), ("anh-dung", (1080, 1350))):
        with Image.open(folder / f"{name}.png") as picture:
            assert picture.size == size
            assert len(picture.convert("RGB").getcolors(1 << 24) or ()) > 10
    assert (folder / "bang-ron.txt").read_text("utf-8") == front_of(project, "vi")["banner"] + "\n"


def test_printed_twice_they_are_the_same_bytes_and_nothing_is_printed_again(project: Path) -> None:
    kept = project / ".cache/publications"
    before = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in kept.iterdir()}
    assert "0 printed anew" in door(project, "publications").stdout
    gone = sorted(kept.iterdir())[::5]
    for file in gone:
        file.unlink()
    assert door(project, "publications").returncode == 0
    assert {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in kept.iterdir()} == before


def test_what_does_not_fit_is_told_with_its_line_and_none_of_the_page_is_laid_into_the_site(project: Path) -> None:
    page = project / f"content_en/{PLACE}.md"
    before = page.read_text("utf-8")
    try:
        text = before.replace("Ask for a receipt, keep a copy.", "W" * 90)
        page.write_text(text.replace("Sample desk one.", "Sample desk ☃."), "utf-8")
        done = door(project, "publications")
        line = 1 + page.read_text("utf-8").split("\n").index(next(r for r in text.split("\n") if "lines:" in r))
        assert done.returncode == 1
        assert f"content_en/{PLACE}.md:1: " in done.stdout
        assert "☃" in done.stdout
        page.write_text(text, "utf-8")
        done = door(project, "publications")
        assert done.returncode == 1
        told = [row for row in done.stdout.splitlines() if row.startswith(f"content_en/{PLACE}.md:{line}: ")]
        assert any(re.search(r"A3 poster, [1-9][0-9]* mm too much", row) for row in told)
        assert "Traceback" not in done.stderr
        assert door(project, "build", "--site", str(project / "site-other")).returncode == 0
        assert not (project / f"site-other/an-pham/in/en/{PLACE}").exists()
        assert len(list((project / f"site-other/an-pham/in/vi/{PLACE}").iterdir())) == len(SHEETS) + 7
    finally:
        page.write_text(before, "utf-8")


def test_the_library_shows_each_with_its_size_and_leads_to_every_file(project: Path) -> None:
    page = (project / "site/an-pham/index.html").read_text("utf-8")
    folder = project / "site/an-pham"
    links = re.findall(r'href="\.\./an-pham/(in/vi/[^"]+)" hreflang', page)
    assert {link.rpartition("/")[2] for link in links} == {one.file for one in PRINT_SHEETS}
    for link in links:
        assert (folder / link).is_file()
    assert re.search(r"PDF, \d+(,\d)? KB", page)
    assert words("vi").say("missing_owner") in page
    shelves = re.findall(r'href="(theo/[^"]+)"', page)
    assert len(shelves) > len({one.name for one in PRINT_SHEETS})
    for shelf in shelves:
        assert "/an-pham/in/" in (folder / shelf / "index.html").read_text("utf-8")
    posters = (folder / "theo/hinh-thuc/ap-phich-a3/index.html").read_text("utf-8")
    assert {link.rpartition("/")[2] for link in re.findall(r'href="([^"]+\.pdf)"', posters)} == {
        "ap-phich-a3.pdf",
        "ap-phich-a3-nha-in.pdf",
    }


@pytest.mark.parametrize("lang", LANGS)
def test_a_lesson_and_the_front_for_schools_lead_to_its_files(project: Path, lang: str) -> None:
    folder = project / "site" / ("en" if lang == "en" else "")
    names = {"trinh-chieu.pdf", "trinh-chieu.pptx", "bo-the.pdf"}
    for place in ("truong-hoc/crc", "truong-hoc"):
        page = (folder / place / "index.html").read_text("utf-8")
        links = re.findall(rf'href="([./]+an-pham/in/{lang}/truong-hoc/crc/[^"]+)"', page)
        assert {link.rpartition("/")[2] for link in links} == names
        for link in links:
            assert (folder / place / link).resolve().is_file()


def test_axe_and_the_validator_find_nothing_in_the_library(
    project: Path, serve: Callable[[Path], str], browser: Browser
) -> None:
    base = serve(project / "site")
    for width, address in ((360, "an-pham/"), (1280, "en/an-pham/"), (360, "an-pham/theo/tieng/tieng-anh/")):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.add_init_script(path=AXE)
        page.goto(base + address)
        assert page.evaluate(LOOK) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()
    files = [
        str(project / f"site/{place}/index.html") for place in ("an-pham", "en/an-pham/theo/hinh-thuc/ap-phich-a3")
    ]
    done = node(str(HTML_VALIDATE), "--config", str(ROOT / ".htmlvalidate.json"), *files)
    assert done.returncode == 0, done.stdout


def test_a_machine_without_what_prints_is_told_so_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(publications, "find_spec", lambda _: None)
    assert publications.main(["--lang", "en"]) == 2
    assert "make publications" in capsys.readouterr().err


def test_a_machine_without_pango_is_told_so_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0': no such file\")\n")
    settings = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "scripts/publications.py", "--lang", "en"]
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Pango is missing on this machine" in done.stderr
    assert "libpango-1.0-0" in done.stderr


def test_laying_out_leaves_the_machine_its_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that is started later in the same process would find none."""
    from portal.site.publications.measured import layout_of

    for before in (None, "/a/b.conf"):
        monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
        if before:
            monkeypatch.setenv("FONTCONFIG_FILE", before)
        layout_of("<p>Chữ")
        assert os.environ.get("FONTCONFIG_FILE") == before
