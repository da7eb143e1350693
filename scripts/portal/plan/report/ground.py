"""What a report is written from: the years it speaks of, what the officer wrote, the words of its language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from portal.content.known.agencies import Agency
from portal.content.known.house.owner import Owner
from portal.language.words import Words
from portal.language.written import written_day, written_number
from portal.plan.bodies.reported import AgencyReport
from portal.plan.ledger import Ledger
from portal.plan.measured import Done, Measured
from portal.plan.plan import Plan
from portal.plan.report.officer.places import Place, places_of
from portal.plan.report.values import Line
from portal.plan.tallies import Tallies
from portal.plan.targets import Year

Texts = Mapping[str, tuple[str, ...]]
"""name of a place → the officer's own paragraphs; a place without any is one nobody has written yet."""
POINT = "- "
"""How a paragraph that is one thing of a list begins."""


@dataclass(frozen=True)
class Span:
    """One year a report speaks of: its targets; what was made, and of it the portal's own pages; what was done; the
    bodies due in it, what they reported."""

    targets: Year
    tallies: Tallies
    own: Tallies
    done: Done
    due: tuple[Agency, ...]
    reports: Mapping[str, AgencyReport]

    @property
    def year(self) -> int:
        return self.targets.year

    @property
    def registered(self) -> int:
        """How many of the bodies due entered some product in the register."""
        return self._of_due(self.done.rows_by_body)

    @property
    def reported(self) -> int:
        """How many of the bodies due sent a report."""
        return self._of_due(self.reports)

    def given(self, measured: Measured) -> int:
        """How many of the bodies due have said anything that a measure is counted from."""
        return self._of_due(measured.by_body) if measured.measure.reported else self.registered

    def _of_due(self, names: Mapping[str, object]) -> int:
        return sum(agency.id in names for agency in self.due)


@dataclass(frozen=True)
class Ground:
    """What a report is written from. `spans` are the years it speaks of, the last being its own."""

    ledger: Ledger
    kind: str
    as_of: date
    spans: tuple[Span, ...]
    text: Words
    texts: Texts = field(default_factory=dict)

    @property
    def plan(self) -> Plan:
        return self.ledger.plan

    @property
    def span(self) -> Span:
        return self.spans[-1]

    @property
    def agencies(self) -> Mapping[str, Agency]:
        return self.ledger.library.data.agencies

    @property
    def owner(self) -> Owner | None:
        return self.ledger.library.data.owner

    @property
    def places(self) -> tuple[Place, ...]:
        return places_of(self.plan, self.kind)

    def called(self, name: str) -> str:
        """A body's name in the report's language."""
        return self.agencies[name].called(self.text.lang) if name in self.agencies else name

    def say(self, sentence: str, /, **values: object) -> str:
        """A sentence of the words with its blanks filled: say("paper.opening.annual", year=2026)."""
        return self.text.say(sentence, **values)

    def number(self, count: int) -> str:
        """A whole number as people read it."""
        return written_number(count, self.text, grouped=True)

    def day(self, day: date) -> str:
        return written_day(day, self.text)

    def plan_named(self) -> dict[str, str]:
        """The plan's own words for sentences that name it: {number, issued, issuer, title}."""
        plan, lang = self.plan, self.text.lang
        return {
            "number": plan.number,
            "issued": self.day(plan.issued),
            "issuer": plan.issuer[lang],
            "title": plan.title[lang],
        }

    def written(self, name: str) -> Iterator[Line]:
        """The officer's own paragraphs for a place, or the mark that they are still to be written."""
        paragraphs = self.texts.get(name, ())
        for one in paragraphs:
            yield Line("point", one.removeprefix(POINT)) if one.startswith(POINT) else Line("sentence", one)
        if not paragraphs:
            place = next(place for place in self.places if place.name == name)
            yield Line("blank", self.say("paper.write", what=self.asked(place)))

    def asked(self, place: Place) -> str:
        """What is to be written in a place, in words."""
        return self.say(f"paper.asks.{place.asks}", task=place.task)


def still_missing(ground: Ground) -> tuple[Agency, ...]:
    """The bodies that have sent nothing for the report's own year and are not excused."""
    return ground.ledger.missing(ground.span.year, ground.as_of)


def excused_from(ground: Ground) -> tuple[tuple[Agency, str], ...]:
    """The bodies that need not report for the report's own year, each with the reason."""
    return ground.ledger.excused(ground.span.year, ground.as_of)
