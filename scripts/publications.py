"""Prints what pages say for leaflets, posters, notices, banners and classes; the next build lays it into the site."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from door import ROOT, counted_up_to, fixed_address, parser_of, refused, run, today
from doorway.placing.lock import alone_at
from doorway.placing.put import NotPut
from portal.content.desk.address import ENGINE_SETTINGS, is_public_address, site_address
from portal.language.words import Words, words
from portal.plan.corpus import open_corpus, problems_of
from portal.reading.keeping.kept import keep
from portal.reading.problems import Problem, as_text, in_order, to_mend
from portal.site.built import build_of, settings_of
from portal.site.publications.jobs import PrintJob, kept_picture, kept_product, print_jobs
from portal.site.publications.products import kept_files, print_problems, unmade
from portal.site.publications.shelf import products_folder, sweep_shelf
from portal.site.site import Site

_PROGRAMS: Final = ("weasyprint", "pypdfium2", "pptx")


def main(arguments: list[str] | None = None) -> int:
    """0 when every product is made, 1 where the corpus has problems or something does not fit (nothing of that page is
    laid into the site then), 2 where what prints is not installed or cannot run."""
    options = _options(arguments)
    text = words(options.lang)
    if not all(map(find_spec, _PROGRAMS)):
        return refused(text.say("publications.no_programs"))
    if (lacking := _lacking()) is not None:
        return refused(text.say("publications.no_pango", reason=lacking))
    if not fixed_address():
        return refused(text.say("build.bad_address", value=repr(os.environ["SITE_URL"])), 1)
    try:
        with alone_at(products_folder(ROOT), text):
            return _printed(options.root, text)
    except NotPut as why:
        return refused(why.said(text), 1)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("publications.py", __doc__, "root", "lang")
    parser.set_defaults(root=ROOT)
    return parser.parse_args(arguments)


def _lacking() -> str | None:
    """Which library of the system WeasyPrint does not find; None where it runs."""
    try:
        import portal.site.publications.rendered  # noqa: F401 – needs Pango, which is no package of Python's
    except OSError as error:
        return str(error).partition(":")[0]
    return None


def _printed(root: Path, text: Words) -> int:
    registers, started = open_corpus(root, today()), time.monotonic()
    wrong = in_order(to_mend(problems_of(registers)))
    if wrong:
        print(as_text(wrong, text.lang))
        return 1
    address, _ = site_address((ROOT / ENGINE_SETTINGS).read_text("utf-8"), os.environ.get("SITE_URL", ""))
    site = build_of(registers, settings_of(ROOT, address, "", os.environ), counted_up_to(today())).site
    jobs = print_jobs(site)
    new = unmade(ROOT, jobs)
    problems = tuple(_made(site, new, text))
    if problems:
        print(as_text(in_order(problems), text.lang))
        return 1
    if root.resolve() == ROOT:  # another corpus may share the house, and not its pages
        sweep_shelf(ROOT, frozenset(file for job in jobs for file in kept_files(ROOT, job)))
    seconds = f"{time.monotonic() - started:.1f}"
    print(text.say("publications.done", count=len(jobs), new=len(new), seconds=seconds))
    if not is_public_address(address):
        print(text.say("build.placeholder", address=address))
    return 0


def _made(site: Site, jobs: Sequence[PrintJob], text: Words) -> Iterator[Problem]:
    """Make products on every core, each kept as soon as it is there; a problem for all that cannot be."""
    from portal.site.publications.rendered import printed  # needs what prints, which not everyone has

    if not jobs:
        return
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(jobs))) as every_core:
        for number, (job, made) in enumerate(
            zip(jobs, every_core.map(partial(printed, house=ROOT), jobs), strict=True), 1
        ):
            if made.content:
                keep(kept_product(ROOT, job), [made.content])
            if made.picture:
                keep(kept_picture(ROOT, job), [made.picture])
            print(text.say("publications.progress", number=number, count=len(jobs), path=job.path), file=sys.stderr)
            story = site.library.stories[job.page.lang, job.place]
            yield from print_problems(job, story, made, text.say(f"products.{job.sheet.name}"))


if __name__ == "__main__":
    sys.exit(run(main))
