"""Languages beyond the two in finished pages: each as its tag says it, drawn by its own font where it has one.

A page is written with the codes of languages, which are folders and addresses. What readers' devices are told are the
tags of BCP 47, put here once, where no template can forget one; and a page that says something in a language with a
font of its own asks for that font, and no other page does.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from portal.language.locales import Locale
from portal.site.dress.marks import marked_path
from portal.site.dress.tongue_styles import tongue_style_path

_OWN: Final = re.compile(r'<link rel="stylesheet" href="((?:\.\./)*)assets/portal\.css')
"""The style of every page, which tells how it reaches the top of the site."""
_AFTER: Final = '<link rel="icon"'
"""What the last style of a page stands before."""


def in_tongues(html: str, locales: Iterable[Locale], assets: Mapping[str, bytes]) -> str:
    """A whole page with the tags and the styles of the languages in it."""
    for one in locales:
        path = tongue_style_path(one.code)
        if f' lang="{one.code}"' in html and path in assets and (own := _OWN.search(html)):
            link = f'<link rel="stylesheet" href="{own[1]}{marked_path(path, assets)}">'
            html = html.replace(_AFTER, f"{link}\n{_AFTER}", 1)
        if one.tag != one.code:
            html = _attribute(one.code).sub(one.tag, html)
    return html


@cache
def _attribute(code: str) -> re.Pattern[str]:
    return re.compile(rf'(?:(?<= lang=")|(?<= hreflang=")){code}(?=")')
