"""The style of a language with letters of its own: its font, for these letters alone, and how high its lines are."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from portal.language.locales import Locale
from portal.language.scripts import LETTERS_OF

_STACK: Final = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif'
"""What draws all other letters, as docs/styles/base.css has it."""


def tongue_style_path(code: str) -> str:
    """Where the style of a language stands in the site."""
    return f"assets/tieng-{code}.css"


def tongue_styles(locales: Iterable[Locale]) -> Mapping[str, bytes]:
    """(path in the site, bytes) of a style for each language that needs one."""
    written = ((tongue_style_path(one.code), "".join(_rules(one))) for one in locales)
    return {path: style.encode() for path, style in written if style}


def _rules(one: Locale) -> Iterator[str]:
    writing, chosen = one.writing, f":lang({one.code})"
    family = f'"tieng-{one.code}"'
    if writing.font:
        url = f"../{PurePosixPath(writing.font)}"
        letters = LETTERS_OF[writing.script or ""]
        yield f"/* {writing.credit.replace('*/', '')} */\n"
        yield (
            f'@font-face{{font-family:{family};src:url("{url}") format("woff2");'
            f"font-display:swap;unicode-range:{letters}}}\n"
        )
        yield f"{chosen}{{font-family:{family},{_STACK}}}\n"
    if writing.line:
        headings = ",".join(f"{name}{chosen},{name} {chosen}" for name in ("h1", "h2", "h3"))
        yield f"{chosen}{{line-height:{writing.line:g}}}\n"
        yield f"{headings}{{line-height:{writing.line:g};letter-spacing:0}}\n"
