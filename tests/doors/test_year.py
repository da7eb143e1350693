"""A year in the life of the portal: what its people do one after another, on a copy, with the doors they use.

The owner approves, a story is reviewed, one appears in Vietnamese alone, an English text goes, the first event and the
first publication come, every body reports, the report is made and filed, the new year begins. After each step check
finds nothing to mend, and what was done shows.
"""

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import INDEX, MADE_UP, ROOT, Corpus, run

PARTS = ("scripts", "overrides", "docs", "data", "content_vi", "content_en", "tests", "bench", ".github", "adr")
WRITTEN = ("data", "content_vi", "content_en")
"""What people of a portal write, of which the sample has its own."""
PICTURES, REPORTS = "docs/hinh", "data/reported"
"""What the sample does not take along: our pictures, and its own reports, as nobody has reported yet."""
MOVED = """import datetime
class Moved(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days={days})
datetime.datetime = Moved
"""
"""A clock that goes ahead, for whoever starts Python with its folder on the path: the doors themselves have none."""
KNOWN = ("agencies", "plan")
REPORTED: dict[str, Any] = {
    "spokesperson": {"designated": True, "disclosures": 1},
    "misinformation": {"detected": 10, "handled": 9},
}
"""What a body writes where a target asks for it (`reported` in data/plan.yml); every other word names people."""


