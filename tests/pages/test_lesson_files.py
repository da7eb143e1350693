"""Slides and cards of a lesson, read back: they say its fields, to everybody, and are the same bytes each time."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from pypdf import PdfReader

from conftest import MADE_UP, ROOT, SITE, TODAY
from pdf_looked_at import POINT, fonts, root_of, tags, unmarked, words_of
from portal.content.fronts.easy import bare
from portal.content.known.house.identity import read_identity
from portal.language.words import words
from portal.plan.corpus import open_corpus
from portal.site.publications.deck import CARD_HEIGHT, CARD_WIDTH
from portal.site.publications.jobs import PrintJob, print_jobs
from portal.site.publications.sheets import SLIDE_HEIGHT, SLIDE_WIDTH
from portal.site.site import Dress, Settings, Site

try:
    from portal.site.publications.rendered import printed
except OSError:
    pytest.skip("no Pango on this machine: nothing can be printed", allow_module_level=True)
pptx = pytest.importorskip("pptx")
PLACE = "truong-hoc/crc"
LANGS = ("vi", "en")
DRAWN = 8
"""Cards of the sample lesson that have a drawing."""
Files = Mapping[tuple[str, str], bytes]


def jobs(root: Path = MADE_UP) -> dict[tuple[str, str], PrintJob]:
    """What is printed of the sample lesson, by language and file."""
    dress = Dress(identity=read_identity(MADE_UP, ROOT))
    site = Site(open_corpus(root, TODAY), Settings(SITE, "", house=ROOT), TODAY, dress)
    return {(one.page.lang, one.sheet.file): one for one in print_jobs(site) if one.place == PLACE}


@pytest.fixture(scope="module")
def files() -> Files:
    made = {key: printed(job, ROOT) for key, job in jobs().items()}
    assert {key: (one.too_much, one.lacking) for key, one in made.items()} == dict.fromkeys(made, ((), ""))
    return {key: one.content for key, one in made.items()}


def front_of(lang: str) -> dict[str, Any]:
    text = (MADE_UP / f"content_{lang}/{PLACE}.md").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text.split("---")[1])
    return found


def said(lang: str) -> list[str]:
    """Everything that slides have to say, in its order."""
    front = front_of(lang)
    steps = [text for step in front["course"] for text in (step["title"], step["pupils"])]
    cards = [text for card in front["cards"] for text in (card["title"], card["words"])]
    asked = [one["question"] for one in front["questions"]] + [one["answer"] for one in front["questions"]]
    return [bare(one) for one in (front["title"], front["pupils"], *front["aims"], *steps, *cards, *asked)]


def slides_of(files: Files, lang: str) -> Any:
    return pptx.Presentation(BytesIO(files[lang, "trinh-chieu.pptx"])).slides


def text_of_slide(slide: Any) -> str:
    return " ".join(one for shape in slide.shapes if shape.has_text_frame for one in shape.text_frame.text.split())


def is_in_order(parts: list[str], text: str) -> bool:
    """Whether the parts stand in a text one behind the other."""
    at = 0
    for one in parts:
        at = text.find(" ".join(one.split()), at)
        if at < 0:
            raise AssertionError(one)
    return True


@pytest.mark.parametrize("lang", LANGS)
def test_slides_say_the_fields_in_their_order_and_that_they_are_a_draft(files: Files, lang: str) -> None:
    reader = PdfReader(BytesIO(files[lang, "trinh-chieu.pdf"]))
    assert is_in_order(said(lang), words_of(reader))
    slides = slides_of(files, lang)
    assert is_in_order(said(lang), " ".join(map(text_of_slide, slides)))
    assert len(slides) == len(reader.pages)
    for slide, page in zip(slides, reader.pages, strict=True):
        assert words(lang).say("draft") in text_of_slide(slide)
        assert words(lang).say("draft") in " ".join(page.extract_text().split())
    last = text_of_slide(slides[-1])
    for one in (words(lang).say("missing"), words(lang).say("print.read_on"), "2026"):
        assert one in last


@pytest.mark.parametrize("lang", LANGS)
def test_each_slide_has_a_title_its_own_language_and_words_for_its_pictures(files: Files, lang: str) -> None:
    pictures = []
    for number, slide in enumerate(slides_of(files, lang), 1):
        assert slide.shapes.title.text_frame.text.strip()
        assert slide.placeholders[1].text_frame.text.strip()
        about = [shape._element.nvPicPr.cNvPr.get("descr") for shape in slide.shapes if not shape.is_placeholder]
        pictures += about
        spoken = {run.get("lang") for run in slide._element.iter("{*}rPr")}
        assert spoken == {"vi-VN" if lang == "vi" else "en-GB"}
        numbers = [one.text_frame.text for one in slide.placeholders if one.placeholder_format.idx == 12]
        assert numbers == [str(number)]
        ids = [one.get("id") for one in slide._element.iter("{*}cNvPr")]
        assert len(ids) == len(set(ids))
    drawn = {words(lang).label("drawings", card["drawing"]) for card in front_of(lang)["cards"] if "drawing" in card}
    assert set(pictures) == {*drawn, words(lang).label("drawings", "crc"), words(lang).say("print_code")}


@pytest.mark.parametrize("lang", LANGS)
def test_what_teachers_do_stands_in_the_notes(files: Files, lang: str) -> None:
    slides, front = slides_of(files, lang), front_of(lang)
    notes = [one.notes_slide.notes_text_frame.text for one in slides if one.has_notes_slide]
    assert notes[0] == "\n".join(map(bare, front["prepare"]))
    assert notes[1 : 1 + len(front["course"])] == [bare(step["teacher"]) for step in front["course"]]
    assert "\n".join(notes[1 + len(front["course"]) :]).split("\n") == [
        bare(one["answer"]) for one in front["questions"]
    ]


def test_lines_of_questions_are_numbered_on_from_slide_to_slide(files: Files) -> None:
    starts = [
        int(one.get("startAt"))
        for slide in slides_of(files, "vi")
        for one in list(slide._element.iter("{*}buAutoNum"))[:1]
        if slide.shapes.title.text_frame.text.startswith(words("vi").say("slides.questions"))
    ]
    assert starts[0] == 1
    assert starts == sorted(set(starts))
    assert starts[-1] > 1
    pages = [page.extract_text() for page in PdfReader(BytesIO(files["vi", "trinh-chieu.pdf"])).pages]
    asked = [
        re.findall(r"^(\d+)\. ", text, re.M) for text in pages if text.startswith(words("vi").say("slides.questions"))
    ]
    assert [one for some in asked for one in some] == [str(number) for number in range(1, 8)]


@pytest.mark.parametrize("lang", LANGS)
def test_a_presentation_is_wide_names_our_letters_and_what_to_take_instead(files: Files, lang: str) -> None:
    content = files[lang, "trinh-chieu.pptx"]
    made = pptx.Presentation(BytesIO(content))
    assert (made.slide_width, made.slide_height) == (12192000, 6858000)
    about = made.core_properties
    assert about.title == front_of(lang)["title"]
    assert (about.created, about.modified) == (about.modified, about.created)
    assert about.created.strftime("%Y-%m-%d") == "2026-01-15"
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        theme = archive.read("ppt/theme/theme1.xml").decode()
        assert {one.date_time for one in archive.infolist()} == {archive.infolist()[0].date_time}
        assert not [name for name in names if "thumbnail" in name or "printerSettings" in name]
    assert theme.count('<a:latin typeface="Be Vietnam Pro" panose="') == 2
    assert theme.count('<a:font script="Viet" typeface="Arial"') == 2


def test_made_twice_they_are_the_same_bytes(files: Files) -> None:
    for key, job in jobs().items():
        if key[0] == "vi":
            assert printed(job, ROOT).content == files[key]


@pytest.mark.parametrize("name", ["trinh-chieu.pdf", "bo-the.pdf"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_pdf_of_a_lesson_can_be_read_by_a_screen_reader(files: Files, lang: str, name: str) -> None:
    reader = PdfReader(BytesIO(files[lang, name]))
    root, found = root_of(reader), tags(reader)
    assert root["/Lang"] == lang
    assert root["/MarkInfo"]["/Marked"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    assert front_of(lang)["title"] in str(reader.metadata and reader.metadata.title)
    assert sum(one.name == "/H1" for one in found) == 1
    headings = sum(one.name == "/H2" for one in found)
    assert headings == (len(reader.pages) - 1 if name == "trinh-chieu.pdf" else len(front_of(lang)["cards"]))
    figures = [one.alternative for one in found if one.name == "/Figure"]
    assert all(figures)
    cards = len(front_of(lang)["cards"])
    assert len(figures) == DRAWN + (2 if name == "trinh-chieu.pdf" else cards)
    assert unmarked(reader) == []
    letters = fonts(reader)
    assert all(letters.values())
    assert all(one.startswith("Sheet") for one in letters)


def test_slides_are_sixteen_to_nine(files: Files) -> None:
    for page in PdfReader(BytesIO(files["vi", "trinh-chieu.pdf"])).pages:
        assert round(float(page.mediabox.width) * POINT, 1) == round(SLIDE_WIDTH, 1)
        assert round(float(page.mediabox.height) * POINT, 1) == round(SLIDE_HEIGHT, 1)


def starts_of(page: Any, text: str) -> list[tuple[float, float]]:
    """Where a text begins on a page, in millimetres from its left upper corner."""
    words_on_page, found = page.get_textpage(), []
    search = words_on_page.search(text, match_case=True)
    while at := search.get_next():
        left, _, _, top = words_on_page.get_charbox(at[0])
        found.append((left * POINT, (page.get_height() - top) * POINT))
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_the_back_of_a_card_lies_behind_its_front(files: Files, lang: str) -> None:
    pages, job = pypdfium2.PdfDocument(files[lang, "bo-the.pdf"]), jobs()[lang, "bo-the.pdf"]
    assert len(pages) == 2 * len(job.view.deck)
    seen = []
    for number, sheet in enumerate(job.view.deck):
        front, back = pages[2 * number], pages[2 * number + 1]
        for face, behind in zip(sheet.fronts, sheet.backs, strict=True):
            seen.append(face.card)
            assert face.card == behind.card
            assert face.left + behind.left + CARD_WIDTH == 210  # turned on the long edge
            assert face.top == behind.top
            for page, placed, text in (
                (front, face, face.card.title),
                (back, behind, f"{face.card.number} · {face.card.article} · "),
            ):
                (x, y), *more = starts_of(page, text)
                assert more == []
                assert placed.left <= x <= placed.left + CARD_WIDTH
                assert placed.top <= y <= placed.top + CARD_HEIGHT
    assert [card.words for card in seen] == [card["words"] for card in front_of(lang)["cards"]]
    assert seen[1].shown.endswith(f"/{'en/' if lang == 'en' else ''}van-ban/crc/#dieu-2")


@pytest.mark.parametrize("lang", LANGS)
def test_cards_say_their_fields_and_each_side_that_it_is_a_draft(files: Files, lang: str) -> None:
    reader, cards = PdfReader(BytesIO(files[lang, "bo-the.pdf"])), front_of(lang)["cards"]
    text = words_of(reader)
    for card in cards:
        for one in (card["title"], card["words"]):
            assert one in text
    assert text.count(words(lang).say("draft")) == 2 * len(cards) + 1
    for one in (words(lang).say("missing"), words(lang).say("print.read_on"), "2026"):
        assert text.count(one) >= len(reader.pages) // 2
