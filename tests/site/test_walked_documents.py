"""Documents told part by part: what their pages say, what leads to a part and back, what is refused."""

import json
import re

import pytest

from conftest import MADE_UP, TODAY, Corpus, portal_of
from conftest import Site as Built
from makers import the_plan
from portal.content.library import open_library
from portal.plan.ledger import open_registers
from portal.plan.told_plan import told_plan_problems
from portal.site.blocks.plan.body import body_block
from portal.site.blocks.plan.progress import progress_block
from portal.site.blocks.told.document import DocumentBlock, document_block
from portal.site.blocks.told.documents import DocumentsBlock, documents_block
from portal.site.documents.recognised import FRONT, Around, as_links
from portal.site.documents.told import ToldDocuments
from portal.site.made.links import made_link_problems
from portal.site.pages.make import page_at
from portal.site.pages.of_kind.kinds import ConventionView
from portal.site.site import Dress, Settings, Site, whole_site
from portal.site.spot import Spot

LAW = """kind: law
title: {vi: "Luật Thử năm 2017", en: "Trial Law, 2017"}
number: "11/2017/THU"
in_force: 2018-01-01
about: {vi: "Một luật kể từng điều.", en: "A law article by article."}
published: {vi: "Công báo", en: "The gazette"}
copies:
  - whose: {vi: "Bản sao", en: "A copy"}
    url: "https://example.org/luat-thu"
    opened: 2026-01-15
    read: {vi: "Đọc trọn.", en: "Read whole."}
parts:
  - id: dieu-7
    heading: {vi: "Điều bảy", en: "Article seven"}
    told: {vi: "Xem Điều 29.", en: "See Article 29."}
  - id: ii-2
    mark: II.2
    heading: {vi: "Mục hai", en: "Section two"}
    told: {vi: "Hai.", en: "Two."}
  - id: dieu-29
    heading: {vi: "Điều hai chín", en: "Article twenty-nine"}
    told: {vi: "Hai chín.", en: "Twenty-nine."}
"""
PLAN = LAW.replace("kind: law", "kind: plan").replace('number: "11/2017/THU"\n', "").replace("dieu-7", "muc-7")


NOTHING = Around()


@pytest.fixture(scope="module")
def sample() -> Site:
    registers = open_registers(open_library(MADE_UP, TODAY), TODAY)
    return whole_site(registers, Settings("https://a.example/", ""), TODAY, Dress())


def block(site: Site, name: str, lang: str = "vi") -> DocumentBlock:
    made = document_block(Spot(site, lang, f"van-ban/{name}"))
    assert made is not None
    return made


def linked(corpus: Corpus, html: str, lang: str = "vi", stands: Around = NOTHING) -> str:
    corpus.write("data/documents/luat-thu.yml", LAW)
    told = ToldDocuments(open_library(corpus.root, TODAY))
    return as_links(told.reader(lang).pieces(html, stands), lambda document, part: f"{document}#{part}")


