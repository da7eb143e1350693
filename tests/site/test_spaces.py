"""Line breaks no reader sees are not sent; what is seen, or stands as it was typed, stays."""

import pytest

from portal.site.finishing.spaces import without_unseen_breaks


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n", "<ul><li>a</li><li>b</li></ul>\n"),
        ("<p>a\n<a href='x'>b</a>\nc</p>", "<p>a\n<a href='x'>b</a>\nc</p>"),
        ("<a>a</a>\n<a>b</a>\n<div>c</div>", "<a>a</a>\n<a>b</a><div>c</div>"),
        ("<p>a </p> <p>b</p>", "<p>a </p> <p>b</p>"),
        ("<pre>\n<li>\n</pre>\n<p>a</p>", "<pre>\n<li>\n</pre><p>a</p>"),
        ("<textarea>\n\n<p>x</p></textarea>", "<textarea>\n\n<p>x</p></textarea>"),
        ('<path d="M0 0"/>\n<path d="M1 1"/>\n</svg>', '<path d="M0 0"/><path d="M1 1"/></svg>'),
    ],
)
def test_a_break_goes_where_nobody_sees_it(written: str, sent: str) -> None:
    assert without_unseen_breaks(written) == sent


def test_many_breaks_take_no_longer_than_few() -> None:
    assert without_unseen_breaks("a" + "\n " * 200_000 + "b") == "a" + "\n " * 200_000 + "b"
