"""A page for each quiz, and the front that leads to them: made from data/quizzes/."""

from collections.abc import Callable

from portal.content.known.quizzes import Quiz
from portal.content.library import Library
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.language.places import convention_page, front_of, quiz_place
from portal.language.words import Words
from portal.site.made.unwritten import unwritten, with_made


def with_quizzes(library: Library, words_of: Callable[[str], Words]) -> Library:
    """The library with a page for each quiz in every language, and the front of them all; none where data/ has no quiz.
    What an editor wrote at such a place stays."""
    made = {}
    for lang in LANGUAGES if library.data.quizzes else ():
        text, front = words_of(lang), front_of(vocabulary.QUIZZES)
        made[lang, front] = unwritten(lang, front, text.say("quizzes.title"), text.say("quizzes.about"), "quizzes")
        for quiz in library.data.quizzes.values():
            made[lang, quiz_place(quiz.id)] = _quiz(lang, quiz, text)
    return with_made(library, made)


def _quiz(lang: str, quiz: Quiz, text: Words) -> Story:
    """A page that says in its front what it is about, so that the search knows it."""
    title, count = quiz.title[lang], len(quiz.questions)
    return unwritten(
        lang,
        quiz_place(quiz.id),
        text.say("quizzes.quiz_title", title=title),
        text.say("quizzes.quiz_about", count=count, title=title),
        "quiz",
        lead=text.say("quizzes.lead", count=count),
        conventions=[code for code in vocabulary.CONVENTIONS if convention_page(code) == quiz.about],
        groups=list(quiz.groups),
    )
