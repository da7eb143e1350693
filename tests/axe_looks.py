"""What axe-core finds on a page that several test files open."""

from playwright.sync_api import Page

from node import AXE

LOOK = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map(
  one => one.id + " " + one.nodes.map(node => node.target).join(", "))"""


def access_faults(page: Page, address: str) -> list[str]:
    """Each rule that a page breaks, with the elements that break it."""
    page.add_init_script(path=AXE)
    page.goto(address)
    found: list[str] = page.evaluate(LOOK)
    return found
