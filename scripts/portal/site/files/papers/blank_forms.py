"""The form each body fills in this year, as a workbook to take from its page; drawn once and kept, as cards are."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import xlsxwriter

from portal.language import written
from portal.language.locales import ORIGINAL
from portal.language.words import words_files
from portal.plan import forms
from portal.plan.bodies import office
from portal.plan.forms.desk import plan_words
from portal.plan.forms.earlier import earlier_than, said_before
from portal.plan.forms.sheets import form_for
from portal.plan.forms.workbook import form_of
from portal.reading.keeping.kept import CACHE, kept, made_of
from portal.site.made.bodies.body_pages import blank_form_path
from portal.site.site import Site

KEPT_FORMS: Final = "forms"
FORM_CODE: Final = (
    *sorted(Path(forms.__file__).parent.glob("*.py")),
    Path(office.__file__),
    Path(written.__file__),
)


def blank_forms(site: Site) -> Iterator[tuple[str, str, partial[bytes]]]:
    """(path in the site, key of what it is made of, what makes it) of the form of every body that is to report this
    year."""
    ledger = site.registers.ledger
    due = [body for body in site.bodies.values() if body.is_due and not body.years[-1].excused]
    if ledger is None or not due:
        return
    text, year = site.words(ORIGINAL), due[0].years[-1].year
    earlier, named = earlier_than(ledger, year), plan_words(ledger, year, text)
    drawn_by = [file.read_bytes() for file in (*FORM_CODE, *words_files(ORIGINAL))]
    for body in due:
        form = form_for(ledger.plan, body.agency, year, text)
        value = (named, body.agency, form, said_before(earlier, form, text), xlsxwriter.__version__)
        key = made_of(*drawn_by, repr(value).encode())
        make = partial(form_of, ledger, body.agency, year, text, earlier)
        file = site.settings.house / CACHE / KEPT_FORMS / f"{key}.xlsx"
        yield blank_form_path(body.agency, year), key, partial(kept, file, make)
