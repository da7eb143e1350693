"""Links that lead out of the portal: where they stand, whether they are well formed, and what a look at each found."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from portal.content.fronts.rebuttals import Rebuttal
from portal.content.known.figures import FIGURES_FOLDER
from portal.content.known.glossary import GLOSSARY_PATH
from portal.content.known.law.conventions import CONVENTIONS_PATH
from portal.content.known.law.documents import DOCUMENTS_FOLDER
from portal.content.known.law.recommendations import RECOMMENDATIONS_FOLDER
from portal.content.known.reference import ReferenceData
from portal.content.library import Library
from portal.content.sources import Source
from portal.language.words import Words
from portal.language.written import written_day

STATES: Final = ("ok", "moved", "gone", "refused", "failing", "slow", "insecure", "inside", "unreachable", "malformed")
"""What a look can find. Only `gone` and `malformed` are the portal's to mend; the rest may pass by itself."""
TO_MEND: Final = ("gone", "malformed", "moved")
ARCHIVE: Final = "https://web.archive.org/web/"


@dataclass(frozen=True)
class OutsideLink:
    """An address and every file and line that gives it. `read` is the last day an editor read it, if any did."""

    url: str
    places: tuple[str, ...]
    read: date | None

    @property
    def host(self) -> str:
        return (urlsplit(self.url).hostname or "").lower()


@dataclass(frozen=True)
class Look:
    """What was found at an address: one of STATES, and what the server said or where it leads now."""

    state: str
    detail: str = ""


def outside_links(library: Library) -> tuple[OutsideLink, ...]:
    """Every address in the originals' sources, evidence and claims, and in data/, in the order of the alphabet. A paper
    has none."""
    places, days = defaultdict[str, set[str]](set), defaultdict[str, list[date]](list)
    for url, place, day in _named(library):
        places[url].add(place)
        if day:
            days[url].append(day)
    return tuple(OutsideLink(url, tuple(sorted(places[url])), max(days[url], default=None)) for url in sorted(places))


def _named(library: Library) -> Iterator[tuple[str, str, date | None]]:
    for path, source in (*_of_pages(library), *_of_data(library.data)):
        yield from ((url, path, source.accessed) for url in (source.url, source.copy_url) if url)
    yield from _of_documents(library.data)
    for story in library.stories.values():
        if story.lang == story.original and isinstance(story.front, Rebuttal) and not story.withdrawn:
            yield story.front.claim.url, story.document.path, None


def _of_documents(data: ReferenceData) -> Iterator[tuple[str, str, date | None]]:
    for name, document in data.documents.items():
        path = f"{DOCUMENTS_FOLDER}/{name}.yml"
        if document.published_url:
            yield document.published_url, path, None
        yield from ((copy.url, path, copy.opened) for copy in document.copies if copy.url)


def _of_pages(library: Library) -> Iterator[tuple[str, Source]]:
    for story in library.stories.values():
        if story.lang == story.original and not story.withdrawn:
            yield from ((story.document.path, source) for source in story.front.references)


def _of_data(data: ReferenceData) -> Iterator[tuple[str, Source]]:
    yield from ((GLOSSARY_PATH, term.source) for term in data.glossary.values())
    for name, document in data.recommendations.items():
        yield from ((f"{RECOMMENDATIONS_FOLDER}/{name}.yml", source) for source in document.sources)
    yield from ((f"{FIGURES_FOLDER}/{name}.yml", figure.source) for name, figure in data.figures.items())
    for convention in data.conventions.values():
        yield from ((CONVENTIONS_PATH, source) for source in convention.sources)


def malformed(link: OutsideLink) -> str | None:
    """What is wrong with an address by its form alone, or None."""
    parts = urlsplit(link.url)
    if parts.username or parts.password:
        return "user"
    if "…" in link.url or "..." in parts.path:
        return "cut"
    if not link.url.isascii() or " " in link.url:
        return "unescaped"
    return None


def report(looks: Mapping[OutsideLink, Look], day: date, text: Words) -> str:
    """The report as Markdown: counts, then what is to be mended with where it stands, then what may pass."""
    counts = Counter(look.state for look in looks.values())
    lines = [f"# {text.say('links.title', day=written_day(day, text))}", "", text.say("links.intro"), ""]
    lines += [f"- {text.say(f'links.states.{state}')}: {counts[state]}" for state in STATES if counts[state]]
    for heading, states in (("to_mend", TO_MEND), ("may_pass", tuple(s for s in STATES if s not in ("ok", *TO_MEND)))):
        found = [(link, look) for link, look in looks.items() if look.state in states]
        if found:
            lines += ["", f"## {text.say(f'links.{heading}')}", ""]
            lines += [row for link, look in found for row in _rows(link, look, text)]
    return "\n".join(lines) + "\n"


def _rows(link: OutsideLink, look: Look, text: Words) -> Iterator[str]:
    yield f"- {text.say(f'links.states.{look.state}')}: {link.url}" + (f" ({look.detail})" if look.detail else "")
    yield from (f"  - `{place}`" for place in link.places)
    if look.state == "gone":
        when = link.read.strftime("%Y%m%d") if link.read else ""
        yield f"  - {text.say('links.archive')}: {ARCHIVE}{when or '2'}/{link.url}"


def by_host(links: Iterable[OutsideLink]) -> dict[str, list[OutsideLink]]:
    """The links of each host together, so that a host is asked one thing at a time."""
    found = defaultdict[str, list[OutsideLink]](list)
    for link in links:
        found[link.host].append(link)
    return dict(found)
