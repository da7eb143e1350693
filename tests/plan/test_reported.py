"""What agencies report."""

from datetime import date

import pytest

from conftest import Corpus
from makers import PLAN, YEAR_END
from portal.content.known.agencies import Agency
from portal.plan.bodies.reported import held_in, read_reports
from portal.reading.fields import Context

BODY = Agency.model_validate({"id": "co-quan", "kind": "administrative"}, context=Context(YEAR_END))
AGENCIES = {
    "co-quan": BODY,
    "bao": BODY.model_copy(update={"id": "bao", "kind": "press"}),
    "so-cu": BODY.model_copy(update={"id": "so-cu", "kind": "former"}),
    "cac-so": BODY.model_copy(update={"id": "cac-so", "kind": "collective"}),
    "het": BODY.model_copy(update={"id": "het", "valid_to": date(2025, 6, 30)}),
    "chua-ro": BODY.model_copy(update={"id": "chua-ro", "kind": None}),
}
GOOD = """document: {number: "12/BC", date: 2026-11-20}
spokesperson: {designated: true, disclosures: 2}
people:
  human_rights: {in_post: 4, trained: 3}
trainings:
  - {date: 2026-05-01, title: "Tập huấn", people: 30}
misinformation: {detected: 2, handled: 2}
budget:
  - {source: "Ngân sách", vnd: 1000000}
"""


def told(corpus: Corpus, text: str, path: str = "2026/co-quan.yml") -> list[tuple[int, str, str]]:
    corpus.write(f"data/reported/{path}", text)
    _, problems = read_reports(corpus.root, Context(date(2026, 11, 23), agencies=AGENCIES), AGENCIES, PLAN)
    return [(p.line, p.field, p.code) for p in problems]


def test_a_good_report_is_read(corpus: Corpus) -> None:
    assert told(corpus, GOOD) == []
    reports, _ = read_reports(corpus.root, Context(date(2026, 11, 23)), AGENCIES, PLAN)
    said = reports[2026]["co-quan"].people.human_rights
    assert said
    assert (said.in_post, said.trained) == (4, 3)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("trained: 3", "trained: 5"), (4, "people.human_rights.trained", "more-trained-than-in-post")),
        (("handled: 2", "handled: 3"), (7, "misinformation.handled", "more-handled-than-detected")),
        (("detected: 2", "detected: -2"), (7, "misinformation.detected", "number-too-small")),
        (("in_post: 4", "in_post: 4.0"), (4, "people.human_rights.in_post", "number-two-readings")),
        (("in_post: 4", "in_post: 4.2"), (4, "people.human_rights.in_post", "number-two-readings")),
        (("in_post: 4", 'in_post: "4,2"'), (4, "people.human_rights.in_post", "number-not-whole")),
        (("in_post: 4", "in_post: true"), (4, "people.human_rights.in_post", "not-a-whole-number")),
        (("1000000", "450 triệu"), (9, "budget[1].vnd", "number-with-words")),
        (("1000000", "1.00.000"), (9, "budget[1].vnd", "number-parted")),
        (("1000000", "9" * 5000), (9, "budget[1].vnd", "number-not-understood")),
        (("people: 30", "people: .inf"), (6, "trainings[1].people", "number-not-understood")),
        (("designated: true", "designated: 1"), (2, "spokesperson.designated", "not-yes-no")),
        (("designated: true", "designated: có thể"), (2, "spokesperson.designated", "not-yes-no")),
        (("disclosures: 2", 'telephone: "0912 345 678"'), (2, "spokesperson.telephone", "office-mobile")),
        (("disclosures: 2", "telephone: 0215"), (2, "spokesperson.telephone", "not-office-telephone")),
        (("disclosures: 2", "email: phong.mot@gmail.com"), (2, "spokesperson.email", "office-mail-private")),
        (("disclosures: 2", "email: van-thu"), (2, "spokesperson.email", "not-office-mail")),
        (("disclosures: 2", "role: Ông Lò Văn Hai"), (2, "spokesperson.role", "personal-name")),
        (("in_post", "in_pots"), (4, "people.human_rights.in_pots", "unknown-field")),
        (("2026-11-20", "11/20/2026"), (1, "document.date", "day-month-first")),
        (("2026-11-20", "2026-12-20"), (1, "document.date", "day-in-future")),
    ],
)
def test_each_mistake_is_told_with_its_line(
    corpus: Corpus, change: tuple[str, str], expected: tuple[int, str, str]
) -> None:
    assert expected in told(corpus, GOOD.replace(*change))


