"""A province made by chance: the plan of PLAN_3112 with its bodies, and several years in which some of them report."""

import random
import shutil
from datetime import date, timedelta
from typing import Any

import yaml

from conftest import PLAN_3112, Corpus

FORMATS = ("leaflet", "article", "poster", "video", "audio", "exhibition", "reportage", "book")
CHANNELS = ("print", "website", "facebook", "loudspeaker", "notice_board", "newspaper", "tv", "exhibition")
LANGUAGES = (["vi"], ["vi"], ["vi", "hmn"], ["blt"], ["en"], ["vi", "en"], ["fr"])
AUDIENCES = ("residents", "children", "foreign", "everyone", "officials")
GROUPS = {
    "administrative": ("human_rights", "information"),
    "party": ("human_rights", "information"),
    "press": ("human_rights", "external_information"),
    "organisation": ("human_rights", "key_officials"),
}
"""What people each kind of body is asked about by that plan."""


def random_province(corpus: Corpus, seed: int) -> None:
    """Years 2025 and 2026 have reports and rows, 2024 has neither; 2025 may have been filed before its end."""
    chance = random.Random(seed)
    shutil.copytree(PLAN_3112 / "data", corpus.root / "data", dirs_exist_ok=True)
    bodies: list[dict[str, Any]] = yaml.safe_load((corpus.root / "data/agencies.yml").read_text("utf-8"))
    asked = [b for b in bodies if b.get("kind") in GROUPS and "valid_to" not in b]
    plan = (corpus.root / "data/plan.yml").read_text("utf-8")
    if seed % 2:
        corpus.write("data/plan.yml", plan.replace("filed: {}", "filed: {2025: 2025-11-20}"))
    for year, share in ((2025, 0.3), (2026, chance.choice([0.05, 0.55, 0.9]))):
        telling = [body for body in asked if chance.random() < share]
        for body in telling:
            text = yaml.safe_dump(_report(chance, body, year), allow_unicode=True, sort_keys=False)
            corpus.write(f"data/reported/{year}/{body['id']}.yml", text)
        corpus.write(f"data/products/{year}.csv", _register(chance, year, chance.sample(asked, 9)))
    for number in range(6):
        day = date(2025, 9, 1) + timedelta(days=chance.randrange(440))
        title = f'"Bài thử số {number}"'
        corpus.story(f"thanh-tuu/2026/s{number}", title=title, date=day.isoformat(), agency="so-y-te")
        if chance.random() < 0.5:
            corpus.english(f"thanh-tuu/2026/s{number}", title=f'"Story number {number}"')


def _report(chance: random.Random, body: dict[str, Any], year: int) -> dict[str, Any]:
    """What a body says: of each thing something, that there was nothing, or not a word."""
    said: dict[str, Any] = {
        "document": {"number": f"{chance.randrange(99)}/BC-{body['id']}", "date": date(year, 11, 5)}
    }
    if body["kind"] == "administrative":
        said["spokesperson"] = {"designated": chance.random() < 0.7, "disclosures": chance.randrange(4)}
        if chance.random() < 0.6:
            detected = chance.randrange(12)
            said["misinformation"] = {"detected": detected, "handled": chance.randint(0, detected)}
    groups = {name: chance.randrange(9) for name in GROUPS[body["kind"]] if chance.random() < 0.8}
    said["people"] = {name: {"in_post": n, "trained": chance.randint(0, n)} for name, n in groups.items()}
    for what in ("trainings", "briefings", "exhibitions", "contests", "awards", "campaigns"):
        if (many := chance.choice([None, None, 0, 1, 3])) is not None:
            said[what] = [_held(chance, year, f"{what} {n}") for n in range(many)]
    if chance.random() < 0.4:
        said["central_publications"] = {"received": chance.randrange(4000), "issued": chance.randrange(4000)}
    if (lines := chance.choice([None, 0, 1, 2])) is not None:
        sources = chance.sample(["Ngân sách tỉnh", "Tài trợ", "Xã hội hóa"], lines)
        said["budget"] = [{"source": source, "vnd": 1000 * chance.randrange(9000)} for source in sources]
    return said


def _held(chance: random.Random, year: int, title: str) -> dict[str, Any]:
    held: dict[str, Any] = {"date": date(year, chance.randint(1, 10), chance.randint(1, 28)), "title": title}
    return held if chance.random() < 0.3 else {**held, "people": chance.randrange(2000)}


def _register(chance: random.Random, year: int, bodies: list[dict[str, Any]]) -> str:
    rows = ["id,date,title,agency,theme,formats,channels,languages,audiences"]
    for number in range(chance.choice([0, 8, 60])):
        body, first = chance.choice(bodies), date(year - 1, 12, 1)
        there = max(body.get("valid_from", first), first)
        day = there + timedelta(days=chance.randrange((date(year, 11, 30) - there).days))
        formats, channels = (chance.sample(known, chance.randint(1, 2)) for known in (FORMATS, CHANNELS))
        lists = (formats, channels, chance.choice(LANGUAGES), chance.sample(AUDIENCES, chance.randint(1, 2)))
        cells = (f"r{year}-{number}", day.isoformat(), f"Sản phẩm {year} {number}", body["id"])
        rows.append(",".join([*cells, str(chance.randint(1, 5)), *("|".join(one) for one in lists)]))
    return "\n".join(rows) + "\n"
