"""The test of a unit on paper, or its key: the questions of the quiz that belongs to its page."""

from dataclasses import dataclass

from portal.content.stories import Story
from portal.site.blocks.quizzes.quiz import QuizQuestionView, question_view
from portal.site.site import Site
from portal.site.spot import Spot


@dataclass(frozen=True)
class UnitTest:
    """A test: its title, what stands above the questions, the questions; as a key also their answers, why, and their
    sources. `certificate` says whose that is."""

    title: str
    about: str
    questions: tuple[QuizQuestionView, ...]
    is_key: bool
    source: str
    certificate: str


def unit_test(site: Site, story: Story, is_key: bool) -> UnitTest | None:
    """The test of a unit; None where no quiz belongs to its page."""
    spot = Spot(site, story.lang, story.place)
    asked = [one for quiz in site.quizzes.get(story.place, ()) for one in quiz.questions]
    if not asked:
        return None
    text = spot.words
    return UnitTest(
        title=text.say("unit.key_title" if is_key else "unit.test_title", title=story.front.title),
        about=text.say("unit.key_how" if is_key else "unit.test_how"),
        questions=tuple(question_view(spot, number, one) for number, one in enumerate(asked, 1)),
        is_key=is_key,
        source=text.say("quizzes.source"),
        certificate=text.say("unit.proposal"),
    )
