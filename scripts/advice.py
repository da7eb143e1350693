"""Says what could be plainer: long sentences, terms, tone marks, spelling. Advice only: nothing is wrong or stops."""

import argparse
import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path, PurePath

from rich.table import Table as RichTable

from door import parser_of, print_for_program, refused, run, today
from doorway.drawing import Drawing
from doorway.spellers import dictionaries, fetched
from portal.content.advice.advice import Advice, advice_on
from portal.content.advice.readable import Readability
from portal.content.library import Library, is_corpus, read_library
from portal.language.words import Words, words
from portal.language.written import written_number, written_percent
from portal.plan.plan import PATH
from portal.reading.problems import as_json, as_text


def main(arguments: list[str] | None = None) -> int:
    """0 whatever there is to say, 1 where dictionaries could not be fetched, 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    if options.install:
        print(text.say("advice.installing"), file=sys.stderr)
        return 0 if fetched() else refused(text.say("advice.not_installed"), 1)
    if not is_corpus(options.root):
        return refused(text.say("check.no_content", root=options.root))
    library = read_library(options.root, today())
    paths = [_path(one, options.root) for one in options.pages]
    known = {document.path for document in library.documents.values()}
    for path in paths:
        if path not in known:
            return refused(text.say("advice.not_a_page", path=path, root=options.root))
    PRINTERS[options.format](_asked(library, paths, text), text)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("advice.py", __doc__, "root", "lang")
    parser.add_argument("--format", choices=tuple(PRINTERS), default="text", help="pages: how easy each is to read")
    parser.add_argument("--install", action="store_true", help="fetch the dictionaries, and stop")
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="only these pages: content_vi/…/….md")
    return parser.parse_args(arguments)


def _path(written: str, root: Path) -> str:
    """A page as the library names it, however it was written: from here, from the corpus, with either slash."""
    path = Path(PurePath(written.replace("\\", "/")))
    return path.resolve().relative_to(root.resolve()).as_posix() if _is_below(path, root) else path.as_posix()


def _is_below(path: Path, root: Path) -> bool:
    return path.exists() and path.resolve().is_relative_to(root.resolve())


def _asked(library: Library, paths: list[str], text: Words) -> Advice:
    known = dictionaries()
    if not known:
        refused(text.say("advice.no_dictionaries"))
    plan = library.root / PATH
    written = plan.read_text("utf-8", "replace") if plan.is_file() else ""
    return advice_on(library, written, known, paths)


def _print_text(advice: Advice, text: Words) -> None:
    if advice.told:
        print(as_text(advice.told, text.lang))
    _say_how_much(advice, text)


def _say_how_much(advice: Advice, text: Words) -> None:
    counts = {"count": len(advice.told), "pages": len(advice.pages)}
    print(text.say("advice.some" if advice.told else "advice.none", **counts), file=sys.stderr)
    for code, count in Counter(one.code for one in advice.told).most_common():
        kind = text.label("advice.kind_names", code)
        print(f"- {text.say('advice.kinds', kind=kind, count=count)}", file=sys.stderr)


def _print_pages(advice: Advice, text: Words) -> None:
    """The hardest first."""
    drawn = RichTable(*text.listed("advice.head"), title=text.say("advice.title"))
    drawn.columns[0].overflow = "fold"
    for page in sorted(advice.pages, key=lambda one: (-one.average, one.path)):
        drawn.add_row(*_cells(page, text))
    Drawing().print(drawn)
    print(text.say("advice.scale"))


def _cells(page: Readability, text: Words) -> tuple[str, ...]:
    average = written_number(round(page.average, 1), text)
    share, ease = written_percent(page.long_share, text), text.label("advice.ease", page.ease)
    return (page.path, str(page.sentences), average, str(page.longest), share, ease)


def _print_json(advice: Advice, text: Words) -> None:
    told = json.loads(as_json(advice.told, text.lang))
    print_for_program(
        json.dumps({"advice": told, "pages": [asdict(one) for one in advice.pages]}, ensure_ascii=False, indent=2)
    )


PRINTERS = {"text": _print_text, "pages": _print_pages, "json": _print_json}


if __name__ == "__main__":
    sys.exit(run(main))
