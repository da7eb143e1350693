"""The form on /viet-bai/ and `check` tell the same of what is written: one table of inputs through both."""

from string import Formatter
from typing import Any

import pytest

from conftest import MADE_UP, TODAY, Corpus
from form_script import ANSWER, CLAIM, WHOLE, Draft, a_draft, a_source, faults_of, files_of
from portal.content.desk.facts import uncited_problems
from portal.content.library import open_library
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.site.writing.told import OF_ANSWERS, OF_FIELDS, OF_PERSONS, OF_TEXTS, TOLD_BY_THE_FORM

FIRST, SECOND = ANSWER["evidence"]
LONG = ("Một câu dài " + "rất nhiều chữ nối nhau không nghỉ " * 5).strip() + " [1]."


def claim(**more: Any) -> Draft:
    return {**CLAIM, **more}


def correction(day: str) -> Draft:
    return {"date": day, "kind": "typo", "what": {"vi": "A", "en": "A"}, "why": {"vi": "B", "en": "B"}}


def picture(**more: Any) -> Draft:
    maker, licence = {"vi": "Cơ quan mẫu", "en": "Sample body"}, vocabulary.PICTURE_LICENCES[0]
    return {"file": "2026/a.jpg", "maker": maker, "licence": licence, "people": "nobody", **more}


def panh() -> Draft:
    return {"name": "Lò Văn Panh", "why": "consent", "note": "Giấy đồng ý ngày 2/1/2026"}