def test_how_the_press_reaches_an_office_is_no_persons_number_there_and_one_anywhere_else(corpus: Corpus) -> None:
    office = GOOD.replace("disclosures: 2", 'role: Chánh Văn phòng, telephone: "0215 3825 111", email: a@b.gov.vn')
    assert told(corpus, office) == []
    assert told(corpus, office + 'note: "Hỏi 0215 3825 111"\n') == [(10, "note", "personal-phone")]


def test_a_report_of_a_body_nobody_knows_is_told(corpus: Corpus) -> None:
    assert [code for _, _, code in told(corpus, GOOD, "2026/co-quan-la.yml")] == ["unknown-agency"]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("2026/bao.yml", "note: x\nmisinformation: {detected: 1, handled: 1}\n", (2, "misinformation", "not-asked")),
        ("2026/bao.yml", "spokesperson: {designated: true}\n", (1, "spokesperson", "not-asked")),
        (
            "2026/co-quan.yml",
            "people:\n  key_officials: {in_post: 1, trained: 1}\n",
            (2, "people.key_officials", "not-asked"),
        ),
        ("2026/so-cu.yml", "spokesperson: {designated: true}\n", (1, "", "body-does-not-report")),
        ("2026/cac-so.yml", "note: x\n", (1, "", "body-does-not-report")),
        ("2026/het.yml", "spokesperson: {designated: true}\n", (1, "", "body-not-there")),
        ("2062/co-quan.yml", "spokesperson: {designated: true}\n", (1, "", "year-outside-plan")),
        ("99999/co-quan.yml", "spokesperson: {designated: true}\n", (1, "", "not-a-year-folder")),
    ],
)
def test_what_no_figure_would_count_is_told_and_not_dropped_in_silence(
    corpus: Corpus, path: str, text: str, expected: tuple[int, str, str]
) -> None:
    assert told(corpus, text, path) == [expected]


def test_a_body_nobody_knows_the_kind_of_may_report_on_everything(corpus: Corpus) -> None:
    everything = GOOD.replace("people:\n", "people:\n  key_officials: {in_post: 1, trained: 1}\n")
    assert told(corpus, everything, "2026/chua-ro.yml") == []


@pytest.mark.parametrize("what", ["trainings", "briefings", "exhibitions", "contests", "awards", "campaigns"])
@pytest.mark.parametrize(
    ("day", "code"),
    [("2025-11-30", "day-outside-report"), ("2026-12-01", "day-in-future"), ("2025-12-01", None), ("2026-11-30", None)],
)
def test_a_day_outside_the_report_s_year_is_told(corpus: Corpus, what: str, day: str, code: str | None) -> None:
    corpus.write("data/reported/2026/co-quan.yml", f"{what}:\n  - {{title: x, date: {day}}}\n")
    _, problems = read_reports(corpus.root, Context(YEAR_END), AGENCIES, PLAN)
    assert [(p.line, p.field, p.code) for p in problems] == ([(2, f"{what}[1].date", code)] if code else [])


def test_a_day_after_the_filing_belongs_into_the_next_report(corpus: Corpus) -> None:
    filed = PLAN.model_copy(update={"filed": {2026: date(2026, 11, 20)}})
    late = "trainings:\n  - {title: x, date: 2026-11-25}\n"
    for year, codes in ((2026, ["day-outside-report"]), (2027, [])):
        corpus.write(f"data/reported/{year}/co-quan.yml", late)
        _, problems = read_reports(corpus.root, Context(date(2027, 3, 1)), AGENCIES, filed)
        assert [p.code for p in problems] == codes
        (corpus.root / f"data/reported/{year}/co-quan.yml").unlink()


