"""The site itself as a copy, asked file by file at its address; and a list fetched from one."""

import hashlib
from typing import Final
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import requests

from doorway.asking import NotPublic, asking
from doorway.copies import MOST_BYTES, MOST_OF_A_LIST, PART, NoCopy
from portal.site.files.manifest import NOT_THERE, FoundFile

AGENT: Final = "human-rights-portal-verify"
SECONDS: Final = 20  # to wait for an answer, and for each part of it


def is_address(where: str) -> bool:
    """Whether something is asked for on the web."""
    return where.lower().startswith(("http://", "https://"))


class Served:
    """The site itself, asked file by file. What else it may serve nobody can say."""

    def __init__(self, url: str) -> None:
        try:
            parts = urlsplit(url)
            path = parts.path.removesuffix("index.html")
            self.base = urlunsplit((parts.scheme, parts.netloc, path.rstrip("/") + "/", "", ""))
            known = bool(parts.hostname)
        except ValueError:
            known = False
        if not known:
            raise NoCopy(url, "no_address")
        self.where, self.asking = self.base, _asking(url)

    def names(self) -> None:
        return None

    def small(self, name: str) -> bytes | None:
        return fetched(urljoin(self.base, name), self.asking)

    def found(self, name: str) -> FoundFile:
        try:
            with self.asking.get(self.base + quote(name), timeout=SECONDS, stream=True) as answer:
                if answer.status_code in (404, 410):
                    return NOT_THERE
                if answer.status_code != 200:
                    return FoundFile(why="refused")
                sent, most = hashlib.sha256(), MOST_BYTES
                for part in answer.iter_content(PART):
                    sent.update(part)
                    most -= len(part)
                    if most < 0:
                        return FoundFile(why="too_large")
                return FoundFile(sent.hexdigest())
        except (requests.exceptions.RequestException, ValueError):
            return FoundFile(why="unreachable")


def _asking(url: str) -> requests.Session:
    """Whoever names an address may name one of their own network; where its server leads on to nobody named."""
    return asking(AGENT, {urlsplit(url).hostname or ""})


def fetched(url: str, session: requests.Session | None = None) -> bytes | None:
    """A list from an address; None where it says that there is none. Raises NoCopy where nobody answers so."""
    try:
        with (session or _asking(url)).get(url, timeout=SECONDS, stream=True) as answer:
            if answer.status_code in (404, 410):
                return None
            if answer.status_code != 200:
                raise NoCopy(url, "refused", answer.status_code)
            read = b""
            for part in answer.iter_content(PART):
                read += part
                if len(read) > MOST_OF_A_LIST:
                    raise NoCopy(url, "large_list")
            return read
    except NotPublic as error:
        raise NoCopy(url, "inside") from error
    except (requests.exceptions.RequestException, ValueError) as error:
        raise NoCopy(url, "unreachable", type(error).__name__) from error
