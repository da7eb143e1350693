"""Figures as charts, pictures, maps, tables and CSV."""

import io

import pytest
from PIL import Image

from conftest import Corpus
from makers import CONTEXT, FIGURE
from portal.content.known.communes import Commune
from portal.content.known.figures import Figure
from portal.content.known.reference import read_reference_data
from portal.language.words import words
from portal.reading.fields import Context
from portal.site.drawings.chart_pictures import PICTURE_WIDTH, ChartPicture, as_png
from portal.site.drawings.charts import Chart, ChartCell, chart
from portal.site.drawings.tiles import LEVELS, TileMap, tile_map

YEARS = FIGURE.replace('columns: ["2024", "2025"]', 'columns: ["2009", "2014", "2024"]')
COMMUNES = (
    Commune(id="xa-mot", name="Một", row=2, column=1),
    Commune(id="xa-hai", name="Hai", row=1, column=3),
    Commune(id="xa-ba", name="Ba", row=1, column=2),
)


def figure(corpus: Corpus, text: str = FIGURE) -> Figure:
    corpus.write("data/figures/hinh.yml", text)
    return read_reference_data(corpus.root, Context(CONTEXT.today)).figures["hinh"]


def drawn(corpus: Corpus, text: str = FIGURE, lang: str = "vi") -> Chart:
    return chart(figure(corpus, text), words(lang))


def mapped(values: dict[str, float | None]) -> TileMap:
    found = tile_map(COMMUNES, values, words("vi"))
    assert found is not None
    return found


def test_a_chart_says_its_finding_before_what_it_is_of(corpus: Corpus) -> None:
    found = drawn(corpus)
    assert (found.finding, found.title, found.unit) == ("Hàng lên", "Hình", "%")


def test_a_value_nobody_has_is_said_in_words_and_has_no_bar(corpus: Corpus) -> None:
    found = drawn(corpus)
    assert [bar.length for group in found.groups for bar in group.bars] == [100.0, 0.0]
    assert [(row.label, [cell.value for cell in row.cells]) for row in found.rows] == [
        ("2024", ["1,5"]),
        ("2025", ["chưa có số liệu"]),
    ]


def test_each_language_writes_numbers_its_own_way(corpus: Corpus) -> None:
    found = drawn(corpus, lang="en")
    assert found.rows[0].cells[0] == ChartCell("Row", "1.5")
    assert found.description == "2024: Row 1.5. 2025: Row no figure available."


def test_bars_are_as_long_as_their_values(corpus: Corpus) -> None:
    found = drawn(corpus, FIGURE.replace("1.5, null", "30, 10"))
    assert [bar.length for group in found.groups for bar in group.bars] == [100.0, 33.3]


def test_a_target_stands_where_its_value_would_and_makes_room_for_itself(corpus: Corpus) -> None:
    aimed = FIGURE.replace("[1.5, null]", "[30, null]\n    target: 60")
    found = drawn(corpus, f'{aimed}target_name: {{vi: "Mục tiêu", en: "Target"}}\n')
    first, second = (bar for group in found.groups for bar in group.bars)
    assert (first.length, first.target, first.goal) == (50.0, 100.0, "mục tiêu 60")
    assert (second.length, second.target, second.goal) == (0.0, None, "")
    assert found.target_name == "Mục tiêu"


def test_what_the_portal_worked_out_says_so_beside_its_number(corpus: Corpus) -> None:
    text = FIGURE.replace(
        "[1.5, null]", '[1.5, 2]\n    origins: [{columns: [2], derived: {vi: "1,5 + 0,5", en: "1.5 + 0.5"}}]'
    )
    found = drawn(corpus, text)
    assert [cell.derived for row in found.rows for cell in row.cells] == ["", "tính từ 1,5 + 0,5"]
    assert [bar.derived for group in found.groups for bar in group.bars] == ["", "tính từ 1,5 + 0,5"]


def test_years_are_a_line_as_far_apart_as_they_are(corpus: Corpus) -> None:
    found = drawn(corpus, YEARS.replace("1.5, null", "10, 20, 40"))
    first, second, third = (year.x for year in found.years)
    assert found.is_line
    assert (third - second) == pytest.approx(2 * (second - first), abs=0.1)
    heights = [point.y for point in found.courses[0].points]
    assert heights[1] - heights[2] == pytest.approx(2 * (heights[0] - heights[1]), abs=0.1)  # 20 above, then 10


def test_a_line_is_broken_where_a_year_has_no_value(corpus: Corpus) -> None:
    course = drawn(corpus, YEARS.replace("1.5, null", "10, null, 40")).courses[0]
    assert len(course.points) == 2
    assert course.stretches == ()


@pytest.mark.parametrize(
    "text",
    [
        FIGURE,  # two years: nobody measured what lies between
        FIGURE.replace('["2024", "2025"]', '["2025", "2014", "2020"]').replace("1.5, null", "1, 2, 3"),
        FIGURE.replace('["2024", "2025"]', '["2023", "2024", "Nơi khác"]').replace("1.5, null", "1, 2, 3"),
        YEARS.replace("1.5, null", "1, -2, 3"),
    ],
)
def test_what_is_no_course_of_years_is_never_a_line(corpus: Corpus, text: str) -> None:
    found = drawn(corpus, text)
    assert not found.is_line
    assert found.groups


def test_of_two_lines_the_lower_has_its_numbers_below(corpus: Corpus) -> None:
    two = YEARS.replace("1.5, null", "10, 20, 30").replace(
        "source:", "  - name: Hai\n    values: [5, 25, null]\nsource:"
    )
    upper, lower = drawn(corpus, two).courses
    assert [point.is_above for point in upper.points] == [True, False, True]
    assert [point.is_above for point in lower.points] == [False, True]


@pytest.mark.parametrize("text", [FIGURE, YEARS.replace("1.5, null", "10, 20, 30")])
def test_the_picture_is_wide_enough_for_a_paper_and_the_same_each_time(corpus: Corpus, text: str) -> None:
    picture = ChartPicture(drawn(corpus, text), "Nguồn: Văn bản (Nơi)", "Cổng thông tin", "Bản dự thảo")
    made = as_png(picture)
    assert made == as_png(picture)
    seen = Image.open(io.BytesIO(made))
    assert seen.width == PICTURE_WIDTH
    assert len(seen.getcolors() or []) > 8
    assert len(made) < 60_000


def test_the_picture_of_an_approved_portal_is_shorter_by_the_notice(corpus: Corpus) -> None:
    found = drawn(corpus)
    draft, approved = (Image.open(io.BytesIO(as_png(ChartPicture(found, "N", "C", n)))) for n in ("Bản dự thảo", ""))
    assert draft.height > approved.height


def test_every_commune_has_a_tile_and_what_nobody_knows_is_grey() -> None:
    found = mapped({"xa-mot": 80.0, "xa-hai": 10.0, "xa-ba": None})
    assert [(tile.name, tile.level, tile.text) for tile in found.tiles] == [
        ("Ba", 0, "chưa có số liệu"),
        ("Hai", 1, "10"),
        ("Một", LEVELS, "80"),
    ]
    assert found.known == "Có số liệu: 2 trên 3"


def test_nought_is_known_and_has_the_palest_shade() -> None:
    assert [tile.level for tile in mapped({"xa-mot": 0.0}).tiles] == [0, 0, 1]


def test_without_a_value_or_a_commune_there_is_no_map() -> None:
    assert tile_map(COMMUNES, {"xa-mot": None}, words("vi")) is None
    assert tile_map((), {"xa-mot": 1.0}, words("vi")) is None
