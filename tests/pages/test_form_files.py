"""What the form writes is read back exactly as it was meant, for every kind, and passes `check` unchanged."""

import io
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import MADE_UP, Corpus, run
from form_script import REPOSITORY, WHOLE, Draft, a_draft, faults_of, files_of, in_node, small_site
from portal.content.asking.kinds import page_kinds
from portal.content.asking.values import PageField, PageKind
from portal.content.scan_texts import with_scan_text
from portal.language.folding import slugify
from portal.language.letters import with_own_letters
from portal.reading.characters import refused_in
from portal.reading.documents import Document, read_document

ASKED = {one.name: one for one in page_kinds(small_site().library.data)}
LETTERS = [chr(n) for n in range(0x20, 0x2200) if unicodedata.category(chr(n))[0] in "LNPS"] + [
    *" :#\"'\\-?{}[]|>&*!%@`,"
] * 20
DAYS = (date(1900, 1, 1), date(2026, 11, 1))
OF_TRANSLATIONS = ("translator", "native_reviewer", "translation_checked", "original_parts")
TAGS = ["vi", "en", "hmn", "blt", "fr"]
Value = Any


def is_clean(text: str) -> bool:
    """Whether nothing in a text would be mended."""
    return text == unicodedata.normalize("NFC", with_own_letters(text)) and not list(refused_in(text))


def words(chance: Random) -> str:
    """Any signs a text may hold, on one line."""
    while True:
        text = " ".join("".join(chance.choices(LETTERS, k=chance.randint(1, 40))).split())
        if text and is_clean(text):
            return text


SINGLE: Mapping[str, Callable[[Random], Value]] = {
    "text": words,
    "long": lambda chance: "\n".join(words(chance) for _ in range(chance.randint(1, 3))),
    "place": words,
    "day": lambda chance: date.fromordinal(chance.randint(*map(date.toordinal, DAYS))).isoformat(),
    "whole": lambda chance: chance.randint(1, 9999),
    "yes_no": lambda chance: chance.random() < 0.5,
    "address": lambda chance: f"https://example.org/{slugify(words(chance))}",
    "language": lambda chance: chance.choice(TAGS),
}


def value_of(field: PageField, chance: Random) -> Value:
    """What a field may hold, as the file says it."""
    choices, some = [one.value for one in field.choices], range(chance.randint(1, 3))
    if field.instead and chance.random() < 0.3:
        return field.instead.value
    if field.control == "choice":
        return chance.choice(choices)
    if field.control == "choices":
        return chance.sample(choices, min(len(some), len(choices)))
    if field.control == "texts" and field.each == "language":
        return chance.sample(TAGS, len(some))
    if field.control == "texts":
        return [SINGLE[field.each](chance) for _ in some]
    if field.control == "both":
        return {lang: SINGLE["long"](chance) for lang in ("vi", "en")}
    if field.control == "articles":
        return {code: [chance.randint(1, 40) for _ in some] for code in ("crc", "cat")}
    if field.control == "rows":
        return [front_of(field.fields, chance) for _ in some]
    return front_of(field.fields, chance) if field.control == "group" else SINGLE[field.control](chance)


def front_of(fields: Iterable[PageField], chance: Random) -> dict[str, Value]:
    """Fields that stand together: those that must be there, perhaps others, at least one."""
    fields = list(fields)
    taken = [one for one in fields if one.required or chance.random() < 0.6] or fields[:1]
    return {one.key: value_of(one, chance) for one in taken}


