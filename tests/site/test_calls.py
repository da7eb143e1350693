"""Numbers to call are links where somebody is told to call them, and nowhere else."""

import pytest

from portal.site.calls import href, with_calls

NUMBERS = ("111", "113", "1900 1234")


def linked(text: str) -> str:
    return with_calls(f"<html><body><p>{text}</p></body>", NUMBERS)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Gọi 111 ngay.", "111"),
        ("Hoặc gọi <strong>113</strong>.", "113"),
        ("Hãy hỏi 111.", "111"),
        ("Tổng đài 111 trả lời.", "111"),
        ("Call 111, or write.", "111"),
        ("Gọi 1900 1234 được.", "1900 1234"),
    ],
)
def test_a_number_somebody_is_told_to_call_can_be_tapped(text: str, number: str) -> None:
    assert f'<a class="call" href="{href(number)}">{number}</a>' in linked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Có 111 hộ nghèo.",
        "Điều 110 và 111 của luật.",
        "theo Điều 110 hoặc 111 của luật",
        "Luật số 111/2015/QH13",
        "số 111,5 kg",
        "gọi 1113",
        '<a href="x">Gọi 111</a>',
        "<script>gọi 111</script>",
        "<legend><h2>Gọi 111 mất bao nhiêu tiền?</h2></legend>",
        "<label>Gọi 111</label>",
        "<strong>111 hộ</strong>",
    ],
)
def test_digits_that_are_a_count_or_a_link_stay_as_they_are(text: str) -> None:
    assert linked(text) == f"<html><body><p>{text}</p></body>"


def test_the_head_of_a_page_and_a_portal_without_numbers_stay_as_they_are() -> None:
    page = '<html><head><meta content="gọi 111"></head><body>gọi 111</body></html>'
    assert with_calls(page, ()) == page
    assert with_calls(page, NUMBERS).startswith('<html><head><meta content="gọi 111"></head>')


def test_a_link_calls_the_digits_alone() -> None:
    assert href("+84 (215) 3.825") == "tel:+842153825"
