"""Where a piece of a rendered text stands in its source: the converter forgets lines, so they are looked up again.

The answers are the best there are: the n-th question for the same piece gets its n-th place, and a piece that its
source writes otherwise (with entities, say) gets the first line."""

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property

from portal.reading.markdown.markup import FENCED

_TICKS = re.compile(r"`+")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]*)*")
_WORD = re.compile(r"\w+")
_BEFORE = frozenset("(<\"'=: \t\n[|")
_FIRST_WORDS = 5


def without_code(body: str) -> str:
    """The source with fences and code spans blanked out, of the same length and lines: code shows code."""
    return _PARAGRAPH.sub(lambda found: _without_spans(found[0]), FENCED.sub(lambda found: _blank(found[0]), body))


def _without_spans(paragraph: str) -> str:
    """Linear: each run of backticks looks only for the next run of its own length."""
    if "`" not in paragraph:
        return paragraph
    runs, parts, end = list(_TICKS.finditer(paragraph)), list[str](), 0
    places = defaultdict[int, list[int]](list)
    for run in runs:
        places[len(run[0])].append(run.start())
    for run in runs:
        if run.start() < end:
            continue
        same = places[len(run[0])]
        after = bisect_right(same, run.start())
        if after < len(same):
            stop = same[after] + len(run[0])
            parts += [paragraph[end : run.start()], _blank(paragraph[run.start() : stop])]
            end = stop
    return "".join([*parts, paragraph[end:]])


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


class SourceLines:
    """Finds the line, counted from 0, on which a piece of a text is written. `text` is the text without its code."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._seen: dict[str, int] = {}

    def line_at(self, index: int) -> int:
        return bisect_right(self._starts, index) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def of(self, *pieces: str) -> int:
        """The line of the first of the pieces that the source has as it is written; 0 where it has none."""
        for piece in filter(None, pieces):
            at = self._next(piece)
            if at >= 0:
                self._seen[piece] = at + 1
                return self.line_at(at)
            if piece in self._seen:
                return self.line_at(self._seen[piece] - 1)
        return 0

    def of_target(self, target: str) -> int:
        """The line of a link's target, told apart from the same letters inside another."""
        at = self.text.find(target, self._seen.get(target, 0)) if target else -1
        while at > 0 and self.text[at - 1] not in _BEFORE:
            at = self.text.find(target, at + 1)
        if at < 0:
            return self.of(target, target[:12])
        self._seen[target] = at + 1
        return self.line_at(at)

    def matching(self, pattern: str) -> int:
        """The line of the next place that a pattern matches, capitals or not; 0 where there is none."""
        found = re.compile(pattern, re.IGNORECASE | re.MULTILINE).search(self.text, self._seen.get(pattern, 0))
        if found is None:
            return self.line_at(self._seen[pattern] - 1) if pattern in self._seen else 0
        self._seen[pattern] = found.start() + 1
        return self.line_at(found.start())

    def of_words(self, text: str) -> int:
        """The line of the first words of a text, whatever marks stand between them in the source."""
        words, starts = self._words
        for count in (_FIRST_WORDS, 2, 1):
            said = f" {' '.join(_WORD.findall(text)[:count])} "
            at = words.find(said, self._seen.get(said, 0))
            if said.strip() and at >= 0:
                self._seen[said] = at + 1
                return self.line_at(starts[words.count(" ", 0, at)])
        return 0

    @cached_property
    def _words(self) -> tuple[str, list[int]]:
        """Every word between blanks, and where each starts."""
        found = list(_WORD.finditer(self.text))
        return f" {' '.join(word[0] for word in found)} ", [word.start() for word in found]

    def _next(self, piece: str) -> int:
        return self.text.find(piece, self._seen.get(piece, 0))
