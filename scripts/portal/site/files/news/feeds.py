"""Feeds: what is new and what was corrected, as Atom and JSON Feed, in each language, for all and for each section."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final
from xml.sax.saxutils import escape, quoteattr
from zlib import crc32

from portal.content import corrections
from portal.content.library import Library
from portal.content.rules.links import PICTURES_FOLDER
from portal.content.rules.pictures.entries import shown_pictures
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.locales import ORIGINAL
from portal.language.places import CORRECTIONS, HOME, front_of
from portal.language.words import Words
from portal.site.addresses import address, corrections_feed, feed_place
from portal.site.pictures.made import MadePicture

MOST = 30
ATOM, JSON_FEED = "xml", "json"
NO_PICTURES: Final[Mapping[str, MadePicture]] = MappingProxyType({})


@dataclass(frozen=True)
class FeedEntry:
    """One thing to tell: an `id` that never changes, where it stands, what it is, the day it was said; `picture` is
    the whole address of the first one it shows, "" without one."""

    id: str
    url: str
    title: str
    summary: str
    published: date
    updated: date
    picture: str = ""


@dataclass(frozen=True)
class Feed:
    """A list of entries, newest first. `place` is the file's address in the site without its ending."""

    place: str
    lang: str
    title: str
    home: str
    author: str
    entries: tuple[FeedEntry, ...]


def feeds(
    library: Library, lang: str, text: Words, site_url: str, pictures: Mapping[str, MadePicture] = NO_PICTURES
) -> Iterator[Feed]:
    """Every feed of one language, in the words its frame speaks: all stories, those of each theme, publications,
    events, the corrections. `pictures` are those of the site by their paths in docs/."""
    for section in (None, *vocabulary.THEMES, *vocabulary.LISTED):
        yield _stories(library, lang, text, _On(site_url, pictures), section)
    yield _corrections(library, lang, text, site_url)


@dataclass(frozen=True)
class _On:
    """Where stories stand: the site's address, its pictures by their paths in docs/."""

    url: str
    pictures: Mapping[str, MadePicture]


def every_story(library: Library, lang: str, text: Words, site_url: str) -> Iterator[FeedEntry]:
    """Every story that `lang` is told, newest first, however many there are; without pictures."""
    on = _On(site_url, NO_PICTURES)
    return (_story(story, _stands(library, story, lang), on, text) for story in library.told(lang))


def every_correction(library: Library, lang: str, text: Words, site_url: str) -> Iterator[FeedEntry]:
    """Every correction, newest first."""
    for one in corrections.corrections(library, lang):
        yield _correction(one, _stands(library, one.story, lang), text, site_url)


def _stories(library: Library, lang: str, text: Words, on: _On, section: str | None) -> Feed:
    stories = library.told(lang, section)
    if section is None:
        stories = tuple(sorted(stories, key=_last_changed_first))
    title = text.say("site_name") + (f": {text.label('sections', section)}" if section else "")
    entries = tuple(_story(story, _stands(library, story, lang), on, text) for story in stories[:MOST])
    home = on.url + address(lang, front_of(section) if section else HOME)
    return Feed(feed_place(lang, section), library.data.locales[lang].tag, title, home, text.say("site_name"), entries)


def _last_changed_first(story: Story) -> tuple[int, str]:
    return -(story.front.changed or date.min).toordinal(), story.place


def _story(story: Story, stands: str, on: _On, text: Words) -> FeedEntry:
    """A story; one that was taken back tells so under the same id, in the place of what readers' programs keep."""
    url, front = on.url + stands, story.front
    published = front.published or date.min
    if story.withdrawn:
        title, why = text.say("withdrawal.name", title=front.title), story.withdrawn.why[text.lang]
        return FeedEntry(url, url, title, why, published, story.withdrawn.date)
    shown = (on.pictures.get(f"{PICTURES_FOLDER}/{file}") for file in shown_pictures(story.document))
    picture = next((on.url + one.plain.path for one in shown if one), "")
    return FeedEntry(url, url, front.title, front.description, published, front.changed or published, picture)


def _stands(library: Library, story: Story, lang: str) -> str:
    """Where a reader of `lang` finds a story: in the frame of that language, or only in its own."""
    return address(lang if lang in library.frames(story.place) else story.lang, story.place)


def _corrections(library: Library, lang: str, text: Words, site_url: str) -> Feed:
    home = site_url + address(lang, CORRECTIONS)
    entries = tuple(every_correction(library, lang, text, site_url))
    title, author = text.say("corrections_feed"), text.say("site_name")
    return Feed(corrections_feed(lang), library.data.locales[lang].tag, title, home, author, entries)


def _correction(one: corrections.Corrected, stands: str, text: Words, site_url: str) -> FeedEntry:
    made, lang = one.made, text.lang
    url = site_url + stands
    mark = f"sua-{made.date.isoformat()}-{crc32(made.what[ORIGINAL].encode()):08x}"
    title = f"{text.label('correction_kinds', made.kind)}: {one.story.front.title}"
    summary = f"{made.what[lang]} {text.say('correction_why')}: {made.why[lang]}"
    return FeedEntry(f"{url}#{mark}", url, title, summary, made.date, made.date)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def as_atom(feed: Feed, site_url: str) -> str:
    """The feed as Atom (RFC 4287). Its day of change is its newest entry's; without one, the first of all days."""
    updated = max((entry.updated for entry in feed.entries), default=date(1970, 1, 1))
    own = quoteattr(f"{site_url}{feed.place}.{ATOM}")
    entries = "".join(
        f"<entry><title>{escape(entry.title)}</title>\n<id>{escape(entry.id)}</id>\n"
        f"<link href={quoteattr(entry.url)}/>\n{_enclosed(entry.picture)}"
        f"<published>{_moment(entry.published)}</published><updated>{_moment(entry.updated)}</updated>\n"
        f"<summary>{escape(entry.summary)}</summary></entry>\n"
        for entry in feed.entries
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.lang}">\n'
        f"<title>{escape(feed.title)}</title>\n<id>{escape(feed.home)}</id>\n<link href={quoteattr(feed.home)}/>\n"
        f'<link rel="self" type="application/atom+xml" href={own}/>\n<updated>{_moment(updated)}</updated>\n'
        f"<author><name>{escape(feed.author)}</name></author>\n{entries}</feed>\n"
    )


def _enclosed(picture: str) -> str:
    kind = "png" if picture.endswith(".png") else "jpeg"
    return f'<link rel="enclosure" type="image/{kind}" href={quoteattr(picture)}/>\n' if picture else ""


def as_json_feed(feed: Feed, site_url: str) -> str:
    """The feed as JSON Feed 1.1."""
    tree = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": f"{site_url}{feed.place}.{JSON_FEED}",
        "language": feed.lang,
        "authors": [{"name": feed.author}],
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "content_text": entry.summary,
                **({"image": entry.picture} if entry.picture else {}),
                "date_published": _moment(entry.published),
                "date_modified": _moment(entry.updated),
            }
            for entry in feed.entries
        ],
    }
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"
