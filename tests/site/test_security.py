"""security.txt: made from what the owner gives, nothing until then."""

import re
from datetime import date, datetime

import pytest

from conftest import SITE, TODAY
from portal.site.files.security import security_txt


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
