"""One gate: what a later step would refuse, check has told; what check lets pass, a later step takes.

Every small input of the table is checked alone. Those that check says nothing of are then built together, by the door
people use, and every link inside the site is followed: the build and the links may find nothing more."""

import shutil
import subprocess
from pathlib import Path

import pytest

from check import main as check
from conftest import EPOCH, MADE_UP, ROOT, STORY, Corpus, run, written
from makers import drawn_png

PDF = b"%PDF-1.4\n%%EOF\n"
LINKS = {
    "one-page": "[a](../../index.md) [1]",
    "one-anchor": "[a](../../gioi-thieu/lien-he.md#khong-co) [1]",
    "a-space": "[a](<qd so 12.docx>) [1]",
    "a-space-written": "[a](qd%20so%2012.docx) [1]",
    "missing-page": "[a](khong-co.md) [1]",
    "missing-pdf": "[a](../../tai-lieu/khong-co.pdf) [1]",
    "pdf": "[a](../../tai-lieu/co.pdf) [1]",
    "pdf-page": "[a](../../tai-lieu/co.pdf#page=2) [1]",
    "pdf-anchor": "[a](../../tai-lieu/co.pdf#muc) [1]",
    "slash": "[a](../../index.md/) [1]",
    "folder": "[a](../) [1]",
    "folder-of-section": "[a](../../su-kien/) [1]",
    "built-address": "[a](../../su-kien/index.html) [1]",
    "query": "[a](../../index.md?x=1) [1]",
    "empty-anchor": "[a](../../index.md#) [1]",
    "top": "[a](#) [1]",
    "capital": "[a](../../Index.md) [1]",
    "twice-slash": "[a](..//../index.md) [1]",
    "percent": "[a](../../index%2Emd) [1]",
    "percent-anchor": "## Lao động\n\n[a](#lao-%C4%91%E1%BB%99ng) [1]",
    "own-anchor": "## Lao động\n\n[a](#lao-dong) [1]",
    "source": "[a](#nguon-1) [1]",
    "source-not-there": "[a](#nguon-2) [1]",
    "source-elsewhere": "[a](../../su-kien/2026/tap-huan-mau.md#nguon-1) [1]",
    "source-of-a-page-without": "[a](../../gioi-thieu/lien-he.md#nguon-1) [1]",
    "frame-anchor": "[a](../../gioi-thieu/lien-he.md#noi-dung) [1]",
    "list": "[a](../../danh-sach/nam/2026.md) [1]",
    "list-second-page": "[a](../../danh-sach/nam/2026/2.md) [1]",
    "list-that-is-not": "[a](../../danh-sach/nam/1999.md) [1]",
    "list-page-that-is-not": "[a](../../danh-sach/nam/2026/99.md) [1]",
    "list-anchor": "[a](../../danh-sach/nam/2026.md#noi-dung) [1]",
    "lists": "[a](../../danh-sach/index.md) [1]",
    "body": "[a](../../ke-hoach/co-quan/so-mau.md) [1]",
    "body-that-is-not": "[a](../../ke-hoach/co-quan/khong-co.md) [1]",
    "body-anchor": "[a](../../ke-hoach/co-quan/so-mau.md#san-pham) [1]",
    "bodies": "[a](../../ke-hoach/co-quan.md) [1]",
    "feed": "[a](../../tin.xml) [1]",
    "open-data": "[a](../../du-lieu/chi-tieu.csv) [1]",
    "english-by-path": "[a](../../../content_en/index.md) [1]",
    "english-by-address": "[a](../../en/index.md) [1]",
    "english-alone": "[a](chi-tieng-anh.md) [1]",
    "www": "[a](www.example.org) [1]",
    "reference": "[a][b] [1]\n\n[b]: ../../khong-co.md",
    "picture": "![một hình](../../hinh/co.png) [1]",
    "picture-undeclared": "![một hình](../../hinh/co.png) [1]",
    "picture-linked": "[một hình](../../hinh/co.png) [1]",
    "picture-elsewhere": "![một hình](../../tai-lieu/mau.pdf) [1]",
    "picture-missing": "![một hình](../../hinh/khong-co.png) [1]",
    "picture-beside": "![một hình](co.png) [1]",
    "mark-zero": "Chữ [01].",
    "mark-twice": "Chữ [1][2].",
    "mark-round": "Theo nguồn (1).",
    "mark-note": "Chữ[^1].\n\n[^1]: Nguồn.",
    "mark-none": "Một đoạn không dẫn nguồn.",
    "mark-in-code": "Chữ `[1]`.",
    "mark-beyond": "Chữ [2].",
}
"""A text each, of a story of the small site that stands in a folder of a year."""
TOLD_OF = frozenset(LINKS) - {
    "one-page", "pdf", "pdf-page", "query", "empty-anchor", "own-anchor", "source", "source-elsewhere", "list",
    "lists", "body", "bodies", "picture", "top", "twice-slash", "slash",
}  # fmt: skip


