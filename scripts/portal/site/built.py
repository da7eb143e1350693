"""One build: everything it is made of, read once, and what it gives the engine for each page and template."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from portal.content.known.figures import Figure
from portal.language import vocabulary
from portal.language.words import words
from portal.plan.corpus import open_corpus, problems_of
from portal.reading.markup import sanitise
from portal.reading.problems import Problem, as_text
from portal.site.addresses import base_path
from portal.site.drawings.charts import chart
from portal.site.drawings.qr import kept_square
from portal.site.files.assets import PORTAL_CSS
from portal.site.files.marks import asset_links, published
from portal.site.files.outputs import CACHE, SITEMAP, OutputTable, outputs
from portal.site.files.policy import early_script, icon, site_policy
from portal.site.files.structured_data import structured_data
from portal.site.pages.values import PageView, Settings
from portal.site.texts import with_figures, with_terms
from portal.site.views import Views, thread_paths, whole_site


@dataclass(frozen=True)
class Build:
    """The same for every page of every language. A preview goes without a policy: its live reload is a script inside
    the page."""

    views: Views
    table: OutputTable
    problems: tuple[Problem, ...]
    assets: Mapping[str, bytes]
    early_script: str
    icon: str
    is_preview: bool
    told: str


def open_build(root: Path, settings: Settings, today: date, as_of: date, lang: str, is_preview: bool = False) -> Build:
    """Read everything below `root`. What is wrong in it is among `problems`, and `told` in the language `lang`."""
    registers = open_corpus(root, today)
    views = whole_site(registers, settings, as_of)
    table = outputs(views)
    problems = (*problems_of(registers), *table.problems)
    return Build(
        views=views,
        table=table,
        problems=problems,
        assets=published(settings.house),
        early_script=early_script(settings.house),
        icon=icon(settings.house),
        is_preview=is_preview,
        told=as_text(problems, lang),
    )


def settings_of(house: Path, site_url: str, repository: str, environment: Mapping[str, str]) -> Settings:
    """The settings as the site uses them: one "/" at the end of its address, none at the end of its repository's."""
    every_card = environment.get("PORTAL_CARDS") == "all"
    return Settings(site_url.rstrip("/") + "/", repository.rstrip("/"), every_card, house)


def finished_text(build: Build, view: PageView, html: str, draw: Callable[..., str]) -> str:
    """The text of a page: nothing in it can run or reach out; its figures, drawn by the template `draw`; its terms."""
    library, text = build.views.library, words(view.text_lang)

    def drawn(figure: Figure) -> str:
        return draw(chart=chart(figure, text), figure=figure, view=view, t=text.ui)

    html = with_figures(sanitise(html), library.data.figures, drawn)
    return with_terms(html, library, view.text_lang, view.address, view.story.place)


def template_globals(build: Build) -> dict[str, Any]:
    """What every template may ask."""
    return {"threads": thread_paths(), "views": build.views, "vocabulary": vocabulary}


def page_values(build: Build, view: PageView) -> dict[str, Any]:
    """What the template of a page is given beside its text."""
    return {
        "view": view,
        "t": view.t,
        "json_ld": structured_data(view, build.views.settings.site_url),
        "csp": None if build.is_preview else site_policy(build.early_script),
        "early_script": build.early_script,
        "icon": build.icon,
        "assets": asset_links(build.assets, view.root),
        "square": kept_square(build.views.settings.house / CACHE, view.canonical),
        "problems": as_text(build.problems, view.lang).splitlines(),
    }


def template_values(build: Build) -> dict[str, Any]:
    """What the templates that are no page are given: the page for addresses that lead nowhere speaks every language
    and stays on its own server; the site map for machines comes from the outputs."""
    return {
        "style": build.assets[PORTAL_CSS].decode(),
        "both": [words(lang) for lang in vocabulary.LANGUAGES],
        "base": base_path(build.views.settings.site_url),
        "sitemap": build.table.files[SITEMAP].make().decode(),
    }
