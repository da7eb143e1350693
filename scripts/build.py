"""Builds the site: checks the content, builds both languages beside the old site, indexes it, then puts it in place."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import gc
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from door import counted_up_to, fixed_address, fixed_moment, parser_of, run, today
from doorway.builds.kept_builds import forget_gone, kept_of
from doorway.placing.lock import held
from doorway.placing.put import NotPut, told_by_disk
from doorway.placing.whole_folder import recover_folder
from doorway.builds.standing import LastBuild, input_mark, keep_build, last_build, lists_marks, standing_pages
from portal.content.desk.address import ENGINE_SETTINGS, is_public_address, site_address
from portal.language.words import Words, words

ROOT = Path(__file__).parent.parent
LAST = "last"
RARELY = 200_000
"""New values after which Python looks for those that nobody can reach: nearly all that a build reads stays to its end,
and looking through it again and again was a sixth of its time."""


def main(arguments: list[str] | None = None) -> int:
    """0 when the site of what is there now stands at its target; otherwise 1, and the old one is as it was."""
    options = _options(arguments)
    text, started = words(options.lang), time.monotonic()
    if not fixed_moment():
        _say(text.say("build.no_moment", day=today().isoformat()))
    if not fixed_address():
        _say(text.say("build.bad_address", value=repr(os.environ["SITE_URL"])))
        return 1
    os.environ |= {"PORTAL_WAITING": "all"} if options.scheduled else {}
    done = ""
    try:
        with told_by_disk(options.site):
            true = options.site.resolve()  # the folder a link leads to: what two builds must not write at once
        with held(true, lambda who: _say(text.say("put.waiting", path=options.site, who=who))):
            mark = "" if options.clean else _mark(options)
            done = _stands(options, text, mark) or _made(options, text, mark)
    except NotPut as why:
        print(why.said(text), file=sys.stderr)
    except OSError as error:
        print(text.say("put.cannot_write", path=error.filename or options.site, reason=error.strerror), file=sys.stderr)
    if not done:
        _say(text.say("build.failed", site=options.site))
        return 1
    _tell(done.format(seconds=f"{time.monotonic() - started:.1f}"), text)
    return 0


def _stands(options: argparse.Namespace, text: Words, mark: str) -> str:
    """A sentence where the site stands already as a build would leave it, after what the check said of it; else ""."""
    last = last_build(_last(options)) if mark else None
    if not last or last.read != mark:
        return ""
    with told_by_disk(options.site):
        recover_folder(options.site.resolve())
    pages = standing_pages(options.site, last)
    if pages is None:
        return ""
    print(*filter(None, (last.out,)), sep="\n", end="\n" * bool(last.out))
    if last.err:
        _say(last.err)
    forget_gone(ROOT, options.root)
    return text.say("build.stands", pages=pages, site=_shown(options.site), seconds="{seconds}")


def _made(options: argparse.Namespace, text: Words, mark: str) -> str:
    """A sentence when the site was made and put in place; else "", and why is said."""
    gc.set_threshold(RARELY)
    from doorway.builds.building import (
        checked_and_made,  # only now: loading it takes longer than to see that a site stands
    )

    said = checked_and_made(options, text)
    if said is None:
        return ""
    with suppress(OSError):
        if mark and mark == _mark(options):  # nothing changed meanwhile
            keep_build(_last(options), LastBuild(mark, lists_marks(options.site), *said))
    pages = sum(1 for _ in options.site.rglob("index.html"))
    return text.say("build.done", pages=pages, site=_shown(options.site), seconds="{seconds}")


def _mark(options: argparse.Namespace) -> str:
    """The mark of all a build reads; "" where something cannot be read, which the check will tell."""
    with suppress(OSError):
        return input_mark(ROOT, options.root, today(), counted_up_to(today()), options.lang)
    return ""


def _last(options: argparse.Namespace) -> Path:
    return kept_of(ROOT, options.root) / LAST


def _tell(done: str, text: Words) -> None:
    _say(done)
    _say(text.say("build.next"))
    address, _ = site_address((ROOT / ENGINE_SETTINGS).read_text(encoding="utf-8"), os.environ.get("SITE_URL", ""))
    if not is_public_address(address):
        _say(text.say("build.placeholder", address=address))


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("build.py", __doc__, "root", "lang")
    parser.set_defaults(root=ROOT)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="where the finished site goes")
    parser.add_argument("--clean", action="store_true", help="make all anew, taking nothing from a build before")
    parser.add_argument("--scheduled", action="store_true", help="also the pages that wait for their day, so marked")
    return parser.parse_args(arguments)


def _shown(path: Path) -> str:
    return f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}/"


if __name__ == "__main__":
    sys.exit(run(main))
