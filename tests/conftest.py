"""What the tests share: the repository, small corpora made on the spot, the built site and a browser."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, ViewportSize, sync_playwright

from chromium import ARGUMENTS, installed
from portal.content.library import Library, open_library
from portal.plan.ledger import open_registers
from portal.site.site import Settings
from portal.site.site import Site as Portal
from waiting import until
from warm_doors import can_run, run_warm

settings.register_profile("portal", deadline=None)  # a slow machine is no fault of the code
settings.load_profile("portal")

ROOT = Path(__file__).parent.parent
MADE_UP = ROOT / "tests" / "corpora" / "site"
"""The small site of the tests' own, which holds every state; its README says where."""
SECOND = ROOT / "tests" / "corpora" / "tinh-mau"
"""Another province: its own names, plan, bodies and identity."""
PLAN_3112 = ROOT / "tests" / "corpora" / "plan-3112"
"""The plan with its bodies and an owner who has given nothing, as they stood when the tests were written."""
TODAY = date(2026, 11, 23)
EPOCH = str(int(datetime(2026, 11, 23, 5, tzinfo=UTC).timestamp()))
SITE = "https://a.example/sub/"
SMALL_PHONE_HEIGHT = 640
INDEX = {"kind": "page", "date": "", "agency": "", "sources": ""}
STORY = {
    "title": '"Một bài thử của bộ kiểm tra"',
    "description": '"Một mô tả đủ dài để người đọc biết trang này nói về điều gì."',
    "kind": "news",
    "date": "2026-01-15",
    "agency": "co-quan",
    "sources": '[{title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-01-15}]',
}
ENGLISH = {
    "title": '"A story for the tests"',
    "description": '"A description that is long enough to say what this page is about."',
}


def written(fields: dict[str, str], body: str) -> str:
    """A file with this front matter and text; a field that is "" is left out."""
    head = "".join(f"{name}: {value}\n" for name, value in fields.items() if value)
    return f"---\n{head}---\n{body}"


@dataclass(frozen=True)
class Corpus:
    """A small corpus in a folder of its own."""

    root: Path

    def write(self, path: str, text: str | bytes) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def story(self, place: str = "thanh-tuu/2026/bai", body: str = "", **fields: str) -> Path:
        text = body or ("Chữ [1].\n" if {**STORY, **fields}["sources"] else "Chữ.\n")
        return self.write(f"content_vi/{place}.md", written({**STORY, **fields}, text))

    def english(self, place: str = "thanh-tuu/2026/bai", body: str = "", **fields: str) -> Path:
        original = self.root / f"content_vi/{place}.md"
        has_sources = not original.exists() or b"\nsources:" in original.read_bytes()
        text = body or ("Text [1].\n" if has_sources else "Text.\n")
        return self.write(f"content_en/{place}.md", written({**ENGLISH, **fields}, text))


SLOW_FIRST = ("doors", "repository", "pages")
"""Folders whose files take longest: begun first, so that no core waits for another's last file."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow folders first; within a folder the order stays, and with it what a file's tests share."""
    folders = {name: rank for rank, name in enumerate(SLOW_FIRST)}
    items.sort(key=lambda item: folders.get(item.path.parent.name, len(folders)))


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    made = Corpus(tmp_path)
    made.write("data/agencies.yml", '- id: co-quan\n  name: {vi: "Cơ quan", en: "Body"}\n')
    made.write("data/laws.yml", '- id: luat-mot\n  title: {vi: "Luật một", en: "Law one"}\n')
    (tmp_path / "content_vi").mkdir()
    return made


def portal_of(corpus: Corpus, **settings: Any) -> Portal:
    """The site of a small corpus, with these settings."""
    library = open_library(corpus.root, TODAY)
    return Portal(open_registers(library, TODAY), Settings(SITE, **{"repository": "", **settings}), TODAY)


@pytest.fixture
def portal(corpus: Corpus) -> Portal:
    """A few pages and stories, in one language and in both, as the site of one value."""
    corpus.story("index", title='"Trang chủ thử"', **INDEX)
    corpus.story("thanh-tuu/index", title='"Chủ đề thử"', **{**INDEX, "kind": "theme"})
    corpus.story("gioi-thieu/lien-he", title='"Liên hệ thử"', **INDEX)
    corpus.story(title='"Bài hai thứ tiếng"', conventions="[crc]", groups="[children]")
    corpus.english()
    corpus.story("thanh-tuu/2026/chi-viet", title='"Bài chỉ có tiếng Việt"', conventions="[crc]")
    corpus.story("thanh-tuu/2026/khac", title='"Bài về chuyện khác"', date="2026-02-01")
    made = portal_of(corpus)
    assert made.library.problems == ()
    return made


