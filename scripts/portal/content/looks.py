"""What was found in each text, kept from one look to the next as long as nothing it depends on has changed."""

from collections.abc import Callable, Iterable, Mapping

from portal.reading.documents import Document
from portal.reading.files import guarded
from portal.reading.markdown.text import text_of
from portal.reading.problems import Problem


class Looks:
    """For whoever looks again and again, as a preview does: what was found of each thing, and what it was found in.

    A look at a text may reach its own file and story, all files below data/ and docs/, and of the other texts only
    where they stand, their anchors and how many sources they have: when any of that changes, everything is looked at
    anew."""

    def __init__(self) -> None:
        self._around: object = None
        self._found: dict[str, tuple[object, tuple[Problem, ...]]] = {}

    def surrounded(
        self, beside: object, documents: Mapping[tuple[str, str], Document], sources: Mapping[tuple[str, str], int]
    ) -> None:
        """Tell what all texts stand among: `beside` is equal only where data/, docs/ and the day are."""
        anchors = {key: (one.path, text_of(one.body).anchors) for key, one in documents.items()}
        around = (beside, anchors, sources)
        if around != self._around:
            self._around, self._found = around, {}

    def of(self, path: str, made_from: object, look: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
        """What a look at a file, or a folder, finds, or found when it was made from the same. Where the look itself
        fails, that is the problem."""
        before = self._found.get(path)
        if before is None or before[0] != made_from:
            failed: list[Problem] = []
            found = guarded(path, failed, lambda: tuple(look())) or ()
            before = self._found[path] = (made_from, (*found, *failed))
        return before[1]
