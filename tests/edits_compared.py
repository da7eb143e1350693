"""A project edited by chance, built after each edit with what is kept, and at times without: byte for byte the same."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from conftest import bring_house
from engines import differences
from random_edits import OF_CODE, Editor
from warm_builder import WarmBuilder

_REFUSED = ("content_vi", "content_en", "data")
"""Where an edit may lie that no build takes."""


class Compared:
    """Two sites of one project: `kept` is built from what the build before left, `clean` without it."""

    def __init__(self, root: Path, corpus: Path, seed: int) -> None:
        self.project, self.before = root / "project", root / "before"
        self.kept, self.clean = root / "kept", root / "clean"
        bring_house(self.project)
        shutil.copytree(corpus, self.project, dirs_exist_ok=True)
        self.editor, self.builder = Editor(self.project, Random(seed)), WarmBuilder(self.project)
        self.refused, self.edits = 0, Counter[str]()

    def edit(self, compare: bool = True) -> list[str]:
        """Edit once and build; the files that differ from those of a clean build, where that is asked. An edit that no
        build takes is undone: both have to refuse it."""
        asked = self.editor.asked
        self._copy(self.project, self.before)
        name = self.editor.edit()
        self.edits[name] += 1
        if name in OF_CODE:
            self.builder.begin_anew()
        code = self.builder.build(self.kept, self.editor.asked)
        if code:
            found = [] if self.builder.build(self.clean, self.editor.asked, "--clean") == code else ["exit code"]
            self.refused += 1
            self._copy(self.before, self.project)
            self.editor.asked = asked
            return found
        return self.compare() if compare else []

    def compare(self) -> list[str]:
        """The files in which the site differs from that of a clean build."""
        code = self.builder.build(self.clean, self.editor.asked, "--clean")
        return differences(self.kept, self.clean) if code == 0 else [self.builder.said]

    def end(self) -> None:
        """Leave nothing running."""
        self.builder.begin_anew()

    def _copy(self, source: Path, goal: Path) -> None:
        for name in _REFUSED:
            shutil.rmtree(goal / name, ignore_errors=True)
            shutil.copytree(source / name, goal / name)


def compared(root: Path, corpus: Path, seed: int) -> Iterator[Compared]:
    """A comparison that is ended whatever happens."""
    made = Compared(root, corpus, seed)
    try:
        yield made
    finally:
        made.end()
