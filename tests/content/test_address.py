"""The site's own address: before it is published, it must be one."""

from pathlib import Path

import pytest

from portal.content.desk.address import is_public_address, site_address_problems

SETTINGS = 'site_name: Cổng\nsite_url: !ENV [SITE_URL, "https://example.org/"]\n'


@pytest.mark.parametrize(
    "address",
    [
        "https://a.gov.vn/",
        "http://a.gov.vn/",
        "https://a.github.io/cong/",
        "https://a.gov.vn:8443/",
        "https://xn--a.vn/",
    ],
)
def test_a_whole_address_is_one(address: str) -> None:
    assert is_public_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://example.org/",
        "https://example.org/cong/",
        "https://EXAMPLE.org/",
        "https://a.gov.vn",
        "https://a.gov.vn/cong",
        "a.gov.vn/",
        "//a.gov.vn/",
        "ftp://a.gov.vn/",
        "https:///",
        "https://a.gov.vn/?a",
        "https://a.gov.vn/#a/",
        "https://[/",
    ],
)
def test_the_placeholder_and_half_an_address_are_none(address: str) -> None:
    assert not is_public_address(address)


def test_a_site_that_was_told_no_address_is_not_ready_and_the_line_of_the_settings_is_named(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (told,) = site_address_problems(tmp_path, "")
    assert (told.path, told.line, told.code, told.values) == (
        "mkdocs.yml", 2, "site-address-missing", {"value": "https://example.org/"},
    )  # fmt: skip
    assert list(site_address_problems(tmp_path, "https://a.gov.vn/")) == []
    assert len(list(site_address_problems(tmp_path, "https://a.gov.vn"))) == 1


def test_the_address_may_stand_in_the_settings_and_a_folder_that_is_no_site_needs_none(tmp_path: Path) -> None:
    assert list(site_address_problems(tmp_path, "")) == []
    (tmp_path / "mkdocs.yml").write_text(SETTINGS.replace("example.org", "a.gov.vn"), encoding="utf-8")
    assert list(site_address_problems(tmp_path, "")) == []
