"""The register counted as a stream: against a recount over its rows, cold and kept, however little is remembered."""

import csv
import io
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import PLAN_3112, Corpus
from makers import a_product
from portal.content.library import open_library
from portal.language import vocabulary
from portal.plan.explained import explained
from portal.plan.ledger import Ledger, open_ledger
from portal.plan.measures import measure_key, measures_of
from portal.plan.plan import Window
from portal.plan.register.counters import counters_of
from portal.plan.register.marks import BUCKETS, Marks, mark, twice
from portal.plan.register.rows import RegisterRows
from portal.reading.problems import Problem, to_mend

TODAY = date(2026, 11, 30)
BODIES = ("mot", "hai", "ba", "bon")
ENDED = date(2026, 6, 30)  # the last day of "bon"
CHANNELS = ("print", "radio", "zalo", "facebook", "exhibition", "portal")
CALLED = {"leaflet": "Tờ rơi", "poster": "ÁP PHÍCH", "blt": "Tiếng Thái Đen", "en": "tiếng Anh", "print": "print"}
HEAD = "id date title agency theme formats channels languages audiences places quantity".split()
PLACES = ("", "Tuần Giáo", "Mường Nhé|Tuần Giáo", "Tuần Giáo | Mường Nhé")


@dataclass(frozen=True)
class Written:
    """A row as the tests know it, in the file it is written to."""

    file: str
    year: int
    id: str
    day: date
    title: str
    agency: str
    theme: int
    formats: tuple[str, ...]
    channels: tuple[str, ...]
    languages: tuple[str, ...]
    audiences: tuple[str, ...]
    places: str
    quantity: str


def register(chance: random.Random, rows: int) -> list[Written]:
    """Rows by chance over two years, four bodies and six files; some of them twice, some of two bodies."""
    made: list[Written] = []
    for number in range(rows):
        year = chance.choice((2025, 2026))
        day = date(year - 1, 12, 1) + timedelta(days=chance.randrange(365))
        agency = chance.choice(BODIES if day <= ENDED else BODIES[:-1])
        many = {
            name: tuple(chance.sample(values, chance.randrange(1, 3)))
            for name, values in (("formats", ("leaflet", "poster", "exhibition")), ("channels", CHANNELS))
        }
        languages = tuple(chance.sample(("vi", "blt", "hmn", "en"), chance.randrange(1, 3)))
        file = f"{year}{chance.choice(('', '-phan-a', '-phan-b'))}"
        title = chance.choice(("Tờ rơi", "Bản tin, số", 'Sách "mới"', "Ảnh  đẹp")) + f" {number}"
        one = Written(
            file, year, f"sp-{number}", day, title, agency, chance.randrange(1, 6), **many, languages=languages,
            audiences=(chance.choice(vocabulary.AUDIENCES),), places=chance.choice(PLACES),
            quantity=chance.choice(("", "5", "1.000")),
        )  # fmt: skip
        again = [other for other in made if other.year == year]
        if again and chance.random() < 0.05:
            one = chance.choice(again)
        elif again and chance.random() < 0.05:
            one = replace(chance.choice(again), id=f"sp-{number}", agency=chance.choice(BODIES[:-1]))
        made.append(one)
    return made


def write(corpus: Corpus, rows: Iterable[Written], chance: random.Random) -> None:
    """The rows in their files, as several hands write them."""
    by_file: dict[str, list[Written]] = {}
    for row in rows:
        by_file.setdefault(row.file, []).append(row)
    for name, own in by_file.items():
        out, separator = io.StringIO(), chance.choice(",;\t")
        writer = csv.writer(out, delimiter=separator, lineterminator=chance.choice(("\n", "\r\n")))
        writer.writerow(["STT", *HEAD])
        writer.writerows([number, *cells(row, chance)] for number, row in enumerate(own, 1))
        corpus.write(f"data/products/{name}.csv", out.getvalue())


def cells(row: Written, chance: random.Random) -> list[Any]:
    between = chance.choice(("|", " | ", "; "))
    many = [between.join(CALLED.get(v, v) for v in values) for values in (row.formats, row.channels, row.languages)]
    day = chance.choice((row.day.isoformat(), f"{row.day.day}/{row.day.month}/{row.day.year}"))
    id_ = chance.choice((row.id, row.id.upper(), f" {row.id}"))
    return [id_, day, row.title, row.agency, row.theme, *many, *row.audiences, row.places, row.quantity]


def opened(corpus: Corpus, today: date = TODAY) -> tuple[Ledger, tuple[Problem, ...]]:
    ledger, problems = open_ledger(open_library(corpus.root, today), today)
    assert ledger, problems
    return ledger, problems


