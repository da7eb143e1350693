"""No regular expression takes more than twice as long for twice as much, whatever a text repeats."""

import re

import pytest

from patterns import Use, uses, worst

OWN_FILES = frozenset(
    (
        "portal.content.advice.prose._NOT_OWN",  # advice on a text of at most 100,000 signs, in lines of 4,000
        "portal.site.dress.assets._AROUND_SIGNS",
        "portal.site.dress.assets._COMMENT",
    )
)
"""What nobody can make long: it reads style and scripts of the portal's own, or what other limits bound."""
USES = uses()


def test_the_patterns_are_found() -> None:
    names = {use.name for use in USES}
    assert len(names) > 100
    assert names >= OWN_FILES
    assert len([use for use in USES if isinstance(use.pattern.pattern, bytes)]) > 5


@pytest.mark.parametrize("use", [use for use in USES if use.name not in OWN_FILES], ids=lambda use: use.name)
def test_twice_as_much_takes_twice_as_long(use: Use) -> None:
    found = worst(use)
    assert found is None, (
        f"{use.name}: {use.pattern.pattern}\n{found[0]:.1f} times as long for twice as much: {found[1]}"
    )


@pytest.mark.parametrize("pattern", [r"\s*;", r"(?:a|a)*b", r"<[^>]*>", r"(\d+)+x", rb"<!--.*?-->", rb"\s*;"])
def test_one_that_is_not_linear_is_told(pattern: str | bytes) -> None:
    assert worst(Use("portal.reading.made_up", re.compile(pattern), anchored=False))


def test_bytes_are_measured_where_the_limits_of_texts_have_not_looked() -> None:
    assert worst(Use("portal.content.rules.made_up", re.compile(rb"<svg\b[^>]*?\swidth="), anchored=False))
