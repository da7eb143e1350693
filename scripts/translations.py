"""Says which pages have no translation, and which translations are older than their original. Changes no page."""

import argparse
import json
import os
import sys
from pathlib import Path

from rich.table import Table as RichTable

from door import parser_of, print_for_program, refused, run, today
from doorway.drawing import Drawing
from doorway.history import EarlierTexts, history_of
from doorway.ours import put_beside
from doorway.placing.put import NotPut
from doorway.translating.translations_page import translations_page
from portal.content.desk.history import History
from portal.content.desk.translations import Translation, translations
from portal.content.desk.translations_told import translation_rows, translation_sentences, translations_tree
from portal.content.library import Library, is_corpus, read_library
from portal.language.words import Words, words

Told = tuple[tuple[Translation, ...], History | None, Library]


def main(arguments: list[str] | None = None) -> int:
    """0 when told (what is missing is work to do, no error), 1 where a page cannot be written, 2 when called
    wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    if not is_corpus(options.root):
        return refused(text.say("check.no_content", root=options.root))
    told = _told(options.root)
    if options.out:
        return _put(told, options.out, text)
    PRINTERS[options.format](told, text)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("translations.py", __doc__, "root", "lang")
    parser.add_argument("--format", choices=tuple(PRINTERS), default="table", help="issue: Markdown, its title first")
    parser.add_argument("--out", type=Path, metavar="FILE.html", help="write a page for editors instead")
    return parser.parse_args(arguments)


def _told(root: Path) -> Told:
    library = read_library(root, today())
    paths = [document.path for document in library.documents.values()]
    texts = {path: (root / path).read_bytes().decode("utf-8", "replace") for path in paths}
    history = history_of(root, [one.folder for one in library.data.locales.values()])
    with EarlierTexts(root) as earlier:
        return translations(library, texts, history, earlier), history, library


def _sentences(told: Told, text: Words) -> tuple[str, ...]:
    found, history, library = told
    return translation_sentences(found, history, library.data.locales, text)


def _print_table(told: Told, text: Words) -> None:
    rows = translation_rows(told[0], told[2].data.locales, text)
    _, _, *heads = text.listed("translations.head")
    drawn = RichTable(*heads, title=text.say("translations.title"))
    drawn.columns[0].overflow = "fold"  # a path cut short leads nowhere
    for row in rows:
        drawn.add_row(row.path, row.state_said, row.since, row.changes)
    Drawing().print(drawn if rows else text.say("translations.nothing"))
    for sentence in _sentences(told, text):
        print(sentence)


def _print_issue(told: Told, text: Words) -> None:
    """Its title in the first line, the rest as Markdown; the same text as long as nothing changes."""
    rows = translation_rows(told[0], told[2].data.locales, text, _repository())
    print(text.say("translations.title"))
    for sentence in _sentences(told, text):
        print(f"\n{sentence}")
    language, page, _, *more = text.listed("translations.head")
    table = [(language, page, *more), ("---",) * (2 + len(more))] if rows else []
    for row in rows:
        name = _cell(f"[{_cell(row.title)}]({row.edit})" if row.edit else f"{_cell(row.title)} (`{row.path}`)")
        since = f"[{row.since}]({row.change})" if row.change else row.since
        table.append((row.language, name, row.state_said, since, row.changes))
    print()
    for cells in table:
        print(f"| {' | '.join(cells)} |")
    if not rows:
        print(text.say("translations.nothing"))


def _cell(text: str) -> str:
    """Words in a cell of a Markdown table, that neither end the cell nor a link."""
    return text.translate({ord(sign): f"\\{sign}" for sign in "|[]"}) if "](" not in text else text


def _print_json(told: Told, _: Words) -> None:
    print_for_program(json.dumps(translations_tree(told[0], told[1]), ensure_ascii=False, indent=2))


PRINTERS = {"table": _print_table, "issue": _print_issue, "json": _print_json}


def _repository() -> str:
    return os.environ.get("PORTAL_REPOSITORY", "")


def _put(told: Told, out: Path, text: Words) -> int:
    rows = translation_rows(told[0], told[2].data.locales, text, _repository())
    page = translations_page(rows, _sentences(told, text), text)
    try:
        put = put_beside(out.parent, {out.name: page.encode()})
    except NotPut as why:
        return refused(why.said(text), 1)
    print(text.say("translations.done", path=out.parent / put.names[0]))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
