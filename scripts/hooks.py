"""The door where the portal meets MkDocs; the only file that imports it.

MkDocs asks for files, texts and contexts; the answers come from the portal. Content lies outside docs_dir, which
static-i18n does not expect: `announce` names each page as if it lay there, `attach` then points it to its true file.
static-i18n runs a pass for each language: the first, of the original's, reads the corpus and writes the outputs.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from door import counted_up_to, today
from portal.content.known.reference import Figure
from portal.language import vocabulary
from portal.language.words import words
from portal.plan.corpus import open_corpus, problems_of
from portal.reading import markup
from portal.reading.problems import Problem, as_text
from portal.site.addresses import base_path
from portal.site.drawings.charts import chart
from portal.site.drawings.qr import kept_square
from portal.site.files.marks import STYLE, asset_links, published
from portal.site.files.outputs import CACHE, SITEMAP, Table, outputs
from portal.site.files.policy import early_script, icon, site_policy
from portal.site.files.structured_data import structured_data
from portal.site.pages.values import PageView, Settings
from portal.site.texts import unparted, with_figures, with_terms
from portal.site.views import Views, thread_paths, whole_site

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Build:
    """What one build is made of, from its first event to its last, over the passes of all languages."""

    views: Views
    table: Table
    assets: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    early_script: str
    icon: str
    env: Environment


build: Build
serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Note whether this is a preview: its live reload needs an inline script, and it goes on where a build stops."""
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give MkDocs the portal's Markdown."""
    config.markdown_extensions = [*markup.EXTENSIONS, markup.PortalMarkdown()]  # type: ignore[list-item]
    config.mdx_configs = {name: dict(values) for name, values in markup.SETTINGS.items()}
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Read the corpus, once. Problems stop a build; a preview shows them and goes on with what can be read."""
    global build
    if not _is_first_pass(config):
        return
    day = today()
    registers = open_corpus(ROOT, day)
    views = whole_site(registers, _settings(config), counted_up_to(day))
    table = outputs(views)
    problems, assets = (*problems_of(registers), *table.problems), published(ROOT)
    build = Build(views, table, assets, problems, early_script(ROOT), icon(ROOT), Environment(autoescape=True))
    if build.problems:
        told = as_text(build.problems, os.environ.get("PORTAL_LANG", vocabulary.ORIGINAL))
        if not serving:
            raise PluginError(told)
        print(told)


def _is_first_pass(config: MkDocsConfig) -> bool:
    return bool(config.plugins["i18n"].is_default_language_build)  # type: ignore[attr-defined]


def _settings(config: MkDocsConfig) -> Settings:
    site_url, repository = (config.site_url or "").rstrip("/") + "/", (config.repo_url or "").rstrip("/")
    return Settings(site_url, repository, os.environ.get("PORTAL_CARDS") == "all")


@event_priority(100)
def _announce(files: Files, config: MkDocsConfig) -> Files:
    """Before static-i18n: name every page."""
    for lang, place in build.views.library.stories:
        files.append(File(f"{lang}/{place}.md", config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-200)
def _attach(files: Files, config: MkDocsConfig) -> Files:
    """After static-i18n: point every page to its true file."""
    for file in files.documentation_pages():
        lang, _, place = file.src_uri.removesuffix(".md").partition("/")
        story = build.views.library.story(lang, place)
        if story and story.document.path:
            file.abs_src_path = str(ROOT / story.document.path)
    return files


on_files = CombinedEvent(_announce, _attach)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """The text alone: the portal has read the front matter, and a blank line keeps MkDocs from looking for more."""
    story = _view(page).story
    page.title = story.front.title
    return "\n" + story.document.body


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Choose the template of the page's kind."""
    front = _view(page).front
    page.meta = {"title": front.title, "template": f"{front.kind}.html"}
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Nothing reaches a page that could run or reach out."""
    return markup.sanitise(html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Set up the templates. Links have been followed: what is no page is the portal's to write, not MkDocs' to copy."""
    global build
    env.globals.update(threads=thread_paths(), views=build.views, vocabulary=vocabulary)
    build = replace(build, env=env)
    env.trim_blocks = env.lstrip_blocks = env.autoescape = True
    for file in list(files):
        if not file.is_documentation_page():
            files.remove(file)
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """The finished values of the page."""
    view, library = _view(page), build.views.library
    html = with_figures(page.content or "", library.data.figures, partial(_drawn, view))
    page.content = with_terms(html, library, view.text_lang, view.address, view.story.place)
    return context | {
        "view": view,
        "t": view.t,
        "json_ld": structured_data(view, build.views.settings.site_url),
        "csp": None if serving else site_policy(build.early_script),
        "early_script": build.early_script,
        "icon": build.icon,
        "assets": asset_links(build.assets, view.root),
        "square": kept_square(ROOT / CACHE, view.canonical),
        "problems": as_text(build.problems, view.lang).splitlines(),
    }


def _drawn(view: PageView, figure: Figure) -> str:
    template, text = build.env.get_template("partials/figure.html"), words(view.text_lang)
    return template.render(chart=chart(figure, text), figure=figure, view=view, t=text.ui)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """A number and its per cent sign stay on one line."""
    return unparted(output)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The page for addresses that lead nowhere speaks both languages; the site map for machines lists true pages."""
    return context | {
        "style": build.assets[STYLE].decode(),
        "both": [words(lang) for lang in vocabulary.LANGUAGES],
        "base": base_path(build.views.settings.site_url),
        "sitemap": build.table.files[SITEMAP].make().decode(),
    }


def on_post_build(config: MkDocsConfig) -> None:
    """Write every file that is no page."""
    for output in build.table.files.values() if _is_first_pass(config) else ():
        write_file(output.make(), str(Path(config.site_dir, output.path)))


def _view(page: Page) -> PageView:
    lang = getattr(page.file, "locale_alternate_of", vocabulary.ORIGINAL)
    return build.views.page(lang, page.file.src_uri.removesuffix(".md").partition("/")[2])
