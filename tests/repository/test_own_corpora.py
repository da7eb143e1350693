"""No test looks at this repository's own content or data: who publishes, approves or files turns nothing red."""

import re
from pathlib import Path

import pytest

from conftest import ROOT

TESTS = ROOT / "tests"
ALLOWED = {
    "doors/test_year.py": "works on a copy, and asks of it only what it has just put there",
    "repository/test_own_site.py": "asks the doors alone: check, build, links",
    "repository/test_own_corpora.py": "names what it forbids",
}
LOOKS = re.compile(
    r'ROOT / "(?:data|content_)'  # a file of the repository's own
    r"|\b(?:open|read)_\w+\((?:library\()?ROOT\b"  # opened as a corpus
    r"|\bsite: Path = ROOT / \"site\""  # the site somebody built
)


@pytest.mark.parametrize("path", sorted(TESTS.rglob("*.py")), ids=lambda path: path.relative_to(TESTS).as_posix())
def test_a_test_looks_at_corpora_of_its_own(path: Path) -> None:
    if path.relative_to(TESTS).as_posix() not in ALLOWED:
        assert LOOKS.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        '(ROOT / "data/plan.yml").read_text()',
        'ROOT / "content_vi/index.md"',
        "open_library(ROOT, TODAY)",
        "read_plan(ROOT, c)",
    ],
)
def test_a_look_at_the_repository_is_noticed(line: str) -> None:
    assert LOOKS.search(line)
