"""Previews the site at http://127.0.0.1:8000/ and follows your changes."""

import stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import os
import runpy
import socket
import sys
from contextlib import closing

from build import ENGINE
from door import ROOT, fixed_moment, parser_of, refused, run
from portal.content.desk.address import ENGINE_SETTINGS
from portal.language.words import words

HOST = "127.0.0.1"


def main(arguments: list[str] | None = None) -> int:
    """0 when stopped; 1 where the port is taken."""
    options = _options(arguments)
    if not _is_free(options.port):
        return refused(words(options.lang).say("serve.taken", port=options.port), 1)
    fixed_moment()
    os.environ |= {"PORTAL_LANG": options.lang, "NO_MKDOCS_2_WARNING": "1"}
    os.chdir(ROOT)
    where = ["--config-file", str(ROOT / ENGINE_SETTINGS), "--dev-addr", f"{HOST}:{options.port}"]
    sys.argv = [ENGINE, "serve", "--no-strict", *where]
    runpy.run_module(ENGINE, run_name="__main__", alter_sys=True)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("serve.py", __doc__, "lang")
    parser.add_argument("--port", type=int, default=8000, help="where the preview is served, on this machine only")
    return parser.parse_args(arguments)


def _is_free(port: int) -> bool:
    with closing(socket.socket()) as asked:
        return 0 < port < 65536 and asked.connect_ex((HOST, port)) != 0


if __name__ == "__main__":
    sys.exit(run(main))
