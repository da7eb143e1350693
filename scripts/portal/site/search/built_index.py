"""The index of a site that has just been built: its finished pages read, a part of the index for each language."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from portal.content.known.house.search import SearchHints
from portal.language.made_files import DATA_FOLDER
from portal.reading.keeping.kept import made_of
from portal.reading.keeping.kept_ahead import work_ahead
from portal.reading.keeping.kept_values import KeptValues
from portal.site.files.new_site import NewSite
from portal.site.search.impacts import CountedPassage
from portal.site.search.index import CountPage, Counts, Searched, counting, index_files
from portal.site.search.notes import NOTES, Noted, noted
from portal.site.search.passages import Passage, SearchedPage, searched_page


@dataclass(frozen=True)
class NotedPage:
    """A page that was built: its address, what the build noted of it, and the mark of its bytes."""

    address: str
    noted: Noted
    mark: str

    @property
    def name(self) -> str:
        """Under what its text is kept as search reads it."""
        return f"page {self.mark}"

    @property
    def told(self) -> str:
        """A mark of all that search knows of it."""
        return made_of(self.mark.encode(), repr(self.noted).encode())


@dataclass(frozen=True)
class KeptPages:
    """The pages of one language as builds keep them: read anew whenever they are gone through, so that nobody holds
    them all. `asked` tells what editors told the search."""

    site: Path
    pages: Sequence[NotedPage]
    values: KeptValues
    count: CountPage
    asked: str

    @property
    def mark(self) -> str:
        """What tells these pages from any others."""
        return made_of(self.asked.encode(), *(page.told.encode() for page in self.pages))

    def __iter__(self) -> Iterator[Searched]:
        return filter(None, map(self._searched, self.pages))

    def counts(self) -> Counts:
        """Their passages in numbers."""
        work_ahead(self.values, {self._name("counts", page): partial(self._counted, page) for page in self.pages})
        lengths = [length for page in self.pages for length in self._lengths(page)]
        return Counts(lengths, (CountedPassage(*one) for page in self.pages for one in self._kept(page)))

    def stay(self) -> None:
        """Keep what was worked out of these pages for the day on which another page changes."""
        for page in self.pages:
            for name in (self._name("counts", page), self._name("lengths", page)):
                self.values.has(name)

    def _lengths(self, page: NotedPage) -> list[int]:
        return self.values.of(self._name("lengths", page), lambda: [length for length, *_ in self._kept(page)])

    def _kept(self, page: NotedPage) -> list[list[Any]]:
        return self.values.of(self._name("counts", page), partial(self._counted, page))

    def _counted(self, page: NotedPage) -> list[list[Any]]:
        found = self._searched(page)
        return [[*vars(one).values()] for one in self.count(found)] if found else []

    def _searched(self, page: NotedPage) -> Searched | None:
        """A page as search reads it; None where no part of it is searched."""
        found = self.values.of(page.name, partial(_as_tree, _page_at(self.site, page.address), page.address))
        if found is None:
            return None
        title, description, passages = found
        shown = SearchedPage(page.address, title, description, tuple(Passage(*one) for one in passages))
        return Searched(shown, page.noted)

    def _name(self, what: str, page: NotedPage) -> str:
        return f"{what} {self.asked} {page.told}"


def write_index(new: NewSite, hints: SearchHints, values: KeptValues) -> None:
    """Write the index into a site, one language after the other, and take the notes away. What was worked out of each
    page is taken from `values`, what is the same for all of a language from the site of before."""
    site = new.folder
    notes = site / DATA_FOLDER / NOTES
    asked = noted(notes.read_text(encoding="utf-8")).items()
    pages = [NotedPage(at, known, made_of(at.encode(), _page_at(site, at).read_bytes())) for at, known in asked]
    work_ahead(values, {one.name: partial(_as_tree, _page_at(site, one.address), one.address) for one in pages})
    for lang in sorted({page.noted.lang for page in pages}):
        own = [page for page in pages if page.noted.lang == lang]
        told = made_of(lang.encode(), repr(hints).encode())
        _write_language(new, KeptPages(site, own, values, counting(lang, hints), told), lang, hints)
    notes.unlink()


def _write_language(new: NewSite, pages: KeptPages, lang: str, hints: SearchHints) -> None:
    name = f"index {pages.mark}"
    if _is_as_before(new, name, pages.values):
        pages.stay()
        return
    sums, counts = dict[str, str](), pages.counts()
    for path, content in index_files(pages, lang, hints, counts) if counts.lengths else ():
        new.write(path, content)
        sums[path] = sha256(content).hexdigest()
    pages.values.put(name, sums)


def _is_as_before(new: NewSite, name: str, values: KeptValues) -> bool:
    """Whether the site of before has every file of an index, and each was taken from it."""
    with suppress(KeyError):
        return all(new.take(path, known) for path, known in values.copy(name).items())
    return False


def _page_at(site: Path, address: str) -> Path:
    return site / address / "index.html"


def _as_tree(file: Path, address: str) -> list[Any] | None:
    """What search reads of a page; None where it reads nothing."""
    page = searched_page(address, file.read_bytes().decode())
    return [page.title, page.description, [[*asdict(one).values()] for one in page.passages]] if page else None
