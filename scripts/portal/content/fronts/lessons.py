"""A lesson of 45 minutes for a school: its course minute by minute, cards "one article, one picture", questions."""

from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from portal.content.fronts.easy import EasyPicture
from portal.content.fronts.taught import Taught
from portal.content.printed import as_many, up_to
from portal.content.strict import Strict
from portal.language.vocabulary import SCHOOL
from portal.reading.fields import Asked, Convention, LongText, Said, Text, WholeNumber, context_of, problem

LESSON_MINUTES: Final = 45
"""How long a lesson is at lower and upper secondary schools."""
MOST_WORDS_ON_A_CARD: Final = 30
MOST_LETTERS_ON_A_CARD: Final = 220
MOST_IN_A_CARD_TITLE: Final = 60
LESSON_CARDS: Final = (8, 12)
LESSON_QUESTIONS: Final = (6, 10)


def _few_words(value: str) -> str:
    if (count := len(value.split())) > MOST_WORDS_ON_A_CARD:
        raise problem("lesson-card-long", count=count, most=MOST_WORDS_ON_A_CARD)
    return value


class LessonCard(Strict):
    """A card: an article of the convention in plain words that say only what it says, beside a drawing of ours."""

    article: WholeNumber = Field(ge=1)
    title: Annotated[Text, AfterValidator(up_to(MOST_IN_A_CARD_TITLE)), Asked(most=MOST_IN_A_CARD_TITLE)]
    words: Annotated[
        LongText,
        AfterValidator(_few_words),
        AfterValidator(up_to(MOST_LETTERS_ON_A_CARD)),
        Asked("long", most=MOST_LETTERS_ON_A_CARD),
    ]
    drawing: EasyPicture | None = None


class LessonQuestion(Strict):
    """A question and its answer, with the article it rests on where there is one."""

    question: Text
    answer: LongText
    article: WholeNumber | None = Field(default=None, ge=1)


class Lesson(Taught):
    """A lesson about one convention; its file is named by the convention's code. `pupils` is for whom."""

    sections = (SCHOOL,)
    template = "lesson.html"
    kind: Literal["lesson"]
    convention: Convention
    pupils: Annotated[Text, Said()]
    cards: Annotated[list[LessonCard], AfterValidator(as_many(*LESSON_CARDS)), Asked(least=LESSON_CARDS[0]), Said()]
    questions: Annotated[
        list[LessonQuestion], AfterValidator(as_many(*LESSON_QUESTIONS)), Asked(least=LESSON_QUESTIONS[0]), Said()
    ]

    @model_validator(mode="before")
    @classmethod
    def _about_its_convention(cls, values: Any) -> Any:
        """What all pages say with `conventions` a lesson says with `convention`."""
        own = values.get("convention") if isinstance(values, dict) else None
        return {"conventions": [own], **values} if isinstance(own, str) else values

    @field_validator("convention")
    @classmethod
    def _names_its_file(cls, value: str, info: ValidationInfo) -> str:
        if value != context_of(info).slug:
            raise problem("lesson-not-file", value=value, slug=context_of(info).slug)
        return value
