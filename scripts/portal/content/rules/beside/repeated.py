"""What a page says twice: one source under two numbers, one word of a list, one paragraph pasted again."""

from collections.abc import Iterator
from typing import Final

from portal.content.rules.derived.page_numbers import PRODUCT_FIELDS
from portal.content.rules.telling import front_texts, tell
from portal.content.stories import Story
from portal.reading.markdown.text import text_of
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted

_LEAST_WORDS: Final = 6
"""A shorter paragraph may well be said again: "Nguồn: báo cáo năm 2024."."""
_NO_PARAGRAPHS: Final = frozenset("td th h1 h2 h3 h4 h5 h6 pre".split())


def repeated_problems(story: Story) -> Iterator[Problem]:
    """A problem for each source that stands in the list before, a doubt for each paragraph that was said before."""
    if story.lang == story.original:
        yield from _sources(story)
    yield from _listed(story)
    written, said = text_of(story.document.body), set[str]()
    for paragraph in written.paragraphs:
        text = " ".join(paragraph.text.split())
        if paragraph.block in _NO_PARAGRAPHS or text.count(" ") < _LEAST_WORDS - 1:
            continue
        if text in said:
            lines = written.lines()
            other = lines.of_words(text) + story.document.body_line
            yield tell(story.document, lines.of_words(text), "paragraph-twice", value=_beginning(text), other=other)
        said.add(text)


def _sources(story: Story) -> Iterator[Problem]:
    seen = dict[tuple[object, ...], int]()
    for number, one in enumerate(story.front.sources):
        key = (one.title.casefold(), one.mark, one.symbol, one.issued, one.publisher.casefold())
        if key in seen:
            values = {"value": one.title, "number": number + 1, "other": seen[key] + 1}
            line = story.document.line(("sources", number))
            yield Problem(story.document.path, line, f"sources[{number + 1}]", "source-twice", values)
        seen.setdefault(key, number)


def _listed(story: Story) -> Iterator[Problem]:
    """A value that its list has before. A script may say a line twice."""
    seen = set[tuple[Location, str]]()
    front = {name: value for name, value in (story.document.front or {}).items() if name not in PRODUCT_FIELDS}
    for place, text in front_texts(front):
        if [isinstance(part, int) for part in place].count(True) != 1 or not isinstance(place[-1], int):
            continue  # a part of a list may say what another says
        key = place[:-1], text.casefold()
        if key in seen:
            line = story.document.line(place)
            yield Problem(story.document.path, line, dotted(place), "listed-twice", {"value": _beginning(text)})
        seen.add(key)


def _beginning(text: str) -> str:
    return " ".join(text.split()[:_LEAST_WORDS])
