"""A digitised document says what it is and who may publish it; its file opens, does nothing and hides nothing."""

import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pypdf
import pytest

import scan_maker
from conftest import INDEX, TODAY, Corpus
from portal.content.desk.release import release_problems
from portal.content.fronts.scans import paragraphs_on
from portal.content.library import Library, open_library
from portal.content.mending import mended_text
from portal.content.rules.scans import files
from portal.reading.media.scanned_pdf import scanned_pdf

PLACE = "tu-lieu/thong-bao"
PAGES = ("THÔNG BÁO\nVề việc thử", "Trang hai của thông báo thử.")
BODY = "## Trang 1\n\nTHÔNG BÁO\nVề việc thử\n\n## Trang 2\n\nTrang hai của thông báo thử.\n"
GOOD = {
    "kind": "scan",
    "date": "2026-02-01",
    "sources": "",
    "title": '"Thông báo thử đã quét"',
    "issuer": '"Ban Thử"',
    "number": '"01/TB"',
    "issued": "2026-01-05",
    "written_in": "vi",
    "rights_holder": '"Ban Thử"',
    "rights_ground": '"Văn bản công khai của Ban"',
    "licence": "public_domain",
    "redacted": '"Không"',
    "ocr": "checked",
    "scanned_by": '"Văn thư"',
    "checked_by": '"Người phụ trách"',
}


def opened(
    corpus: Corpus, fields: Mapping[str, str] = MappingProxyType({}), body: str = BODY, file: bytes | None = None
) -> Library:
    corpus.story(PLACE, body=body, **{**GOOD, **fields})
    corpus.write(f"docs/{PLACE}.pdf", scan_maker.scan(*PAGES) if file is None else file)
    return open_library(corpus.root, TODAY)


def told(
    corpus: Corpus, fields: Mapping[str, str] = MappingProxyType({}), body: str = BODY, file: bytes | None = None
) -> list[tuple[str, int, str]]:
    return [(one.code, one.line, one.field) for one in opened(corpus, fields, body, file).problems]


def codes(corpus: Corpus, file: bytes) -> list[str]:
    return [code for code, _, _ in told(corpus, file=file)]


def line_of(corpus: Corpus, begins: str) -> int:
    rows = (corpus.root / f"content_vi/{PLACE}.md").read_text("utf-8").splitlines()
    return next(number for number, row in enumerate(rows, 1) if row.startswith(begins))


def test_a_scan_with_its_text_page_by_page_passes(corpus: Corpus) -> None:
    assert told(corpus) == []
    story = open_library(corpus.root, TODAY).stories["vi", PLACE]
    assert getattr(story.front, "text", None) == list(PAGES)


def test_the_text_may_stand_in_the_head_as_the_editing_tool_writes_it(corpus: Corpus) -> None:
    assert told(corpus, {"text": '["Trang một.", "Trang hai."]'}, body="Lời của chúng tôi.\n") == []


def test_the_english_page_takes_the_text_from_the_original(corpus: Corpus) -> None:
    said = {"issuer": '"Board"', "rights_holder": '"Board"', "rights_ground": '"A public document"'}
    said |= {"scanned_by": '"Clerk"', "checked_by": '"Officer"'}
    corpus.english(PLACE, body="In English: a notice.\n", redacted='"None"', title='"A notice, scanned"', **said)
    library = opened(corpus)
    assert library.problems == ()
    story = library.stories["en", PLACE]
    assert getattr(story.front, "text", None) == list(PAGES)
    assert story.document.body.strip() == "In English: a notice."


@pytest.mark.parametrize(
    "name",
    ["issuer", "issued", "written_in", "rights_holder", "rights_ground", "licence", "redacted", "ocr", "agency"],
)
def test_what_a_scan_cannot_do_without_is_told(corpus: Corpus, name: str) -> None:
    assert told(corpus, {name: ""}) == [("missing-field", 1, name)]


