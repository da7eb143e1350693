"""The door where the portal meets MkDocs; the only file that imports it.

MkDocs asks for files, texts and contexts; the answers come from the portal. Content lies outside docs_dir, which
static-i18n does not expect: `announce` names each page as if it lay there, `attach` then points it to its true file.
"""

import hashlib
import json
import os
import re
from base64 import b64encode
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from portal.content.library import Library, open_library
from portal.language import vocabulary
from portal.language.words import words
from portal.plan import tallies_out
from portal.plan.ledger import open_registers
from portal.plan.targets_out import TARGETS_SCHEMA, targets_csv, targets_tree
from portal.reading import markup
from portal.reading.problems import Problem, as_text, in_order
from portal.reading.sanitiser import sanitise
from portal.site.addresses import address, relative
from portal.site.drawings.charts import chart, figure_csv
from portal.site.drawings.share_cards import FONT, ShareCard, drawn
from portal.site.files.feeds import ATOM, JSON_FEED, as_atom, as_json_feed, feeds
from portal.site.files.search_texts import FACETS
from portal.site.files.sitemap import sitemap
from portal.site.files.structured_data import structured_data
from portal.site.listings import with_listings
from portal.site.pages.values import PageView, Settings
from portal.site.terms import link_terms
from portal.site.views import Views, thread_paths

ROOT = Path(__file__).parent.parent
STYLE_AND_SCRIPT = tuple(f"docs/assets/{name}" for name in ("portal.css", "portal.js", "search.js", "offline.js"))
EARLY_SCRIPT = """{const d=document.documentElement.dataset;try{for(const k of["palette","contrast","size"]){\
const v=localStorage.getItem(k);if(v)d[k]=v}}catch(e){}\
if((d.contrast||"auto")=="auto"&&matchMedia("(prefers-contrast: more)").matches)d.contrast="more"}"""


class Door:
    """What a build remembers between MkDocs' events."""

    library: Library
    views: Views
    problems: tuple[Problem, ...] = ()
    env: Environment
    facets: ClassVar[dict[str, dict[str, list[str]]]] = {}  # static-i18n builds once for each language: kept over both
    serving = False


door = Door()


def on_startup(command: str, dirty: bool) -> None:
    """Note whether this is a preview: its live reload needs an inline script."""
    door.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give MkDocs the portal's Markdown."""
    config.markdown_extensions = [*markup.EXTENSIONS, markup.PortalMarkdown()]  # type: ignore[list-item]
    config.mdx_configs = {name: dict(values) for name, values in markup.SETTINGS.items()}
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Read the library afresh. Problems stop a build; a preview shows them and goes on with what can be read."""
    today = (datetime.now(UTC) + timedelta(hours=7)).date()
    door.library = open_library(ROOT, today)
    door.library = with_listings(door.library)
    registers = open_registers(door.library, today)
    door.problems = in_order((*door.library.problems, *registers.problems))
    if door.problems:
        if not door.serving:
            raise PluginError(as_text(door.problems, "vi"))
        print(as_text(door.problems, "vi"))
    door.views = Views(registers, _settings(config), _day_of_build(today))


def _day_of_build(today: date) -> date:
    """The day figures are counted up to: the last commit's where make says it, so that the same input counts alike."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else today


def _settings(config: MkDocsConfig) -> Settings:
    parts = [ROOT / path for path in STYLE_AND_SCRIPT]
    release = hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:8]
    site_url, repository = (config.site_url or "").rstrip("/") + "/", (config.repo_url or "").rstrip("/")
    return Settings(site_url, repository, release, os.environ.get("PORTAL_CARDS") == "all")


