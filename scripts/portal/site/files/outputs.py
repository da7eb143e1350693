"""Every file of the site that is no page, in one table: each made when asked, with a key of what it is made of."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

import PIL

from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.made_files import DATA_FOLDER
from portal.language.places import section_of
from portal.language.vocabulary import RECORDINGS, SCANS
from portal.plan import published
from portal.plan.bodies.sent import sendings
from portal.plan.bodies.sent_tables import sent_table
from portal.plan.list_workbook import list_workbook
from portal.reading.keeping.kept import CACHE, kept, kept_bytes, made_of
from portal.reading.problems import Problem
from portal.reading.tables.csv_writer import csv_of, for_people
from portal.site.blocks.plan.sent import SENT_FILES, latest_year
from portal.site.drawings import chart_pictures, lettering, share_cards, threads
from portal.site.drawings.chart_pictures import as_png
from portal.site.drawings.pictured import chart_picture, picture_path
from portal.site.dress import marks
from portal.site.files.app import app_files
from portal.site.files.cards import cards_of
from portal.site.files.data.open_data import open_files
from portal.site.files.llms import llms_files
from portal.site.files.new_site import NewSite
from portal.site.files.news import feeds
from portal.site.files.news.calendars import calendar_files
from portal.site.files.news.digest import digest_files
from portal.site.files.output import ROBOTS, SITEMAP, Output, gone_mark, json_text, made_output, text_output
from portal.site.files.papers.blank_forms import blank_forms
from portal.site.files.pictures import picture_files
from portal.site.files.podcasts import podcast_files
from portal.site.files.press_files import press_files
from portal.site.files.security import SECURITY_TXT, security_txt
from portal.site.files.sitemap import sitemap, sitemap_xml
from portal.site.made.gone.moved_pages import moved_files
from portal.site.media import is_published
from portal.site.pages.told import ToldPage
from portal.site.publications.shelf import products_folder
from portal.site.search.notes import NOTES, Noted, notes_text
from portal.site.site import Site
from portal.site.writing.asked import asked_json, asked_path

CARD_CODE: Final = (Path(share_cards.__file__), Path(threads.__file__), Path(lettering.__file__), lettering.FONT)
PICTURE_CODE: Final = (Path(chart_pictures.__file__), Path(lettering.__file__), lettering.FONT)


@dataclass(frozen=True)
class OutputTable:
    """The outputs by their paths, in the order of these; a problem for each path that two of them want."""

    files: Mapping[str, Output]
    problems: tuple[Problem, ...]

    def write_into(self, site: NewSite) -> None:
        """Make every file."""
        for path, output in self.files.items():
            site.write_parts(path, output.parts())


def outputs(site: Site, pages: Iterable[ToldPage]) -> OutputTable:
    """The outputs of a site and what is told of its pages."""
    every = tuple(pages)
    machines = (*_machines(site.settings.site_url, every), *_gone(every), *llms_files(site, every))
    return as_table((*_of_site(site), *machines))


def outputs_without_pages(site: Site) -> OutputTable:
    """Those for which no page has to be thought through."""
    return as_table(_of_site(site))


def _of_site(site: Site) -> Iterator[Output]:
    makers = (
        _docs, picture_files, _feeds, _pictures, _plan, _sent, open_files, _cards, _products, _forms, _writing,
        _security, app_files, digest_files, calendar_files, moved_files, podcast_files,
        press_files,
    )  # fmt: skip
    return (one for make in makers for one in make(site))


def as_table(made: Iterable[Output]) -> OutputTable:
    """Each path once: the first to want it has it, and the second is told by both names."""
    files: dict[str, Output] = {}
    problems = []
    for one in made:
        first = files.setdefault(one.path, one)
        if first is not one:
            values = {"address": one.path, "first": first.owner}
            problems.append(Problem(one.owner, 1, "", "address-taken", values))
    return OutputTable(dict(sorted(files.items())), tuple(problems))


def _docs(site: Site) -> Iterator[Output]:
    """What belongs to no language, as it is."""
    library = site.library
    with_files = frozenset(place for place in library.places if section_of(place) in (RECORDINGS, SCANS))
    for path, content in marks.published(site.settings.house, library.root, library.data.locales.values()).items():
        if is_published(path, with_files):
            yield Output(path, made_of(content), partial(bytes, content), f"docs/{path}")


def _feeds(site: Site) -> Iterator[Output]:
    """What is new and what was corrected, for readers' own programs."""
    url = site.settings.site_url
    forms = {feeds.ATOM: feeds.as_atom, feeds.JSON_FEED: feeds.as_json_feed}
    for lang in site.library.data.locales:
        for feed in feeds.feeds(site.library, lang, site.words(lang), url, site.dress.pictures):
            for ending, form in forms.items():
                yield text_output(f"{feed.place}.{ending}", partial(form, feed, url), (feed, url))