CASES: dict[str, list[Draft]] = {
    "missing-field": [
        a_draft("achievement", title=None),
        a_draft("news", description=" \u00a0 "),
        a_draft("event", starts=None),
        a_draft("rebuttal", claim=None),
        a_draft("convention", summary=["", "  "]),
        a_draft("page", english={"title": ""}),
    ],
    "missing-field-in": [
        a_draft("achievement", sources=[a_source(title="")]),
        a_draft("policy", document={"issued": "2025-12-31"}),
        a_draft("publication", product={"formats": ["leaflet"]}),
        a_draft("rebuttal", claim=claim(where="", text="\u200b")),
        a_draft("news", corrections=[{"date": "2026-01-16", "kind": "typo", "what": {"vi": "A"}, "why": {}}]),
    ],
    "title-length": [
        a_draft("news", title="Tin"),
        a_draft("page", title="T" * 121),
        a_draft("page", english={"title": "A"}),
    ],
    "description-length": [a_draft("news", description="Ngắn quá."), a_draft("page", description="M" * 171)],
    "print-length": [
        a_draft("news", banner="a" * 121),
        a_draft("policy", poster={"headline": "a" * 61, "lines": ["Một", "Hai"]}),
        a_draft("page", english={"banner": "a" * 121}),
    ],
    "not-a-day": [
        a_draft("news", date="2026-02-30"),
        a_draft("event", starts="hôm nay"),
        a_draft("news", date="1850-01-01"),
    ],
    "day-in-future": [
        a_draft("news", updated="2031-01-01"),
        a_draft("policy", document={"number": "1", "issued": "2031-01-01"}),
    ],
    "before-date": [
        a_draft("news", withdrawn={"date": "2026-01-10", "why": {"vi": "A", "en": "B"}}),
        a_draft("news", updated="2026-01-14"),
        a_draft("achievement", reviewed="14/01/2026"),
    ],
    "date-in-future": [a_draft("news", date="2031-01-01")],
    "date-after-publishing": [a_draft("news", date="2031-01-02", publish_after="2031-01-01")],
    "source-nowhere": [
        a_draft("news", sources=[a_source(url="", symbol="12/BC")]),
        a_draft("rebuttal", evidence=[FIRST, {**SECOND, "url": "", "issued": "2025-01-01"}]),
    ],
    "home-page-alone": [
        a_draft("news", sources=[a_source(url="https://dienbien.gov.vn/", opened="not_recorded")]),
        a_draft("news", sources=[a_source(url="https://dienbien.gov.vn/vi/")]),
    ],
    "opened-unsaid": [
        a_draft("news", sources=[a_source(url="https://dienbien.gov.vn", symbol="1/BC")]),
        a_draft("rebuttal", evidence=[FIRST, {**SECOND, "url": "https://dienbien.gov.vn/index.html", "symbol": "1"}]),
    ],
    "opened-twice": [a_draft("news", sources=[a_source(copy_url="https://example.org/b", opened="not_recorded")])],
    "original-not-opened": [
        a_draft("news", sources=[a_source(copy_url="https://example.org/b", carries="original")]),
        a_draft("news", sources=[a_source(accessed="not_recorded", carries="original")]),
        a_draft("news", sources=[a_source(copy_by={"vi": "Ai", "en": "Who"}, carries="original")]),
    ],
    "picture-note": [a_draft("news", pictures=[picture(people="consent")])],
    "picture-path": [a_draft("news", pictures=[picture(file="docs/hinh/a.jpg")])],
    "before-start": [a_draft("event", ends="2027-02-28")],
    "not-a-url": [
        a_draft("news", sources=[a_source(url="www.example.org")]),
        a_draft("news", sources=[a_source(copy_url="https://noi bo/x")]),
        a_draft("rebuttal", claim=claim(url="ftp://example.org/")),
        a_draft("news", sources=[a_source(copy_url="http://192.0.2.1:801/a")]),
    ],
    "url-placeholder": [
        a_draft("news", sources=[a_source(url="https://example.org/")]),
        a_draft("news", sources=[a_source(copy_url="https://a.example/b")]),
    ],
    "not-a-place": [a_draft("news", places=["…", "Bản Mẫu"]), a_draft("news", places=["x" * 81])],
    "not-a-whole-number": [
        a_draft("publication", files=[{"path": "tai-lieu/a.pdf", "lang": "vi", "pages": "hai"}]),
    ],
    "claim-gets-no-verdict": [a_draft("rebuttal", claim=claim(nature="opinion"))],
    "un-body-only-date-or-status": [a_draft("rebuttal", claim=claim(claimant_type="un_body"))],
    "archive-unsaid": [a_draft("rebuttal", claim=claim(archive=""))],
    "archive-twice": [a_draft("rebuttal", claim=claim(archive_url="https://example.org/luu"))],
    "claim-day-unsaid": [a_draft("rebuttal", claim=claim(date=""))],
    "claimant-private": [a_draft("rebuttal", claim=claim(claimant_type="online", claimant="Một tổ chức"))],
    "link-to-profile": [
        a_draft("rebuttal", claim=claim(claimant_type="online", url="https://www.facebook.com/mau")),
    ],
    "handle-in-claim": [
        a_draft("rebuttal", claim=claim(where="Trang @maumau")),
        a_draft("rebuttal", claim=claim(text="@ai đó")),
    ],
    "context-unsaid": [a_draft("rebuttal", verdict="missing_context")],
    "unknowns-unsaid": [a_draft("rebuttal", verdict="unproven")],
    "false-needs-two": [a_draft("rebuttal", evidence=[FIRST])],
    "false-needs-primary": [a_draft("rebuttal", evidence=[{**FIRST, "carries": "", "locator": {}}, SECOND])],
    "false-needs-other": [
        a_draft("rebuttal", claim=claim(criticises=["Nơi hai"]), evidence=[{**FIRST, "publisher": "NƠI hai"}, SECOND]),
    ],
    "evidence-untyped": [a_draft("rebuttal", evidence=[FIRST, {**SECOND, "type": ""}])],
    "evidence-without-place": [a_draft("rebuttal", evidence=[{**FIRST, "locator": {}}, SECOND])],
    "evidence-not-cited": [a_draft("rebuttal", "Một đoạn có nguồn [1].\n")],
    "reply-unsaid": [a_draft("rebuttal", right_of_reply={})],
    "reply-without-day": [a_draft("rebuttal", right_of_reply={"asked": "true"})],
    "reply-without-asking": [a_draft("rebuttal", right_of_reply={"asked": "false", "date": "2026-01-10"})],
    "roles-same": [a_draft("rebuttal", roles={"author": "so-mau", "reviewer": "so-mau"})],
    "roles-not-in-order": [
        a_draft("rebuttal", roles={"reviewer": "so-mau"}),
        a_draft("rebuttal", roles={"approver": "so-mau"}),
    ],
    "correction-before-date": [a_draft("rebuttal", updated="2026-01-16", corrections=[correction("2026-01-10")])],
    "correction-not-updated": [a_draft("rebuttal", corrections=[correction("2026-01-16")])],
    "true-part-empty": [a_draft("rebuttal", true_part="Không có gì.")],
    "refused-word": [
        a_draft("rebuttal", finding="Đó là luận điệu cũ."),
        a_draft("rebuttal", "Đó là\nxuyên tạc [1]. Nguồn nữa [2].\n"),
        a_draft("rebuttal", english={"finding": "It is a smear.", "true_part": "The day."}),
    ],
    "threat": [a_draft("rebuttal", "Ai nói vậy sẽ bị xử lý [1, 2].\n")],
    "sources-not-cited": [a_draft("news", "Không có dấu nào.\n"), a_draft("news", "Chữ `[1]`.\n")],
    "source-number": [
        a_draft("news", "Chữ [2].\n"),
        a_draft("news", "Chữ [1, 3].\n"),
        a_draft("news", "Chữ [0] [1].\n"),
    ],
    "mark-unread": [
        a_draft("news", f"Chữ [1] và {mark}.\n")
        for mark in ("[12-15]", "[tài liệu 1]", "xem (1)", "chữ¹", "5 % (1)", "[0 ; 2]", "“[1-2]”")
    ],
    "marks-together": [
        a_draft("news", "> Họ viết “xem [1][1]”.\n\nChữ [1].\n"),
        a_draft("news", "Chữ [1] và “thế [1][1]”.\n"),
    ],
    "note-number": [a_draft("news", "Chữ [1] và [^1].\n")],
    "heading-first": [a_draft("news", "# Mục\n\nChữ [1].\n"), a_draft("page", "Mục\n====\n\nChữ.\n")],
    "anchor-taken": [
        a_draft("news", "## Nguồn\n\nChữ [1].\n"),
        a_draft("news", "## Nguồn 1\n\nChữ [1].\n"),
        a_draft("news", "## Chữ {#noi-dung}\n\nChữ [1].\n"),
    ],
    "heading-skips": [a_draft("news", "### Mục\n\nChữ [1].\n")],
    "heading-bold": [a_draft("news", "**Mục**\n\nChữ [1].\n"), a_draft("news", "Chữ [1].\n\n__Mục lớn__:\n\nChữ.\n")],
    "list-unread": [a_draft("news", "Chữ [1].\na) một\nb) hai\n"), a_draft("news", "3) ba [1]\n4) bốn\n")],
    "table-unread": [a_draft("news", "Chữ [1].\n| A | B |\n"), a_draft("news", "| A | B |\n| 1 | 2 |\n\n[1]\n")],
    "table-tabs": [a_draft("news", "Năm\tTỷ lệ\n2025\t92\n\nChữ [1].\n")],
    "bold-unread": [a_draft("news", "Chữ **đậm [1].\n"), a_draft("news", "Chữ ** đậm ** [1].\n")],
    "code-block": [a_draft("news", "Chữ [1].\n\n    x = 1\n"), a_draft("news", "Chữ [1].\n\n```\nx\n```\n")],
    "html-tag": [a_draft("news", "Chữ <font>lớn</font> [1].\n"), a_draft("news", "Chữ <script>x</script> [1].\n")],
    "link-scheme": [a_draft("news", "[x](javascript:a) [1]\n")],
    "link-absolute": [a_draft("news", "[x](/cong-uoc/crc/) [1]\n")],
    "link-empty": [a_draft("news", "[x]() [1]\n")],
    "link-unread": [a_draft("news", "[x](https://example) [1]\n")],
    "picture-without-text": [a_draft("news", "![](https://example.org/a.png) [1]\n")],
    "picture-outside": [a_draft("news", "![Lời](https://example.org/a.png) [1]\n")],
    "sentences-long": [a_draft("news", "\n\n".join([LONG] * 6))],
    "praise": [a_draft("news", "Kết quả vượt **bậc** [1].\n"), a_draft("news", title="Thành tích vượt bậc của tỉnh")],
    "capitals": [a_draft("news", "KẾT QUẢ ĐÃ ĐẠT ĐƯỢC [1].\n"), a_draft("news", title="TIN VUI CỦA CẢ TỈNH")],
    "decimal-sign": [
        a_draft("news", "Tỷ lệ là 92.86 % [1].\n"),
        a_draft("page", english={"description": "The rate of the whole sample province was 92,86 % in 2025."}),
    ],
    "note-to-self": [
        a_draft("news", "Chữ [1] TODO.\n"),
        a_draft("news", "Chữ [cần kiểm tra] [1].\n"),
        a_draft("news", summary=["[xem lại số]"]),
    ],
    "letter-foreign": [a_draft("news", "Chữ Điện Biєn [1].\n"), a_draft("news", title="Tin mới củа tỉnh")],
    "text-old-font": [a_draft("news", "TØnh §iÖn Biªn ®· cã [1].\n"), a_draft("news", title="TØnh §iÖn Biªn ®· cã")],
    "letter-lost": [a_draft("news", "Chữ \ufffd [1].\n")],
    "private-identity": [a_draft("news", "CCCD 011093001234 [1].\n"), a_draft("news", places=["CMND 040123456"])],
    "private-phone": [
        a_draft("news", "Gọi 0912\n345 678 [1].\n"),
        a_draft("page", english={"title": "Call 0912345678"}),
    ],
    "private-mail": [a_draft("news", "Thư: panh [at] gmail [dot] com [1].\n")],
    "private-account": [a_draft("news", "Tài khoản 8900205123456 [1].\n")],
    "private-name": [
        a_draft("news", "Chị **Lò Thị** Mai kể [1].\n"),
        a_draft("news", title="Chuyện của bà Giàng Thị Súa"),
        a_draft("news", people=[panh()], body="Anh Lò Văn Inh và ông Vàng A Dế [1].\n"),
    ],
    "private-plight": [a_draft("news", "Hoàng Minh Tuấn, bản Na Ư, đã 54 tuổi, bị ung thư [1].\n")],
}
"""For each code the form tells, drafts that have it (and perhaps others)."""
RIGHT = [
    *(a_draft(kind) for kind in WHOLE),
    *(a_draft(kind, english={}) for kind in WHOLE if kind not in ("rebuttal", "convention")),
    a_draft("convention", english={"summary": ["One."]}),
    a_draft("rebuttal", english={"finding": "The figure is wrong.", "true_part": "The day is right."}),
    a_draft("news", "Chữ “vượt bậc” [1], và “sẽ bị xử lý” 92,86 %.\n"),
    a_draft("news", "Chữ [1][1], (nguồn 1), [nguồn 1] và [01]. Xem https://example.org/hai.\n\n1) một\n2) hai\n"),
    a_draft("news", people=[panh()], body="Anh Lò Văn Panh, 54 tuổi, bản Huổi Lếch, thuộc hộ nghèo [1].\n"),
    a_draft("news", sources=[a_source(title="Chuyện bà Lò Thị Mai")]),
    a_draft("news", "## Nguồn {#nguon-nuoc}\n\nChữ [1].\n"),
    a_draft("news", "Năm\n2026. Chữ [1].\n\n1. một\n2. hai\n"),
    a_draft("news", "• một [1]\n• hai\n\nĐã làm:\n- a\n- b\n"),
    a_draft("news", title="  Tin\u00a0mới\u200b của Ðiện Biên  "),
    a_draft("news", sources=[a_source(url="", symbol="12/BC", issued="2025-12-31")]),
    a_draft("news", date="2031-01-01", publish_after="2031-01-01"),
    a_draft("news", sources=[a_source(accessed="not_recorded"), {"title": "", "url": " "}]),
]
ALL = [draft for drafts in CASES.values() for draft in drafts] + RIGHT


