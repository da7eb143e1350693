"""One page with everything that once passed in silence: twenty problems or more are told, ten or more mended."""

import shutil

from conftest import MADE_UP, ROOT, TODAY, Corpus
from portal.content.library import open_library
from portal.content.mending import mended_text

PAGE = ROOT / "tests/corpora/silent-page.vi.md"
PLACE = "content_vi/thanh-tuu/2026/im-lang.md"
LEAST_TOLD, LEAST_MENDED = 20, 10


def told(corpus: Corpus, text: str) -> list[str]:
    corpus.write(PLACE, text)
    return [one.code for one in open_library(corpus.root, TODAY).problems if one.path == PLACE]


def test_twenty_mistakes_of_one_page_are_told_and_ten_are_mended(corpus: Corpus) -> None:
    shutil.copytree(MADE_UP / "data", corpus.root / "data", dirs_exist_ok=True)
    text = PAGE.read_text("utf-8")
    before = told(corpus, text)
    now, mends = mended_text(text)
    assert len(before) >= LEAST_TOLD
    assert len(mends) >= LEAST_MENDED
    assert len(told(corpus, now)) < len(before)
