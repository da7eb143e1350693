"""What a report is written from: the ledger, the years it speaks of, the words of its language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from portal.content.known.agencies import Agency
from portal.language.words import Words
from portal.language.written import written_day
from portal.plan.ledger import Ledger
from portal.plan.plan import Plan
from portal.plan.report.values import Cell, Line
from portal.plan.reported import AgencyReport
from portal.plan.tallies import Tallies
from portal.plan.targets import Year

Texts = Mapping[str, tuple[str, ...]]
"""name of a place → the officer's own paragraphs; a place without any is one nobody has written yet."""


@dataclass(frozen=True)
class Ground:
    """What a report is written from: the years it speaks of, the last being its own."""

    ledger: Ledger
    years: tuple[Year, ...]
    tallies: tuple[Tallies, ...]
    text: Words
    texts: Texts = field(default_factory=dict)

    @property
    def plan(self) -> Plan:
        return self.ledger.plan

    @property
    def year(self) -> Year:
        return self.years[-1]

    @property
    def agencies(self) -> Mapping[str, Agency]:
        return self.ledger.library.data.agencies

    @property
    def reports(self) -> Mapping[str, AgencyReport]:
        return self.ledger.reports.get(self.year.year, {})

    def called(self, name: str) -> str:
        """A body's name in the report's language."""
        return self.agencies[name].called(self.text.lang) if name in self.agencies else name

    def say(self, sentence: str, /, **values: object) -> str:
        """A sentence of the report with its blanks filled."""
        return self.text.say(f"report.{sentence}", **values)

    def counted(self, count: int | None) -> Cell:
        """A count as a cell; what nobody has entered says so."""
        return self.text.say("figure_missing") if count is None else count

    def head(self, table: str) -> tuple[str, ...]:
        """The heads of a table's columns."""
        return self.text.listed(f"report.{table}_head")

    def plan_named(self) -> dict[str, str]:
        """The plan's own words for sentences that name it: {number, issued, issuer, title}."""
        plan, lang = self.plan, self.text.lang
        issued = written_day(plan.issued, self.text)
        return {"number": plan.number, "issued": issued, "issuer": plan.issuer[lang], "title": plan.title[lang]}

    def to_write(self, what: str) -> Line:
        """A place that an officer has to fill in: the machine writes no judgement."""
        return Line("blank", self.say("write", what=self.say(what)))
