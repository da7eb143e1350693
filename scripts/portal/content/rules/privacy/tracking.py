"""Addresses copied from a search, a letter or a social network carry who sent the reader; the page is there without."""

import re
from collections.abc import Iterator
from typing import Final

from portal.content.rules.telling import front_texts, tell
from portal.content.scan_texts import PAPER_FIELD
from portal.reading.documents import Document
from portal.reading.markdown.text import WrittenText
from portal.reading.problems import Problem
from portal.reading.yaml_reader import dotted

ADDRESS: Final = re.compile(r"https?://(?:[^\s<>\"“”()\[\]{}`|\\]|\([^\s<>()]*\))+", re.IGNORECASE)
_STOPS: Final = ".,;:!?'*…"
_TRACKING: Final = re.compile(
    r"utm_\w*|(?:fb|g|d|ms|y|tw|tt|ig|sc|yandex_?|rb_|irc)clid|gclsrc|gbraid|wbraid|_g[al]|mc_[ce]id"
    r"|igsh(?:id)?|zarsrc|li_fat_id|mkt_tok|mibextid|__tn__|__cft__(?:\[\d+\]|%5b\d+%5d)?|ref_src|_hs(?:enc|mi)"
    r"|hsctatracking|vero_id|oly_(?:anon|enc)_id|wickedid|fb_(?:action_ids|action_types|source|ref)|gad_source|srsltid",
    re.IGNORECASE,
)
"""Google, Meta, Microsoft, Yandex, X, TikTok, LinkedIn, Zalo, Mailchimp, HubSpot: names that only count readers."""
_SEPARATOR: Final = re.compile(r"(&amp;|&)")


def untracked(text: str) -> str:
    """A text whose addresses end where the page is; all else in it as it was."""
    return ADDRESS.sub(lambda found: _cleaned(found[0]), text) if "?" in text else text


def tracking_problems(document: Document, text: WrittenText) -> Iterator[Problem]:
    """Addresses of the text, and of its front matter, that say more than where the page is."""
    lines = text.lines()
    for found in ADDRESS.finditer(lines.text):
        if _cleaned(found[0]) != found[0]:
            yield tell(document, lines.line_at(found.start()), "link-tracking", **_said(found[0]))
    for place, value in front_texts(document.front):
        if place[0] == PAPER_FIELD:
            continue  # what is printed on a paper stays so
        for found in ADDRESS.finditer(value):
            if _cleaned(found[0]) != found[0]:
                yield Problem(document.path, document.line(place), dotted(place), "link-tracking", _said(found[0]))


def _said(address: str) -> dict[str, str]:
    target = address.rstrip(_STOPS)
    return {"target": target, "instead": _cleaned(target)}


def _cleaned(address: str) -> str:
    """Without what only counts readers. An archive's copy keeps the whole address that it is the copy of."""
    target = address.rstrip(_STOPS)
    base, mark, rest = target.partition("?")
    if not mark or "://" in target[8:]:
        return address
    query, sign, fragment = rest.partition("#")
    first, *more = _SEPARATOR.split(query)
    parts = [("", first), *zip(more[::2], more[1::2], strict=True)]
    kept = [part for part in parts if not _TRACKING.fullmatch(part[1].partition("=")[0])]
    if len(kept) == len(parts):
        return address
    said = "".join(separator * (number > 0) + part for number, (separator, part) in enumerate(kept))
    return f"{base}{'?' * bool(said)}{said}{sign}{fragment}{address[len(target) :]}"
