"""Figures as charts, tables and CSV."""

from itertools import pairwise

from conftest import Corpus
from makers import CONTEXT, FIGURE
from portal.content.known.figures import Figure
from portal.content.known.reference import read_reference_data
from portal.language.words import words
from portal.reading.fields import Context
from portal.site.drawings.charts import LONGEST, ChartCell, chart


def figure(corpus: Corpus, text: str = FIGURE) -> Figure:
    corpus.write("data/figures/hinh.yml", text)
    return read_reference_data(corpus.root, Context(CONTEXT.today)).figures["hinh"]


def test_a_value_nobody_has_is_said_in_words_and_has_no_bar(corpus: Corpus) -> None:
    drawn = chart(figure(corpus), words("vi"))
    assert [bar.width for group in drawn.groups for bar in group.bars] == [LONGEST, 0.0]
    assert [(row.label, [cell.value for cell in row.cells]) for row in drawn.rows] == [
        ("2024", ["1,5"]),
        ("2025", ["chưa có số liệu"]),
    ]


def test_each_language_writes_numbers_its_own_way(corpus: Corpus) -> None:
    assert chart(figure(corpus), words("en")).rows[0].cells[0] == ChartCell("Row", "1.5")
    assert chart(figure(corpus), words("en")).description == "2024: Row 1.5. 2025: Row no figure available."


def test_bars_are_as_long_as_their_values(corpus: Corpus) -> None:
    two = figure(corpus, FIGURE.replace("1.5, null", "30, 10"))
    widths = [bar.width for group in chart(two, words("vi")).groups for bar in group.bars]
    assert widths[0] == LONGEST
    assert abs(widths[0] - 3 * widths[1]) < 0.2


def test_bars_never_overlap(corpus: Corpus) -> None:
    text = FIGURE.replace("source:", "  - name: Hai\n    values: [2, 3]\nsource:")
    drawn = chart(figure(corpus, text), words("vi"))
    tops = [bar.y for group in drawn.groups for bar in group.bars]
    assert all(later - earlier >= 20 for earlier, later in pairwise(tops))
    assert drawn.height >= tops[-1] + 20
