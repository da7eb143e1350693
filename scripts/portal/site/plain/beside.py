"""Markdown beside the pages of a site that has just been built, for people who quote it and programs that read it."""

import re
from functools import partial
from pathlib import Path
from typing import Final

from portal.language.words import words
from portal.reading.keeping.kept import made_of
from portal.reading.keeping.kept_ahead import work_ahead
from portal.reading.keeping.kept_values import KeptValues
from portal.site.addresses import MARKDOWN
from portal.site.files.new_site import NewSite
from portal.site.plain.markdown import markdown_text
from portal.site.plain.tree import main_of

_OFFERED: Final = f'type="text/markdown" href="{MARKDOWN}"'
_CANONICAL: Final = re.compile(r'<link rel="canonical" href="([^"]+)"')
_DRAFT: Final = re.compile(r'<html\b[^>]* data-draft="([^"]+)"')


def write_markdown(site: NewSite, values: KeptValues) -> None:
    """Write a text beside every page of a site that offers one; of a page that `values` know, its."""
    names = {page: f"text {made_of(page.read_bytes())}" for page in sorted(site.folder.rglob("index.html"))}
    work_ahead(values, {name: partial(_offered_text, page) for page, name in names.items()})
    for page, name in names.items():
        text = values.of(name, partial(_offered_text, page))
        if text is not None:
            site.write(page.with_name(MARKDOWN).relative_to(site.folder).as_posix(), text.encode())


def _offered_text(page: Path) -> str | None:
    """The text of a page; None of one that offers none."""
    html = page.read_bytes().decode()
    return markdown_of(html) if is_offered(html) else None


def is_offered(html: str) -> bool:
    """Whether a page says that its text stands beside it as Markdown."""
    return _OFFERED in html.partition("</head>")[0]


def markdown_of(html: str) -> str:
    """A whole page as Markdown. A draft says so in its first line, before all else; the last names the page."""
    draft, canonical = _DRAFT.search(html), _CANONICAL.search(html)
    text = markdown_text(main_of(html))
    mark = f"**{words(draft[1]).say('draft')}**\n\n" if draft else ""
    return f"{mark}{text}" + (f"\n<{canonical[1]}>\n" if canonical else "")
