"""One page as one whole value: everything its template receives, besides words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from portal.reading.markdown.text import Heading
from portal.site.blocks import Block
from portal.site.finishing.layers import layered
from portal.site.pages.frame import PageFrame
from portal.site.pages.head import Head
from portal.site.pages.heading import PageHeading
from portal.site.pages.of_kind.answer import RebuttalView
from portal.site.pages.of_kind.easy import EasyView
from portal.site.pages.of_kind.exhibition import ExhibitionView
from portal.site.pages.of_kind.kinds import (
    ConventionView,
    EventView,
    FigureStoryView,
    PlainView,
    PolicyView,
    PublicationView,
    ThemeView,
)
from portal.site.pages.of_kind.lesson import LessonView
from portal.site.pages.of_kind.recording import RecordingView
from portal.site.pages.of_kind.scan import ScanView
from portal.site.pages.of_kind.steps import StepsView
from portal.site.pages.of_kind.unit import UnitView
from portal.site.pages.of_kind.withdrawn import WithdrawnView
from portal.site.pages.story_facts import StoryFacts
from portal.site.values import Link

KindView = (
    PlainView
    | StepsView
    | EasyView
    | RecordingView
    | LessonView
    | ScanView
    | UnitView
    | ExhibitionView
    | ThemeView
    | ConventionView
    | PolicyView
    | FigureStoryView
    | RebuttalView
    | PublicationView
    | EventView
    | WithdrawnView
)

FEWEST_CONTENTS: Final = 4
"""A text with fewer headings is short enough to do without a list of contents."""


@dataclass(frozen=True)
class PageText:
    """The finished text and the list of its contents, empty where the text is short. Of a convention `said` is what its
    committee said, `here` what it means here and `here_href` where that goes on; "" elsewhere."""

    html: str
    contents: tuple[Link, ...]
    said: str = ""
    here: str = ""
    here_href: str = ""


@dataclass(frozen=True)
class Page:
    """A place of the site in the frame of a language. `lang` is the frame's language, `words_lang` that of
    the words in it, `text_lang` the text's.

    `template` draws it; `facets` are what a search may be narrowed by, `search_words` what people type for it,
    `changed` the day ("" without) it last said something new. `block` is what stands under the text, None where
    nothing does.
    """

    place: str
    lang: str
    words_lang: str
    text_lang: str
    address: str
    root: str
    template: str
    facets: Mapping[str, tuple[str, ...]]
    search_words: tuple[str, ...]
    changed: str
    head: Head
    frame: PageFrame
    heading: PageHeading
    facts: StoryFacts
    kind: KindView
    block: Block | None
    text: PageText = PageText("", ())

    @property
    def is_fallback(self) -> bool:
        """Whether the text is in another language than its frame."""
        return self.text_lang != self.lang

    @property
    def has_own_words(self) -> bool:
        """Whether the frame speaks its language itself."""
        return self.words_lang == self.lang

    @property
    def lang_of_labels(self) -> str | None:
        """The language of the frame's words where they stand inside a text in another; None in a text of the same."""
        return self.words_lang if self.words_lang != self.text_lang else None

    @property
    def is_set_apart(self) -> bool:
        """Whether the text has to say which language it is in."""
        return self.is_fallback or not self.has_own_words


def with_text(page: Page, html: str, headings: Iterable[Heading]) -> Page:
    """The page with its finished text, and the headings that the text has."""
    titles = [heading for heading in headings if heading.level == 2]
    contents = tuple(Link(one.title, f"#{one.anchor}") for one in titles) if len(titles) >= FEWEST_CONTENTS else ()
    if not isinstance(page.kind, ConventionView):
        return replace(page, text=PageText(html, contents))
    cut, told = layered(html, page.kind.names), page.kind.articles
    contents += (Link(told.title, "#cac-dieu"),) if contents and told else ()
    return replace(page, text=PageText(cut.folded, contents, cut.said, cut.here, cut.here_href))
