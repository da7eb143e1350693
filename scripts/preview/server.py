"""The preview's server: for this machine alone, for whoever asks under its own name, and quiet."""

import contextlib
import json
import os
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from preview.answers import Answer
from preview.desk import Desk
from preview.panel import WAIT

HOST: Final = "127.0.0.1"
OWN_NAMES: Final = (HOST, "localhost")
"""What a browser on this machine calls it. A page from elsewhere that points a name of its own here is refused."""
WAITS: Final = 25
"""Seconds a page is kept waiting for a change before it asks again."""

Answers = Callable[[str], Answer]


class PreviewServer(ThreadingHTTPServer):
    """Listens as soon as it is made. Raises OSError where the port is taken."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows two programs could then listen at one port
    desk: Desk
    answers: Answers

    def __init__(self, port: int) -> None:
        super().__init__((HOST, port), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is nothing to report, and nothing else gets so far."""


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version, sys_version = "preview", ""

    def handle(self) -> None:
        with contextlib.suppress(OSError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """Only our own words stand in the terminal."""

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in OWN_NAMES:
            self._send(Answer(421, "text/plain", b""))
        elif asked.path == WAIT:
            self._send(self._waited(asked.query))
        else:
            self.server.desk.first()
            self._send(self.server.answers("/" + unquote(asked.path).lstrip("/")))

    def do_HEAD(self) -> None:
        self.do_GET()

    def _waited(self, query: str) -> Answer:
        """The numbers of the view, as soon as they are others than those the page has."""
        said = parse_qs(query)
        pages, told = (int(said[name][0]) if said.get(name, [""])[0].isdecimal() else 0 for name in ("pages", "told"))
        view = self.server.desk.wait(pages, told, WAITS)
        return Answer(200, "application/json", json.dumps({"pages": view.pages, "told": view.told}).encode())

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        headers = {
            "Content-Type": answer.type,
            "Content-Length": str(len(answer.body)),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            **({"Location": answer.location} if answer.location else {}),
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)