def went(html: str) -> list[str]:
    return re.findall(r'href="luat-thu#([^"]+)"', html)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("<li>Luật Thử năm 2017, Điều 7, 8 và 29 [1].</li>", ["dieu-7", "dieu-29"]),
        ("Luật Thử, Điều 7 (được giúp), Điều 29.", ["dieu-7", "dieu-29"]),
        ("Theo Điều 29 của Luật Thử năm 2017 thì khác.", ["dieu-29"]),
        ("Theo Điều 29 khoản 2 Luật Thử năm 2017.", ["dieu-29"]),
        ("Số 11/2017/THU, Điều 7.", ["dieu-7"]),
        ("Luật Thử năm 2019, Điều 7.", []),
        ("Luật Khác, Điều 7.", []),
        ("Luật Thử năm 2017, Điều 8.", []),
        ("Luật Thử năm 2017, Điều 8; Luật Khác, Điều 7.", []),
        ("Luật Thử năm 2017, Điều 8; Điều 7.", ["dieu-7"]),
        ("Luật Thử năm 2017. Điều 7 thì không rõ của ai.", []),
        ("Luật Thử năm 2017, Điều 7 của Luật Khác.", []),
        ("Luật Thử năm 2017</li><li>Điều 7.", []),
        ("Luật Thử năm 2017, <a href='x'>Điều 7</a>.", []),
        ("Luật Thử năm 2017, Điều 29 %.", ["dieu-29"]),
        ("Luật Thử năm 2017, mục II.2 và IV.1b.", ["ii-2"]),
    ],
)
def test_a_law_named_with_an_article_leads_to_that_article_and_no_other_law_does(
    corpus: Corpus, text: str, parts: list[str]
) -> None:
    assert went(linked(corpus, text)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("<li>Trial Law, 2017, Articles 7 and 29 [1].</li>", ["dieu-7", "dieu-29"]),
        ("Article 29 of the Trial Law says so.", ["dieu-29"]),
        ("Another Law, Article 7.", []),
        ("Trial Law, 2019, Article 7.", []),
    ],
)
def test_so_it_does_in_english(corpus: Corpus, text: str, parts: list[str]) -> None:
    assert went(linked(corpus, text, "en")) == parts


CITE = '<span class="cite">[<a href="#nguon-1">1</a>]</span>'


@pytest.mark.parametrize(
    ("text", "stands", "parts"),
    [
        (f"<li>Bạn được giúp (Điều 7) {CITE}.</li>", Around(sources={"1": "luat-thu"}), ["dieu-7"]),
        (f"<li>Bạn được giúp (Điều 7) {CITE}.</li>", Around(sources={"1": ""}), []),
        (f"<li>Bạn được giúp (Điều 7) theo Luật Khác {CITE}.</li>", Around(sources={"1": "luat-thu"}), []),
        (f"<li>Luật Khác nói ở Điều 7 {CITE}.</li>", Around(sources={"1": "luat-thu"}), []),
        (f"<li>Điều 7 nói khác. Câu này khác {CITE}.</li>", Around(sources={"1": "luat-thu"}), ["dieu-7"]),
        (f"<li>Điều 7 {CITE}.</li>", Around(own="luat-thu"), ["dieu-7"]),
        (f"<li>Điều 7 {CITE}.</li>", Around(own="luat-thu", laws=frozenset("1")), []),
    ],
)
def test_an_article_alone_is_of_the_source_marked_behind_it_or_of_the_texts_own_document(
    corpus: Corpus, text: str, stands: Around, parts: list[str]
) -> None:
    assert went(linked(corpus, text, stands=stands)) == parts


def test_a_name_that_two_documents_have_is_of_none(corpus: Corpus) -> None:
    corpus.write("data/documents/luat-moi.yml", LAW.replace("2017", "2027"))
    assert went(linked(corpus, "Luật Thử, Điều 7; Luật Thử năm 2017, Điều 29.")) == ["dieu-29"]


def test_a_page_says_what_it_is_how_it_stands_and_which_copy_was_opened(sample: Site) -> None:
    law = block(sample, "luat-mau-mot")
    assert (law.standing.state, law.standing.text) == ("holds", "Có hiệu lực từ 1/1/2020, đã được sửa")
    assert law.known_by.startswith("01/2020/MAU · Nhà làm luật mẫu")
    assert law.copies[0].said == "Mở ngày 20/11/2026. Chỉ đọc hai điều."
    assert [(row.label, row.value) for row in law.changes] == [("03/2021/MAU", "Sửa Điều 2. Từ 1/1/2021.")]
    assert [words.lang for words in law.parts[0].quoted] == [None, "en"]
    assert [words.lang for words in block(sample, "luat-mau-mot", "en").parts[0].quoted] == ["vi", None]
    assert law.parts[0].mark == "Điều 1"
    assert '#dieu-2">Điều 2</a>' in law.parts[0].told[0]
    states = {name: block(sample, name).standing.state for name in ("mau-decision", "mau-un", "crc", "ke-hoach-mau")}
    assert states == {"mau-decision": "ended", "mau-un": "not_yet", "crc": "holds", "ke-hoach-mau": "unread"}


