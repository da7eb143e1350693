"""The standard's rules about facts, which stand in the original's file: claim, verdict, evidence, reply, roles."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

from portal.content.rules.standard.written import Found, Rule, Written, says_yes
from portal.language.vocabulary import WITHOUT_VERDICT
from portal.reading.fields import NOT_KNOWN
from portal.reading.markdown.text import text_of

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


def _without_verdict(one: Written) -> Iterator[Found]:
    nature = one.claim_word("nature")
    if nature in WITHOUT_VERDICT:
        yield ("claim", "nature"), {"value": nature}


def _un_body(one: Written) -> Iterator[Found]:
    nature = one.claim_word("nature") or "statement"
    if one.claim_word("claimant_type") == "un_body" and nature != "date_or_status" and nature not in WITHOUT_VERDICT:
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
    if one.claim.get("claimant") and one.claim_word("claimant_type") in PRIVATE:
        yield ("claim", "claimant"), {"value": one.claim["claimant_type"]}


def _profile(one: Written) -> Iterator[Found]:
    host = _host(one.claim_word("url"))
    if one.claim_word("claimant_type") in PRIVATE and any(host == s or host.endswith(f".{s}") for s in SOCIAL):
        yield ("claim", "url"), {"value": host}


def _host(url: str) -> str:
    """The host of an address; "" for what is none, which the model tells."""
    try:
        return urlsplit(url).hostname or "" if url.isprintable() else ""
    except ValueError:
        return ""


def _handle(one: Written) -> Iterator[Found]:
    for name in ("text", "where", "claimant"):
        found = _HANDLE.search(str(one.claim.get(name) or ""))
        if found:
            yield ("claim", name), {"value": found[0]}


def _context_unsaid(one: Written) -> Iterator[Found]:
    if one.verdict == "missing_context" and not one.text("missing_context"):
        yield ("verdict",), {}


def _unknowns_unsaid(one: Written) -> Iterator[Found]:
    if one.verdict == "unproven" and not one.text("unknowns"):
        yield ("verdict",), {}


def _needs_two(one: Written) -> Iterator[Found]:
    if one.verdict == "false" and len(one.parts("evidence")) < 2:
        yield ("evidence",), {"count": len(one.parts("evidence"))}


def _is_document(item: Mapping[str, Any]) -> bool:
    """Whether evidence is the document itself, be it in a copy, and no account of it."""
    return str(item.get("carries") or "report") != "report"


def _needs_primary(one: Written) -> Iterator[Found]:
    if one.verdict == "false" and not any(_is_document(item) for _, item in one.parts("evidence")):
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
        if _is_document(item) and not item.get("locator"):
            yield ("evidence", number), {"number": number + 1}


def _not_cited(one: Written) -> Iterator[Found]:
    """A text that cannot be read has that problem alone; that of an answer taken back is not shown."""
    text = text_of(one.document.body)
    for number, _ in one.parts("evidence") if not text.faults and not one.front.get("withdrawn") else ():
        if str(number + 1) not in text.cited:
            yield ("evidence", number), {"number": number + 1}


def _reply_unsaid(one: Written) -> Iterator[Found]:
    if "asked" not in one.part("right_of_reply"):
        yield ("right_of_reply",), {}


def _reply_without_day(one: Written) -> Iterator[Found]:
    reply = one.part("right_of_reply")
    if says_yes(reply.get("asked")) and not reply.get("date"):
        yield ("right_of_reply",), {}


def _reply_without_asking(one: Written) -> Iterator[Found]:
    reply = one.part("right_of_reply")
    if says_yes(reply.get("asked")) is False and (reply.get("date") or reply.get("answer")):
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
