"""HTTP as it goes over the wire: what no library would send, and many connections at once."""

import asyncio
import socket
import ssl
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle


@dataclass(frozen=True)
class Answer:
    """What came back: 0 where nothing did; headers by their names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


NAME = "portal.example.org"


def raw(port: int, request: bytes, host: str = "127.0.0.1", name: str = "") -> Answer:
    """Send bytes as they are and read to the end, or until nothing comes for a while; over TLS where a server's `name`
    is given."""
    with socket.create_connection((host, port), timeout=5) as plain:
        opened = _trusting().wrap_socket(plain, server_hostname=name) if name else plain
        parts = []
        with suppress(OSError):  # a server that refuses may close before it has read all
            opened.sendall(request)
        with suppress(OSError):
            while part := opened.recv(1 << 16):
                parts.append(part)
                opened.settimeout(1)  # an answer that has begun comes at once; then a server may keep the connection
        return as_answer(b"".join(parts))


def ask(port: int, path: str, host: str = "127.0.0.1", tls: bool = True, /, **headers: str) -> Answer:
    """One request; headers by names with _ for -: ask(443, "/", Accept_Encoding="br")."""
    own = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    text = f"GET {path} HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n{own}\r\n"
    return raw(port, text.encode("latin-1"), host, NAME if tls else "")


def as_answer(data: bytes) -> Answer:
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    headers = {name.lower(): value.strip() for name, _, value in pairs}
    return Answer(int(first.split(" ")[1]) if first.startswith("HTTP/") else 0, headers, body)


def _trusting() -> ssl.SSLContext:
    """A client that takes the certificate made for a test."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def many_readers(port: int, paths: list[str], connections: int, seconds: float) -> Counter[int]:
    """How often each status came while so many connections asked for paths, one after another, for so long; 0 counts
    an answer that broke off."""
    asked = _many(port, paths, connections, time.monotonic() + seconds)
    with ThreadPoolExecutor(1) as own:  # the browser's tests have a loop in this thread already
        return own.submit(asyncio.run, asked).result()


async def _many(port: int, paths: list[str], connections: int, end: float) -> Counter[int]:
    found: Counter[int] = Counter()
    await asyncio.gather(*(_one(port, paths[n % len(paths) :] + paths, end, found) for n in range(connections)))
    return found


async def _one(port: int, paths: list[str], end: float, found: Counter[int]) -> None:
    """A reader: one connection kept open; opened again where the server closed it after an answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    known: dict[str, str] = {}
    for path in cycle(paths):
        if time.monotonic() > end:
            break
        again = f"If-None-Match: {known[path]}\r\n" if path in known else ""
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {NAME}\r\nAccept-Encoding: gzip\r\n{again}\r\n".encode())
        try:
            answer = await _answer(reader)
        except (asyncio.IncompleteReadError, ConnectionError):
            answer = Answer(0, {}, b"")
        found[answer.status] += 1
        known |= {path: answer.headers["etag"]} if answer.status == 200 else {}
        if answer.status == 0 or answer.headers.get("connection") == "close":
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> Answer:
    answer = as_answer(await reader.readuntil(b"\r\n\r\n"))
    length = 0 if answer.status == 304 else int(answer.headers.get("content-length", "0"))
    return Answer(answer.status, answer.headers, await reader.readexactly(length))
