"""A corpus is opened once, and again only where a byte of it has changed."""

import os
from datetime import timedelta

import pytest

from conftest import TODAY, Corpus
from portal.plan.corpus import open_corpus, problems_of


def test_the_same_files_are_read_once(corpus: Corpus) -> None:
    corpus.story()
    assert open_corpus(corpus.root, TODAY) is open_corpus(corpus.root, TODAY)
    assert open_corpus(corpus.root, TODAY) is not open_corpus(corpus.root, TODAY - timedelta(days=1))


def test_a_changed_byte_is_read_though_the_time_of_the_file_stays_as_it_was(corpus: Corpus) -> None:
    file = corpus.story(title='"Tên ban đầu"')
    before, moment = open_corpus(corpus.root, TODAY), file.stat()
    file.write_text(file.read_text("utf-8").replace("ban", "hôm"), encoding="utf-8")
    os.utime(file, ns=(moment.st_atime_ns, moment.st_mtime_ns))
    after = open_corpus(corpus.root, TODAY)
    assert after is not before
    story = after.library.story("vi", "thanh-tuu/2026/bai")
    assert story
    assert story.front.title == "Tên hôm đầu"


@pytest.mark.parametrize("path", ["content_vi/thanh-tuu/2026/moi.md", "content_en/a.md", "data/laws.yml", "docs/a.svg"])
def test_a_new_file_is_seen(corpus: Corpus, path: str) -> None:
    corpus.story()
    before = open_corpus(corpus.root, TODAY)
    corpus.write(path, "---\n")
    assert open_corpus(corpus.root, TODAY) is not before


def test_what_is_wrong_comes_from_pages_and_registers_in_the_order_of_files(corpus: Corpus) -> None:
    corpus.story(kind="nonsense")
    corpus.write("data/plan.yml", "{}")
    told = [problem.path for problem in problems_of(open_corpus(corpus.root, TODAY))]
    assert told == sorted(told)
    assert {"content_vi/thanh-tuu/2026/bai.md", "data/plan.yml"} <= set(told)
