"""A quiz for machines: schema.org's Quiz, its questions with their choices as the page shows them."""

from collections.abc import Iterator

from portal.site.blocks.quizzes.quiz import QuizQuestionView, quiz_block
from portal.site.pages.machines.nodes import Node, draft_mark
from portal.site.spot import Spot


def quiz_node(spot: Spot) -> Iterator[Node]:
    """The quiz that the page shows; of a draft it says that it is one."""
    block = quiz_block(spot)
    if block is None:
        return
    yield {
        "@type": "Quiz",
        "name": spot.link(spot.place).title,
        "url": spot.site.absolute(spot.address),
        "inLanguage": spot.words.lang,
        "hasPart": [_asked(one) for one in block.questions],
        **draft_mark(spot),
    }


def _asked(one: QuizQuestionView) -> Node:
    wrong = [{"@type": "Answer", "text": choice.text} for choice in one.choices if choice != one.answer]
    return {
        "@type": "Question",
        "name": one.text,
        "eduQuestionType": "Multiple choice",
        "acceptedAnswer": {"@type": "Answer", "text": one.answer.text},
        "suggestedAnswer": wrong,
    }
