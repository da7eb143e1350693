"""The seven threads."""

import pytest

from portal.language.vocabulary import CONVENTIONS
from portal.site.drawings.threads import HEIGHT, ORDERS, STITCHES, thread


def test_every_convention_has_its_own_order_of_stitches() -> None:
    assert tuple(ORDERS) == CONVENTIONS
    assert len(set(ORDERS.values())) == len(CONVENTIONS)


@pytest.mark.parametrize("code", CONVENTIONS)
def test_a_thread_is_drawn_inside_its_band(code: str) -> None:
    drawn = thread(code)
    starts = [tuple(map(int, part.split("h")[0].split())) for part in drawn.path.split("M")[1:]]
    assert all(0 <= x <= drawn.width and 0 <= y < HEIGHT for x, y in starts)


@pytest.mark.parametrize("name", STITCHES)
def test_stitches_are_even_rectangles_of_marks(name: str) -> None:
    rows = STITCHES[name].split("/")
    assert len({len(row) for row in rows}) == 1
    assert len(rows) <= HEIGHT - 2
    assert set("".join(rows)) == {"#", "."}
