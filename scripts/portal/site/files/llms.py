"""llms.txt: what programs that read the portal for people find where, in each language (llmstxt.org)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from portal.language import vocabulary
from portal.language.places import HOME, section_of
from portal.language.words import Words
from portal.site.addresses import MARKDOWN, address
from portal.site.files.output import LLMS, Output, text_output
from portal.site.pages.told import ToldPage
from portal.site.site import Site


@dataclass(frozen=True)
class Listed:
    """A page with its section, "" at the top; `url` is its text's."""

    section: str
    title: str
    url: str
    about: str


def llms_files(site: Site, pages: Iterable[ToldPage]) -> Iterator[Output]:
    """The file of each language: its pages that have a text beside them, by sections."""
    every = tuple(pages)
    for lang in site.library.data.locales:
        listed = tuple(map(_listed, (page for page in every if page.lang == lang and _is_told(page))))
        home = next((page.description for page in every if page.lang == lang and page.place == HOME), "")
        text = site.words(lang)
        write = partial(llms_text, listed, home, text, site.approved)
        yield text_output(address(lang, HOME) + LLMS, write, (listed, home, text.lang, site.approved))


def llms_text(listed: Iterable[Listed], about: str, text: Words, approved: bool) -> str:
    """The file: of a draft the first line says so, then as the format asks."""
    draft = "" if approved else f"{text.say('draft')}\n\n"
    parts = [f"{draft}# {text.say('site_name')}\n\n> {about}\n\n{text.say('llms.note')}\n"]
    for section, some in groupby(sorted(listed, key=_order), lambda one: one.section):
        title = text.label("sections", section) if section else text.say("llms.top")
        lines = "".join(f"- [{one.title}]({one.url}): {one.about}\n" for one in some)
        parts.append(f"## {title}\n\n{lines}")
    return "\n".join(parts)


def _is_told(page: ToldPage) -> bool:
    return page.has_text and section_of(page.place) != vocabulary.LISTS


def _listed(page: ToldPage) -> Listed:
    return Listed(section_of(page.place), page.name, page.canonical + MARKDOWN, page.description)


_SECTIONS: Final = ("", *vocabulary.WITH_MADE)


def _order(one: Listed) -> tuple[int, str]:
    return _SECTIONS.index(one.section), one.url
