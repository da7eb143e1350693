"""Slides in the largest letters that fit, each for itself; what does not fit in the smallest."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from portal.site.publications.drawn import templates
from portal.site.publications.jobs import PrintJob, SheetView
from portal.site.publications.measured import layout_of, standing_out
from portal.site.publications.slides.slides import SlideView
from portal.site.publications.values import TooMuch


def fitted_slides(job: PrintJob, house: Path) -> tuple[SheetView, Any, tuple[TooMuch, ...]]:
    """The slides with the letters of each, and as they are laid out; what does not fit."""
    sheet, template = job.sheet, templates(house).get_template(job.sheet.template)
    slides = tuple(replace(one, title_size=sheet.headlines[0], size=sheet.sizes[0]) for one in job.view.slides)
    fitted, wrong, left = dict[int, SlideView](), dict[str, float](), slides
    while left:  # only those that did not fit are tried again
        document = layout_of(template.render(sheet=replace(job.view, slides=left, letters="12pt")))
        beyond = {one.field: one.by for one in standing_out(document)}
        smaller = tuple(_smaller(one, beyond, job) for one in left)
        for before, one in zip(left, smaller, strict=True):
            if one == before:
                fitted[one.number] = one
                wrong |= {name: by for name, by in beyond.items() if name.partition(".")[0] == str(one.number)}
        left = tuple(one for before, one in zip(left, smaller, strict=True) if one != before)
    slides = tuple(fitted[one.number] for one in slides)
    view = replace(job.view, slides=slides, letters="12pt")
    return view, layout_of(template.render(sheet=view)), tuple(_told(slides, wrong))


def _smaller(slide: SlideView, wrong: Mapping[str, float], job: PrintJob) -> SlideView:
    """A slide in the next letters, where what it says stands out."""
    title, text = f"{slide.number}.title" in wrong, f"{slide.number}.text" in wrong
    return replace(
        slide,
        title_size=_next(job.sheet.headlines, slide.title_size) if title else slide.title_size,
        size=_next(job.sheet.sizes, slide.size) if text else slide.size,
    )


def _next(sizes: tuple[float, ...], size: float) -> float:
    return next((one for one in sizes if one < size), size)


def _told(slides: tuple[SlideView, ...], wrong: Mapping[str, float]) -> list[TooMuch]:
    found: dict[str, float] = {}
    for slide in slides:
        for name, field in (("title", slide.title_field), ("text", slide.text_field)):
            if (by := wrong.get(f"{slide.number}.{name}")) is not None:
                found[field] = max(by, found.get(field, 0))
    return [TooMuch(field, by) for field, by in found.items()]
