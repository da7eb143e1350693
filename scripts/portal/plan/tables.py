"""Counted figures as rows for people: one row a target, one table a tally, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.content.known.agencies import Agency
from portal.language import vocabulary
from portal.language.words import Words
from portal.language.written import written_number, written_percent
from portal.plan.plan import Plan
from portal.plan.register.counters import NO_THEME
from portal.plan.tallies import Tallies, Tally
from portal.plan.targets import Ratio, Result, Year

NOTHING = "–"


@dataclass(frozen=True)
class TargetRow:
    """One target in one language, for every place that shows it. `result` is what was found, in words: a share with
    what it was made of, or the counts; `status` is the fixed word, `status_label` its name, `status_text` its name
    with what one needs to know beside it. `shares`, `portal` and `counts` are ("", nothing) where a target has none."""

    id: str
    text: str
    result: str
    floor: str
    status: str
    status_label: str
    status_text: str
    coverage: str
    shares: tuple[tuple[str, str], ...]
    portal: str
    counts: tuple[tuple[str, str], ...]
    note: str
    figure: Result


def target_rows(counted: Year, text: Words) -> tuple[TargetRow, ...]:
    """A row a target: what has no data says so, never 0 or 100."""
    return tuple(target_row(name, figure, text) for name, figure in counted.figures.items())


def target_row(name: str, figure: Result, text: Words) -> TargetRow:
    """One target of one year in the language of `text`."""
    target, coverage = figure.target, figure.coverage
    shares = figure.shares.items() if figure.ratio else ()
    counts = tuple((text.label("count_names", name), _or_missing(count, text)) for name, count in figure.counts.items())
    known = "; ".join(f"{label}: {count}" for label, count in counts) if figure.status == "counted" else ""
    return TargetRow(
        id=name,
        text=target.text[text.lang],
        result=known or written_share(figure.ratio, text),
        floor=NOTHING if target.floor is None else written_percent(target.floor, text),
        status=figure.status,
        status_label=text.label("statuses", figure.status),
        status_text=_status_text(figure, text),
        coverage=f"{coverage.numerator}/{coverage.denominator}" if coverage else NOTHING,
        shares=tuple((text.label("share_names", share), written_share(ratio, text)) for share, ratio in shares),
        portal=written_share(figure.portal, text) if figure.portal and figure.portal.denominator else "",
        counts=counts,
        note=target.note[text.lang] if target.note else "",
        figure=figure,
    )


def result_with_status(figure: Result, text: Words) -> str:
    """A target's result where no column tells its status: of too few reports it is never told without saying so."""
    row = target_row(figure.target.id, figure, text)
    return f"{row.result}: {row.status_text}" if figure.status == "too_few_reports" else row.result


def _status_text(figure: Result, text: Words) -> str:
    label, coverage = text.label("statuses", figure.status), figure.coverage
    if figure.status != "too_few_reports" or coverage is None:
        return label
    return text.say("status_of", status=label, given=coverage.numerator, due=coverage.denominator)


def _or_missing(count: int | None, text: Words) -> str:
    return text.say("figure_missing") if count is None else written_number(count, text, grouped=True)


def written_share(ratio: Ratio | None, text: Words) -> str:
    """A share as people read it, with what it was made of: "66,67 % (2/3)"."""
    if ratio is None:
        return text.say("figure_missing")
    made_of = f"({ratio.numerator}/{ratio.denominator})"
    return (
        f"{text.say('nothing_arose')} {made_of}"
        if ratio.value is None
        else (f"{written_percent(ratio.value, text)} {made_of}")
    )


@dataclass(frozen=True)
class TallyTable:
    """One tally in one language. `rows` are (label, count), None where nobody has entered any."""

    id: str
    title: str
    rows: tuple[tuple[str, int | None], ...]


def tables(tallies: Tallies, plan: Plan, agencies: Mapping[str, Agency], text: Words) -> tuple[TallyTable, ...]:
    """Every tally as a table in words, in the order of the vocabulary; the verdicts last."""
    found = [
        *((name, f"by.{name}", tally) for name, tally in tallies.by.items()),
        *((name, f"coverage.{name}", tally) for name, tally in tallies.coverage.items()),
        ("verdict", "verdicts", tallies.quality.verdicts),
    ]

    def labelled(name: str, tally: Tally) -> tuple[tuple[str, int | None], ...]:
        return tuple((_label(name, value, plan, agencies, text), count) for value, count in tally.items())

    section = plan.sections.content
    return tuple(
        TallyTable(name, text.say(f"tallies.{title}", section=section), labelled(name, tally))
        for name, title, tally in found
    )


def present(table: TallyTable) -> TallyTable:
    """The table without what is not there, where a list of zeros tells a reader nothing."""
    return TallyTable(table.id, table.title, tuple(row for row in table.rows if row[1]))


def products_said(tallies: Tallies, text: Words) -> str:
    """How many products there are, and how many of them are the portal's own pages."""
    count = _or_missing(tallies.products, text)
    if tallies.portal is None:
        return text.say("tallies.some_products", count=count)
    return text.say("tallies.with_portal", count=count, portal=tallies.portal)


def quality_rows(tallies: Tallies, text: Words) -> Iterator[tuple[str, str]]:
    """(what, figure) of the portal's quality, in words; what is not known says so."""
    for name, label in text.family("tallies.quality").items():
        value = getattr(tallies.quality, name)
        if isinstance(value, Ratio):
            yield label, written_share(value if value.denominator else None, text)
        else:
            yield label, _or_missing(value, text)


_FAMILIES = {
    "kind": "kinds", "format": "formats", "channel": "channels", "language": "languages",
    "audience": "audiences", "group": "groups", "verdict": "verdicts",
}  # fmt: skip


def _label(name: str, value: str, plan: Plan, agencies: Mapping[str, Agency], text: Words) -> str:
    if name == "theme" and value == NO_THEME:
        return text.say("tallies.no_theme")
    if name == "theme":
        return text.label("sections", vocabulary.THEMES[int(value) - 1])
    if name == "content":
        return next(content.text[text.lang] for content in plan.contents if content.id == value)
    if name == "agency":
        return agencies[value].called(text.lang) if value in agencies else value
    if name == "convention":
        return value.upper()
    return str(text.family(_FAMILIES[name]).get(value, value)) if name in _FAMILIES else value
