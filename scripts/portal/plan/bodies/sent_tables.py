"""Who has sent what, in words: the sentences and the table that every place shows."""

from collections.abc import Iterator
from datetime import date

from portal.language.vocabulary import SENT_STATES
from portal.language.words import Words
from portal.language.written import written_day
from portal.plan.bodies.sent import Sending, Sendings
from portal.plan.plan import Plan
from portal.plan.report.values import Cell, Table
from portal.plan.tables import NOTHING, written_share


def sent_sentences(found: Sendings, plan: Plan, text: Words) -> tuple[str, ...]:
    """How many have sent, by when they should, the rates, the corrections; one sentence where nobody has to."""
    if not found.bodies:
        return (text.say("sent.none"),)
    return tuple(_sentences(found, plan, text))


def _sentences(found: Sendings, plan: Plan, text: Words) -> Iterator[str]:
    given, due = found.rate.numerator, found.rate.denominator
    yield text.say("sent.known", day=written_day(found.as_of, text), given=given, due=due, year=found.year)
    if found.due is None:
        yield text.say("sent.no_due")
    else:
        yield text.say("sent.due", day=written_day(found.due, text), section=plan.sections.report)
    if given:
        rates = {"rate": written_share(found.rate, text), "on_time": written_share(found.rate_on_time, text)}
        yield text.say("sent.rates", **rates)
        yield text.say("sent.corrected", count=found.corrected) if found.corrected else text.say("sent.no_corrected")


def state_rows(found: Sendings, text: Words) -> tuple[tuple[str, int], ...]:
    """(state in words, how many bodies) of every state some body is in, and all of them."""
    rows = [(text.label("sent_states", state), count) for state, count in found.counts.items() if count]
    return (*rows, (text.say("sent.total"), len(found.bodies)))


def still_to_send_first(found: Sendings) -> tuple[Sending, ...]:
    """The bodies, those that are still to send first."""
    order = {state: number for number, state in enumerate(reversed(SENT_STATES))}
    return tuple(sorted(found.bodies, key=lambda body: order[body.state]))


def sent_table(found: Sendings, text: Words) -> Table:
    """A row a body, in their order."""
    rows = tuple(_row(body, text) for body in still_to_send_first(found))
    return Table("sent", text.say("sent.title", year=found.year), text.listed("sent.head"), rows)


def _row(body: Sending, text: Words) -> tuple[Cell, ...]:
    why = f" ({text.say('sent.excused_why', why=body.why)})" if body.why else ""
    state = f"{text.label('sent_states', body.state)}{why}"
    document = body.document or NOTHING
    days = (_day(body.first, body, text), _day(body.last, body, text))
    return (body.agency.called(text.lang), state, *days, body.corrections if body.first else NOTHING, document)


def _day(day: date | None, body: Sending, text: Words) -> str:
    if day is None:
        return text.say("sent.unknown") if body.is_in else NOTHING
    return written_day(day, text)


def sent_tree(found: Sendings) -> dict[str, object]:
    """For programs: {year, as_of, due, expected, in, on_time, late, corrected, bodies: [{agency, state, first, last,
    corrections, document}, …]}; a day nobody knows is null."""
    counts = found.counts
    return {
        "year": found.year,
        "as_of": found.as_of.isoformat(),
        "due": found.due and found.due.isoformat(),
        "expected": len(found.bodies),
        "in": found.rate.numerator,
        "on_time": counts["on_time"],
        "late": counts["late"],
        "corrected": found.corrected,
        "bodies": [_body(body) for body in found.bodies],
    }


def _body(body: Sending) -> dict[str, object]:
    return {
        "agency": body.agency.id,
        "state": body.state,
        "first": body.first and body.first.isoformat(),
        "last": body.last and body.last.isoformat(),
        "corrections": body.corrections,
        "document": body.document or None,
    }
