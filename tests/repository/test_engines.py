"""The way out of the engine stays walkable: MkDocs and ProperDocs write the same bytes, the latter without Material."""

import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import INDEX, MADE_UP, ROOT, Corpus, bring_house
from engines import Engine, default_engine, differences, other_engine


@pytest.fixture(scope="module")
def other() -> Engine:
    return other_engine()


def test_both_engines_write_the_same_bytes(tmp_path: Path, other: Engine) -> None:
    """Of the small site, which holds every kind of page and every state."""
    mine, others = tmp_path / "mkdocs", tmp_path / "properdocs"
    for engine, site in ((default_engine(), mine), (other, others)):
        done = engine.build(ROOT, MADE_UP, site)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (others / "en" / "index.html").exists()
    assert differences(mine, others) == []


def test_the_other_engine_stands_where_neither_mkdocs_nor_material_is_installed(other: Engine) -> None:
    asked = "import importlib.metadata as m; print(*(d.name for d in m.distributions()))"
    done = subprocess.run([str(other.python), "-c", asked], capture_output=True, text=True, check=True)
    assert "properdocs" in done.stdout.split()
    assert not {"mkdocs", "mkdocs-material"} & set(done.stdout.split())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project without its content, in which a test may break a template."""
    bring_house(tmp_path)
    shutil.copy(ROOT / "properdocs.yml", tmp_path)
    return tmp_path


def test_a_template_that_asks_material_for_a_part_is_noticed(project: Path, corpus: Corpus, other: Engine) -> None:
    corpus.story("index", title='"Trang chủ thử"', **INDEX)
    corpus.english("index")
    frame = project / "overrides" / "portal.html"
    frame.write_text('{% include ".icons/material/abacus.svg" %}' + frame.read_text("utf-8"), encoding="utf-8")
    assert default_engine().build(project, corpus.root, project / "site-mkdocs").returncode == 0
    done = other.build(project, corpus.root, project / "site-properdocs")
    assert done.returncode != 0
    assert "abacus.svg" in done.stdout + done.stderr


def test_a_misspelled_name_in_a_template_stops_a_build(project: Path, corpus: Corpus) -> None:
    corpus.story("index", title='"Trang chủ thử"', **INDEX)
    corpus.english("index")
    card = project / "overrides/partials/share.html"
    card.write_text(card.read_text("utf-8").replace("page.head.canonical", "page.head.canonica"), encoding="utf-8")
    done = default_engine().build(project, corpus.root, project / "site-mkdocs")
    assert done.returncode != 0
    assert "has no attribute 'canonica'" in done.stdout + done.stderr


def test_a_byte_changed_a_file_missing_and_a_file_too_many_are_differences(tmp_path: Path) -> None:
    for folder, files in (("one", {"a": "1", "b": "2", "c": "3"}), ("other", {"a": "1", "b": "3", "d": ""})):
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text)
    assert differences(tmp_path / "one", tmp_path / "other") == ["b", "c", "d"]
