"""Slides, test and key of a unit, read back: the test tells no answer, the key tells each with its source."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pytest
import yaml
from pypdf import PdfReader

from conftest import MADE_UP, ROOT, SITE, TODAY
from pdf_looked_at import words_of
from portal.content.fronts.easy import bare
from portal.content.known.house.identity import read_identity
from portal.language.words import words
from portal.plan.corpus import open_corpus
from portal.site.publications.jobs import PrintJob, print_jobs
from portal.site.site import Dress, Settings, Site

try:
    from portal.site.publications.rendered import printed
except OSError:
    pytest.skip("no Pango on this machine: nothing can be printed", allow_module_level=True)
pptx = pytest.importorskip("pptx")
PLACE = "tap-huan/bai-1-mau"
LANGS = ("vi", "en")
Jobs = Mapping[tuple[str, str], PrintJob]


@pytest.fixture(scope="module")
def jobs() -> Jobs:
    dress = Dress(identity=read_identity(MADE_UP, ROOT))
    site = Site(open_corpus(MADE_UP, TODAY), Settings(SITE, "", house=ROOT), TODAY, dress)
    return {(one.page.lang, one.sheet.file): one for one in print_jobs(site) if one.place == PLACE}


def made(jobs: Jobs, lang: str, file: str) -> bytes:
    found = printed(jobs[lang, file], ROOT)
    assert (found.too_much, found.lacking) == ((), "")
    return found.content


def read(content: bytes) -> str:
    return " ".join(words_of(PdfReader(BytesIO(content))).split())


def asked() -> Any:
    return yaml.safe_load((MADE_UP / "data/quizzes/tap-huan-mau.yml").read_text("utf-8"))["questions"]


def test_a_unit_is_made_into_slides_a_test_and_a_key_in_each_language(jobs: Jobs) -> None:
    files = ("trinh-chieu.pdf", "trinh-chieu.pptx", "bai-kiem-tra.pdf", "dap-an.pdf")
    assert set(jobs) == {(lang, file) for lang in LANGS for file in files}


def test_slides_say_points_and_cases_and_each_answer_after_its_case(jobs: Jobs) -> None:
    front = yaml.safe_load((MADE_UP / f"content_en/{PLACE}.md").read_text("utf-8").split("---")[1])
    slides = pptx.Presentation(BytesIO(made(jobs, "en", "trinh-chieu.pptx"))).slides
    texts = [" ".join(s.text_frame.text for s in one.shapes if s.has_text_frame) for one in slides]
    said = " ".join(" ".join(texts).split())
    points = [line for point in front["points"] for line in (point["title"], *point["lines"])]
    cases = [line for case in front["cases"] for line in (case["situation"], *case["questions"], case["answer"])]
    at = 0
    for line in (front["title"], *front["aims"], *points, *cases):
        at = said.find(bare(line), at)
        assert at >= 0, line
    assert words("en").say("unit.proposal") in said
    assert sum("made up for practice" in text for text in texts) == 2 * len(front["cases"])


@pytest.mark.parametrize("lang", LANGS)
def test_a_test_on_paper_has_every_question_and_choice_and_no_answer(jobs: Jobs, lang: str) -> None:
    text = read(made(jobs, lang, "bai-kiem-tra.pdf"))
    for one in asked():
        assert one["question"][lang] in text
        assert all(choice[lang] in text for choice in one["choices"])
        assert one["because"][lang] not in text
    assert words(lang).say("unit.test_how") in text
    assert words(lang).say("draft") in text


@pytest.mark.parametrize("lang", LANGS)
def test_a_key_has_each_right_choice_why_and_what_says_so(jobs: Jobs, lang: str) -> None:
    text = read(made(jobs, lang, "dap-an.pdf"))
    for one in asked():
        right = one["choices"][one["right"] - 1][lang]
        assert re.search(re.escape(f"B. {right} {one['because'][lang]} {words(lang).say('quizzes.source')}"), text)
        assert one["choices"][0][lang] not in text


def test_the_same_unit_is_the_same_bytes(jobs: Jobs) -> None:
    assert made(jobs, "vi", "dap-an.pdf") == made(jobs, "vi", "dap-an.pdf")
