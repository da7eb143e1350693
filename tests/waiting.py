"""Waiting until something is so, which takes as long as it takes: a slow machine is no mistake.

In pages Playwright's wait_for_function does not do: when it has to look twice, the page's policy forbids it to.
"""

import time
from collections.abc import Callable

LONGEST = 120
"""Seconds until a test gives up."""


def until(true: Callable[[], object], what: str = "") -> None:
    end = time.monotonic() + LONGEST
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.1)
