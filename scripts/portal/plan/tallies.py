"""What has been made, counted: products by everything they are described with, stories by coverage and quality."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from portal.content.corrections import changes_of
from portal.content.desk.reviews import review_due
from portal.content.front_matter import Front, StoryFront
from portal.content.fronts.rebuttals import Rebuttal
from portal.content.library import Library
from portal.content.sources import OFFICIAL
from portal.language import vocabulary
from portal.language.locales import ORIGINAL
from portal.plan.plan import Plan, Window
from portal.plan.register.counters import NO_THEME, Made
from portal.plan.targets import Ratio

Tally = Mapping[str, int | None]
"""name → how many, None where nobody has entered any; the order is the vocabulary's, then the alphabet's."""


@dataclass(frozen=True)
class Quality:
    """How well the portal's stories stand: shares of all stories, and counts. `days_to_answer` is the median number
    of days from a claim to its answer, None where no claim has a known day."""

    with_original: Ratio
    with_copies: Ratio
    translated: Ratio
    review_overdue: Ratio
    corrections: int
    withdrawn: int
    days_to_answer: float | None
    verdicts: Tally


@dataclass(frozen=True)
class Tallies:
    """One reporting year. `products` counts each product once; in `by`, one with two formats counts in both. A register
    says what was entered, never that there was nothing: what nobody entered is None. `portal` are the portal's own
    pages among the products. `coverage` and `quality` are of every story published by the window's end, all
    of them known: there 0 is 0."""

    year: int
    window: Window
    as_of: date
    products: int | None
    portal: int | None
    by: Mapping[str, Tally]
    coverage: Mapping[str, Tally]
    quality: Quality


def count_output(plan: Plan, library: Library, made: Made, year: int, as_of: date) -> Tallies:
    """Count what was made in `year` as it stood on `as_of`."""
    window = plan.window(year, as_of)
    told = {s.place: s.front for s in library.told(ORIGINAL) if isinstance(s.front, StoryFront)}
    shown = {place: front for place, front in told.items() if Front.stood_on(front, window.end)}
    published = {place: front for place, front in shown.items() if front.stood_on(as_of)}
    by = {name: _tally(_counts(name, plan, made, window), _known(name, plan)) for name in vocabulary.TALLIES}
    coverage = {name: _cover(name, published.values()) for name in vocabulary.COVERAGE}
    products, own = made.total(window), made.own.total(window)
    quality = _quality(library, published, shown, window)
    return Tallies(year, window, as_of, products or None, own or None, by, coverage, quality)


def quarter(day: date) -> str:
    """The calendar quarter of a day: 2026-Q1."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def content_of(plan: Plan, theme: int) -> str | None:
    """The id of the plan's content a theme belongs to, None where the plan names none."""
    return next((content.id for content in plan.contents if theme in content.themes), None)


def _counts(name: str, plan: Plan, made: Made, window: Window) -> Counter[str]:
    """How many products have each value of what they are counted by: their own dimensions, and what follows from day
    and theme."""
    found, every = Counter[str](), (made.entered, made.own)
    if name == "quarter":
        for counters in every:
            for day, count in counters.by_day(window):
                found[quarter(day)] += count
        return found
    for counters in every:
        for value, count in counters.tally(window, "theme" if name == "content" else name).items():
            of = value if name != "content" else None if value == NO_THEME else content_of(plan, int(value))
            found.update({of: count} if of else {})
    return found


def _known(name: str, plan: Plan) -> tuple[str, ...]:
    """The values that are listed even where nothing has them."""
    known: dict[str, tuple[str, ...]] = {
        "theme": tuple(str(n + 1) for n in range(len(vocabulary.THEMES))),
        "content": tuple(content.id for content in plan.contents),
        "format": vocabulary.FORMATS,
        "channel": vocabulary.CHANNELS,
        "audience": vocabulary.AUDIENCES,
        "convention": vocabulary.CONVENTIONS,
        "group": vocabulary.GROUPS,
    }
    return known.get(name, ())


def _tally(counts: Counter[str], known: tuple[str, ...]) -> Tally:
    return {name: count or None for name, count in _ordered(counts, known).items()}


def _cover(name: str, stories: Iterable[StoryFront]) -> Tally:
    field = {"convention": "conventions", "group": "groups", "place": "places"}[name]
    known = {"convention": vocabulary.CONVENTIONS, "group": vocabulary.GROUPS}.get(name, ())
    return _ordered(Counter(v for s in stories for v in dict.fromkeys(getattr(s, field))), known)


def _ordered(counts: Counter[str], known: tuple[str, ...]) -> dict[str, int]:
    return {name: counts[name] for name in (*known, *sorted(set(counts) - set(known)))}


def _quality(
    library: Library, stories: Mapping[str, StoryFront], shown: Mapping[str, StoryFront], window: Window
) -> Quality:
    """Of the stories that stand; what was changed and taken back is counted among all that were `shown`."""
    every = len(stories)
    rebuttals = [front for front in stories.values() if isinstance(front, Rebuttal)]
    waits = [((front.published or front.date) - front.claim.date).days for front in rebuttals if front.claim.date]
    changes = [change for front in shown.values() for change in changes_of(front) if change.date in window]
    withdrawn = sum(change.kind == vocabulary.RETRACTION for change in changes)
    return Quality(
        with_original=Ratio(sum(any(s.carries in OFFICIAL for s in f.references) for f in stories.values()), every),
        with_copies=Ratio(sum(any(s.carries == "copy" for s in f.references) for f in stories.values()), every),
        translated=Ratio(sum(len(library.languages(place)) > 1 for place in stories), every),
        review_overdue=Ratio(sum(review_due(front) < window.end for front in stories.values()), every),
        corrections=len(changes) - withdrawn,
        withdrawn=withdrawn,
        days_to_answer=float(median(waits)) if waits else None,
        verdicts=_ordered(Counter(front.verdict for front in rebuttals), vocabulary.VERDICTS),
    )
