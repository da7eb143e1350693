"""The pages of a site made one by one, or taken as the build before made them; then every file that is no page."""

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final

from door import counted_up_to, today
from doorway.builds.kept_builds import forget_gone, kept_of
from engine import AskedFiles, Engine, engine_files, open_engine, warned
from portal.content.desk.address import ENGINE_SETTINGS
from portal.plan.corpus import open_corpus
from portal.reading.problems import as_text
from portal.reading.shares import dealt
from portal.site.asked.answers import Answers
from portal.site.asked.ledger import LaidPage, MadePage, PageKey, PageLedger, answered
from portal.site.asked.questions import Notes, Question
from portal.site.asked.site import asked_site
from portal.site.asked.worn import worn
from portal.site.built import Build, build_of, file_values, linked_files, settings_of
from portal.site.files.new_site import NewSite
from portal.site.files.outputs import outputs
from portal.site.pages.make import pages
from portal.site.pages.told import ToldPage, told_page

OFTEN: Final = (700, 10, 10)
"""New values after which Python by itself looks for those that nobody can reach, and how often it looks further."""
FIRST: Final = 32
"""So many pages, from all over the site, are made before others are dealt to processes: what pages share is then worked
out, once."""


@dataclass(frozen=True)
class Made:
    """How a building of pages went: `told` is what stops it, "" where nothing does; how many were made, of how many."""

    told: str
    made: int = 0
    pages: int = 0


@dataclass(frozen=True)
class FreshPage:
    """A page made now: its HTML, what is told of it, what it asked, and what the engine warned of."""

    html: bytes
    told: ToldPage
    asked: frozenset[Question]
    warnings: tuple[str, ...]


Make = Callable[[PageKey], FreshPage]


def make_site(house: Path, corpus: Path, site: NewSite, lang: str) -> Made:
    """Write every page of a corpus, and every other file, into a new site. Raises what a template raises."""
    engine = open_engine(house)
    settings = settings_of(house, engine.config.site_url or "", engine.config.repo_url or "", os.environ)
    build = build_of(open_corpus(corpus, today()), settings, counted_up_to(today()))
    answers = Answers(build.site, today().isoformat(), cache(partial(_linked, build)))
    ledger = PageLedger(kept_of(house, corpus), worn(build.site, (house / ENGINE_SETTINGS).read_text("utf-8")))
    made = made_pages(build, ledger, answers, maker(build, engine, corpus), site)
    table = outputs(build.site, (page.told for page in made.pages.values()))
    if made.warnings or table.problems:
        return Made("\n".join((*made.warnings, as_text(table.problems, lang))))
    for path, content in engine.own_files(file_values(build.site, table)):
        if path not in table.files:
            site.write(path, content)
    with _tidied():
        table.write_into(site)
    ledger.keep(made.pages)
    forget_gone(house, corpus)
    return Made("", made.anew, len(made.pages))


@dataclass(frozen=True)
class MadePages:
    """The pages of a site, how many of them were made anew, and what the engine warned of."""

    pages: Mapping[PageKey, LaidPage]
    anew: int
    warnings: tuple[str, ...]


def made_pages(build: Build, ledger: PageLedger, answers: Answers, make: Make, site: NewSite) -> MadePages:
    """Every page, taken where it can be, made where not, and written into the site at once: nobody holds them all."""
    found: dict[PageKey, LaidPage] = {}
    changed = ledger.changed(answers)
    for key in build.pages:
        if page := ledger.taken(key, changed):
            site.write(f"{page.told.address}index.html", page.html)
            found[key] = ledger.laid(page)
    anew, warnings = [key for key in build.pages if key not in found], list[str]()
    for key, fresh in made_anew(anew, make):
        site.write(f"{fresh.told.address}index.html", fresh.html)
        found[key] = ledger.laid(MadePage(fresh.html, fresh.told, answered(fresh.asked, answers)))
        warnings += fresh.warnings
    return MadePages({key: found[key] for key in build.pages}, len(anew), tuple(warnings))


def made_anew(keys: Sequence[PageKey], make: Make) -> Iterator[tuple[PageKey, FreshPage]]:
    """Pages that are made now, dealt to processes where there are many."""
    first = keys[:: len(keys) // FIRST | 1]  # an odd step: pages stand by twos, one in each language
    made = frozenset(first)
    rest = tuple(key for key in keys if key not in made)
    yield from zip(first, map(make, first), strict=True)
    yield from zip(rest, dealt(make, rest), strict=True)


def maker(build: Build, engine: Engine, corpus: Path) -> Make:
    """What makes one page and notes what it asks."""
    notes = Notes()
    asked = asked_site(build.site, notes)

    @cache
    def files(lang: str) -> AskedFiles:
        return AskedFiles(engine_files(build, lang, corpus, engine.config), partial(notes.ask, "file", lang))

    def make(key: PageKey) -> FreshPage:
        links, asking = files(key[0]), Build(asked, pages(asked))  # of one page: no other is held
        with warned() as warnings, notes.of_page() as questions:
            html = engine.html(asking, links, *key).encode("utf-8", "xmlcharrefreplace")
            told = told_page(asking.pages[key])
        return FreshPage(html, told, frozenset(questions), tuple(warnings))

    return make


@contextmanager
def _tidied() -> Iterator[None]:
    """Inside, what the making of a file leaves goes at once: the parts of a Word document hold each other, and a build
    looks rarely for such. What was there before is looked through no more than elsewhere."""
    rarely = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*OFTEN)
    try:
        yield
    finally:
        gc.set_threshold(*rarely)
        gc.unfreeze()


def _linked(build: Build, lang: str) -> Mapping[str, str]:
    return {name: goal for name, goal, _ in linked_files(build, lang)}
