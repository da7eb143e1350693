"""Writes down where a page that was renamed or taken away has gone, so that its address leads on; renames its files."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import json
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from door import ROOT, counted_up_to, parser_of, refused, run, said_in_both, today
from doorway.copies import NoCopy, copy_on_disk
from doorway.placing.put import NotPut, put_files
from doorway.placing.releases import addresses_gone
from doorway.served import Served, is_address
from portal.content.desk.address import PUBLISHED_PATH
from portal.content.known.moved import MOVED_PATH, PLACE_FORM, place_of_address, published_addresses
from portal.content.library import is_corpus
from portal.language.locales import LANGUAGES, folder_code
from portal.language.words import Words, words
from portal.plan.corpus import open_corpus
from portal.plan.ledger import Registers
from portal.site.files.manifest import MANIFEST, read_manifest
from portal.site.made.gone.moved import every_page_there, near_place


def main(arguments: list[str] | None = None) -> int:
    """0 when written; 1 where nothing was, with the reason; 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    if not is_corpus(options.root):
        return refused(text.say("check.no_content", root=options.root))
    try:
        if options.record is not None:
            return _recorded(options.root, options.record, text)
        return _moved(options, text)
    except NotPut as why:
        return refused(why.said(text), 1)
    except NoCopy as why:
        return refused(text.say(f"verify.no_copy.{why.why}", where=why.where, reason=why.reason), 1)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("moved.py", __doc__, "root", "lang", "day")
    parser.set_defaults(root=ROOT)
    parser.add_argument("old", nargs="?", default="", help="where the page stood: a place, a file of it or its address")
    parser.add_argument("new", nargs="?", default="", help="where it stands now, written alike")
    parser.add_argument("--withdrawn", action="store_true", help="the page was taken away and stands nowhere")
    parser.add_argument("--why", default="", help="why it was taken away, in Vietnamese")
    parser.add_argument("--why-en", default="", help="the same in English")
    parser.add_argument(
        "--record", nargs="?", const=str(ROOT / "site"), metavar="SITE", help="write down what addresses a site has"
    )
    return parser.parse_args(arguments)


def _moved(options: argparse.Namespace, text: Words) -> int:
    """One page: from where, to where, or why it is gone."""
    if not options.old or bool(options.new) == options.withdrawn:
        return refused(text.say("moved.what"))
    registers = open_corpus(options.root, today())
    data, places = registers.library.data, []
    for value in filter(None, (options.old, options.new)):
        places.append(_place(value, registers))
        if not re.fullmatch(PLACE_FORM, places[-1]):
            return refused(text.say("moved.not_a_place", value=value))
    if any(one.path == MOVED_PATH for one in data.problems):
        return refused(text.say("moved.unread", path=MOVED_PATH), 1)
    if options.withdrawn:
        return _withdrawn(options, places[0], text)
    return _led_on(options.root, registers, places[0], places[1], text)


def _place(value: str, registers: Registers) -> str:
    """The place behind what somebody wrote: a place, an address, the path of a file."""
    path = urlsplit(value).path if "://" in value else value.replace("\\", "/")
    parts = path.removesuffix(".md").removesuffix("index.html").strip("/").split("/")
    locales = registers.library.data.locales
    if folder_code(parts[0]) != parts[0] and folder_code(parts[0]) in locales:
        return "/".join(parts[1:])
    return place_of_address("/".join(parts), locales)


def _withdrawn(options: argparse.Namespace, old: str, text: Words) -> int:
    if not (options.why.strip() and options.why_en.strip()):
        return refused(text.say("moved.no_why"))
    why = json.dumps(
        dict(zip(LANGUAGES, (options.why.strip(), options.why_en.strip()), strict=True)), ensure_ascii=False
    )
    day = (options.day or today()).isoformat()
    put_files(_written(options.root, old, None, f"- place: {old}\n  withdrawn: {{date: {day}, why: {why}}}\n"))
    print(text.say("moved.withdrawn", path=MOVED_PATH, old=old))
    print(text.say("moved.next"))
    return 0


