"""The list a device asks which of its kept pages were corrected: what it names, and when what it says changes."""

import json
from hashlib import sha256
from pathlib import Path

from conftest import Site
from portal.site.files.kept_list import kept_lists

LISTS = ("mat-mang/kept.json", "en/mat-mang/kept.json")


def test_every_language_has_the_list_the_build_wrote(site: Site) -> None:
    made = kept_lists(site.folder)
    assert set(made) == set(LISTS)
    assert {path: (site.folder / path).read_bytes() for path in LISTS} == made


def test_it_names_help_the_conventions_and_what_was_corrected_or_withdrawn(site: Site) -> None:
    vietnamese, english = (json.loads((site.folder / path).read_text("utf-8")) for path in LISTS)
    assert {"mat-mang/", "tro-giup/", "cong-uoc/cat/", "tim-kiem/"} <= set(vietnamese)
    assert {"en/mat-mang/", "en/tro-giup/", "en/cong-uoc/cat/"} <= set(english)
    assert {"phan-bac/2026/da-rut/", "thanh-tuu/2026/so-lieu-da-rut/"} <= set(vietnamese)
    feed = json.loads((site.folder / "dinh-chinh.json").read_text("utf-8"))
    assert feed["items"]
    corrected = {item["url"].partition("#")[0].removeprefix("https://example.org/") for item in feed["items"]}
    assert corrected <= set(vietnamese)
    assert "thanh-tuu/2026/so-lieu-mau/" not in set(vietnamese) - corrected


def test_a_mark_is_that_of_the_page_as_it_is(site: Site) -> None:
    for path in LISTS:
        for address, mark in json.loads((site.folder / path).read_text("utf-8")).items():
            assert sha256(Path(site.folder, address, "index.html").read_bytes()).hexdigest().startswith(mark)
