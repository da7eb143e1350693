"""What `check --fix` does at its door: shows each place that can be mended without judgement, then writes the pages."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from door import refused, today
from doorway.placing.put import NotPut, put_files
from portal.content.known.reference import read_reference_data
from portal.content.library import Library
from portal.content.mending import Mend, MendedFile, mended_pages, mended_pictures
from portal.language.letters import code_point
from portal.language.words import Words
from portal.reading.characters import on_one_line
from portal.reading.fields import Context
from portal.reading.front_mends import BLANKS
from portal.reading.problems import Problem

_STRANGE_BLANK = re.compile(f"[{BLANKS}]")


def mend(root: Path, text: Words, only_shown: bool) -> int:
    """Show every place, then write all pages or none; 0 when written. `only_shown` writes nothing: 1 where there is
    something to mend."""
    locales = read_reference_data(root, Context(today())).locales
    pages = (*mended_pages(root, locales.values()), *mended_pictures(root))
    for page in pages:
        for place in page.mends:
            print(_row(page, place, text))
    if not pages:
        return refused(text.say("mend.nothing"), 0)
    if only_shown:
        return refused(text.say("mend.would", **_counts(pages)), 1)
    sys.stdout.flush()
    try:
        put_files({root / page.path: page.data for page in pages})
    except NotPut as wrong:
        return refused(wrong.said(text), 1)
    return refused(text.say("mend.done", **_counts(pages)), 0)


def offers(library: Library, problems: tuple[Problem, ...], text: Words) -> Iterator[str]:
    """Say how many of the places that were told can be mended by this very door."""
    told = {problem.path for problem in problems}
    root, locales = library.root, library.data.locales.values()
    pages = (*mended_pages(root, locales, told), *mended_pictures(root, told)) if told else ()
    if pages:
        yield text.say("mend.offer", **_counts(pages))


def _row(page: MendedFile, place: Mend, text: Words) -> str:
    kind = text.label("mend.kinds", place.kind)
    where = {"path": on_one_line(page.path), "line": place.line, "kind": kind}
    if place.was == place.now:
        return text.say("mend.added", **where)
    return text.say("mend.row", **where, was=_shown(place.was), now=_shown(place.now))


def _shown(piece: str) -> str:
    """A piece of a text with a name for whatever looks like nothing, or like an ordinary blank."""
    return _STRANGE_BLANK.sub(lambda found: f"<{code_point(found[0])}>", on_one_line(piece))


def _counts(pages: tuple[MendedFile, ...]) -> dict[str, int]:
    return {"count": sum(len(page.mends) for page in pages), "files": len(pages)}
