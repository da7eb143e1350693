"""A page for each body of the plan: its tasks by every way the plan means it, what it said, what is missing."""

from datetime import date

import pytest
import yaml

from conftest import PLAN_3112, SITE, TODAY, Corpus
from conftest import Site as Built
from portal.content.library import open_library
from portal.language.folding import fold
from portal.language.locales import LANGUAGES
from portal.language.places import BODIES, body_place
from portal.plan.bodies.bodies import FEW
from portal.plan.ledger import open_registers
from portal.site.blocks.listed.section import section_block
from portal.site.blocks.listed.site_map import site_map_block
from portal.site.blocks.plan.bodies import BodiesBlock, bodies_block
from portal.site.blocks.plan.body import BodyBlock, body_block
from portal.site.blocks.plan.progress import progress_block
from portal.site.files.news.feeds import feeds
from portal.site.files.outputs import outputs
from portal.site.pages.make import page_at, pages
from portal.site.search.passages import searched_page
from portal.site.search.terms import words_of
from portal.site.site import Dress, Settings, Site, whole_site
from portal.site.spot import Spot

AGENCIES = """- id: so-mot
  kind: administrative
  name: {vi: "Sở Một", en: "Department One"}
  short: {vi: "SMOT"}
  member_of: cac-so
  sources: [{title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-01-15}]
- id: so-hai
  kind: administrative
  name: {vi: "Sở Hai", en: "Department Two"}
  member_of: cac-so
- id: so-cu
  kind: former
  name: {vi: "Sở Cũ", en: "Old Department"}
  short: {vi: "SCU"}
  valid_to: 2025-02-28
  successor: so-hai
- id: huyen
  kind: former
  name: {vi: "Các huyện", en: "The districts"}
  successor: cac-xa
- id: cac-xa
  kind: collective
  name: {vi: "Các xã", en: "The communes"}
  valid_from: 2025-07-01
- id: cac-so
  kind: collective
  name: {vi: "Các sở", en: "The departments"}
- id: xa-bac
  kind: administrative
  name: {vi: "Ủy ban nhân dân xã Bắc", en: "People's Committee of Bắc Commune"}
  short: {vi: "UBND xã Bắc", en: "Bắc Commune"}
  valid_from: 2025-07-01
  member_of: cac-xa
- id: bao
  kind: press
  name: {vi: "Báo Một", en: "Newspaper One"}
- id: ngoai
  kind: collective
  name: {vi: "Ngoài Kế hoạch", en: "Outside the plan"}
"""
TASKS = """tasks:
  - {id: IV.1a, text: {vi: "Việc một", en: "Task one"}, lead: [so-mot, so-cu], coordinating: [cac-so, huyen]}
  - {id: IV.2, text: {vi: "Việc hai", en: "Task two"}, lead: [cac-so], coordinating: [so-mot]}
  - {id: IV.3, text: {vi: "Việc ba", en: "Task three"}, lead: [huyen], coordinating: []}
"""
ROW = "r{n},2026-05-{day:02},Sản phẩm {n},{body},{theme},{format},zalo,vi,everyone,,,\n"
HEAD = "id,date,title,agency,theme,formats,channels,languages,audiences,places,quantity,url\n"


@pytest.fixture
def plan(corpus: Corpus) -> Corpus:
    corpus.write("data/agencies.yml", AGENCIES)
    text = (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0]
    corpus.write("data/plan.yml", text + TASKS)
    corpus.story(
        "ke-hoach/index", title='"Chuyên mục kế hoạch"', date="", agency="", sources="", kind="page", shows="section"
    )
    return corpus


def with_plan(corpus: Corpus, **fields: object) -> None:
    """The same plan, with these fields."""
    path = "data/plan.yml"
    whole = yaml.safe_load((corpus.root / path).read_text("utf-8")) | fields
    corpus.write(path, yaml.safe_dump(whole, allow_unicode=True, sort_keys=False))


def opened(corpus: Corpus, as_of: date = TODAY) -> Site:
    registers = open_registers(open_library(corpus.root, TODAY), TODAY)
    assert (registers.library.problems, registers.problems) == ((), ())
    return whole_site(registers, Settings(SITE, ""), as_of, Dress())


def shown(corpus: Corpus, body: str, lang: str = "vi", as_of: date = TODAY) -> BodyBlock:
    block = body_block(Spot(opened(corpus, as_of), lang, body_place(body)))
    assert block
    return block


