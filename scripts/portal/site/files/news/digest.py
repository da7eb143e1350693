"""The digest of a month: what was new and what was corrected, as a text to send on Zalo and as HTML for a letter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape

from portal.language.made_files import DIGESTS_FOLDER
from portal.language.places import HOME
from portal.language.words import Words
from portal.language.written import month_name
from portal.site.addresses import address
from portal.site.files.news.feeds import FeedEntry, every_correction, every_story
from portal.site.files.output import Output, text_output
from portal.site.site import Site

TEXT, HTML = "txt", "html"


@dataclass(frozen=True)
class Digest:
    """A month's stories and corrections, newest first; `month` is its first day, `place` the files' without ending."""

    lang: str
    month: date
    place: str
    stories: tuple[FeedEntry, ...]
    corrections: tuple[FeedEntry, ...]


def digests(site: Site, lang: str) -> tuple[Digest, ...]:
    """The digests of a language, the newest month first: those of months in which something was told."""
    text, url = site.words(lang), site.settings.site_url
    stories = tuple(every_story(site.library, lang, text, url))
    corrections = tuple(every_correction(site.library, lang, text, url))
    months = {_month(one) for one in (*stories, *corrections) if one.published != date.min}
    return tuple(_digest(lang, month, stories, corrections) for month in sorted(months, reverse=True))


def digest_files(site: Site) -> Iterator[Output]:
    """Both files of every month in every language."""
    for lang in site.library.data.locales:
        text, home = site.words(lang), site.absolute(address(lang, HOME))
        for one in digests(site, lang):
            for ending, form in ((TEXT, as_message), (HTML, as_letter)):
                write = partial(form, one, home, text, site.approved)
                yield text_output(f"{one.place}.{ending}", write, (one, home, text.lang, site.approved))


def as_message(digest: Digest, home: str, text: Words, approved: bool) -> str:
    """The digest as a message: no marks but those that every telephone shows; of a draft the first line says so."""
    lines = [] if approved else [text.say("draft"), ""]
    lines += [_title(digest, text)]
    for title, entries in _parts(digest, text):
        lines += ["", title]
        for number, entry in enumerate(entries, 1):
            lines += [f"{number}. {entry.title}", entry.url]
    return "\n".join((*lines, "", f"{text.say('digest.all')}: {home}", ""))


def as_letter(digest: Digest, home: str, text: Words, approved: bool) -> str:
    """The same with what each is about, as a page that loads nothing and can be put into a letter whole."""
    title = escape(_title(digest, text))
    kept_out = "" if approved else '<meta name="robots" content="noindex">\n'
    draft = "" if approved else f"<p><strong>{escape(text.say('draft'))}</strong></p>\n"
    parts = "".join(
        f"<h2>{escape(name)}</h2>\n<ul>\n{_entries(entries)}</ul>\n" for name, entries in _parts(digest, text)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{text.lang}">\n<head>\n<meta charset="utf-8">\n{kept_out}'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n</head>\n'
        f"<body>\n<main>\n{draft}<h1>{title}</h1>\n{parts}"
        f'<p><a href="{escape(home)}">{escape(text.say("digest.all"))}</a></p>\n</main>\n</body>\n</html>\n'
    )


def _entries(entries: Iterable[FeedEntry]) -> str:
    return "".join(
        f'<li><a href="{escape(one.url)}">{escape(one.title)}</a><br>{escape(one.summary)}</li>\n' for one in entries
    )


def _parts(digest: Digest, text: Words) -> Iterator[tuple[str, tuple[FeedEntry, ...]]]:
    """(title, entries) of what the month has."""
    for key, entries in (("digest.new", digest.stories), ("digest.corrected", digest.corrections)):
        if entries:
            yield text.say(key, count=len(entries)), entries


def _title(digest: Digest, text: Words) -> str:
    return text.say("digest.title", site=text.say("site_name"), month=month_name(digest.month, text))


def _digest(lang: str, month: date, stories: tuple[FeedEntry, ...], corrections: tuple[FeedEntry, ...]) -> Digest:
    new, mended = (tuple(one for one in some if _month(one) == month) for some in (stories, corrections))
    return Digest(lang, month, f"{address(lang, HOME)}{DIGESTS_FOLDER}/{month:%Y-%m}", new, mended)


def _month(entry: FeedEntry) -> date:
    return entry.published.replace(day=1)
