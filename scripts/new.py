"""Makes the two files of a new page, Vietnamese and English, with its fields explained. Asks for what is not given."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

from door import ROOT, parser_of, refused, run, today
from doorway.new_answers import (
    TOP,
    Unusable,
    agency_meant,
    kind_meant,
    name_meant,
    section_called,
    section_meant,
    title_meant,
)
from doorway.placing.put import NotPut, put_files
from portal.content.asking.kinds import page_kinds
from portal.content.asking.new_page import NewPage, place_for, tidy_title
from portal.content.asking.values import PageKind
from portal.content.known.reference import ReferenceData, read_reference_data
from portal.content.library import is_corpus
from portal.language.locales import ENGLISH, ORIGINAL
from portal.language.words import Words, words
from portal.reading.fields import Context

Meant = TypeVar("Meant")


def main(arguments: list[str] | None = None) -> int:
    """0 with both files made; 1 where one of them is there or cannot be written, and nothing is; 2 when called wrongly
    or where something is missing and nobody can be asked."""
    options = _options(arguments)
    text = words(options.lang)
    if not is_corpus(options.root):
        return refused(text.say("check.no_content", root=options.root))
    data = read_reference_data(options.root, Context(today()))
    desk = _Desk(options, {one.name: one for one in page_kinds(data)}, data, text)
    try:
        page = desk.page()
    except Unusable as why:
        return refused(str(why))
    except EOFError:  # whoever was asked closed the console
        raise KeyboardInterrupt from None
    return _write(page, options, text)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("new.py", __doc__, "root", "lang", "day")
    parser.set_defaults(root=ROOT)
    parser.add_argument("--kind", help="kind of page: achievement, news, event, or its Vietnamese name")
    parser.add_argument("--section", help="section it stands in: thanh-tuu, or its name; a full stop for the top")
    parser.add_argument("--title", help="its Vietnamese title")
    parser.add_argument("--title-en", help="its English title, where there is one")
    parser.add_argument("--agency", help="the body that answers for it: its id or its name")
    parser.add_argument("--name", help="name of both files without ending; made from the title where left out")
    return parser.parse_args(arguments)


class _Desk:
    """Takes what was given, and asks for the rest whoever sits at the console."""

    def __init__(
        self, options: argparse.Namespace, kinds: Mapping[str, PageKind], data: ReferenceData, text: Words
    ) -> None:
        self.options, self.kinds, self.data, self.text = options, kinds, data, text
        self.asks = sys.stdin.isatty()

    def page(self) -> NewPage:
        """The page that is wanted. Raises Unusable."""
        given, text = self.options, self.text
        self._need_all()
        kind = self._kind()
        section = self._section(kind)
        title = tidy_title(given.title or "") or self._asked("title", lambda said: title_meant(said, text))
        name = self._name(title, kind)
        titles = {ORIGINAL: title, ENGLISH: tidy_title(self._else_asked(given.title_en, "title_en", str))}
        agency = self._else_asked(given.agency, "agency", lambda said: agency_meant(said, self.data, text))
        day = given.day or today()
        return NewPage(kind, place_for(given.root, kind, section, name, day), titles, day, agency)

    def _need_all(self) -> None:
        """What nobody can be asked for must be given."""
        given = self.options
        in_one_section = bool(given.kind) and len(kind_meant(given.kind, self.kinds, self.text).sections) == 1
        title, section = (given.title or "").strip(), given.section is not None or in_one_section
        has = {"kind": given.kind, "section": section, "title": title}
        missing = [name for name, value in has.items() if not value]
        if missing and not self.asks:
            what = ", ".join(self.text.say(f"new_page.{name}") for name in missing)
            options = ", ".join(f"--{name}" for name in missing)
            raise Unusable(self.text.say("new_page.missing", what=what, options=options))

    def _kind(self) -> PageKind:
        if self.options.kind:
            return kind_meant(self.options.kind, self.kinds, self.text)
        offered = {name: f"{k.label[self.text.lang]}. {k.use[self.text.lang]}" for name, k in self.kinds.items()}
        return self._chosen("kind", offered, lambda said: kind_meant(said, self.kinds, self.text))

    def _section(self, kind: PageKind) -> str:
        if self.options.section is not None:
            return section_meant(self.options.section, kind, self.text)
        if len(kind.sections) == 1:
            return kind.sections[0]
        offered = {one or TOP: section_called(one, self.text) for one in kind.sections}
        return self._chosen("section", offered, lambda said: section_meant(said, kind, self.text))

    def _name(self, title: str, kind: PageKind) -> str:
        try:
            return name_meant(self.options.name or "", title, kind, self.text)
        except Unusable as why:
            if not self.asks:
                raise
            print(why)
            return self._asked("name", lambda said: name_meant(said, title, kind, self.text))

    def _chosen(self, what: str, offered: Mapping[str, str], read: Callable[[str], Meant]) -> Meant:
        """One of what is offered, by its number or its name."""
        for number, said in enumerate(offered.values(), 1):
            print(f"{number:>3}. {said}")
        numbered = {str(number): name for number, name in enumerate(offered, 1)}
        return self._asked(what, lambda said: read(numbered.get(said, said)))

    def _else_asked(self, given: str | None, what: str, read: Callable[[str], str]) -> str:
        """What may be left out: as given, else as answered, "" where nobody can be asked."""
        if given is not None or not self.asks:
            return read(given or "")
        return self._asked(what, read)

    def _asked(self, what: str, read: Callable[[str], Meant]) -> Meant:
        """An answer that can be used: what cannot is told, and asked again."""
        while True:
            try:
                return read(input(f"{self.text.say(f'new_page.ask_{what}')} ").strip())
            except Unusable as why:
                print(why)


def _write(page: NewPage, options: argparse.Namespace, text: Words) -> int:
    """Both files or none, and never over one that is there."""
    files = page.files()
    there = [path for path in files if os.path.lexists(options.root / path)]
    if there:
        return refused(text.say("new_page.exists", path=", ".join(there)), 1)
    try:
        put_files({options.root / path: content.encode() for path, content in files.items()})
    except NotPut as why:
        return refused(why.said(text), 1)
    print(text.say("new_page.done", paths=", ".join(files)))
    print(text.say("new_page.next", translated=list(files)[-1]))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
