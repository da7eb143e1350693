"""What second readers compared and added is watched: a draw of which too much was rewritten is drawn anew."""

import json

import pytest
import yaml

from conftest import STORY, TODAY, Corpus, run
from draw import drawn, pages_drawn
from portal.content.desk.second_readers import second_reader_problems
from portal.content.library import open_library
from portal.reading.fields import Context

NOW = Context(TODAY)
SENTENCE = "Có 33 hộ mẫu được nước sạch trong năm ấy [1]."
DECLINED = {"missing": "The base.", "source": "none found", "outcome": "declined", "why": "Nobody published it."}
ADDED = {"missing": "How many homes.", "source": "Văn bản (Nơi)", "outcome": "added", "now": SENTENCE}


def told_of(corpus: Corpus) -> list[tuple[str, int, str]]:
    found = second_reader_problems(open_library(corpus.root, TODAY), NOW)
    return [(one.path, one.line, one.code) for one in found]


def sampled(corpus: Corpus, stand: int, gone: int, outcome: str = "right") -> list[tuple[str, int, str]]:
    """What is told of a sample of which some sentences stand and others do not."""
    path = corpus.story(body=f"{SENTENCE}\n").relative_to(corpus.root).as_posix()
    fact = {"path": path, "source": "Văn bản (Nơi)", "words": "33 hộ", "outcome": outcome}
    facts = [{**fact, "sentence": s} for s in [SENTENCE] * stand + ["Câu đã viết lại."] * gone]
    corpus.write("data/samples/7.yml", yaml.safe_dump({"seed": 7, "facts": facts}, allow_unicode=True))
    return told_of(corpus)


def test_a_sample_of_which_a_tenth_was_rewritten_still_holds_and_more_does_not(corpus: Corpus) -> None:
    assert sampled(corpus, 9, 1) == []
    ((path, line, code),) = sampled(corpus, 8, 2)
    assert (path, code) == ("data/samples/7.yml", "sample-rewritten")
    assert "Câu đã viết lại." in (corpus.root / path).read_text("utf-8").split("\n", line - 1)[-1]


def test_a_sentence_whose_source_has_another_number_still_stands(corpus: Corpus) -> None:
    assert sampled(corpus, 1, 0) == []
    corpus.story(body=f"{SENTENCE.replace('[1]', '[1, 2]')}\n")
    assert told_of(corpus) == []


def test_a_sample_that_is_no_sample_is_told_and_not_passed_over(corpus: Corpus) -> None:
    corpus.write("data/samples/7.yml", "- một\n")
    assert told_of(corpus) == [("data/samples/7.yml", 1, "not-fields")]


def test_a_sentence_that_was_not_found_right_is_told(corpus: Corpus) -> None:
    assert {code for _, _, code in sampled(corpus, 1, 0, "wrong")} == {"not-a-choice"}


def omitted(corpus: Corpus, name: str = "bai", /, **fields: object) -> list[tuple[str, int, str]]:
    """What is told of a page read for what it leaves out."""
    path = corpus.story(body=f"{SENTENCE}\n").relative_to(corpus.root).as_posix()
    entry = {"path": path, "read": TODAY.isoformat(), "critic": [ADDED], "province": [DECLINED], **fields}
    corpus.write(f"data/omissions/7/{name}.yml", json.dumps(entry, ensure_ascii=False, indent=1))
    return told_of(corpus)


def test_what_was_missing_and_went_into_the_page_must_still_stand_there(corpus: Corpus) -> None:
    assert omitted(corpus) == []
    gone = omitted(corpus, critic=[DECLINED, {**ADDED, "now": "Câu đã viết lại."}])
    assert [(path, code) for path, _, code in gone] == [("data/omissions/7/bai.yml", "omissions-rewritten")]
    assert "Câu đã viết lại." in (corpus.root / gone[0][0]).read_text("utf-8").split("\n")[gone[0][1] - 1]


def test_the_pages_of_one_draw_are_judged_together(corpus: Corpus) -> None:
    """One sentence of ten may be another by now, on whichever page it stood."""
    omitted(corpus, "nhieu", critic=[ADDED] * 9)
    assert omitted(corpus, "mot", critic=[{**ADDED, "now": "Câu đã viết lại."}]) == []
    assert len(omitted(corpus, "hai", critic=[{**ADDED, "now": "Câu đã viết lại."}])) == 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"province": [{**DECLINED, "why": None}]}, "missing-field-in"),
        ({"province": [{key: DECLINED[key] for key in ("missing", "source", "outcome")}]}, "missing-field-in"),
        ({"critic": [{**ADDED, "now": None}]}, "missing-field-in"),
        ({"critic": []}, "empty-list"),
        ({"critic": [{**ADDED, "outcome": "later"}]}, "not-a-choice"),
        ({"read": "2099-01-01"}, "day-in-future"),
    ],
)
def test_a_reading_that_is_not_whole_is_told(corpus: Corpus, fields: dict[str, object], code: str) -> None:
    assert code in {told for _, _, told in omitted(corpus, **fields)}


def test_check_tells_rewritten_draws_when_asked(corpus: Corpus) -> None:
    sampled(corpus, 0, 1)
    asked = ("scripts/check.py", "--root", str(corpus.root), "--lang", "en")
    assert (run(*asked).returncode, run(*asked).stdout) == (0, "")
    told = run(*asked, "--facts")
    assert told.returncode == 1
    assert told.stdout.startswith("data/samples/7.yml:")
    assert "draw a new sample" in told.stdout


def test_the_same_seed_draws_the_same_sentences_and_headings_are_never_drawn(corpus: Corpus) -> None:
    body = "## Năm 2025 có gì [1]?\n\n" + "\n\n".join(SENTENCE.replace("33", str(n)) for n in range(20))
    corpus.story(body=body, **{k: v for k, v in STORY.items() if k == "agency"})
    library = open_library(corpus.root, TODAY)
    one, other = (drawn(library, 7, 10) for _ in range(2))
    assert one == other
    assert not [fact for fact in one if fact["sentence"].startswith("#")]
    assert all(fact["source"] == "Văn bản (Nơi)" and not fact["words"] for fact in one)


def test_pages_are_drawn_by_seed_from_what_was_written_first(corpus: Corpus) -> None:
    for name in ("mot", "hai", "ba"):
        corpus.story(f"thanh-tuu/2026/{name}", title=f'"Bài {name}"')
    library = open_library(corpus.root, TODAY)
    assert pages_drawn(library, 7, 2) == pages_drawn(library, 7, 2)
    assert all(one["path"].startswith("content_vi/") for one in pages_drawn(library, 7, 3))
