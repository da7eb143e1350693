"""Questions drawn for a contest: the same seed gives the same paper, on every machine and with every Python."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from portal.language.folding import slugify
from portal.language.places import quiz_place
from portal.language.words import Words
from portal.site.blocks.quizzes.quiz import QuizQuestionView, quiz_block
from portal.site.site import Site
from portal.site.spot import Spot

MOST_TITLES: Final = 3
"""So many subjects are named in a title; of more their number is."""


@dataclass(frozen=True)
class Drawn:
    """A paper: its title, how many questions it was drawn `among`, by which seed; `name` goes into the names of its
    files, `draft` is what says that the portal is one, "" once it is approved."""

    name: str
    title: str
    seed: str
    among: int
    questions: tuple[QuizQuestionView, ...]
    draft: str


def drawn_paper(site: Site, lang: str, quizzes: tuple[str, ...], seed: str, count: int) -> Drawn:
    """So many questions of some quizzes, in the order drawn; all of them where there are fewer."""
    blocks = {name: quiz_block(Spot(site, lang, quiz_place(name))) for name in sorted(quizzes)}
    every = [(name, one) for name, block in blocks.items() if block for one in block.questions]
    order = sorted(every, key=lambda pair: _lot(seed, pair[0], pair[1].id))
    text = site.words(lang)
    titles = {name: block.name for name, block in blocks.items() if block}
    of = titles if len(titles) > 1 else {}  # "the Convention" of which one, where a paper is of several
    chosen = tuple(_numbered(one, at, of.get(name), text) for at, (name, one) in enumerate(order[:count], 1))
    many = text.say("contest.many", count=len(titles))
    title = "; ".join(titles.values()) if len(titles) <= MOST_TITLES else many
    draft = "" if site.approved else text.say("draft")
    return Drawn(_name(tuple(blocks), seed, len(chosen)), title, seed, len(every), chosen, draft)


def _numbered(one: QuizQuestionView, number: int, quiz: str | None, text: Words) -> QuizQuestionView:
    alone = text.say("quizzes.question", number=number)
    return replace(
        one, number=number, mark=text.say("contest.question_of", number=number, quiz=quiz) if quiz else alone
    )


def _lot(seed: str, quiz: str, question: str) -> str:
    """The lot of a question: a digest and no generator, whose numbers a new Python may give in another order."""
    return hashlib.sha256("\0".join((seed, quiz, question)).encode()).hexdigest()


def _name(quizzes: Iterable[str], seed: str, count: int) -> str:
    """What tells a paper from any other by the names of its files: two seeds never share them."""
    some = tuple(quizzes)
    subject, plain = some[0] if len(some) == 1 else f"{len(some)}-{_short(' '.join(some))}", slugify(seed)[:24]
    own = plain if plain == seed else "-".join(filter(None, (plain, _short(seed))))
    return f"{subject}-{count}-{own}"


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]
