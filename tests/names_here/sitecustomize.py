"""Run before a door when this folder is on its path: the name of the tests' server is one of this machine's."""

import socket
from typing import Any

HOST = "plays.example.org"
_asked = socket.getaddrinfo


def _here(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
    return _asked("127.0.0.1" if host == HOST else host, port, *rest, **more)


socket.getaddrinfo = _here
