"""A unit of the training course: what to know, cases made up for practice; its test is the quiz that belongs to it."""

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field

from portal.content.fronts.easy import EasyPicture
from portal.content.fronts.taught import Taught
from portal.content.known.quizzes import QuizSource
from portal.content.printed import as_many
from portal.content.strict import Strict
from portal.language.vocabulary import LEARNERS, TRAINING
from portal.reading.fields import Asked, LongText, Said, Text

UNIT_MINUTES: Final = (45, 120)
"""How long a unit may be: a part of a day that people get off work for."""
UNIT_POINTS: Final = (4, 8)
POINT_LINES: Final = (2, 5)
"""So many sentences can be read on a slide from the last row."""
UNIT_CASES: Final = (2, 4)
UNIT_QUESTIONS: Final = 6
"""How many questions the test of a unit has at least."""

Learner = Literal[*LEARNERS]  # type: ignore[valid-type]


class UnitPoint(Strict):
    """One thing to know: a heading and a few sentences with the marks of their sources; a slide shows it whole."""

    title: Text
    lines: Annotated[list[Text], AfterValidator(as_many(*POINT_LINES)), Asked(least=POINT_LINES[0])]


class UnitCase(Strict):
    """A situation made up for practice, in which nobody is real: what happens, what to ask, what to answer; `law` is
    what answers it, `page` the place of the page that helps further."""

    title: Text
    situation: LongText
    questions: list[Text] = Field(min_length=1)
    answer: LongText
    law: QuizSource
    page: Text


class Unit(Taught):
    """A unit. Its test is the quiz of data/quizzes/ that belongs to its page (`about`)."""

    sections = (TRAINING,)
    template = "unit.html"

    kind: Literal["unit"]
    learners: list[Learner] = Field(min_length=1)
    drawing: EasyPicture
    points: Annotated[list[UnitPoint], AfterValidator(as_many(*UNIT_POINTS)), Asked(least=UNIT_POINTS[0]), Said()]
    cases: Annotated[list[UnitCase], AfterValidator(as_many(*UNIT_CASES)), Asked(least=UNIT_CASES[0]), Said()]
