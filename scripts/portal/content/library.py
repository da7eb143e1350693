"""The library: every story of the portal in its languages, what data/ knows, and every problem found on the way."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from portal.content.known.figures import figure_files
from portal.content.known.house.locales import LOCALES_PATH
from portal.content.known.reference import ReferenceData, read_reference_data, with_known
from portal.content.looks import Looks, TextLook
from portal.content.rules.addresses import address_problems, where_problems
from portal.content.rules.beside.all import beside_problems
from portal.content.rules.beside_pages import beside_pages_problems
from portal.content.rules.by_kind import kind_problems
from portal.content.rules.house.docs_folder import published_problems
from portal.content.rules.house.files_offered import file_problems
from portal.content.rules.house.home_page import named_problems
from portal.content.rules.house.identity import identity_problems
from portal.content.rules.house.needed import front_problems, needed_problems
from portal.content.rules.hygiene.letters import data_letter_problems, letter_problems
from portal.content.rules.instead import instead_problems
from portal.content.rules.links import Known, reached
from portal.content.rules.pictures.all import all_picture_problems
from portal.content.rules.plain_words import plain_problems
from portal.content.rules.privacy.texts import data_privacy, page_privacy
from portal.content.rules.standard import standard_problems
from portal.content.rules.texts import text_problems
from portal.content.rules.titles import twin_problems
from portal.content.scan_texts import with_scan_text
from portal.content.stated.marks import with_facts
from portal.content.stories import Story, as_shown, read_original, read_translation, untranslated
from portal.language.locales import HOUSE, ORIGINAL, Locale, folder_code
from portal.language.places import parent_of
from portal.reading.documents import PICTURE_OR_OFFICE, Document, read_document
from portal.reading.fields import Context
from portal.reading.files import files_below, files_named, guarded, is_folder
from portal.reading.markdown.text import read_ahead, text_of
from portal.reading.problems import Problem, in_order

_LIKE_CONTENT = re.compile(r"content|noi-?_?dung", re.IGNORECASE)
Watch = Callable[[Iterable[Path]], Iterable[Path]]


@dataclass(frozen=True)
class Library:
    """What the doors read. `stories` maps (language, place) to a story; files with problems may be missing in it, and
    stand in `documents` alone. `waiting` are the pages whose day has not come, which nobody is to see yet."""

    root: Path
    stories: Mapping[tuple[str, str], Story]
    data: ReferenceData
    problems: tuple[Problem, ...]
    documents: Mapping[tuple[str, str], Document] = field(default_factory=dict, repr=False)
    waiting: Mapping[tuple[str, str], Story] = field(default_factory=dict)

    @cached_property
    def whole(self) -> "Library":
        """The library as the desk sees it: with the pages that wait."""
        return replace(self, stories=dict(sorted({**self.stories, **self.waiting}.items()))) if self.waiting else self

    @property
    def last_come(self) -> date:
        """The last day for which a page waited that is now published; the first of all days where none did."""
        return max((story.front.publish_after or date.min for story in self.stories.values()), default=date.min)

    def story(self, lang: str, place: str) -> Story | None:
        return self.stories.get((lang, place))

    def languages(self, place: str) -> tuple[str, ...]:
        """The languages a place really exists in."""
        return tuple(lang for lang in self.data.locales if (lang, place) in self.stories)

    def frames(self, place: str) -> tuple[str, ...]:
        """The languages in whose frame a place is shown: those it exists in, and those that fall back on one."""
        orders = ((one.code, one.order) for one in self.data.locales.values())
        return tuple(code for code, order in orders if any((lang, place) in self.stories for lang in order))

    def read_in(self, lang: str, place: str) -> Story | None:
        """The story in `lang`, or in a language it falls back on, or in the one it has."""
        found = (self.story(one, place) for one in (*self.data.locales[lang].order, *self.data.locales))
        return next((story for story in found if story), None)

    @cached_property
    def places(self) -> tuple[str, ...]:
        return tuple(sorted({place for _, place in self.stories}))

    @cached_property
    def _newest(self) -> Mapping[str, tuple[Story, ...]]:
        """For each language every story, newest first: asked for by every page, worked out once."""
        return {lang: tuple(sorted(_counted(self, lang), key=_newest_first)) for lang in self.data.locales}

    def newest(self, lang: str, section: str | None = None) -> tuple[Story, ...]:
        """The stories the plan counts, newest first, each in `lang` where it exists; without those taken back."""
        return tuple(story for story in self.told(lang, section) if not story.withdrawn)

    def told(self, lang: str, section: str | None = None) -> tuple[Story, ...]:
        """The same with those that were taken back."""
        return tuple(story for story in self._newest[lang] if section in (None, story.section))

    def pages(self, lang: str, section: str) -> tuple[Story, ...]:
        """The pages of a section that are neither its index nor stories, nor stand below a page of their own."""
        found = (self.read_in(lang, place) for place in self._page_places.get(section, ()))
        return tuple(story for story in found if story)

    @cached_property
    def _page_places(self) -> Mapping[str, tuple[str, ...]]:
        """For each section the places of its pages: asked for by every page, worked out once."""
        found = defaultdict[str, list[str]](list)
        for place in self.places:
            story = self.read_in(ORIGINAL, place)
            is_below = self.read_in(ORIGINAL, parent_of(place)) is not None
            if story and not story.is_index and not story.front.is_story and not is_below:
                found[story.section].append(place)
        return {section: tuple(places) for section, places in found.items()}


def _counted(library: Library, lang: str) -> Iterator[Story]:
    return (one for place in library.places if (one := library.read_in(lang, place)) and one.front.is_story)


def _newest_first(story: Story) -> tuple[int, str]:
    return -(story.front.published or date.min).toordinal(), story.place


def open_library(
    root: Path, today: date, progress: Watch = lambda files: files, looks: Looks | None = None, beside: object = None
) -> Library:
    """Read and check the corpus below `root` (content_*/, data/, docs/) as of `today`. Content never raises here. Who
    keeps looks says what they were made `beside`."""
    return check_texts(read_library(root, today, progress), today, looks, beside)


def read_library(root: Path, today: date, progress: Watch = lambda files: files) -> Library:
    """The same without a look into the texts and docs/: all that counting needs."""
    data = read_reference_data(root, Context(today))
    context = with_known(Context(today), data)
    files, problems = _files(root, data.locales.values())
    problems += [*data.problems, *_strange_folders(root, data.locales.values())]
    documents = with_facts({(d.lang, d.place): d for d in _documents(root, progress(files), problems)}, data, problems)
    stories: dict[tuple[str, str], Story] = {}
    for key, document in documents.items():
        original = _original(document, documents, data.locales)
        read = guarded(document.path, problems, partial(_read, document, original, context, documents))
        story, found = read or (None, [])
        problems += found
        if story:
            stories[key] = as_shown(story)
    problems += [*twin_problems(stories.values()), *front_problems(stories.values())]
    waiting = {key: story for key, story in stories.items() if story.front.waits(today)}
    problems += needed_problems({place for lang, place in documents if lang == ORIGINAL}, data, waiting.values())
    problems += address_problems(documents, stories.values(), data)
    problems += instead_problems(stories.values(), today)
    problems += named_problems(data, {place for _, place in documents}, stories.values())
    shown = {key: story for key, story in stories.items() if key not in waiting}
    return Library(root, shown, data, in_order(problems), documents, waiting)


def check_texts(library: Library, today: date, looks: Looks | None = None, beside: object = None) -> Library:
    """The library with the problems of its texts, and of what docs/ would publish. Who looks again gives the `looks` of
    before, and something `beside` that is equal only where data/, docs/ and the day are."""
    looks, data = looks or Looks(), library.data
    stories = library.whole.stories
    read_ahead(document.body for document in library.documents.values())
    sources = {key: len(story.front.references) for key, story in stories.items()}
    waits = {place: day for (_, place), story in library.waiting.items() if (day := story.front.publish_after)}
    gone = frozenset(place for (_, place), story in stories.items() if story.withdrawn)
    known = Known(library.root, library.documents, library.data.locales, sources, waits, gone)
    figures = frozenset(file.stem for file in figure_files(library.root))  # one with problems is there all the same
    found = [*library.problems, *published_problems(library.root, library.documents), *identity_problems(library.root)]
    found += looks.of("data", beside, partial(data_privacy, library.root, library.data.allowed))
    found += looks.of("data letters", beside, partial(data_letter_problems, library.root))
    found += beside_pages_problems(library.root, stories, library.documents, data)
    found += all_picture_problems(library.root, stories, library.documents)
    found += [one for story in stories.values() for one in file_problems(library.root, story)]
    found += [*beside_problems(stories, data, today, looks), *kind_problems(stories, data)]
    texts = [document for document in library.documents.values() if document.front is not None]
    made_from = ((beside, one, stories.get((one.lang, one.place)), reached(one, known)) for one in texts)
    acts = (partial(_look_at, one, library, figures, known) for one in texts)
    found += chain.from_iterable(looks.of_all(map(TextLook, (one.path for one in texts), made_from, acts)))
    return replace(library, problems=in_order(found))


def _look_at(document: Document, library: Library, figures: frozenset[str], known: Known) -> list[Problem]:
    story = library.whole.story(document.lang, document.place)
    references = len(story.front.references) if story else None
    texts = text_problems(document, references, figures, known)
    if text_of(document.body).faults:
        return texts  # limits come first: what is too long to be read is not gone through rule by rule
    private = page_privacy(document, library.data.allowed.only(story.front.people if story else ()))
    return [*texts, *plain_problems(document), *letter_problems(document), *private]


def is_corpus(root: Path) -> bool:
    """Whether a folder holds content to read."""
    return any(is_folder(root / one.folder) for one in HOUSE)


def _files(root: Path, locales: Iterable[Locale]) -> tuple[list[Path], list[Problem]]:
    found: list[Path] = []
    problems: list[Problem] = []
    for one in locales:
        files, told = files_below(root, one.folder)
        found, problems = [*found, *files], [*problems, *told]
    return found, problems


def _strange_folders(root: Path, locales: Iterable[Locale]) -> Iterator[Problem]:
    """Folders of pages in a language that the table does not have: nobody would read them."""
    known = [one.folder for one in locales]
    like = (path for path in files_named(root, "*") if _LIKE_CONTENT.match(path.name))
    for folder in (path.name for path in like if is_folder(path)):
        if folder.startswith("content_") and folder not in known:
            values = {"path": LOCALES_PATH, "value": folder_code(folder)}
            yield Problem(folder, 1, "", "locale-unknown", values)
        elif folder not in known:
            yield Problem(folder, 1, "", "content-elsewhere", {"folders": known})


def _documents(root: Path, files: Iterable[Path], problems: list[Problem]) -> Iterator[Document]:
    """Each file as a document; its problems are added to `problems`."""
    for file in files:
        document = guarded(file.relative_to(root).as_posix(), problems, partial(read_document, root, file))
        if document:
            problems += document.problems
            if file.suffix.lower() not in PICTURE_OR_OFFICE:
                yield with_scan_text(document, problems)


def _original(document: Document, documents: Mapping[tuple[str, str], Document], languages: Iterable[str]) -> Document:
    """The file that holds the facts of a document: that of the first language of the table in which it exists."""
    return next((one for lang in languages if (one := documents.get((lang, document.place)))), document)


def _read(
    document: Document, original: Document, context: Context, documents: Mapping[tuple[str, str], Document]
) -> tuple[Story | None, list[Problem]]:
    here = replace(context, section=document.section, slug=document.slug)
    if document is original:
        story, problems = read_original(document, here, untranslated(document, documents))
    else:
        story, problems = read_translation(document, original, here)
    if original.front and original.front.get("kind") == "rebuttal" and document.front:
        problems = [*problems, *standard_problems(document, document is original)]
    return story, [*problems, *where_problems(document)]
