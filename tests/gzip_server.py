"""Serves a folder with gzip on this machine, as a real web server would, and counts what it sends to whom."""

import functools
import gzip
import http.server
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket
from typing import Any

PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".csv")


@dataclass(frozen=True)
class Server:
    """Where a folder is served; `sent` has (path, bytes) of every answer by the host name it was asked under."""

    port: int
    sent: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))

    def base(self, reader: str = "") -> str:
        """An address for one reader: browsers take every name under localhost for this machine."""
        return f"http://{reader}.localhost:{self.port}/" if reader else f"http://127.0.0.1:{self.port}/"

    def asked_by(self, reader: str) -> list[tuple[str, int]]:
        return list(self.sent[f"{reader}.localhost:{self.port}"])


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    sent: dict[str, list[tuple[str, int]]]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        path = path if found else Path(self.directory) / "404.html"
        body = path.read_bytes() if path.is_file() else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=31536000" if "?" in self.path else "max-age=600")
        if path.suffix in PACKED:
            body = gzip.compress(body, 9)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.sent[self.headers["Host"]].append((self.path, len(body) if found else 0))
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Listening(http.server.ThreadingHTTPServer):
    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """A browser that closes early is no news; anything else is."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """A folder while it is served."""
    sent: dict[str, list[tuple[str, int]]] = defaultdict(list)
    handler = functools.partial(type("_Counting", (_Handler,), {"sent": sent}), directory=str(folder))
    running = _Listening(("127.0.0.1", 0), handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield Server(running.server_port, sent)
    finally:
        running.shutdown()
        running.server_close()
