"""What a build and a preview share of the engine: its Markdown, its files, its templates; one page when asked for.

Beside hooks.py the only file that imports MkDocs. A preview lets it run no plugin: what it makes of a text is its own,
and everything around the text is the portal's.
"""

import gzip
import io
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, StrictUndefined
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from portal.content.desk.address import ENGINE_SETTINGS
from portal.reading.markdown import markup
from portal.site import built as made
from portal.site.files.output import SITEMAP

TEMPLATES: Final = "overrides"
LOGGER: Final = "mkdocs"


def portal_markdown(config: MkDocsConfig) -> MkDocsConfig:
    """The same settings with the portal's Markdown."""
    config.markdown_extensions = [*markup.EXTENSIONS, markup.PortalMarkdown()]  # type: ignore[list-item]
    config.mdx_configs = {name: dict(values) for name, values in markup.SETTINGS.items()}
    return config


def engine_files(build: made.Build, lang: str, corpus: Path, config: MkDocsConfig) -> Iterator[File]:
    """The pages of a language under the names of their frames, and beside them, where links look for it, what lies in
    the corpus's docs/."""
    for name, goal, path in made.linked_files(build, lang):
        file = File(name, config.docs_dir, config.site_dir, config.use_directory_urls, dest_uri=goal)
        file.abs_src_path = str(corpus / path) if path else file.abs_src_path
        yield file


def key_of(file: File) -> tuple[str, str]:
    """The language of the frame a file is shown in, and its place."""
    lang, _, place = file.src_uri.removesuffix(".md").partition("/")
    return lang, place


def source_of(build: made.Build, file: File) -> str:
    """The text alone: the portal has read the front matter, and a blank line keeps MkDocs from looking for more."""
    return "\n" + made.document_of(build, *key_of(file)).body


def made_strict(env: Environment) -> Environment:
    """The templates as the portal writes them: what is not there is a mistake, what is a text is escaped."""
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = env.autoescape = True
    return env


def finish(build: made.Build, page: Page, env: Environment) -> None:
    """Links have been followed: give a page its template and its finished text."""
    known = build.pages[key_of(page.file)]
    page.meta = {"template": known.template}
    page.content = made.finished_text(build, known, page.content or "", env)


def page_values(build: made.Build, page: Page) -> dict[str, Any]:
    """The finished values of the page, and nothing of the engine's."""
    return made.page_values(build, *key_of(page.file), page.content or "")


class AskedFiles(Files):
    """What links are looked up in, which tells who wants to know of every look."""

    def __init__(self, files: Iterable[File], ask: Callable[[str], None]) -> None:
        super().__init__(list(files))
        self._ask = ask

    def get_file_from_path(self, path: str) -> File | None:
        """As MkDocs finds it."""
        self._ask(path)
        return super().get_file_from_path(path)


@dataclass(frozen=True, eq=False)
class Engine:
    """The engine's settings and templates, for making pages one by one."""

    config: MkDocsConfig
    templates: Environment

    def files(self, build: made.Build, lang: str, corpus: Path) -> Files:
        """What links in the texts of a language are looked up in."""
        return Files(list(engine_files(build, lang, corpus, self.config)))

    def own_files(self, values: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
        """(path in the site, bytes) of what the theme writes that is no page: the page for addresses that lead nowhere,
        the site map, packed too with the day of the build as MkDocs packs it."""
        for name in self.config.theme.static_templates:
            content = self.templates.get_template(name).render(values).encode()
            if content.strip():
                yield name, content
            if content.strip() and name == SITEMAP:
                yield f"{name}.gz", _packed(content, name)

    def html(self, build: made.Build, files: Files, lang: str, place: str) -> str:
        """A page as a build writes it. Raises KeyError for a place in no language, and what a template raises."""
        file = files.src_uris[f"{lang}/{place}.md"]
        file.content_string = source_of(build, file)
        page = Page(None, file, self.config)
        page.read_source(self.config)
        page.render(self.config, files)
        finish(build, page, self.templates)
        html = self.templates.get_template(str(page.meta["template"])).render(page_values(build, page))
        return made.sent_page(build, html)


def _packed(content: bytes, name: str) -> bytes:
    day = datetime.fromisoformat(get_build_date()).replace(tzinfo=UTC)
    packed = io.BytesIO()
    with gzip.GzipFile(filename=name, mode="wb", fileobj=packed, mtime=int(day.timestamp())) as out:
        out.write(content)
    return packed.getvalue()


@contextmanager
def warned() -> Iterator[list[str]]:
    """What MkDocs warns of inside: a strict build stops for any of it."""
    told: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger(LOGGER)
    logger.addHandler(handler)
    try:
        yield told
    finally:
        logger.removeHandler(handler)


def open_engine(house: Path) -> Engine:
    """The engine of the project in `house`. Raises what MkDocs raises for settings it cannot use."""
    logger = logging.getLogger(LOGGER)
    logger.addHandler(logging.NullHandler())
    logger.propagate = False  # what is wrong with a text is told by the portal, in its own words
    config = load_config(str(house / ENGINE_SETTINGS), plugins=[], hooks=[], strict=False)
    return Engine(portal_markdown(config), made_strict(config.theme.get_env()))
