"""The form of a state paper, point by point, read from the DOCX: Decree 30/2020/NĐ-CP, Appendix I, part I.

Read on 28 November 2026 in stored copies: Appendix I and the models of Appendix III as transcribed in
github.com/ericphan28/van-ban-plus (docs/van-ban-phap-quy/nghi-dinh/30-2020-ND-CP/phu-luc/); its first points again in
scribd.com/document/652855730, the rule of days and months (II.4b) again in luatvietnam.vn's article 20349, the table of
section V again as a province's law pages reprint it. Each test names its point (ii_5: section II, point 5). The text as
the Government signed it was not seen, nor whether it has been amended since.

Ours, not the Decree's: the size of type in tables (12), which annexes lie on their side, the mark DỰ THẢO, the yellow
of what is still to be written.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from papers import BODIES, FRAME, a_report
from portal.language.words import words
from portal.plan.report.files.docx import as_docx, ended
from portal.plan.report.files.lines import LINES, length_of
from portal.plan.report.values import Line, PaperId, Report, Table

MOST_ACROSS = 165.0


def opened(name: PaperId = "paper", report: Report | None = None, lang: str = "vi") -> DocumentObject:
    return Document(io.BytesIO(as_docx(report or a_report(), name, words(lang))))


def asked(paragraph: Paragraph, read: Any) -> Any:
    """What a paragraph's first run, its own settings or its styles say of something, the nearest first."""
    style, found = paragraph.style, [read(one) for one in paragraph.runs[:1]]
    while style is not None:
        found.append(read(style))
        style = style.base_style
    return next((one for one in found if one is not None), None)


def size(paragraph: Paragraph) -> float:
    return float(asked(paragraph, lambda one: one.font.size).pt)


def is_bold(paragraph: Paragraph) -> bool:
    return bool(asked(paragraph, lambda one: one.font.bold))


def is_italic(paragraph: Paragraph) -> bool:
    return bool(asked(paragraph, lambda one: one.font.italic))


def shape(paragraph: Paragraph, name: str) -> Any:
    """A setting of the paragraph's shape: its own, or that of the nearest style that has one."""
    own = getattr(paragraph.paragraph_format, name)
    style = paragraph.style
    while own is None and style is not None:
        own, style = getattr(style.paragraph_format, name), style.base_style
    return own


def every(document: DocumentObject) -> Iterator[Paragraph]:
    """Every paragraph with words in it, those of tables too."""
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    for paragraph in (*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)):
        if paragraph.text.strip():
            yield paragraph


def with_text(document: DocumentObject, text: str) -> Paragraph:
    (found,) = [paragraph for paragraph in every(document) if paragraph.text == text]
    return found


def line_under(document: DocumentObject, text: str) -> tuple[float, float]:
    """(length of the line right below a paragraph, length of its words) in millimetres."""
    above = with_text(document, text)
    below = Paragraph(above._p.getnext(), above._parent)
    assert below.style is not None
    assert below.style.name in LINES
    assert below.style.element.find(f".//{qn('w:top')}").get(qn("w:val")) == "single"
    cell = above._p.getparent()
    room = cell.width.mm if cell.tag == qn("w:tc") else MOST_ACROSS
    edges = below.paragraph_format.left_indent, below.paragraph_format.right_indent
    assert edges[0] == edges[1]
    assert edges[0] is not None
    return room - 2 * edges[0].mm, min(length_of(text, size(above)), room)


# I. General: paper, margins, type, numbers of pages.


@pytest.mark.parametrize("name", ["paper", "annexes", "officer"])
def test_i_1_to_3_a4_upright_with_the_margins_of_the_decree(name: PaperId) -> None:
    for page in opened(name).sections:
        edges = page.page_width, page.page_height, page.top_margin, page.bottom_margin
        width, height, top, bottom = (round(edge.mm) for edge in edges if edge is not None)
        assert (width, height) == (210, 297)
        assert 20 <= top <= 25
        assert 20 <= bottom <= 25
        assert page.left_margin is not None
        assert 30 <= round(page.left_margin.mm) <= 35
        assert page.right_margin is not None
        assert 15 <= round(page.right_margin.mm) <= 20


