"""Counted figures as published for machines: models of the trees, and the JSON Schema made from them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from portal.language import vocabulary
from portal.plan.plan import Window
from portal.plan.tallies import Quality, Tallies
from portal.plan.targets import Ratio, Result, Year

Count = Mapping[str, int | None]
Status = Literal[*vocabulary.STATUSES]  # type: ignore[valid-type]


class Published(BaseModel):
    """What every published tree is: exactly the fields it names."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class PublishedWindow(Published):
    """The days that are counted, both included."""

    first: date = Field(alias="from", description="First day counted")
    last: date = Field(alias="to", description="Last day counted")


class PublishedRatio(Published):
    """A share with what it was made of."""

    value: float | None = Field(description="A share from 0 to 1; null: no figure")
    numerator: int | None = Field(description="null: nobody has said anything")
    denominator: int | None = Field(description="null: nobody has said anything")


class PublishedTarget(PublishedRatio):
    """One target. Fields that only some targets have are left out of the others."""

    floor: float | None = Field(description="What the plan asks for, a share from 0 to 1; null: no figure set")
    status: Status = Field(description="too_few_reports: fewer bodies reported than the portal's own rule asks for")
    gaps: list[str] = Field(description="Bodies that said nothing on the target")
    coverage: float | None = Field(None, description="Bodies that reported / bodies due")
    reported: int | None = Field(None, description="Bodies that reported")
    due: int | None = Field(None, description="Bodies due")
    shares: dict[str, PublishedRatio] = Field({}, description="ethnic, foreign, digital: each among the same products")
    portal: PublishedRatio | None = Field(None, description="Among the portal's own pages alone; not in the result")
    counts: Count = Field({}, description="Where the plan sets no figure; null: nobody has said anything")


class PublishedYear(Published):
    """Targets of the plan in one reporting year."""

    year: int = Field(description="Reporting year; `window` has its days")
    window: PublishedWindow
    as_of: date = Field(description="The day on which it was counted")
    targets: dict[str, PublishedTarget] = Field(description="One entry for each target, by its name in the plan's data")


class PublishedQuality(Published):
    """How well the portal's stories stand."""

    with_original: PublishedRatio
    with_copies: PublishedRatio
    translated: PublishedRatio
    review_overdue: PublishedRatio
    corrections: int = Field(description="Corrections in the window")
    withdrawn: int = Field(description="Stories taken back in the window; none of them counts from that day on")
    days_to_answer: float | None = Field(description="Median days from a claim to its answer")
    verdicts: Count


class PublishedTallies(Published):
    """Products and stories in one reporting year of the plan."""

    year: int = Field(description="Reporting year; `window` has its days")
    window: PublishedWindow
    as_of: date = Field(description="The day on which it was counted")
    products: int | None = Field(description="Products in the window, each once; null: nobody has entered any")
    portal: int | None = Field(description="The portal's own pages among them")
    by: dict[str, Count] = Field(
        description="Products by each of their values, each under all it has; null: nobody has entered any"
    )
    coverage: dict[str, Count] = Field(description="The portal's stories published by the window's end")
    quality: PublishedQuality


def targets_tree(counted: Year) -> dict[str, Any]:
    """{year, window: {from, to}, as_of, targets: {<id>: {value, numerator, denominator, floor, status, gaps}, …}}."""
    targets = {name: _target(figure) for name, figure in counted.figures.items()}
    window = _window(counted.window)
    return _tree(PublishedYear(year=counted.year, window=window, as_of=counted.as_of, targets=targets))


def tallies_tree(tallies: Tallies) -> dict[str, Any]:
    """{year, window, as_of, products, portal, by: {theme: {"1": 4, …}, …}, coverage: {…}, quality: {…}}."""
    return _tree(
        PublishedTallies(
            year=tallies.year,
            window=_window(tallies.window),
            as_of=tallies.as_of,
            products=tallies.products,
            portal=tallies.portal,
            by=dict(tallies.by),
            coverage=dict(tallies.coverage),
            quality=_quality(tallies.quality),
        )
    )


def _tree(model: Published) -> dict[str, Any]:
    return model.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _window(window: Window) -> PublishedWindow:
    return PublishedWindow.model_validate({"from": window.start, "to": window.end})


def _ratio(ratio: Ratio | None) -> PublishedRatio:
    if ratio is None:
        return PublishedRatio(value=None, numerator=None, denominator=None)
    return PublishedRatio(value=ratio.value, numerator=ratio.numerator, denominator=ratio.denominator)


def _target(figure: Result) -> PublishedTarget:
    """Only what the target has is set, and only what is set is published."""
    fields: dict[str, object] = {**_ratio(figure.ratio).model_dump(), "floor": figure.target.floor}
    fields |= {"status": figure.status, "gaps": list(figure.gaps)}
    if figure.coverage:
        reported, due = figure.coverage.numerator, figure.coverage.denominator
        fields |= {"coverage": figure.coverage.value, "reported": reported, "due": due}
    if figure.shares:
        fields["shares"] = {name: _ratio(ratio if figure.ratio else None) for name, ratio in figure.shares.items()}
    if figure.portal:
        fields["portal"] = _ratio(figure.portal if figure.portal.denominator else None)
    if figure.counts:
        fields["counts"] = dict(figure.counts)
    return PublishedTarget.model_validate(fields)


def _quality(quality: Quality) -> PublishedQuality:
    shares = {name: _ratio(getattr(quality, name)) for name in ("with_original", "with_copies", "translated")}
    return PublishedQuality(
        **shares,
        review_overdue=_ratio(quality.review_overdue),
        corrections=quality.corrections,
        withdrawn=quality.withdrawn,
        days_to_answer=quality.days_to_answer,
        verdicts=dict(quality.verdicts),
    )


def _schema(model: type[Published]) -> dict[str, Any]:
    title = (model.__doc__ or "").partition(".")[0]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(), "title": title}


TARGETS_SCHEMA: Final = _schema(PublishedYear)
"""What targets_tree gives, published beside it."""
TALLIES_SCHEMA: Final = _schema(PublishedTallies)
"""What tallies_tree gives, published beside it."""
