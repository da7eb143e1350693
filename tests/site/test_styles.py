"""The style: colours are tokens, a dark ground is declared once, and every class has a rule and a user."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from conftest import ROOT, Site
from portal.content.kinds import KINDS
from portal.content.known.house.colours import CARD
from portal.content.known.house.identity import COLOURS, IDENTITY
from portal.language import vocabulary
from portal.site.dress.assets import GROUNDS, STYLES, bundles
from portal.site.dress.bundles import BUNDLES

STYLE = "".join(bundles(ROOT)[name].decode() for name in BUNDLES if name.endswith(".css"))
PARTS = {part.name: part.read_text("utf-8") for part in sorted((ROOT / STYLES).glob("*.css"))}
COLOURED = (ROOT / IDENTITY / COLOURS).read_text("utf-8").partition(CARD)[0]
"""What the style takes of the portal's own colours: all but those of the share cards."""
TOKENS = re.compile(r"--[a-z0-9-]+(?=:)")
CLASS = re.compile(r"\.([a-z_][\w-]*)", re.IGNORECASE)
RULELESS = {
    **{f"kind-{kind}": "a page's kind, for rules that need it" for kind in KINDS},
    **{f"petal-{number}": "a page's theme, for rules that need it" for number in range(1, 6)},
    **{f"thread-{code}": "a convention's thread; the first has the colour of them all" for code in ("iccpr",)},
    **dict.fromkeys(("note", "info", "tip"), "a box of a text that looks as every box does"),
}
"""Classes pages have without a rule, and why."""
STATES = {
    "empty": "a list without stories",
    "withdrawn": "an answer that was withdrawn",
    "corrections": "a page that was corrected",
    "overdue": "a story due to be read again",
    "problems": "a preview with problems",
    **dict.fromkeys(("warning", "quote"), "a box of a text"),
    "series-2": "a figure with three rows of numbers",
    "open": "the menu after it was opened",
    "pages": "a list long enough to have pages (tests/doors/test_built_again.py makes one)",
    **dict.fromkeys(
        ("shelves", "products", "product", "product-picture", "product-words"),
        "a library in which something was printed",
    ),
    **dict.fromkeys(vocabulary.STATUSES, "a target's status"),
    **{f"drawn-{code}": "the drawing of a convention" for code in vocabulary.CONVENTIONS},
    **{f"verdict-{verdict}": "an answer's verdict" for verdict in vocabulary.VERDICTS},
}
"""Classes with a rule that no page of today may have, and when one has."""


def classes_in(style: str) -> set[str]:
    return set(CLASS.findall(re.sub(r"\{[^{}]*\}", "{}", style)))


def rules_classes() -> set[str]:
    return classes_in(STYLE)


def page_classes(site: Site) -> Iterator[str]:
    for text in (*site.pages.values(), (site.folder / "404.html").read_text("utf-8")):
        for found in re.findall(r'class="([^"]*)"', text.partition("<body")[2]):
            yield from found.split()


def test_every_class_of_a_page_has_a_rule(site: Site) -> None:
    assert set(page_classes(site)) - rules_classes() - set(RULELESS) == set()


def test_every_page_loads_the_rules_of_the_classes_it_has(site: Site) -> None:
    """A style of some pages alone must be that of every page in which a class has a rule of it and of no other file."""
    ruled = {name: classes_in(made.decode()) for name, made in bundles(ROOT).items() if name.endswith(".css")}
    for address, text in site.pages.items():
        loaded = re.findall(r'(?:<link rel="stylesheet" href|data-style)="[./]*([^"?]+)', text)
        has = {one for found in re.findall(r'class="([^"]*)"', text.partition("<body")[2]) for one in found.split()}
        known = set().union(*(ruled[name] for name in loaded))
        missed = has - known - {*RULELESS, "unread"}  # what nobody read is marked in steps alone
        lost = {one: [name for name in ruled if one in ruled[name]] for one in missed}
        assert lost == {}, address


def test_every_class_of_a_rule_has_a_user(site: Site) -> None:
    unused = rules_classes() - set(page_classes(site)) - set(STATES)
    scripts = "".join(part.read_text("utf-8") for part in (ROOT / "docs/scripts").rglob("*.js"))
    assert {name for name in unused if f'"{name}"' not in scripts} == set()


def test_no_class_is_a_bare_word_of_the_vocabulary() -> None:
    bare = re.findall(r"(?:^|[\s,(])\.([a-z_]+)(?=[\s,{)])", re.sub(r"\{[^{}]*\}", "{}", STYLE), re.MULTILINE)
    assert set(bare) & set(vocabulary.VERDICTS) == set()


@pytest.mark.parametrize("name", [name for name in PARTS if name != "tokens.css"])
def test_colours_stand_among_the_tokens_alone(name: str) -> None:
    assert re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", PARTS[name]) == []


def test_every_token_is_used_and_every_token_used_is_declared() -> None:
    declared = set(TOKENS.findall(COLOURED + PARTS["tokens.css"]))
    assert set(re.findall(r"var\((--[a-z0-9-]+)", STYLE)) == declared


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_dark_ground_is_declared_once_and_holds_either_way_it_is_reached(ground: str) -> None:
    declared = re.findall(rf"^@ground {ground} (\{{[^}}]*\}})", COLOURED + PARTS["tokens.css"], re.MULTILINE)
    assert ["--paper" in one for one in declared].count(True) == 1
    preferred, chosen = (re.search(rf"{re.escape(selector)} ?\{{([^}}]*)\}}", STYLE) for selector in GROUNDS[ground])
    assert preferred
    assert chosen
    assert preferred[1] == chosen[1]
    assert "--paper" in chosen[1]
    assert "@ground" not in STYLE


def test_every_dark_ground_changes_the_same_tokens() -> None:
    """A token only one of them changes would keep the colour of another ground."""
    (dark,) = re.findall(r"@ground dark (\{[^}]*\})", COLOURED)
    (contrast,) = re.findall(r"@ground dark-contrast (\{[^}]*\})", PARTS["tokens.css"])
    assert set(TOKENS.findall(dark)) == set(TOKENS.findall(contrast))


def test_a_browser_reads_every_rule(browser: Browser) -> None:
    """What a browser cannot read it leaves out in silence."""
    page = browser.new_page()
    page.set_content(f"<style>{STYLE}</style>")
    read = page.evaluate(
        """() => {
          const count = (rules) => [...rules].reduce((n, one) => n + 1 + (one.cssRules ? count(one.cssRules) : 0), 0);
          return count(document.styleSheets[0].cssRules);
        }"""
    )
    page.close()
    assert read == STYLE.count("{")
