"""The press desk's files: each month's sheet as a Word document and as text, each figure as a drawing to embed."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from portal.reading.keeping.kept import CACHE, kept
from portal.site.files.output import Output, made_output, text_output
from portal.site.press.embedded import chart_files
from portal.site.press.papers import SheetPaper, as_plain_text, as_word, sheet_path
from portal.site.site import Site


def press_files(site: Site) -> Iterator[Output]:
    """All of them; of sheets those of months that have a page."""
    yield from chart_files(site)
    for sheet in site.press_sheets.values():
        text = site.words(sheet.lang)
        draft = "" if site.approved else text.say("draft")
        paper, value = SheetPaper(sheet, draft, site.settings.site_url, text), (sheet, draft, site.settings.site_url)
        yield text_output(sheet_path(sheet, "txt"), partial(as_plain_text, paper), value)
        made = made_output(sheet_path(sheet, "docx"), partial(as_word, paper), value, "scripts/portal/site")
        yield replace(made, make=partial(kept, site.settings.house / CACHE / "press" / f"{made.key}.docx", made.make))
