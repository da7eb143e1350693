"""The papers of a contest in Word: the questions, the key with its sources, rules to fill in, slips with codes."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from portal.language.words import Words
from portal.site.blocks.quizzes.quiz import QuizQuestionView
from portal.site.contest.draw import Drawn
from portal.site.files.papers.paper_lines import SMALL_PRINT, PaperLine
from portal.site.files.papers.word_paper import begun_paper, saved_paper

NO_DAY: Final = date(1980, 1, 1)
"""A kit is of no day: the same questions and seed give the same bytes whenever it is made."""
_SLIPS_ACROSS: Final = 4


def question_paper(drawn: Drawn, text: Words) -> bytes:
    """What those who take part are handed."""
    say, title = text.say, text.say("contest.paper_title", title=drawn.title)
    head = (say("contest.code_line"), said_of_draw(drawn, text), say("contest.how"))
    return _docx(title, drawn, text, [*map(PaperLine, head), *_each(drawn.questions)])


def key_paper(drawn: Drawn, text: Words) -> bytes:
    """What the organiser keeps: each answer, why, what says so."""
    title = text.say("contest.key_title", title=drawn.title)
    head = (text.say("contest.key_about"), said_of_draw(drawn, text))
    return _docx(title, drawn, text, [*map(PaperLine, head), *_answers(drawn, text)])


def rules_paper(drawn: Drawn, text: Words) -> bytes:
    """The rules, with an empty place for whatever only the organiser can say: nothing of it is made up here."""
    title = text.say("contest.rules_title", title=drawn.title)
    return _docx(title, drawn, text, _rules(drawn, text))


def slips_paper(drawn: Drawn, codes: tuple[str, ...], text: Words) -> bytes:
    """The codes to cut apart and draw."""
    title = text.say("contest.slips_title", title=drawn.title)
    paper = begun_paper(title, drawn.draft, [PaperLine(text.say("contest.slips_about"))])
    table = paper.add_table(rows=-(-len(codes) // _SLIPS_ACROSS), cols=_SLIPS_ACROSS, style="Table Grid")
    for at, code in enumerate(codes):
        row, column = divmod(at, _SLIPS_ACROSS)
        table.rows[row].height = Mm(16)
        slip = table.cell(row, column).paragraphs[0]
        slip.alignment = WD_ALIGN_PARAGRAPH.CENTER
        slip.add_run(f"{text.say('contest.columns.code')}\n{code}").font.bold = True
    return saved_paper(paper, title, text.lang, NO_DAY)


def said_of_draw(drawn: Drawn, text: Words) -> str:
    """How the questions came to be these."""
    return text.say("contest.drawn", count=len(drawn.questions), all=drawn.among, seed=drawn.seed)


def _each(questions: Iterable[QuizQuestionView]) -> Iterator[PaperLine]:
    for one in questions:
        yield PaperLine(f"{one.mark} {one.text}", bold=True, stays=True)
        for choice in one.choices:
            last = choice == one.choices[-1]
            yield PaperLine(f"{choice.letter}. {choice.text}", stays=not last, within=True)


def _answers(drawn: Drawn, text: Words) -> Iterator[PaperLine]:
    for one in drawn.questions:
        said = {"number": one.number, "letter": one.answer.letter, "choice": one.answer.text}
        yield PaperLine(text.say("contest.key_line", **said), bold=True, stays=True)
        yield PaperLine(one.because, stays=True, within=True)
        yield PaperLine(text.say("contest.source_line", source=one.source.title), size=SMALL_PRINT, within=True)


def _rules(drawn: Drawn, text: Words) -> Iterator[PaperLine]:
    known = {"fill": text.say("contest.to_fill"), "drawn": said_of_draw(drawn, text), "count": len(drawn.questions)}
    for number, name in enumerate(text.family("contest.rules"), 1):
        yield PaperLine(f"{number}. {text.say(f'contest.rules.{name}.title')}", bold=True, stays=True)
        for line in text.listed(f"contest.rules.{name}.lines"):
            yield PaperLine(line.format(**known), within=True)


def _docx(title: str, drawn: Drawn, text: Words, lines: Iterable[PaperLine]) -> bytes:
    return saved_paper(begun_paper(title, drawn.draft, lines), title, text.lang, NO_DAY)
