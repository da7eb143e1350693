"""What stands around the signed paper: who writes, to whom, who signs; what the owner has not given is marked."""

from datetime import date
from typing import Final

from portal.content.known.house.owner import Owner, ReportBlocks
from portal.language.words import Words
from portal.plan.report.values import Frame

_WRITTEN_WITH_ZERO: Final = 2  # January and February; Decree 30/2020 writes no zero before the other months


def letterhead(owner: Owner | None, as_of: date, text: Words) -> Frame:
    """The frame, as far as the owner has given it. The day is left open: it is that of the signature."""
    blocks = _blocks(owner)

    def given(value: str | None, what: str) -> str:
        return value or text.say("report.empty", what=text.say(f"report.blanks.{what}"))

    recipients = tuple(one[text.lang] for one in blocks.recipients or ()) or (given(None, "recipients"),)
    month = f"{as_of.month:02}" if as_of.month <= _WRITTEN_WITH_ZERO else str(as_of.month)
    return Frame(
        parent=given(owner.parent[text.lang] if owner else None, "parent"),
        owner=given(owner.name[text.lang] if owner else None, "owner"),
        number=text.say("report.number", code=given(blocks.code, "code")),
        place_day=text.say("report.place_day", place=given(blocks.place[text.lang], "place"), m=month, y=as_of.year),
        authority=given(blocks.authority[text.lang], "authority"),
        signatory_title=given(blocks.signatory_title[text.lang], "signatory_title"),
        signatory=given(blocks.signatory, "signatory"),
        recipients=recipients,
    )


def addressees(owner: Owner | None, text: Words) -> tuple[str, ...]:
    """Whom the paper is sent to, or the mark that the owner has not said."""
    given = tuple(one[text.lang] for one in _blocks(owner).to or ())
    return given or (text.say("report.empty", what=text.say("report.blanks.to")),)


def not_given(owner: Owner | None) -> tuple[str, ...]:
    """The names of what a paper needs of the owner and has not got."""
    blocks = _blocks(owner)
    held: dict[str, object] = {
        "parent": owner and owner.parent.vi,
        "owner": owner and owner.name.vi,
        "code": blocks.code,
        "place": blocks.place.vi,
        "to": blocks.to,
        "authority": blocks.authority.vi,
        "signatory_title": blocks.signatory_title.vi,
        "signatory": blocks.signatory,
        "recipients": blocks.recipients,
    }
    return tuple(name for name, value in held.items() if not value)


def _blocks(owner: Owner | None) -> ReportBlocks:
    return (owner and owner.report) or ReportBlocks()
