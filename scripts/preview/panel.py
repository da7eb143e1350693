"""What the preview adds to a page: a panel above it that says what is wrong, and the script that follows changes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from portal.language.words import Words
from portal.reading.problems import Problem, to_mend
from preview.desk import View

OWN_FOLDER: Final = "/_xem-thu/"
"""Where what belongs to the preview alone stands: no page of a corpus may begin with such a sign."""
STYLE, SCRIPT, WAIT = f"{OWN_FOLDER}preview.css", f"{OWN_FOLDER}preview.js", f"{OWN_FOLDER}doi"
PANEL_ID: Final = "xem-thu"
MOST_SHOWN: Final = 50
"""Problems a page shows: who has more works through these first."""

_OPEN, _CLOSE = f"<!--{PANEL_ID}-->", f"<!--/{PANEL_ID}-->"
_ADDED = re.compile(f"{_OPEN}.*?{_CLOSE}", re.DOTALL)
_BODY = re.compile(r"<body\b[^>]*>")


@dataclass(frozen=True)
class Note:
    """What is said of one page: its own files, whose problems come first, and sentences about the page itself."""

    files: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    failed: tuple[Problem, ...] = ()


def with_panel(html: str, view: View, note: Note, text: Words) -> str:
    """A page with the panel first in its body, and with what the preview needs last in its head."""
    head = f'<link rel="stylesheet" href="{STYLE}">\n<script src="{SCRIPT}" defer></script>\n'
    html = html.replace("</head>", f"{_OPEN}{head}{_CLOSE}</head>", 1)
    return _BODY.sub(lambda body: f"{body[0]}{_OPEN}{_panel(view, note, text)}{_CLOSE}", html, count=1)


def without_panel(html: str) -> str:
    """The page as a build writes it."""
    return _ADDED.sub("", html)


def own_page(title: str, links: Iterable[tuple[str, str]], view: View, note: Note, text: Words) -> str:
    """A page of the preview's own: its title, links to (address, title), and the panel."""
    rows = "".join(f'<li><a href="{escape(href)}">{escape(name)}</a></li>\n' for href, name in links)
    page = (
        f'<!DOCTYPE html>\n<html lang="{text.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n"
        '<link rel="stylesheet" href="/assets/portal.css">\n</head>\n<body>\n'
        f'<main id="noi-dung" class="sheet">\n<h1>{escape(title)}</h1>\n'
        f"{f'<ul>{rows}</ul>' if rows else ''}</main>\n</body>\n</html>\n"
    )
    return with_panel(page, view, note, text)


def _panel(view: View, note: Note, text: Words) -> str:
    problems = (*note.failed, *view.problems)
    wrong = to_mend(problems)
    here = [one for one in wrong if one.path in note.files or one in note.failed]
    others, doubts = [one for one in wrong if one not in here], [one for one in problems if one.is_doubt]
    lists = (("here", here, True), ("others", others, not here), ("doubts", doubts, False))
    said = [*note.said, *(text.say(f"preview.{name}") for name in ("is_old", "is_over") if getattr(view, name))]
    state = "unchecked" if not view.is_checked else "some" if wrong else "none"
    return (
        f'<section id="{PANEL_ID}" class="preview" lang="{text.lang}" data-state="{state}" aria-live="polite"'
        f' aria-label="{escape(text.say("preview.name"))}" data-pages="{view.pages}" data-told="{view.told}">\n'
        f"<p><strong>{escape(text.say('preview.name'))}</strong> {escape(result(wrong, text, view.is_checked))}</p>\n"
        f'<p class="away" hidden>{escape(text.say("preview.away"))}</p>\n'
        + "".join(f'<p class="said">{escape(one)}</p>\n' for one in said)
        + "".join(_list(name, found, is_open, text) for name, found, is_open in lists if found)
        + "</section>\n"
    )


def result(wrong: tuple[Problem, ...], text: Words, is_checked: bool = True) -> str:
    """How the corpus stands, in a sentence."""
    if not is_checked:
        return text.say("preview.checking")
    return text.say("preview.some", count=len(wrong)) if wrong else text.say("preview.none")


def _list(name: str, problems: list[Problem], is_open: bool, text: Words) -> str:
    rows = "".join(
        f"<li><code>{escape(one.place(text.lang))}</code> {escape(one.message(text.lang))}</li>\n"
        for one in problems[:MOST_SHOWN]
    )
    more = len(problems) - MOST_SHOWN
    rest = f"<li>{escape(text.say('preview.more', count=more))}</li>\n" if more > 0 else ""
    title = escape(text.say(f"preview.{name}", count=len(problems)))
    opened = " open" if is_open else ""
    return f'<details data-list="{name}"{opened}><summary>{title}</summary>\n<ul>\n{rows}{rest}</ul></details>\n'
