"""The door where the portal meets MkDocs: every event of a build, handed to the portal's own code.

Content lies outside docs_dir, and its languages may have codes static-i18n refuses: each page is named after that has
looked. It runs a pass for each language it knows: the first reads all, makes the others' pages too, and writes outputs.
"""

import os
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from door import counted_up_to, today
from engine import engine_files, finish, made_strict, page_values, portal_markdown, source_of
from portal.language.locales import ORIGINAL
from portal.site import built as made
from portal.site.files.new_site import NewSite

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("PORTAL_ROOT") or ROOT)  # content and data; style and templates are the project's own
build: made.Build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give MkDocs the portal's Markdown."""
    return portal_markdown(config)


def on_pre_build(config: MkDocsConfig) -> None:
    """Read everything, once. Problems stop a build."""
    global build
    if _is_first(config):
        settings = made.settings_of(ROOT, config.site_url or "", config.repo_url or "", os.environ)
        lang = os.environ.get("PORTAL_LANG", ORIGINAL)
        build = made.open_build(CORPUS, settings, today(), counted_up_to(today()), lang)
        if build.to_mend:
            raise PluginError(build.told)
        print(build.told, end="")


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """After static-i18n: the pages of this pass, and what lies in the corpus's docs/."""
    for file in list(files):
        files.remove(file)
    is_first, i18n = _is_first(config), cast(Any, config.plugins["i18n"])
    for lang in build.site.library.data.locales:
        if lang == i18n.current_language or (is_first and lang not in i18n.all_languages):
            for file in engine_files(build, lang, CORPUS, config):
                files.append(file)
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """The text alone."""
    return source_of(build, page.file)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Texts can be finished; what is no page is written from the outputs, never copied."""
    made_strict(env)
    for file in list(files):
        if file.page:
            finish(build, file.page, env)
        else:
            files.remove(file)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """The finished values of the page."""
    return page_values(build, page)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The list of contents is whole; a number and its per cent sign stay on one line, and so do names; numbers to call
    can be called."""
    return made.sent_page(build, output)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The finished values of what is no page."""
    return context | made.template_values(build)


def on_post_build(config: MkDocsConfig) -> None:
    """Write every file that is no page."""
    if _is_first(config):
        build.table.write_into(NewSite(Path(config.site_dir)))


def _is_first(config: MkDocsConfig) -> bool:
    return bool(config.plugins["i18n"].is_default_language_build)  # type: ignore[attr-defined]
