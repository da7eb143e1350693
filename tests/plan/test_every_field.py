"""Everything a body is asked for is shown: a value planted in each field is found in the annexes, as paper and as a
workbook, and on the body's page, in both languages."""

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml
from docx import Document
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from python_calamine import CalamineWorkbook

from conftest import PLAN_3112, ROOT, SITE, Corpus
from planted import as_written, leaves, planted_report
from portal.content.library import open_library
from portal.language.locales import LANGUAGES
from portal.language.places import body_place
from portal.language.words import words
from portal.plan.ledger import open_ledger, open_registers
from portal.plan.report.files.docx import as_docx
from portal.plan.report.files.xlsx import as_xlsx
from portal.plan.report.make import make_report
from portal.plan.report.values import Report
from portal.site.blocks.plan.body import body_block
from portal.site.site import Dress, Settings, whole_site
from portal.site.spot import Spot

TODAY = date(2026, 11, 30)


def report_with(corpus: Corpus, made: dict[str, Any], lang: str, kind: str) -> Report:
    """The report of a province whose one body has no kind, so that it is asked everything."""
    ask_everything(corpus, made)
    ledger, problems = open_ledger(open_library(corpus.root, TODAY), TODAY)
    assert ledger, problems
    assert problems == ()
    return make_report(ledger, 2026, TODAY, kind, False, words(lang))


def ask_everything(corpus: Corpus, made: dict[str, Any]) -> None:
    corpus.write("data/plan.yml", (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0])
    corpus.write("data/reported/2026/co-quan.yml", yaml.safe_dump(made, allow_unicode=True, sort_keys=False))


def on_page(corpus: Corpus, lang: str) -> str:
    """What stands under the title of the body's page."""
    registers = open_registers(open_library(corpus.root, TODAY), TODAY)
    site = whole_site(registers, Settings(SITE, repository=""), TODAY, Dress())
    block = body_block(Spot(site, lang, body_place("co-quan")))
    loader = FileSystemLoader(ROOT / "overrides")
    template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("blocks/body.html")
    return template.render(page={"block": block}, t=words(lang).ui)


def in_document(report: Report, lang: str) -> str:
    document = Document(io.BytesIO(as_docx(report, "annexes", words(lang))))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    return "\n".join([*paragraphs, *(cell.text for t in document.tables for row in t.rows for cell in row.cells)])


def in_workbook(report: Report, lang: str) -> str:
    """Every cell as people see it: numbers with their thousands parted."""

    def shown() -> Iterator[str]:
        book = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(report, "annexes")))
        for name in book.sheet_names:
            for row in book.get_sheet_by_name(name).to_python():
                yield from (as_written(int(c), lang) if isinstance(c, float) else str(c) for c in row)

    return "\n".join(shown())


@pytest.mark.parametrize("kind", ["annual", "interim", "final"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("shown", [in_document, in_workbook])
def test_what_a_body_reports_is_all_in_the_annexes(corpus: Corpus, lang: str, kind: str, shown: Any) -> None:
    made = planted_report()
    text = shown(report_with(corpus, made, lang, kind), lang)
    values = [value for value in leaves(made) if not isinstance(value, bool)]
    assert len(values) > 30
    missing = [v for v in values if not re.search(rf"(?<![\d.,]){re.escape(as_written(v, lang))}(?![\d])", text)]
    assert missing == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_body_reports_is_all_on_its_page(corpus: Corpus, lang: str) -> None:
    made = planted_report()
    ask_everything(corpus, made)
    text = on_page(corpus, lang)
    missing = [v for v in leaves(made) if not re.search(rf"(?<![\d.,]){re.escape(as_written(v, lang))}(?![\d])", text)]
    assert missing == []
