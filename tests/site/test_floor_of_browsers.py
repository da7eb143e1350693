"""The oldest browsers the portal's pages are made for, Chromium 80 and Safari 12.1: what they lack stands apart in the
style, where leaving it out costs a reader nothing. The linter holds the same of the scripts (test_assets.py)."""

import re
from collections.abc import Iterator

import pytest

from conftest import ROOT
from portal.site.dress.assets import STYLES, bundles
from portal.site.dress.bundles import MORE_CSS, PORTAL_CSS

STYLE = "".join(made.decode() for path, made in bundles(ROOT).items() if path in (PORTAL_CSS, MORE_CSS))
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
LOST = {
    r":(is|where)\(": "Chrome 88, Safari 14: write each selector out",
    r"(?<![\w-])(padding|margin|border)-(inline|block):": "Chrome 87, Safari 14.1: name the two sides",
    r"(?<![\w(-])inset:": "Chrome 87, Safari 14.1: name the four sides",
    r"overflow-wrap: ?anywhere": "Safari 15.4: word-break: break-word does the same",
    r"(?<![\w-])[\d.]+(svh|dvh|lvh|cqi|cqw)\b": "Chrome 105",
    r"@(container|layer|property|scope)\b": "Chrome 85 and newer",
    r"\bcolor-mix\(|\blight-dark\(|\boklch\(": "Chrome 111 and newer",
    r"^\s*&": "Chrome 112: nothing is nested",
}
"""What an old browser leaves out with the whole of its rule, and what to write instead."""
ALONE = (":has(", ":focus-visible", "::marker", "::details-content", "::placeholder", "::-webkit-details-marker")
"""Selectors a browser may not know: it drops the rule, so that they may share none with others that it knows."""


def scanned(style: str) -> list[str]:
    return [why for pattern, why in LOST.items() if re.search(pattern, style, re.MULTILINE)]


def parted_rules(style: str) -> Iterator[tuple[str, str]]:
    yield from ((head.strip(), body) for head, body in RULE.findall(style))


def mixed(style: str) -> list[str]:
    """Rules in which a selector not every browser knows stands with one that all know."""
    found = []
    for head, _ in parted_rules(style):
        known = [not any(new in one for new in ALONE) for one in head.split(",")]
        if any(known) and not all(known):
            found.append(head)
    return found


def without_margins(style: str) -> list[str]:
    """Flexible boxes with a gap whose parts no margin keeps apart where a browser knows no gap."""
    old = "".join(re.findall(r"@supports not \(inset: ?0\) ?\{((?:[^{}]*\{[^{}]*\})*)", style))
    boxes = [
        selector.strip()
        for head, body in parted_rules(style)
        if re.search(r"display: ?(inline-)?flex", body) and re.search(r"(?<![-\w])gap:", body)
        for selector in head.split(",")
    ]
    return [box for box in boxes if f"{box} > " not in old]


def test_the_style_holds_nothing_that_an_old_browser_would_drop() -> None:
    assert scanned(STYLE) == []
    assert mixed(STYLE) == []


def test_the_parts_of_every_flexible_box_stand_apart_without_gap() -> None:
    written = "\n".join(part.read_text("utf-8") for part in sorted((ROOT / STYLES).glob("*.css")))
    assert "@supports not (inset: 0)" in written
    assert without_margins(STYLE) == []


@pytest.mark.parametrize(
    "rule",
    [
        ".a :is(b, c) { color: red; }",
        ".a { padding-inline: 1rem; }",
        ".a { inset: 0; color: red; }",
        ".a { overflow-wrap: anywhere; }",
        ".a { height: 100dvh; }",
    ],
)
def test_the_scan_finds_what_an_old_browser_drops(rule: str) -> None:
    assert scanned(rule)


def test_the_scan_finds_a_new_selector_beside_an_old_one_and_a_box_that_gap_alone_keeps_apart() -> None:
    assert mixed(".a:has(b),.c{color:red}") == [".a:has(b),.c"]
    assert mixed(".a:has(b){color:red}") == []
    assert without_margins(".x{display:flex;gap:1rem}@supports not (inset:0){.y > *{margin:0}}") == [".x"]
