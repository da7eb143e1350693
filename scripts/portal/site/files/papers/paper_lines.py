"""What a short paper says, line by line: the same lines become a Word document or plain text."""

from dataclasses import dataclass
from typing import Final

SMALL_PRINT: Final = 10
"""Letters of what is said beside the matter, in points."""
PAPER_LETTERS: Final = 12


@dataclass(frozen=True)
class PaperLine:
    """A paragraph: `stays` on one sheet with what follows, `within` is set in; its words lead to `href`, "" nowhere."""

    text: str
    bold: bool = False
    size: int = PAPER_LETTERS
    stays: bool = False
    within: bool = False
    href: str = ""
