"""Takes the pictures of the editors' guide anew: the form, the tool, the preview, the comment, each as people see it.

Writes the guide's example of a news story into each, in a real browser, against a stand-in for GitHub.
"""

import argparse
import io
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any, Final

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from chromium import ARGUMENTS, installed
from conftest import bring_house
from editing_tool_back_end import GitHub
from editors_desk import REPOSITORY, ROOT, built, copied, door
from form_filling import PHONE, control, fill, opened
from guide_examples import as_typed, examples
from gzip_server import served
from portal.reading.markdown.markup import convert
from tool_filling import signed_in, written_in

STORY: Final = "content_vi/thanh-tuu/2026/vi-du-tin.md"
OUT: Final = ROOT / "huong-dan/hinh"
DESK: Final[dict[str, Any]] = {"viewport": {"width": 1280, "height": 900}}
SHARP: Final = 1.5
"""Pixels of a picture for one of a phone's: enough to read, and light."""
MISTAKES: Final = {
    "agency: ubnd-tinh": "agency: Sở Giáo dục và Đào tạo",
    "accessed: 2026-11-22": "accessed: 2026-11-31",
    "biết đọc, biết viết": "biết\u200b đọc, biết viết",
}
"""What is wrong in the story whose comment and preview are shown."""
PAPER: Final = """<!doctype html><html lang="vi"><meta charset="utf-8"><style>
body {{ margin: 0; padding: 16px; background: #fff; color: #1f2328; font: 14px/1.5 sans-serif; }}
article {{ border: 1px solid #d1d9e0; border-radius: 6px; }} header {{ padding: 8px 16px; background: #f6f8fa;
border-bottom: 1px solid #d1d9e0; color: #59636e; }} main {{ padding: 4px 16px 12px; }} a {{ color: #0969da; }}
h2 {{ font-size: 1.4em; border-bottom: 1px solid #d1d9e0; padding-bottom: .3em; }} code {{ background: #eff1f3;
padding: 0 4px; border-radius: 4px; }} li {{ margin: 3px 0; }}</style>
<article><header>github-actions · {said}</header><main>{body}</main></article>"""


def main(arguments: list[str] | None = None) -> int:
    """0 with every picture written anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, help="a site built with a repository and the tool; made where left out")
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the pictures")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        room = Path(folder)
        site = options.site or built(copied(room / "desk"), room / "site")
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        for name, picture in taken(browser, site, room):
            (options.out / f"{name}.webp").write_bytes(as_webp(picture))
            print(name)
        browser.close()
    return 0


def taken(browser: Browser, site: Path, room: Path) -> Iterator[tuple[str, bytes]]:
    """Every picture of the guide by its name, as PNG."""
    with served(site) as server:
        yield from of_the_form_on_a_phone(browser, server.base())
        yield "dien-bai", of_the_form_at_a_desk(browser, server.base())
        yield "cong-cu", of_the_tool(browser, server.base())
    corpus = copied(room / "broken")
    (corpus / STORY).write_text(with_mistakes(), encoding="utf-8")
    yield "loi-nhan", of_the_comment(browser, corpus)
    yield "xem-thu", of_the_preview(browser, room / "project", corpus)


def as_webp(png: bytes) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        picture.convert("RGB").save(out, "WEBP", quality=72, method=6)
    return out.getvalue()


def with_mistakes() -> str:
    """The example as somebody might send it in."""
    text = examples()[STORY]
    for right, wrong in MISTAKES.items():
        assert right in text, right
        text = text.replace(right, wrong, 1)
    return text


def of_the_form_on_a_phone(browser: Browser, base: str) -> Iterator[tuple[str, bytes]]:
    page = browser.new_context(**PHONE, device_scale_factor=SHARP, service_workers="block").new_page()
    page.goto(f"{base}viet-bai/")
    page.wait_for_load_state("networkidle")
    page.locator("h1").evaluate("one => one.scrollIntoView()")
    yield "chon-loai", page.screenshot()
    opened(page, base, "news")
    fill(page, "title", "Lớp học")
    fill(page, "sources", [{"title": "Báo cáo", "url": "www.example.org"}])
    page.locator("#o-bai-viet").fill("Tỷ lệ là 92.86 % (1).")
    page.locator(".left summary").click()
    page.locator(".left").evaluate("one => window.scrollTo(0, one.getBoundingClientRect().top + scrollY - 90)")
    yield "cho-sai", page.screenshot()
    page.reload()
    written(page, base)
    page.locator("[aria-labelledby=buoc-5]").evaluate(
        "one => window.scrollTo(0, one.getBoundingClientRect().top + scrollY - 20)"
    )
    yield "gui-bai", page.screenshot()
    page.context.close()


def written(page: Page, base: str) -> None:
    """The guide's example written into the form."""
    fields, text = as_typed(STORY)
    opened(page, base, fields.pop("kind"))
    control(page, "section").select_option(STORY.split("/")[1])
    for name, value in fields.items():
        fill(page, name, value)
    page.locator("#o-bai-viet").fill(text)
    page.wait_for_timeout(800)  # until the page beside the text is drawn


