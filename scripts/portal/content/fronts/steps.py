"""A way through one trouble, step by step: who helps, what to bring, what it costs, how long, what if refused."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from portal.content.front_matter import PrintedFront
from portal.content.publishing import PublicDay
from portal.content.radio import Radio
from portal.content.sources import Source
from portal.language.places import HELP, section_of
from portal.reading.fields import AgencyId, PastDay, Said, Text

SaidLines = Annotated[list[Text], Said()]
"""Short sentences, each with the marks of its sources; empty where nobody has read what the law says."""


class Steps(PrintedFront):
    """What somebody can do who is in one kind of trouble. `checked` is the day its laws were last read; `call` are
    numbers of data/public_numbers.yml, the most urgent first."""

    sections = (section_of(HELP),)
    template = "steps.html"
    review_months: ClassVar[int] = 6
    """After how many months its laws are to be read again."""

    kind: Literal["steps"]
    date: PublicDay
    agency: AgencyId
    sources: list[Source] = Field(min_length=1)
    checked: PastDay
    call: list[Text] = []
    helpers: Annotated[list[Text], Said()] = Field(min_length=1)
    bring: SaidLines = []
    cost: SaidLines = []
    how_long: SaidLines = []
    if_refused: SaidLines = []
    steps: Annotated[list[Text], Said()] = Field(min_length=1)
    afterwards: SaidLines = []
    legal_basis: Annotated[list[Text], Said()] = Field(min_length=1)
    radio: Annotated[Radio | None, Said()] = None


SAID_IN_LINES: tuple[str, ...] = (
    "helpers",
    "bring",
    "cost",
    "how_long",
    "if_refused",
    "steps",
    "afterwards",
    "legal_basis",
)
"""The fields that are lists of sentences with marks of sources."""
