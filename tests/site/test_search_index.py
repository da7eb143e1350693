"""The search index: passages of pages, terms and what they count, the files a phone asks for."""

import gzip
import json
import random
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from conftest import ROOT, Site
from node import node
from portal.content.known.house.search import SearchAsked, SearchHints, Short, Synonym
from portal.site.search.facets import facets_written
from portal.site.search.impacts import (
    IMPACT_LEVELS,
    MOST_POSTINGS,
    PLACE,
    TermEntry,
    Weighed,
    Weighing,
    counted_passage,
    entries,
    usual_length,
)
from portal.site.search.index import Searched, counts_of
from portal.site.search.index import index_files as made_files
from portal.site.search.notes import Noted
from portal.site.search.passages import PASSAGE_WORDS, Passage, SearchedPage, searched_page
from portal.site.search.terms import stemmed, terms, words_of
from portal.site.search.written import number, script, shards, value

TABLE: dict[str, list[dict[str, Any]]] = json.loads((ROOT / "tests/corpora/terms.json").read_text("utf-8"))
PAGE = """<html><head><meta property="og:title" content="Tên"><meta property="og:description" content="Mô tả"></head>
<body><nav>Thực đơn</nav><article data-searched><h1>Tên</h1><p>Mở <b>đầu</b>.</p>
<div data-unsearched><h2 id="nguon">Nguồn</h2><p>Không đọc</p></div>
<h2 id="a">Một</h2><p>Câu này<span class="cite">[<a href="#n">12</a>]</span> đứng đây.</p>
<ul><li>hai</li><li>ba</li></ul>
<h3>Không neo</h3><p>bốn</p></article><p>Chân</p></body></html>"""


def index_files(pages: list[Searched], lang: str, hints: SearchHints) -> dict[str, bytes]:
    return dict(made_files(pages, lang, hints, counts_of(pages, lang, hints)))


def in_javascript(call: str, values: list[Any]) -> list[Any]:
    words = (ROOT / "docs/scripts/search/words.js").as_uri()
    reading = (ROOT / "docs/scripts/search/reading.js").as_uri()
    spelling = (ROOT / "docs/scripts/search/spelling.js").as_uri()
    asked = "globalThis.SYLLABIC = 'vi'; globalThis.INFLECTED = 'en';"
    asked += f"const found = {{...await import({json.dumps(words)}), ...await import({json.dumps(reading)}),"
    asked += f"...await import({json.dumps(spelling)})}};"
    asked += f"console.log(JSON.stringify({json.dumps(values)}.map((one) => found.{call}(...one))))"
    done = node("--input-type=module", "--eval", asked)
    assert done.returncode == 0, done.stderr
    made: list[Any] = json.loads(done.stdout)
    return made


def page_of(address: str, *texts: str, title: str = "Trang", **more: Any) -> Searched:
    passages = tuple(Passage(f"muc-{n}" if n else "", f"Mục {n}" if n else "", text) for n, text in enumerate(texts))
    return Searched(
        SearchedPage(address, title, "Mô tả", passages),
        Noted("vi", address.strip("/"), tuple(more.pop("words", ())), {"kind": ("page",), **more}),
    )


def value_of(files: Mapping[str, bytes], name: str) -> Any:
    said = re.fullmatch(r'portalSearch\("(\w+)","\w{8}",(.*)\);\n', files[f"search/vi/{name}.js"].decode(), re.DOTALL)
    assert said
    assert said[1] == name
    return json.loads(said[2])


def test_a_page_is_read_in_its_searched_part_cut_at_its_headings() -> None:
    page = searched_page("a/", PAGE)
    assert page == SearchedPage(
        "a/",
        "Tên",
        "Mô tả",
        (
            Passage("", "", "Mở đầu."),
            Passage("a", "Một", "Câu này đứng đây.\nhai\nba"),
            Passage("a", "Không neo", "bốn"),
        ),
    )


