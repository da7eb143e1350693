"""What is taught in a room: aims, what to bring, a course minute by minute; slides are made of it."""

from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator, Field

from portal.content.front_matter import Front
from portal.content.printed import as_many
from portal.content.publishing import PublicDay
from portal.content.sources import Source
from portal.content.strict import Strict
from portal.reading.fields import AgencyId, Asked, LongText, Said, Text, WholeNumber

LESSON_AIMS: Final = (2, 4)
TAUGHT_LINES: Final = ("aims", "prepare")
"""The fields that are lists of sentences."""


class LessonStep(Strict):
    """A step of the course: how long it takes, what the teacher does, what pupils do."""

    minutes: WholeNumber = Field(ge=1)
    title: Text
    teacher: LongText
    pupils: LongText


class Taught(Front):
    """What lessons for schools and units of the training course share. `aims` are what people can do afterwards,
    `prepare` what to bring."""

    review_months: ClassVar[int] = 12
    """After how many months it is due to be read again, as stories are."""

    date: PublicDay
    agency: AgencyId
    aims: Annotated[list[Text], AfterValidator(as_many(*LESSON_AIMS)), Asked(least=LESSON_AIMS[0]), Said()]
    prepare: Annotated[list[Text], Said()] = Field(min_length=1)
    course: Annotated[list[LessonStep], Said()] = Field(min_length=1)
    sources: list[Source] = Field(min_length=1)

    @property
    def length(self) -> int:
        """How many minutes the course takes."""
        return sum(step.minutes for step in self.course)

    @property
    def printed(self) -> tuple[str, ...]:
        """What is printed of it: one form of product."""
        return ("lesson",)
