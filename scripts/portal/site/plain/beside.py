"""Markdown beside the pages of a site that has just been built, for people who quote it and programs that read it."""

import re
from pathlib import Path
from typing import Final

from portal.language.words import words
from portal.site.addresses import MARKDOWN
from portal.site.plain.markdown import markdown_text
from portal.site.plain.tree import main_of

_OFFERED: Final = f'type="text/markdown" href="{MARKDOWN}"'
_CANONICAL: Final = re.compile(r'<link rel="canonical" href="([^"]+)"')
_DRAFT: Final = re.compile(r'<html\b[^>]* data-draft="([^"]+)"')


def write_markdown(site: Path) -> None:
    """Write a text beside every page below the folder `site` that offers one."""
    for page in sorted(site.rglob("index.html")):
        html = page.read_text(encoding="utf-8")
        if _OFFERED in html.partition("</head>")[0]:
            (page.parent / MARKDOWN).write_bytes(markdown_of(html).encode())


def markdown_of(html: str) -> str:
    """A whole page as Markdown. A draft says so in its first line, before all else; the last names the page."""
    draft, canonical = _DRAFT.search(html), _CANONICAL.search(html)
    text = markdown_text(main_of(html))
    mark = f"**{words(draft[1]).say('draft')}**\n\n" if draft else ""
    return f"{mark}{text}" + (f"\n<{canonical[1]}>\n" if canonical else "")