def test_no_sign_of_a_link_to_a_heading_or_a_source_is_read() -> None:
    heading = 'Điều 7 <a class="anchor" href="#a">#</a></h2>'
    text = 'đứng đây <span class="cite">[<a href="#n">1</a>]</span>. Và nói <span class="cite">[2]</span>:'
    page = searched_page("a/", PAGE.replace("Một</h2>", heading).replace("đứng đây.", text))
    assert page
    assert page.passages[1] == Passage("a", "Điều 7", "Câu này đứng đây. Và nói:\nhai\nba")


def test_a_page_without_a_searched_part_is_not_read() -> None:
    assert searched_page("a/", PAGE.replace(" data-searched", "")) is None


def test_a_long_section_is_cut_between_sentences() -> None:
    sentence = "một hai ba bốn năm sáu bảy tám chín mười. "
    page = searched_page("a/", PAGE.replace("bốn</p>", f"{sentence * 40}</p>"))
    assert page
    cut = [passage.text for passage in page.passages if passage.heading == "Không neo"]
    assert len(cut) == 3
    assert all(len(text.split()) <= PASSAGE_WORDS and text.endswith(".") for text in cut)
    assert " ".join(" ".join(cut).split()) == (sentence * 40).strip()


@pytest.mark.parametrize("row", TABLE["terms"], ids=lambda row: row["text"])
def test_python_finds_the_terms_of_the_table(row: dict[str, Any]) -> None:
    assert [term.key for term in terms(row["text"], row["lang"])] == row["terms"]


def test_javascript_finds_the_same_single_words() -> None:
    rows = TABLE["terms"]
    made = in_javascript("wordsOf", [[row["text"], row["lang"]] for row in rows])
    for row, words in zip(rows, made, strict=True):
        assert [word["key"] for word in words] == [term for term in row["terms"] if " " not in term], row
        assert [word["form"] for word in words] == words_of(row["text"])


def test_javascript_judges_marks_as_the_table_says() -> None:
    rows = TABLE["agree"]
    assert in_javascript("agrees", [[row["typed"], row["form"]] for row in rows]) == [row["agrees"] for row in rows]


FORMS = {
    "children": "children", "rights": "right", "countries": "country", "is": "is", "bus": "bus", "laws": "law",
    "refuses": "refus", "refused": "refus", "refusing": "refus", "summoned": "summon", "summons": "summon",
    "denied": "deny", "hitting": "hit", "need": "need", "sing": "sing", "used": "used", "tied": "tied",
}  # fmt: skip


def test_both_take_off_the_same_endings_of_english_words() -> None:
    assert in_javascript("stemmed", [[word, "en"] for word in FORMS]) == list(FORMS.values())
    assert [stemmed(word, "en") for word in FORMS] == list(FORMS.values())
    assert in_javascript("stemmed", [[word, "vi"] for word in FORMS]) == list(FORMS)


def test_words_and_numbers_typed_without_a_space_are_parted_and_short_ones_written_out() -> None:
    short = [["ck", "chồng"], ["ko", "không"]]
    typed = [["kế hoạch3112", "vi"], ["3112kh", "vi"], ["tờ a4", "vi"], ["ck ko về", "vi", short], ["rights2", "en"]]
    said = [[word["form"] for word in words] for words in in_javascript("typedWords", typed)]
    assert said == [["kế", "hoạch", "3112"], ["3112", "kh"], ["tờ", "a4"], ["chồng", "không", "về"], ["rights2"]]


def test_what_people_shorten_stands_in_the_first_file_without_marks() -> None:
    hints = SearchHints(vi=SearchAsked(short=[Short(typed=["đc", "dk"], means="được")]))
    files = index_files([page_of("a/", "một")], "vi", hints)
    assert value_of(files, "index")["short"] == [["dc", "được"], ["dk", "được"]]


