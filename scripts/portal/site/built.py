"""One build: everything it is made of, read once, and what it gives the engine for each page and template."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment

from portal.content.known.figures import Figure
from portal.content.known.house.identity import read_identity
from portal.plan.corpus import open_corpus, problems_of
from portal.plan.ledger import Registers
from portal.reading.documents import Document
from portal.reading.markdown.sanitiser import sanitise
from portal.reading.markdown.text import text_of
from portal.reading.problems import Problem, as_text, to_mend
from portal.site.addresses import address
from portal.site.calls import with_calls
from portal.site.documents.linking import with_parts
from portal.site.dress.assets import early_script
from portal.site.dress.content_security import icon
from portal.site.dress.marks import published
from portal.site.files.output import SITEMAP
from portal.site.files.outputs import OutputTable, outputs, outputs_without_pages
from portal.site.finishing.tables import with_named_tables
from portal.site.finishing.texts import finished_page, with_figures, with_terms
from portal.site.finishing.tongues import in_tongues
from portal.site.numbers.figures import figure_view
from portal.site.pages.make import pages
from portal.site.pages.not_found import not_found
from portal.site.pages.page import Page, with_text
from portal.site.pages.told import told_page
from portal.site.pictures.made import made_pictures
from portal.site.pictures.shown import TextOfPage, with_pictures, with_weights
from portal.site.publications.products import made_products
from portal.site.site import Dress, Settings, Site, whole_site
from portal.site.spot import Spot


@dataclass(frozen=True)
class Build:
    """The same for every page of every language: the site, its pages by (language of their frame, place), what is
    wrong in the corpus."""

    site: Site
    pages: Mapping[tuple[str, str], Page]
    problems: tuple[Problem, ...] = ()
    told: str = ""

    @cached_property
    def table(self) -> OutputTable:
        """The site's other files."""
        return outputs(self.site, map(told_page, self.pages.values()))

    @cached_property
    def beside_pages(self) -> OutputTable:
        """Those of them for which no page has to be thought through."""
        return outputs_without_pages(self.site)

    @property
    def to_mend(self) -> tuple[Problem, ...]:
        """What a build stops for: not what is only a doubt."""
        return to_mend(self.problems)


def open_build(root: Path, settings: Settings, today: date, as_of: date, lang: str) -> Build:
    """Read everything below `root`. What is wrong in it is among `problems`, and `told` in the language `lang`."""
    registers = open_corpus(root, today)
    made = build_of(registers, settings, as_of)
    problems = (*problems_of(registers), *made.table.problems)
    told = "".join(f"{line}\n" for line in as_text(problems, lang).splitlines())
    return replace(made, problems=problems, told=told)


def build_of(registers: Registers, settings: Settings, as_of: date) -> Build:
    """What is made of a corpus that was read; no page of it is thought through yet. Figures are counted up to `as_of`,
    or the day on which the last page that waited came, where that is later."""
    root, house, locales = registers.library.root, settings.house, registers.library.data.locales.values()
    own = read_identity(root, house)
    files, pictures = published(house, root, locales), made_pictures(root)
    dress = Dress(files, pictures, early_script(house), icon(own.mark), own)
    day = max(as_of, registers.library.last_come)
    seen = registers.library.whole if settings.with_waiting else registers.library
    products = made_products(Site(replace(registers, library=seen), settings, day, dress))
    site = whole_site(registers, settings, day, dress, products)
    return Build(site, pages(site))


def settings_of(house: Path, site_url: str, repository: str, environment: Mapping[str, str]) -> Settings:
    """The settings as the site uses them: one "/" at the end of its address, none at the end of its repository's."""
    every_card, whole = environment.get("PORTAL_CARDS") == "all", environment.get("PORTAL_WAITING") == "all"
    return Settings(site_url.rstrip("/") + "/", repository.rstrip("/"), every_card, whole, house)


def document_of(build: Build, lang: str, place: str) -> Document:
    """The file whose text a page shows. Raises KeyError for a place in no language."""
    story = build.site.library.read_in(lang, place)
    if story is None:
        raise KeyError(place)
    return story.document


def linked_files(build: Build, lang: str) -> Iterator[tuple[str, str, str]]:
    """(name, path in the site, path in the corpus) of all that links of a language's texts lead to: its pages, "" for
    one without a file, and what belongs to no language, as if it lay among them."""
    for frame, place in build.pages:
        if frame == lang:
            yield f"{lang}/{place}.md", f"{address(lang, place)}index.html", document_of(build, lang, place).path
    dress = build.site.dress
    yield from ((f"{lang}/{path}", path, f"docs/{path}") for path in (*dress.assets, *dress.pictures))


def finished_text(build: Build, page: Page, html: str, templates: Environment) -> str:
    """The text of a page: nothing in it can run or reach out; its figures, drawn by their template; its terms."""
    library, text = build.site.library, build.site.words(page.text_lang)
    template = templates.get_template("partials/figure.html")

    def drawn(figure: Figure) -> str:
        return template.render(figure=figure_view(figure, library.data.communes, page, text), t=text.ui)

    place = TextOfPage(page.address, page.text_lang, text)
    html = with_weights(sanitise(html), place, build.site.dress.assets)
    html = with_parts(Spot(build.site, page.lang, page.place), html)
    html = with_figures(html, library.data.figures, drawn)
    html = with_named_tables(with_terms(html, library, page.text_lang, page.address, page.place))
    return _with_pictures(build, page, place, html, templates)


def _with_pictures(build: Build, page: Page, place: TextOfPage, html: str, templates: Environment) -> str:
    template = templates.get_template("partials/picture.html")
    story = build.site.library.read_in(page.text_lang, page.place)
    entries = story.front.pictures if story else ()
    return with_pictures(html, place, entries, build.site.dress.pictures, lambda one: template.render(picture=one))


def page_values(build: Build, lang: str, place: str, html: str) -> dict[str, Any]:
    """Everything the template of a page is given: the page, whole, and the words of its frame's language."""
    page, text = build.pages[lang, place], text_of(document_of(build, lang, place).body)
    return {"page": with_text(page, html, text.headings), "t": build.site.words(lang).ui}


def sent_page(build: Build, html: str) -> str:
    """A whole page as it is written: no number parted from its per cent sign, each number to call a link, each language
    told by its tag."""
    data = build.site.library.data
    html = in_tongues(html, data.locales.values(), build.site.dress.assets)
    return with_calls(finished_page(html, build.site.bound_names), data.numbers)


def template_values(build: Build) -> dict[str, Any]:
    """What the templates that are no page are given: the page for addresses that lead nowhere speaks every language;
    the site map for machines comes from the outputs."""
    return file_values(build.site, build.table)


def file_values(site: Site, table: OutputTable) -> dict[str, Any]:
    """The same of a site and its other files."""
    return {"page": not_found(site), "sitemap": table.files[SITEMAP].make().decode()}