def run(*arguments: str, cwd: Path = ROOT, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run one of the project's doors as a person would, with these settings in its environment."""
    environment = {**os.environ, **settings}
    if cwd != ROOT:  # what a copy compiles nobody needs again
        environment = {**environment, "PYTHONDONTWRITEBYTECODE": "1"}
        environment.pop("PYTHONPYCACHEPREFIX", None)
    if cwd == ROOT and can_run(arguments, environment) and (done := run_warm(arguments, environment)):
        return done
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def kept_paths() -> list[str]:
    """Every file of the project that git keeps."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [path for path in listed.split("\0") if path]


@pytest.fixture(scope="session")
def library() -> Library:
    """The small site of the tests' own."""
    return open_library(MADE_UP, TODAY)


@dataclass(frozen=True)
class Site:
    """The built site: its folder, its pages by address ("" is the home page), and where it is served."""

    folder: Path
    pages: dict[str, str]


def built(root: Path, folder: Path, *options: str) -> Site:
    """The site of a corpus, built by the door people use, its figures counted up to TODAY."""
    build(root, folder, *options)
    return site_in(folder)


def build(root: Path, folder: Path, *options: str) -> None:
    where = ("--root", str(root), "--site", str(folder), "--lang", "en")
    done = run("scripts/build.py", *where, *options, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stdout + done.stderr


def site_in(folder: Path) -> Site:
    """A built site with its pages read."""
    files = {file.parent.relative_to(folder).as_posix(): file for file in folder.rglob("index.html")}
    pages = {"" if path == "." else f"{path}/": file.read_text(encoding="utf-8") for path, file in files.items()}
    return Site(folder, dict(sorted(pages.items())))


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first worker to ask makes for all of them: they only read in it."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    made, failed = folder / "made", folder / "failed"
    try:
        folder.mkdir()
    except FileExistsError:
        until(lambda: made.exists() or failed.exists(), name)
        assert made.exists(), f"the worker that made {name} failed"
        return folder
    try:
        make(folder)
    except BaseException:
        failed.touch()
        raise
    made.touch()
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small site as a draft, built once."""
    folder = made_once(tmp_path_factory, "built", lambda folder: build(MADE_UP, folder / "site"))
    return site_in(folder / "site")


@pytest.fixture(scope="session")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small site on the day its owner has given everything and approved, built once."""

    def make(folder: Path) -> None:
        shutil.copytree(MADE_UP, folder / "corpus")
        shutil.copy(MADE_UP.parent / "owner-approved.yml", folder / "corpus/data/owner.yml")
        build(folder / "corpus", folder / "site")

    return site_in(made_once(tmp_path_factory, "approved", make) / "site")


def bring_house(root: Path) -> None:
    """The portal without content, for a test to fill and to break."""
    for part in ("scripts", "overrides", "docs"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__", "hinh"))
    shutil.copy(ROOT / "mkdocs.yml", root)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with the small site as its content."""
    bring_house(tmp_path)
    shutil.copytree(MADE_UP, tmp_path, dirs_exist_ok=True)
    return tmp_path


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def handle(self) -> None:
        """A browser that has seen enough hangs up; that is nothing to report."""
        with contextlib.suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """A page just built would be taken from the browser's own store for a while, whatever the worker does."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for addresses that lead nowhere, as a real server would be told to show."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder on this machine and gives its address."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        handler = functools.partial(_Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def base(site: Site, serve: Callable[[Path], str]) -> str:
    """Where the small site is served for one module's tests."""
    return serve(site.folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    path = installed()
    assert path, "no Chromium: run make test, which installs one"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def phones(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Small phones, with or without a script, each forgotten at the test's end."""
    made: list[BrowserContext] = []

    def take(script: bool = True, width: int = 320) -> BrowserContext:
        size: ViewportSize = {"width": width, "height": SMALL_PHONE_HEIGHT}
        made.append(browser.new_context(viewport=size, service_workers="block", java_script_enabled=script))
        return made[-1]

    yield take
    for context in made:
        context.close()
