"""The standard for rebuttals: each rule with its own code. The rules read what the file says, whatever its shape."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

from portal.content.rules.refused_words import refused, threats
from portal.language.vocabulary import WITHOUT_VERDICT
from portal.reading.documents import Document
from portal.reading.fields import NOT_KNOWN
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted

SOCIAL: Final = (
    "facebook.com",
    "fb.com",
    "zalo.me",
    "tiktok.com",
    "youtube.com",
    "x.com",
    "twitter.com",
    "instagram.com",
)
PRIVATE: Final = ("online", "unknown")  # claimants who may be private persons
_HANDLE = re.compile(r"(?<![\w.])@\w{2,}")
_NOTHING = re.compile(r"(không( có)?|chưa có|none|nothing)( gì| phần nào)?[.\s]*", re.IGNORECASE)
_SAID = ("finding", "true_part", "missing_context", "unknowns", "title", "description")


@dataclass(frozen=True)
class Written:
    """A rebuttal as its file says it, read without trusting any of it to have the shape it should have."""

    document: Document
    front: Mapping[str, Any]

    def part(self, name: str) -> Mapping[str, Any]:
        value = self.front.get(name)
        return value if isinstance(value, dict) else {}

    def parts(self, name: str) -> list[tuple[int, Mapping[str, Any]]]:
        value = self.front.get(name)
        return [(n, one) for n, one in enumerate(value) if isinstance(one, dict)] if isinstance(value, list) else []

    def text(self, name: str) -> str:
        value = self.front.get(name)
        return value if isinstance(value, str) else ""

    @property
    def verdict(self) -> str:
        value = self.front.get("verdict")
        return str(value).lower() if isinstance(value, bool) else str(value or "")

    @property
    def claim(self) -> Mapping[str, Any]:
        return self.part("claim")


Found = tuple[Location, Mapping[str, Any]]
Rule = Callable[[Written], Iterator[Found]]


def standard_problems(document: Document, original: bool) -> Iterator[Problem]:
    """What a rebuttal's file breaks of the standard: facts in the original, words in every language."""
    written = Written(document, document.front or {})
    for code, rule in {**(FACTS if original else {}), **WORDS}.items():
        for place, values in rule(written):
            line = document.line(place)
            if place[:1] == ("body",):
                line, place = document.body_line + int(place[1]), ()
            yield Problem(document.path, line, dotted(place), code, values)


def _without_verdict(one: Written) -> Iterator[Found]:
    nature = one.claim.get("nature")
    if nature in WITHOUT_VERDICT:
        yield ("claim", "nature"), {"value": nature}


def _un_body(one: Written) -> Iterator[Found]:
    nature = one.claim.get("nature", "statement")
    if one.claim.get("claimant_type") == "un_body" and nature != "date_or_status" and nature not in WITHOUT_VERDICT:
        yield ("claim", "nature"), {"value": nature}


def _archive_unsaid(one: Written) -> Iterator[Found]:
    if one.claim and not one.claim.get("archive_url") and one.claim.get("archive") != NOT_KNOWN:
        yield ("claim",), {}


def _archive_twice(one: Written) -> Iterator[Found]:
    if one.claim.get("archive_url") and one.claim.get("archive") == NOT_KNOWN:
        yield ("claim", "archive"), {}


def _day_unsaid(one: Written) -> Iterator[Found]:
    if one.claim and not one.claim.get("date"):
        yield ("claim",), {}


def _private_claimant(one: Written) -> Iterator[Found]:
    if one.claim.get("claimant") and one.claim.get("claimant_type") in PRIVATE:
        yield ("claim", "claimant"), {"value": one.claim["claimant_type"]}


def _profile(one: Written) -> Iterator[Found]:
    url = one.claim.get("url")
    host = urlsplit(url).hostname or "" if isinstance(url, str) and url.isprintable() else ""
    if one.claim.get("claimant_type") in PRIVATE and any(host == s or host.endswith(f".{s}") for s in SOCIAL):
        yield ("claim", "url"), {"value": host}


def _handle(one: Written) -> Iterator[Found]:
    for name in ("text", "where", "claimant"):
        found = _HANDLE.search(str(one.claim.get(name) or ""))
        if found:
            yield ("claim", name), {"value": found[0]}


def _true_part(one: Written) -> Iterator[Found]:
    if "true_part" in one.front and _NOTHING.fullmatch(one.text("true_part").strip()):
        yield ("true_part",), {"value": one.text("true_part")}


def _context_unsaid(one: Written) -> Iterator[Found]:
    if one.verdict == "missing_context" and not one.text("missing_context"):
        yield ("verdict",), {}


def _unknowns_unsaid(one: Written) -> Iterator[Found]:
    if one.verdict == "unproven" and not one.text("unknowns"):
        yield ("verdict",), {}


def _needs_two(one: Written) -> Iterator[Found]:
    if one.verdict == "false" and len(one.parts("evidence")) < 2:
        yield ("evidence",), {"count": len(one.parts("evidence"))}