def test_pages_are_counted_from_one_and_none_is_empty_or_left_out(corpus: Corpus) -> None:
    assert told(corpus, body=BODY.replace("Trang 2", "Trang 3", 1)) == [
        ("scan-page-order", line_of(corpus, "## Trang 3"), "")
    ]
    assert told(corpus, body=BODY.replace("Trang hai của thông báo thử.", "")) == [
        ("scan-page-empty", line_of(corpus, "## Trang 2") + 1, "text[2]")
    ]
    assert told(corpus, body="Chỉ có lời của chúng tôi.\n") == [("scan-no-text", line_of(corpus, "kind"), "kind")]


def test_a_checked_text_says_who_checked_it(corpus: Corpus) -> None:
    assert told(corpus, {"checked_by": ""}) == [("scan-checked-by-nobody", line_of(corpus, "ocr"), "ocr")]
    assert told(corpus, {"checked_by": "", "ocr": "unchecked"}) == []


def test_nothing_is_released_that_nobody_answers_for(corpus: Corpus) -> None:
    unsigned = opened(corpus, {"scanned_by": ""})
    assert unsigned.problems == ()  # a draft may say so; its page does
    assert "scan-unsigned" in {one.code for one in release_problems(unsigned)}
    assert "scan-unsigned" not in {one.code for one in release_problems(opened(corpus))}


OURS = "Lời của chúng tôi: [trang](https://dienbien.gov.vn/a?utm_source=x)"
PAPER = (
    "# Điều 1.  Chữ   cách xa , dấu sai\n* chưa rõ [7] | a | <b>\nXem http://vi-du.vn/a?utm_source=x và người tàn tật"
)


def test_what_the_paper_says_is_no_prose_of_ours(corpus: Corpus) -> None:
    """No rule for how we write goes over it, and no mend touches it; before it stands our own text, as ever."""
    body = f"{OURS}\n\n## Trang 1\n\n{PAPER}\n\n## Trang 2\n\nHai , ba\n"
    assert told(corpus, body=body) == [("link-tracking", line_of(corpus, OURS), "")]
    text = (corpus.root / f"content_vi/{PLACE}.md").read_text("utf-8")
    mended, _ = mended_text(text)
    assert OURS.partition("?")[0] + ")\n" in mended
    assert mended.partition("## Trang 1")[2] == text.partition("## Trang 1")[2]


def test_what_is_about_a_person_is_told_on_its_line_of_the_text(corpus: Corpus) -> None:
    body = BODY + "Người làm đơn có căn cước\nsố 001099012345.\nNguyễn Thị Mẫu\n"
    found = told(corpus, body=body)
    assert ("private-identity", line_of(corpus, "số 001"), "text[2]") in found
    assert ("private-name", line_of(corpus, "Nguyễn Thị"), "text[2]") in found


def test_who_signed_in_office_is_named_on_the_page_and_may_stand_in_both(corpus: Corpus) -> None:
    pages = (*PAGES[:1], "Trưởng ban\nNguyễn Thị Mẫu")
    body = BODY.replace("Trang hai của thông báo thử.", pages[1])
    file = scan_maker.scan(*pages)
    assert {code for code, _, _ in told(corpus, body=body, file=file)} == {"private-name", "pdf-personal"}
    people = '[{name: "Nguyễn Thị Mẫu", why: office, note: "Trưởng ban năm 2026"}]'
    assert told(corpus, {"people": people}, body=body, file=file) == []


def test_a_file_that_is_missing_or_belongs_to_no_page_is_told_where(corpus: Corpus) -> None:
    opened(corpus)
    (corpus.root / f"docs/{PLACE}.pdf").rename(corpus.root / "docs/tu-lieu/khac.pdf")
    corpus.write("docs/tu-lieu/ghi-chu.csv", "a,b\n")
    problems = open_library(corpus.root, TODAY).problems
    assert {(one.path, one.code) for one in problems} == {
        (f"content_vi/{PLACE}.md", "scan-file-missing"),
        ("docs/tu-lieu/khac.pdf", "scan-of-nobody"),
        ("docs/tu-lieu/ghi-chu.csv", "scan-of-nobody"),
    }