def typed(value: Value) -> Value:
    """What a person types for a value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return {name: typed(one) for name, one in value.items()}
    if isinstance(value, list) and all(isinstance(one, int) for one in value):
        return ", ".join(map(str, value))
    return [typed(one) for one in value] if isinstance(value, list) else str(value)


def by_chance(kind: PageKind, chance: Random) -> tuple[Draft, dict[str, Value]]:
    """A draft of a kind, and the front matter it means."""
    front = front_of((one for one in kind.fields if one.key not in OF_TRANSLATIONS), chance)
    front |= {"conventions": front.get("conventions", ["crc"])}
    section = next(name for name in kind.sections if name)
    draft = {"kind": kind.name, "section": section, "name": "bai", "typed": typed(front), "body": "Chữ."}
    return {**draft, "hasEnglish": False, "english": {"typed": {}, "body": ""}}, {"kind": kind.name, **front}


def as_read(document: Document) -> dict[str, Value]:
    """The front matter of a file, the pages of a paper without what parts them from their headings."""
    front = dict(document.front or {})
    return {**front, "text": [sheet.strip() for sheet in front["text"]]} if "text" in front else front


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_what_was_typed_is_what_the_reader_reads(tmp_path_factory: pytest.TempPathFactory, chance: Random) -> None:
    corpus = Corpus(tmp_path_factory.mktemp("form"))
    made = [by_chance(kind, Random(chance.randint(0, 2**32))) for kind in ASKED.values() for _ in range(10)]
    for (_, meant), files in zip(made, files_of([draft for draft, _ in made]), strict=True):
        ((path, text),) = files.items()
        document = with_scan_text(read_document(corpus.root, corpus.write(path, text)), [])
        assert document.problems == ()
        assert as_read(document) == meant
        assert document.body.strip() == "Chữ."


def test_the_order_of_the_file_is_the_order_of_the_model() -> None:
    for kind, files in zip(WHOLE, files_of([a_draft(kind) for kind in WHOLE]), strict=True):
        (text,) = files.values()
        names = [line.partition(":")[0] for line in text.split("---\n")[1].split("\n") if line[:1].isalpha()]
        model = ["title", "description", "kind", *(one.key for one in ASKED[kind].fields)]
        assert names == sorted(names, key=model.index)


def test_a_whole_page_of_each_kind_passes_check_unchanged(corpus: Corpus) -> None:
    for name in ("agencies", "laws"):
        corpus.write(f"data/{name}.yml", (MADE_UP / f"data/{name}.yml").read_bytes())
    english = {"summary": ["One."], "finding": "It is wrong.", "true_part": "The day is right."}
    for kind in WHOLE:
        said = {one.key for one in ASKED[kind].fields if one.is_said}
        own = {"title": f"A page of kind {kind}", **{name: value for name, value in english.items() if name in said}}
        (files,) = files_of([a_draft(kind, english=own, title=f"Một trang loại {kind}")])
        assert sorted(path.partition("/")[0] for path in files) == ["content_en", "content_vi"]
        for path, text in files.items():
            corpus.write(path, text)
    done = run("scripts/check.py", "--root", str(corpus.root))
    assert (done.returncode, done.stdout) == (0, "")


SCAN = {"title": "Thông báo mẫu", "kind": "scan", "date": "2026-01-15"}
PAPER = "ỦY BAN NHÂN DÂN TỈNH MẪU VỀ VIỆC\r\n\r\n  Xem [9] và https://a.vn/b?utm_source=x, 38.5 % [chưa đọc được]."


def test_pages_of_a_paper_stand_below_the_head_as_they_were_typed() -> None:
    draft = {"kind": "scan", "section": "tu-lieu", "name": "bai", "hasEnglish": False}
    boxes = {**draft, "typed": {**SCAN, "text": [PAPER, " ", "Trang hai."]}, "body": "Lời của cổng:\n- Một việc\n"}
    below = {**draft, "typed": SCAN, "body": f"## Trang 1\n\n{PAPER}\n\n## Trang 2\n\nTrang hai.\n"}
    (typed,), (written,) = (files.values() for files in files_of([boxes, below]))
    kept = PAPER.replace("\r\n", "\n")
    assert typed.partition("\n---\n")[2] == (
        f"Lời của cổng:\n\n- Một việc\n\n## Trang 1\n\n{kept}\n\n## Trang 2\n\nTrang hai.\n"
    )
    assert written.partition("\n---\n")[2] == f"## Trang 1\n\n{kept}\n\n## Trang 2\n\nTrang hai.\n"
    assert "text:" not in typed


def test_our_rules_for_prose_leave_pages_of_a_paper_alone_and_the_net_for_persons_does_not() -> None:
    paper = f"## Trang 1\n\n{PAPER}\n\nGọi 0912 345 678."
    draft = {"kind": "scan", "typed": SCAN, "hasEnglish": False}
    found = faults_of([{**draft, "body": paper}, {**draft, "typed": {**SCAN, "text": [PAPER]}, "body": ""}])
    assert [one["code"] for one in found[0] if one["place"].startswith("body")] == ["private-phone"]
    assert [one["code"] for one in found[1] if one["place"].startswith(("body", "text"))] == []
    ours = {**draft, "body": f"Xem [9].\n\n{paper}"}
    assert "source-number" in {one["code"] for one in faults_of([ours])[0]}


NAMES = [
    ("Nước sạch ở nông thôn: đã có gì?", "nuoc-sach-o-nong-thon-da-co-gi"),
    ("  Ðiện Biên 2026 – “báo cáo” ", "dien-bien-2026-bao-cao"),
    ("Con", "con-bai"),
    ("a" * 80, "a" * 60),
    (
        "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba",
        "mot-hai-ba-bon-nam-sau-bay-tam-chin-muoi-muoi-mot-muoi-hai",
    ),
    ("…", ""),
]


def test_a_file_is_named_by_its_title_as_anchors_are() -> None:
    assert in_node('return (await take("files")).slugOf(value);', [title for title, _ in NAMES]) == [
        n for _, n in NAMES
    ]
    assert slugify(NAMES[0][0]) == NAMES[0][1]


PLACES = [
    ("news", "doi-ngoai/2026/bai"),
    ("page", "gioi-thieu/bai"),
    ("theme", "thanh-tuu/index"),
    ("convention", "cong-uoc/cat"),
]


@pytest.mark.parametrize(("kind", "place"), PLACES)
def test_a_file_stands_where_its_kind_stands(kind: str, place: str) -> None:
    assert list(files_of([a_draft(kind)])[0]) == [f"content_vi/{place}.md"]


def test_both_files_come_as_one_zip_that_is_the_same_each_time() -> None:
    files = {"content_vi/a/bai.md": "Chữ có dấu: ệ\n", "content_en/a/bai.md": "Text\n"}
    call = 'return (await take("packing")).zipped(value).reduce((all, part) => all.concat([...part]), []);'
    first, second = in_node(call, [files, files])
    assert first == second
    packed = zipfile.ZipFile(io.BytesIO(bytes(first)))
    assert packed.testzip() is None
    assert {name: packed.read(name).decode() for name in packed.namelist()} == files


ADDRESS = 'const { newFileAddress } = await take("handing"); return newFileAddress("content_vi/a/bai.md", value);'


def test_github_opens_with_name_and_text_where_they_fit_into_an_address() -> None:
    short, long = in_node(ADDRESS, ["Chữ & dấu #\n", "Chữ\n" * 2000])
    parts = urlsplit(short["address"])
    assert short["fits"]
    assert f"https://{parts.netloc}{parts.path}" == f"{REPOSITORY}/new/main"
    assert parse_qs(parts.query) == {"filename": ["content_vi/a/bai.md"], "value": ["Chữ & dấu #\n"]}
    assert not long["fits"]
    assert parse_qs(urlsplit(long["address"]).query) == {"filename": ["content_vi/a/bai.md"]}
    assert len(short["address"]) < 8000
