"""Looks whether the portal's sources still stand where it says; politely, and never as a reason to stop a change."""

import doorway.stopped  # noqa: F401, I001 – first: a stop by hand is no fault from here on
import argparse
import contextlib
import json
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import requests
from rich.progress import track

from door import parser_of, refused, run, today
from portal.content.desk.sources import Look, OutsideLink, by_host, malformed, outside_links, report
from portal.content.library import is_corpus, read_library
from portal.language.words import words
from doorway.drawing import Drawing
from doorway.asking import NotPublic, asking
from doorway.placing.put import NotPut, put_file

AGENT = "human-rights-portal-links"
ERRAND = "looks weekly whether cited sources are there"
HOSTS_AT_ONCE = 6
MOST_BYTES = 64 * 1024  # enough to know that a page is there
CACHE = Path(".cache/links.json")


def main(arguments: list[str] | None = None, allowed: frozenset[str] = frozenset()) -> int:
    """0 whatever other sites do, 1 when an address of the portal is malformed, 2 when called wrongly. The hosts
    `allowed` are asked wherever they are: no setting from outside says so."""
    options = _options(arguments)
    options.allowed = allowed
    text = words(options.lang)
    if not is_corpus(options.root):
        return refused(text.say("check.no_content", root=options.root))
    library = read_library(options.root, today())
    links = outside_links(library)
    looks = {link: Look("malformed", text.say(f"links.forms.{why}")) for link in links if (why := malformed(link))}
    broken = bool(looks)
    if not options.offline:
        agent = library.data.portal.agent if library.data.portal else AGENT
        looks |= _look_at([link for link in links if link not in looks], f"{agent} ({ERRAND})", options)
    looks = {link: looks[link] for link in links if link in looks}
    written = report(looks, options.as_of, text)
    if options.out:
        try:
            put_file(options.out, written.encode())
        except NotPut as why:
            return refused(why.said(text), 1)
    print(written, end="")
    return 1 if broken else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("sources.py", __doc__, "root", "as-of", "lang")
    parser.add_argument("--offline", action="store_true", help="judge the form of addresses only; ask nobody")
    parser.add_argument("--out", type=Path, help="file to write the report into as well")
    parser.add_argument("--timeout", type=float, default=20.0, help="seconds to wait for an answer")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between two questions to one host")
    parser.add_argument("--fresh-days", type=int, default=6, help="days for which a good answer is not asked again")
    parser.add_argument("--cache", type=Path, default=CACHE, help="file that remembers good answers")
    return parser.parse_args(arguments)


def _look_at(links: list[OutsideLink], agent: str, options: argparse.Namespace) -> dict[OutsideLink, Look]:
    """One question at a time to a host, some hosts at once; what was there lately is not asked again."""
    known = _remembered(options)
    asked = by_host(link for link in links if link.url not in known)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        answers = pool.map(lambda some: list(_ask_host(some, agent, options)), asked.values())
        said = words(options.lang).say("links.asking")
        done = track(answers, total=len(asked), description=said, transient=True, console=Drawing())
        found = {link: look for answer in done for link, look in answer}
    _remember({link.url for link, look in found.items() if look.state == "ok"}, options)
    return found | {link: Look("ok") for link in links if link.url in known}


def _ask_host(links: list[OutsideLink], agent: str, options: argparse.Namespace) -> Iterator[tuple[OutsideLink, Look]]:
    with asking(agent, options.allowed) as session:
        for number, link in enumerate(links):
            if number:
                time.sleep(options.pause)
            yield link, _ask(session, link.url, options.timeout)


def _ask(session: requests.Session, url: str, timeout: float) -> Look:
    try:
        with session.get(url, timeout=timeout, stream=True) as answer:
            return _read(answer, time.monotonic() + timeout)
    except requests.exceptions.SSLError:
        return Look("insecure")
    except requests.exceptions.Timeout:
        return Look("slow")
    except NotPublic:
        return Look("inside")
    except (requests.exceptions.RequestException, ValueError) as error:  # urllib3 lets "a..vn" through as its own
        return Look("unreachable", type(error).__name__)


def _read(answer: requests.Response, until: float) -> Look:
    """The first of the page, so that one that never ends is not waited for."""
    status, size = answer.status_code, 0
    for part in answer.iter_content(4096):
        size += len(part)
        if size >= MOST_BYTES:
            break
        if time.monotonic() > until:
            return Look("slow")
    if status in (404, 410):
        return Look("gone", str(status))
    if status >= 500:
        return Look("failing", str(status))
    if status >= 400:
        return Look("refused", str(status))
    return Look("moved", answer.url) if any(step.status_code in (301, 308) for step in answer.history) else Look("ok")


def _remembered(options: argparse.Namespace) -> frozenset[str]:
    """Addresses found there in the last days."""
    since = (options.as_of - timedelta(days=options.fresh_days)).isoformat()
    return frozenset(url for url, day in _cache(options.cache).items() if day >= since)


def _remember(urls: set[str], options: argparse.Namespace) -> None:
    kept = {**_cache(options.cache), **dict.fromkeys(urls, options.as_of.isoformat())}
    with contextlib.suppress(NotPut):  # what cannot be remembered is asked again
        put_file(options.cache, json.dumps(kept, indent=0, sort_keys=True).encode())


def _cache(file: Path) -> Mapping[str, str]:
    """What the file remembers; one that cannot be read remembers nothing."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


if __name__ == "__main__":
    sys.exit(run(main))