def tasks(corpus: Corpus, body: str, lang: str = "vi") -> list[tuple[str, str, list[str]]]:
    return [(one.title, one.through, [task.id for task in one.tasks]) for one in shown(corpus, body, lang).tasks]


def test_a_body_has_each_task_once_by_the_nearest_way_the_plan_means_it(plan: Corpus) -> None:
    assert tasks(plan, "so-mot") == [
        ("Chủ trì", "", ["IV.1a"]),
        ("Chủ trì", "Theo nhóm: Các sở", ["IV.2"]),
    ]
    assert tasks(plan, "so-hai", "en") == [
        ("Leads", "In the plan: Old Department", ["IV.1a"]),
        ("Leads", "As one of: The departments", ["IV.2"]),
    ]


def test_a_commune_has_the_tasks_of_the_districts_whose_group_it_is_one_of(plan: Corpus) -> None:
    assert tasks(plan, "xa-bac") == [
        ("Chủ trì", "Kế hoạch ghi: Các huyện; nay theo nhóm: Các xã", ["IV.3"]),
        ("Phối hợp", "Kế hoạch ghi: Các huyện; nay theo nhóm: Các xã", ["IV.1a"]),
    ]
    notes = shown(plan, "xa-bac").notes
    assert any("Chưa thấy văn bản" in note for note in notes)
    assert any("cách hiểu của cổng" in note for note in notes)
    assert shown(plan, "bao").notes == ()
    assert shown(plan, "bao").tasks_note == "Kế hoạch không giao việc riêng nào cho cơ quan này."


def test_a_body_that_is_in_no_task_and_reports_nothing_has_no_page(plan: Corpus) -> None:
    site = opened(plan)
    assert "ngoai" not in site.bodies
    assert site.library.languages(body_place("so-cu")) == LANGUAGES
    assert site.library.languages(body_place("bao")) == LANGUAGES
    assert body_block(Spot(site, "vi", body_place("ngoai"))) is None


def test_a_task_and_a_target_lead_to_where_the_progress_page_tells_them(plan: Corpus) -> None:
    block = shown(plan, "so-mot")
    assert block.tasks[0].tasks[0].href == "../../tien-do/#viec-iv-1a"
    assert ("K1", "../../tien-do/#k1") in [(one.id, one.href) for one in block.targets]
    assert "K2c" not in [one.id for one in block.targets]
    assert "K2c" in [one.id for one in shown(plan, "bao").targets]


def test_a_body_that_has_sent_nothing_is_told_so_and_nothing_more(plan: Corpus) -> None:
    reports = shown(plan, "xa-bac").reports
    assert reports
    assert reports.now == "Cổng chưa nhận được báo cáo năm 2026."
    assert reports.due == "Hạn: trước ngày 30/11/2026 (mục IV.8 của Kế hoạch)."
    assert (reports.gaps_title, reports.gaps, reports.told) == ("", (), ())
    assert [(row.year, row.report) for row in reports.years] == [
        (2026, "chưa nhận được"),
        (2025, "chưa nhận được"),
        (2024, "chưa có cơ quan này"),
    ]


def test_what_a_report_leaves_out_is_missing_and_what_there_was_none_of_is_not(plan: Corpus) -> None:
    plan.write("data/reported/2026/so-mot.yml", "spokesperson: {designated: true}\ncontests: []\n")
    reports = shown(plan, "so-mot", "en").reports
    assert reports
    assert reports.now == "The portal has its report for 2026."
    assert {"Officials working on human rights", "Exhibitions"} <= set(reports.gaps)
    assert not {"Contests", "Speaking to and informing the press"} & set(reports.gaps)
    assert "Press staff working on external information" not in reports.gaps  # asked of the press alone
    assert "The body's own note" not in reports.gaps
    (told,) = reports.told
    said = {row.label: row.value for row in told.rows}
    assert (said["Contests"], said["Exhibitions"]) == ("none", "not reported")
    assert "Press staff working on external information" not in said


def test_each_year_tells_its_paper_and_the_latest_report_stands_open(plan: Corpus) -> None:
    plan.write("data/reported/2025/so-mot.yml", 'document: {number: "7/BC", date: 2025-11-20}\ncontests: []\n')
    plan.write("data/reported/2026/so-mot.yml", "contests: []\n")
    reports = shown(plan, "so-mot").reports
    assert reports
    assert [(row.year, row.report) for row in reports.years][:2] == [
        (2026, "đã có"),
        (2025, "đã có, văn bản số 7/BC ngày 20/11/2025"),
    ]
    assert [(told.title, told.is_open) for told in reports.told] == [
        ("Báo cáo năm 2026", True),
        ("Báo cáo năm 2025", False),
    ]


