"""security.txt: made from what the owner gives, nothing until then."""

import re
import shutil
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from conftest import MADE_UP, ROOT, SITE, TODAY
from portal.site.built import open_build, settings_of
from portal.site.files.output import Output
from portal.site.files.security import SECURITY_TXT, security_txt


@pytest.mark.parametrize(
    ("contact", "line"),
    [
        ("an-toan@co-quan.example", "Contact: mailto:an-toan@co-quan.example"),
        ("https://co-quan.example/bao-loi", "Contact: https://co-quan.example/bao-loi"),
    ],
)
def test_the_file_names_the_owner_s_contact_as_an_address_machines_read(contact: str, line: str) -> None:
    text = security_txt(contact, SITE, TODAY)
    assert text
    assert line in text.splitlines()
    assert f"Canonical: {SITE}.well-known/security.txt" in text.splitlines()


def test_it_expires_within_a_year_of_the_build_and_says_so_alike_each_time() -> None:
    text = security_txt("a@example.org", SITE, date(2028, 2, 29))
    assert text == security_txt("a@example.org", SITE, date(2028, 2, 29))
    expires = re.search(r"^Expires: (\S+)$", text or "", re.M)
    assert expires
    days = (datetime.fromisoformat(expires[1]).date() - date(2028, 2, 29)).days
    assert 300 < days < 365


def test_without_a_contact_there_is_no_file() -> None:
    assert security_txt(None, SITE, TODAY) is None


def published(root: Path) -> Mapping[str, Output]:
    return open_build(root, settings_of(ROOT, SITE, "", {}), TODAY, TODAY, "vi").table.files


def test_the_site_holds_the_file_from_the_day_the_owner_gives_a_contact(tmp_path: Path) -> None:
    assert SECURITY_TXT not in published(MADE_UP)
    shutil.copytree(MADE_UP, tmp_path / "corpus")
    shutil.copy(MADE_UP.parent / "owner-approved.yml", tmp_path / "corpus/data/owner.yml")
    file = published(tmp_path / "corpus")[SECURITY_TXT]
    assert b"Contact: mailto:mau@example.org\n" in file.make()
    assert file.needs_server
