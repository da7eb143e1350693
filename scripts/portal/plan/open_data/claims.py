"""The claims that were answered, as an open table: what was said, by what kind of speaker, and what became of it."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from portal.content.fronts.rebuttals import Rebuttal
from portal.content.library import Library
from portal.language import vocabulary
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.places import ANSWERS
from portal.plan.open_data.known import in_both
from portal.plan.open_data.tables import OpenField, OpenRecord, OpenTable

CLAIMS_TABLE: Final = "claims"
_SAID: Final = ("title", "finding", "true_part", "claim_translation")


def claims_table(library: Library) -> OpenTable:
    """A row an answer, newest first; one that was taken back is none. Who made a claim is named only as its page does:
    an organisation, or a public figure who spoke in public."""
    fields = (
        OpenField("id", is_required=True),
        OpenField("claim", is_required=True),
        OpenField("claim_lang", is_required=True),
        OpenField("claim_kind", is_required=True, choices=vocabulary.CLAIM_KINDS),
        OpenField("claim_where", is_required=True),
        OpenField("claim_date", "date"),
        OpenField("claim_url", is_required=True),
        OpenField("archive_url"),
        OpenField("claimant_type", is_required=True, choices=vocabulary.CLAIMANT_TYPES),
        OpenField("claimant"),
        OpenField("verdict", is_required=True, choices=vocabulary.VERDICTS),
        *(column for name in _SAID for column in in_both(name)),
        OpenField("answered", "date"),
        OpenField("changed", "date"),
        OpenField("approved", "boolean", is_required=True),
    )
    return OpenTable(CLAIMS_TABLE, "claims", fields, ("id",), partial(_claims, library))


def _claims(library: Library) -> Iterator[OpenRecord]:
    approved = bool(library.data.owner and library.data.owner.approved)
    for story in library.newest(ORIGINAL, ANSWERS):
        front = story.front
        if isinstance(front, Rebuttal):
            claim = front.claim
            where = (claim.where, claim.date, claim.url, claim.archive_url)
            said = (cell for name in _SAID for cell in _in_each(library, story.place, name))
            days = (front.published, front.changed, front.is_given_out(approved))
            speaker = (claim.claimant_type, claim.claimant, front.verdict)
            yield (story.place, claim.text, claim.lang, claim.kind, *where, *speaker, *said, *days)


def _in_each(library: Library, place: str, name: str) -> Iterator[str | None]:
    """What the answer says in each language; None where it has no page in it."""
    for lang in LANGUAGES:
        story = library.story(lang, place)
        yield getattr(story.front, name, None) if story else None
