"""A podcast feed for each language that is heard: RSS 2.0 with what Apple's and the Podcasting 2.0 names say of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from functools import partial
from types import MappingProxyType
from typing import Final
from urllib.parse import quote
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from portal.content.fronts.recordings import Recording
from portal.content.nearby import recordings
from portal.content.stories import Story
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.places import front_of
from portal.language.vocabulary import RECORDINGS
from portal.language.words import Words
from portal.site.addresses import address
from portal.site.drawings.share_cards import card_look, flower_picture
from portal.site.dress.marks import icon_path
from portal.site.files.output import Output, made_output, text_output
from portal.site.media import MediaFile, caption_files, media_files, podcast_path, sound_files
from portal.site.site import Site

COVER: Final = 1400
"""Points a side: the least a directory of podcasts takes."""
CATEGORY: Final = "Government"
FEED_SPACES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "atom": "http://www.w3.org/2005/Atom",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "podcast": "https://podcastindex.org/namespace/1.0",
    }
)
_GUIDS: Final = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""Within this a feed is named by its address: what the Podcasting 2.0 namespace says of podcast:guid."""


@dataclass(frozen=True)
class Episode:
    """A recording in a feed: its page, the file any player plays, the others, its captions by language."""

    url: str
    title: str
    summary: str
    day: date
    speaker: str
    main: MediaFile
    others: tuple[MediaFile, ...]
    captions: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Podcast:
    """A feed of one language that is spoken, its words in the language of the frame `home` leads to; `site_url` is
    where all its paths begin. A draft is `blocked`: directories of podcasts leave it out."""

    tag: str
    site_url: str
    title: str
    about: str
    home: str
    author: str
    is_blocked: bool
    episodes: tuple[Episode, ...]


def podcast_files(site: Site) -> Iterator[Output]:
    """The feed of each language in which there is something to hear, and the cover they share."""
    every = tuple(podcasts(site))
    for one in every:
        yield text_output(podcast_path(one.tag), partial(as_rss, one), one, f"content_{ORIGINAL}/{RECORDINGS}")
    if every:
        look = card_look(site.dress.identity)
        cover = partial(flower_picture, look, COVER)
        yield made_output(icon_path(COVER), cover, (look, COVER), "docs/identity/colours.css")


def podcasts(site: Site) -> Iterator[Podcast]:
    """The feeds of a site: a language that has a frame of its own speaks itself, any other the first one's words."""
    found: dict[str, list[Story]] = {}
    for story in recordings(site.library, ORIGINAL):
        if isinstance(story.front, Recording):
            found.setdefault(story.front.spoken, []).append(story)
    for tag, stories in sorted(found.items()):
        lang = tag if tag in LANGUAGES else ORIGINAL
        episodes = tuple(one for story in stories if (one := _episode(site, lang, story)))
        if episodes:
            yield _podcast(site, tag, lang, episodes)


def _podcast(site: Site, tag: str, lang: str, episodes: tuple[Episode, ...]) -> Podcast:
    text = site.words(lang)
    said = {"site": text.say("site_name"), "language": text.language_name(tag)}
    about = text.say("recordings.channel_about", **said)
    return Podcast(
        tag=tag,
        site_url=site.settings.site_url,
        title=text.say("recordings.channel", **said),
        about=about if site.approved else text.say("recordings.channel_draft", about=about),
        home=site.absolute(address(lang, front_of(RECORDINGS))),
        author=_author(site, text),
        is_blocked=not site.approved,
        episodes=episodes,
    )


def _author(site: Site, text: Words) -> str:
    return (site.owner.name[text.lang] if site.owner else None) or text.say("site_name")


def _episode(site: Site, lang: str, story: Story) -> Episode | None:
    """None where no file of it can be taken."""
    read = site.library.read_in(lang, story.place) or story
    front = read.front
    assert isinstance(front, Recording)
    files = media_files(site, story.place, front)
    sounds = [one for one in sound_files(files) if one.known]
    if not sounds:
        return None
    shown = lang if lang in site.library.frames(story.place) else read.lang
    return Episode(
        url=site.absolute(quote(address(shown, story.place))),
        title=front.title,
        summary=front.description,
        day=front.published or front.date,
        speaker=front.speaker,
        main=sounds[-1],
        others=tuple(one for one in files if one is not sounds[-1] and one.known),
        captions=tuple(caption_files(site, story.place)),
    )


