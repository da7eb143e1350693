"""The table of outputs: what it says without an engine is what a build writes, and one change touches what it must."""

import re
import subprocess
import sys
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from conftest import PLAN_3112, ROOT, SITE, Corpus, bring_house, run
from makers import FIGURE
from portal.site.built import open_build
from portal.site.dress.assets import early_script
from portal.site.files.kept_list import KEPT_LIST
from portal.site.files.manifest import MANIFEST, MANIFESTS, PUBLICATION
from portal.site.files.output import Output
from portal.site.files.outputs import as_table, outputs
from portal.site.site import Settings
from portal.site.site import Site as Portal

PAGES = {"index": "home", "tim-kiem": "search", "mat-mang": "offline", "gioi-thieu/so-do": "site_map"}
PAGE = {"kind": "page", "date": "", "agency": "", "sources": ""}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A small portal of its own, with a page of every script."""
    root = tmp_path_factory.mktemp("project")
    bring_house(root)
    made = Corpus(root)
    made.write("data/agencies.yml", '- id: co-quan\n  name: {vi: "Cơ quan", en: "Body"}\n')
    made.write("data/plan.yml", (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0])
    made.write("data/figures/hinh.yml", FIGURE)
    for place, shows in PAGES.items():
        made.story(place, title=f'"Trang thử {shows}"', shows=shows, **PAGE)
        made.english(place, title=f'"Page for tests {shows}"')
    made.story("gioi-thieu/lien-he", title='"Liên hệ thử"', **PAGE)
    made.story("thanh-tuu/index", title='"Chủ đề thử"', **{**PAGE, "kind": "theme"})
    made.story(body='Có 5 % người [1].\n\n<div data-figure="hinh"></div>\n')
    return made


@pytest.fixture(scope="module")
def before(project: Corpus) -> Path:
    return built(project, "before")


def built(project: Corpus, name: str, **environment: str) -> Path:
    """The project's site, made by the door people use."""
    done = subprocess.run(
        [sys.executable, "scripts/build.py", "--site", name, "--lang", "en"],
        cwd=project.root, capture_output=True, text=True, check=False,
        env={"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795600000", **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    (project.root / f"{name}.txt").write_text(" ".join((done.stdout + done.stderr).split()))
    return project.root / name


def table_of(project: Corpus, as_of: date = date(2026, 11, 25)) -> dict[str, Output]:
    today = date(2027, 1, 1)
    settings = Settings("https://example.org/", "", house=project.root)
    return dict(open_build(project.root, settings, today, as_of, "en").table.files)


KEPT_LISTS = {f"mat-mang/{KEPT_LIST}", f"en/mat-mang/{KEPT_LIST}"}
OF_THE_PUBLICATION = {*MANIFESTS, *KEPT_LISTS, PUBLICATION}
"""Made of all the other files when they are there."""


def files_of(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_the_table_gives_the_bytes_of_the_built_site_and_nothing_else_but_pages_and_search_is_there(
    project: Corpus, before: Path
) -> None:
    table, files = table_of(project), files_of(before)
    assert {path: one.make() for path, one in table.items() if path != "du-lieu/trang.json"} == {
        path: content for path, content in files.items() if path in table
    }
    rest = {path for path in files if path not in table and not path.endswith("index.html")}
    rest = {path for path in rest if not path.endswith("index.md")}  # made from the pages, as the search is
    assert {path for path in rest if not path.startswith("search/")} == {
        *("404.html", "sitemap.xml.gz"),
        *OF_THE_PUBLICATION,
    }
    needed = {"tin.xml", "en/tin.json", "dinh-chinh.xml", "robots.txt", "sitemap.xml", "sw.js", "assets/portal.css"}
    assert needed | {"du-lieu/hinh.vi.csv", "du-lieu/chi-tieu.json", "the/vi/index.png"} <= set(table)


def test_the_script_inside_the_pages_is_not_published_beside_them_and_is_the_one_the_policy_names(before: Path) -> None:
    page = (before / "index.html").read_text("utf-8")
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in unescape(page)
    assert script == early_script(ROOT)
    assert not [path for path in files_of(before) if "early" in path]


@pytest.mark.parametrize(
    ("part", "added", "changed"),
    [
        ("search/page", "// a comment", set()),
        ("search/page", "void 0;", {"assets/search.js", "sw.js", "tim-kiem/index.html", "en/tim-kiem/index.html"}),
        ("worker/answering", "void 0;", {"sw.js"}),
    ],
)
def test_a_changed_script_changes_only_itself_and_the_pages_that_load_it(
    project: Corpus, before: Path, part: str, added: str, changed: set[str]
) -> None:
    script = project.root / "docs/scripts" / f"{part}.js"
    as_it_was = script.read_bytes()
    script.write_bytes(as_it_was + f"{added}\n".encode())
    try:
        old, new = files_of(before), files_of(built(project, "after"))
    finally:
        script.write_bytes(as_it_was)
    assert set(old) == set(new)
    different = {path for path in old if old[path] != new[path]}
    assert different - OF_THE_PUBLICATION == changed
    assert bool(changed) == (MANIFEST in different)
    mark = re.compile(rb"\?v=[0-9a-f]{8}")
    for path in changed:
        if path.endswith(".html"):
            assert mark.sub(b"", old[path]) == mark.sub(b"", new[path])


def test_a_build_opens_the_corpus_once_and_draws_nothing_twice(project: Corpus) -> None:
    count = (
        "import sys; sys.path.insert(0, 'scripts'); sys.argv = ['build.py', '--site', 'counted']\n"
        "import portal.plan.corpus as corpus, portal.site.files.news.feeds as feeds\n"
        "import portal.plan.open_data.every_table as open_data\n"
        "import build\n"
        "calls = []\n"
        "def counting(module, name):\n"
        "    real = getattr(module, name)\n"
        "    setattr(module, name, lambda *a, **k: calls.append(name) or real(*a, **k))\n"
        "counting(corpus, 'open_library'); counting(feeds, 'as_atom'); counting(open_data, 'figure_table')\n"
        "assert build.main([*sys.argv[1:]]) == 0\n"
        "print({name: calls.count(name) for name in sorted(set(calls))})\n"
    )
    done = subprocess.run([sys.executable, "-c", count], cwd=project.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    feeds = 2 * 9  # in each language: all stories, five themes, publications, events, the corrections
    assert done.stdout.strip() == str({"as_atom": feeds, "figure_table": 2, "open_library": 1})


def test_a_site_that_was_told_no_address_says_so_and_its_lost_readers_stay_on_their_server(
    project: Corpus, before: Path
) -> None:
    lost = (before / "404.html").read_text("utf-8")
    assert re.findall(r'href="([^"]+)"', lost) == ["/", "/", "/gioi-thieu/so-do/", "/en/", "/en/gioi-thieu/so-do/"]
    said = (project.root / "before.txt").read_text()
    assert "placeholder https://example.org/" in said
    below = built(project, "below", SITE_URL="https://quyen.example/cong/")
    assert 'href="/cong/en/"' in (below / "404.html").read_text("utf-8")
    assert "placeholder" not in (project.root / "below.txt").read_text()


def test_a_damaged_card_is_drawn_again_and_never_published(project: Corpus, before: Path) -> None:
    for number, file in enumerate(sorted((project.root / ".cache/cards").iterdir())):
        file.write_bytes(b"" if number % 2 else file.read_bytes()[:-7])
    table = table_of(project)
    cards = {path: one.make() for path, one in table.items() if path.startswith("the/")}
    assert cards
    assert cards == {path: (before / path).read_bytes() for path in cards}


def test_an_address_wanted_twice_is_told_by_both_names_and_the_first_has_it() -> None:
    made = [
        Output("a.txt", "1", partial(bytes, b"1"), "one.yml"),
        Output("a.txt", "2", partial(bytes, b"2"), "two.yml"),
    ]
    table = as_table(made)
    (told,) = table.problems
    assert (told.path, told.code, told.values) == ("two.yml", "address-taken", {"address": "a.txt", "first": "one.yml"})
    assert table.files["a.txt"].make() == b"1"


def test_a_file_that_takes_the_address_of_a_feed_stops_the_build(project: Corpus) -> None:
    beside = project.write("docs/tin.xml", "<a/>")
    try:
        done = run("scripts/build.py", "--site", "taken", "--lang", "en", cwd=project.root)
    finally:
        beside.unlink()
    assert done.returncode == 1
    assert "docs/tin.xml" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert not (project.root / "taken").exists()


def test_two_stories_whose_cards_would_be_one_file_are_told(portal: Portal) -> None:
    story = portal.library.stories["vi", "thanh-tuu/2026/bai"]
    twin = replace(story, document=replace(story.document, place="thanh-tuu/2026-bai"))
    library = replace(portal.library, stories={**portal.library.stories, ("vi", "thanh-tuu/2026-bai"): twin})
    settings = Settings(SITE, "", card_for_every_story=True, house=ROOT)
    one, two = (
        replace(portal, registers=replace(portal.registers, library=lib), settings=settings)
        for lib in (portal.library, library)
    )
    assert not outputs(one, ()).problems
    told = outputs(two, ()).problems
    assert {one.values["address"] for one in told} == {"the/vi/thanh-tuu-2026-bai.png", "the/en/thanh-tuu-2026-bai.png"}


FILES_OF_A_FIGURE = ("csv", "png", "svg", "dark.svg")


def test_a_key_changes_with_what_its_file_is_made_of_and_with_nothing_else(project: Corpus) -> None:
    before = {path: one.key for path, one in table_of(project).items()}
    assert before == {path: one.key for path, one in table_of(project).items()}
    later = {path: one.key for path, one in table_of(project, as_of=date(2026, 11, 26)).items()}
    named = (
        "chi-tieu.json",
        "chi-tieu.csv",
        "san-pham.json",
        "san-pham.csv",
        "datapackage.json",
        "dcat.jsonld",
        "ai-da-gui.xlsx",
    )
    counted = {f"du-lieu/{name}" for name in (*named, "ai-da-gui.xlsx")}  # a workbook says its day
    assert {path for path in before if before[path] != later[path]} <= counted
    figure = project.root / "data/figures/hinh.yml"
    figure.write_text(FIGURE.replace("1.5", "2.5"), encoding="utf-8")
    changed = {path: one.key for path, one in table_of(project).items()}
    figure.write_text(FIGURE, encoding="utf-8")
    of_the_figure = {f"du-lieu/hinh.{lang}.{ending}" for lang in ("vi", "en") for ending in FILES_OF_A_FIGURE}
    assert {path for path in before if before[path] != changed[path]} == of_the_figure | {
        f"du-lieu/{name}" for name in ("so-lieu.csv", "so-lieu.json", "datapackage.json", "dcat.jsonld")
    }


def test_keys_are_the_same_in_every_process(project: Corpus) -> None:
    code = (
        "import sys; sys.path[:0] = ['tests', 'scripts']\n"
        "from test_outputs import *\n"
        "print({p: o.key for p, o in table_of(Corpus(Path(sys.argv[1]))).items()})\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", f"import sys; sys.path.insert(0, 'tests/site')\n{code}", str(project.root)],
            cwd=ROOT, env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(said) == 1


@pytest.fixture
def packed(project: Corpus, before: Path, tmp_path: Path) -> Iterator[set[str]]:
    done = run("scripts/offline.py", "--site", str(before), "--out", str(tmp_path / "a.zip"), cwd=project.root)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / "a.zip") as copy:
        yield {name.partition("/")[2] for name in copy.namelist()}


def test_the_copy_holds_the_pages_and_every_output_of_use_without_a_server(project: Corpus, packed: set[str]) -> None:
    table = table_of(project)
    assert {MANIFEST, PUBLICATION} <= packed
    beside = {path for path in packed if not path.endswith("index.html")} - OF_THE_PUBLICATION
    beside = {path for path in beside if not path.endswith("index.md") and not path.startswith("search/")}  # from pages
    assert beside == {path for path, one in table.items() if not one.needs_server}
    assert {"tin.xml", "du-lieu/hinh.vi.csv", "assets/portal.css"} <= beside
    assert {"index.html", "en/mat-mang/index.html", "tim-kiem/index.html", "search/vi/index.js"} <= packed
    assert not {"sw.js", "404.html", "robots.txt", "sitemap.xml.gz"} & packed
    assert not [path for path in packed if path.startswith("the/")]
