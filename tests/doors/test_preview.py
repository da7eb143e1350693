"""The preview follows what is written, and remembers nothing of the run before."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

STORY = "content_vi/thanh-tuu/2026/so-lieu-mau.md"
ADDRESS = "thanh-tuu/2026/so-lieu-mau/"


@pytest.fixture
def preview(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "-a", f"127.0.0.1:{port}"]
    with (project / "serve.log").open("w") as log:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        server = subprocess.Popen(command, cwd=project, stdout=log, stderr=log, env=environment)
        yield f"http://127.0.0.1:{port}/"
        server.terminate()
        server.wait(10)


def text_of(url: str) -> str:
    """What the preview answers; "" while it does not, or has no such page."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def until(true: Callable[[], bool], seconds: float = 90) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.3)
    return False


def test_a_changed_a_new_and_a_deleted_page_are_followed_and_no_list_remembers_the_deleted_one(
    project: Path, preview: str
) -> None:
    assert until(lambda: ADDRESS in text_of(preview + "sitemap.xml"))
    story = project / STORY
    story.write_text(story.read_text("utf-8") + "\nMột câu vừa thêm.\n", encoding="utf-8")
    assert until(lambda: "Một câu vừa thêm." in text_of(preview + ADDRESS))
    twin = story.with_name("bai-vua-them.md")
    twin.write_text(story.read_text("utf-8").replace("title: ", "title: Mới, ", 1), encoding="utf-8")
    assert until(lambda: "bai-vua-them/" in text_of(preview + "tin.json"))
    twin.unlink()
    assert until(lambda: "bai-vua-them/" not in text_of(preview + "tin.json"))
    for place in ("sitemap.xml", "thanh-tuu/", "du-lieu/trang.json", "en/tin.xml"):
        assert "bai-vua-them" not in text_of(preview + place)
        assert text_of(preview + place)
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(preview + "thanh-tuu/2026/bai-vua-them/", timeout=30)