@dataclass
class Portal:
    """A copy of the repository, and the day it is there."""

    corpus: Corpus
    clock: Path
    today: date

    @property
    def year(self) -> int:
        """The reporting year of the day: it begins on 1 December."""
        return self.today.year + (self.today.month == 12)

    def door(self, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = (f"scripts/{name}.py", "--lang", "en", *arguments)
        epoch = str(int(datetime(self.today.year, self.today.month, self.today.day, 5, tzinfo=UTC).timestamp()))
        return run(*command, cwd=self.corpus.root, PYTHONPATH=str(self.clock), SOURCE_DATE_EPOCH=epoch)

    def go_to(self, day: date) -> None:
        """Let it be another day, from now on."""
        self.today = day
        real = (datetime.now(UTC) + timedelta(hours=7)).date()
        (self.clock / "sitecustomize.py").write_text(MOVED.format(days=(day - real).days))

    def nothing_to_mend(self) -> None:
        done = self.door("check")
        assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr

    def missing(self, year: int) -> list[str]:
        done = self.door("kpi", "--missing", "--format", "json", "--year", str(year))
        assert done.returncode == 0, done.stdout + done.stderr
        bodies: list[str] = json.loads(done.stdout)
        return bodies

    def targets(self, year: int) -> dict[str, Any]:
        """What is known of each target of a year, as of today."""
        done = self.door("kpi", "--format", "json", "--year", str(year), "--as-of", self.today.isoformat())
        assert done.returncode == 0, done.stdout + done.stderr
        found: dict[str, Any] = json.loads(done.stdout)["targets"]
        return found

    def change(self, path: str, *changes: tuple[str, str]) -> None:
        text = (self.corpus.root / path).read_text("utf-8")
        for pattern, new in changes:
            text, count = re.subn(pattern, new, text, flags=re.M)
            assert count, (path, pattern)
        self.corpus.write(path, text)


@pytest.fixture(scope="module", params=[MADE_UP, pytest.param(ROOT, marks=pytest.mark.long)], ids=["sample", "own"])
def portal(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """A copy with a small corpus in its place; in the long run with our own content, too."""
    root, clock = tmp_path_factory.mktemp("year") / "portal", tmp_path_factory.mktemp("clock")
    for part in PARTS:
        source = request.param if part in WRITTEN else ROOT
        shutil.copytree(source / part, root / part, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    if request.param != ROOT:
        for part in (PICTURES, REPORTS):
            shutil.rmtree(root / part)
        shutil.copytree(request.param / "docs", root / "docs", dirs_exist_ok=True)
    for file in ROOT.iterdir():
        if file.is_file():
            shutil.copy(file, root)
    for part in (".venv", "node_modules"):
        (root / part).symlink_to(ROOT / part)
    made = Portal(Corpus(root), clock, date.min)
    made.go_to((datetime.now(UTC) + timedelta(hours=7)).date())
    return made


def a_story(portal: Portal, kind: str) -> str:
    """A Vietnamese story of a kind that has an English text, whichever comes first."""
    found = sorted((portal.corpus.root / "content_vi").rglob("*.md"))
    for file in found:
        place = file.relative_to(portal.corpus.root / "content_vi")
        if f"\nkind: {kind}\n" in file.read_text("utf-8") and (portal.corpus.root / "content_en" / place).exists():
            return place.as_posix()
    raise AssertionError(kind)


def report(portal: Portal, body: str) -> dict[str, Any]:
    """What a body reports: everything the plan asks bodies of its kind, nothing else."""
    read = {name: yaml.safe_load((portal.corpus.root / f"data/{name}.yml").read_text("utf-8")) for name in KNOWN}
    (kind,) = [one["kind"] for one in read["agencies"] if one["id"] == body]
    told: dict[str, Any] = {"document": {"number": f"1/BC-{body}", "date": portal.today}}
    for target in read["plan"]["targets"]:
        asked = target.get("reported") if kind in target.get("bodies", []) else None
        if asked in REPORTED:
            told[asked] = REPORTED[asked]
        elif asked:
            told.setdefault("people", {})[asked] = {"in_post": 10, "trained": 8}
    return told


def new(portal: Portal, place: str, body: str = "Một câu thử có nguồn [1].\n", **fields: str) -> None:
    """A page in Vietnamese alone, answered for by a body of the province, dated today."""
    agencies = yaml.safe_load((portal.corpus.root / "data/agencies.yml").read_text("utf-8"))
    own = {"date": portal.today.isoformat(), "agency": agencies[0]["id"], **fields}
    portal.corpus.story(place, body, **own)


def test_the_owner_gives_its_name_and_approves(portal: Portal) -> None:
    portal.nothing_to_mend()
    shutil.copy(MADE_UP.parent / "owner-approved.yml", portal.corpus.root / "data/owner.yml")
    portal.door("codeowners")  # who reads along is asked by GitHub from the same file
    portal.nothing_to_mend()
    asked = json.loads(portal.door("check", "--release", "--format", "json").stdout)
    assert [problem for problem in asked if problem["path"] == "data/owner.yml"] == []


def test_a_story_is_reviewed(portal: Portal) -> None:
    portal.change(f"content_vi/{a_story(portal, 'policy')}", (r"^agency:", f"reviewed: {portal.today}\nagency:"))
    portal.nothing_to_mend()


def test_a_story_appears_in_vietnamese_alone_and_an_english_text_goes(portal: Portal) -> None:
    new(portal, f"thanh-tuu/{portal.today.year}/chi-tieng-viet", title='"Một bài thử chỉ có tiếng Việt"')
    portal.nothing_to_mend()
    gone = a_story(portal, "rebuttal")
    (portal.corpus.root / "content_en" / gone).unlink()
    said = portal.corpus.root / "content_vi" / gone
    said.write_text(re.sub(r"languages: \[[^\]\n]*\]", "languages: [vi]", said.read_text("utf-8")), "utf-8")
    portal.nothing_to_mend()


def test_the_first_event_and_the_first_publication_come(portal: Portal) -> None:
    for section, title in (("su-kien", "Các sự kiện thử"), ("an-pham", "Các ấn phẩm thử")):
        if not (portal.corpus.root / f"content_vi/{section}/index.md").exists():
            new(portal, f"{section}/index", "Danh sách ở dưới.\n", title=f'"{title}"', **{**INDEX, "shows": "section"})
    event = {"event_type": "training", "state": "held", "starts": portal.today.isoformat()}
    new(portal, f"su-kien/{portal.today.year}/tap-huan-thu", kind="event", title='"Lớp tập huấn thử"', **event)
    printed = "{formats: [leaflet], channels: [print], languages: [vi], audiences: [residents]}"
    new(portal, f"an-pham/{portal.today.year}/to-roi-thu", kind="publication", title='"Tờ rơi thử"', product=printed)
    portal.nothing_to_mend()


def test_every_body_reports(portal: Portal) -> None:
    portal.go_to(max(portal.today, date(portal.year, 11, 25)))
    bodies = portal.missing(portal.year)
    assert bodies
    for body in bodies:
        written = yaml.safe_dump(report(portal, body), allow_unicode=True)
        portal.corpus.write(f"data/reported/{portal.year}/{body}.yml", written)
    portal.nothing_to_mend()
    assert portal.missing(portal.year) == []
    plan = yaml.safe_load((portal.corpus.root / "data/plan.yml").read_text("utf-8"))
    targets = portal.targets(portal.year)
    reported = [targets[target["id"]] for target in plan["targets"] if target.get("reported")]
    assert reported
    assert all(one["value"] is not None and one["gaps"] == [] for one in reported)


def test_the_report_is_made_and_filed(portal: Portal) -> None:
    out = portal.corpus.root / "bao-cao"
    done = portal.door(
        "report", "--out", str(out), "--lang", "vi", "--year", str(portal.year), "--as-of", str(portal.today)
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"bao-cao-{portal.year}.vi.docx" in {file.name for file in out.iterdir()}
    done = portal.door("filed", "--day", str(portal.today))
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{portal.year}: {portal.today}" in (portal.corpus.root / "data/plan.yml").read_text("utf-8")
    portal.nothing_to_mend()


def test_the_new_year_begins_and_every_body_is_asked_again(portal: Portal) -> None:
    old = portal.year
    portal.change("data/plan.yml", (r"last: \d{4}", "last: 2099"))  # whatever year it is when this runs
    before = portal.targets(old)
    portal.go_to(date(old, 12, 5))
    assert portal.year == old + 1
    portal.nothing_to_mend()
    reported = {file.stem for file in (portal.corpus.root / f"data/reported/{old}").iterdir()}
    assert set(portal.missing(portal.year)) == reported
    assert portal.missing(old) == []
    assert portal.targets(old) == before


def test_the_site_of_that_day_builds_and_no_page_is_a_draft(portal: Portal) -> None:
    site = portal.corpus.root / "site"
    done = portal.door("build", "--site", str(site))
    assert done.returncode == 0, done.stdout + done.stderr
    draft = re.compile("Bản dự thảo, chưa được cơ quan chủ quản phê duyệt|Draft, not yet approved by the owner")
    pages = sorted(site.rglob("index.html"))
    assert [page for page in pages if draft.search(page.read_text("utf-8").split("<main")[0])] == []


@pytest.mark.long
def test_every_other_test_is_green_on_that_day(portal: Portal) -> None:
    """The suite looks at corpora of its own, so that a year of other people's work turns nothing red."""
    environment = {**os.environ, "PYTHONPATH": ""}
    command = [".venv/bin/python", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "tests"]
    left_out = ["--ignore", "tests/doors/test_year.py", "--ignore", "tests/repository/test_engines.py"]
    done = subprocess.run(
        [*command, *left_out], cwd=portal.corpus.root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:]
