"""Tells whether a copy of the site (folder, ZIP or address) is the published one, file by file. Writes nothing."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from rich.progress import track

from door import parser_of, refused, run
from doorway.drawing import Drawing
from doorway.copies import Copy, NoCopy, copy_on_disk, known_names, list_on_disk
from doorway.served import Served, fetched, is_address
from portal.language.words import Words, words
from portal.language.written import written_day
from portal.reading.characters import on_one_line
from portal.site.files.manifest import (
    COPY_MANIFEST,
    MANIFEST,
    PUBLICATION,
    BadLine,
    Verified,
    verified,
    read_manifest,
)

MOST_BAD_LINES = 20


def main(arguments: list[str] | None = None) -> int:
    """0 when every file is as the list says and no other is there, 1 when not, 2 where nothing could be compared."""
    options = _options(arguments)
    text = words(options.lang)
    if not options.copy:
        return refused(text.say("verify.which"))
    try:
        copy = _opened(options.copy)
        data = _given(options.manifest, copy) if options.manifest else copy.small(MANIFEST)
        where = options.manifest or options.copy
        if data is None:
            raise NoCopy(where, "no_manifest")
        sums, bad = read_manifest(data)
        if bad:
            return refused("\n".join(_bad_lines(bad, _shown(where), text)))
        found = {path: copy.found(path) for path in _watched(sums, text)}
        done = verified(sums, found, known_names(copy, sums))
        told = _publication(copy, done, text)
    except NoCopy as why:
        return refused(text.say(f"verify.no_copy.{why.why}", where=_shown(why.where), reason=_shown(why.reason)))
    _tell(done, (*_heads(copy, data, options.manifest, text), *told), text, options)
    return 0 if done.is_whole else 1


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("verify.py", __doc__, "lang")
    parser.add_argument("copy", nargs="?", default="", metavar="COPY", help="a folder, a ZIP or an address (https://…)")
    parser.add_argument(
        "--manifest",
        default="",
        metavar="FILE|ADDRESS",
        help="the list of the published files, or the site that has it; the one in the copy where left out",
    )
    parser.add_argument("--all", action="store_true", help="name the files that are the same, too")
    return parser.parse_args(arguments)


def _opened(where: str) -> Copy:
    return Served(where) if is_address(where) else copy_on_disk(Path(where))


def _given(where: str, copy: Copy) -> bytes | None:
    """The list that was named, or the one for this copy from the site, folder or ZIP that was named."""
    if where.endswith(".txt"):
        return fetched(where) if is_address(where) else list_on_disk(Path(where))
    other = _opened(where)
    alike = _is_a_site(copy) == _is_a_site(other)
    return other.small(MANIFEST if alike else COPY_MANIFEST)


def _is_a_site(copy: Copy) -> bool:
    """Whether this is a site as it is served, and not its copy for USB sticks, whose links are other ones."""
    return copy.small(COPY_MANIFEST) is not None


def _watched(paths: Iterable[str], text: Words) -> Iterable[str]:
    """The paths one after another, with a bar for who looks on."""
    if not sys.stderr.isatty():
        return paths
    return track(list(paths), description=text.say("verify.reading"), console=Drawing(stderr=True), transient=True)


def _bad_lines(bad: tuple[BadLine, ...], where: str, text: Words) -> Iterator[str]:
    yield text.say("verify.bad_list", where=where)
    for one in bad[:MOST_BAD_LINES]:
        yield text.say("verify.bad_line", line=one.number, why=text.say(f"verify.bad_lines.{one.why}"))
    if len(bad) > MOST_BAD_LINES:
        yield text.say("verify.more_lines", count=len(bad) - MOST_BAD_LINES)


def _heads(copy: Copy, data: bytes, given: str, text: Words) -> Iterator[str]:
    """What was looked at, and with what it was compared."""
    yield text.say("verify.copy", where=_shown(copy.where))
    yield text.say("verify.list_given", where=_shown(given)) if given else text.say("verify.list_own")
    yield text.say("verify.list_sum", sum=hashlib.sha256(data).hexdigest())


def _publication(copy: Copy, done: Verified, text: Words) -> tuple[str, ...]:
    """What the copy says it is, where the list vouches for those words."""
    if PUBLICATION not in done.same:
        return ()
    try:
        tree = json.loads(copy.small(PUBLICATION) or b"")
        version, commit = (_shown(tree[name] or text.say("verify.not_known")) for name in ("version", "commit"))
        if others := ", ".join(map(_shown, tree.get("but_for", ()))):
            commit = text.say("verify.but_for", commit=commit, files=others)
        day = written_day(date.fromisoformat(tree["day"]), text)
    except (ValueError, KeyError, TypeError, RecursionError):
        return ()
    return (text.say("verify.publication", version=version, commit=commit, day=day),)


def _tell(done: Verified, heads: tuple[str, ...], text: Words, options: argparse.Namespace) -> None:
    lists: Mapping[str, Iterable[str]] = {
        "same": done.same if options.all else (),
        "changed": done.changed,
        "missing": done.missing,
        "extra": done.extra or (),
    }
    print(*heads, sep="\n")
    for state, paths in lists.items():
        for path in paths:
            print(text.say("verify.file", state=text.say(f"verify.states.{state}"), path=_shown(path)))
    for path, why in done.unread.items():
        print(text.say("verify.file", state=text.say(f"verify.unread.{why}"), path=_shown(path)))
    counts = {name: len(getattr(done, name) or ()) for name in ("same", "changed", "missing", "unread", "extra")}
    counts["listed"] = sum(counts.values()) - counts["extra"]
    print(text.say("verify.counted", **counts))
    if done.extra is None:
        print(text.say("verify.extra_unknown"))
    print(text.say(f"verify.{_conclusion(done, options.manifest)}"))


def _conclusion(done: Verified, given: str) -> str:
    if not done.is_whole:
        return "not_whole"
    return "whole_given" if given else "whole_own"


def _shown(said: object) -> str:
    """What somebody else may have written, on the line where it is said."""
    return on_one_line(str(said))


if __name__ == "__main__":
    sys.exit(run(main))
