"""What check lets pass fits: every sheet, filled to the last letter its fields may have, in wide words."""

from dataclasses import replace
from itertools import cycle

import pytest

from conftest import MADE_UP, ROOT, SITE, TODAY
from portal.content.known.house.identity import read_identity
from portal.content.printed import (
    MOST_IN_A_HEADLINE,
    MOST_IN_A_PANEL,
    MOST_IN_A_PANEL_HEADING,
    MOST_IN_A_POSTER_LINE,
    MOST_ON_A_BANNER,
    PANELS,
    POSTER_LINES,
)
from portal.language.locales import LANGUAGES
from portal.plan.corpus import open_corpus
from portal.site.publications.jobs import PrintJob, print_jobs
from portal.site.publications.said import PanelPart, PanelView, shared_panels
from portal.site.site import Dress, Settings, Site

try:
    from portal.site.publications.rendered import printed
except OSError:
    pytest.skip("no Pango on this machine: nothing can be printed", allow_module_level=True)
WIDE = (
    "Người chưa thành niên thuộc diện được hưởng trợ giúp pháp lý thường trú ở phường những vùng đặc biệt khó khăn",
    "Whoever brings up a child registers with the People's Committee where communes and municipalities merged",
)
WORDS = {lang: text.split() for lang, text in zip(LANGUAGES, WIDE, strict=True)}


def filled(lang: str, letters: int, start: int) -> str:
    """So many letters of whole words, the first at `start`."""
    words = cycle((*WORDS[lang][start % 7 :], *WORDS[lang]))
    text = next(words)
    for word in words:
        if len(text) + 1 + len(word) > letters:
            return text
        text += f" {word}"
    return text


def full(job: PrintJob) -> PrintJob:
    """The same sheet with as much on it as a page may say."""
    lang = job.page.lang
    panels = tuple(
        PanelView(
            number,
            filled(lang, MOST_IN_A_PANEL_HEADING, number),
            (PanelPart(False, (filled(lang, MOST_IN_A_PANEL, number),)),),
        )
        for number in range(1, PANELS[1] + 1)
    )
    page = replace(
        job.page,
        headline=filled(lang, MOST_IN_A_HEADLINE, 1),
        banner=filled(lang, MOST_ON_A_BANNER, 2),
        lines=tuple(filled(lang, MOST_IN_A_POSTER_LINE, number) for number in range(POSTER_LINES[1])),
        panels=panels,
    )
    columns = shared_panels(panels, job.sheet.columns, job.sheet.row) if job.sheet.columns else ()
    return replace(job, page=page, view=replace(job.view, page=page, columns=columns))


def jobs() -> list[PrintJob]:
    """One of each sheet people print themselves, in a language of its own."""
    dress = Dress(identity=read_identity(MADE_UP, ROOT))
    site = Site(open_corpus(MADE_UP, TODAY), Settings(SITE, "", house=ROOT), TODAY, dress)
    found = [one for one in print_jobs(site) if one.sheet.form != "txt" and not one.sheet.for_printers]
    return [one for number, one in enumerate(found) if number % 2 == LANGUAGES.index(one.page.lang)]


@pytest.mark.parametrize("job", jobs(), ids=lambda one: one.path)
def test_a_sheet_holds_all_that_its_fields_may_say(job: PrintJob) -> None:
    made = printed(full(job), ROOT)
    assert made.too_much == ()
    assert made.content


def test_a_sheet_with_more_than_that_is_told_and_not_made() -> None:
    job = next(one for one in jobs() if one.sheet.needs == "leaflet")
    crowded = full(job)
    panels = tuple(replace(one, parts=one.parts * 2) for one in crowded.page.panels)
    columns = shared_panels(panels, job.sheet.columns, job.sheet.row)
    made = printed(replace(crowded, view=replace(crowded.view, columns=columns)), ROOT)
    assert made.content == b""
    assert {one.field for one in made.too_much} == {"leaflet"}
