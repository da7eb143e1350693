"""The script of the form page as Node runs it: what it makes of drafts and texts; a whole draft of each kind."""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from conftest import MADE_UP, ROOT, SITE, TODAY
from node import node
from portal.plan.corpus import open_corpus
from portal.site.site import Dress, Settings, Site, whole_site
from portal.site.writing.asked import asked_json

PARTS = ROOT / "docs/scripts/writing"
REPOSITORY = "https://github.com/co-quan/cong"
Draft = dict[str, Any]
_RUN = """
let given = "";
for await (const piece of process.stdin) given += piece;
const { asked, values } = JSON.parse(given);
const take = (part) => import(`%(parts)s/${part}.js`);
const byName = (name) => asked.kinds.find((one) => one.name === name);
(await take("page")).tell(asked);
const made = [];
for (const value of values) made.push(await (async () => { %(body)s })());
console.log(JSON.stringify(made));
"""
_FAULTS = """
const { frontOf } = await take("values"), { mended } = await take("mending");
const { faultsOfPage, faultsOfEnglish } = await take("checking");
const kind = byName(value.kind), front = frontOf(kind, value.typed, false);
const found = faultsOfPage(kind, front, mended(value.body), "%(today)s");
if (!value.hasEnglish) return found;
const said = frontOf(kind, value.english.typed, true);
return [...found, ...faultsOfEnglish(kind, said, front, mended(value.english.body), "%(today)s")];
"""


@cache
def small_site() -> Site:
    """The small site of the tests' own, with a public repository."""
    return whole_site(open_corpus(MADE_UP, TODAY), Settings(SITE, REPOSITORY), TODAY, Dress())


@cache
def asked(lang: str = "vi") -> Mapping[str, Any]:
    """What the form is told."""
    made: Mapping[str, Any] = json.loads(asked_json(small_site(), lang))
    return made


def in_node(body: str, values: list[Any]) -> list[Any]:
    """What JavaScript returns for each `value`; it may `take` parts of the script by their names."""
    script = _RUN % {"parts": PARTS.as_uri(), "body": body}
    done = node("--input-type=module", "--eval", script, given=json.dumps({"asked": asked(), "values": values}))
    assert done.returncode == 0, done.stderr
    made: list[Any] = json.loads(done.stdout)
    return made


def files_of(drafts: list[Draft]) -> list[dict[str, str]]:
    """The files the form writes for each draft, by their paths."""
    return in_node('return (await take("files")).filesOf({ ...value, kind: byName(value.kind) });', drafts)


def faults_of(drafts: list[Draft]) -> list[list[dict[str, Any]]]:
    """What the form finds wrong with each draft."""
    return in_node(_FAULTS % {"today": TODAY.isoformat()}, drafts)


def a_source(**more: Any) -> Draft:
    return {
        "title": "Báo cáo mẫu năm 2025",
        "publisher": "Cơ quan mẫu",
        "url": "https://example.org/bao-cao",
        "accessed": "2026-01-15",
        **more,
    }


STORY: Draft = {
    "title": "Nước sạch ở bản mẫu: đã có gì?",
    "description": "Một mô tả đủ dài để người đọc biết trang này nói về điều gì, ở đâu.",
    "date": "2026-01-15",
    "agency": "co-quan-mau",
    "sources": [a_source(symbol="12/BC", type="government", carries="original", lang="vi")],
}
BODY = "## Việc ở bản\n\nĐã có nước sạch [1].\n\n- Một việc [1]\n- Việc khác\n"
ENGLISH: Draft = {
    "title": "Clean water in a sample village",
    "description": "A description that is long enough to say what this page is about.",
}
CLAIM: Draft = {
    "text": "Một câu “được nêu”: nguyên văn",
    "lang": "vi",
    "kind": "factual",
    "where": "Một tờ báo mẫu",
    "date": "2025-12-01",
    "url": "https://example.org/cau",
    "archive": "not_known",
    "claimant_type": "media",
    "criticises": ["Bên bị nói tới"],
}
ANSWER: Draft = {
    **{name: value for name, value in STORY.items() if name != "sources"},
    "title": "Câu ấy đúng tới đâu?",
    "claim": CLAIM,
    "verdict": "false",
    "finding": "Câu ấy sai ở con số.",
    "true_part": "Ngày được nêu là đúng.",
    "evidence": [
        a_source(type="law", carries="original", locator={"vi": "Điều 1", "en": "Article 1"}),
        a_source(title="Văn bản hai", publisher="Nơi hai", type="press"),
    ],
    "right_of_reply": {"asked": "false"},
}
WHOLE: Mapping[str, tuple[str, Draft, str]] = {
    "achievement": ("thanh-tuu", {**STORY, "summary": ["Ý một.", "Ý hai."], "groups": ["women"]}, BODY),
    "news": ("doi-ngoai", {**STORY, "happened": "2026-01-10", "places": ["Bản Mẫu"]}, BODY),
    "policy": (
        "chinh-sach",
        {**STORY, "document": {"number": "01/2026", "issued": "2025-12-31", "in_force": "2027-01-01"}},
        BODY,
    ),
    "event": (
        "su-kien",
        {**STORY, "event_type": "training", "state": "planned", "starts": "2027-03-01", "ends": "2027-03-02"},
        BODY,
    ),
    "publication": (
        "an-pham",
        {
            **STORY,
            "product": {
                "formats": ["leaflet"],
                "channels": ["print"],
                "languages": ["vi"],
                "audiences": ["everyone"],
            },
        },
        BODY,
    ),
    "rebuttal": ("phan-bac", ANSWER, "Một đoạn có nguồn [1] và nguồn nữa [2].\n"),
    "page": ("gioi-thieu", {"title": STORY["title"], "description": STORY["description"]}, "Chữ của trang.\n"),
    "theme": ("thanh-tuu", {"title": STORY["title"], "description": STORY["description"]}, "Chữ của chủ đề.\n"),
    "convention": (
        "cong-uoc",
        {**STORY, "summary": ["Ý một."], "conventions": ["cat"], "articles": {"cat": "1, 2"}},
        BODY,
    ),
}
"""For each kind its section, what is typed into the form, its text: enough for a page without a fault."""


def _in_english(text: str) -> str:
    """As many paragraphs, with the same marks of sources."""
    return "\n\n".join(" ".join(["Text", *re.findall(r"\[\d+\]", line)]) + "." for line in text.split("\n") if line)


def a_draft(kind: str, body: str | None = None, english: Draft | None = None, **typed: Any) -> Draft:
    """A whole draft of a kind but for what is `typed`; a field that is None is left empty."""
    section, fields, text = WHOLE[kind]
    return {
        "kind": kind,
        "section": section,
        "name": "bai",
        "typed": {name: value for name, value in {**fields, **typed}.items() if value is not None},
        "body": text if body is None else body,
        "hasEnglish": english is not None,
        "english": {"typed": {**ENGLISH, **(english or {})}, "body": _in_english(text)},
    }
