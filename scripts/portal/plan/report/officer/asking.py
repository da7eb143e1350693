"""Files for the officer's own sentences, empty but for the question each answers."""

from portal.language.words import Words
from portal.plan.plan import Plan
from portal.plan.report.officer.places import places_of
from portal.plan.report.officer.sentences import HINT, folder_of


def asking_files(plan: Plan, year: int, kind: str, text: Words) -> dict[str, bytes]:
    """path from the root → the text of a file for each place of a report: lines that ask, which are never printed, and
    room below them. Whoever writes them keeps what is there already."""
    how = text.listed("report_files.how_to_write")
    made: dict[str, bytes] = {}
    for place in places_of(plan, kind):
        asked = text.say(f"paper.asks.{place.asks}", task=place.task)
        lines = [text.say("report_files.to_write", what=asked), *how]
        made[f"{folder_of(year, kind)}/{place.name}.md"] = (
            "\n".join(f"{HINT} {line}" for line in lines) + "\n\n"
        ).encode()
    return made