@event_priority(100)
def _announce(files: Files, config: MkDocsConfig) -> Files:
    """Before static-i18n: name every page; drop the theme's own bundles, which no page of ours uses."""
    for file in list(files):
        if file.src_uri.startswith("assets/") and not Path(str(file.abs_src_path)).is_relative_to(ROOT / "docs"):
            files.remove(file)
    for lang, place in door.library.stories:
        files.append(File(f"{lang}/{place}.md", config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-200)
def _attach(files: Files, config: MkDocsConfig) -> Files:
    """After static-i18n: point every page to its true file."""
    for file in files.documentation_pages():
        lang, _, place = file.src_uri.removesuffix(".md").partition("/")
        story = door.library.story(lang, place)
        if story and story.document.path:
            file.abs_src_path = str(ROOT / story.document.path)
    return files


on_files = CombinedEvent(_announce, _attach)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """The text alone: the portal has read the front matter, and a blank line keeps MkDocs from looking for more."""
    lang, _, place = page.file.src_uri.removesuffix(".md").partition("/")
    story = door.library.story(lang, place)
    assert story is not None
    page.title = story.front.title
    return "\n" + story.document.body


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Choose the template of the page's kind."""
    view = _view(page)
    page.meta = {"title": view.front.title, "template": f"{view.front.kind}.html"}
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Nothing reaches a page that could run or reach out."""
    return sanitise(html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the templates' environment for figures inside texts."""
    env.globals.update(threads=thread_paths(), views=door.views, vocabulary=vocabulary)
    env.trim_blocks = env.lstrip_blocks = env.autoescape = True
    door.env = env
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """The finished values of the page."""
    view = _view(page)
    door.facets[view.address] = view.facets
    page.content = _with_terms(_with_figures(page.content or "", view), view)
    context |= {
        "view": view,
        "t": view.t,
        "json_ld": structured_data(view, door.views.settings.site_url),
        "csp": _content_security_policy(),
        "early_script": EARLY_SCRIPT,
        "icon": _icon(),
        "problems": as_text(door.problems, view.lang).splitlines(),
    }
    return context


@cache
def _icon() -> str:
    """The mark inside the page itself: one request less on every first view."""
    mark = (ROOT / "docs/assets/mark.svg").read_text(encoding="utf-8")
    return "data:image/svg+xml," + quote(mark.strip(), safe=" =:/;,()-.'")


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """A number and its per cent sign stay on one line."""
    head, body, text = output.partition("<body")
    return head + body + re.sub(r"(?<=\d) (?=%)", "\u00a0", text)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The page for addresses that lead nowhere speaks both languages; the site map for machines lists true pages."""
    style = (ROOT / STYLE_AND_SCRIPT[0]).read_text(encoding="utf-8")
    context |= {"style": style, "both": [words(lang) for lang in vocabulary.LANGUAGES]}
    context |= {"base": door.views.settings.site_url, "entries": sitemap(door.views)}
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write each figure's numbers beside the pages that show it."""
    folder = Path(config.site_dir) / "du-lieu"
    folder.mkdir(parents=True, exist_ok=True)
    for figure in door.library.data.figures.values():
        for lang in vocabulary.LANGUAGES:
            (folder / f"{figure.id}.{lang}.csv").write_text(figure_csv(figure, lang), encoding="utf-8")
    _write_targets(folder)
    _write_feeds(Path(config.site_dir))
    _write_cards(Path(config.site_dir))
    robots = f"User-agent: *\nAllow: /\nSitemap: {door.views.settings.site_url}sitemap.xml\n"
    (Path(config.site_dir) / "robots.txt").write_text(robots, encoding="utf-8")
    (folder / FACETS).write_text(json.dumps(door.facets, sort_keys=True), encoding="utf-8")


def _write_feeds(site: Path) -> None:
    """What is new and what was corrected, for readers' own programs."""
    url = door.views.settings.site_url
    for lang in vocabulary.LANGUAGES:
        for feed in feeds(door.library, words(lang), url):
            path = site / feed.place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_suffix(f".{ATOM}").write_text(as_atom(feed, url), encoding="utf-8")
            path.with_suffix(f".{JSON_FEED}").write_text(as_json_feed(feed, url), encoding="utf-8")


def _write_cards(site: Path) -> None:
    """The pictures other sites show beside a link."""
    for path, card in door.views.cards():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(_drawn_once(card))


def _drawn_once(card: ShareCard) -> bytes:
    """A card from .cache/ where one was drawn from the same words by the same code; else drawn now and kept there."""
    drawings = ROOT / "scripts/portal/site/drawings"
    made_by = [drawings / name for name in ("share_cards.py", "threads.py", f"fonts/{FONT.name}")]
    made_of = b"".join((ROOT / path).read_bytes() for path in made_by) + repr(card).encode()
    kept = ROOT / ".cache" / "cards" / f"{hashlib.sha256(made_of).hexdigest()}.png"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside = kept.with_suffix(".part")
        beside.write_bytes(drawn(card))
        beside.replace(kept)
    return kept.read_bytes()


def _write_targets(folder: Path) -> None:
    """The plan's figures under stable addresses, with what each field means."""
    registers, as_of = door.views.registers, door.views.as_of
    if registers.plan is None:
        return
    counted = registers.count(registers.year_of(as_of), as_of)
    tallies = registers.tally(counted.year, as_of)
    trees = {
        "chi-tieu.json": targets_tree(counted),
        "chi-tieu.schema.json": TARGETS_SCHEMA,
        "san-pham.json": tallies_out.tallies_tree(tallies),
        "san-pham.schema.json": tallies_out.TALLIES_SCHEMA,
    }
    for name, tree in trees.items():
        (folder / name).write_text(json.dumps(tree, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    (folder / "san-pham.csv").write_text(tallies_out.tallies_csv(tallies), encoding="utf-8")
    (folder / "chi-tieu.csv").write_text(targets_csv(counted, words("vi")), encoding="utf-8")


def _view(page: Page) -> PageView:
    lang = getattr(page.file, "locale_alternate_of", vocabulary.ORIGINAL)
    place = page.file.src_uri.removesuffix(".md").partition("/")[2]
    return door.views.page(lang, place)


def _with_figures(html: str, view: PageView) -> str:
    """Draw each figure where the text marks it."""
    for figure in door.library.data.figures.values():
        mark = f'<div data-figure="{figure.id}"></div>'
        if mark in html:
            template = door.env.get_template("partials/figure.html")
            drawn = template.render(
                chart=chart(figure, words(view.text_lang)), figure=figure, view=view, t=words(view.text_lang).ui
            )
            html = html.replace(mark, drawn)
    return html


def _with_terms(html: str, view: PageView) -> str:
    """Link the words of the glossary where the text first uses them."""
    place = "thuat-ngu"
    if view.story.place == place or not door.library.read_in(view.text_lang, place):
        return html
    glossary = relative(view.address, address(view.text_lang, place))
    return link_terms(html, door.library.data.glossary.values(), view.text_lang, glossary)


def _content_security_policy() -> str | None:
    """Only what the site itself holds may load; None in a preview, whose live reload is an inline script."""
    if door.serving:
        return None
    digest = b64encode(hashlib.sha256(EARLY_SCRIPT.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-{digest}'; style-src 'self'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'self'; object-src 'none'"
    )