def _pictures(site: Site) -> Iterator[Output]:
    """Each figure as a picture to take along: drawn once and kept, as the cards are."""
    drawn_by = [PIL.__version__.encode(), *(file.read_bytes() for file in PICTURE_CODE)]
    for figure in site.library.data.figures.values():
        for lang in LANGUAGES:
            picture = chart_picture(figure, site.words(lang), site.approved)
            key = made_of(*drawn_by, repr(picture).encode())
            draw = partial(kept, site.settings.house / CACHE / "charts" / f"{key}.png", partial(as_png, picture))
            yield Output(picture_path(figure.id, lang), key, draw, f"data/figures/{figure.id}.yml")


def _plan(site: Site) -> Iterator[Output]:
    """The plan's figures as trees under stable addresses, with what each field means."""
    ledger, as_of = site.registers.ledger, site.as_of
    if ledger is None:
        return
    counted = ledger.count(ledger.year_of(as_of), as_of)
    tallies = ledger.tally(counted.year, as_of)
    forms: Mapping[str, tuple[Callable[[], str], object]] = {
        "chi-tieu.json": (lambda: json_text(published.targets_tree(counted)), counted),
        "chi-tieu.schema.json": (lambda: json_text(published.TARGETS_SCHEMA), ""),
        "san-pham.json": (lambda: json_text(published.tallies_tree(tallies)), tallies),
        "san-pham.schema.json": (lambda: json_text(published.TALLIES_SCHEMA), ""),
    }
    for name, (write, value) in forms.items():
        yield text_output(f"{DATA_FOLDER}/{name}", write, value, "data/plan.yml")


def _sent(site: Site) -> Iterator[Output]:
    """Who has sent its report, as files people open."""
    ledger, as_of, text = site.registers.ledger, site.as_of, site.words(ORIGINAL)
    if ledger is None:
        return
    table = sent_table(sendings(ledger, latest_year(ledger, as_of), as_of), text)
    rows = (table.head, *table.rows)
    workbook, plain = SENT_FILES
    yield text_output(f"{DATA_FOLDER}/{plain}", lambda: for_people(csv_of(rows)), rows, "data/plan.yml")
    made = made_output(f"{DATA_FOLDER}/{workbook}", lambda: list_workbook(rows, as_of), (rows, as_of), "data/plan.yml")
    yield replace(made, make=partial(kept, site.settings.house / CACHE / "forms" / f"{made.key}.xlsx", made.make))


def _cards(site: Site) -> Iterator[Output]:
    """The pictures other sites show beside a link: drawn once and kept, as drawing takes long."""
    cache = site.settings.house / CACHE / "cards"
    drawn_by = [PIL.__version__.encode(), *(file.read_bytes() for file in CARD_CODE)]
    for path, card in cards_of(site):
        key = made_of(*drawn_by, repr(card).encode())
        draw = partial(share_cards.drawn, card)
        yield Output(path, key, partial(kept, cache / f"{key}.png", draw), card.title)


def _products(site: Site) -> Iterator[Output]:
    """What was printed of pages, with its small pictures."""
    folder = products_folder(site.settings.house)
    for one in site.products:
        for path, ending in ((one.path, one.form), (one.picture, "webp")):
            if path:
                take = partial(_kept_whole, folder / f"{one.key}.{ending}")
                yield Output(path, made_of(one.key.encode(), ending.encode()), take, one.place)


def _kept_whole(file: Path) -> bytes:
    """The bytes kept in a file. Raises FileNotFoundError where somebody took it away while the site was built."""
    found = kept_bytes(file)
    if found is None:
        raise FileNotFoundError(file)
    return found


def _forms(site: Site) -> Iterator[Output]:
    """What each body fills in this year."""
    for path, key, make in blank_forms(site):
        yield Output(path, key, make, "data/plan.yml")


def _writing(site: Site) -> Iterator[Output]:
    """What the form asks, in each language that has words."""
    for lang in LANGUAGES:
        asked = asked_json(site, lang)
        yield text_output(asked_path(lang), partial(str, asked), asked)


def _security(site: Site) -> Iterator[Output]:
    """Where those who find a weakness may write, once the owner says so."""
    owner = site.library.data.owner
    text = security_txt(owner.security_contact if owner else None, site.settings.site_url, site.as_of)
    if text:
        yield text_output(SECURITY_TXT, partial(str, text), text, "data/owner.yml")


def _machines(url: str, pages: Iterable[ToldPage]) -> Iterator[Output]:
    """What programs on the web read, and what the search index is told of each page."""
    robots = f"User-agent: *\nAllow: /\nSitemap: {url}{SITEMAP}\n"
    entries = sitemap(pages)
    noted = {page.address: Noted(page.lang, page.place, page.search_words, page.facets) for page in pages}
    yield text_output(ROBOTS, partial(str, robots), robots)
    yield text_output(SITEMAP, partial(sitemap_xml, entries), entries)
    yield text_output(f"{DATA_FOLDER}/{NOTES}", partial(notes_text, noted), noted)


def _gone(pages: Iterable[ToldPage]) -> Iterator[Output]:
    """What tells a server which pages were withdrawn."""
    return (gone_mark(page.address) for page in pages if page.withdrawn)
