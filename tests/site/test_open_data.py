"""The open data of the really built site: described so that others read it right, shown so that people find it."""

import csv
import hashlib
import io
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from frictionless import Schema, validate

from conftest import TODAY, Corpus, Site, portal_of
from makers import a_corpus
from portal.language import vocabulary
from portal.language.words import words
from portal.language.written import written_size
from portal.plan.published import TALLIES_SCHEMA, TARGETS_SCHEMA
from portal.site.blocks.open_data import open_data_block
from portal.site.blocks.plan.sent import SENT_FILES
from portal.site.spot import Spot

PLACE = "gioi-thieu/du-lieu-mo"
NUMBERS = {"integer", "number"}
FORMS = "bieu"
"""Forms to fill in are no data; nor is the list of who has sent (SENT_FILES): the page's own words, to print."""


@pytest.fixture(scope="module")
def folder(site: Site) -> Path:
    return site.folder / "du-lieu"


@pytest.fixture(scope="module")
def package(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return found


def files_in(folder: Path) -> list[Path]:
    return [one for one in folder.iterdir() if one.is_file()]


def tables_in(package: dict[str, Any]) -> list[dict[str, Any]]:
    return [resource for resource in package["resources"] if resource["format"] == "csv"]


def test_frictionless_finds_nothing_wrong_in_the_package(folder: Path) -> None:
    report = validate(str(folder / "datapackage.json"))
    assert report.flatten(["name", "fieldName", "type", "note"]) == []
    assert report.valid


def told_of(folder: Path) -> set[str]:
    return {kind for (kind,) in validate(str(folder / "datapackage.json")).flatten(["type"])}


def test_frictionless_would_have_told_a_wrong_day_a_body_nobody_knows_and_another_size(
    folder: Path, package: dict[str, Any], tmp_path: Path
) -> None:
    for file in files_in(folder):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    for name, old, new in (("co-quan.csv", "2025-02-28", "28/2/2025"), ("nhiem-vu.csv", "hoi-mau", "khong-co")):
        (tmp_path / name).write_text((tmp_path / name).read_text("utf-8").replace(old, new), "utf-8")
    assert {"byte-count", "hash-count"} <= told_of(tmp_path)
    bare = [{k: v for k, v in one.items() if k not in ("bytes", "hash")} for one in package["resources"]]
    (tmp_path / "datapackage.json").write_text(json.dumps({**package, "resources": bare}), "utf-8")
    assert told_of(tmp_path) == {"type-error", "foreign-key"}


def test_every_number_column_is_read_as_numbers_and_no_other_is_declared_one(
    folder: Path, package: dict[str, Any]
) -> None:
    for resource in tables_in(package):
        inferred = {one.name: one.type for one in Schema.describe(str(folder / resource["path"])).fields}
        for column in resource["schema"]["fields"]:
            found = inferred[column["name"]]
            if column["type"] in {*NUMBERS, "boolean", "date"} and found != "any":  # "any": an empty column
                same = found in NUMBERS if column["type"] in NUMBERS else found == column["type"]
                assert same, (resource["name"], column["name"], column["type"], found)


def test_every_file_of_data_is_described_with_its_true_size_and_hash(folder: Path, package: dict[str, Any]) -> None:
    described = {resource["path"]: resource for resource in package["resources"]}
    trees = {"chi-tieu.json", "san-pham.json", "datapackage.json", "dcat.jsonld", "trang.json"}
    beside = {file.name for file in files_in(folder) if file.name.endswith((".schema.json", ".png", ".svg"))}
    assert {file.name for file in files_in(folder)} - beside - trees - set(SENT_FILES) == set(described)
    assert [one.name for one in folder.iterdir() if one.is_dir()] == [FORMS]
    for path, resource in described.items():
        content = (folder / path).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        if resource["format"] == "csv":
            rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
            assert content.startswith(b"\xef\xbb\xbf")
            assert rows[0] == [column["name"] for column in resource["schema"]["fields"]]
            assert resource["rows"] == len(rows) - 1


def test_json_and_csv_say_the_same_and_the_json_is_what_its_schema_says(folder: Path, package: dict[str, Any]) -> None:
    pairs = [resource["path"] for resource in package["resources"] if resource["format"] == "json"]
    assert {"co-quan.json", "bao-cao.json", "so-lieu.json", "san-pham-2026.json", "tu-dien.json"} <= set(pairs)
    for path in pairs:
        rows = json.loads((folder / path).read_text("utf-8"))
        jsonschema.validate(rows, json.loads((folder / path.replace(".json", ".schema.json")).read_text("utf-8")))
        beside = csv.DictReader(io.StringIO((folder / path.replace(".json", ".csv")).read_text("utf-8-sig")))
        for from_json, from_csv in zip(rows, beside, strict=True):
            assert {name: as_cell(value) for name, value in from_json.items()} == from_csv, path


def as_cell(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def test_the_trees_stand_where_they_stood_and_agree_with_the_tables(folder: Path) -> None:
    targets = json.loads((folder / "chi-tieu.json").read_text("utf-8"))
    tallies = json.loads((folder / "san-pham.json").read_text("utf-8"))
    jsonschema.validate(targets, TARGETS_SCHEMA)
    jsonschema.validate(tallies, TALLIES_SCHEMA)
    rows = list(csv.DictReader(io.StringIO((folder / "chi-tieu.csv").read_text("utf-8-sig"))))
    judged = {r["target"]: r for r in rows if r["measure"] == "result" and r["year"] == str(targets["year"])}
    assert {name: as_cell(one["value"]) for name, one in targets["targets"].items()} == {
        name: row["value"] for name, row in judged.items()
    }
    assert {row["status"] for row in judged.values()} <= set(vocabulary.STATUSES)
    counts = list(csv.DictReader(io.StringIO((folder / "san-pham.csv").read_text("utf-8-sig"))))
    formats = {r["category"]: r["count"] for r in counts if (r["year"], r["dimension"]) == ("2026", "format")}
    assert formats == {name: as_cell(count) for name, count in tallies["by"]["format"].items()}


def test_a_draft_without_a_licence_states_none_and_an_approved_site_the_owner_s(site: Site, approved: Site) -> None:
    draft, given = (
        json.loads((one.folder / "du-lieu/datapackage.json").read_text("utf-8")) for one in (site, approved)
    )
    assert not {"licenses", "contributors"} & set(draft)
    (licence,) = given["licenses"]
    assert licence["path"].startswith("https://")
    assert given["contributors"][0]["roles"] == ["publisher"]
    for lang, missing in (("", "chưa có: cơ quan chủ quản chưa chọn"), ("en/", "none yet: the owner has not chosen")):
        assert missing in site.pages[f"{lang}{PLACE}/"]
        assert missing not in approved.pages[f"{lang}{PLACE}/"]


def test_the_package_is_of_the_day_it_was_counted_up_to_and_says_so_in_both_languages(package: dict[str, Any]) -> None:
    assert package["created"] == f"{TODAY.isoformat()}T00:00:00+07:00"
    assert re.fullmatch(r"1\.[0-9]{8}\.0", package["version"])
    for resource in tables_in(package):
        assert {"title", "title_en", "description", "description_en"} <= set(resource)
        assert all({"description", "description_en"} <= set(column) for column in resource["schema"]["fields"])


def json_ld(page: str) -> list[dict[str, Any]]:
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)]


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_catalogue_page_lists_every_table_for_people_and_for_machines(
    site: Site, package: dict[str, Any], lang: str
) -> None:
    page = site.pages[f"{lang}{PLACE}/"]
    (schema,) = [block for block in json_ld(page) if block["@type"] == "DataCatalog"]
    dcat = json.loads((site.folder / "du-lieu/dcat.jsonld").read_text("utf-8"))
    named = {one["name"] for one in tables_in(package)}
    alone = {name for name in named if "." not in name}
    assert {one["identifier"] for one in schema["dataset"]} == alone
    assert {one["dct:identifier"] for one in dcat["dcat:dataset"]} == named
    shown = set(re.findall(r'href="[./]*du-lieu/([^"]+)"', page))
    assert {f"{name}.csv" for name in alone} | {"datapackage.json", "dcat.jsonld"} <= shown
    assert all((site.folder / "du-lieu" / name).is_file() for name in shown)
    assert all(dataset["creativeWorkStatus"] for dataset in schema["dataset"])
    assert len([dataset for dataset in schema["dataset"] if len(dataset["description"]) < 50]) == 0


