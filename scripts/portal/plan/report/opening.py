"""How a report opens: who writes to whom, and what it speaks of."""

from collections.abc import Iterator
from datetime import date

from portal.content.known.owner import Owner, ReportBlocks
from portal.language.words import Words
from portal.language.written import written_day
from portal.plan.report.ground import Ground
from portal.plan.report.values import Frame, Line, Part


def letterhead(owner: Owner | None, as_of: date, text: Words) -> Frame:
    """What stands around the text, as far as the owner has given it."""
    blocks = (owner and owner.report) or ReportBlocks()

    def given(value: str | None, what: str) -> str:
        return value or text.say("report.empty", what=text.say(f"report.blanks.{what}"))

    recipients = tuple(one[text.lang] for one in blocks.recipients or ()) or (given(None, "recipients"),)
    day = {"d": f"{as_of.day:02}", "m": f"{as_of.month:02}", "y": as_of.year}
    return Frame(
        parent=given(owner.parent[text.lang] if owner else None, "parent"),
        owner=given(owner.name[text.lang] if owner else None, "owner"),
        number=text.say("report.number", code=given(blocks.code, "code")),
        place_day=text.say("report.place_day", place=given(blocks.place[text.lang], "place"), **day),
        authority=given(blocks.authority[text.lang], "authority"),
        signatory_title=given(blocks.signatory_title[text.lang], "signatory_title"),
        signatory=given(blocks.signatory, "signatory"),
        recipients=recipients,
    )


def opening_part(ground: Ground, undecided: tuple[str, ...]) -> Iterator[Part]:
    """What the report is, the days it speaks of, how it was made, and why it is still a draft."""
    window = ground.plan.full_window(ground.year.year)
    days = {"start": written_day(window.start, ground.text), "end": written_day(window.end, ground.text)}
    named = {**ground.plan_named(), "section": ground.plan.sections.report}
    yield Line("sentence", ground.say("opening", year=ground.year.year, **days, **named))
    if ground.year.window.end < window.end:
        yield Line("sentence", ground.say("cut_off", day=written_day(ground.year.window.end, ground.text)))
    yield Line("sentence", ground.say("how"))
    if undecided:
        yield Line("blank", ground.say("draft_why", targets=", ".join(undecided)))
