"""Claims and their answers, seen together: by year, verdict, convention and group, and how they are spread."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.content.library import Library
from portal.content.rebuttals import Rebuttal
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.words import Words
from portal.plan.tables import TallyTable

SHELVES = ("year", "verdict", "convention", "group")


@dataclass(frozen=True)
class Shelf:
    """Answers that share a year, a verdict, a convention or a group; `id` is the anchor of its heading."""

    id: str
    title: str
    answers: tuple[Story, ...]


@dataclass(frozen=True)
class Claims:
    """Every answer, newest first; the ways to find one; how verdicts and claimants are spread."""

    answers: tuple[Story, ...]
    shelves: Mapping[str, tuple[Shelf, ...]]
    verdicts: TallyTable
    claimants: TallyTable


def claims(library: Library, text: Words) -> Claims:
    """The answers in the language of `text`. One that was withdrawn is listed, and counted in no distribution."""
    answers = library.newest(text.lang, "phan-bac")
    standing = [story.front for story in answers if isinstance(story.front, Rebuttal) and not story.front.withdrawn]
    verdicts = Counter(front.verdict for front in standing)
    claimants = Counter(front.claim.claimant_type for front in standing)
    return Claims(
        answers,
        {name: tuple(_shelves(answers, name, text)) for name in SHELVES},
        TallyTable("verdict", "", tuple((text.label("verdicts", v), verdicts[v]) for v in vocabulary.VERDICTS)),
        TallyTable(
            "claimant",
            "",
            tuple((text.label("claimant_types", c), claimants[c]) for c in vocabulary.CLAIMANT_TYPES if claimants[c]),
        ),
    )


def _shelves(answers: tuple[Story, ...], name: str, text: Words) -> Iterator[Shelf]:
    years = dict.fromkeys(year for story in answers for year in _values(story, "year"))
    titles: dict[str, Mapping[str, str]] = {
        "year": {year: year for year in years},
        "verdict": {v: text.label("verdicts", v) for v in vocabulary.VERDICTS},
        "convention": {c: c.upper() for c in vocabulary.CONVENTIONS},
        "group": {g: text.label("groups", g) for g in vocabulary.GROUPS},
    }
    for value, title in titles[name].items():
        found = tuple(story for story in answers if value in _values(story, name))
        if found:
            yield Shelf(f"{name}-{value.replace('_', '-')}", title, found)


def _values(story: Story, name: str) -> list[str]:
    front = story.front
    if name == "year":
        return [str(front.date.year)] if front.date else []
    if name == "verdict":
        return [front.verdict] if isinstance(front, Rebuttal) else []
    return front.conventions if name == "convention" else front.groups
