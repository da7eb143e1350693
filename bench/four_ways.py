"""From nothing to a merged story in each of the four ways the guide shows, driven and timed; what people do is counted.

The guide's example of a news story is written with the form, on GitHub, in the editing tool and on a computer. What
each way gives is sent in on a branch, checked, and merged. A machine types at once, so its seconds are what people wait
for, not what they need; GitHub's own pages cannot be driven here: what is done on them is counted from the guide.
"""

import argparse
import io
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, expect, sync_playwright

from chromium import ARGUMENTS, installed
from editing_tool_back_end import GitHub
from editors_desk import REPOSITORY, ROOT, built, copied, door
from form_filling import PHONE, control, fill, opened
from guide_examples import GUIDE, as_typed, examples
from gzip_server import served
from tool_filling import field, signed_in, written_in

STORY: Final = "content_vi/thanh-tuu/2026/vi-du-tin.md"
FIELDS, TEXT = as_typed(STORY)
HEAD: Final = "| way | written, s | merged, s | clicks | fields | commands | steps on GitHub |\n" + "| --- " * 7 + "|"
COUNT: Final = """
for (const kind of ["click", "change"])
  addEventListener(kind, (event) => {
    if (!event.isTrusted && kind === "click") return;
    const now = Number(sessionStorage.getItem(kind) ?? 0);
    sessionStorage.setItem(kind, String(now + 1));
  }, true);
"""
"""Counts in a page what is clicked and which fields are filled in; over its reloads too."""


@dataclass(frozen=True)
class Way:
    """What a way took: seconds of machine time until the files are there and until they are merged, controls clicked,
    fields filled in, commands given, and steps on GitHub's own pages, which were not driven."""

    name: str
    written: float
    merged: float
    clicks: int = 0
    fields: int = 0
    commands: int = 0
    on_github: int = 0

    def row(self) -> str:
        cells = (self.name, f"{self.written:.1f}", f"{self.merged:.1f}", self.clicks, self.fields, self.commands)
        return f"| {' | '.join(map(str, cells))} | {self.on_github} |"


def main(arguments: list[str] | None = None) -> int:
    """0 with a story merged in each of the four ways."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, help="a site built with a repository and the tool; made where left out")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        room = Path(folder)
        site = options.site or built(copied(room / "desk"), room / "site")
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        with served(site) as server:
            ways: Mapping[str, Callable[[], tuple[dict[str, str], Counted]]] = {
                "form": lambda: by_form(browser, server.base()),
                "github": by_github,
                "tool": lambda: by_tool(browser, server.base()),
                "computer": lambda: by_computer(room / "own"),
            }
            print(HEAD)
            for name, way in ways.items():
                print(measured(name, way, room / name).row(), flush=True)
        browser.close()
    return 0


@dataclass(frozen=True)
class Counted:
    """What somebody did on a way."""

    clicks: int = 0
    fields: int = 0
    commands: int = 0
    on_github: int = 0


def measured(name: str, way: Callable[[], tuple[dict[str, str], Counted]], repository: Path) -> Way:
    begun_at(copied(repository))
    start = time.monotonic()
    files, did = way()
    written = time.monotonic() - start
    merge(repository, files)
    return Way(name, written, time.monotonic() - start, did.clicks, did.fields, did.commands, did.on_github)


def git(repository: Path, *words: str) -> None:
    who = ("-c", "user.name=thu", "-c", "user.email=thu@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(repository), *who, *words], check=True, capture_output=True)


def begun_at(repository: Path) -> None:
    """Our content as a repository whose first commit is before the story."""
    git(repository, "init", "-q", "-b", "main")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "Before")


def merge(repository: Path, files: Mapping[str, str]) -> None:
    """Send the files in on a branch, check them, merge them, check again. Raises RuntimeError for what is refused."""
    git(repository, "switch", "-qc", "vi-du")
    for path, text in files.items():
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_text(text, encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "A story")
    for branch in ("vi-du", "main"):
        git(repository, "switch", "-q", branch)
        if branch == "main":
            git(repository, "merge", "-q", "--no-ff", "-m", "Merged", "vi-du")
        done = door("check", "--root", str(repository))
        if done.returncode:
            raise RuntimeError(done.stdout)


def counted(page: Page) -> Counted:
    clicks, fields = (int(page.evaluate(f"sessionStorage.getItem('{kind}') ?? 0")) for kind in ("click", "change"))
    return Counted(clicks, fields)


def steps_on_github(page: str, heading: str) -> int:
    """The numbered steps the guide asks for under a heading."""
    section = (GUIDE / page).read_text("utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    return len(re.findall(r"^\d+\. ", section, re.M))


def by_form(browser: Browser, base: str) -> tuple[dict[str, str], Counted]:
    """On a phone; both files taken as a ZIP."""
    context = browser.new_context(**PHONE, accept_downloads=True, service_workers="block")
    context.add_init_script(COUNT)
    page = context.new_page()
    opened(page, base, FIELDS["kind"])
    control(page, "section").select_option(STORY.split("/")[1])
    for name in (one for one in FIELDS if one != "kind"):
        fill(page, name, FIELDS[name])
    page.locator("#o-bai-viet").fill(TEXT)
    with page.expect_download() as download:
        page.locator(".handing .more-results").click()
    packed = zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes()))
    did = counted(page)
    context.close()
    files = {name: packed.read(name).decode() for name in packed.namelist()}
    return files, Counted(did.clicks, did.fields, on_github=3)  # Commit changes, Propose changes, Create pull request


def by_github() -> tuple[dict[str, str], Counted]:
    """The example copied into GitHub's page for a new file: nothing of it can be driven here."""
    return {STORY: examples()[STORY]}, Counted(on_github=steps_on_github("03-github.md", "Bài mới"))


