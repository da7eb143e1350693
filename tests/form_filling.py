"""Fills in the form page as a person does, for tests and for the pictures of the guide."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def opened(page: Page, base: str, kind: str, frame: str = "") -> None:
    """Open the form of a kind."""
    page.goto(f"{base}{frame}viet-bai/")
    page.locator(f"[data-kind={kind}]").click()
    expect(page.locator("form .step").first).to_be_visible(timeout=15_000)


def control(page: Page, place: str) -> Locator:
    """The control of a place, with what is folded around it opened."""
    found = page.locator("#o-" + re.sub(r"[^a-zA-Z0-9]+", "-", place))
    for folded in page.locator("details.fold:not([open])", has=found).all():
        folded.locator("> summary").click()
    return found


def fill(page: Page, place: str, value: Any) -> None:
    """Fill in a field as a person does, whatever it is made of."""
    if isinstance(value, dict):
        for name, one in value.items():
            fill(page, f"{place}.{name}", one)
    elif isinstance(value, list) and isinstance(value[0], dict):
        for number, row in enumerate(value, 1):
            if not page.locator(f"#o-{place}-{number}").count():
                control(page, place).locator("> .more-results").click()
            fill(page, f"{place}[{number}]", row)
    else:
        fill_one(control(page, place), value)


def fill_one(found: Locator, value: Any) -> None:
    tag = found.evaluate("one => one.tagName")
    if tag == "SELECT":
        found.select_option(value)
    elif tag == "FIELDSET":
        for one in value:
            found.locator(f"input[value={one}]").check()
    elif value in ("not_recorded", "not_known"):
        found.locator("xpath=..").locator(".tick input").check()
    else:
        found.fill("\n".join(value) if isinstance(value, list) else value)
