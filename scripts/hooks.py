"""The door where the portal meets MkDocs; the only file that imports it.

Content lies outside docs_dir, and its languages may have codes static-i18n refuses: each page is named after that has
looked. It runs a pass for each language it knows: the first reads all, makes the others' pages too, and writes outputs.
"""

import os
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from door import counted_up_to, today
from portal.language.locales import ORIGINAL
from portal.reading.markdown import markup
from portal.site import built as made

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("PORTAL_ROOT") or ROOT)  # content and data; style and templates are the project's own
build: made.Build
serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Note whether this is a preview, which goes on where a build stops."""
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give MkDocs the portal's Markdown."""
    config.markdown_extensions = [*markup.EXTENSIONS, markup.PortalMarkdown()]  # type: ignore[list-item]
    config.mdx_configs = {name: dict(values) for name, values in markup.SETTINGS.items()}
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Read everything, once. Problems stop a build; a preview shows them and goes on with what can be read."""
    global build
    if _is_first(config):
        settings = made.settings_of(ROOT, config.site_url or "", config.repo_url or "", os.environ)
        lang = os.environ.get("PORTAL_LANG", ORIGINAL)
        build = made.open_build(CORPUS, settings, today(), counted_up_to(today()), lang, serving)
        if build.to_mend and not serving:
            raise PluginError(build.told)
        print(build.told, end="")


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """After static-i18n: the pages of this pass under the names of their frames, and beside them, where links look for
    it, what lies in the corpus's docs/."""
    for file in list(files):
        files.remove(file)
    is_first, i18n = _is_first(config), cast(Any, config.plugins["i18n"])
    for lang in build.site.library.data.locales:
        if lang == i18n.current_language or (is_first and lang not in i18n.all_languages):
            for name, goal, path in made.linked_files(build, lang):
                file = File(name, config.docs_dir, config.site_dir, config.use_directory_urls, dest_uri=goal)
                file.abs_src_path = str(CORPUS / path) if path else file.abs_src_path
                files.append(file)
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """The text alone: the portal has read the front matter, and a blank line keeps MkDocs from looking for more."""
    return "\n" + made.document_of(build, *_key(page.file)).body


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Links have been followed: texts can be finished; what is no page is written from the outputs, never copied."""
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = env.autoescape = True
    for file in list(files):
        if file.page:
            page = build.pages[_key(file)]
            file.page.meta = {"template": page.template}
            file.page.content = made.finished_text(build, page, file.page.content or "", env)
        else:
            files.remove(file)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """The finished values of the page, and nothing of the engine's."""
    return made.page_values(build, *_key(page.file), page.content or "")


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """A number and its per cent sign stay on one line; numbers to call can be called."""
    return made.finished_page(build, output)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The finished values of what is no page."""
    return context | made.template_values(build)


def on_post_build(config: MkDocsConfig) -> None:
    """Write every file that is no page."""
    if _is_first(config):
        build.table.write_into(Path(config.site_dir))


def _is_first(config: MkDocsConfig) -> bool:
    return bool(config.plugins["i18n"].is_default_language_build)  # type: ignore[attr-defined]


def _key(file: File) -> tuple[str, str]:
    """The language of the frame a file is shown in, and its place."""
    lang, _, place = file.src_uri.removesuffix(".md").partition("/")
    return lang, place
