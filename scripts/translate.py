"""Gives a translator the pages of a language as a workbook, and takes the workbook back as pages."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from door import parser_of, refused, run, today
from doorway.earlier_parts import EarlierParts
from doorway.ours import put_beside
from doorway.placing.put import NotPut, put_files
from doorway.translating.translation_back import BackPage, locale_of, pages_back
from doorway.translating.translation_checked import checked_pages
from doorway.translating.translation_kit import kit_workbook
from portal.content.library import Library, is_corpus, read_library
from portal.content.translating.kit import KitPage, kit_page
from portal.language.locales import ORIGINAL, Locale
from portal.language.words import Words, own_name, words
from portal.reading.problems import Problem, as_text, in_order, to_mend
from portal.reading.workbooks.reader import MAX_WORKBOOK, read_workbook

OUT = Path("dist/ban-dich")


def main(arguments: list[str] | None = None) -> int:
    """0 when the workbook is written, or every page that was begun is taken in; 1 where something is wrong or not
    whole; 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    if not is_corpus(options.root):
        return refused(text.say("check.no_content", root=options.root))
    if options.action == "back":
        return _back(options, text)
    return _give(options, text)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("translate.py", __doc__, "root", "lang")
    parser.add_argument("action", choices=("out", "back"), help="out: write the workbook; back: take it in")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="workbooks that came back")
    parser.add_argument("--locale", default="", help="code of the language, a row of data/locales.yml")
    parser.add_argument("--pages", nargs="*", default=[], metavar="PLACE", help="those that changed, where left out")
    parser.add_argument("--out", type=Path, default=None, help=f"folder of the workbook; {OUT} where left out")
    return parser.parse_args(arguments)


def _give(options: argparse.Namespace, text: Words) -> int:
    library = read_library(options.root, today())
    found = library.data.further.get(options.locale)
    if found is None:
        known = ", ".join(library.data.further) or text.say("kit.none")
        return refused(text.say("kit.no_locale", value=options.locale, known=known))
    pages = _pages(options, library, found.locale, text)
    if isinstance(pages, int):
        return pages
    name = _called(found.locale, text)
    data = kit_workbook(pages, found.locale, name, text, today())
    try:
        put = put_beside(options.out or options.root / OUT, {f"ban-dich-{found.code}.xlsx": data})
    except NotPut as why:
        return refused(why.said(text), 1)
    for page in pages:
        print(text.say("kit.page", place=page.place, parts=len(page.rows), changed=page.changed))
    print(text.say("kit.given", path=(options.out or options.root / OUT) / put.names[0]))
    return 0


def _pages(options: argparse.Namespace, library: Library, locale: Locale, text: Words) -> list[KitPage] | int:
    """The pages named, or those translated whose original changed; or what the door returns, said."""
    places = [one.removesuffix(".md").removeprefix(f"content_{ORIGINAL}/") for one in options.pages]
    missing = [place for place in places if (ORIGINAL, place) not in library.documents]
    if missing:
        return refused(text.say("kit.no_page", places=", ".join(missing)))
    translated = sorted(place for code, place in library.documents if code == locale.code)
    with EarlierParts(options.root) as before:
        asked = [place for place in places or translated if (ORIGINAL, place) in library.documents]
        made = [kit_page(library, locale, place, before) for place in asked]
    found = made if places else [page for page in made if page.changed]
    return found or refused(text.say("kit.nothing"))


def _called(locale: Locale, text: Words) -> str:
    said = text.language_name(locale.code)
    return own_name(locale) if said == locale.code else said


def _back(options: argparse.Namespace, text: Words) -> int:
    missing = [file for file in options.files if not file.is_file()]
    if missing or not options.files:
        return refused(text.say("kit.no_file", path=", ".join(map(str, missing)) or "FILE"))
    library = read_library(options.root, today())
    pages, problems = list[BackPage](), list[Problem]()
    for file in options.files:
        came, told = _came(file, library)
        pages, problems = pages + came, problems + told
    pages = checked_pages(library, pages, today())
    problems += [one for page in pages for one in page.problems]
    files = {options.root / page.path: page.data for page in pages if page.data and not to_mend(page.problems)}
    try:
        put_files(files)
    except NotPut as why:
        return refused(why.said(text), 1)
    if problems:
        print(as_text(in_order(problems), text.lang))
    return _told(pages, len(files), text, bool(to_mend(tuple(problems))))


def _came(file: Path, library: Library) -> tuple[list[BackPage], list[Problem]]:
    """The sheets of a workbook in which something was written, and why there is none."""
    with file.open("rb") as opened:
        book, problems = read_workbook(str(file), opened.read(MAX_WORKBOOK + 1))
    if book is None or problems:
        return [], problems
    locale = locale_of(book, library)
    return ([], [locale]) if isinstance(locale, Problem) else (list(pages_back(book, library, locale)), [])


def _told(pages: Sequence[BackPage], taken: int, text: Words, is_wrong: bool) -> int:
    """Say what came of each sheet; what the door returns."""
    waiting = [page for page in pages if page.open]
    for page in waiting:
        print(text.say("kit.open", path=page.path, sheet=page.sheet, count=page.open))
    print(text.say("kit.taken", taken=taken, all=len(pages)))
    return 1 if is_wrong or waiting or not pages else 0


if __name__ == "__main__":
    sys.exit(run(main))