def test_a_page_nobody_in_trouble_looks_for_counts_in_full_by_its_name() -> None:
    pages = [page_of("ke-hoach/a/", "đất đai", title="Sở Tư pháp"), page_of("b/", "đất đai", title="Sở Tư pháp")]
    shards_of = index_files(pages, "vi", SearchHints(less=["ke-hoach"]))
    lines = dict(line.split("|", 1) for line in value_of(shards_of, "s0"))
    named, text = (impacts_of(lines[key]) for key in ("so tu", "dat dai"))
    assert named[0] == named[1]
    assert text[0] < text[1]


def test_the_first_file_names_the_pages_that_tell_again_what_others_tell() -> None:
    again = ("cau-do/crc/", "loa/cong-uoc/crc/", "gioi-thieu/bao-chi/2026-11/")
    others = ("cau-do/index/", "loa/index/", "gioi-thieu/bao-chi/hinh-va-bieu-do/", "cong-uoc/crc/")
    easy = page_of("cong-uoc/crc-de-doc/", "một", kind=("easy",))
    pages = [easy, *(page_of(address, "một") for address in (*others, *again))]
    assert value_of(index_files(pages, "vi", SearchHints()), "index")["again"] == [0, 5, 6, 7]


def impacts_of(line: str) -> list[int]:
    """The impacts of the first form of a term in the order of passages."""
    numbers = in_javascript("numbers", [[line.split("|")[1].split(":")[1]]])[0]
    return [one % PLACE for one in numbers]


def test_javascript_reads_the_numbers_that_are_written() -> None:
    values = [0, 1, 31, 32, 1023, 1024, 99_999, 2**30, *(random.Random(1).randrange(2**20) for _ in range(200))]
    assert in_javascript("numbers", [["".join(map(number, values))]]) == [values]


def test_javascript_reads_the_bits_and_the_days_that_are_written() -> None:
    days = ("2026-11-28", "", "2000-01-01", "2026-01-02")
    pages = [{"kind": ("a" if n % 3 else "b",), "date": (days[n % 4],)} for n in range(20)]
    made = facets_written(pages)
    kinds = made["kind"]
    assert isinstance(kinds, dict)
    assert in_javascript("hasBit", [[kinds["b"], n] for n in range(30)]) == [n < 20 and n % 3 == 0 for n in range(30)]
    numbers = in_javascript("dayNumber", [[made["date"], n] for n in range(4)])
    assert numbers[0] > numbers[3] > numbers[2] == numbers[1] == 0


def entries_of(passages: list[Weighing]) -> list[TermEntry]:
    """The terms of some Vietnamese passages."""
    found = [counted_passage(one, "vi") for one in passages]
    return list(entries(found, usual_length([one.length for one in found])))