def test_each_part_says_which_pages_rest_on_it_by_name_by_mark_by_hand_and_by_their_articles(sample: Site) -> None:
    law, convention = block(sample, "luat-mau-mot"), block(sample, "crc")
    pages = {part.id: [link.title for link in part.pages.links] for part in law.parts}
    unit = "Bài tập huấn mẫu: tiếp một người mẫu"
    assert pages["dieu-1"] == ["Luật mẫu một nói gì về trẻ em", unit, "Tôi gặp việc mẫu thì làm gì?"]
    assert pages["dieu-2"] == ["Luật mẫu một nói gì về trẻ em"]
    rest = {link.title for part in convention.parts for link in part.pages.links}
    assert "Luật mẫu một nói gì về trẻ em" in rest
    cited = sample.documents.cited("vi")["luat-mau-mot", FRONT]
    assert "cong-uoc/crc" in cited
    assert len(cited) > len(law.pages.links)
    assert law.pages.rest  # the way to the others


def test_tasks_and_targets_lead_to_their_place_in_the_plan_and_back(sample: Site) -> None:
    done = progress_block(Spot(sample, "vi", "ke-hoach/tien-do"))
    assert done is not None
    assert {one.place.href if one.place else "" for one in done.tasks} == {"../../van-ban/ke-hoach-mau/#m-3-a"}
    assert {one.place.href if one.place else "" for one in done.targets} == {"../../van-ban/ke-hoach-mau/#m-2"}
    body = body_block(Spot(sample, "en", "ke-hoach/co-quan/so-mau"))
    assert body is not None
    assert {task.place.title if task.place else "" for group in body.tasks for task in group.tasks} == {
        "Read it in the Plan, section M.3a"
    }
    part = next(part for part in block(sample, "ke-hoach-mau").parts if part.id == "m-3-a")
    ways = [f"../../ke-hoach/tien-do/#viec-m-{number}" for number in (1, 2)]
    assert [link.href for link in part.progress] == ways


def test_the_contents_lead_to_every_part_at_three_depths(sample: Site) -> None:
    plan = block(sample, "ke-hoach-mau")
    found = [entry.part.href for entry in plan.contents]
    found += [row.part.href for entry in plan.contents for row in entry.within]
    found += [sign.href for entry in plan.contents for row in entry.within for sign in row.inner]
    assert sorted(found) == sorted(f"#{part.id}" for part in plan.parts)
    assert [sign.title for entry in plan.contents for row in entry.within for sign in row.inner] == ["1"]


def test_the_front_tells_every_document_in_its_group(sample: Site) -> None:
    front = documents_block(Spot(sample, "en", "van-ban/index"))
    assert isinstance(front, DocumentsBlock)
    assert sum(len(group.entries) for group in front.groups) == len(sample.documents.known) == 5
    assert len(front.groups) == 5


def test_the_built_site_leads_to_them_from_the_footer_the_map_llms_txt_and_the_text_beside(site: Built) -> None:
    assert 'href="van-ban/"' in site.pages[""]
    assert "van-ban/luat-mau-mot/" in (site.folder / "sitemap.xml").read_text("utf-8")
    assert "van-ban/luat-mau-mot/" in (site.folder / "llms.txt").read_text("utf-8")
    assert "van-ban" in (site.folder / "gioi-thieu/so-do/index.html").read_text("utf-8")
    beside = (site.folder / "en/van-ban/luat-mau-mot/index.md").read_text("utf-8")
    assert "Sample article one" in beside
    page = (site.folder / "van-ban/luat-mau-mot/index.html").read_text("utf-8")
    data = [json.loads(one) for one in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]
    law = next(one for one in data if one["@type"] == "Legislation")
    assert (law["legislationIdentifier"], law["legislationDate"]) == ("01/2020/MAU", "2019-06-01")
    steps = (site.folder / "tro-giup/buoc-mau/index.html").read_text("utf-8").replace("\u00a0", " ")
    way = "../../van-ban/luat-mau-mot/"
    assert f'<a href="{way}">Luật Mẫu một</a>, <a href="{way}#dieu-1">Điều 1</a>, 9' in steps