def test_the_file_of_a_page_that_is_no_digitised_document_is_nobodys(corpus: Corpus) -> None:
    opened(corpus)
    corpus.story("tu-lieu/index", title='"Tư liệu thử"', shows="section", **INDEX)
    corpus.write("docs/tu-lieu/index.pdf", scan_maker.scan(*PAGES))
    corpus.write(f"docs/{PLACE}.csv", "a,b\n")
    found = [(one.path, one.code) for one in open_library(corpus.root, TODAY).problems]
    assert found == [("docs/tu-lieu/index.pdf", "scan-of-nobody"), (f"docs/{PLACE}.csv", "scan-not-pdf")]


def test_a_page_whose_head_is_broken_keeps_its_file(corpus: Corpus) -> None:
    opened(corpus, {"issuer": "[", "ocr": "neither"})
    assert "scan-of-nobody" not in {one.code for one in open_library(corpus.root, TODAY).problems}


@pytest.mark.parametrize("row", ["##Trang 2", "### Trang 2", "# trang 2", "## Trang 2:", "## Trang số 2", "**Page 2**"])
def test_a_heading_that_lacks_little_is_told_with_what_to_write(corpus: Corpus, row: str) -> None:
    body = BODY.replace("## Trang 2", row)
    problems = opened(corpus, body=body).problems
    (one,) = (one for one in problems if one.code == "scan-page-heading")
    assert one.line == line_of(corpus, row)
    assert one.values["should"] in ("## Trang 2", "## trang 2", "## Page 2")


@pytest.mark.parametrize("row", [" ##Trang 2", "Trang 2", "## Trang hai của 2 năm", "### Mục 2"])
def test_a_line_that_is_no_heading_of_a_page_is_the_papers_own(corpus: Corpus, row: str) -> None:
    assert told(corpus, body=BODY + f"\n{row}\n") == []


def test_pages_that_stand_both_in_the_head_and_below_it_are_told(corpus: Corpus) -> None:
    found = told(corpus, {"text": '["Trang một.", "Trang hai."]'})
    assert ("scan-text-twice", line_of(corpus, "## Trang 1"), "") in found


def test_a_note_of_the_copyist_and_numbers_in_brackets_are_the_papers_words(corpus: Corpus) -> None:
    assert told(corpus, body=BODY + "\n[chưa đọc được] Xem chú thích [1].\n") == []
    source = '{title: "Bản %s", publisher: "Nơi", url: "https://example.org/%s", accessed: 2026-01-15}'
    sources = f"[{source % (1, 1)}, {source % (2, 2)}]"
    assert told(corpus, {"sources": sources}, body=f"{BODY}\nXem [1].\n") == [], "no mark of ours"
    assert [code for code, _, _ in told(corpus, {"sources": sources}, body=f"Lời [2].\n\n{BODY}\nXem [1].\n")] == [
        "source-not-cited"
    ]


def locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(scan_maker.scan(*PAGES)))
    writer.encrypt("", owner_password="mat-khau", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (scan_maker.scan(*PAGES)[:-400], "scan-broken"),
        (b"%PDF-1.4\nnothing more\n", "scan-broken"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 900, "scan-broken"),
        (scan_maker.scan(*PAGES).replace(b"/Kids[", b"/Kidz["), "scan-broken"),
    ],
)
def test_a_file_nobody_can_open_is_told_and_breaks_nothing(corpus: Corpus, file: bytes, code: str) -> None:
    assert {one for one in codes(corpus, file) if one.startswith("scan-")} == {code}


def test_a_locked_file_is_told(corpus: Corpus) -> None:
    assert "scan-locked" in codes(corpus, locked())


MORE = f"{scan_maker.first_more(len(PAGES))} 0 R"


