"""Tables as spreadsheets save them."""

import pytest

from conftest import Corpus
from portal.reading.tables.csv_reader import read_table
from portal.reading.tables.table_head import Columns

COLUMNS = Columns(("id", "name", "place", "url"), ("id", "name", "place"))
HEAD = "id,name,place,url\n"


def read(corpus: Corpus, text: str) -> tuple[list[tuple[int, dict[str, str]]], list[tuple[int, str, str]]]:
    rows, problems = read_table(corpus.root, corpus.write("a.csv", text), COLUMNS)
    return [(row.line, dict(row.cells)) for row in rows], [(p.line, p.field, p.code) for p in problems]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "1,A,B,\n",
        HEAD + "1,A,B\n",
        HEAD + "1,A,B,,,,\n",
        HEAD.replace("\n", ",,\n") + "1,A,B,,,\n",
        (HEAD + "1,A,B\n").replace(",", ";"),
        (HEAD + "1,A,B\n").replace(",", "\t"),
        "\ufeff" + (HEAD + "1,A,B\n").replace("\n", "\r\n"),
        HEAD + '"1","A","B",""\n\n , ,\n',
        HEAD + "1,\u00a0A ,B\n",
        "ID,Name,PLACE,URL\n1,A,B",
    ],
)
def test_a_row_is_read_alike_however_it_was_saved(corpus: Corpus, text: str) -> None:
    assert read(corpus, text) == ([(2, {"id": "1", "name": "A", "place": "B"})], [])


@pytest.mark.parametrize("said", ["sep=;", '"sep=;"', "SEP=;"])
def test_the_line_by_which_excel_names_its_separator_is_no_row(corpus: Corpus, said: str) -> None:
    text = f"{said}\n" + (HEAD + "1,A,B\n").replace(",", ";")
    assert read(corpus, text) == ([(3, {"id": "1", "name": "A", "place": "B"})], [])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("id,name,place,name\n1,A,B,C\n", [(1, "name", "column-twice")]),
        ("id,nmae,place\n1,A,B\n", [(1, "nmae", "unknown-column")]),
        ("id,name\n1,A\n", [(1, "", "missing-columns")]),
        ("", [(1, "", "missing-columns")]),
        ("sep=;\n", [(1, "", "missing-columns")]),
        (HEAD + ",A,\n", [(2, "", "row-fragment")]),
        (HEAD + "1,A,B,C,D\n", [(2, "", "register-width")]),
        (HEAD + "1,#REF!,B\n", [(2, "name", "formula-error")]),
        (HEAD + "1,#n/a,B\n", [(2, "name", "formula-error")]),
        (HEAD + '1,"A" b,B\n', [(2, "", "register-quotation")]),
    ],
)
def test_what_misleads_is_told_with_its_line(corpus: Corpus, text: str, problems: list[tuple[int, str, str]]) -> None:
    rows, found = read(corpus, text)
    assert (rows, found) == ([], problems)


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ('1,A,B,"https://a.vn\n2,A,B\n3,A,B\n', 2),
        ('1,"A,B\n2,A,B\n3,"A",B\n', 2),
        ('1,"A,B\n2,A,B\n3,A,"B\n', 2),
        ('1,A,B\n2,A,B\n3,A,B,"\n', 4),
        ('1,"A,B' + "\n2,A,B" * 50, 2),
    ],
)
def test_an_open_quotation_mark_is_told_on_its_line_and_swallows_no_row(corpus: Corpus, broken: str, line: int) -> None:
    rows, found = read(corpus, HEAD + broken)
    assert (line, "", "register-open-quote") in found
    lines = {number for number, _ in rows} | {number for number, _, _ in found}
    assert lines == set(range(2, 2 + len(broken.rstrip("\n").split("\n"))))


def test_a_cell_may_go_on_over_line_ends_where_no_row_is_swallowed(corpus: Corpus) -> None:
    rows, found = read(corpus, HEAD + '1,"A, ""mới""\nhai mặt",B\n2,A,B\n')
    assert found == []
    assert [(line, cells["name"]) for line, cells in rows] == [(2, 'A, "mới"\nhai mặt'), (4, "A")]
