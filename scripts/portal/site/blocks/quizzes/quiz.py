"""A quiz: its questions with their choices, and behind each its answer, why, and what says so."""

from dataclasses import dataclass

from portal.content.known.quizzes import QuizQuestion
from portal.language.places import front_of, quiz_of_place
from portal.language.vocabulary import QUIZZES
from portal.site.quizzes.told import answer_source
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class ChoiceView:
    """A choice with its letter on paper."""

    letter: str
    text: str


@dataclass(frozen=True)
class QuizQuestionView:
    """A question as it is asked; `number` counts from 1, `right` is the right choice, counted so too, `answer` the
    choice itself."""

    id: str
    number: int
    mark: str
    text: str
    choices: tuple[ChoiceView, ...]
    right: int
    answer: ChoiceView
    said: str
    because: str
    source: Link


@dataclass(frozen=True)
class QuizBlock:
    """The whole quiz; `belongs` leads to the page it is about, None where there is none; `fits` is "" for everybody."""

    name: str
    belongs: Link | None
    fits: str
    questions: tuple[QuizQuestionView, ...]
    all: Link


def quiz_block(spot: Spot) -> QuizBlock | None:
    """What stands on a quiz's page; None at a place that is no quiz's."""
    quiz, text = spot.library.data.quizzes.get(quiz_of_place(spot.place)), spot.words
    if quiz is None:
        return None
    return QuizBlock(
        name=quiz.title[text.lang],
        belongs=next(iter(spot.links((quiz.about,))), None),
        fits=", ".join(text.label("groups", name) for name in quiz.groups),
        questions=tuple(question_view(spot, number, one) for number, one in enumerate(quiz.questions, 1)),
        all=Link(text.say("quizzes.all"), spot.to(front_of(QUIZZES))),
    )


def question_view(spot: Spot, number: int, one: QuizQuestion) -> QuizQuestionView:
    """A question as a page or a sheet of paper asks it."""
    text, lang = spot.words, spot.words.lang
    letters = text.listed("quizzes.letters")
    choices = tuple(ChoiceView(letters[at], choice[lang]) for at, choice in enumerate(one.choices))
    answer = choices[one.right - 1]
    return QuizQuestionView(
        id=f"hoi-{one.id}",
        number=number,
        mark=text.say("quizzes.question", number=number),
        text=one.question[lang],
        choices=choices,
        right=one.right,
        answer=answer,
        said=text.say("quizzes.answer", letter=answer.letter),
        because=one.because[lang],
        source=answer_source(spot, one.source),
    )
