"""Words that are right though no dictionary has them: data/accepted_words.yml."""

from typing import Final

from portal.content.strict import Strict
from portal.reading.fields import Text

ACCEPTED_PATH: Final = "data/accepted_words.yml"


class AcceptedWord(Strict):
    """A word in small letters, and why it is right: a term, a word of another language, a new one."""

    word: Text
    why: Text
