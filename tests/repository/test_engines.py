"""The way out of the engine stays walkable: MkDocs and ProperDocs write the same bytes, the latter without Material."""

import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import INDEX, ROOT, Corpus
from engines import Engine, default_engine, differences, other_engine


@pytest.fixture(scope="module")
def other() -> Engine:
    return other_engine()


@pytest.fixture
def project(corpus: Corpus) -> Path:
    """The project around a few pages: a front, a story in both languages and one in Vietnamese alone."""
    for part in ("scripts", "overrides", "docs"):
        shutil.copytree(ROOT / part, corpus.root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for settings in ("mkdocs.yml", "properdocs.yml"):
        shutil.copy(ROOT / settings, corpus.root)
    corpus.story("index", title='"Trang chủ thử"', **INDEX)
    corpus.story("thanh-tuu/index", title='"Chủ đề thử"', **{**INDEX, "kind": "theme"})
    corpus.story(title='"Bài hai thứ tiếng"', conventions="[crc]", groups="[children]")
    corpus.english()
    corpus.story("thanh-tuu/2026/chi-viet", title='"Bài chỉ có tiếng Việt"')
    return corpus.root


def test_both_engines_write_the_same_bytes(project: Path, other: Engine) -> None:
    mine, others = project / "site-mkdocs", project / "site-properdocs"
    for engine, site in ((default_engine(), mine), (other, others)):
        done = engine.build(project, site)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (others / "en/thanh-tuu/2026/bai/index.html").exists()
    assert differences(mine, others) == []


def test_the_other_engine_stands_where_neither_mkdocs_nor_material_is_installed(other: Engine) -> None:
    asked = "import importlib.metadata as m; print(*(d.name for d in m.distributions()))"
    done = subprocess.run([str(other.python), "-c", asked], capture_output=True, text=True, check=True)
    assert "properdocs" in done.stdout.split()
    assert not {"mkdocs", "mkdocs-material"} & set(done.stdout.split())


def test_a_template_that_asks_material_for_a_part_is_noticed(project: Path, other: Engine) -> None:
    frame = project / "overrides" / "portal.html"
    frame.write_text('{% include "partials/logo.html" %}' + frame.read_text("utf-8"), encoding="utf-8")
    assert default_engine().build(project, project / "site-mkdocs").returncode == 0
    done = other.build(project, project / "site-properdocs")
    assert done.returncode != 0
    assert "partials/logo.html" in done.stdout + done.stderr


def test_a_byte_changed_a_file_missing_and_a_file_too_many_are_differences(tmp_path: Path) -> None:
    for folder, files in (("one", {"a": "1", "b": "2", "c": "3"}), ("other", {"a": "1", "b": "3", "d": ""})):
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text)
    assert differences(tmp_path / "one", tmp_path / "other") == ["b", "c", "d"]