@pytest.mark.parametrize("lang", ["", "en/"])
def test_each_table_leads_to_what_every_one_of_its_columns_means(
    site: Site, package: dict[str, Any], lang: str
) -> None:
    ways = set(re.findall(r'href="cot/#([^"]+)"', site.pages[f"{lang}{PLACE}/"]))
    page = site.pages[f"{lang}{PLACE}/cot/"]
    assert ways == set(re.findall(r'<section class="task" id="([^"]+)"', page))
    assert ways == set(re.findall(r'href="../#([^"]+)"', page))
    said = {name: unescape(text) for name, text in re.findall(r"<code>(.*?)</code>.*?<td.*?<td[^>]*>(.*?)</td>", page)}
    for column in (column for table in tables_in(package) for column in table["schema"]["fields"]):
        assert said[column["name"]], column


def test_what_the_catalogue_tells_machines_leads_to_files_of_that_size_and_sum(site: Site) -> None:
    whole = json.loads((site.folder / "du-lieu/dcat.jsonld").read_text("utf-8"))
    for way in (way for dataset in whole["dcat:dataset"] for way in dataset["dcat:distribution"]):
        content = (site.folder / way["dcat:downloadURL"]["@id"].removeprefix("https://example.org/")).read_bytes()
        assert way["dcat:byteSize"]["@value"] == str(len(content))
        assert way.get("spdx:checksum", {}).get("spdx:checksumValue") in (None, hashlib.sha256(content).hexdigest())
    assert all("spdx:checksum" in way for dataset in whole["dcat:dataset"] for way in dataset["dcat:distribution"])
    assert [one["@language"] for one in whole["dct:title"]] == ["vi", "en"]
    assert whole["adms:versionNotes"][1]["@value"].startswith("This is a draft")


