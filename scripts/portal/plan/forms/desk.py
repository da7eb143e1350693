"""What every sheet of one form is written with: the body, its form, the words, the looks, what it said before."""

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.format import Format

from portal.content.known.agencies import Agency
from portal.language.words import Words
from portal.language.written import written_day
from portal.plan.forms.earlier import Before
from portal.plan.forms.rules import Lists
from portal.plan.forms.values import Form
from portal.plan.ledger import Ledger
from portal.plan.plan import Window


@dataclass(frozen=True)
class Desk:
    """One form at work."""

    ledger: Ledger
    agency: Agency
    form: Form
    text: Words
    styles: Mapping[str, Format]
    before: Mapping[str, Before]
    lists: Lists

    @property
    def window(self) -> Window:
        return self.ledger.plan.full_window(self.form.year)

    def who(self) -> dict[str, str]:
        """What the form tells the body about itself, by the names of WHO."""
        named = self.named()
        window = self.text.say("forms.window", start=named["start"], end=named["end"])
        year = str(self.form.year)
        return {"body": self.agency.called(self.text.lang), "year": year, "window": window, "due": named["due"]}

    def named(self) -> dict[str, str]:
        """What sentences of the form name."""
        return plan_words(self.ledger, self.form.year, self.text)

    def heads(self) -> list[str]:
        """What stands over the cells of a part: this year, the year before, how to fill in."""
        named = {"year": self.form.year, "before": self.form.year - 1}
        return [self.text.say(f"forms.heads.{name}", **named) for name in self.text.family("forms.heads")]

    def label_of(self, key: str) -> str:
        """The label of a cell of the form."""
        return next(field.label for _, _, field in self.form.cells() if field.key == key)


def plan_words(ledger: Ledger, year: int, text: Words) -> dict[str, str]:
    """The plan, the year and who collects, as sentences of forms and letters name them; what nobody has given is
    marked: {year, before, number, issued, issuer, title, section, start, end, due, receiver}."""
    plan, owner = ledger.plan, ledger.library.data.owner
    window, due = plan.full_window(year), plan.due_day(year)
    receiver = owner.name[text.lang] if owner else None
    return {
        "year": str(year),
        "before": str(year - 1),
        "number": plan.number,
        "issued": written_day(plan.issued, text),
        "issuer": plan.issuer[text.lang],
        "title": plan.title[text.lang],
        "section": plan.sections.report,
        "start": written_day(window.start, text),
        "end": written_day(window.end, text),
        "due": text.say("forms.due", day=written_day(due, text)) if due else text.say("forms.no_due"),
        "receiver": receiver or text.say("forms.no_receiver"),
    }
