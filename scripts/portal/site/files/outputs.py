"""Every file of the site that is no page: path → bytes, made when asked, with a key of what it is made of."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import PIL

from portal.content.known.figures import Figure
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.plan import published, tables
from portal.reading.csv_writer import for_people
from portal.reading.kept import CACHE, code_mark, kept, made_of
from portal.reading.problems import Problem
from portal.site.addresses import DATA_FOLDER
from portal.site.drawings import chart_pictures, charts, lettering, share_cards, threads
from portal.site.drawings.chart_pictures import as_png
from portal.site.dress import marks
from portal.site.dress.assets import WORKER
from portal.site.figures import chart_picture, picture_path
from portal.site.files import feeds
from portal.site.files.cards import cards_of
from portal.site.files.search_texts import FACETS
from portal.site.files.security import SECURITY_TXT, security_txt
from portal.site.files.sitemap import sitemap, sitemap_xml
from portal.site.pages.page import Page
from portal.site.site import Site

SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
CARD_CODE: Final = (Path(share_cards.__file__), Path(threads.__file__), Path(lettering.__file__), lettering.FONT)
PICTURE_CODE: Final = (Path(chart_pictures.__file__), Path(lettering.__file__), lettering.FONT)
SERVED_ONLY: Final = (
    f"{share_cards.CARDS_FOLDER}/",
    "pagefind/",
    WORKER,
    SITEMAP,
    ROBOTS,
    "404.html",
    SECURITY_TXT,
    f"{DATA_FOLDER}/{FACETS}",
)
"""How the paths begin of what is of use on a server alone: cards for other sites, the search index, the worker, what
programs on the web read."""


@dataclass(frozen=True)
class Output:
    """One file of the site. `key` changes when its bytes may; `owner` says who made it, for people."""

    path: str
    key: str
    make: Callable[[], bytes]
    owner: str

    @property
    def needs_server(self) -> bool:
        """Whether it is of no use where the site is opened as plain files."""
        return served_only(self.path)


@dataclass(frozen=True)
class OutputTable:
    """The outputs by their paths, in the order of these; a problem for each path that two of them want."""

    files: Mapping[str, Output]
    problems: tuple[Problem, ...]

    def write_into(self, site: Path) -> None:
        """Make every file, below the folder `site`."""
        for path, output in self.files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(output.make())


def outputs(site: Site, pages: Iterable[Page]) -> OutputTable:
    """The outputs of a site and its pages."""
    parts = (_docs(site), _feeds(site), _figures(site), _pictures(site), _plan(site), _cards(site), _security(site))
    return as_table(one for part in (*parts, _machines(site.settings.site_url, tuple(pages))) for one in part)


def served_only(path: str) -> bool:
    """Whether a file of the site, named by its path in it, is of use on a server alone."""
    return path.startswith(SERVED_ONLY)


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
    for path, content in marks.published(site.settings.house, library.root, tuple(library.data.locales)).items():
        yield Output(path, made_of(content), partial(bytes, content), f"docs/{path}")


def _feeds(site: Site) -> Iterator[Output]:
    """What is new and what was corrected, for readers' own programs."""
    url = site.settings.site_url
    forms = {feeds.ATOM: feeds.as_atom, feeds.JSON_FEED: feeds.as_json_feed}
    for lang in site.library.data.locales:
        for feed in feeds.feeds(site.library, lang, site.words(lang), url):
            for ending, form in forms.items():
                yield _text(f"{feed.place}.{ending}", partial(form, feed, url), (feed, url))


def _figures(site: Site) -> Iterator[Output]:
    """Each figure's numbers beside the pages that show it."""
    for figure in site.library.data.figures.values():
        for lang in LANGUAGES:
            owner = f"data/figures/{figure.id}.yml"
            write = partial(_figure_csv, figure, lang)
            yield _text(f"{DATA_FOLDER}/{figure.id}.{lang}.csv", write, figure, owner)


def _pictures(site: Site) -> Iterator[Output]:
    """Each figure as a picture to take along: drawn once and kept, as the cards are."""
    drawn_by = [PIL.__version__.encode(), *(file.read_bytes() for file in PICTURE_CODE)]
    for figure in site.library.data.figures.values():
        for lang in LANGUAGES:
            picture = chart_picture(figure, site.words(lang), site.approved)
            key = made_of(*drawn_by, repr(picture).encode())
            draw = partial(kept, site.settings.house / CACHE / "charts" / f"{key}.png", partial(as_png, picture))
            yield Output(picture_path(figure.id, lang), key, draw, f"data/figures/{figure.id}.yml")


def _figure_csv(figure: Figure, lang: str) -> str:
    return for_people(charts.figure_csv(figure, lang))


def _plan(site: Site) -> Iterator[Output]:
    """The plan's figures under stable addresses, with what each field means."""
    ledger, as_of = site.registers.ledger, site.as_of
    if ledger is None:
        return
    counted = ledger.count(ledger.year_of(as_of), as_of)
    tallies = ledger.tally(counted.year, as_of)
    forms: Mapping[str, tuple[Callable[[], str], object]] = {
        "chi-tieu.json": (lambda: _json(published.targets_tree(counted)), counted),
        "chi-tieu.schema.json": (lambda: _json(published.TARGETS_SCHEMA), ""),
        "chi-tieu.csv": (lambda: for_people(tables.targets_csv(counted, site.words(ORIGINAL))), counted),
        "san-pham.json": (lambda: _json(published.tallies_tree(tallies)), tallies),
        "san-pham.schema.json": (lambda: _json(published.TALLIES_SCHEMA), ""),
        "san-pham.csv": (lambda: for_people(tables.tallies_csv(tallies)), tallies),
    }
    for name, (write, value) in forms.items():
        yield _text(f"{DATA_FOLDER}/{name}", write, value, "data/plan.yml")


def _cards(site: Site) -> Iterator[Output]:
    """The pictures other sites show beside a link: drawn once and kept, as drawing takes long."""
    cache = site.settings.house / CACHE / "cards"
    drawn_by = [PIL.__version__.encode(), *(file.read_bytes() for file in CARD_CODE)]
    for path, card in cards_of(site):
        key = made_of(*drawn_by, repr(card).encode())
        draw = partial(share_cards.drawn, card)
        yield Output(path, key, partial(kept, cache / f"{key}.png", draw), card.title)


def _security(site: Site) -> Iterator[Output]:
    """Where those who find a weakness may write, once the owner says so."""
    owner = site.library.data.owner
    text = security_txt(owner.security_contact if owner else None, site.settings.site_url, site.as_of)
    if text:
        yield _text(SECURITY_TXT, partial(str, text), text, "data/owner.yml")


def _machines(url: str, pages: Iterable[Page]) -> Iterator[Output]:
    """What programs on the web read, and what the search index is told of each page."""
    robots = f"User-agent: *\nAllow: /\nSitemap: {url}{SITEMAP}\n"
    entries = sitemap(pages)
    facets = {page.address: page.facets for page in pages}
    yield _text(ROBOTS, partial(str, robots), robots)
    yield _text(SITEMAP, partial(sitemap_xml, entries), entries)
    write = partial(json.dumps, facets, sort_keys=True)
    yield _text(f"{DATA_FOLDER}/{FACETS}", write, facets)


def _text(path: str, write: Callable[[], str], value: object, owner: str = "scripts/portal/site") -> Output:
    """A file of text, made of a value by the portal's code."""
    return Output(path, made_of(code_mark(), repr(value).encode()), lambda: write().encode(), owner)


def _json(tree: Mapping[str, object]) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
