"""The one way a door asks another machine: at an address of the public internet, and at no other.

What others wrote into a source, and where a server leads on to, may be the name of a machine inside the network a door
runs in, or of the machine itself: no word of such a name tells. So each host, that of every redirect too, is looked up
here, and connected to at the very addresses that were looked at: a name that means another machine a moment later
(DNS rebinding) means nothing.
"""

import socket
from collections.abc import Callable, Collection
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any, Final
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.utils import select_proxy
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NameResolutionError, NewConnectionError

MOST_REDIRECTS: Final = 5
_NAT64: Final = IPv6Network("64:ff9b::/96")
_IPV4_BITS: Final = 0xFFFFFFFF


class NotPublic(ValueError):
    """A host is, or its name leads to, a machine that is not on the public internet; it was not asked."""


def asking(agent: str, allowed: Collection[str] = ()) -> requests.Session:
    """A session that says who asks. Its questions raise NotPublic, and what requests raises. The hosts `allowed`, those
    that whoever runs the door named, are asked wherever they are."""
    session = requests.Session()
    session.headers["User-Agent"] = agent
    session.max_redirects = MOST_REDIRECTS
    for start in ("http://", "https://"):
        session.mount(start, _ToPublic(frozenset(allowed)))
    return session


def is_public(address: str) -> bool:
    """Whether an address in numbers is one of the public internet, and of one machine; of an IPv6 address that only
    carries one of IPv4, whether that is."""
    number = _carried(ip_address(address.partition("%")[0]))
    of_a_site = isinstance(number, IPv6Address) and number.is_site_local  # given up, and still inside
    return number.is_global and not (number.is_multicast or number.is_reserved or of_a_site)


def _carried(number: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(number, IPv4Address):
        return number
    if number in _NAT64:
        return IPv4Address(int(number) & _IPV4_BITS)
    return number.ipv4_mapped or number.sixtofour or number


def _looked_up(host: str, port: int | None, allowed: frozenset[str]) -> list[str]:
    """The addresses of a host, in the order to try them. Raises NotPublic where any is not public, and OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(place[0]) for *_, place in found))
    if host not in allowed and not all(map(is_public, addresses)):
        raise NotPublic(host)
    return addresses


class _ToPublic(HTTPAdapter):
    """Carries a session's questions, one hop at a time."""

    def __init__(self, allowed: frozenset[str]) -> None:
        self.allowed = allowed
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **more: Any) -> None:
        """Called as the adapter is made."""
        super().init_poolmanager(*arguments, **more)
        self.poolmanager.pool_classes_by_scheme = _pools(self.allowed)

    def send(self, request: requests.PreparedRequest, *arguments: Any, **more: Any) -> requests.Response:
        """Behind a proxy that others named it is the proxy who connects: the name is looked up here all the same, where
        this machine knows it."""
        if select_proxy(str(request.url), more.get("proxies")):
            parts = urlsplit(str(request.url))
            with suppress(OSError):
                _looked_up(parts.hostname or "", parts.port, self.allowed)
        return super().send(request, *arguments, **more)


def _pools(allowed: frozenset[str]) -> dict[str, Any]:
    """What connects for each scheme, to addresses that were looked at alone."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _connected(self, super()._new_conn, allowed)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _connected(self, super()._new_conn, allowed)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _connected(asked: HTTPConnection, connect: Callable[[], socket.socket], allowed: frozenset[str]) -> socket.socket:
    """A connection to the first address that answers. The name stays that of the host for all else: what its
    certificate has to say, what the question asks for."""
    name = asked._dns_host
    try:
        addresses = _looked_up(asked.host, asked.port, allowed)
    except socket.gaierror as error:
        raise NameResolutionError(asked.host, asked, error) from error
    try:
        for address in addresses[:-1]:
            with suppress(NewConnectionError):
                asked._dns_host = address
                return connect()
        asked._dns_host = addresses[-1]
        return connect()
    finally:
        asked._dns_host = name
