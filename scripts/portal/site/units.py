"""The units of the training course as pages name them: which there are, for whom, where their tests are."""

from portal.content.fronts.units import Unit
from portal.content.stories import Story
from portal.language.places import quiz_place
from portal.language.vocabulary import TRAINING
from portal.language.words import Words
from portal.site.spot import Spot
from portal.site.values import Link


def units_of(spot: Spot) -> tuple[tuple[Story, Unit], ...]:
    """Every unit, in the order of the names of their files."""
    found = sorted(spot.library.pages(spot.lang, TRAINING), key=lambda story: story.place)
    return tuple((story, story.front) for story in found if isinstance(story.front, Unit))


def learners_said(front: Unit, text: Words) -> str:
    """For whom a unit is: "Officials, reporters"."""
    said = ", ".join(text.label("learners", name).lower() for name in front.learners)
    return said[:1].upper() + said[1:]


def unit_test_link(spot: Spot, place: str) -> Link | None:
    """The way to the test of a unit; None where there is none."""
    quizzes = [one for one in spot.site.quizzes.get(place, ()) if spot.has(quiz_place(one.id))]
    if not quizzes:
        return None
    title = spot.words.say("unit.test_link", count=sum(len(one.questions) for one in quizzes))
    return Link(title, spot.to(quiz_place(quizzes[0].id)))
