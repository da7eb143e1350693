"""The form's net for privacy is that of `check`: one table of texts through both, and neither lets one more pass."""

import pytest

from conftest import Corpus
from form_script import asked, in_node
from persons import IN_TEXTS, PUBLIC
from portal.content.known.people import allowed
from portal.content.rules.privacy.texts import page_privacy
from portal.reading.documents import Document
from portal.site.writing.net import personal_net
from portal.site.writing.told import OF_PERSONS

TEXTS = [f"Một dòng.\n\n{text}\n" for text in (*IN_TEXTS, *PUBLIC)]
NOTHING_DECLARED = allowed([], asked()["net"]["numbers"], asked()["net"]["mails"])


def told_by_check(body: str) -> list[tuple[str, str]]:
    document = Document("", "", "", None, {}, body, 1)
    return sorted((f"body:{one.line}", one.code) for one in page_privacy(document, NOTHING_DECLARED))


@pytest.fixture(scope="module")
def told_by_form() -> dict[str, list[tuple[str, str]]]:
    told = in_node('return (await take("persons")).bodyPersons(value, []);', TEXTS)
    pairs = zip(TEXTS, told, strict=True)
    return {text: sorted((one["place"], one["code"]) for one in faults) for text, faults in pairs}


@pytest.mark.parametrize("text", TEXTS)
def test_the_form_tells_of_persons_what_check_tells_and_where(
    told_by_form: dict[str, list[tuple[str, str]]], text: str
) -> None:
    assert set(told_by_form[text]) == set(told_by_check(text))


def test_the_tables_hold_every_kind(told_by_form: dict[str, list[tuple[str, str]]]) -> None:
    assert {code for faults in told_by_form.values() for _, code in faults} == set(OF_PERSONS)


def test_the_form_knows_the_public_numbers_of_the_portal(corpus: Corpus) -> None:
    net = personal_net(allowed([], ["(0215) 3825.678"], ["Van.Phong@gmail.com"]))
    assert (net["numbers"], net["mails"]) == (["02153825678"], ["van.phong@gmail.com"])


def test_every_pattern_is_one_that_a_browser_reads() -> None:
    read = "Object.values(asked.net.forms).map(([form, flags]) => new RegExp(form, flags).source)"
    (sources,) = in_node(f"return {read};", [0])
    assert len(sources) == len(asked()["net"]["forms"])
