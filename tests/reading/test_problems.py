"""Printing problems."""

from portal.reading.problems import Problem, as_github, as_text, in_order

ONE = Problem("content_vi/a.md", 7, "verdict", "not-a-choice", {"value": "sai", "choices": ("false", "misleading")})


def test_a_message_is_where_what_is_wrong_and_what_to_write() -> None:
    assert as_text([ONE], "vi") == "content_vi/a.md:7: 'verdict' là 'sai'; hãy chọn một trong: false, misleading"
    assert as_text([ONE], "en") == "content_vi/a.md:7: 'verdict' is 'sai'; choose one of: false, misleading"


def test_problems_come_in_reading_order_and_each_once() -> None:
    later = Problem("content_vi/b.md", 1, "", "file-name", {"name": "B.md", "now": "b.md"})
    assert in_order([later, ONE, ONE]) == (ONE, later)


def test_github_commands_cannot_be_broken_by_what_an_editor_wrote() -> None:
    nasty = Problem("a,b:c.md", 1, "kind", "not-a-choice", {"value": "x\n::error::y%", "choices": ["z"]})
    (line,) = as_github([nasty], "en").splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac.md,line=1,title=not-a-choice::")
    assert "x<U+000A>::error::y%25" in line


def test_nothing_an_editor_wrote_steers_a_terminal_or_makes_a_line_of_its_own() -> None:
    nasty = Problem("a\n::error::x.md", 1, "kind", "not-a-choice", {"value": "\x1b]0;title\a", "choices": ["z"]})
    assert as_text([nasty], "en") == (
        "a<U+000A>::error::x.md:1: 'kind' is '<U+001B>]0;title<U+0007>'; choose one of: z"
    )
    assert len(as_github([nasty], "en").splitlines()) == 1


def test_a_value_as_long_as_a_book_is_cut() -> None:
    long = Problem("a.md", 1, "kind", "not-a-choice", {"value": "x" * 5000, "choices": ["z"]})
    assert len(long.message("en")) < 200
