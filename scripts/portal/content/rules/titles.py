"""Titles beside each other: no two pages of a language share one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from portal.content.stories import Story
from portal.reading.problems import Problem


def twin_problems(stories: Iterable[Story]) -> Iterator[Problem]:
    """Titles must be unique within a language: a reader chooses by title."""
    seen = defaultdict[tuple[str, str], list[Story]](list)
    for story in stories:
        seen[story.lang, " ".join(story.front.title.casefold().split())].append(story)
    for same in seen.values():
        for story in same[1:]:
            line = story.document.line(("title",))
            values = {"value": story.front.title, "other": same[0].document.path}
            yield Problem(story.document.path, line, "title", "title-twice", values)
