"""The pages at addresses where a page stood: one leads on, without a script, or says that it was taken back and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Final

from portal.content.known.moved import MOVED_PATH, MovedPage
from portal.language.places import CORRECTIONS, HOME
from portal.language.written import written_day
from portal.site.addresses import address, relative
from portal.site.dress.bundles import PORTAL_CSS
from portal.site.files.output import Output, gone_mark, text_output
from portal.site.made.gone.moved import lists_gone
from portal.site.site import Site

_POLICY: Final = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class MovedNotice:
    """What stands at an address where a page stood, finished in one language. `goal` is where it leads on its own, ""
    where it stays; `links` are (address in the site, its text, its language)."""

    lang: str
    here: str
    title: str
    canonical: str
    goal: str
    lines: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str, str], ...]
    site_name: str


def moved_files(site: Site) -> Iterator[Output]:
    """A page for each language of each moved place, and of each page of a list that is gone, at whose address no page
    stands."""
    gone = lists_gone(site.library, site.library.places)
    led = {place: MovedPage(place=place, to=to) for place, to in gone.items()}
    for place, entry in {**site.library.data.moved, **led}.items():
        standing = site.library.frames(place)
        for lang in site.library.data.locales:
            if lang not in standing:
                notice = _notice(site, lang, place, entry)
                yield text_output(f"{notice.here}index.html", partial(moved_html, notice), notice, MOVED_PATH)
                if entry.withdrawn:
                    yield gone_mark(notice.here)


def _notice(site: Site, lang: str, place: str, entry: MovedPage) -> MovedNotice:
    text, here = site.words(lang), address(lang, place)
    made = partial(MovedNotice, text.lang, here, site_name=text.say("site_name"))
    if entry.to is not None:
        link = _link(site, lang, entry.to)
        return made(text.say("moved.title"), site.absolute(link[0]), link[0], (), (link,))
    gone = entry.withdrawn
    assert gone is not None
    day = written_day(gone.date, text)
    lines = ((text.say("withdrawal.day"), day), (text.say("withdrawal.why"), gone.why[text.lang]))
    instead = [_link(site, lang, gone.instead)] if gone.instead else []
    changes = (address(lang, CORRECTIONS), text.say("withdrawal.changes"), text.lang)
    links = (*instead, *([changes] if site.library.frames(CORRECTIONS) else []))
    return made(text.say("withdrawal.title"), site.absolute(here), "", lines, tuple(links))


def _link(site: Site, lang: str, place: str) -> tuple[str, str, str]:
    """The page of a place in a language, or in the first that has it."""
    frames = site.library.frames(place)
    shown = lang if lang in frames else next(iter(frames), lang)
    story = site.library.read_in(shown, place)
    title, said = (story.front.title, story.lang) if story else (place, shown)
    return address(shown, place), title, said


def moved_html(notice: MovedNotice) -> str:
    """The page as HTML: links are relative, so that it works under any address of the site."""
    refresh = f'<meta http-equiv="refresh" content="0; url={escape(relative(notice.here, notice.goal))}">\n'
    links = "".join(_anchor(notice, *link) for link in notice.links)
    said = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>\n" for name, value in notice.lines)
    return (
        f'<!DOCTYPE html>\n<html lang="{notice.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="same-origin">\n<meta name="robots" content="noindex">\n'
        f"{refresh if notice.goal else ''}<title>{escape(notice.title)}</title>\n"
        f'<link rel="canonical" href="{escape(notice.canonical)}">\n'
        f'<link rel="stylesheet" href="{relative(notice.here, PORTAL_CSS)}">\n</head>\n<body class="not-found">\n'
        f'<header class="masthead"><a class="brand" href="{relative(notice.here, address(notice.lang, HOME))}">'
        f'<span>{escape(notice.site_name)}</span></a></header>\n<main id="noi-dung" class="sheet">\n'
        f"<section>\n<h1>{escape(notice.title)}</h1>\n{_framed(said)}{links}</section>\n</main>\n"
        "</body>\n</html>\n"
    )


def _framed(said: str) -> str:
    return f'<div class="withdrawn">\n<dl>\n{said}</dl>\n</div>\n' if said else ""


def _anchor(notice: MovedNotice, goal: str, title: str, lang: str) -> str:
    other = f' lang="{lang}"' if lang != notice.lang else ""
    return f'<p><a class="more" href="{escape(relative(notice.here, goal))}"{other}>{escape(title)}</a></p>\n'