def prepared(root: Path) -> Corpus:
    corpus = Corpus(root)
    (root / "content_vi").mkdir(parents=True, exist_ok=True)
    plan = (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0]
    tasks = """tasks:
  - id: IV.1
    text: {vi: Việc, en: Task}
    lead: [mot]
    coordinating: []
    measures:
      - {name: {vi: Tờ rơi tiếng dân tộc, en: Leaflets}, formats: [leaflet], languages: ethnic}
      - {name: {vi: Trên mạng, en: Online}, channels: [zalo, facebook], languages: foreign}
"""
    corpus.write("data/plan.yml", plan + tasks)
    there = "".join(f"- {{id: {body}, kind: administrative}}\n" for body in BODIES[:-1])
    corpus.write("data/agencies.yml", f"{there}- {{id: bon, kind: administrative, valid_to: {ENDED}}}\n")
    return corpus


def once(rows: list[Written]) -> list[Written]:
    """The rows that their body has not entered before, in the order of the files: found without the portal's help."""
    ids, twins, kept = set(), set(), []
    for row in sorted(rows, key=lambda row: f"{row.file}.csv"):
        places = tuple(sorted(part.strip().lower() for part in row.places.split("|") if part.strip()))
        name, twin = (row.year, row.agency, row.id), (row.day, " ".join(row.title.lower().split()), places, row.agency)
        if name not in ids and twin not in twins:
            kept.append(row)
            ids.add(name)
            twins.add(twin)
    return kept


def of_several(rows: list[Written]) -> int:
    """How many products more than one body entered."""
    bodies: dict[tuple[object, ...], set[str]] = {}
    for row in rows:
        places = tuple(sorted(part.strip() for part in row.places.split("|")))
        bodies.setdefault((row.day, row.title, places), set()).add(row.agency)
    return sum(len(some) > 1 for some in bodies.values())


def by_hand(rows: list[Written], window: Window) -> dict[str, Counter[str]]:
    """Every count of a window, row after row."""
    found = {name: Counter[str]() for name in ("format", "channel", "language", "audience", "agency", "theme", "file")}
    found["reach"], found["quarter"], found["measure"] = Counter(), Counter(), Counter()
    for row in rows:
        if not window.start <= row.day <= window.end:
            continue
        many = {"format": row.formats, "channel": row.channels, "language": row.languages, "audience": row.audiences}
        for name, values in many.items():
            found[name].update(values)
        found["agency"][row.agency] += 1
        found["theme"][str(row.theme)] += 1
        found["file"][f"data/products/{row.file}.csv"] += 1
        found["quarter"][f"{row.day.year}-Q{(row.day.month - 1) // 3 + 1}"] += 1
        ethnic, foreign = bool({"blt", "hmn"} & set(row.languages)), "en" in row.languages
        digital = bool({"zalo", "facebook", "portal"} & set(row.channels))
        kinds = {"ethnic": ethnic, "foreign": foreign, "digital": digital, "any": ethnic or foreign or digital}
        found["reach"].update(name for name, is_one in kinds.items() if is_one)
        found["measure"]["leaflets"] += "leaflet" in row.formats and ethnic
        found["measure"]["online"] += bool({"zalo", "facebook"} & set(row.channels)) and foreign
    return found


def agrees(ledger: Ledger, rows: list[Written], year: int, as_of: date) -> None:
    """Every figure of a year is what the rows say, to the last digit."""
    window = ledger.plan.window(year, as_of)
    hand, entered = by_hand(rows, window), ledger.made.entered
    for name in ("format", "channel", "language", "audience", "agency", "theme", "file", "reach"):
        assert entered.tally(window, name) == dict(hand[name]), name
    measures = [entered.total(window, "measure", measure_key(one)) for one in measures_of(ledger.plan)]
    assert measures == [hand["measure"]["leaflets"], hand["measure"]["online"]]
    figures, tallies = ledger.count(year, as_of).figures, ledger.tally(year, as_of)
    count = sum(hand["theme"].values())
    ratio = figures["K4"].ratio
    assert (ratio.numerator, ratio.denominator) == (hand["reach"]["any"], count) if ratio else not count
    assert {n: share.numerator for n, share in figures["K4"].shares.items()} == {
        n: hand["reach"][n] for n in ("ethnic", "foreign", "digital")
    }
    assert {q: n for q, n in tallies.by["quarter"].items() if n} == dict(hand["quarter"])
    assert tallies.products == (count or None)
    assert sum(1 for _ in ledger.rows(window)) == count
    told = explained(ledger, ledger.count(year, as_of), "K4")
    assert len(list(told.counted)) == told.count == hand["reach"]["any"]
    assert sum(reason == "vietnamese_not_digital" for _, reason in told.left_out) == count - hand["reach"]["any"]