def by_tool(browser: Browser, base: str) -> tuple[dict[str, str], Counted]:
    """With a token, in Vietnamese; the draft is taken from the stand-in's branch."""
    github = GitHub(REPOSITORY.removeprefix("https://github.com/"), {"main": {}})
    page = signed_in(browser, f"{base}quan-tri/", github, [])
    page.evaluate(COUNT)
    page.goto(f"{base}quan-tri/#/collections/thanh-tuu-news/new")
    for name in ("title", "description", "date"):
        written_in(page, name, FIELDS[name])
    choose_body(page)
    field(page, "sources").get_by_role("button", name="Thêm").click()
    for name in ("title", "publisher", "url", "accessed"):
        written_in(page, f"sources.0.{name}", FIELDS["sources"][0][name])
    text = field(page, "body").locator("[contenteditable=true]")
    text.click()
    page.keyboard.type(TEXT.split("\n")[0])
    page.get_by_role("button", name="Lưu").first.click()
    expect(page.get_by_text("Gửi duyệt").first).to_be_visible(timeout=20_000)
    did = counted(page)
    page.context.close()
    return github.branches[github.pulls[0]["branch"]], Counted(did.clicks, did.fields, on_github=0)


def choose_body(page: Page) -> None:
    """The first body of the list, which opens."""
    field(page, "agency").get_by_role("combobox").first.click()
    page.get_by_role("option").first.click()


def by_computer(folder: Path) -> tuple[dict[str, str], Counted]:
    """`new`, the example written into the file, `check`; then git's three commands, which merging does."""
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "content_vi").mkdir()
    asked = ("--kind", "Tin", "--section", "thanh-tuu", "--title", FIELDS["title"], "--name", Path(STORY).stem)
    done = door("new", "--root", str(folder), *asked, "--agency", "ubnd-tinh", "--day", FIELDS["date"])
    if done.returncode:
        raise RuntimeError(done.stderr)
    (folder / STORY).write_text(examples()[STORY], encoding="utf-8")
    return {STORY: (folder / STORY).read_text("utf-8")}, Counted(commands=7, on_github=1)


if __name__ == "__main__":
    sys.exit(main())
