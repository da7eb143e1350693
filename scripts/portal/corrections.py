"""Everything that was corrected on the portal, newest first, and the same as a feed."""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr
from zlib import crc32

from portal import vocabulary
from portal.addresses import address
from portal.fronts import Correction, Story
from portal.library import Library
from portal.stories import Story as Page
from portal.words import Words

PAGE = "gioi-thieu/dinh-chinh"
FEED = "dinh-chinh.xml"


@dataclass(frozen=True)
class Corrected:
    """One correction and the story it was made in."""

    story: Page
    made: Correction


def corrections(library: Library, lang: str) -> tuple[Corrected, ...]:
    """Every correction of every story, the newest first."""
    found = [
        Corrected(story, made)
        for story in library.newest(lang)
        if isinstance(story.front, Story)
        for made in story.front.corrections
    ]
    return tuple(sorted(found, key=lambda one: (-one.made.date.toordinal(), one.story.place, one.made.what[lang])))


def feed(library: Library, text: Words, site_url: str) -> str:
    """The corrections as an Atom feed. Its day of change is the newest correction's; without one, the first of all."""
    lang, said = text.lang, text.ui
    made = corrections(library, lang)
    page = site_url + address(lang, PAGE)
    entries = "".join(_entry(one, text, site_url) for one in made)
    updated = made[0].made.date.isoformat() if made else "1970-01-01"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">\n'
        f"<title>{escape(said['corrections_feed'])}</title>\n<id>{escape(page)}</id>\n"
        f"<link href={quoteattr(page)}/>\n<updated>{updated}T00:00:00Z</updated>\n"
        f"<author><name>{escape(said['site_name'])}</name></author>\n{entries}</feed>\n"
    )


def _entry(one: Corrected, text: Words, site_url: str) -> str:
    lang, made = text.lang, one.made
    url = site_url + address(lang, one.story.place)
    mark = f"sua-{made.date.isoformat()}-{crc32(made.what[vocabulary.ORIGINAL].encode()):08x}"
    title = f"{text.label('correction_kinds', made.kind)}: {one.story.front.title}"
    return (
        f"<entry><title>{escape(title)}</title>\n<id>{escape(url)}#{mark}</id>\n"
        f"<link href={quoteattr(url)}/>\n<updated>{made.date.isoformat()}T00:00:00Z</updated>\n"
        f"<summary>{escape(made.what[lang])} {escape(text.ui['correction_why'])}: {escape(made.why[lang])}</summary>"
        "</entry>\n"
    )
