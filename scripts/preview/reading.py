"""One reading of the corpus: every page made when asked for; a broken one as it last was, or as its bare text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from engine import Engine
from portal.content.kinds import PlainPage
from portal.content.library import Library, read_library
from portal.content.stories import Story
from portal.language.locales import ORIGINAL
from portal.plan.corpus import problems_of
from portal.plan.ledger import Registers, open_registers
from portal.reading.documents import Document
from portal.reading.markdown.text import text_of
from portal.reading.problems import Problem, to_mend
from portal.site.addresses import address
from portal.site.built import Build, build_of
from portal.site.pages.make import pages
from portal.site.site import Settings
from preview.house import failure

FENCE: Final = "~" * 24
Key = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Reading:
    """`registers` are what was read, no text looked into yet; `build` is the site of it; `kept` are the stories of
    before, each as it last was whole."""

    registers: Registers
    build: Build
    engine: Engine
    kept: Mapping[Key, Story]
    _made: dict[Key, str] = field(default_factory=dict, repr=False)

    @property
    def library(self) -> Library:
        return self.registers.library

    @cached_property
    def addresses(self) -> Mapping[str, Key]:
        """(language of the frame, place) of every page, those of broken files too, by its address."""
        broken = (key for document in self._broken_documents() for key in self._frames(document))
        return {address(lang, place): (lang, place) for lang, place in (*broken, *self.build.pages)}

    def html(self, lang: str, place: str) -> str:
        """A page as a build writes it. Raises KeyError for a place in no language, and what a template raises."""
        key = lang, place
        if key not in self._made:
            broken = self.broken(lang, place)
            build = self._with(self._instead_of(broken)) if broken else self.build
            files = self.engine.files(build, lang, self.library.root)
            self._made[key] = self.engine.html(build, files, lang, place)
        return self._made[key]

    def broken(self, lang: str, place: str) -> Document | None:
        """The file a frame would show at a place and that cannot be read; None where all is well."""
        for one in self.library.data.locales[lang].order:
            if (one, place) in self.build.site.library.stories:
                return None
            if (one, place) in self.library.documents:
                return self.library.documents[one, place]
        return None

    def is_kept(self, document: Document) -> bool:
        """Whether a broken page can be shown as it last was."""
        return (document.lang, document.place) in self.kept

    def files_of(self, place: str) -> tuple[str, ...]:
        """The files of a place in all languages."""
        return tuple(f"{one.folder}/{place}.md" for one in self.library.data.locales.values())

    @cached_property
    def is_sound(self) -> bool:
        """Whether what all pages rest on could be read: a broken file of data/ takes half of them along."""
        told = to_mend(problems_of(self.registers))
        return not any(one.path.startswith("data/") and one.path.endswith(".yml") for one in told)

    def tried(self, house: Path) -> Iterator[Problem]:
        """Why pages cannot be made: one page of each kind, and one with each block, tried out."""
        for lang, place in samples(self.build):
            try:
                self.html(lang, place)
            except Exception as error:
                yield failure(error, self.files_of(place)[0], house)

    def _broken_documents(self) -> Iterator[Document]:
        stories = self.build.site.library.stories
        return (document for key, document in self.library.documents.items() if key not in stories)

    def _frames(self, document: Document) -> Iterator[Key]:
        locales = self.library.data.locales.values()
        return ((one.code, document.place) for one in locales if document.lang in one.order)

    def _instead_of(self, document: Document) -> Story:
        return self.kept.get((document.lang, document.place)) or bare_story(document)

    def _with(self, story: Story) -> Build:
        site = self.build.site
        library = replace(site.library, stories={**site.library.stories, (story.lang, story.place): story})
        whole = replace(site, registers=replace(site.registers, library=library))
        return Build(whole, pages(whole))


@dataclass(frozen=True)
class Days:
    """The day it is, and the one figures are counted up to."""

    today: date
    as_of: date


def open_reading(root: Path, settings: Settings, engine: Engine, days: Days, before: Reading | None) -> Reading:
    """Read the corpus below `root`."""
    library = read_library(root, days.today)
    registers = open_registers(library, days.today)
    known = {**before.kept, **before.library.whole.stories} if before else {}
    kept = {key: story for key, story in known.items() if key in library.documents}
    return Reading(registers, build_of(registers, settings, days.as_of), engine, kept)


def samples(build: Build) -> Iterable[Key]:
    """The first page of each kind and with each block, in each language."""
    found: dict[object, Key] = {}
    for key, story in build.site.library.stories.items():
        if key in build.pages:
            found.setdefault((key[0], story.front.kind, getattr(story.front, "shows", None)), key)
    return found.values()


def bare_story(document: Document) -> Story:
    """A page of nothing but the text of a file that is none yet; a text that cannot be read is shown as it is typed."""
    said = {name: value for name, value in (document.front or {}).items() if isinstance(value, str)}
    title, about = said.get("title") or document.path, said.get("description") or document.path
    front = PlainPage.model_construct(kind="page", title=title, description=about)
    body = f"{FENCE}\n{document.body}\n{FENCE}\n" if text_of(document.body).faults else document.body
    return Story(replace(document, body=body), front, ORIGINAL)