def _led_on(root: Path, registers: Registers, old: str, new: str, text: Words) -> int:
    if old == new:
        return refused(text.say("moved.same", place=old))
    there = every_page_there(registers, counted_up_to(today())).places
    renamed = _renamed(root, registers, old, new)
    if old in there and new in there:
        return refused(text.say("moved.both_there", old=old, new=new), 1)
    if new not in there and not renamed:
        near = near_place(new, there)
        said = text.say("moved.near", place=near[0]) if near else ""
        return refused(text.say("moved.no_page", place=new, near=said), 1)
    files: dict[Path, bytes | None] = {goal: file.read_bytes() for file, goal in renamed}
    files |= {file: None for file, _ in renamed}
    was_public = old not in {place for _, place in registers.library.waiting}
    entry = _written(root, old, new, f"- place: {old}\n  to: {new}\n") if was_public else {}
    put_files({**files, **entry})
    for file, goal in renamed:
        print(text.say("moved.renamed", old=file.relative_to(root).as_posix(), new=goal.relative_to(root).as_posix()))
    if was_public:
        print(text.say("moved.done", path=MOVED_PATH, old=old, new=new))
    print(text.say("moved.next"))
    return 0


def _renamed(root: Path, registers: Registers, old: str, new: str) -> list[tuple[Path, Path]]:
    """(file, its new path) in every language, where the page still has its old name and nobody has the new one."""
    folders = [root / locale.folder for locale in registers.library.data.locales.values()]
    found = [(folder / f"{old}.md", folder / f"{new}.md") for folder in folders if (folder / f"{old}.md").is_file()]
    return [] if any((folder / f"{new}.md").exists() for folder in folders) else found


def _written(root: Path, old: str, new: str | None, entry: str) -> dict[Path, bytes]:
    """The file with one more entry: earlier ones that led to the old place lead to the new one at once, and none says
    of the new place that it has gone."""
    file = root / MOVED_PATH
    before = (
        file.read_text(encoding="utf-8").replace("\r\n", "\n")
        if file.is_file()
        else f"# {said_in_both('moved.file_head')}\n"
    )
    entries = re.split(r"(?m)^(?=- )", before)
    gone = [re.compile(rf"- \{{?\s*place: *[\"']?{re.escape(place)}[\"']?(?![\w/-])") for place in (old, new) if place]
    kept = [one for one in entries if not any(form.match(one) for form in gone)]
    if new:
        kept = [re.sub(rf"(?<![\w-])to: *[\"']?{re.escape(old)}[\"']?(?![\w/-])", f"to: {new}", one) for one in kept]
    text = "".join(kept)
    return {file: f"{text}{'' if text.endswith(chr(10)) or not text else chr(10)}{entry}".encode()}


def _recorded(root: Path, where: str, text: Words) -> int:
    """Write down the addresses of a site's pages beside those that were published before: none is ever taken off."""
    copy = Served(where) if is_address(where) else copy_on_disk(Path(where))
    data = copy.small(MANIFEST)
    if data is None and isinstance(copy, Served):  # before the first publication
        print(text.say("moved.nothing_published", where=where))
        return 0
    sums, bad = read_manifest(data or b"")
    if bad:
        raise NoCopy(where, "no_manifest")
    file = root / PUBLISHED_PATH
    before = {said for _, said in published_addresses(file.read_text(encoding="utf-8"))} if file.is_file() else set()
    every = sorted(before | set(addresses_gone(sums, ())))
    put_files({file: (f"# {said_in_both('moved.list_head')}\n" + "".join(f"/{said}\n" for said in every)).encode()})
    print(text.say("moved.recorded", path=PUBLISHED_PATH, count=len(every), added=len(set(every) - before)))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
