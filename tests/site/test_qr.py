"""The square code on paper leads to the page's own address."""

import re

import pytest
import segno

from conftest import Site
from portal.site.drawings.qr import square


@pytest.mark.parametrize("url", ["https://example.org/", "https://example.org/en/cong-uoc/crc/"])
def test_the_drawn_modules_are_the_modules_of_the_code(url: str) -> None:
    drawn, x, y = set(), 0, 0
    path = square(url).path
    assert path.startswith("M0 .5")
    for right, down, length in re.findall(r"m(-?\d+) (\d+)h(\d+)", path):
        x, y = x + int(right), y + int(down)
        drawn |= {(x + n, y) for n in range(int(length))}
        x += int(length)
    code = segno.make(url, error="m", micro=False, mask=3)
    border = code.default_border_size
    dark = {(x + border, y + border) for y, row in enumerate(code.matrix) for x, module in enumerate(row) if module}
    assert drawn == dark
    assert square(url).size == code.symbol_size()[0]


def test_every_page_carries_the_code_of_its_own_canonical_address(site: Site) -> None:
    for address in ("", "cong-uoc/crc/", "en/phan-bac/2026/sai/", "danh-sach/nhom/moi-nguoi/"):
        assert f'd="{square(f"https://example.org/{address}").path}"' in site.pages[address]