SMALL = {
    "portal.reading.tables.lines.BLOCK": 700,
    "portal.plan.register.counts.MOST_KNOWN": 3,
    "portal.plan.register.counts.MOST_WAITING": 2,
    "portal.plan.register.product_rows.MOST_KEPT": 2,
}
"""Limits so low that a small register meets all of them."""


@given(st.randoms(use_true_random=False), st.integers(0, 150), st.dates(date(2024, 12, 1), TODAY), st.booleans())
@settings(max_examples=25, deadline=None)
def test_any_register_is_counted_as_its_rows_say(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, count: int, as_of: date, little: bool
) -> None:
    corpus, rows = prepared(tmp_path_factory.mktemp("so")), register(chance, count)
    write(corpus, rows, chance)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in SMALL.items() if little else ():
            patch.setattr(name, value)
        patch.setattr("portal.plan.register.kept.WORTH_KEEPING", 1)
        kept = once(rows)
        for _ in ("read", "found as it was kept"):
            ledger, problems = opened(corpus)
            told = [(p.path, p.line, p.code) for p in to_mend(problems)]
            assert len(told) == len(rows) - len(kept), told
            assert len(problems) - len(told) == of_several(kept)
            for year in (2025, 2026):
                agrees(ledger, kept, year, as_of)


def big(corpus: Corpus, name: str, first: int, count: int = 4000) -> None:
    """A file of the register that is worth keeping."""
    same = "leaflet,radio,vi,everyone"
    rows = "".join(
        f"sp-{n},2026-0{n % 9 + 1}-1{n % 10},Sản phẩm số {n} của sở,{BODIES[n % 3]},{n % 5 + 1},{same}\n"
        for n in range(first, first + count)
    )
    head = "id,date,title,agency,theme,formats,channels,languages,audiences\n"
    corpus.write(f"data/products/{name}.csv", head + rows)


@pytest.mark.parametrize("spoilt", [("sp-195,", "sp-195" + "x" * 4_000 + ","), ("số 195 ", "số 195 " + "x" * 4_000)])
def test_a_row_like_all_others_but_for_a_text_pasted_into_it_is_told_and_not_counted(
    tmp_path: Path, spoilt: tuple[str, str]
) -> None:
    corpus = prepared(tmp_path)
    big(corpus, "2026-a", 0, 200)
    rows = (corpus.root / "data/products/2026-a.csv").read_text("utf-8")
    corpus.write("data/products/2026-a.csv", rows.replace(*spoilt))
    ledger, problems = opened(corpus)
    assert [(p.line, p.code) for p in problems] == [(197, "text-too-long")]
    assert ledger.tally(2026, TODAY).products == 199