def test_an_approved_catalogue_is_no_draft(approved: Site) -> None:
    for block in json_ld(approved.pages[f"en/{PLACE}/"]):
        text = json.dumps(block)
        assert "creativeWorkStatus" not in text
        assert "adms:versionNotes" not in text


def test_the_progress_page_leads_to_the_catalogue_and_names_the_goals_a_target_serves(site: Site) -> None:
    assert 'href="../../gioi-thieu/du-lieu-mo/"' in site.pages["ke-hoach/tien-do/"]
    assert 'href="../../gioi-thieu/du-lieu-mo/"' in site.pages["en/ke-hoach/tien-do/"]
    assert "Serves SDG 16.6; SDG 16.10, in the portal's reading." in unescape(site.pages["en/ke-hoach/tien-do/"])


def test_a_portal_without_the_page_does_not_lead_there(corpus: Corpus) -> None:
    a_corpus(corpus, 2, 3)
    portal = portal_of(corpus)
    assert open_data_block(Spot(portal, "en", PLACE)).tables
    assert not Spot(portal, "en", "ke-hoach/tien-do").has(PLACE)


@pytest.mark.parametrize(
    ("count", "vi", "en"),
    [
        (0, "0 byte", "0 bytes"),
        (999, "999 byte", "999 bytes"),
        (1_234, "1,2 KB", "1.2 KB"),
        (3_000_000, "3 MB", "3 MB"),
    ],
)
def test_a_size_is_said_as_each_language_writes_it(count: int, vi: str, en: str) -> None:
    assert (written_size(count, words("vi")), written_size(count, words("en"))) == (vi, en)