@pytest.mark.parametrize("name", ["paper", "annexes", "officer"])
def test_i_4_times_new_roman_in_black_and_nothing_else(name: PaperId) -> None:
    document = opened(name)
    for paragraph in every(document):
        assert asked(paragraph, lambda one: one.font.name) == "Times New Roman"
        assert str(asked(paragraph, lambda one: one.font.color.rgb)) in {"000000", "None"}
    (default,) = document.styles.element.find(qn("w:docDefaults")).iter(qn("w:rFonts"))
    assert set(default.attrib.values()) == {"Times New Roman"}


@pytest.mark.parametrize("name", ["paper", "annexes", "officer"])
def test_i_7_pages_are_numbered_at_the_top_in_the_middle_but_for_the_first(name: PaperId) -> None:
    for page in opened(name).sections:
        assert page.different_first_page_header_footer
        assert not page.first_page_header.paragraphs[0].text
        (number,) = page.header.paragraphs
        assert re.search(r"<w:instrText[^>]*> ?PAGE ?</w:instrText>", number._p.xml)
        assert shape(number, "alignment") == ALIGN.CENTER
        assert 13 <= size(number) <= 14
        assert not is_bold(number)
        assert not is_italic(number)


# II. The parts of every paper.


@pytest.mark.parametrize(
    ("lang", "state", "motto"),
    [
        ("vi", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        ("en", "SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness"),
    ],
)
def test_ii_1_state_and_motto_with_a_line_as_long_as_the_motto(lang: str, state: str, motto: str) -> None:
    document = opened(lang=lang)
    above, below = with_text(document, state), with_text(document, motto)
    assert (is_bold(above), is_bold(below)) == (True, True)
    assert 12 <= size(above) <= 13
    assert 13 <= size(below) <= 14
    assert [p.text for p in document.tables[0].cell(0, 1).paragraphs[:2]] == [state, motto]
    line, letters = line_under(document, motto)
    assert line == pytest.approx(letters, abs=1)


def test_ii_2_the_parent_in_capitals_the_body_in_bold_capitals_with_a_line_under_it() -> None:
    document = opened()
    parent, body = with_text(document, "ỦY BAN NHÂN DÂN TỈNH MẪU"), with_text(document, "SỞ THỬ NGHIỆM")
    assert (is_bold(parent), is_bold(body)) == (False, True)
    assert 12 <= size(parent) <= 13
    assert 12 <= size(body) <= 13
    assert [p.text for p in document.tables[0].cell(0, 0).paragraphs[:2]] == [parent.text, body.text]
    line, letters = line_under(document, body.text)
    assert letters / 3 <= line <= letters / 2


@pytest.mark.parametrize("owner", ["Sở", "Sở Văn hóa, Thể thao và Du lịch kiêm nhiều việc khác của tỉnh"])
def test_ii_2_the_line_follows_the_length_of_any_name(owner: str) -> None:
    report = a_report()
    paper = replace(report.papers[0], frame=replace(FRAME, owner=owner))
    document = opened(report=replace(report, papers=(paper, *report.papers[1:])))
    line, letters = line_under(document, owner.upper())
    assert letters / 3 <= line <= letters / 2


def test_ii_3_the_number_is_open_below_the_body_s_name() -> None:
    document = opened()
    number = with_text(document, FRAME.number)
    assert re.fullmatch(r"Số: {4,}/[A-Z]+-[A-Z]+", number.text)
    assert (size(number), is_bold(number), is_italic(number)) == (13, False, False)
    assert shape(number, "alignment") == ALIGN.CENTER


def test_ii_4_place_and_day_in_italics_beside_the_number() -> None:
    document = opened()
    place = with_text(document, FRAME.place_day)
    assert (is_italic(place), is_bold(place)) == (True, False)
    assert 13 <= size(place) <= 14
    row = document.tables[0].rows[1]
    assert [cell.text for cell in row.cells] == [FRAME.number, FRAME.place_day]


def test_ii_5_the_kind_in_bold_capitals_the_subject_in_bold_with_a_line_under_it() -> None:
    document = opened()
    kind, subject = with_text(document, "BÁO CÁO"), with_text(document, a_report().papers[0].subject)
    for one in (kind, subject):
        assert is_bold(one)
        assert 13 <= size(one) <= 14
        assert shape(one, "alignment") == ALIGN.CENTER
    line, letters = line_under(document, subject.text)
    assert letters / 3 <= line <= letters / 2


def test_ii_6_the_text_is_justified_with_its_first_line_moved_in() -> None:
    document = opened()
    for text in (a_report().papers[0].blocks[1].text, "- một việc của danh sách;"):  # type: ignore[union-attr]
        for paragraph in (p for p in document.paragraphs if p.text == text):
            assert shape(paragraph, "alignment") == ALIGN.JUSTIFY
            assert 10 <= shape(paragraph, "first_line_indent").mm <= 12.71
            assert 13 <= size(paragraph) <= 14
            assert shape(paragraph, "space_after") >= Pt(6)
            assert 1 <= shape(paragraph, "line_spacing") <= 1.5


def test_ii_6_parts_are_numbered_i_in_bold_capitals_and_what_is_in_them_1_in_bold() -> None:
    document = opened()
    part, within = with_text(document, "I. KẾT QUẢ THỰC HIỆN"), with_text(document, "1. Tập huấn")
    for heading in (part, within):
        assert is_bold(heading)
        assert not is_italic(heading)
        assert 13 <= size(heading) <= 14


def test_ii_7_the_signature_has_its_authority_and_title_in_bold_capitals_and_the_name_in_bold() -> None:
    document = opened()
    right = [p for p in document.tables[-1].cell(0, 1).paragraphs if p.text]
    assert [p.text for p in right] == ["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Người ký mẫu"]
    for one in right:
        assert is_bold(one)
        assert 13 <= size(one) <= 14
        assert shape(one, "alignment") == ALIGN.CENTER


def test_ii_9_the_recipients_end_as_the_decree_says_and_the_last_is_the_archive() -> None:
    document = opened()
    head, *listed = document.tables[-1].cell(0, 0).paragraphs
    assert (head.text, is_bold(head), is_italic(head), size(head)) == ("Nơi nhận:", True, True, 12)
    assert [p.text for p in listed] == ["- Như trên;", "- Sở khác;", "- Lưu: VT, TN."]
    assert {(size(p), is_bold(p), is_italic(p)) for p in listed} == {(11, False, False)}
    assert {shape(p, "alignment") for p in (head, *listed)} == {ALIGN.LEFT}


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        (("A",), ["- A;", "- Lưu: VT."]),
        (("A;", "B."), ["- A;", "- B;", "- Lưu: VT."]),
        (("A", "Lưu: VT, TN"), ["- A;", "- Lưu: VT, TN."]),
    ],
)
def test_ii_9_the_archive_is_never_forgotten(given: tuple[str, ...], printed: list[str]) -> None:
    report = a_report()
    paper = replace(report.papers[0], frame=replace(FRAME, recipients=given))
    document = opened(report=replace(report, papers=(paper, *report.papers[1:])))
    assert [p.text for p in document.tables[-1].cell(0, 0).paragraphs[1:]] == printed