def test_a_body_that_is_excused_is_told_with_the_reason_and_has_no_form(plan: Corpus) -> None:
    with_plan(plan, excused={2026: {"so-mot": "Mới thành lập"}})
    reports = shown(plan, "so-mot").reports
    assert reports
    assert reports.now == "Năm 2026 cơ quan được miễn báo cáo: Mới thành lập"
    assert reports.years[0].report == "được miễn: Mới thành lập"
    assert reports.form is None
    assert "du-lieu/bieu/bieu-2026-so-mot.xlsx" not in outputs(opened(plan), ()).files


def test_the_form_of_a_body_is_where_its_page_says(plan: Corpus) -> None:
    reports = shown(plan, "xa-bac", "en").reports
    assert reports
    assert reports.form
    assert reports.form.href == "../../../../du-lieu/bieu/bieu-2026-xa-bac.xlsx"
    form = outputs(opened(plan), ()).files["du-lieu/bieu/bieu-2026-xa-bac.xlsx"]
    assert form.make() == form.make()
    assert form.make().startswith(b"PK")
    changed = AGENCIES.replace("xã Bắc", "xã Nam")
    plan.write("data/agencies.yml", changed)
    assert outputs(opened(plan), ()).files[form.path].key != form.key


def rows(*bodies: tuple[str, int, str], day: int = 1) -> str:
    made = (
        ROW.format(n=n, day=day, body=body, theme=theme, format=kind) for n, (body, theme, kind) in enumerate(bodies)
    )
    return HEAD + "".join(made)


def test_what_a_body_entered_is_counted_by_theme_and_format_and_few_rows_are_shown(plan: Corpus) -> None:
    plan.write(
        "data/products/2026.csv", rows(("so-mot", 3, "leaflet|poster"), ("bao", 1, "article"), ("so-mot", 1, "poster"))
    )
    entered = shown(plan, "so-mot").entered
    assert entered
    assert entered.count == "2 sản phẩm."
    assert [(title, counts) for title, counts in entered.counts] == [
        ("Theo chủ đề", (("Công ước quốc tế", 1), ("Nỗ lực và kết quả", 1))),
        ("Theo hình thức", (("Tờ rơi", 1), ("Áp phích", 2))),
    ]
    assert [row.title for row in entered.rows] == ["Sản phẩm 0", "Sản phẩm 2"]
    assert entered.rows_title == "Những sản phẩm ấy"
    assert shown(plan, "so-hai").entered is None


def test_of_many_products_the_first_are_shown_and_all_are_counted(plan: Corpus) -> None:
    plan.write("data/products/2026.csv", rows(*[("so-mot", 3, "leaflet")] * (FEW + 3)))
    block = shown(plan, "so-mot", "en")
    assert block.entered
    assert (block.entered.count, len(block.entered.rows), block.entered.rows_title) == (
        "Products: 13.",
        FEW,
        "The first 10",
    )
    assert {row.lang for row in block.entered.rows} == {"vi"}
    assert block.reports
    assert [row.products for row in block.reports.years] == ["13", "none entered", "none entered"]


def test_the_portal_s_own_pages_are_no_products_of_a_body(plan: Corpus) -> None:
    plan.story(agency="so-mot")
    assert shown(plan, "so-mot").entered is None


def test_a_body_that_is_no_longer_there_says_so_and_leads_to_who_has_its_tasks(plan: Corpus) -> None:
    block = shown(plan, "so-cu")
    assert block.status == "Cơ quan này nay không còn nên không báo cáo nữa."
    assert (block.reports, block.targets) == (None, ())
    assert [(way.title, [link.title for link in way.links]) for way in block.ways] == [("Nay là", ["Sở Hai"])]
    assert [(row.label, row.value) for row in block.facts] == [("Có đến ngày", "28/2/2025")]


def test_a_collective_lists_the_bodies_it_is_made_of(plan: Corpus) -> None:
    block = shown(plan, "cac-so")
    assert [(link.title, link.href) for link in block.members] == [("Sở Một", "../so-mot/"), ("Sở Hai", "../so-hai/")]
    assert block.reports is None
    assert block.status.startswith("Đây là tên gọi chung")


