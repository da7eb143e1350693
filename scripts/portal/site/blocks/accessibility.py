"""What the software does so that everyone can read: said by the software itself, each statement held by tests.

tests/pages/test_accessibility_said.py names the tests that hold each of them."""

from dataclasses import dataclass

from portal.site.spot import Spot


@dataclass(frozen=True)
class AccessibilityBlock:
    """What is done and what is known to be missing, a sentence or a few each."""

    done: tuple[str, ...]
    missing: tuple[str, ...]


def accessibility_block(spot: Spot) -> AccessibilityBlock:
    """The statements in the order of the words that make them."""
    text = spot.words
    return AccessibilityBlock(*(tuple(text.family(f"accessible.{part}").values()) for part in ("done", "missing")))