def test_lists_end_with_semicolons_and_a_full_stop() -> None:
    assert ended(()) == ()
    assert ended(("a.", "b ;", "c,")) == ("a;", "b;", "c.")


def test_ii_9a_whom_it_is_sent_to_stands_below_the_subject() -> None:
    to = with_text(opened(), "Kính gửi: Ủy ban nhân dân tỉnh Mẫu")
    assert 13 <= size(to) <= 14
    assert not is_bold(to)
    assert not is_italic(to)


def test_appendix_iii_the_text_ends_with_its_sign() -> None:
    texts = [p.text for p in opened().paragraphs if p.text.strip()]
    assert texts[-1].endswith("./.")


# III.1. Annexes.


def test_iii_1_each_annex_has_its_number_title_and_paper_and_ends_with_the_sign() -> None:
    document = opened("annexes")
    number, title = with_text(document, "Phụ lục I"), with_text(document, "SỐ LIỆU THEO CƠ QUAN")
    (first, second) = [p for p in document.paragraphs if p.text.startswith("(Kèm theo")]
    assert (size(number), is_bold(number)) == (14, True)
    assert (is_bold(title), 13 <= size(title) <= 14) == (True, True)
    assert (is_italic(first), is_bold(first), 13 <= size(first) <= 14) == (True, False, True)
    assert {shape(p, "alignment") for p in (number, title, first, second)} == {ALIGN.CENTER}
    assert [p.text for p in document.paragraphs].count("./.") == 2