def test_the_page_of_all_bodies_groups_them_and_names_those_not_listed(plan: Corpus) -> None:
    why = {"vi": "Chưa có nguồn.", "en": "No source."}
    with_plan(plan, bodies_not_listed=[{"name": {"vi": "Cơ quan khác", "en": "Another body"}, "why": why}])
    block = bodies_block(Spot(opened(plan), "en", BODIES))
    assert isinstance(block, BodiesBlock)
    assert [(group.title, [link.title for link in group.links]) for group in block.groups] == [
        ("Bodies of the province", ["Department One", "Department Two"]),
        ("Press", ["Newspaper One"]),
        ("The communes", ["Bắc Commune"]),
    ]
    assert [(row.label, row.value) for row in block.not_listed] == [("Another body", "No source.")]
    assert block.reported == "2026: the portal has the reports of 0 of the 4 bodies due to report."


def test_pages_of_bodies_are_no_stories_stand_in_no_feed_and_below_one_link(plan: Corpus) -> None:
    before, site = open_library(plan.root, TODAY), opened(plan)
    assert site.library.newest("vi") == before.newest("vi")
    told = [entry.url for feed in feeds(site.library, "vi", site.words("vi"), SITE) for entry in feed.entries]
    assert not [url for url in told if "co-quan" in url]
    spot = Spot(site, "vi", "ke-hoach/index")
    assert [card.link.href for card in section_block(spot).cards] == ["co-quan/"]
    mapped = [link.href for section in site_map_block(Spot(site, "vi", "index")).sections for link in section.pages]
    assert [href for href in mapped if "co-quan" in href] == ["ke-hoach/co-quan/"]
    page = page_at(site, "en", body_place("so-mot"))
    assert [crumb.title for crumb in page.frame.breadcrumbs] == [
        "Home", "The Plan", "The plan, body by body", "Department One"
    ]  # fmt: skip
    assert [(one.lang, one.href) for one in page.frame.switches] == [("vi", "../../../../ke-hoach/co-quan/so-mot/")]
    assert page.facts.sources
    assert not page.is_fallback
    assert body_place("so-mot") in {one.place for one in pages(site).values()}


def test_what_an_editor_wrote_at_the_place_of_a_body_stays(plan: Corpus) -> None:
    page = {"kind": "page", "date": "", "agency": "", "sources": ""}
    plan.story(BODIES, title='"Trang người viết"', shows="bodies", **page)
    plan.story(body_place("bao"), title='"Tờ báo, do người viết"', **page)
    site = opened(plan)
    for place, title in ((BODIES, "Trang người viết"), (body_place("bao"), "Tờ báo, do người viết")):
        story = site.library.read_in("vi", place)
        assert story
        assert story.front.title == title


def test_the_progress_page_leads_to_each_body_it_names(plan: Corpus) -> None:
    made = progress_block(Spot(opened(plan), "vi", "ke-hoach/tien-do"))
    assert made
    k2c = next(target for target in made.targets if target.row.id == "K2c")
    assert [(gap.title, gap.href) for gap in k2c.gaps] == [("Báo Một", "../co-quan/bao/")]
    assert [link.href for link, _ in made.tasks[0].lead] == ["../co-quan/so-mot/", "../co-quan/so-cu/"]


def test_a_corpus_without_a_plan_has_no_page_of_a_body(corpus: Corpus) -> None:
    corpus.write("data/agencies.yml", AGENCIES)
    site = opened(corpus)
    assert site.bodies == {}
    assert not [place for place in site.library.places if place.startswith(BODIES)]


@pytest.mark.parametrize("root", ["", "en/"])
def test_a_body_is_searched_by_its_names_alone(site: Built, root: str) -> None:
    address = f"{root}ke-hoach/co-quan/so-mau/"
    page = searched_page(address, site.pages[address])
    assert page
    names = {
        "": ("Sở Mẫu", {"smau", "so", "mau", "cu", "smcu"}),
        "en/": ("Sample Department", {"sdep", "former", "sample", "department", "fsd"}),
    }
    said = {fold(word) for passage in page.passages for word in words_of(passage.text)}
    assert (page.title, said) == names[root]


def test_the_pages_of_bodies_are_in_the_map_for_machines(site: Built) -> None:
    found = (site.folder / "sitemap.xml").read_text("utf-8")
    for address in ("ke-hoach/co-quan/", "ke-hoach/co-quan/so-mau/", "en/ke-hoach/co-quan/so-mau-cu/"):
        assert f"/{address}</loc>" in found
        assert address in site.pages
