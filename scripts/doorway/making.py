"""The pages of a site made one by one, or taken as the build before made them; then every file that is no page."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from door import counted_up_to, today
from doorway.kept_builds import forget_gone, kept_of
from engine import AskedFiles, Engine, engine_files, open_engine, warned
from portal.content.desk.address import ENGINE_SETTINGS
from portal.plan.corpus import open_corpus
from portal.reading.problems import as_text
from portal.site.asked.answers import Answers
from portal.site.asked.ledger import MadePage, PageKey, PageLedger, answered
from portal.site.asked.questions import Notes
from portal.site.asked.site import asked_site
from portal.site.asked.worn import worn
from portal.site.built import Build, build_of, file_values, linked_files, settings_of
from portal.site.files.outputs import outputs
from portal.site.pages.make import pages
from portal.site.pages.told import told_page

Make = Callable[[PageKey], MadePage]


@dataclass(frozen=True)
class Made:
    """How a building of pages went: `told` is what stops it, "" where nothing does; how many were made, of how many."""

    told: str
    made: int = 0
    pages: int = 0


def make_site(house: Path, corpus: Path, site: Path, lang: str) -> Made:
    """Write every page of a corpus, and every other file, below the folder `site`. Raises what a template raises."""
    engine = open_engine(house)
    settings = settings_of(house, engine.config.site_url or "", engine.config.repo_url or "", os.environ)
    build = build_of(open_corpus(corpus, today()), settings, counted_up_to(today()))
    answers = Answers(build.site, today().isoformat(), cache(partial(_linked, build)))
    ledger = PageLedger(kept_of(house, corpus), worn(build.site, (house / ENGINE_SETTINGS).read_text("utf-8")))
    with warned() as warnings:
        made = made_pages(build, ledger, answers, maker(build, engine, corpus, answers))
    table = outputs(build.site, (page.told for page in made.pages.values()))
    if warnings or table.problems:
        return Made("\n".join((*warnings, as_text(table.problems, lang))))
    for page in made.pages.values():
        _write(site / page.told.address / "index.html", page.html)
    for path, content in engine.own_files(file_values(build.site, table)):
        _write(site / path, content)
    table.write_into(site)
    ledger.keep(made.pages)
    forget_gone(house, corpus)
    return Made("", made.anew, len(made.pages))


@dataclass(frozen=True)
class MadePages:
    """The pages of a site, and how many of them were made anew."""

    pages: Mapping[PageKey, MadePage]
    anew: int


def made_pages(build: Build, ledger: PageLedger, answers: Answers, make: Make) -> MadePages:
    """Every page: taken where it can be, made where not."""
    taken = ledger.taken(build.pages, answers)
    made = {key: page or make(key) for key, page in taken.items()}
    return MadePages(made, sum(1 for page in taken.values() if page is None))


def maker(build: Build, engine: Engine, corpus: Path, answers: Answers) -> Make:
    """What makes one page and notes what it asks."""
    notes = Notes()
    asked = asked_site(build.site, notes)
    asking = Build(asked, pages(asked))

    @cache
    def files(lang: str) -> AskedFiles:
        return AskedFiles(engine_files(build, lang, corpus, engine.config), partial(notes.ask, "file", lang))

    def make(key: PageKey) -> MadePage:
        links = files(key[0])
        with notes.of_page() as questions:
            html = engine.html(asking, links, *key).encode("utf-8", "xmlcharrefreplace")
            told = told_page(asking.pages[key])
        return MadePage(html, told, answered(questions, answers))

    return make


def _linked(build: Build, lang: str) -> Mapping[str, str]:
    return {name: goal for name, goal, _ in linked_files(build, lang)}


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