def _needs_primary(one: Written) -> Iterator[Found]:
    if one.verdict == "false" and not any(item.get("primary") is True for _, item in one.parts("evidence")):
        yield ("evidence",), {}


def _needs_other(one: Written) -> Iterator[Found]:
    against = one.claim.get("criticises")
    named = {str(name).casefold() for name in against} if isinstance(against, list) else set()
    issued = {str(item.get("publisher", "")).casefold() for _, item in one.parts("evidence")}
    if one.verdict == "false" and issued and issued <= named:
        yield ("evidence",), {}


def _untyped(one: Written) -> Iterator[Found]:
    for number, item in one.parts("evidence"):
        if not item.get("type"):
            yield ("evidence", number), {"number": number + 1}


def _no_place(one: Written) -> Iterator[Found]:
    for number, item in one.parts("evidence"):
        if item.get("primary") is True and not item.get("locator"):
            yield ("evidence", number), {"number": number + 1}


def _not_cited(one: Written) -> Iterator[Found]:
    cited = {int(n) for mark in re.findall(r"\[(\d+(?:, ?\d+)*)\]", one.document.body) for n in mark.split(",")}
    for number, _ in one.parts("evidence"):
        if number + 1 not in cited:
            yield ("evidence", number), {"number": number + 1}


def _reply_unsaid(one: Written) -> Iterator[Found]:
    if not isinstance(one.part("right_of_reply").get("asked"), bool):
        yield ("right_of_reply",), {}


def _reply_without_day(one: Written) -> Iterator[Found]:
    reply = one.part("right_of_reply")
    if reply.get("asked") is True and not reply.get("date"):
        yield ("right_of_reply",), {}


def _reply_without_asking(one: Written) -> Iterator[Found]:
    reply = one.part("right_of_reply")
    if reply.get("asked") is False and (reply.get("date") or reply.get("answer")):
        yield ("right_of_reply", "asked"), {}


def _same_roles(one: Written) -> Iterator[Found]:
    names = [name for name in one.part("roles").values() if name]
    if len(set(map(str, names))) < len(names):
        yield ("roles",), {}


def _roles_in_order(one: Written) -> Iterator[Found]:
    roles = one.part("roles")
    given = [bool(roles.get(name)) for name in ("author", "reviewer", "approver")]
    if given != sorted(given, reverse=True):
        yield ("roles",), {}


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _correction_before(one: Written) -> Iterator[Found]:
    published = _day(one.front.get("date"))
    for number, item in one.parts("corrections"):
        day = _day(item.get("date"))
        if day and published and day < published:
            yield ("corrections", number, "date"), {"value": day.isoformat(), "date": published.isoformat()}


def _not_updated(one: Written) -> Iterator[Found]:
    days = [day for _, item in one.parts("corrections") if (day := _day(item.get("date")))]
    updated = _day(one.front.get("updated"))
    if days and not (updated and updated >= max(days)):
        yield ("corrections",), {"value": max(days).isoformat()}


def _motives(one: Written) -> Iterator[Found]:
    yield from _words(one, refused)


def _threats(one: Written) -> Iterator[Found]:
    yield from _words(one, threats)


def _words(one: Written, search: Callable[[str, str], Iterator[tuple[int, str]]]) -> Iterator[Found]:
    for name in _SAID:
        for _, word in search(one.text(name), one.document.lang):
            yield (name,), {"value": word}
    for number, item in enumerate(one.front.get("summary") or []):
        for _, word in search(str(item), one.document.lang):
            yield ("summary", number), {"value": word}
    for line, word in search(one.document.body, one.document.lang):
        yield ("body", line), {"value": word}


FACTS: Final[Mapping[str, Rule]] = {
    "claim-gets-no-verdict": _without_verdict,
    "un-body-only-date-or-status": _un_body,
    "archive-unsaid": _archive_unsaid,
    "archive-twice": _archive_twice,
    "claim-day-unsaid": _day_unsaid,
    "claimant-private": _private_claimant,
    "link-to-profile": _profile,
    "handle-in-claim": _handle,
    "context-unsaid": _context_unsaid,
    "unknowns-unsaid": _unknowns_unsaid,
    "false-needs-two": _needs_two,
    "false-needs-primary": _needs_primary,
    "false-needs-other": _needs_other,
    "evidence-untyped": _untyped,
    "evidence-without-place": _no_place,
    "evidence-not-cited": _not_cited,
    "reply-unsaid": _reply_unsaid,
    "reply-without-day": _reply_without_day,
    "reply-without-asking": _reply_without_asking,
    "roles-same": _same_roles,
    "roles-not-in-order": _roles_in_order,
    "correction-before-date": _correction_before,
    "correction-not-updated": _not_updated,
}
"""Rules about facts, which stand in the original's file alone."""

WORDS: Final[Mapping[str, Rule]] = {
    "true-part-empty": _true_part,
    "refused-word": _motives,
    "threat": _threats,
}
"""Rules about words, which hold in every language."""

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