def with_texts(corpus: Corpus, texts: dict[str, str]) -> Corpus:
    """The small site, with a story for each of these texts, and what they lead to."""
    shutil.copytree(MADE_UP, corpus.root, dirs_exist_ok=True)
    corpus.write("docs/tai-lieu/co.pdf", PDF)
    corpus.write("docs/hinh/co.png", drawn_png())
    english = {**_fields("chi-tieng-anh"), "description": '"A sample page: a story to try a link or a file with."'}
    corpus.write("content_en/thanh-tuu/2026/chi-tieng-anh.md", written(english, "Text [1].\n"))
    for name, text in texts.items():
        corpus.story(f"thanh-tuu/2026/{name}", body=f"{text}\n", **_fields(name))
    return corpus


def _fields(name: str) -> dict[str, str]:
    entry = {"pictures": "[{file: co.png, maker: A, licence: portal, people: nobody}]"} if name == "picture" else {}
    about = '"Trang mẫu: một bài để thử một liên kết, một dấu nguồn hay một tệp."'
    return {**STORY, "title": f'"Bài thử {name}"', "description": about, "agency": "so-mau", **entry}


def told_files(root: Path, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The files check names."""
    check(["--root", str(root), "--lang", "en"])
    return {line.split(":")[0] for line in capsys.readouterr().out.splitlines()}


def links_of(site: Path) -> subprocess.CompletedProcess[str]:
    """Every link inside a built site, followed by the target that people use."""
    command = ["make", "--no-print-directory", "links", f"SITE={site}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_what_check_tells_of_a_text_is_what_it_should(corpus: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    told = told_files(with_texts(corpus, LINKS).root, capsys)
    assert {Path(path).stem for path in told} == TOLD_OF


def test_no_later_gate_is_ever_first(corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = with_texts(corpus, LINKS).root
    for path in told_files(root, capsys):
        (root / path).unlink()
    site = tmp_path / "built"
    done = run("scripts/build.py", "--root", str(root), "--site", str(site), "--lang", "en", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stdout + done.stderr
    links = links_of(site)
    assert links.returncode == 0, links.stdout[-2000:]


PUBLICATION = {
    "kind": "publication",
    "product": "{formats: [leaflet], channels: [print], languages: [vi], audiences: [everyone]}",
}


@pytest.mark.parametrize(
    ("path", "is_told"),
    [
        ("tai-lieu/co.pdf", False),
        ("tai-lieu/khong-co.pdf", True),
        ("tai-lieu/../tai-lieu/co.pdf", True),
        ("/tai-lieu/co.pdf", True),
        ("docs/tai-lieu/co.pdf", True),
        ("../docs/tai-lieu/co.pdf", True),
        ("tai-lieu/CO.pdf", True),
        ("tai-lieu", True),
        ("tai-lieu/co.pdf/", True),
        ("https://example.org/co.pdf", True),
    ],
)
def test_a_file_a_publication_offers_is_there_or_told(
    corpus: Corpus, capsys: pytest.CaptureFixture[str], path: str, is_told: bool
) -> None:
    corpus.write("docs/tai-lieu/co.pdf", PDF)
    corpus.story("an-pham/2026/to-roi", files=f'[{{path: "{path}", lang: vi}}]', **PUBLICATION)
    told = told_files(corpus.root, capsys)
    assert told == ({"content_vi/an-pham/2026/to-roi.md"} if is_told else set())


@pytest.mark.parametrize(
    "path",
    [
        "docs/bai.md",
        "docs/bao-cao.docx",
        "docs/bang.XLSX",
        "docs/du-lieu/bang.csv",
        "content_vi/thanh-tuu/2026/anh.JPG",
        "content_en/thanh-tuu/2026/anh.png",
        "content_vi/van-ban.docx",
        "content_vi/to-roi.pdf",
        "content_vi/thanh-tuu/2026/bai.md.txt",
        "content_vi/thanh-tuu/2026/bai.MD",
        "content_vi/thanh-tuu/2026/bang.csv",
        "data/products/2026.xlsx",
        "data/ghi-chu.txt",
        "data/anh.jpg",
    ],
)
def test_a_file_that_nobody_reads_is_told_by_its_own_name(
    corpus: Corpus, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    corpus.write(path, b"\xff\xd8\xff\x00")
    assert told_files(corpus.root, capsys) == {path}


@pytest.mark.parametrize("folder", ["content", "Content_VI", "content-vi", "noi-dung", "content_la"])
def test_a_folder_of_pages_that_nobody_reads_is_told(
    corpus: Corpus, capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    corpus.write(f"{folder}/thanh-tuu/2026/bai.md", "Chữ.\n")
    assert told_files(corpus.root, capsys) == {folder}


@pytest.mark.parametrize("path", ["content_vi/anh.jpg", "content_vi/van-ban.docx", "content_vi/to-roi.pdf"])
def test_a_picture_or_an_office_file_beside_a_text_is_one_mistake_and_one_sentence(
    corpus: Corpus, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    corpus.write(path, b"\xff\xd8\xff\x00")
    check(["--root", str(corpus.root), "--lang", "en"])
    (line,) = capsys.readouterr().out.splitlines()
    assert "docs/" in line
