"""A2 sheets of an exhibition, read back: one a panel, its words, code and sources; what does not fit is told."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from conftest import MADE_UP, ROOT, SITE, TODAY
from pdf_looked_at import POINT, fonts, root_of, tags, unmarked, words_of
from portal.content.fronts.exhibitions import Exhibition
from portal.content.known.house.identity import read_identity
from portal.language.words import words
from portal.plan.corpus import open_corpus
from portal.plan.register.portal_products import portal_products
from portal.site.publications.drawn import code_address
from portal.site.publications.exhibition_sheets.hung import source_named
from portal.site.publications.jobs import PrintJob, print_jobs
from portal.site.publications.products import print_problems
from portal.site.site import Dress, Settings, Site

try:
    from portal.site.publications.rendered import printed
except OSError:
    pytest.skip("no Pango on this machine: nothing can be printed", allow_module_level=True)
PLACE = "trien-lam/mau"
LANGS = ("vi", "en")
Sheets = Mapping[str, PdfReader]


@pytest.fixture(scope="module")
def site() -> Site:
    dress = Dress(identity=read_identity(MADE_UP, ROOT))
    return Site(open_corpus(MADE_UP, TODAY), Settings(SITE, "", house=ROOT), TODAY, dress)


@pytest.fixture(scope="module")
def jobs(site: Site) -> Mapping[str, PrintJob]:
    return {one.page.lang: one for one in print_jobs(site) if one.place == PLACE}


@pytest.fixture(scope="module")
def sheets(jobs: Mapping[str, PrintJob]) -> Sheets:
    made = {lang: printed(job, ROOT) for lang, job in jobs.items()}
    assert {lang: (one.too_much, one.lacking) for lang, one in made.items()} == dict.fromkeys(LANGS, ((), ""))
    assert all(one.picture for one in made.values())
    return {lang: PdfReader(BytesIO(one.content)) for lang, one in made.items()}


def exhibition(site: Site, lang: str) -> Exhibition:
    front = site.library.stories[lang, PLACE].front
    assert isinstance(front, Exhibition)
    return front


@pytest.mark.parametrize("lang", LANGS)
def test_each_panel_is_a_sheet_of_a2_with_its_words_its_number_and_the_draft(
    site: Site, sheets: Sheets, lang: str
) -> None:
    panels, pages = exhibition(site, lang).panels, sheets[lang].pages
    assert len(pages) == len(panels)
    for number, (panel, page) in enumerate(zip(panels, pages, strict=True), 1):
        size = [round(float(one) * POINT) for one in (page.trimbox.width, page.trimbox.height)]
        assert size == [420, 594]
        said = " ".join(page.extract_text().split())
        sides = [text for side in panel.sides for text in (side.title, side.text)]
        for one in (panel.title, panel.text, panel.large or "", *sides, f"{number}/{len(panels)}"):
            assert " ".join(one.split()) in said, (number, one)
        assert words(lang).say("draft") in said
        assert f"#tam-{number}" in "".join(said.split())
    assert "Niên giám mẫu" in pages[1].extract_text()
    assert "Niên giám mẫu" in pages[2].extract_text()
    for figure in ("20", "30", "40"):
        assert figure in pages[1].extract_text()


@pytest.mark.parametrize("lang", LANGS)
def test_a_sheet_is_for_everybody(site: Site, sheets: Sheets, lang: str) -> None:
    reader = sheets[lang]
    root = root_of(reader)
    assert str(root["/Lang"]) == lang
    assert root["/MarkInfo"]["/Marked"]
    assert "pdfuaid" in reader.xmp_metadata.stream.get_data().decode() if reader.xmp_metadata else False
    assert unmarked(reader) == []
    assert all(fonts(reader).values())
    found = tags(reader)
    headings = [one.name for one in found if one.name in ("/H1", "/H2", "/H3")]
    assert headings == ["/H1", "/H2", "/H2", "/H2", "/H3", "/H3"]
    panels = exhibition(site, lang).panels
    drawn = [panel.alt for panel in panels if panel.drawing]
    codes = [words(lang).say("exhibition.code", number=number) for number in range(1, len(panels) + 1)]
    assert {one.alternative for one in found if one.alternative} == {*drawn, *codes}
    assert [one.name for one in found].count("/Table") == 1
    assert words_of(reader)


def test_the_code_leads_to_the_panel(jobs: Mapping[str, PrintJob]) -> None:
    for lang, job in jobs.items():
        address = f"{SITE}{'' if lang == 'vi' else 'en/'}{PLACE}/"
        for number, sheet in enumerate(job.view.hung, 1):
            assert sheet.code == code_address(ROOT, f"{address}#tam-{number}")


def test_a_panel_that_does_not_fit_is_told_with_its_line(site: Site, jobs: Mapping[str, PrintJob]) -> None:
    job = jobs["vi"]
    long = tuple(replace(one, text=("Ừ " * 900,)) if one.index == 2 else one for one in job.view.hung[2:])
    made = printed(replace(job, view=replace(job.view, hung=long)), ROOT)
    assert made.content == b""
    assert [one.field for one in made.too_much] == ["panels.2.text"]
    story = site.library.stories["vi", PLACE]
    (told,) = print_problems(job, story, made, words("vi").say(f"products.{job.sheet.name}"))
    rows = (MADE_UP / told.path).read_text("utf-8").splitlines()
    assert (told.code, told.field) == ("print-too-much", "panels[3].text")
    assert 'large: "45"' in rows[told.line - 1]


def test_an_exhibition_is_one_product_in_its_languages(site: Site) -> None:
    (found,) = (one for one in portal_products(site.library) if one.id == PLACE)
    assert (found.formats, found.languages, found.channels) == (("exhibition",), LANGS, ("portal",))


def test_a_title_in_letters_that_ours_lack_is_left_to_its_publisher(site: Site) -> None:
    source = exhibition(site, "vi").references[0]
    assert source_named(source) == "Niên giám mẫu. Nhà xuất bản mẫu."
    chinese = source.model_copy(update={"title": "审议越南的报告"})
    assert source_named(chinese) == "Nhà xuất bản mẫu."
