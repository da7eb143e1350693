"""What several test files make: an answer that breaks no rule, the plan as it stands, a corpus by chance, a figure."""

import csv
import io
import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import yaml
from PIL import Image

from conftest import PLAN_3112, Corpus
from portal.plan.plan import Plan, read_plan
from portal.plan.register.product_rows import COLUMNS
from portal.plan.register.products import Product
from portal.reading.fields import Context

YEAR_END = date(2026, 11, 30)
CONTEXT = Context(date(2026, 11, 23))


FIGURE = """title: {vi: "Hình", en: "Figure"}
unit: "%"
columns: ["2024", "2025"]
series:
  - name: {vi: "Hàng", en: "Row"}
    values: [1.5, null]
source: {title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-01-15}
finding: {vi: "Hàng lên", en: "The row rises"}
"""
SMALL_PLAN = """number: 1/KH-UBND
issued: 2024-01-02
issuer: {vi: Tỉnh, en: Province}
title: {vi: truyền thông, en: communication}
sections: {content: I, target: II, task: III, budget: IV, report: V}
years: {first: 2024, last: 2028}
window_starts: 12-01
coverage: {share: 0.5, reason: {vi: Lý do, en: Reason}}
interim_review: {year: 2027, reason: {vi: Lý do, en: Reason}}
ethnic_languages: [blt]
targets: []
"""
Front = dict[str, Any]


def evidence(**more: Any) -> Front:
    return {
        "title": "Văn bản",
        "publisher": "Nơi",
        "url": "https://example.org/van-ban",
        "type": "law",
        "accessed": "2026-01-15",
        **more,
    }


GOOD: Front = {
    "title": "Một câu trả lời không có lỗi",
    "description": "Một mô tả đủ dài để người đọc biết trang này nói về điều gì.",
    "kind": "rebuttal",
    "date": "2026-01-15",
    "agency": "co-quan",
    "claim": {
        "text": "Một câu được nêu",
        "lang": "vi",
        "kind": "factual",
        "where": "Một tờ báo",
        "date": "2025-12-01",
        "url": "https://example.org/cau",
        "archive": "not_known",
        "claimant_type": "media",
        "criticises": ["Bên bị nói tới"],
    },
    "verdict": "false",
    "finding": "Một câu.",
    "true_part": "Ngày được nêu là đúng.",
    "evidence": [evidence(carries="original", locator="§1"), evidence(title="Văn bản hai", publisher="Nơi hai")],
    "right_of_reply": {"asked": False},
}


BODY = "Một đoạn có nguồn [1] và nguồn nữa [2].\n"


CORRECTION = {"kind": "correction", "what": {"vi": "Số", "en": "Figure"}, "why": {"vi": "Sai", "en": "Wrong"}}


def rebuttal_file(front: Front, body: str) -> str:
    return f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=500)}---\n{body}".replace("'", "")


def the_plan() -> Plan:
    plan, problems = read_plan(PLAN_3112, Context(YEAR_END))
    assert plan, problems
    return plan


PLAN = the_plan()


PRODUCT = Product(
    id="x",
    date=date(2026, 5, 1),
    title="x",
    agency="a",
    theme=3,
    formats=("leaflet",),
    channels=("print",),
    languages=("vi",),
    audiences=("everyone",),
    path="p.csv",
    line=2,
)


def a_product(**changed: Any) -> Product:
    """A printed leaflet in Vietnamese for everyone, but for what is `changed`."""
    return replace(PRODUCT, **changed)


def a_corpus(corpus: Corpus, stories: int, rows: int, seed: int = 7) -> list[dict[str, str]]:
    """Stories and register rows made by chance, written to files; the rows as written."""
    chance = random.Random(seed)
    corpus.write("data/plan.yml", (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0])
    corpus.write("data/agencies.yml", "".join(f"- id: a{n}\n" for n in range(9)))
    for number in range(stories):
        day = date(2025, 11, 1) + timedelta(days=chance.randrange(380))
        corpus.story(f"thanh-tuu/2026/s{number}", title=f'"Bài thử số {number}"', date=day.isoformat(), agency="a1")
        if chance.random() < 0.5:
            corpus.english(f"thanh-tuu/2026/s{number}", title=f'"Story number {number}"')
    made = [
        {
            "id": f"r{n}", "date": (date(2025, 12, 1) + timedelta(days=chance.randrange(360))).isoformat(),
            "title": f"Sản phẩm {n}",
            "agency": f"a{chance.randrange(9)}", "theme": str(chance.randrange(1, 6)), "formats": "leaflet",
            "channels": "|".join(chance.sample(["print", "radio", "zalo", "notice_board"], 2)),
            "languages": "|".join(chance.sample(["vi", "blt", "en", "hmn"], chance.randrange(1, 3))),
            "audiences": "everyone",
            "places": "", "quantity": "", "url": "",
        }
        for n in range(rows)
    ]  # fmt: skip
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows(made)
    corpus.write("data/products/2026.csv", out.getvalue())
    return made


def drawn_png(size: tuple[int, int] = (8, 8)) -> bytes:
    """A whole picture, of one colour."""
    out = io.BytesIO()
    Image.new("RGB", size).save(out, "PNG")
    return out.getvalue()
