"""What agencies report."""

from datetime import date

import pytest

from conftest import Corpus
from makers import PLAN, YEAR_END
from portal.content.known.reference import Agency
from portal.plan.reported import read_reports
from portal.reading.fields import Context

BODY = Agency.model_validate({"id": "co-quan", "kind": "administrative"}, context=Context(YEAR_END))
AGENCIES = {"co-quan": BODY}
GOOD = """document: {number: "12/BC", date: 2026-11-20}
spokesperson: {designated: true, disclosures: 2}
people:
  human_rights: {in_post: 4, trained: 3}
trainings:
  - {date: 2026-05-01, title: "Tập huấn", people: 30}
misinformation: {detected: 2, handled: 2}
budget:
  - {source: "Ngân sách", vnd: 1000000}
"""


def told(corpus: Corpus, text: str, path: str = "2026/co-quan.yml") -> list[tuple[int, str, str]]:
    corpus.write(f"data/reported/{path}", text)
    _, problems = read_reports(corpus.root, Context(date(2026, 11, 23), agencies=AGENCIES), AGENCIES, PLAN)
    return [(p.line, p.field, p.code) for p in problems]


def test_a_good_report_is_read(corpus: Corpus) -> None:
    assert told(corpus, GOOD) == []
    reports, _ = read_reports(corpus.root, Context(date(2026, 11, 23)), AGENCIES, PLAN)
    said = reports[2026]["co-quan"].people.human_rights
    assert said
    assert (said.in_post, said.trained) == (4, 3)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("trained: 3", "trained: 5"), (4, "people.human_rights.trained", "more-trained-than-in-post")),
        (("handled: 2", "handled: 3"), (7, "misinformation.handled", "more-handled-than-detected")),
        (("detected: 2", "detected: -2"), (7, "misinformation.detected", "not-a-number")),
        (("designated: true", "designated: có"), (2, "spokesperson.designated", "not-yes-no")),
        (("in_post", "in_pots"), (4, "people.human_rights.in_pots", "unknown-field")),
        (("2026-11-20", "20/11/2026"), (1, "document.date", "not-a-day")),
        (("2026-11-20", "2026-12-20"), (1, "document.date", "day-in-future")),
    ],
)
def test_each_mistake_is_told_with_its_line(
    corpus: Corpus, change: tuple[str, str], expected: tuple[int, str, str]
) -> None:
    assert expected in told(corpus, GOOD.replace(*change))


def test_a_report_of_a_body_nobody_knows_is_told(corpus: Corpus) -> None:
    assert [code for _, _, code in told(corpus, GOOD, "2026/co-quan-la.yml")] == ["unknown-agency"]