def test_a_link_to_a_document_or_part_nobody_told_is_refused_with_the_nearest_name(corpus: Corpus) -> None:
    corpus.write("data/documents/luat-thu.yml", LAW)
    way = "../../van-ban"
    right = f"Xem [a]({way}/luat-thu.md#dieu-7), [b]({way}/luat-thu.md)."
    corpus.story(body=f"{right}\n\n[c]({way}/luat-tu.md) [1].\n\n[d]({way}/luat-thu.md#dieu-28)\n")
    registers = open_registers(open_library(corpus.root, TODAY), TODAY)
    assert registers.library.problems == ()
    found = [(p.line - 8, p.code, p.values["choices"]) for p in made_link_problems(registers, TODAY)]
    assert found == [(3, "document-unknown", ["luat-thu"]), (5, "document-part-unknown", ["dieu-29"])]


def test_every_task_and_target_of_the_plan_has_its_part_and_no_other_document_has_any(corpus: Corpus) -> None:
    last = '    told: {vi: "Hai chín'
    corpus.write("data/documents/luat-thu.yml", LAW.replace(last, f"    tasks: [IV.1a]\n{last}"))
    corpus.write("data/documents/ke-hoach.yml", PLAN.replace(last, f"    tasks: [IV.1x]\n{last}"))
    plan, library = the_plan(), open_library(corpus.root, TODAY)
    told = [(p.path, p.line, p.code, p.values.get("value")) for p in told_plan_problems(plan, library)]
    assert ("data/documents/luat-thu.yml", 22, "document-no-plan", None) in told
    assert ("data/documents/ke-hoach.yml", 21, "document-task-unknown", "IV.1x") in told
    missing = {name for _, _, code, name in told if code == "document-task-missing"}
    assert missing == {*(task.id for task in plan.tasks), *(target.id for target in plan.targets)}


def test_a_small_corpus_without_documents_has_no_such_page(corpus: Corpus) -> None:
    corpus.story()
    made = portal_of(corpus)
    whole = whole_site(made.registers, made.settings, TODAY, Dress())
    assert [place for place in whole.library.places if place.startswith("van-ban")] == []


def test_a_convention_s_page_leads_to_each_article_that_is_told_and_the_article_to_who_explains_it(
    corpus: Corpus,
) -> None:
    convention = (MADE_UP / "data/documents/crc.yml").read_bytes()
    corpus.write("data/documents/crc.yml", convention)
    corpus.write("data/conventions.yml", (MADE_UP / "data/conventions.yml").read_bytes())
    corpus.story("cong-uoc/crc", kind="convention", summary='["Câu."]', conventions="[crc]")
    corpus.story(title='"Bài về lớp học"', conventions="[crc]", articles="{crc: [2]}")
    site = portal_of(corpus)
    kind = page_at(site, "vi", "cong-uoc/crc").kind
    assert isinstance(kind, ConventionView)
    assert kind.articles is not None
    assert [(one.title, one.href) for one in kind.articles.links] == [
        ("Điều 1. Trẻ em là ai", "../../van-ban/crc/#dieu-1"),
        ("Điều 2. Không phân biệt", "../../van-ban/crc/#dieu-2"),
    ]
    assert kind.explained == ()
    assert [[link.title for link in part.pages.links] for part in block(site, "crc").parts] == [[], ["Bài về lớp học"]]
