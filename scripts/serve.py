"""Previews the site on this machine: shows each page as you write it, and what is wrong on it."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import os
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from door import ROOT, fixed_address, fixed_moment, parser_of, refused, run
from portal.content.library import is_corpus
from portal.language.words import Words, words
from portal.language.written import written_number
from portal.reading.problems import to_mend
from preview.answers import answered
from preview.desk import Desk
from preview.panel import result
from preview.server import HOST, PreviewServer
from preview.watched import Watched

LOOKS_EVERY: Final = 0.25
"""Seconds between two looks at the disk."""
PORTS: Final = range(1, 65536)
PORTS_TRIED: Final = 20


def main(arguments: list[str] | None = None) -> int:
    """0 when stopped; 1 where the port is taken, 2 where there is nothing to show."""
    options = _options(arguments)
    text = words(options.lang)
    if options.port not in PORTS:
        return refused(text.say("serve.no_port", port=options.port, first=PORTS[0], last=PORTS[-1]))
    if not is_corpus(options.root):
        return refused(text.say("check.no_content", root=options.root))
    if not fixed_address():
        return refused(text.say("build.bad_address", value=repr(os.environ["SITE_URL"])))
    server = _listening(options.port)
    if server is None:
        return refused(_taken(options.port, text), 1)
    fixed_moment()
    with server:
        try:
            _serve(server, options.root.absolute(), text)
        except KeyboardInterrupt:
            print(text.say("serve.stopped"), flush=True)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("serve.py", __doc__, "root", "lang")
    parser.set_defaults(root=ROOT)
    parser.add_argument("--port", type=int, default=8000, help="where the preview is served, on this machine only")
    return parser.parse_args(arguments)


def _listening(port: int) -> PreviewServer | None:
    """A server that listens at a port; None where it cannot."""
    try:
        return PreviewServer(port)
    except OSError:
        return None


def _taken(port: int, text: Words) -> str:
    """That the port is taken, and the next one that is free."""
    for other in range(port + 1, min(port + 1 + PORTS_TRIED, PORTS.stop)):
        found = _listening(other)
        if found:
            found.server_close()
            return text.say("serve.taken", port=port, other=other)
    return text.say("serve.all_taken", port=port)


def _serve(server: PreviewServer, root: Path, text: Words) -> None:
    """Answer from the first moment; read, check and follow changes until stopped by hand."""
    started, tell = time.monotonic(), partial(print, flush=True)
    tell(text.say("serve.reading"))
    server.desk = desk = Desk(root, ROOT)
    server.answers = lambda path: answered(desk.view, path, ROOT, text.lang)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    watched = Watched(root, ROOT)
    desk.take()
    tell(
        text.say(
            "serve.ready",
            address=f"http://{HOST}:{server.server_port}/",
            seconds=_seconds(time.monotonic() - started, text),
        )
    )
    threading.Thread(target=_check, args=(desk, text, tell), daemon=True).start()
    while True:
        time.sleep(LOOKS_EVERY)
        paths = watched.changed()
        if paths:
            desk.take(paths)


def _check(desk: Desk, text: Words, tell: Callable[[str], None]) -> None:
    """Check what was opened, then whatever changes, and say in a line what came of it."""
    for checked in desk.checks():
        said = result(to_mend(checked.problems), text)
        if checked.paths:
            first, *more = checked.paths
            names = first + (text.say("serve.more", count=len(more)) if more else "")
            clock, seconds = datetime.now().strftime("%H:%M:%S"), _seconds(checked.seconds, text)
            said = text.say("serve.changed", clock=clock, names=names, result=said, seconds=seconds)
        tell(said)


def _seconds(seconds: float, text: Words) -> str:
    return written_number(round(seconds, 1), text)


if __name__ == "__main__":
    sys.exit(run(main))