def test_iii_1_dd_each_annex_counts_its_own_pages_on_a_page_of_its_own() -> None:
    sections = opened("annexes").sections
    assert len(sections) == 2
    for section in sections:
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        kind = section._sectPr.find(qn("w:type"))
        assert kind is None or kind.get(qn("w:val")) == "nextPage"


def test_an_annex_with_a_wide_table_lies_on_its_side_and_the_others_do_not() -> None:
    report, head = a_report(), tuple(f"Cột {n}" for n in range(9))
    annexes = report.paper("annexes")
    wide = Table("wide", "Bảng rộng", head, (head,))
    changed = replace(annexes, blocks=(*annexes.blocks[:3], wide, *annexes.blocks[4:]))
    papers = (report.papers[0], changed, report.papers[2])
    document = opened("annexes", replace(report, papers=papers))
    assert [s.page_width is not None and round(s.page_width.mm) for s in document.sections] == [297, 210]
    widths = [sum(c.width.mm for c in t.rows[0].cells if c.width) for t in document.tables]
    assert widths == [pytest.approx(252, abs=1), pytest.approx(165, abs=1)]


# What a reader sees of it: nothing torn apart at the foot of a page, numbers that can be compared.


@pytest.mark.parametrize("name", ["paper", "annexes", "officer"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(name: PaperId) -> None:
    document = opened(name)
    kept = {"Heading 1", "Heading 2", "Caption", "Annex number", "Annex title", "Annex of", "Report head cell"}
    for paragraph in every(document):
        if paragraph.style is not None and paragraph.style.name in kept:
            assert shape(paragraph, "keep_with_next")
        assert shape(paragraph, "widow_control")


def test_the_signature_never_stands_on_a_page_without_a_line_of_the_text() -> None:
    document = opened()
    assert shape(with_text(document, "Trên đây là báo cáo./."), "keep_with_next")
    assert document.tables[-1].rows[0]._tr.xpath("./w:trPr/w:cantSplit")


@pytest.mark.parametrize("name", ["paper", "annexes", "officer"])
def test_tables_repeat_their_head_and_no_row_is_torn(name: PaperId) -> None:
    heads = [list(table.head) for table in a_report().paper(name).tables]
    drawn = [t for t in opened(name).tables if [c.text for c in t.rows[0].cells] in heads]
    assert len(drawn) == len(heads)
    for table in drawn:
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)


def test_a_row_taller_than_a_page_may_go_over_to_the_next() -> None:
    table = Table("t", "Bảng", ("Cơ quan", "Số lượng"), (("Một", "1"), ("Mọi xã", "Ủy ban nhân dân xã: 1; " * 120)))
    report = a_report()
    officer = replace(report.paper("officer"), blocks=(table,))
    (drawn,) = opened("officer", replace(report, papers=(officer,))).tables
    assert [bool(row._tr.xpath("./w:trPr/w:cantSplit")) for row in drawn.rows] == [True, True, False]
    narrow, wide = (cell.width.mm for cell in drawn.rows[0].cells if cell.width)
    assert wide > 3 * narrow


def test_numbers_stand_at_the_right_with_dots_and_words_at_the_left() -> None:
    (table,) = [t for t in opened("officer").tables if t.rows[0].cells[0].text == BODIES.head[0]]
    cells = [cell.paragraphs[0] for cell in table.rows[1].cells]
    assert [(p.text, shape(p, "alignment")) for p in cells] == [
        ("=cmd()", ALIGN.LEFT),
        ("3", ALIGN.RIGHT),
        ("4.200", ALIGN.RIGHT),
    ]


def test_no_column_is_narrower_than_its_longest_word_while_there_is_room() -> None:
    table = Table("t", "Bảng", ("Ký hiệu", "Nội dung"), (("K2a", "Một nội dung rất dài " * 12),))
    report = a_report()
    officer = replace(report.paper("officer"), blocks=(Line("heading", "A"), table))
    (drawn,) = opened("officer", replace(report, papers=(officer,))).tables
    narrow, wide = (cell.width.mm for cell in drawn.rows[0].cells if cell.width)
    assert narrow > length_of("hiệu", 12)
    assert narrow + wide == pytest.approx(165, abs=1)
