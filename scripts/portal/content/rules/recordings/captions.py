"""Captions: WebVTT whose times go forward and end with the film."""

import re
from collections.abc import Iterator
from typing import Final

from portal.reading.problems import Problem

MOST_BEHIND: Final = 2
"""Seconds the last caption may end after the recording."""
_TIME: Final = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES: Final = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_ARROW: Final = "-->"


def caption_problems(path: str, text: str, seconds: float) -> Iterator[Problem]:
    """What is wrong with a file of captions for something that takes so many seconds."""
    last, line, count = 0.0, 1, 0
    for number, row in enumerate(text.splitlines(), 1):
        if _ARROW not in row:
            continue
        found = _TIMES.fullmatch(row.strip())
        begin, end = (_seconds(found.groups()[:4]), _seconds(found.groups()[4:])) if found else (0.0, 0.0)
        if found is None or not last <= begin < end:
            yield Problem(path, number, "", "captions-times", {"value": row.strip()})
        last, line, count = max(begin, last), number, count + 1
        if end > seconds + MOST_BEHIND:
            yield Problem(path, number, "", "captions-behind", {"value": round(end), "most": round(seconds)})
    if not count:
        yield Problem(path, line, "", "captions-none")


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
