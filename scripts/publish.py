"""Puts the built site into a web server's folder as a release, in one step; goes back to an earlier one; compares."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import sys
from pathlib import Path

from door import ROOT, parser_of, refused, run
from doorway.placing.built_site import compared, is_a_site
from doorway.placing.lock import held
from doorway.placing.put import NotPut
from doorway.placing.releases import (
    CURRENT,
    RELEASES,
    current_release,
    earlier_release,
    forget_old,
    opened_releases,
    pages_gone,
    put_in_use,
    releases_of,
    same_as_current,
    taken_in,
)
from portal.language.words import Words, words
from portal.reading.characters import on_one_line
from portal.content.known.moved import lines_to_add

BEFORE = ""
"""What --rollback says of itself without a name: the release before the one in use."""


def main(arguments: list[str] | None = None) -> int:
    """0 with the site in use, or the earlier one, or all as it was published; 1 when not, and what was in use still
    is; 2 when called wrongly."""
    options = _options(arguments)
    text = words(options.lang)
    if options.verify and options.rollback is not None:
        return refused(text.say("publish.one_of_both"))
    folder: Path = options.folder.absolute()
    try:
        if options.verify:
            return _verified(folder, text)
        with held(folder / RELEASES, lambda who: print(text.say("put.waiting", path=folder, who=who), file=sys.stderr)):
            opened_releases(folder)
            if options.rollback is not None:
                return _rolled_back(folder, options.rollback, text)
            return _published(options.site, folder, text)
    except NotPut as why:
        return refused(why.said(text), 1)
    except OSError as error:
        told = {"path": error.filename or folder, "reason": error.strerror or error}
        return refused(text.say("put.cannot_write", **told), 1)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("publish.py", __doc__, "lang")
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help=f"where releases are kept; a server serves FOLDER/{CURRENT}"
    )
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    parser.add_argument(
        "--rollback", nargs="?", const=BEFORE, metavar="RELEASE", help="go back to the release before, or the one named"
    )
    parser.add_argument("--verify", action="store_true", help="compare every kept release with its list, and stop")
    return parser.parse_args(arguments)


def _published(site: Path, folder: Path, text: Words) -> int:
    if not is_a_site(site):
        return refused(text.say("put.no_list", path=site), 1)
    gone = pages_gone(site, folder)
    if gone:
        print(NotPut(folder, "addresses_gone", len(gone)).said(text), file=sys.stderr)
        return refused(lines_to_add(gone), 1)
    if same_as_current(site, folder):
        name = current_release(folder)
        print(text.say("publish.same", name=name, current=folder / CURRENT))
        return 0
    name = taken_in(site, folder)
    put_in_use(folder, name)
    forget_old(folder)
    print(text.say("publish.done", name=name, current=folder / CURRENT, kept=", ".join(releases_of(folder))))
    print(text.say("publish.next"))
    return 0


def _rolled_back(folder: Path, asked: str, text: Words) -> int:
    name = asked or earlier_release(folder)
    put_in_use(folder, name)
    print(text.say("publish.back", name=name, current=folder / CURRENT))
    return 0


def _verified(folder: Path, text: Words) -> int:
    """Every kept release beside its own list; 1 where one is not whole or none is in use. Writes nothing."""
    current = current_release(folder)
    whole = [_release_verified(folder / RELEASES / name, name == current, text) for name in releases_of(folder)]
    if current is None:
        return refused(text.say("publish.none_in_use", current=folder / CURRENT), 1)
    return 0 if all(whole) else 1


def _release_verified(release: Path, in_use: bool, text: Words) -> bool:
    mark = text.say("publish.in_use") if in_use else ""
    try:
        found = compared(release)
    except NotPut as why:
        print(text.say("publish.is_not_whole", name=release.name, mark=mark))
        print(why.said(text))
        return False
    print(text.say("publish.is_whole" if found.is_whole else "publish.is_not_whole", name=release.name, mark=mark))
    for state in ("changed", "missing", "unread", "extra"):
        for path in getattr(found, state) or ():
            word = f"verify.unread.{found.unread[path]}" if state == "unread" else f"verify.states.{state}"
            print(
                text.say(
                    "verify.file",
                    state=text.say(word),
                    path=on_one_line(path),
                )
            )
    return found.is_whole


if __name__ == "__main__":
    sys.exit(run(main))
