"""On which pages each figure is drawn: where a picture of it on somebody else's page leads back to."""

from collections import defaultdict
from collections.abc import Mapping

from portal.content.library import Library
from portal.language.locales import LANGUAGES
from portal.reading.markdown.markup import FIGURE_LINE

ShownOn = Mapping[tuple[str, str], tuple[str, ...]]
"""(language, figure) → the places of the stories that draw it, in order."""


def shown_on(library: Library) -> ShownOn:
    """Where each figure is drawn, in each language that has words."""
    found = defaultdict[tuple[str, str], list[str]](list)
    for lang in LANGUAGES:
        for story in library.newest(lang):
            marks = map(FIGURE_LINE.match, story.document.body.splitlines())
            for name in dict.fromkeys(mark[1] for mark in marks if mark):
                found[lang, name].append(story.place)
    return {key: tuple(sorted(places)) for key, places in found.items()}