@pytest.fixture(scope="module")
def faults() -> list[list[dict[str, Any]]]:
    """What the form tells of each draft."""
    return faults_of(ALL)


@pytest.fixture(scope="module")
def told(faults: list[list[dict[str, Any]]]) -> list[set[str]]:
    """The same, its codes alone."""
    return [{fault["code"] for fault in found} for found in faults]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> list[set[str]]:
    """What `check` tells of the files the form writes for each draft."""
    folder = tmp_path_factory.mktemp("form")
    corpus = Corpus(folder)
    for name in ("agencies", "laws"):
        corpus.write(f"data/{name}.yml", (MADE_UP / f"data/{name}.yml").read_bytes())
    corpus.write("docs/tai-lieu/a.pdf", b"")
    return [codes_of(corpus, files) for files in files_of(ALL)]


def codes_of(corpus: Corpus, files: dict[str, str]) -> set[str]:
    (corpus.root / "content_vi").mkdir(exist_ok=True)
    written = [corpus.write(path, text) for path, text in files.items()]
    library = open_library(corpus.root, TODAY)
    found = {problem.code for problem in (*library.problems, *uncited_problems(library))}
    for file in written:
        file.unlink()
    return found & set(TOLD_BY_THE_FORM)


def test_every_code_the_form_tells_has_a_case() -> None:
    assert set(CASES) | {"empty-list", "number-too-small"} == set(TOLD_BY_THE_FORM)
    assert len({*OF_FIELDS, *OF_ANSWERS, *OF_TEXTS, *OF_PERSONS}) == len(TOLD_BY_THE_FORM)


@pytest.mark.parametrize("number", range(len(ALL)))
def test_the_form_tells_what_check_tells(told: list[set[str]], checked: list[set[str]], number: int) -> None:
    assert told[number] == checked[number], ALL[number]


@pytest.mark.parametrize("code", CASES)
def test_each_case_has_its_code(told: list[set[str]], code: str) -> None:
    start = sum(len(drafts) for name, drafts in CASES.items() if list(CASES).index(name) < list(CASES).index(code))
    for number in range(start, start + len(CASES[code])):
        assert code in told[number], ALL[number]


def test_every_blank_of_a_sentence_is_filled(faults: list[list[dict[str, Any]]]) -> None:
    for fault in (one for found in faults for one in found):
        for lang in LANGUAGES:
            blanks = {name for _, name, _, _ in Formatter().parse(words(lang).problems[fault["code"]]) if name}
            assert blanks <= {"field", *fault["values"]}, fault


def test_what_is_right_is_told_nothing(told: list[set[str]]) -> None:
    assert told[-len(RIGHT) :] == [set()] * len(RIGHT)
