"""Exhibitions: what a panel shows is there, its numbers have a base, both languages hang alike."""

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from portal.content.fronts.exhibitions import Exhibition, ExhibitionPanel
from portal.content.known.figures import Figure, Series
from portal.content.known.reference import ReferenceData
from portal.content.rules.derived.page_numbers import figures_in
from portal.content.rules.derived.printed import MARKUP
from portal.content.rules.telling import front_texts
from portal.content.stories import Story
from portal.language.words import words
from portal.language.written import written_number
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted

_ALIKE: Final = ("drawing", "figure", "sources", "page")
"""What a panel has to have alike in every language."""
_NO_WORDS: Final = frozenset(("drawing", "figure", "page"))
"""Fields of a panel that are names, no sentences."""


def exhibition_problems(stories: Mapping[tuple[str, str], Story], data: ReferenceData) -> Iterator[Problem]:
    """What is wrong with exhibitions, in every language."""
    places = {place for _, place in stories}
    for story in stories.values():
        front = story.front
        if isinstance(front, Exhibition):
            for index, panel in enumerate(front.panels):
                yield from _shown(story, index, panel, data.figures, places)
                yield from _cited(story, index, panel)
                yield from _said(story, index, panel, data)
            original = stories.get((story.original, story.place))
            if original and original is not story and isinstance(original.front, Exhibition):
                yield from _alike(story, front, original.front)


def _shown(
    story: Story, index: int, panel: ExhibitionPanel, figures: Collection[str], places: Collection[str]
) -> Iterator[Problem]:
    """A figure or a page that is not there."""
    if panel.figure and panel.figure not in figures:
        yield _told(story, ("panels", index, "figure"), "unknown-figure", name=panel.figure)
    if panel.page and panel.page not in places:
        near = get_close_matches(panel.page.strip("/").removesuffix(".md"), sorted(places), n=1, cutoff=0.7)
        values = {"value": panel.page, "choices": near or "cong-uoc/crc"}
        yield _told(story, ("panels", index, "page"), "way-nowhere", **values)


def _cited(story: Story, index: int, panel: ExhibitionPanel) -> Iterator[Problem]:
    most = len(story.front.references)
    for order, number in enumerate(panel.sources):
        if not 1 <= number <= most:
            yield _told(story, ("panels", index, "sources", order), "source-number", number=number, most=most)


def _said(story: Story, index: int, panel: ExhibitionPanel, data: ReferenceData) -> Iterator[Problem]:
    """Marks that paper cannot show; numbers that neither the figure has nor a source of the panel could."""
    figure = data.figures.get(panel.figure or "")
    known = {*data.numbers, *figures_in(story.document.body), *(_figures_of(figure, story.lang) if figure else ())}
    said = panel.model_dump(exclude={"sources", *_NO_WORDS})
    for place, text in front_texts(said, ("panels", index)):
        if mark := MARKUP.search(text):
            yield _told(story, place, "print-markup", value=mark[0].strip())
            continue
        strange = [number for number in figures_in(text) if number not in known]
        if strange and not panel.sources:
            yield _told(story, place, "panel-number", value=strange[0])


def _figures_of(figure: Figure, lang: str) -> frozenset[str]:
    """The numbers a figure says: its values as the language writes them, its columns, what is said of it."""
    text = words(lang)
    said = [figure.finding[text.lang], figure.title[text.lang], figure.unit[text.lang]]
    said += [one[text.lang] for one in (figure.note, figure.target_name) if one]
    said += [column[text.lang] for column in figure.columns]
    every = [one for series in figure.series for one in _values(series)]
    values = (written_number(one, text, grouped) for one in every for grouped in (False, True))
    return frozenset(number for one in (*said, *values) for number in figures_in(one))


def _values(series: Series) -> Iterator[float]:
    yield from (value for value in (*series.values, series.target) if value is not None)


def _alike(story: Story, front: Exhibition, first: Exhibition) -> Iterator[Problem]:
    """Where a translation hangs otherwise than its original."""
    if len(front.panels) != len(first.panels):
        yield _told(story, ("panels",), "panel-differs", count=len(front.panels), most=len(first.panels))
        return
    for index, (theirs, mine) in enumerate(zip(first.panels, front.panels, strict=True)):
        for name in _ALIKE:
            should, value = getattr(theirs, name), getattr(mine, name)
            if should != value:
                values = {"value": _written(value), "should": _written(should)}
                yield _told(story, ("panels", index, name), "panel-other", **values)
        if len(mine.sides) != len(theirs.sides):
            count, most = len(mine.sides), len(theirs.sides)
            yield _told(story, ("panels", index, "sides"), "panel-differs", count=count, most=most)
    yield from _same_view(story, front, first)


def _same_view(story: Story, front: Exhibition, first: Exhibition) -> Iterator[Problem]:
    mine, theirs = front.panorama, first.panorama
    if mine and not theirs:  # the other way round is told of any field
        yield _told(story, ("panorama",), "panel-other", value=mine.title, should=_written(None))
    elif mine and theirs:
        for name in ("picture", "still"):
            should, value = getattr(theirs, name), getattr(mine, name)
            if should != value:
                yield _told(story, ("panorama", name), "panel-other", value=value, should=should)
        if len(mine.seen) != len(theirs.seen):
            values = {"count": len(mine.seen), "most": len(theirs.seen)}
            yield _told(story, ("panorama", "seen"), "panel-differs", **values)


def _written(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    return "–" if value is None else str(value)


def _told(story: Story, place: Location, code: str, **values: object) -> Problem:
    return Problem(story.document.path, story.document.line(place), dotted(place), code, values)
