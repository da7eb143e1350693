"""What came with a form, part by part: how many rows, none, given, or not reported."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.language.words import Words
from portal.plan.forms.asked_fields import PRODUCTS
from portal.plan.forms.sheets import form_for
from portal.plan.ledger import Ledger
from portal.plan.receive.filled import Filled
from portal.plan.receive.taking import Arrival

_GIVEN_BY_US = "who"


@dataclass(frozen=True)
class PartSummary:
    """One part of a form: its title; `rows` how many a list has, None where it is no list or was not reported."""

    title: str
    reported: bool
    rows: int | None

    def said(self, text: Words) -> str:
        """The part in a few words; only of one that was reported."""
        if self.rows is None:
            return text.say("receive.part_said", part=self.title)
        return text.say("receive.part_rows" if self.rows else "receive.part_none", part=self.title, count=self.rows)


def parts_of(arrival: Arrival, ledger: Ledger, text: Words) -> tuple[PartSummary, ...]:
    """Every part that the body was asked; of a form taken in before there is nothing to say."""
    if arrival.form is None:
        return ()
    agency = ledger.library.data.agencies[arrival.receipt.agency]
    return tuple(_parts(arrival.form, ledger, agency.id, arrival.year, text))


def _parts(form: Filled, ledger: Ledger, agency: str, year: int, text: Words) -> Iterator[PartSummary]:
    asked = form_for(ledger.plan, ledger.library.data.agencies[agency], year, text)
    for part in (part for sheet in asked.sheets for part in sheet.parts if part.key != _GIVEN_BY_US):
        said = form.products if part.key == PRODUCTS else _at(form, part.key)
        yield PartSummary(part.title, said is not None, len(said) if part.had and said is not None else None)


def _at(form: Filled, key: str) -> list[object] | None:
    found: object = form.report
    for name in key.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, list) or found is None else [found]


def parts_said(parts: tuple[PartSummary, ...], text: Words) -> str:
    """The parts in one sentence, those that were not reported at its end."""
    said = [part.said(text) for part in parts if part.reported]
    left = [part.title for part in parts if not part.reported]
    return "; ".join([*said, *([text.say("receive.not_reported", parts=", ".join(left))] if left else [])])
