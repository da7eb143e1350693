"""The quizzes of a page, and what an answer rests on, as links from where a reader stands."""

from portal.content.known.quizzes import Quiz, QuizSource, named_part
from portal.language.places import quiz_place
from portal.site.documents.known import mark_of
from portal.site.links import way_to_part
from portal.site.spot import Spot
from portal.site.values import Link


def quiz_links(spot: Spot) -> tuple[Link, ...]:
    """The ways to the quizzes that belong to a page."""
    return tuple(_offer(spot, quiz) for quiz in spot.site.quizzes.get(spot.place, ()) if spot.has(quiz_place(quiz.id)))


def answer_source(spot: Spot, source: QuizSource) -> Link:
    """What an answer rests on, by its name; its `href` is "" where nobody can read it here."""
    return _page(spot, source) if source.page else _part(spot, source)


def _offer(spot: Spot, quiz: Quiz) -> Link:
    title = spot.words.say("quizzes.offer", count=len(quiz.questions))
    return Link(title, spot.to(quiz_place(quiz.id)))


def _part(spot: Spot, source: QuizSource) -> Link:
    one = spot.site.documents.known.get(source.document or "")
    part = named_part(one.told, source.part or "") if one else None
    if one is None or part is None:
        return Link(f"{source.document} {source.part}", "")
    name, mark = one.name(spot.words.lang), mark_of(spot.words, one, part) or part.heading[spot.words.lang]
    return Link(spot.words.say("quizzes.of_part", document=name, mark=mark), way_to_part(spot, one.id, part.id))


def _page(spot: Spot, source: QuizSource) -> Link:
    story = spot.library.read_in(spot.lang, source.page or "")
    if story is None or source.page is None:
        return Link(source.page or "", "")
    text, references = spot.words, story.front.references
    page = text.say("quizzes.of_page", title=story.front.title)
    if source.number is None or source.number > len(references):
        return Link(page, spot.to(source.page))
    named = text.say("quizzes.of_number", page=page, number=source.number, source=references[source.number - 1].title)
    return Link(named, f"{spot.to(source.page)}#nguon-{source.number}")