def test_what_stands_in_a_title_counts_more_than_in_a_long_text() -> None:
    found = {
        one.key: dict(one.forms)
        for one in entries_of([Weighing((Weighed("đất", 6),)), Weighing((Weighed("đất " + "a " * 99, 1),))])
    }
    (places,) = found["dat"].values()
    postings = {one // PLACE: one % PLACE for one in places}
    assert postings[0] > postings[1]
    assert all(1 <= impact <= IMPACT_LEVELS for impact in postings.values())


def test_a_word_that_stands_everywhere_keeps_its_best_passages_alone() -> None:
    passages = [Weighing((Weighed("quyền" + " khác" * (n % 7), 1),)) for n in range(MOST_POSTINGS + 50)]
    (entry,) = (one for one in entries_of(passages) if one.key == "quyen")
    assert entry.passages == len(passages)
    assert len(dict(entry.forms)["quyền"]) == MOST_POSTINGS


def test_forms_of_a_word_are_kept_apart_by_their_marks() -> None:
    (entry,) = entries_of([Weighing((Weighed("kè. kế", 1),))])
    assert set(dict(entry.forms)) == {"kè", "kế"}


def test_what_people_say_is_found_where_texts_write_otherwise_and_nowhere_else() -> None:
    hints = SearchHints(vi=SearchAsked(synonyms=[Synonym(said=["Hmong"], written=["Mông"])]))
    pages = [page_of("a/", "người Mông"), page_of("b/", "cái mong"), page_of("c/", "chữ", words=("sổ đỏ",))]
    files = index_files(pages, "vi", hints)
    lines = {line.split("|")[0]: line for name in files if "/s" in name[6:] for line in value_of(files, name[10:-3])}
    assert lines["hmong"].count(":") == 1
    assert "so do" in lines


def test_a_passage_stands_in_the_chunk_its_number_says_with_its_page() -> None:
    pages = [page_of(f"p{n}/", *(f"chữ {n} {m}" for m in range(5)), date=("2026-01-02",)) for n in range(5)]
    files = index_files(pages, "vi", SearchHints())
    first = value_of(files, "index")
    shown, rows = value_of(files, f"t{17 // first['chunk']}")
    assert rows[17 % first["chunk"]] == [3, "muc-2", "Mục 2", "chữ 3 2"]
    assert shown["3"] == ["p3/", "Trang", "Mô tả", "page", "2026-01-02"]
    assert first["chunks"] == -(-25 // first["chunk"])


def test_a_part_of_a_page_of_steps_leads_to_its_first_screen() -> None:
    page = page_of("a/", "mở đầu", "mang gì")
    steps = replace(page, noted=replace(page.noted, facets={"kind": ("steps",)}))
    for searched, anchor in ((page, "muc-1"), (steps, "")):
        _, rows = value_of(index_files([searched], "vi", SearchHints()), "t0")
        assert [row[1] for row in rows] == ["", anchor]


def test_words_that_tell_nothing_are_told_to_the_browser_as_the_index_has_them() -> None:
    hints = SearchHints(vi=SearchAsked(idle=["của tôi", "ở"]))
    first = value_of(index_files([page_of("a/", "một hai")], "vi", hints), "index")
    assert first["idle"] == ["cua", "o", "toi"]
    assert {"cua", "o", "toi"} <= set(first["common"])


@pytest.mark.parametrize("word", ["vang", "nghieng", "quyen", "giuong", "yeu", "khuya", "hoang", "quoc", "ky", "oanh"])
def test_a_word_that_vietnamese_may_have_is_taken_for_no_slip(word: str) -> None:
    assert in_javascript("isSyllable", [[word]]) == [True]


@pytest.mark.parametrize("word", ["quyn", "byet", "tr", "emm", "quyenn", "bhyt"])
def test_a_word_that_vietnamese_cannot_have_is_taken_for_a_slip(word: str) -> None:
    assert in_javascript("isSyllable", [[word]]) == [False]


def test_the_same_pages_give_the_same_bytes_and_another_word_another_mark() -> None:
    pages = [page_of("a/", "một hai"), page_of("b/", "ba bốn")]
    files = index_files(pages, "vi", SearchHints())
    assert files == index_files(list(pages), "vi", SearchHints())
    other = index_files([*pages[:1], page_of("b/", "ba năm")], "vi", SearchHints())
    marks = {re.findall(r'^portalSearch\("\w+","(\w+)"', content.decode())[0] for content in files.values()}
    assert len(marks) == 1
    assert marks.isdisjoint(re.findall(r'^portalSearch\("\w+","(\w+)"', other["search/vi/index.js"].decode()))


def test_a_shard_weighs_less_than_five_kilobytes_packed() -> None:
    chance = random.Random(2)
    lines = [
        f"{chance.randrange(10**9):x} {chance.randrange(10**6):x}|1|:{chance.randrange(10**6)}" for _ in range(3000)
    ]
    parts = list(shards(sorted(lines)))
    weights = [len(gzip.compress(script("s", "m", value(part)))) for part in parts]
    assert [line for part in parts for line in part] == sorted(lines)
    assert max(weights) < 5 * 1024


def test_the_site_keeps_no_notes_and_its_index_is_the_folder_of_each_language(site: Site) -> None:
    assert not (site.folder / "du-lieu/trang.json").exists()
    assert {folder.name for folder in (site.folder / "search").iterdir()} == {"vi", "en"}
    assert not list(site.folder.rglob("pagefind*"))