def of_the_form_at_a_desk(browser: Browser, base: str) -> bytes:
    page = browser.new_context(**DESK, service_workers="block").new_page()
    written(page, base)
    page.locator("#o-bai-viet").evaluate("one => window.scrollTo(0, one.getBoundingClientRect().top + scrollY - 260)")
    png = page.screenshot()
    page.context.close()
    return png


def of_the_tool(browser: Browser, base: str) -> bytes:
    fields, _ = as_typed(STORY)
    owner = REPOSITORY.removeprefix("https://github.com/")
    page = signed_in(browser, f"{base}quan-tri/", GitHub(owner, {"main": {}}), [])
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{base}quan-tri/#/collections/thanh-tuu-news/new")
    for name in ("title", "description", "date"):
        written_in(page, name, fields[name])
    page.locator('[data-key-path="title"]').first.scroll_into_view_if_needed()
    page.wait_for_timeout(800)
    png = page.screenshot()
    page.context.close()
    return png


def of_the_comment(browser: Browser, corpus: Path) -> bytes:
    where = ("--repository", REPOSITORY, "--commit", "0" * 40, "--branch", "vi-du", "--run", f"{REPOSITORY}/actions")
    said = door("check", "--root", str(corpus), "--format", "markdown", *where).stdout
    page = browser.new_context(viewport={"width": 860, "height": 400}).new_page()
    page.set_content(PAPER.format(said=escape("lời nhắn dưới yêu cầu kéo"), body=convert(said)))
    png = page.screenshot(full_page=True)
    page.context.close()
    return png


@contextmanager
def previewed(project: Path) -> Iterator[str]:
    """The address of a preview of a project, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    with (project / "serve.log").open("wb") as log:
        command = [sys.executable, "scripts/serve.py", "--port", str(port)]
        process = subprocess.Popen(command, cwd=project, stdout=log, stderr=log)
    try:
        for _ in range(600):
            with socket.socket() as asked:
                if not asked.connect_ex(("127.0.0.1", port)):
                    break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(60)


def of_the_preview(browser: Browser, project: Path, corpus: Path) -> bytes:
    bring_house(project)
    for part in ("content_vi", "content_en", "data"):
        shutil.copytree(corpus / part, project / part)
    shutil.copytree(corpus / "docs/hinh", project / "docs/hinh")
    page = browser.new_context(viewport={"width": 1000, "height": 720}, service_workers="block").new_page()
    with previewed(project) as address:
        page.goto(address + STORY.removeprefix("content_vi/").removesuffix(".md") + "/")
        expect(page.locator("#xem-thu details[open] code").first).to_be_visible(timeout=120_000)
        page.wait_for_timeout(800)
        png = page.screenshot()
    page.context.close()
    return png


if __name__ == "__main__":
    sys.exit(main())