@pytest.fixture
def three(tmp_path: Path) -> Corpus:
    corpus = prepared(tmp_path)
    for number, name in enumerate(("2026-a", "2026-b", "2026-c")):
        big(corpus, name, 10_000 * number)
    return corpus


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose rows are read, from now on."""
    seen: list[str] = []
    true = RegisterRows.__init__

    def noted(self: RegisterRows, file: Any, reading: Any) -> None:
        seen.append(file.source.path)
        true(self, file, reading)

    monkeypatch.setattr(RegisterRows, "__init__", noted)
    return seen


def figures(corpus: Corpus) -> tuple[object, object]:
    ledger, problems = opened(corpus)
    assert problems == ()
    return ledger.count(2026, TODAY), ledger.tally(2026, TODAY)


def test_only_a_file_that_changed_is_read_again(three: Corpus, reads: list[str]) -> None:
    cold = figures(three)
    assert sorted(set(reads)) == [f"data/products/2026-{part}.csv" for part in "abc"]
    reads.clear()
    assert figures(three) == cold
    assert reads == []
    big(three, "2026-b", 10_000, 4001)
    changed = figures(three)
    assert reads == ["data/products/2026-b.csv"]
    assert changed != cold
    big(three, "2026-b", 10_000)
    assert figures(three) == cold


@pytest.mark.parametrize("what", ["data/plan.yml", "data/agencies.yml"])
def test_another_plan_or_other_bodies_count_everything_anew(three: Corpus, reads: list[str], what: str) -> None:
    figures(three)
    reads.clear()
    file = three.root / what
    file.write_text(file.read_text("utf-8") + "# đổi\n", encoding="utf-8")
    figures(three)
    assert len(reads) == 3


@pytest.mark.parametrize("damage", [lambda _: b"", lambda whole: whole[:-9], lambda whole: b"[" + whole[1:]])
def test_a_broken_memory_is_never_believed(three: Corpus, reads: list[str], damage: Any) -> None:
    cold = figures(three)
    for file in (three.root / ".cache/counters").iterdir():
        file.write_bytes(damage(file.read_bytes()))
    reads.clear()
    assert figures(three) == cold
    assert len(reads) == 3


def test_a_row_entered_in_a_kept_file_is_told_in_another(three: Corpus) -> None:
    figures(three)
    big(three, "2026-d", 0, 3)
    _, problems = opened(three)
    assert [(p.path, p.line, p.code) for p in problems] == [
        ("data/products/2026-d.csv", line, "row-twice") for line in (2, 3, 4)
    ]


def test_what_several_bodies_entered_is_remembered_with_the_files(three: Corpus, reads: list[str]) -> None:
    row = "x-1,2026-05-05,Băng rôn,{},3,banner,print,vi,everyone\n"
    for name, body in (("2026-a", "mot"), ("2026-c", "hai")):
        file = three.root / f"data/products/{name}.csv"
        file.write_text(file.read_text("utf-8") + row.format(body), encoding="utf-8")
    cold = opened(three)[1]
    assert [(p.path, p.line, p.code) for p in cold] == [("data/products/2026-c.csv", 4002, "product-of-two-bodies")]
    reads.clear()
    (three.root / "data/products/2026-c.csv").rename(three.root / "data/products/2026-d.csv")
    found = opened(three)[1]
    assert [(p.path, p.line) for p in found] == [("data/products/2026-d.csv", 4002)]
    assert found[0].values["rows"] == ("data/products/2026-a.csv:4002", "data/products/2026-d.csv:4002")
    assert reads == []


def test_a_page_published_later_is_found_in_a_kept_file(three: Corpus) -> None:
    file = three.root / "data/products/2026-a.csv"
    text = file.read_text("utf-8").replace("audiences\n", "audiences,url\n", 1)
    row = "x-1,2026-05-05,Bài trên cổng,mot,3,article,portal,vi,everyone,https://a.vn/thanh-tuu/2026/bai/\n"
    file.write_text(text + row, encoding="utf-8")
    figures(three)
    three.story("thanh-tuu/2026/khac", title='"Bài trên cổng"', agency="mot")
    _, problems = opened(three)
    assert [p.code for p in problems if "products" in p.path] == ["portal-story-by-hand"]
    three.story("thanh-tuu/2026/bai", title='"Bài thử khác hẳn"', agency="mot")
    _, problems = opened(three)
    assert [p.code for p in problems if "products" in p.path] == ["portal-page-by-hand"]


def test_a_kept_file_whose_days_lie_ahead_of_today_is_looked_into(three: Corpus) -> None:
    figures(three)
    _, problems = opened(three, date(2026, 8, 1))
    assert {p.code for p in problems} == {"day-in-future"}


def test_what_is_too_much_to_tell_is_told_in_one_sentence(tmp_path: Path) -> None:
    corpus = prepared(tmp_path)
    big(corpus, "2026", 0, 1500)
    file = corpus.root / "data/products/2026.csv"
    file.write_text(file.read_text("utf-8").replace("leaflet", "leafet"), encoding="utf-8")
    _, problems = opened(corpus)
    found = [p for p in problems if p.path == "data/products/2026.csv"]
    assert (len(found), found[-1].code, found[-1].line) == (1001, "problems-more", 1002)
    assert found[-1].values["count"] == 500


def test_nothing_is_kept_where_nothing_can_be_written(three: Corpus) -> None:
    (three.root / ".cache").write_text("")
    assert figures(three) == figures(three)


def test_marks_that_meet_are_found_and_no_others(tmp_path: Path) -> None:
    several = [Marks() for _ in range(3)]
    for number, marks in enumerate(several):
        for n in range(5000):
            marks.add(f"{number}/{n:08d}")
    several[0].add("2/00000007")
    several[2].add("2/00000008")
    assert twice(several, 10) == {mark("2/00000007"), mark("2/00000008")}
    assert all(len(bucket) > 5000 // BUCKETS // 4 for bucket in several[0].buckets)


def test_a_day_counts_in_every_window_that_holds_it_and_in_no_other() -> None:
    from makers import PLAN

    counters = counters_of(PLAN, [a_product(date=date(2026, 5, day)) for day in (1, 2, 2, 3)])
    totals = [counters.total(Window(date(2026, 5, first), date(2026, 5, 2))) for first in (1, 2, 3)]
    assert totals == [3, 2, 0]
    assert list(counters.by_day(Window(date(2026, 5, 2), date(2026, 5, 9)))) == [
        (date(2026, 5, 2), 2),
        (date(2026, 5, 3), 1),
    ]
