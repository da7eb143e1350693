"""The log of what came in: read into receipts, its broken lines told; the workbooks beside it are nobody's problem."""

from datetime import date

import pytest

from conftest import TODAY, Corpus
from makers import PLAN, SMALL_PLAN
from portal.content.library import open_library
from portal.plan.bodies.received import LOG_COLUMNS, first_day, is_laid, read_receipts, standing
from portal.plan.data_files.data_folder import unread_files
from portal.plan.ledger import open_registers
from portal.reading.fields import Context

ONE, TWO, THREE = ("a" * 64, "b" * 64, "c" * 64)
HEAD = "day,agency,sha256,form,replaces,products,document,report_sha256,register_sha256\n"
CONTEXT = Context(TODAY, agencies={"co-quan": None, "bao": None})


def told(corpus: Corpus, lines: str, name: str = "2026.csv") -> list[tuple[int, str, str]]:
    corpus.write(f"data/received/{name}", HEAD + lines)
    return [(p.line, p.field, p.code) for p in read_receipts(corpus.root, CONTEXT, PLAN)[1]]


def test_a_log_becomes_receipts_in_its_order(corpus: Corpus) -> None:
    lines = (
        f"2026-11-02,co-quan,{ONE},1,,12,12/BC-CQ,{THREE},\n2026-11-03,bao,{TWO},1,,0,,,\n"
        f"2026-11-09,co-quan,{THREE},1,{ONE},13,,,\n"
    )
    assert told(corpus, lines) == []
    receipts = read_receipts(corpus.root, CONTEXT, PLAN)[0][2026]
    assert [(r.day, r.agency, r.sha256, r.replaces, r.products, r.document) for r in receipts] == [
        (date(2026, 11, 2), "co-quan", ONE, None, 12, "12/BC-CQ"),
        (date(2026, 11, 3), "bao", TWO, None, 0, None),
        (date(2026, 11, 9), "co-quan", THREE, ONE, 13, None),
    ]
    assert (receipts[0].report_sha256, receipts[0].register_sha256) == (THREE, None)
    assert standing(receipts)["co-quan"].sha256 == THREE
    assert first_day(receipts, "co-quan") == date(2026, 11, 2)
    assert first_day(receipts, "khac") is None


GOOD = f"2026-11-02,co-quan,{ONE},1,,12,,,\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (f"2026-11-02,co-quna,{ONE},1,,0,,,\n", [(2, "agency", "unknown-agency")]),
        (f"2026-11-31,co-quan,{ONE},1,,0,,,\n", [(2, "day", "not-a-day")]),
        (f"2026-12-24,co-quan,{ONE},1,,0,,,\n", [(2, "day", "day-in-future")]),
        ("2026-11-02,co-quan,abc,1,,0,,,\n", [(2, "sha256", "not-a-sha256")]),
        (f"2026-11-02,co-quan,{ONE},,,0,,,\n", [(2, "form", "empty-cell")]),
        (f"2026-11-02,co-quan,{ONE},1,,-3,,,\n", [(2, "products", "not-a-whole-number")]),
        (f"2026-11-02,co-quan,{ONE},1,,1.5,,,\n", [(2, "products", "not-a-whole-number")]),
        (GOOD + GOOD, [(3, "sha256", "receipt-twice")]),
        (GOOD + f"2026-11-03,co-quan,{TWO},1,,1,,,\n", [(3, "replaces", "receipt-chain")]),
        (GOOD + f"2026-11-03,co-quan,{TWO},1,{THREE},1,,,\n", [(3, "replaces", "receipt-chain")]),
        (f"2026-11-03,bao,{TWO},1,{ONE},1,,,\n", [(2, "replaces", "receipt-replaces-nothing")]),
    ],
)
def test_a_broken_line_is_told_with_its_number(
    corpus: Corpus, lines: str, expected: list[tuple[int, str, str]]
) -> None:
    assert told(corpus, lines) == expected


def test_a_log_of_a_year_the_plan_does_not_have_is_told(corpus: Corpus) -> None:
    assert told(corpus, "", "2062.csv") == [(1, "", "year-outside-plan")]


def test_the_columns_are_those_of_the_head() -> None:
    assert ",".join(LOG_COLUMNS) + "\n" == HEAD


@pytest.mark.parametrize(
    ("path", "laid"),
    [
        ("data/received/2026/bieu.xlsx", True),
        ("data/received/2026/Biểu so GDDT (ban chot 20.11).XLSX", True),
        ("data/received/2026/xa/na-hy.ods", True),
        ("data/received/bieu.xlsx", False),
        ("data/received/nam-2026/bieu.xlsx", False),
        ("data/received/2026.csv", False),
        ("data/products/2026/bieu.xlsx", False),
    ],
)
def test_what_lies_in_the_folder_of_a_year_is_no_problem_and_elsewhere_it_is(
    corpus: Corpus, path: str, laid: bool
) -> None:
    corpus.write(path, HEAD)
    assert is_laid(path) is laid
    assert (unread_files(corpus.root) == []) is (laid or path.endswith("2026.csv"))


def test_the_ledger_carries_the_receipts(corpus: Corpus) -> None:
    corpus.write("data/plan.yml", SMALL_PLAN)
    corpus.write("data/received/2026.csv", HEAD + GOOD)
    registers = open_registers(open_library(corpus.root, TODAY), TODAY)
    assert registers.problems == ()
    assert registers.ledger
    assert [receipt.agency for receipt in registers.ledger.receipts[2026]] == ["co-quan"]
