"""The fact box of a convention: its days, Viet Nam's terms, what sources say differently."""

from portal.content.known.law.conventions import ConventionFacts
from portal.language.words import Words
from portal.language.written import written_day
from portal.site.links import thread_view
from portal.site.spot import Spot
from portal.site.values import DisputeView, FactRow, FactsView, Moment, day_view


def facts_view(spot: Spot, facts: ConventionFacts) -> FactsView:
    """The fact box of a convention."""
    lang, text = spot.words.lang, spot.words
    sign = facts.code.upper()
    disputes = tuple(DisputeView(sign, d.matter[lang], d.versions[lang], d.holds[lang]) for d in facts.disputes)
    as_of = text.say("fact_as_of", day=written_day(facts.as_of, text))
    dates, terms = _fact_dates(facts, text), _fact_terms(facts, text)
    summary = (dates[-1], *terms)
    return FactsView(thread_view(spot, facts.code), dates, _timeline(facts, text), terms, summary, as_of, disputes)


def _fact_dates(facts: ConventionFacts, text: Words) -> tuple[FactRow, ...]:
    joined = f"{written_day(facts.joined, text)} ({text.label('joined_by', facts.joined_by)})"
    return (
        FactRow(text.say("fact_adopted"), written_day(facts.adopted, text)),
        FactRow(text.say("fact_in_force"), written_day(facts.in_force, text)),
        FactRow(text.say("fact_signed"), written_day(facts.signed, text) if facts.signed else text.say("fact_none")),
        FactRow(text.say("fact_joined"), joined),
        FactRow(text.say("fact_in_force_here"), written_day(facts.in_force_here, text)),
        FactRow(text.say("fact_articles"), str(facts.articles)),
    )


def _timeline(facts: ConventionFacts, text: Words) -> tuple[Moment, ...]:
    """What happened when, the earliest first."""
    joined = f"{text.say('fact_joined')} ({text.label('joined_by', facts.joined_by)})"
    days = (
        (facts.adopted, text.say("fact_adopted")),
        (facts.in_force, text.say("fact_in_force")),
        (facts.signed, text.say("fact_signed")),
        (facts.joined, joined),
        (facts.in_force_here, text.say("fact_in_force_here")),
    )
    known = sorted((day, label) for day, label in days if day)
    return tuple(Moment(day_view(day, text), label) for day, label in known)


def _fact_terms(facts: ConventionFacts, text: Words) -> tuple[FactRow, ...]:
    lang, review = text.lang, facts.review
    members = text.say("fact_members", members=facts.members)
    return (
        FactRow(text.say("fact_reservations"), facts.reservations[lang]),
        FactRow(text.say("fact_protocols"), facts.protocols[lang]),
        FactRow(text.say("fact_committee"), f"{facts.committee[lang]} ({facts.committee_code}, {members})"),
        FactRow(text.say("fact_review"), f"{review.when[lang]}, {review.report[lang]}"),
        FactRow(text.say("fact_symbol"), review.symbol or text.say("fact_unseen")),
        FactRow(text.say("fact_complaints"), facts.complaints[lang]),
    )
