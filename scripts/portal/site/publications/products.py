"""The products that were made, as the site has them: those of a page in a language all together, or none."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from portal.content.stories import Story
from portal.reading.keeping.kept import SEAL, kept_bytes
from portal.reading.problems import Problem
from portal.reading.yaml_reader import dotted
from portal.site.publications.jobs import PrintJob, kept_picture, kept_product, print_jobs
from portal.site.publications.shelf import products_folder
from portal.site.publications.values import SMALL_WIDTH, MadeProduct, Printed
from portal.site.site import Site


def made_products(site: Site) -> tuple[MadeProduct, ...]:
    """Everything that was printed of the site as it is now. What was printed of a page as it was before is not there,
    and where one of a page's products is missing none is: nobody shall take half."""
    house = site.settings.house
    if not products_folder(house).is_dir():
        return ()
    jobs = print_jobs(site)
    return tuple(one for page in _pages(jobs) if not unmade(house, page) for one in _made(house, page))


def unmade(house: Path, jobs: Iterable[PrintJob]) -> tuple[PrintJob, ...]:
    """Those that are still to be made."""
    return tuple(one for one in jobs if not all(map(_is_kept, kept_files(house, one))))


def print_problems(job: PrintJob, story: Story, made: Printed, name: str) -> Iterator[Problem]:
    """What kept a product, called `name`, from being made, at its field in the page's file."""
    for one in made.too_much:
        place = tuple(int(part) if part.isdigit() else part for part in one.field.split(".")) if one.field else ()
        values = {"product": name, "by": max(1, round(one.by))}
        code = "print-too-much" if place else "print-too-much-around"
        yield Problem(job.document, story.document.line(place), dotted(place), code, values)
    if made.lacking:
        yield Problem(job.document, 1, "", "print-letter", {"value": made.lacking})


def _pages(jobs: Iterable[PrintJob]) -> Iterator[tuple[PrintJob, ...]]:
    for _, some in groupby(jobs, key=lambda one: (one.place, one.page.lang)):
        yield tuple(some)


def kept_files(house: Path, job: PrintJob) -> Iterator[Path]:
    """The files a product is kept in: itself, its small picture."""
    yield kept_product(house, job)
    if job.picture:
        yield kept_picture(house, job)


def _is_kept(file: Path) -> bool:
    return kept_bytes(file) is not None


def _made(house: Path, jobs: Iterable[PrintJob]) -> Iterator[MadeProduct]:
    for job in jobs:
        size = kept_product(house, job).stat().st_size - SEAL
        height = round(SMALL_WIDTH * job.sheet.height / job.sheet.width) if job.picture else 0
        yield MadeProduct(
            path=job.path,
            place=job.place,
            lang=job.page.lang,
            sheet=job.sheet.name,
            form=job.sheet.form,
            for_printers=job.sheet.for_printers,
            size=size,
            picture=job.picture,
            height=height,
            banner=job.page.banner if job.sheet.form == "txt" else "",
            key=job.key,
        )
