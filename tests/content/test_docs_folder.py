"""What docs/ may hold: everything in it is published."""

import os
from pathlib import Path

import pytest

from conftest import MADE_UP, ROOT, TODAY, Corpus, Site, run
from portal.content.library import open_library
from portal.content.rules.house.docs_folder import published_problems

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def told(corpus: Corpus) -> list[tuple[str, str]]:
    return [(p.path, p.code) for p in open_library(corpus.root, TODAY).problems]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("docs/hinh.png", PNG),
        ("docs/tai-lieu/2026/to-roi.pdf", b"%PDF-1.7\n"),
        ("docs/hinh.jpg", b"\xff\xd8\xff\xe0"),
        ("docs/hinh.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 "),
        ("docs/hinh.avif", b"\x00\x00\x00\x20ftypavif"),
        ("docs/chu.woff2", b"wOF2\x00"),
        ("docs/so-lieu.csv", "tên,số\na,1\n".encode()),
        ("docs/assets/pannellum.js", b"export {}\n"),
        ("docs/styles/tokens.css", b"p {}\n"),
        ("docs/scripts/search/fold.js", b"export {}\n"),
        ("docs/scripts/tsconfig.json", b"{}\n"),
        ("docs/scripts/worker/built.d.ts", b"declare const X: number\n"),
        (
            "docs/hinh.svg",
            SVG.format('<title>x</title><path id="a" d="M0 0h9"/><use href="#a" fill="url(#b)"/>').encode(),
        ),
        ("docs/hinh2.svg", b'<?xml version="1.0" encoding="UTF-8"?>\n<!-- x -->\n' + SVG.format("<g/>").encode()),
    ],
)
def test_what_belongs_to_no_language_may_stand_there(corpus: Corpus, path: str, data: bytes) -> None:
    corpus.write(path, data)
    assert told(corpus) == []


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        ("docs/x.html", b"<p>x", "published-ending"),
        ("docs/x.md", b"x", "page-in-docs"),
        ("docs/x.docm", b"PK\x03\x04", "published-ending"),
        ("docs/x.exe", b"MZ", "published-ending"),
        ("docs/x.xhtml", b"<x/>", "published-ending"),
        ("docs/x.PNG", PNG, "published-name"),
        ("docs/CNAME", b"evil.example", "published-taken"),
        ("docs/index.html", b"x", "published-taken"),
        ("docs/gioi-thieu/lien-he/index.html", b"x", "published-taken"),
        ("docs/robots.txt", b"x", "published-taken"),
        ("docs/sitemap.xml", b"<x/>", "published-taken"),
        ("docs/tin.atom", b"<x/>", "published-taken"),
        ("docs/en/x.png", PNG, "published-taken"),
        ("docs/du-lieu/x.csv", b"a,b\n", "published-taken"),
        ("docs/the/vi/x.png", PNG, "published-taken"),
        ("docs/an-pham/in/vi/x.pdf", b"%PDF-1.7\n", "published-taken"),
        ("docs/quan-tri/x.png", PNG, "published-taken"),
        ("docs/ban-tin/x.csv", b"a,b\n", "published-taken"),
        ("docs/assets/icon-192.png", PNG, "published-taken"),
        ("docs/assets/portal.css", b"p {}\n", "published-taken"),
        ("docs/publication.json", b"{}\n", "published-taken"),
        ("docs/danh-sach/x.png", PNG, "published-taken"),
        ("docs/search/x.js", b"x", "published-taken"),
        ("docs/sw.js", b"x", "published-taken"),
        ("docs/sub/sw.js", b"x", "published-code"),
        ("docs/tai-lieu/x.json", b"{}", "published-code"),
        ("docs/styles/x.js", b"x", "published-code"),
        ("docs/x.js", b"x", "published-code"),
        ("docs/tai-lieu/x.css", b"x", "published-code"),
        ("docs/x.pdf", b"<html>", "published-not-as-named"),
        ("docs/x.png", b"<svg/>", "published-not-as-named"),
        ("docs/x.jpg", PNG, "published-not-as-named"),
        ("docs/x.csv", b"<html><script>", "published-not-as-named"),
        ("docs/x.csv", b"a\x00b", "published-not-as-named"),
        ("docs/x.csv", b"t\xean", "not-utf8"),
        ("docs/x.svg", b"%PDF", "published-not-as-named"),
        ("docs/x.svg", SVG.format("<script>x</script>").encode(), "published-svg"),
        ("docs/x.svg", SVG.format('<g onload="x"/>').encode(), "published-svg"),
        ("docs/x.svg", SVG.format("<foreignObject/>").encode(), "published-svg"),
        ("docs/x.svg", SVG.format("<style>*{}</style>").encode(), "published-svg"),
        ("docs/x.svg", SVG.format('<image href="https://e.example/a.png"/>').encode(), "published-svg"),
        ("docs/x.svg", SVG.format('<use href="https://e.example/a.svg#x"/>').encode(), "published-svg"),
        ("docs/x.svg", SVG.format('<a href="javascript:x"><g/></a>').encode(), "published-svg"),
        ("docs/x.svg", SVG.format('<g fill="url(https://e.example/#x)"/>').encode(), "published-svg"),
        ("docs/x.svg", SVG.format('<g style="background:url(//e.example)"/>').encode(), "published-svg"),
        ("docs/x.svg", SVG.format('<set attributeName="href" to="javascript:x"/>').encode(), "published-svg"),
        ("docs/x.svg", b'<!DOCTYPE svg [<!ENTITY a "x">]>' + SVG.format("&a;").encode(), "published-svg"),
        ("docs/x.svg", b'<?xml-stylesheet href="https://e.example/"?>' + SVG.format("").encode(), "published-svg"),
        ("docs/x.svg", b"<!-- a -->" + SVG.format("<!-- b").encode() * 3, "published-svg"),
        ("docs/x.svg", SVG.format("<g/>").encode("utf-16"), "published-not-as-named"),
        ("docs/x.svg", b"<html><body/></html>", "published-svg"),
        ("docs/con.png", PNG, "published-name"),
        ("docs/ten co cach.png", PNG, "published-name"),
        ("docs/tên.png", PNG, "published-name"),
        ("docs/.htaccess", b"x", "published-name"),
        ("docs/a" + "a" * 100 + ".png", PNG, "published-name"),
    ],
)  # fmt: skip
def test_what_could_run_mislead_or_replace_a_page_is_told(corpus: Corpus, path: str, data: bytes, code: str) -> None:
    corpus.write(path, data)
    assert (path, code) in told(corpus)


