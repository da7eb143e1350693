"""The officer's sheet: what is still open in a report and where it is to be written. It is never sent."""

from collections.abc import Iterator

from portal.plan.bodies.reported import REPORTED_FOLDER
from portal.plan.ledger import successor
from portal.plan.report.ground import Ground, still_missing
from portal.plan.report.officer.sentences import folder_of
from portal.plan.report.tabled import counted
from portal.plan.report.values import Cell, Line, Part, Table
from portal.plan.tables import quality_rows


def desk_part(ground: Ground, why_draft: tuple[str, ...]) -> Iterator[Part]:
    """Everything the desk has to look at before the paper is signed."""
    yield from _section(ground, "draft")
    yield from (Line("point", why) for why in why_draft or (ground.say("desk.no_draft"),))
    yield _table(ground, "places", _places(ground))
    yield _table(ground, "not-reported", _not_reported(ground))
    yield from _section(ground, "doubts")
    doubts = list(_doubts(ground))
    yield from (Line("point", doubt) for doubt in doubts or [ground.say("desk.no_doubts")])
    yield from _section(ground, "sources")
    yield _table(ground, "sources", _sources(ground))
    yield _table(ground, "open-bodies", _open(ground))
    yield from _section(ground, "portal")
    yield from (Line("sentence", sentence) for sentence in _uncovered(ground))
    yield _table(ground, "quality", quality_rows(ground.span.tallies, ground.text))


def _section(ground: Ground, name: str) -> Iterator[Line]:
    yield Line("heading", ground.say(f"desk.parts.{name}"))


def _table(ground: Ground, name: str, rows: Iterator[tuple[Cell, ...]]) -> Table:
    head, sheet = ground.text.listed(f"desk.heads.{name}"), ground.say(f"desk.sheets.{name}")
    return Table(name, ground.say(f"desk.tables.{name}"), head, tuple(rows), sheet)


def _places(ground: Ground) -> Iterator[tuple[Cell, ...]]:
    """(file, what is to be written, whether it is)."""
    folder = folder_of(ground.span.year, ground.kind)
    for place in ground.places:
        state = "written" if ground.texts.get(place.name) else "not_written"
        yield f"{folder}/{place.name}.md", ground.asked(place), ground.say(f"desk.{state}")


def _not_reported(ground: Ground) -> Iterator[tuple[Cell, ...]]:
    for body in still_missing(ground):
        yield body.called(ground.text.lang), f"{REPORTED_FOLDER}/{ground.span.year}/{body.id}.yml"


def _doubts(ground: Ground) -> Iterator[str]:
    """What does not fit together: every sentence names bodies, so that somebody can be asked."""
    span = ground.span
    silent = [name for name in span.done.rows_by_body if name not in span.reports]
    idle = [name for name in span.reports if name not in span.done.rows_by_body]
    unsigned = [name for name, report in span.reports.items() if report.document is None]
    for doubt, names in (("rows_no_report", silent), ("report_no_rows", idle), ("no_document", unsigned)):
        if names:
            yield ground.say(f"desk.doubts.{doubt}", bodies="; ".join(sorted(map(ground.called, names))))
    for joint in (one for one in ground.ledger.register.joint if not one.url):
        if joint.day in span.targets.window:
            bodies = "; ".join(sorted(ground.called(row.agency) for row in joint.rows))
            values = {"day": ground.day(joint.day), "count": len(joint.rows), "bodies": bodies}
            yield ground.say("desk.joint", title=joint.title, **values)
    for figure in span.targets.figures.values():
        entered, told = figure.counts.get("exhibitions_in_register"), figure.counts.get("exhibitions_reported")
        if entered != told:
            values = {"entered": counted(ground, entered), "told": counted(ground, told)}
            yield ground.say("desk.doubts.exhibitions", target=figure.target.id, **values)


def _sources(ground: Ground) -> Iterator[tuple[Cell, ...]]:
    """(where figures come from, how many rows or which document)."""
    for span in ground.spans:
        if span.done.pages:
            yield ground.say("desk.source_pages", year=span.year), span.done.pages
        yield from sorted(span.done.rows_by_file.items())
        for name, report in span.reports.items():
            document = report.document
            said = ground.say("desk.no_document")
            if document:
                said = ground.say("desk.document", number=document.number, day=ground.day(document.date))
            yield f"{REPORTED_FOLDER}/{span.year}/{name}.yml", said


def _open(ground: Ground) -> Iterator[tuple[Cell, ...]]:
    named = dict.fromkeys(name for task in ground.plan.tasks for name in (*task.lead, *task.coordinating))
    unclear = (ground.agencies[name] for name in named if name in ground.agencies and ground.agencies[name].note)
    return ((body.called(ground.text.lang), successor(body, ground.agencies, ground.text)) for body in unclear)


def _uncovered(ground: Ground) -> Iterator[str]:
    coverage = ground.span.tallies.coverage
    names = [code.upper() for code, count in coverage["convention"].items() if not count]
    names += [ground.text.label("groups", group) for group, count in coverage["group"].items() if not count]
    if names:
        yield ground.say("desk.uncovered", names=", ".join(names))