def as_rss(one: Podcast) -> str:
    """A podcast as RSS 2.0. Its day is that of its newest episode: the same recordings, the same bytes."""
    own, cover = one.site_url + podcast_path(one.tag), one.site_url + icon_path(COVER)
    spaces = "".join(f" xmlns:{name}={quoteattr(space)}" for name, space in FEED_SPACES.items())
    episodes = "".join(_item(one, episode) for episode in one.episodes)
    newest = max(episode.day for episode in one.episodes)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"{spaces}>\n<channel>\n'
        f"<title>{escape(one.title)}</title>\n<link>{escape(one.home)}</link>\n"
        f'<atom:link rel="self" type="application/rss+xml" href={quoteattr(own)}/>\n'
        f"<description>{escape(one.about)}</description>\n<language>{escape(one.tag)}</language>\n"
        f"<lastBuildDate>{_moment(newest)}</lastBuildDate>\n<itunes:author>{escape(one.author)}</itunes:author>\n"
        f"<itunes:image href={quoteattr(cover)}/>\n<image><url>{escape(cover)}</url><title>{escape(one.title)}</title>"
        f"<link>{escape(one.home)}</link></image>\n<itunes:category text={quoteattr(CATEGORY)}/>\n"
        f"<itunes:explicit>false</itunes:explicit>\n<itunes:type>episodic</itunes:type>\n"
        f"{'<itunes:block>Yes</itunes:block>' + chr(10) if one.is_blocked else ''}"
        f"<podcast:guid>{_guid(own)}</podcast:guid>\n<podcast:medium>podcast</podcast:medium>\n"
        f"{episodes}</channel>\n</rss>\n"
    )


def _item(one: Podcast, episode: Episode) -> str:
    main = episode.main
    seconds = round(main.known.seconds) if main.known else 0
    return (
        f"<item><title>{escape(episode.title)}</title>\n<link>{escape(episode.url)}</link>\n"
        f'<guid isPermaLink="true">{escape(episode.url)}</guid>\n<pubDate>{_moment(episode.day)}</pubDate>\n'
        f"<description>{escape(episode.summary)}</description>\n"
        f"<enclosure url={quoteattr(one.site_url + main.path)} length={quoteattr(str(_size(main)))} "
        f"type={quoteattr(main.mime)}/>\n"
        f"<itunes:duration>{seconds}</itunes:duration>\n<itunes:explicit>false</itunes:explicit>\n"
        f"<podcast:person>{escape(episode.speaker)}</podcast:person>\n"
        f"{''.join(_other(one, other) for other in episode.others)}{_transcripts(one, episode)}</item>\n"
    )


def _other(one: Podcast, file: MediaFile) -> str:
    """Another quality, or the film."""
    kilobits = round(file.known.kilobits) if file.known else 0
    return (
        f"<podcast:alternateEnclosure type={quoteattr(file.mime)} length={quoteattr(str(_size(file)))} "
        f'bitrate="{kilobits * 1000}"><podcast:source uri={quoteattr(one.site_url + file.path)}/>'
        f"</podcast:alternateEnclosure>\n"
    )


def _transcripts(one: Podcast, episode: Episode) -> str:
    """The page itself has what is said; captions have it by times."""
    page = f'<podcast:transcript url={quoteattr(episode.url)} type="text/html" language={quoteattr(one.tag)}/>\n'
    return page + "".join(
        f'<podcast:transcript url={quoteattr(one.site_url + path)} type="text/vtt" language={quoteattr(tag)}/>\n'
        for path, tag in episode.captions
    )


def _size(file: MediaFile) -> int:
    return file.known.size if file.known else 0


def _moment(day: date) -> str:
    return format_datetime(datetime.combine(day, time(), UTC))


def _guid(own: str) -> str:
    return str(uuid5(_GUIDS, own.partition("://")[2].rstrip("/")))