@pytest.mark.parametrize(
    ("catalog", "thing", "code"),
    [
        (f"/OpenAction {MORE}", b"<</S/JavaScript/JS(app.alert(1))>>", "scan-script"),
        ("", b"<</S/JavaScript/JS(app.alert(1))>>", "scan-script"),  # though nothing leads to it
        (f"/OpenAction {MORE}", b"<</S/Launch/F(la.exe)>>", "scan-start"),
        (f"/AA<</WC {MORE}>>", b"<</S/SubmitForm/F(https://example.org)>>", "scan-start"),
        (f"/AcroForm<</Fields[{MORE}]>>", b"<</FT/Tx/T(ten)/V(da dien)>>", "scan-form"),
        (f"/AcroForm<</XFA {MORE}>>", b"[(a)]", "scan-form"),
        (f"/Names<</EmbeddedFiles<</Names[(a){MORE}]>>>>", b"<</Type/Filespec/EF<<>>>>", "scan-attachment"),
        ("", b"<</Type/Annot/Subtype/Square/Rect[0 0 9 9]/IC[0 0 0]>>", "scan-note"),
        ("", b"<</Type/Annot/Subtype/Redact/Rect[0 0 9 9]>>", "scan-note"),
    ],
)
def test_what_a_file_does_or_hides_beside_its_pages_is_told(
    corpus: Corpus, catalog: str, thing: bytes, code: str
) -> None:
    assert codes(corpus, scan_maker.scan(*PAGES, catalog=catalog, more=(thing,))) == [code]


def test_a_link_and_the_seal_of_a_body_are_no_such_thing(corpus: Corpus) -> None:
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org)>>>>"
    seal = b"<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>"
    field = b"<</FT/Sig/Type/Annot/Subtype/Widget/Rect[0 0 0 0]>>"
    sealed = scan_maker.scan(*PAGES, catalog="/AcroForm<</SigFlags 3>>", more=(link, seal, field))
    assert codes(corpus, scan_maker.saved_over(sealed)) == []  # a seal is laid on by saving over


def test_what_stood_there_before_a_change_is_told(corpus: Corpus) -> None:
    assert codes(corpus, scan_maker.saved_over(scan_maker.scan(*PAGES))) == ["scan-earlier"]


def test_text_and_file_have_as_many_pages(corpus: Corpus) -> None:
    assert told(corpus, file=scan_maker.scan(*PAGES, "Trang ba")) == [
        ("scan-pages", line_of(corpus, "## Trang 1"), "text")
    ]


def test_pages_without_a_layer_of_text_are_told_as_a_doubt(corpus: Corpus) -> None:
    (one,) = opened(corpus, file=scan_maker.scan(*PAGES, bare=(2,))).problems
    assert (one.code, one.values["pages"], one.is_doubt) == ("scan-bare", "2", True)
    assert codes(corpus, scan_maker.scan(*PAGES, bare=(1, 2))) == ["pdf-scanned"]


def test_who_made_the_file_is_told(corpus: Corpus) -> None:
    assert codes(corpus, scan_maker.scan(*PAGES, more=(b"<</Author(Tran Van Mau)>>",))) == ["file-author"]


def test_a_file_heavier_than_readers_pay_for_is_told(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_OF_A_SCAN", 4_000)
    assert codes(corpus, scan_maker.scan(*PAGES)) == ["scan-heavy"]


def test_no_bytes_break_the_reader(tmp_path: Path) -> None:
    whole = scan_maker.scan(*PAGES)
    for cut in range(0, len(whole), len(whole) // 40):
        scanned_pdf(whole[:cut])
        scanned_pdf(whole[:cut] + b"<<" * 3_000 + whole[cut:])


@pytest.mark.parametrize(
    ("sheet", "paragraphs"),
    [
        ("ỦY BAN\nTỈNH\n\nĐoạn một.", [("ỦY BAN", "TỈNH"), ("Đoạn một.",)]),
        (
            "Dòng này dài tới mép giấy nên còn\ntiếp ở dòng sau, rồi lại tới mép giấy\nvà hết.\nĐoạn mới.",
            [("Dòng này dài tới mép giấy nên còn tiếp ở dòng sau, rồi lại tới mép giấy và hết.", "Đoạn mới.")],
        ),
        ("Các việc phải làm trong năm nay:\n- việc một;\n- việc hai.", [
            ("Các việc phải làm trong năm nay:", "- việc một;", "- việc hai.")
        ]),
        ("  thụt   vào \n", [("thụt vào",)]),
        ("", []),
    ],
)  # fmt: skip
def test_lines_the_paper_s_edge_broke_are_one_again(sheet: str, paragraphs: list[tuple[str, ...]]) -> None:
    assert list(paragraphs_on(sheet)) == paragraphs
