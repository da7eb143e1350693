"""The pages of what the UN told Viet Nam: counted again from the files, with nothing of the code that makes them."""

import csv
import json
import re

import pytest
import yaml

from conftest import MADE_UP, Site
from read_pages import all_of, parsed, text_of

FILES = sorted((MADE_UP / "data/recommendations").glob("*.yml"))
TABLE = "doi-ngoai/khuyen-nghi/"


def own_count() -> dict[str, list[str]]:
    """The ids that each file names, found in its lines alone."""
    return {file.stem: re.findall(r"^  - id: (\S+)$", file.read_text("utf-8"), re.MULTILINE) for file in FILES}


def main_of(site: Site, address: str) -> str:
    return text_of(parsed(site.pages[address]).find(".//main")).replace("\u00a0", " ")


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_table_has_a_row_for_each_entry_of_the_files_and_says_how_many(site: Site, root: str) -> None:
    ids = [name for names in own_count().values() for name in names]
    assert len(ids) == len(set(ids)) > 3
    page = site.pages[root + TABLE]
    rows = [row for row in all_of(page, "tr") if row.find("th[@scope='row']") is not None]
    led = [row.find("th/a").attrib["href"].strip("/").rpartition("/")[2] for row in rows]
    assert sorted(led) == sorted(ids)
    counted = main_of(site, root + TABLE)
    assert re.search(rf"\b{len(ids)} (điều|entries)[^.]*\b{len(FILES)} (văn bản|documents)", counted)


@pytest.mark.parametrize("root", ["", "en/"])
def test_each_entry_and_each_document_has_a_page_with_its_sources(site: Site, root: str) -> None:
    for name, ids in own_count().items():
        document = site.pages[f"{root}{TABLE}{name}/"]
        for one in ids:
            assert f'id="{one}"' in document
            page = site.pages[f"{root}{TABLE}{one}/"]
            assert 'id="nguon-1"' in page
            assert f'href="../{name}/"' in page


@pytest.mark.parametrize(("name", "wanted"), [("right", "rights"), ("group", "groups")])
def test_what_a_row_is_narrowed_by_is_what_its_file_says(site: Site, name: str, wanted: str) -> None:
    said = {
        one["id"]: one[wanted] for file in FILES for one in yaml.safe_load(file.read_text("utf-8"))["recommendations"]
    }
    for row in all_of(site.pages[TABLE], "tr"):
        head = row.find("th[@scope='row']/a")
        if head is not None:
            assert row.attrib[f"data-{name}"].split() == said[head.attrib["href"].strip("/").rpartition("/")[2]]


def test_the_files_for_programs_have_the_same_rows(site: Site) -> None:
    ids = [name for names in own_count().values() for name in names]
    folder = site.folder / "du-lieu"
    with (folder / "khuyen-nghi.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sorted(row["recommendation"] for row in csv.DictReader(file)) == sorted(ids)
    rows = json.loads((folder / "khuyen-nghi.json").read_text("utf-8"))
    assert sorted(row["recommendation"] for row in rows) == sorted(ids)
    done = json.loads((folder / "khuyen-nghi-da-lam.json").read_text("utf-8"))
    text = "".join(file.read_text("utf-8") for file in FILES)
    assert len(done) == len(re.findall(r"kind: (law|policy|result)$", text, re.MULTILINE))


@pytest.mark.parametrize(("root", "unseen"), [("", "Không thấy trả lời"), ("en/", "No answer was seen")])
def test_beside_a_finding_stands_the_answer_or_that_none_was_seen(site: Site, root: str, unseen: str) -> None:
    for code, is_unseen in (("cat", False), ("crc", True)):
        section = site.pages[f"{root}cong-uoc/{code}/"].split('class="findings"')[1].split("</section>")[0]
        assert (unseen in section) == is_unseen
    assert unseen in site.pages[f"{root}{TABLE}chua-tra-loi/"]


def test_what_nobody_knows_is_said_and_what_is_known_stands_with_its_source(site: Site) -> None:
    known, unknown = (main_of(site, f"{TABLE}{one}/") for one in ("dinh-nghia-mau", "khen-mau"))
    for words in ("Bộ mẫu", "8/7/2025", "Một luật mẫu được sửa", "Một kế hoạch mẫu", "Đã thấy có việc làm"):
        assert words in known
    assert "chúng tôi chưa thấy quyết định nào" in unknown
    assert "a new sample law" in unknown
    assert "không chấp nhận" in main_of(site, f"{TABLE}tu-hinh-mau/")


def test_machines_find_the_pages_too(site: Site) -> None:
    assert "dinh-nghia-mau" in (site.folder / "llms.txt").read_text("utf-8")
    beside = (site.folder / TABLE / "dinh-nghia-mau" / "index.md").read_text("utf-8")
    assert "Định nghĩa mẫu đang được soạn." in beside


def test_a_convention_shows_all_but_what_stands_aside_and_leads_to_the_rest(site: Site) -> None:
    section = site.pages["cong-uoc/crc/"].split('class="findings"')[1].split("</section>")[0].replace("\u00a0", " ")
    assert 'id="chua-tra-loi"' in section
    assert 'id="truong-xa-mau"' not in section
    assert "Còn 1 điều nữa" in section
    assert 'id="truong-xa-mau"' in site.pages[f"{TABLE}crc-mau/"]


def test_a_document_stands_on_the_page_that_it_names(site: Site) -> None:
    for root in ("", "en/"):
        assert 'id="tu-hinh-mau"' in site.pages[f"{root}chinh-sach/2026/luat-mau/"]
