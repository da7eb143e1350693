"""Whatever lies below data/ is read by someone, or told."""

import pytest

from conftest import ROOT, TODAY, Corpus
from portal.content.library import open_library
from portal.plan.data_files.data_folder import unread_files
from portal.plan.ledger import open_registers


@pytest.mark.parametrize(
    ("path", "instead"),
    [
        ("data/plan.yaml", "data/plan.yml"),
        ("data/agencies.YML", "data/agencies.yml"),
        ("data/products/2026.CSV", "data/products/2026.csv"),
        ("data/products/2026.xlsx", "data/products/2026.csv"),
        ("data/products/2026.csv.txt", "data/products/2026.csv"),
        ("data/products/2026/so-gddt.csv", "data/products/2026.csv"),
        ("data/reported/2026/so-gddt.yaml", "data/reported/2026/so-gddt.yml"),
        ("data/reported/2026/so-gddt.docx", "data/reported/2026/<co-quan>.yml"),
        ("data/reported/so-gddt.yml", "data/reported/2026/<co-quan>.yml"),
        ("data/reported/2026/quy-1/so-gddt.yml", "data/reported/2026/<co-quan>.yml"),
        ("data/figures/2026/hinh.yml", "data/figures/<hinh>.yml"),
        ("data/quizzes/cedaw.yaml", "data/quizzes/cedaw.yml"),
        ("data/quizzes/phu-nu/cedaw.yml", "data/quizzes/<chu-de>.yml"),
        ("data/ghi-chu.md", "data/documents/<van-ban>.yml"),
        ("data/moi/bang.csv", "data/documents/<van-ban>.yml"),
    ],
)
def test_a_file_that_no_reader_takes_is_told_with_the_name_it_should_have(
    corpus: Corpus, path: str, instead: str
) -> None:
    corpus.write(path, b"x\n")
    (problem,) = unread_files(corpus.root)
    assert problem.path == path
    assert next(iter(problem.values["choices"])) == instead
    assert instead in problem.message("vi")


def test_the_repository_s_own_data_is_read_to_the_last_file() -> None:
    assert unread_files(ROOT) == []


def test_registers_without_the_plan_that_says_how_to_count_them_are_told(corpus: Corpus) -> None:
    corpus.write("data/products/2026.csv", "id\n")
    problems = open_registers(open_library(corpus.root, TODAY), TODAY).problems
    assert [(p.path, p.code) for p in problems] == [("data/plan.yml", "data-file-missing")]


def test_a_corpus_without_plan_and_registers_has_nothing_to_count_and_no_problem(corpus: Corpus) -> None:
    assert open_registers(open_library(corpus.root, TODAY), TODAY).problems == ()
