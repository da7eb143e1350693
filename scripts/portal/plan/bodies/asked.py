"""What the plan asks: its targets, the contents it wants told, its tasks, and how each is measured."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from portal.content.known.agencies import Agency
from portal.content.strict import Both, Strict
from portal.reading.fields import AgencyId, AgencyKind, Audience, Channel, Format, Text, problem

PEOPLE = ("human_rights", "information", "external_information", "key_officials")
"""The groups of people in a body's report that a target may be about."""
COUNTED = ("languages_or_digital", "exhibitions")
"""What the portal counts for a target: products in other languages or on digital platforms; exhibitions."""
REPORTED_ON = ("spokesperson", "misinformation", *PEOPLE)
"""What of the bodies' reports a target may be measured by."""


SDG_TARGETS = ("4.7", "5.1", "10.3", "16.6", "16.7", "16.10", "16.b")
"""The targets of the Sustainable Development Goals a target of the plan may serve: those whose text the words give."""


def _share(value: float) -> float:
    if not 0 <= value <= 1:
        raise problem("not-a-share", value=value)
    return value


Share = Annotated[float, AfterValidator(_share)]


class SdgReading(Strict):
    """Which targets of the Sustainable Development Goals a target of the plan serves, and why: no plan says so, it is
    the portal's own reading."""

    targets: list[Literal[*SDG_TARGETS]] = Field(min_length=1)  # type: ignore[valid-type]
    reason: Both


class Target(Strict):
    """One target of the plan. `floor` is a share from 0 to 1, due by the end of the year `deadline`. `reported` is what
    of the bodies' reports measures it, `counted` what the portal counts for it; with neither it is never computed.
    `bodies` are the kinds of bodies that report on it; `note` is printed under the targets of a report."""

    id: Text
    text: Both
    place: Both
    formula: Both
    floor: Share | None = None
    deadline: int
    reported: Literal[*REPORTED_ON] | None = None  # type: ignore[valid-type]
    counted: Literal[*COUNTED] | None = None  # type: ignore[valid-type]
    bodies: list[AgencyKind] = []
    note: Both | None = None
    sdg: SdgReading | None = None

    @model_validator(mode="after")
    def _measured_in_one_way(self) -> "Target":
        if self.reported and self.counted:
            raise problem("target-measured-twice", value=self.id)
        if (self.reported or self.counted == "languages_or_digital") and not self.bodies:
            raise problem("target-without-bodies", value=self.id)
        return self

    def is_asked(self, agency: Agency, day: date) -> bool:
        """Whether a body reports on this target: it is of its kinds and there on that day; of no kind, it always is."""
        return agency.exists_on(day) and (agency.kind is None or agency.kind in self.bodies)


class Content(Strict):
    """One of the contents the plan wants told (I.2), and the themes that tell it: which ones is our reading."""

    id: Text
    text: Both
    themes: list[int]


REPORTED = ("trainings", "briefings", "exhibitions", "contests", "awards", "campaigns", "reports")


class Measure(Strict):
    """What a task can be told by: products of the register that fit every list given, or what bodies report."""

    name: Both
    formats: list[Format] = []
    channels: list[Channel] = []
    audiences: list[Audience] = []
    languages: Literal["ethnic", "foreign"] | None = None
    reported: Literal[*REPORTED] | None = None  # type: ignore[valid-type]


class Task(Strict):
    """One task of section IV with the bodies the plan names."""

    id: Text
    text: Both
    lead: list[AgencyId]
    coordinating: list[AgencyId]
    measures: list[Measure] = []
