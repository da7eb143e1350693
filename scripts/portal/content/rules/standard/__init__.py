"""The standard for rebuttals: each rule with its own code, and the point of the standard it upholds."""

from collections.abc import Iterator, Mapping
from typing import Final

from portal.content.rules.standard.facts import FACTS
from portal.content.rules.standard.said import WORDS
from portal.content.rules.standard.written import Written
from portal.reading.documents import Document
from portal.reading.problems import Problem
from portal.reading.yaml_reader import dotted

__all__ = ("FACTS", "PARTS", "WORDS", "standard_problems")

PARTS: Final[Mapping[int, tuple[str, ...]]] = {
    1: ("claim-gets-no-verdict", "un-body-only-date-or-status"),
    2: (
        "archive-unsaid",
        "archive-twice",
        "claim-day-unsaid",
        "claimant-private",
        "link-to-profile",
        "handle-in-claim",
    ),
    4: ("true-part-empty", "context-unsaid", "unknowns-unsaid"),
    5: ("false-needs-two", "false-needs-primary", "false-needs-other"),
    6: ("evidence-untyped", "evidence-without-place", "evidence-not-cited"),
    7: ("reply-unsaid", "reply-without-day", "reply-without-asking"),
    8: ("roles-same", "roles-not-in-order"),
    9: ("refused-word",),
    10: ("correction-before-date", "correction-not-updated"),
    11: ("threat",),
}
"""Which rules uphold which point of the standard; point 3, the scale, is the model's own list of verdicts."""


def standard_problems(document: Document, original: bool) -> Iterator[Problem]:
    """What a rebuttal's file breaks of the standard: facts in the original, words in every language."""
    written = Written(document, document.front or {})
    for code, rule in {**(FACTS if original else {}), **WORDS}.items():
        for place, values in rule(written):
            line = document.line(place)
            if place[:1] == ("body",):
                line, place = document.body_line + int(place[1]), ()
            yield Problem(document.path, line, dotted(place), code, values)
