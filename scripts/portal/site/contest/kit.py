"""The whole kit of a contest: its files by their names."""

from collections.abc import Mapping
from typing import Final

from portal.language.words import Words
from portal.site.contest.draw import Drawn
from portal.site.contest.marking import codes_for, marking_sheet
from portal.site.contest.papers import key_paper, question_paper, rules_paper, slips_paper

MOST_PEOPLE: Final = 999
"""As many as three digits tell apart."""
LONGEST_SEED: Final = 60
USUAL_COUNT: Final = 20
USUAL_PEOPLE: Final = 30


def contest_kit(drawn: Drawn, people: int, text: Words) -> Mapping[str, bytes]:
    """The paper, the key, the rules, the marking sheet and the slips for so many people."""
    codes = codes_for(people)
    made = {
        "paper": question_paper(drawn, text),
        "key": key_paper(drawn, text),
        "rules": rules_paper(drawn, text),
        "marks": marking_sheet(drawn, codes, text),
        "slips": slips_paper(drawn, codes, text),
    }
    return {text.say(f"contest.{name}_file", name=drawn.name): data for name, data in made.items()}