TOLD_BEFORE = frozenset(("published-taken", "published-ending", "published-code", "office-in-docs", "page-in-docs"))


def test_no_file_of_docs_may_stand_where_the_site_makes_one(corpus: Corpus, site: Site) -> None:
    """Whatever a build lays down that came from no docs/ is told by check, before two would want one address."""
    made = paths_below(site.folder)
    brought = {path for docs in (ROOT / "docs", MADE_UP / "docs") for path in paths_below(docs)}
    made -= {*brought, *(path for path in made if path.startswith("hinh/"))}  # sizes carry the sum of their picture
    assert len(made) > 300
    for path in made:
        corpus.write(f"docs/{path}", b"x")
    problems = published_problems(corpus.root, {})
    told = {one.path.removeprefix("docs/") for one in problems if one.code in TOLD_BEFORE}
    assert sorted(made - told) == []


def paths_below(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_links_of_the_system_are_told_and_never_followed(
    corpus: Corpus, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("ngoai")
    docs = corpus.write("docs/hinh.png", PNG).parent
    links = {
        docs / "h.png": outside,
        docs / "loop": docs,
        docs / "none.csv": outside / "none",
        docs / "in.png": docs / "hinh.png",
    }
    for link, goal in links.items():
        link.symlink_to(goal)
    found = told(corpus)
    for link in links:
        assert (link.relative_to(corpus.root).as_posix(), "link-of-system") in found


def test_a_folder_docs_that_is_a_link_is_told(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> None:
    (corpus.root / "docs").symlink_to(tmp_path_factory.mktemp("ngoai"))
    assert told(corpus) == [("docs", "link-of-system")]


def test_a_file_too_large_is_told(corpus: Corpus) -> None:
    path = corpus.write("docs/hinh.png", PNG)
    os.truncate(path, 21 * 1024 * 1024)
    assert told(corpus) == [("docs/hinh.png", "too-large")]


def test_a_file_of_docs_does_not_take_the_address_of_a_page(corpus: Corpus) -> None:
    corpus.story()
    corpus.write("docs/thanh-tuu/2026/bai", b"x")
    assert ("docs/thanh-tuu/2026/bai", "published-taken") in told(corpus)


def test_a_name_that_is_no_text_is_told_at_check_without_a_traceback(corpus: Corpus) -> None:
    folder = os.fsencode(corpus.write("docs/hinh.png", PNG).parent)
    try:
        Path(os.fsdecode(folder + b"/t\xean.png")).write_bytes(PNG)
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    done = run("scripts/check.py", "--root", str(corpus.root))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith("docs/t")


def test_the_portals_own_docs_pass() -> None:
    assert list(published_problems(ROOT, {})) == []