def test_a_list_nobody_wrote_is_not_an_empty_one(corpus: Corpus) -> None:
    corpus.write("data/reported/2026/co-quan.yml", "exhibitions: []\n")
    reports, _ = read_reports(corpus.root, Context(YEAR_END), AGENCIES, PLAN)
    said = reports[2026]["co-quan"]
    assert (held_in(said, "exhibitions"), held_in(said, "trainings")) == ([], None)


@pytest.mark.parametrize(
    ("written", "read"),
    [("450.000", 450_000), ("1.000", 1000), ("1.200", 1200), ("450.000.000", 450_000_000), ("450 000", 450_000),
     ('"450.000"', 450_000), ("450.000 đồng", 450_000), ("450000", 450_000), ("05", 5), ('"1.200,00"', 1200)],
)  # fmt: skip
def test_a_number_is_read_as_vietnamese_write_it_and_never_as_a_fraction(
    corpus: Corpus, written: str, read: int
) -> None:
    corpus.write("data/reported/2026/co-quan.yml", GOOD.replace("1000000", written))
    reports, problems = read_reports(corpus.root, Context(date(2026, 11, 23), agencies=AGENCIES), AGENCIES, PLAN)
    assert problems == []
    assert [line.vnd for line in reports[2026]["co-quan"].budget or ()] == [read]


@pytest.mark.parametrize(
    ("written", "read"), [("có", True), ("x", True), ('"yes"', True), ("chưa", False), ("no", False)]
)
def test_a_yes_is_read_as_people_write_it(corpus: Corpus, written: str, read: bool) -> None:
    corpus.write("data/reported/2026/co-quan.yml", GOOD.replace("designated: true", f"designated: {written}"))
    reports, problems = read_reports(corpus.root, Context(date(2026, 11, 23), agencies=AGENCIES), AGENCIES, PLAN)
    assert problems == []
    said = reports[2026]["co-quan"].spokesperson
    assert said
    assert said.designated is read


@pytest.mark.parametrize("written", ["20/11/2026", "20-11-2026", "20.11.2026", "ngày 20 tháng 11 năm 2026"])
def test_a_day_is_read_as_it_is_written_here(corpus: Corpus, written: str) -> None:
    corpus.write("data/reported/2026/co-quan.yml", GOOD.replace("2026-11-20", written))
    reports, problems = read_reports(corpus.root, Context(date(2026, 11, 23), agencies=AGENCIES), AGENCIES, PLAN)
    assert problems == []
    document = reports[2026]["co-quan"].document
    assert document
    assert document.date == date(2026, 11, 20)


def test_a_report_saved_by_notepad_is_read_like_any_other(corpus: Corpus) -> None:
    assert told(corpus, "\ufeff" + GOOD.replace("\n", "\r\n")) == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("2062/co-quan.yml", "year-outside-plan"),
        ("0001/co-quan.yml", "year-outside-plan"),
        ("²/co-quan.yml", "not-a-year-folder"),
        ("nam-2026/co-quan.yml", "not-a-year-folder"),
        ("20226/co-quan.yml", "not-a-year-folder"),
    ],
)
def test_a_report_of_a_year_the_plan_does_not_have_is_told(corpus: Corpus, path: str, code: str) -> None:
    corpus.write(f"data/reported/{path}", GOOD)
    reports, problems = read_reports(corpus.root, Context(date(2026, 11, 23)), AGENCIES, PLAN)
    assert [p.code for p in problems] == [code]
    assert reports == {}


def test_what_is_about_a_person_is_told_in_a_report_by_its_line(corpus: Corpus) -> None:
    text = GOOD + 'note: "Liên hệ ông Giàng A Súa, 0912 345 678"\n'
    assert sorted(told(corpus, text)) == [(10, "note", "personal-name"), (10, "note", "personal-phone")]
    text = GOOD.replace('title: "Tập huấn"', 'title: "Tập huấn cho em Lò Thị Mai"')
    assert told(corpus, text) == [(6, "trainings[1].title", "personal-name")]
